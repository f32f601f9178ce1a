import { type FirstFigures, firstFigures } from '../domain/first-figures';
import type { Settings } from '../domain/settings';
import type { Week } from '../domain/week';
import type { Database } from './database';
import { allSumsOf } from './summed-weeks';

/** The time of a week, from its own intervals: a few thousand rows however full the year is. */
export async function readFirstFigures(
  database: Database,
  week: Week,
  { thetaMs }: Pick<Settings, 'thetaMs'>,
): Promise<FirstFigures> {
  const [intervals, platforms, sums] = await Promise.all([
    database.intervals.where('from').between(week.from, week.to, true, false).toArray(),
    database.platforms.toArray(),
    allSumsOf(database, week.key),
  ]);
  return firstFigures(week, { intervals, platforms, sums, thetaMs });
}
