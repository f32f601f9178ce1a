import { describe, expect, it } from 'vitest';
import type { CoverageDay, WeekSum } from '../../../utils/domain/records';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS } from '../../../utils/domain/time-constants';
import { shiftWeek, weekOfKey } from '../../../utils/domain/week';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { sumWeek } from '../../../utils/domain/week-sums';
import { action, interval, MONDAY, platform, submission, typed } from './fixtures';
import { weekRecords } from './week-input';

const ZONE = 'Asia/Shanghai';
/** Work of so many hours on the Monday so many weeks before. */
const hours = (weeksAgo: number, count: number, id = 'a') =>
  interval(
    id,
    MONDAY - weeksAgo * 7 * DAY_MS + 9 * HOUR_MS,
    MONDAY - weeksAgo * 7 * DAY_MS + (9 + count) * HOUR_MS,
  );
const covered = (weeksAgo: number, share = 1): readonly CoverageDay[] => [
  {
    day: weekOfKey(shiftWeek('2026-W47', -weeksAgo), ZONE).days[0]?.day ?? '',
    active: Array.from({ length: 100 }, (_, n) => n),
    recorded: Array.from({ length: 100 * share }, (_, n) => n),
  },
];
const all = [0, 1, 2, 3, 4];
const compare = (more: Partial<WeekRecords>) =>
  summariseWeek(weekRecords({ coverage: all.flatMap((week) => covered(week)), ...more }));

describe('comparison', () => {
  it('sets a week against the one before and the mean of the four before', () => {
    const { comparison } = compare({
      intervals: [hours(0, 5), hours(1, 4), hours(2, 2), hours(3, 1), hours(4, 3)],
    });
    expect(comparison.current?.workingMs).toBe(5 * HOUR_MS);
    expect(comparison.previous?.workingMs).toBe(4 * HOUR_MS);
    expect(comparison.mean).toMatchObject({ weeks: 4, workingMs: 2.5 * HOUR_MS });
  });

  it('takes a week without records out of the mean instead of counting it as zero', () => {
    const { comparison } = compare({ intervals: [hours(0, 5), hours(2, 2), hours(4, 4)] });
    expect(comparison.previous).toBeUndefined();
    expect(comparison.mean).toMatchObject({ weeks: 2, workingMs: 3 * HOUR_MS });
  });

  it('leaves out weeks of too little coverage, and is left out with too little itself', () => {
    const intervals = [hours(0, 5), hours(1, 4), hours(2, 2)];
    const coverage = [...covered(0), ...covered(1, 0.79), ...covered(2)];
    const { comparison, state } = compare({ intervals, coverage });
    expect(state).toBe('complete');
    expect(comparison.previous).toBeUndefined();
    expect(comparison.mean).toMatchObject({ weeks: 1 });
    const poor = compare({ intervals, coverage: [...covered(0, 0.79), ...covered(1)] });
    expect(poor.state).toBe('incomplete');
    expect(poor.comparison.mean).toBeUndefined();
    expect(poor.comparison.series[6]).toBeDefined();
  });

  it('compares nothing where coverage is unknown, or while the week runs', () => {
    const intervals = [hours(0, 5), hours(1, 4)];
    expect(compare({ intervals, coverage: [] }).comparison.mean).toBeUndefined();
    const running = compare({ intervals, now: MONDAY + DAY_MS });
    expect(running.state).toBe('running');
    expect(running.comparison.previous).toBeUndefined();
  });

  it('shows the build-up period without comparing it', () => {
    const intervals = [hours(0, 5), hours(1, 4)];
    const early = compare({ intervals, since: MONDAY - 27 * DAY_MS });
    expect(early.buildUp).toBe(true);
    expect(early.comparison.mean).toBeUndefined();
    expect(early.clocks.workingMs).toBe(5 * HOUR_MS);
    expect(compare({ intervals, since: MONDAY - 28 * DAY_MS }).buildUp).toBe(false);
  });

  it('compares only platforms that were recorded in both periods', () => {
    const platforms = [platform('a'), platform('b', { addedAt: MONDAY - 10 * DAY_MS })];
    const summary = compare({
      platforms,
      intervals: [hours(0, 5), hours(0, 3, 'b'), hours(1, 4)],
    });
    expect(summary.newPlatforms).toEqual(['b']);
    expect(summary.clocks.workingMs).toBe(8 * HOUR_MS);
    expect(summary.comparison.current?.workingMs).toBe(5 * HOUR_MS);
    expect(summary.comparison.previous?.workingMs).toBe(4 * HOUR_MS);
  });

  it('gives eight bars, oldest first, none where nothing was recorded', () => {
    const { series } = compare({
      intervals: [hours(0, 5), hours(7, 1)],
      actions: [action('a', MONDAY - 14 * DAY_MS, { count: 3 })],
    }).comparison;
    expect(series.map((bar) => bar?.week)).toEqual([
      '2026-W40',
      undefined,
      undefined,
      undefined,
      undefined,
      '2026-W45',
      undefined,
      '2026-W47',
    ]);
    expect(series[5]).toMatchObject({ actions: 3, workingMs: 0 });
  });

  it('looks 28 days back for re-entry in every week it compares', () => {
    const judgement = (daysBefore: number) => ({
      ruleVersion: 1,
      reentered: [
        { field: 0, platforms: ['b'], submissions: ['x'], lastAts: [MONDAY - daysBefore * DAY_MS] },
      ],
      comparable: [0],
      fixed: [],
      rho: 1,
    });
    const submissions = [20, 40].map((daysBefore) =>
      submission('a', MONDAY + daysBefore, [typed('person.phone', '1')], {
        judgement: judgement(daysBefore),
      }),
    );
    const summary = compare({ submissions, intervals: [hours(0, 1), hours(1, 1)] });
    expect(summary.reentry.ms.mid).toBe(20_000);
    expect(summary.comparison.current?.reentryMs).toBe(10_000);
  });

  it('comes to the same from the sums of the weeks before as from their records', () => {
    const intervals = [hours(0, 5), hours(1, 4), hours(2, 2), hours(3, 1), hours(4, 3)];
    const actions = all.map((week) => action('a', MONDAY - week * 7 * DAY_MS, { count: week + 1 }));
    const weekSums: readonly WeekSum[] = [1, 2, 3, 4].flatMap((week) =>
      sumWeek(weekOfKey(shiftWeek('2026-W47', -week), ZONE), {
        intervals,
        actions,
        submissions: [],
        uploads: [],
        thetaMs: 60_000,
        fixed: new Set(),
      }),
    );
    const fromRecords = compare({ intervals, actions });
    const fromSums = compare({
      intervals: intervals.slice(0, 1),
      actions: actions.slice(0, 1),
      weekSums,
    });
    expect(fromSums.comparison).toEqual(fromRecords.comparison);
  });

  it('shows a week from its sums where its details have gone', () => {
    const intervals = [hours(0, 5)];
    const weekSums = sumWeek(weekOfKey('2026-W47', ZONE), {
      intervals,
      actions: [action('a', MONDAY, { count: 4 })],
      submissions: [],
      uploads: [],
      thetaMs: 60_000,
      fixed: new Set(),
    });
    const summary = compare({ weekSums });
    expect(summary.fromSums).toBe(true);
    expect(summary.state).toBe('complete');
    expect(summary.clocks.workingMs).toBe(5 * HOUR_MS);
    expect(summary.actions.total).toBe(4);
    expect(summary.platforms).toMatchObject([{ platform: 'a', visits: 0 }]);
    expect(summary.days).toHaveLength(7);
  });
});

describe('a week whose details have begun to go', () => {
  it('is shown from its sums as soon as less is left', () => {
    const details = [hours(0, 5), interval('a', MONDAY + DAY_MS, MONDAY + DAY_MS + HOUR_MS)];
    const weekSums = sumWeek(weekOfKey('2026-W47', ZONE), {
      intervals: details,
      actions: [],
      submissions: [],
      uploads: [],
      thetaMs: 60_000,
      fixed: new Set(),
    });
    const whole = compare({ weekSums, intervals: details });
    expect([whole.fromSums, whole.clocks.workingMs]).toEqual([false, 6 * HOUR_MS]);
    const rest = compare({ weekSums, intervals: details.slice(1) });
    expect([rest.fromSums, rest.clocks.workingMs]).toEqual([true, 6 * HOUR_MS]);
  });
});

describe('sumWeek', () => {
  it('sums as the summary does, per platform', () => {
    const submissions = [
      submission('a', MONDAY, [typed('person.phone', '1')], {
        judgement: {
          ruleVersion: 1,
          reentered: [
            { field: 0, platforms: ['b'], submissions: ['x'], lastAts: [MONDAY - DAY_MS] },
          ],
          comparable: [0],
          fixed: [],
          rho: 1,
        },
      }),
      submission('a', MONDAY + 1, [typed('person.phone', '2')], { outcome: 'refused' }),
    ];
    const [sum, ...more] = sumWeek(weekOfKey('2026-W47', ZONE), {
      intervals: [hours(0, 2)],
      actions: [action('a', MONDAY), action('a', MONDAY, { outcome: 'attempt' })],
      submissions,
      uploads: [],
      thetaMs: 60_000,
      fixed: new Set(),
    });
    expect(more).toEqual([]);
    expect(sum).toEqual({
      week: '2026-W47',
      platform: 'a',
      workingMs: 2 * HOUR_MS,
      playingMs: 0,
      inputMs: 0,
      frontMs: 2 * HOUR_MS,
      submissions: 1,
      attempts: 1,
      enteredFields: 1,
      comparableFields: 1,
      reenteredFields: 1,
      reentryMs: 10_000,
      reentryLowMs: 5_000,
      reentryHighMs: 12_000,
      uploads: 0,
      actions: { 'check-in': 1 },
      recentReentryMs: 10_000,
      prefilledFields: 0,
      repeatedUploads: 0,
      repeatedAcross: 0,
      fillingMs: 10_000,
    });
  });
});
