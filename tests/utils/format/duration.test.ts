import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import {
  formatDuration,
  formatDurationRange,
  formatTimeOfDay,
} from '../../../utils/format/duration';

describe('a duration', () => {
  it('is written in hours and minutes', () => {
    expect(formatDuration(3 * HOUR_MS + 12 * MINUTE_MS, 'zh_CN')).toBe('3 小时 12 分');
    expect(formatDuration(3 * HOUR_MS + 12 * MINUTE_MS, 'en')).toBe('3 h 12 min');
    expect(formatDuration(10 * HOUR_MS + 5 * MINUTE_MS, 'zh_CN')).toBe('10 小时 05 分');
    expect(formatDuration(40 * MINUTE_MS, 'zh_CN')).toBe('40 分');
    expect(formatDuration(2 * HOUR_MS, 'en')).toBe('2 h');
  });

  it('tells nothing from too little to write', () => {
    expect(formatDuration(0, 'zh_CN')).toBe('0 分');
    expect(formatDuration(12_000, 'zh_CN')).toBe('不足 1 分');
    expect(formatDuration(12_000, 'en')).toBe('under 1 min');
  });

  it('carries rounded minutes into the hour and never writes 60 分', () => {
    expect(formatDuration(HOUR_MS - 10_000, 'zh_CN')).toBe('1 小时');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * HOUR_MS }), (ms) => {
        expect(formatDuration(ms, 'zh_CN')).not.toMatch(/\b60 分|\./);
      }),
    );
  });

  it('reads as one value where both bounds read the same', () => {
    expect(formatDurationRange(60_000, 70_000, 'zh_CN')).toBe('1 分');
    expect(formatDurationRange(170 * MINUTE_MS, 211 * MINUTE_MS, 'zh_CN')).toBe(
      '2 小时 50 分—3 小时 31 分',
    );
  });
});

it('writes a time of day with two digits, midnight at the end as 24:00', () => {
  expect(formatTimeOfDay(510)).toBe('08:30');
  expect(formatTimeOfDay(1440)).toBe('24:00');
});
