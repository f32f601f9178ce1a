import { type Collection, Dexie } from 'dexie';
import type { OtherWeekSum, WeekSum } from '../domain/records';
import { DAY_MS } from '../domain/time-constants';
import type { WeekKey } from '../domain/week';
import type { Database } from './database';
import { readStateRows, removeState, writeState } from './open-state';

/**
 * Which closed weeks have their sums. A week is summed when it is over, and once more when its idle
 * time has been shed; a week of which nothing was recorded has a mark but no sums.
 */
const PREFIX = 'summed:';

/** Details of time are kept so long; after that a week has its sums only. */
export const INTERVAL_LIFE_MS = 91 * DAY_MS;

/** How a week's sums were made: `closed` from all there was, `shed` after idle time had gone. */
export type SummedStage = 'closed' | 'shed';

/** The weeks that have their sums, each with how they were made. */
export async function readSummed(database: Database): Promise<ReadonlyMap<WeekKey, SummedStage>> {
  const rows = await readStateRows<SummedStage>(database, PREFIX);
  return new Map(rows.map(({ key, value }) => [key.slice(PREFIX.length), value]));
}

/** Puts a week's sums in the place of earlier ones. */
export async function writeSums(
  database: Database,
  week: WeekKey,
  sums: readonly WeekSum[],
  stage: SummedStage,
): Promise<void> {
  await weekSumsOf(database, week).delete();
  await database.weekSums.bulkPut([...sums]);
  await markSummed(database, week, stage);
}

/** The week's sums are as they should be at this stage. */
export function markSummed(database: Database, week: WeekKey, stage: SummedStage): Promise<void> {
  return writeState(database, PREFIX + week, stage);
}

/** The week is summed anew at the next sweep, because its records were changed. */
export function forgetSummed(database: Database, week: WeekKey): Promise<void> {
  return removeState(database, PREFIX + week);
}

/** The sums of one week, of whatever platform. */
export function weekSumsOf(database: Database, week: WeekKey): Collection<WeekSum> {
  return database.weekSums
    .where('[week+platform]')
    .between([week, Dexie.minKey], [week, Dexie.maxKey]);
}

/** The sums of one week, of all the person's computers. */
export async function allSumsOf(database: Database, week: WeekKey): Promise<readonly WeekSum[]> {
  const [own, others] = await Promise.all([
    weekSumsOf(database, week).toArray(),
    database.otherWeekSums.where('week').equals(week).toArray(),
  ]);
  return [...own, ...others];
}

/** The sums that one of the person's other computers has for a week. */
export function otherSumsOf(
  database: Database,
  device: string,
  week: WeekKey,
): Collection<OtherWeekSum> {
  return database.otherWeekSums
    .where('[device+week+platform]')
    .between([device, week, Dexie.minKey], [device, week, Dexie.maxKey]);
}
