import { describe, expect, it } from 'vitest';
import type { DayKind } from '../../../utils/domain/day-kind';
import type { Action, PageSign } from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import {
  countByKind,
  cuedActions,
  ownLabels,
  routineActions,
  traceMs,
} from '../../../utils/domain/traces';
import { visitsOf } from '../../../utils/domain/visits';
import { weekdayOf, weekOfKey } from '../../../utils/domain/week';
import { workedTime } from '../../../utils/domain/worked-time';
import { action, interval, MONDAY, pageSign } from './fixtures';

const WEEK = weekOfKey('2026-W47', 'Asia/Shanghai');
const plain = (day: string): DayKind => (weekdayOf(day) < 5 ? 'workday' : 'restday');
const onDays = (days: readonly number[], more: Partial<Action> = {}) =>
  days.map((day) => action('a', MONDAY + day * DAY_MS + 9 * HOUR_MS, more));
const visits = (pageSigns: readonly PageSign[], actions: readonly Action[]) =>
  visitsOf({ pageSigns, actions, submissions: [], uploads: [] });

describe('countByKind', () => {
  it('counts what was done on many objects as what it did, and attempts not at all', () => {
    expect(
      countByKind([
        action('a', MONDAY, { action: 'read-confirm', count: 50 }),
        action('a', MONDAY, { action: 'read-confirm', outcome: 'attempt', count: 9 }),
        action('b', MONDAY),
      ]),
    ).toEqual({ 'read-confirm': 50, 'check-in': 1 });
  });
});

describe('routineActions', () => {
  it('is the same action on four of five workdays', () => {
    expect(routineActions(onDays([0, 1, 2, 3]), WEEK, plain)).toEqual([
      { platform: 'a', action: 'check-in', days: 4 },
    ]);
    expect(routineActions(onDays([0, 1, 2]), WEEK, plain)).toEqual([]);
  });

  it('counts workdays, so the weekend does not make up for one', () => {
    expect(routineActions(onDays([0, 1, 2, 5, 6]), WEEK, plain)).toEqual([]);
  });

  it('counts a Saturday that is worked in exchange for a holiday', () => {
    const swapped = (day: string): DayKind => (day === '2026-11-21' ? 'workday' : plain(day));
    // Five of six workdays are needed.
    expect(routineActions(onDays([0, 1, 2, 5]), WEEK, swapped)).toEqual([]);
    expect(routineActions(onDays([0, 1, 2, 3, 5]), WEEK, swapped)).toHaveLength(1);
  });

  it('asks for all days of a week of three workdays, and says nothing of a shorter one', () => {
    const workdays =
      (count: number) =>
      (day: string): DayKind =>
        weekdayOf(day) < count ? 'workday' : 'holiday';
    expect(routineActions(onDays([0, 1, 2]), WEEK, workdays(3))).toHaveLength(1);
    expect(routineActions(onDays([0, 1]), WEEK, workdays(3))).toEqual([]);
    expect(routineActions(onDays([0, 1]), WEEK, workdays(2))).toEqual([]);
  });

  it('takes any four days where the calendar is unknown', () => {
    expect(routineActions(onDays([0, 2, 5, 6]), WEEK, () => undefined)).toHaveLength(1);
    expect(routineActions(onDays([0, 2, 5]), WEEK, () => undefined)).toEqual([]);
  });

  it('keeps platforms, actions and attempts apart', () => {
    const mixed = [
      ...onDays([0, 1]),
      ...onDays([2, 3], { platform: 'b' }),
      ...onDays([2, 3], { action: 'like' }),
      ...onDays([2, 3], { outcome: 'attempt' }),
    ];
    expect(routineActions(mixed, WEEK, plain)).toEqual([]);
  });
});

describe('cuedActions', () => {
  it('gives the lift of visits in which a cue was seen', () => {
    const at = (visit: number) => MONDAY + visit * HOUR_MS;
    const signs = [0, 1, 2, 3, 4, 5].map((visit) =>
      pageSign('a', at(visit), visit < 2 ? { cues: ['ranking'] } : {}),
    );
    // Both visits with the cue and one of four without it had a check-in.
    const actions = [0, 1, 2].map((visit) => action('a', at(visit) + MINUTE_MS));
    expect(cuedActions(visits(signs, actions))).toEqual([
      {
        cue: 'ranking',
        cuedVisits: 2,
        cuedActions: 2,
        otherVisits: 4,
        otherActions: 1,
        lift: 4,
      },
    ]);
  });

  it('gives no lift where no other visit had an action', () => {
    const [only] = cuedActions(
      visits([pageSign('a', MONDAY, { cues: ['quota'] })], [action('a', MONDAY)]),
    );
    expect(only).toMatchObject({ cue: 'quota', cuedVisits: 1, otherVisits: 0 });
    expect(only?.lift).toBeUndefined();
  });
});

describe('ownLabels', () => {
  it('counts what the person called an action, and infers nothing of the others', () => {
    expect(
      ownLabels([
        action('a', MONDAY, { ownLabel: 'required', count: 3 }),
        action('a', MONDAY, { ownLabel: 'voluntary' }),
        action('a', MONDAY),
      ]),
    ).toEqual({ voluntary: 1, required: 3, unclear: 0 });
  });
});

describe('traceMs', () => {
  const theta = 60 * SECOND_MS;

  it('is the working time from a minute before an action to ten seconds after', () => {
    const work = interval('a', MONDAY, MONDAY + HOUR_MS);
    expect(traceMs([action('a', MONDAY + 10 * MINUTE_MS)], workedTime([work], theta))).toBe(70_000);
    expect(traceMs([action('a', MONDAY + 20_000)], workedTime([work], theta))).toBe(30_000);
  });

  it('counts overlapping stretches once, and other platforms not at all', () => {
    const work = [
      interval('a', MONDAY, MONDAY + HOUR_MS),
      interval('b', MONDAY + HOUR_MS, MONDAY + 2 * HOUR_MS),
    ];
    const actions = [
      action('a', MONDAY + 10 * MINUTE_MS),
      action('a', MONDAY + 10 * MINUTE_MS + 30_000),
      action('b', MONDAY + 10 * MINUTE_MS),
      action('a', MONDAY + 30 * MINUTE_MS, { outcome: 'attempt' }),
    ];
    expect(traceMs(actions, workedTime(work, theta))).toBe(100_000);
  });

  it('leaves out pauses longer than θ', () => {
    const work = interval('a', MONDAY, MONDAY + HOUR_MS, {
      pauses: [{ offsetMs: 8 * MINUTE_MS, lengthMs: 90_000 }],
    });
    expect(traceMs([action('a', MONDAY + 10 * MINUTE_MS)], workedTime([work], theta))).toBe(40_000);
  });
});

describe('visitsOf', () => {
  it('ends a visit after half an hour without anything, per platform', () => {
    const found = visits(
      [
        pageSign('a', MONDAY),
        pageSign('b', MONDAY + 20 * MINUTE_MS),
        pageSign('a', MONDAY + 35 * MINUTE_MS),
        pageSign('a', MONDAY + 66 * MINUTE_MS),
      ],
      // Half an hour to the next page is still the same visit.
      [action('a', MONDAY + 5 * MINUTE_MS)],
    );
    expect(found.map(({ platform, from, to }) => [platform, from - MONDAY, to - MONDAY])).toEqual([
      ['a', 0, 35 * MINUTE_MS],
      ['b', 20 * MINUTE_MS, 20 * MINUTE_MS],
      ['a', 66 * MINUTE_MS, 66 * MINUTE_MS],
    ]);
  });
});
