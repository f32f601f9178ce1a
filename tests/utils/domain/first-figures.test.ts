import { describe, expect, it } from 'vitest';
import { firstFigures } from '../../../utils/domain/first-figures';
import { summariseWeek } from '../../../utils/domain/summarise';
import { HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { weekOfKey } from '../../../utils/domain/week';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { interval, MONDAY, platform, submission, typed } from './fixtures';
import { weekRecords } from './week-input';

const intervals = Array.from({ length: 40 }, (_, n) => {
  const from = MONDAY + (n * 3 + 2) * HOUR_MS;
  return interval(['a', 'b', 'c'][n % 3] ?? '', from, from + (n % 7) * 11 * MINUTE_MS, {
    pauses: n % 2 === 0 ? [{ offsetMs: 0, lengthMs: 4 * MINUTE_MS }] : [],
  });
});

function both(more: Partial<WeekRecords>) {
  const input = weekRecords({ intervals, ...more });
  const { settings, platforms, weekSums } = input;
  return {
    whole: summariseWeek(input),
    first: firstFigures(weekOfKey(input.week, settings.zone), {
      intervals: input.intervals,
      platforms,
      sums: weekSums.filter(({ week }) => week === input.week),
      thetaMs: settings.thetaMs,
    }),
  };
}

describe('the first figures of a week', () => {
  it('are what the whole summary will say, whatever else is in it', () => {
    const { whole, first } = both({
      submissions: [submission('c', MONDAY + HOUR_MS, [typed('person.phone', '1')])],
    });
    expect(first.clocks.workingMs).toBeGreaterThan(HOUR_MS);
    expect(first.clocks).toEqual(whole.clocks);
    expect(first.days).toEqual(whole.days);
    for (const { platform: id, clocks } of whole.platforms) {
      expect(first.platforms.find((one) => one.platform === id)?.clocks).toEqual(clocks);
    }
  });

  it('leave out what the person took off the list, and count merged platforms as one', () => {
    const platforms = [
      platform('a', { ignored: true }),
      platform('b', { mergedInto: 'c' }),
      platform('c'),
    ];
    const { whole, first } = both({ platforms });
    expect(first.clocks).toEqual(whole.clocks);
    expect(first.platforms.map((one) => one.platform)).toEqual(['c']);
  });
});
