import { coverageOf } from '../domain/coverage';
import { groupBy } from '../domain/grouping';
import { inScope, platformScope } from '../domain/platform-scope';
import type { WeekSum } from '../domain/records';
import type { TrendSource } from '../domain/trend';
import { isWeekKey, shiftWeek, weekAt, weekKeyOfDay, weekOfKey } from '../domain/week';
import { sumWeek } from '../domain/week-sums';
import type { Database } from './database';
import { readLearned } from './learned';
import type { LongWork } from './long-work';
import { readSummed } from './summed-weeks';
import { readWeek, type WeekReading } from './week-records';

/** Closed weeks that the sweep has not come to yet are summed here; older ones have their sums. */
const UNSUMMED_WEEKS = 2;

/** A row that a damaged store gives back in part is left out: it must not take the others with it. */
function isWhole(sum: WeekSum): boolean {
  return (
    isWeekKey(sum.week) &&
    Object.values(sum).every((value) => !Number.isNaN(value ?? 0)) &&
    Number.isFinite(sum.workingMs)
  );
}

/**
 * The sums of all closed weeks. It reads a few hundred rows, and the records of a week only where that
 * has no sums yet: in a heavy year that takes seconds.
 *
 * @throws the signal's reason where it was stopped
 */
export async function readTrend(
  database: Database,
  reading: WeekReading,
  { signal, progress }: LongWork,
): Promise<TrendSource> {
  const [own, others, summed, platforms, days, learned] = await Promise.all([
    database.weekSums.toArray(),
    database.otherWeekSums.toArray(),
    readSummed(database),
    database.platforms.toArray(),
    database.coverage.toArray(),
    readLearned(database),
  ]);
  const { settings, now } = reading;
  const running = weekAt(now, settings.zone).key;
  const fixed = new Set(learned.fixed);
  const late: WeekSum[] = [];
  const read = new Set<string>();
  for (let back = 1; back <= UNSUMMED_WEEKS; back += 1) {
    signal.throwIfAborted();
    progress(back / (UNSUMMED_WEEKS + 1));
    const key = shiftWeek(running, -back);
    if (summed.has(key)) continue;
    read.add(key);
    const week = weekOfKey(key, settings.zone);
    const records = await readWeek(database, week, reading);
    signal.throwIfAborted();
    late.push(...sumWeek(week, { ...records, thetaMs: settings.thetaMs, fixed }));
  }
  const stored = [...own, ...others].filter(
    (sum) => isWhole(sum) && sum.week < running && !read.has(sum.week),
  );
  const sums = [...stored, ...late];
  const kept = new Map(
    [...groupBy(days, ({ day }) => weekKeyOfDay(day))].map(([week, of]) => [week, coverageOf(of)]),
  );
  for (const { week, coverage } of sums) if (coverage !== undefined) kept.set(week, coverage);
  return {
    sums: inScope(sums, platformScope(platforms)),
    coverageOf: (week) => kept.get(week),
  };
}
