import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
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
import { weekRecords } from './week-input';

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
        intervals: [
          interval('a', MONDAY + 9 * HOUR_MS, MONDAY + 10 * HOUR_MS, { inputMs: 600_000 }),
        ],
      }),
    );
    expect(summary.clocks.workingMs).toBe(HOUR_MS);
    expect(summary.heat[0]?.[9]).toBe(HOUR_MS);
    expect(summary.platforms.map(({ platform }) => platform)).toEqual(['a']);
  });
});
