import { withOwnDays } from '../../utils/domain/own-days';
import type { Settings } from '../../utils/domain/settings';
import { summariseWeek } from '../../utils/domain/summarise';
import type { WeekSummary } from '../../utils/domain/summary';
import { isWeekKey, type Week, weekAt, weekOfKey } from '../../utils/domain/week';
import type { Database } from '../../utils/storage/database';
import { readWeek } from '../../utils/storage/week-records';
import type { Knowledge } from './load-knowledge';

/** The week of a key, or the running one where the key is none. */
export function weekOf(key: string | undefined, now: number, zone: string): Week {
  return key !== undefined && isWeekKey(key) ? weekOfKey(key, zone) : weekAt(now, zone);
}

/**
 * The summary of a week, computed from the records as they are now.
 *
 * @throws Error as the database gives it; `describeFault` tells what it means
 */
export function summaryOfWeek(
  database: Database,
  knowledge: Knowledge,
  week: Week,
  now: number,
  settings: Pick<Settings, 'zone' | 'thetaMs' | 'workHours'> & Partial<Pick<Settings, 'ownDays'>>,
): Promise<WeekSummary> {
  const { concepts } = knowledge;
  const dayKind = withOwnDays(knowledge.dayKind, settings.ownDays ?? []);
  return readWeek(database, week, { now, settings, concepts, dayKind }).then(summariseWeek);
}
