import type { ConceptLookup } from '../domain/concept';
import type { FirstFigures } from '../domain/first-figures';
import type { Settings } from '../domain/settings';
import type { Week } from '../domain/week';
import { WEEK_LOOK_BACKS_MS } from '../domain/week-records';
import { type WeekSoFar, weekSoFar } from '../domain/week-so-far';
import type { Database } from './database';
import { readFirstFigures } from './first-figures';
import { readLearned } from './learned';

interface Reading {
  readonly settings: Pick<Settings, 'thetaMs'>;
  readonly concepts: () => Promise<ConceptLookup>;
  /** Called with the times before the rest is read. */
  readonly onTimes: (times: FirstFigures) => void;
}

/** The running week for the popup: of the look-back only submissions are read. */
export async function readWeekSoFar(
  database: Database,
  week: Week,
  { settings: { thetaMs }, concepts, onTimes }: Reading,
): Promise<WeekSoFar> {
  onTimes(await readFirstFigures(database, week, { thetaMs }));
  const { from, to } = week;
  const [intervals, platforms, submissions, actions, uploads, learned] = await Promise.all([
    database.intervals.where('from').between(from, to, true, false).toArray(),
    database.platforms.toArray(),
    database.submissions
      .where('at')
      .between(from - WEEK_LOOK_BACKS_MS.submissions, to, true, false)
      .toArray(),
    database.actions.where('at').between(from, to, true, false).toArray(),
    database.uploads.where('at').between(from, to, true, false).toArray(),
    readLearned(database),
  ]);
  const fixedInformation = new Set(learned.fixed);
  const known = { intervals, platforms, submissions, actions, uploads, fixedInformation };
  return weekSoFar(week, { ...known, sums: [], thetaMs, concepts: await concepts() });
}
