import { DAY_MS, HOUR_MS } from '../domain/time-constants';
import type { Database } from './database';
import { readState, writeState } from './open-state';

const KEY = 'swept';
const PERIOD_MS = 20 * HOUR_MS;
/** A gap that a holiday explains as well as a clock that was set wrong. */
const DOUBTFUL_GAP_MS = 45 * DAY_MS;
const DOUBT_MS = 12 * HOUR_MS;

interface Swept {
  readonly at: number;
  /** When it was first noticed that the clock had made a leap. */
  readonly doubtedAt?: number;
}

/**
 * Whether a sweep is due. What is shed cannot be brought back, so a clock that has leapt far ahead
 * since the last sweep is believed only when it still says so half a day later.
 */
export async function isSweepDue(database: Database, now: number): Promise<boolean> {
  const swept = await readState<Swept>(database, KEY);
  if (swept === undefined || now < swept.at) return true;
  const gap = now - swept.at;
  if (gap < PERIOD_MS) return false;
  if (gap < DOUBTFUL_GAP_MS) return true;
  const { doubtedAt } = swept;
  if (doubtedAt !== undefined && now >= doubtedAt && now - doubtedAt < DOUBTFUL_GAP_MS) {
    return now - doubtedAt >= DOUBT_MS;
  }
  await writeState(database, KEY, { ...swept, doubtedAt: now } satisfies Swept);
  return false;
}

/** A sweep went through to its end. */
export function noteSwept(database: Database, now: number): Promise<void> {
  return writeState(database, KEY, { at: now } satisfies Swept);
}
