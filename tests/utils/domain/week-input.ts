import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { weekdayOf } from '../../../utils/domain/week';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { concepts, MONDAY, platform } from './fixtures';

/** The records of an empty 2026-W47, some days after it was over. */
export function weekRecords(more: Partial<WeekRecords> = {}): WeekRecords {
  return {
    week: '2026-W47',
    now: MONDAY + 10 * DAY_MS,
    settings: DEFAULT_SETTINGS,
    since: MONDAY - 200 * DAY_MS,
    intervals: [],
    coverage: [],
    platforms: [platform('a'), platform('b'), platform('c')],
    forms: [],
    submissions: [],
    uploads: [],
    actions: [],
    pageSigns: [],
    transfers: [],
    findings: [],
    ledger: [],
    weekSums: [],
    concepts,
    dayKind: (day) => (weekdayOf(day) < 5 ? 'workday' : 'restday'),
    ...more,
  };
}
