import type { Equivalence } from '../domain/equivalence';
import type { Database } from './database';
import { readState, writeState } from './open-state';

const KEY = 'learned';

/** What was learned from all submissions of the last 90 days: refreshed by the daily sweep. */
export interface Learned {
  /** Fields that were learned to ask for the same thing. */
  readonly equivalences: readonly Equivalence[];
  /** Digests of fixed information. */
  readonly fixed: readonly string[];
}

const NOTHING_YET: Learned = { equivalences: [], fixed: [] };

export async function readLearned(database: Database): Promise<Learned> {
  return (await readState<Learned>(database, KEY)) ?? NOTHING_YET;
}

export function writeLearned(database: Database, learned: Learned): Promise<void> {
  return writeState(database, KEY, learned);
}
