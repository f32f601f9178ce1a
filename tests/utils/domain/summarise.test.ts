import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { weekdayOf } from '../../../utils/domain/week';
import {
  action,
  concepts,
  interval,
  MONDAY,
  platform,
  submission,
  typed,
  upload,
} from './fixtures';

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

describe('summariseWeek', () => {
  it('is empty where nothing was recorded', () => {
    const summary = summariseWeek(weekRecords());
    expect(summary.state).toBe('empty');
    expect(summary.platforms).toEqual([]);
    expect(summary.comparison.series).toEqual(new Array(8).fill(undefined));
  });

  it('adds up one hour of work', () => {
    const summary = summariseWeek(
      weekRecords({
        intervals: [interval('a', MONDAY + 9 * HOUR_MS, MONDAY + 10 * HOUR_MS, { inputMs: 600_000 })],
      }),
    );
    expect(summary.clocks.workingMs).toBe(HOUR_MS);
    expect(summary.heat[0]?.[9]).toBe(HOUR_MS);
    expect(summary.platforms.map(({ platform }) => platform)).toEqual(['a']);
  });
});
