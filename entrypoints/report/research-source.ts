import { readTokenSecret } from '../../utils/browser/settings';
import { programVersion } from '../../utils/browser/study';
import { newTokenSecret } from '../../utils/domain/contribution/token';
import {
  type ResearchInput,
  type ResearchWeek,
  researchTables,
  THETAS_MS,
} from '../../utils/domain/research/research-tables';
import { sampleRecords } from '../../utils/domain/research/sample-records';
import { singleRecords } from '../../utils/domain/research/single-records';
import { staysOf } from '../../utils/domain/research/stays';
import type { StudyConsent } from '../../utils/domain/research/study';
import type { Settings } from '../../utils/domain/settings';
import { summariseWeek, weekWork } from '../../utils/domain/summarise';
import { shiftWeek, weekAt, weekOfKey } from '../../utils/domain/week';
import { dayKey } from '../../utils/format/date';
import { researchPackage } from '../../utils/format/research-package';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { readWeek } from '../../utils/storage/week-records';
import { loadKnowledge } from './load-knowledge';

/** Finished weeks that a package looks back on at most. */
const MOST_WEEKS = 26;
/** Empty weeks in a row after which no more are looked for. */
const GAP = 5;

/** What a package is made of, weeks newest first; without any where nothing was recorded. */
export async function readResearch(
  consent: StudyConsent,
  { zone, workHours }: Pick<Settings, 'zone' | 'workHours'>,
): Promise<ResearchInput> {
  const now = Date.now();
  const input = {
    consent,
    secret: await readTokenSecret(newTokenSecret),
    today: dayKey(now, zone),
  };
  if (!(await databaseExists())) return { ...input, weeks: [], forms: [] };
  const [database, known] = await Promise.all([openDatabase(), loadKnowledge()]);
  const weeks: ResearchWeek[] = [];
  let empty = 0;
  let key = weekAt(now, zone).key;
  for (let index = 0; index < MOST_WEEKS && empty < GAP; index += 1) {
    key = shiftWeek(key, -1);
    const [standard = 0] = THETAS_MS.slice(1);
    const settings = (thetaMs: number) =>
      ({ zone, workHours, thetaMs }) as Pick<Settings, 'zone' | 'workHours' | 'thetaMs'>;
    const records = await readWeek(database, weekOfKey(key, zone), {
      now,
      settings: settings(standard),
      concepts: known.concepts,
      dayKind: known.dayKind,
    });
    const summary = summariseWeek(records);
    if (summary.state === 'empty') {
      empty += 1;
      continue;
    }
    empty = 0;
    if (summary.fromSums) {
      weeks.push({ summary, variants: [], stays: [] });
      continue;
    }
    const own = weekWork(records);
    weeks.push({
      summary,
      variants: THETAS_MS.map((thetaMs) => ({
        thetaMs,
        summary:
          thetaMs === standard
            ? summary
            : summariseWeek({ ...records, settings: settings(thetaMs) }),
      })),
      stays: staysOf(own.records.intervals, own.week),
      single: singleRecords(own),
    });
  }
  return { ...input, weeks, forms: await database.forms.toArray() };
}

/** The package of these weeks, as bytes. */
export function packageOf(input: ResearchInput): Uint8Array<ArrayBuffer> {
  return researchPackage({
    study: input.consent.study,
    rows: researchTables(input),
    programVersion: programVersion(),
  });
}

/** The ids of the records of a week that the study asks about, oldest first, with their kind. */
export async function readSample(consent: StudyConsent, week: string, zone: string) {
  if (!(await databaseExists())) return [];
  const database = await openDatabase();
  const { from, to } = weekOfKey(week, zone);
  const [submissions, actions, uploads] = await Promise.all([
    database.submissions.where('at').between(from, to).toArray(),
    database.actions.where('at').between(from, to).toArray(),
    database.uploads.where('at').between(from, to).toArray(),
  ]);
  return sampleRecords(
    { week, submissions, actions, uploads },
    consent.study,
    await readTokenSecret(newTokenSecret),
  );
}
