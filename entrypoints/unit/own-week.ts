import type { Form, Platform } from '../../utils/domain/records';
import type { WeekSummary } from '../../utils/domain/summary';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { loadKnowledge } from '../report/load-knowledge';
import { summaryOfWeek, weekOf } from '../report/read-week-summary';
import { settings } from './unit-state';

export interface OwnWeek {
  readonly summary: WeekSummary;
  readonly platforms: readonly Platform[];
  readonly forms: readonly Form[];
}

/** The person's own week, read when the page asks for it; undefined where nothing was recorded. */
export async function readOwnWeek(week: string): Promise<OwnWeek | undefined> {
  if (!(await databaseExists())) return undefined;
  const [database, knowledge] = await Promise.all([openDatabase(), loadKnowledge()]);
  const { zone, thetaMs, workHours } = settings.value;
  const [summary, platforms, forms] = await Promise.all([
    summaryOfWeek(database, knowledge, weekOf(week, Date.now(), zone), Date.now(), {
      zone,
      thetaMs,
      workHours,
    }),
    database.platforms.toArray(),
    database.forms.toArray(),
  ]);
  return { summary, platforms, forms };
}
