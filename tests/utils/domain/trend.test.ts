import { describe, expect, it } from 'vitest';
import type { WeekSum } from '../../../utils/domain/records';
import { substitutions } from '../../../utils/domain/substitution';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { beforeAfter, trend } from '../../../utils/domain/trend';
import { shiftWeek } from '../../../utils/domain/week';
import { MONDAY } from './fixtures';

const sum = (week: string, platform: string, more: Partial<WeekSum> = {}): WeekSum => ({
  week,
  platform,
  workingMs: 0,
  playingMs: 0,
  inputMs: 0,
  frontMs: 0,
  submissions: 0,
  attempts: 0,
  enteredFields: 0,
  comparableFields: 0,
  reenteredFields: 0,
  reentryMs: 0,
  reentryLowMs: 0,
  reentryHighMs: 0,
  uploads: 0,
  actions: {},
  ...more,
});
const full = () => 1;

describe('trend', () => {
  const weeks = [
    sum('2026-W05', 'a', { reentryMs: HOUR_MS }), // Thursday 29 January
    sum('2026-W06', 'a', { reentryMs: 2 * HOUR_MS }), // Thursday 5 February
    sum('2026-W06', 'b', { reentryMs: HOUR_MS }),
    sum('2026-W40', 'a', { actions: { 'check-in': 3, like: 2 } }), // Thursday 1 October
  ];

  it('puts a week into the month, quarter and year of its Thursday', () => {
    const periods = (period: 'month' | 'quarter' | 'year') =>
      trend(weeks, { period, coverageOf: full }).map((point) => point.period);
    expect(periods('month')).toEqual(['2026-01', '2026-02', '2026-10']);
    expect(periods('quarter')).toEqual(['2026-Q1', '2026-Q4']);
    expect(periods('year')).toEqual(['2026']);
    expect(trend([sum('2026-W53', 'a')], { period: 'month', coverageOf: full })[0]?.period).toBe(
      '2026-12',
    );
  });

  it('adds up, and counts a week of two platforms once', () => {
    const [, february, october] = trend(weeks, { period: 'month', coverageOf: full });
    expect(february).toMatchObject({
      from: '2026-W06',
      to: '2026-W06',
      all: { weeks: 1, reentryMs: 3 * HOUR_MS },
    });
    expect(october?.all.actions).toBe(5);
  });

  it('gives each figure with and without incomplete weeks', () => {
    const coverageOf = (week: string) => (week === '2026-W05' ? 0.79 : 1);
    const [quarter] = trend(weeks, { period: 'quarter', coverageOf });
    expect(quarter?.all).toMatchObject({ weeks: 2, reentryMs: 4 * HOUR_MS });
    expect(quarter?.complete).toMatchObject({ weeks: 1, reentryMs: 3 * HOUR_MS });
  });

  it('can speak of one platform alone: a week without it is a zero, not before its first', () => {
    const points = trend(weeks, { period: 'year', coverageOf: full, platform: 'b' });
    expect(points).toMatchObject([{ all: { weeks: 2, reentryMs: HOUR_MS } }]);
  });
});

describe('beforeAfter', () => {
  const at = MONDAY + 2 * DAY_MS;
  const week = (shift: number, more: Partial<WeekSum> = {}) =>
    sum(shiftWeek('2026-W47', shift), 'a', { reentryMs: HOUR_MS, ...more });
  const compare = (sums: readonly WeekSum[], coverageOf: (week: string) => number = full) =>
    beforeAfter(sums, { at, zone: 'Asia/Shanghai', coverageOf });

  it('sets four whole weeks against four, the week of the date left out', () => {
    const sums = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((shift) =>
      week(shift, { reentryMs: shift < 0 ? 2 * HOUR_MS : 30 * MINUTE_MS }),
    );
    const result = compare(sums);
    expect(result.before).toMatchObject({ weeks: 4, reentryMs: 8 * HOUR_MS });
    expect(result.after).toMatchObject({ weeks: 4, reentryMs: 2 * HOUR_MS });
    expect(result.comparable).toBe(true);
  });

  it('leaves incomplete weeks out, and does not compare with less than two', () => {
    const sums = [-2, -1, 1, 2].map((shift) => week(shift));
    const result = compare(sums, (key) => (key === '2026-W46' ? 0.5 : 1));
    expect(result.before.weeks).toBe(1);
    expect(result.comparable).toBe(false);
  });

  it('takes a week without the platform, in which others were used, for a true zero', () => {
    const sums = [week(-2), week(-1), ...[1, 2].map((n) => sum(shiftWeek('2026-W47', n), 'b'))];
    const result = beforeAfter(sums, {
      at,
      zone: 'Asia/Shanghai',
      coverageOf: full,
      platform: 'a',
    });
    expect(result.after).toMatchObject({ weeks: 2, reentryMs: 0 });
    expect(result.comparable).toBe(true);
  });
});

describe('substitutions', () => {
  const family = (platform: string) => (platform === 'other' ? 'study' : 'party');
  const weeks = (more: Partial<WeekSum>, platform = 'a') =>
    [1, 2, 3].map((n) => [sum(shiftWeek('2026-W47', -n), platform, more)]);
  const now = (platform: string, more: Partial<WeekSum>) => sum('2026-W47', platform, more);

  it('shows what fell beside what rose by a like amount in the same family', () => {
    const found = substitutions(
      [now('a', { fillingMs: 20 * MINUTE_MS }), now('b', { fillingMs: 90 * MINUTE_MS })],
      weeks({ fillingMs: 120 * MINUTE_MS }),
      family,
    );
    expect(found).toEqual([
      {
        family: 'party',
        fell: { burden: 'filling', platforms: ['a'], before: 120 * MINUTE_MS, now: 20 * MINUTE_MS },
        rose: { burden: 'filling', platforms: ['b'], before: 0, now: 90 * MINUTE_MS },
      },
    ]);
  });

  it('sets one class against another: fewer check-ins, more uploads', () => {
    const found = substitutions(
      [now('a', { actions: { 'check-in': 1 }, uploads: 9 })],
      weeks({ actions: { 'check-in': 10 }, uploads: 0 }),
      family,
    );
    expect(found).toMatchObject([
      {
        fell: { burden: 'actions', before: 10, now: 1 },
        rose: { burden: 'uploads', before: 0, now: 9 },
      },
    ]);
  });

  it('needs a like amount, the same family, a true change and two weeks to compare with', () => {
    const before = weeks({ fillingMs: 120 * MINUTE_MS });
    const fallen = now('a', { fillingMs: 0 });
    expect(
      substitutions([fallen, now('b', { fillingMs: 50 * MINUTE_MS })], before, family),
    ).toEqual([]);
    expect(
      substitutions([fallen, now('other', { fillingMs: 120 * MINUTE_MS })], before, family),
    ).toEqual([]);
    expect(substitutions([fallen, now('b', { uploads: 120 })], before, family)).toEqual([]);
    expect(
      substitutions(
        [now('a', { fillingMs: 100 * MINUTE_MS }), now('b', { fillingMs: 20 * MINUTE_MS })],
        before,
        family,
      ),
    ).toEqual([]);
    const moved = [fallen, now('b', { fillingMs: 120 * MINUTE_MS })];
    expect(substitutions(moved, before, family)).toHaveLength(1);
    expect(substitutions(moved, before.slice(0, 1), family)).toEqual([]);
  });

  it('uses a rise for one fall only', () => {
    const before = [1, 2].map((n) => [
      sum(shiftWeek('2026-W47', -n), 'a', { uploads: 20 }),
      sum(shiftWeek('2026-W47', -n), 'b', { uploads: 20 }),
    ]);
    const found = substitutions([now('c', { uploads: 20 })], before, family);
    expect(found).toHaveLength(1);
  });
});
