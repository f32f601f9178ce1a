import { Dexie } from 'dexie';
import type { ConceptLookup } from '../domain/concept';
import type { DayKindLookup } from '../domain/day-kind';
import type { Form, Submission } from '../domain/records';
import type { Settings } from '../domain/settings';
import { DAY_MS } from '../domain/time-constants';
import { shiftWeek, type Week, weekOfKey } from '../domain/week';
import { WEEK_LOOK_BACKS_MS, type WeekRecords } from '../domain/week-records';
import { addDays } from '../domain/zone';
import type { Database } from './database';
import { readLearned } from './learned';
import { readBeginning } from './since';
import { readSummed } from './summed-weeks';

/** What a summary needs beside the records. */
export interface WeekReading {
  /** Epoch ms. */
  readonly now: number;
  readonly settings: Pick<Settings, 'zone' | 'thetaMs' | 'workHours'>;
  readonly concepts: ConceptLookup;
  readonly dayKind: DayKindLookup;
}

/** Weeks before the week in question whose figures are compared with it. */
const COMPARED_WEEKS = 7;

/**
 * The records that the summary of a week is made from, as plain arrays, in one read transaction.
 * Intervals are only read as far back as sums of closed weeks do not stand in for them.
 *
 * @throws Error as the database gives it; `describeFault` tells what it means
 */
export function readWeek(
  database: Database,
  week: Week,
  { now, settings, concepts, dayKind }: WeekReading,
): Promise<WeekRecords> {
  const since = (lookBackMs: number) => week.from - lookBackMs;
  return database.transaction('r', database.tables, async () => {
    const [summed, platforms, findings, ledger, learned, beginning] = await Promise.all([
      readSummed(database),
      database.platforms.toArray(),
      database.findings.toArray(),
      database.ledger.toArray(),
      readLearned(database),
      readBeginning(database),
    ]);
    const compared = Array.from({ length: COMPARED_WEEKS }, (_, index) =>
      shiftWeek(week.key, index - COMPARED_WEEKS),
    );
    const unsummed = compared.find((key) => !summed.has(key));
    const intervalsFrom =
      unsummed === undefined
        ? week.from
        : Math.max(since(WEEK_LOOK_BACKS_MS.intervals), weekOfKey(unsummed, settings.zone).from);
    const within = (from: number) => [from, week.to, true, false] as const;
    const mondayBefore = addDays(
      week.days[0]?.day ?? '',
      -Math.ceil(WEEK_LOOK_BACKS_MS.coverage / DAY_MS),
    );
    const [
      intervals,
      coverage,
      submissions,
      uploads,
      actions,
      pageSigns,
      transfers,
      ownSums,
      otherSums,
    ] = await Promise.all([
      database.intervals
        .where('from')
        .between(...within(intervalsFrom))
        .toArray(),
      database.coverage
        .where('day')
        .between(mondayBefore, week.days.at(-1)?.day ?? '', true, true)
        .toArray(),
      database.submissions
        .where('at')
        .between(...within(since(WEEK_LOOK_BACKS_MS.submissions)))
        .toArray(),
      database.uploads
        .where('at')
        .between(...within(since(WEEK_LOOK_BACKS_MS.uploads)))
        .toArray(),
      database.actions
        .where('at')
        .between(...within(since(WEEK_LOOK_BACKS_MS.actions)))
        .toArray(),
      database.pageSigns
        .where('at')
        .between(...within(since(WEEK_LOOK_BACKS_MS.pageSigns)))
        .toArray(),
      database.transfers
        .where('at')
        .between(...within(since(WEEK_LOOK_BACKS_MS.transfers)))
        .toArray(),
      database.weekSums
        .where('[week+platform]')
        .between([compared[0] ?? ''], [week.key, Dexie.maxKey])
        .toArray(),
      database.otherWeekSums
        .where('week')
        .between(compared[0] ?? '', week.key, true, true)
        .toArray(),
    ]);
    return {
      week: week.key,
      now,
      settings,
      ...(beginning === undefined ? {} : { since: beginning }),
      intervals,
      coverage,
      platforms,
      forms: await formsOf(database, submissions),
      submissions,
      uploads,
      actions,
      pageSigns,
      transfers,
      findings,
      ledger,
      weekSums: [...ownSums, ...otherSums],
      fixedInformation: new Set(learned.fixed),
      equivalences: learned.equivalences,
      concepts,
      dayKind,
    };
  });
}

/** The forms that these submissions were made on. */
async function formsOf(
  database: Database,
  submissions: readonly Submission[],
): Promise<readonly Form[]> {
  const keys = new Map(
    submissions.map(({ platform, form }) => [`${platform} ${form}`, [platform, form] as const]),
  );
  const forms = await database.forms.bulkGet([...keys.values()].map(([p, f]) => [p, f]));
  return forms.filter((form): form is Form => form !== undefined);
}
