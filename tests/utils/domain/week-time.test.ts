import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocks } from '../../../utils/domain/clocks';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { weekOfKey } from '../../../utils/domain/week';
import {
  clipInterval,
  switchesOf,
  switchesPerHour,
  weekTime,
} from '../../../utils/domain/week-time';
import { interval, MONDAY } from './fixtures';

const WEEK = weekOfKey('2026-W47', 'Asia/Shanghai');
const THETA = 60 * SECOND_MS;

describe('weekTime', () => {
  it('adds up the clocks per platform and day, longest work first', () => {
    const time = weekTime(
      [
        interval('a', MONDAY, MONDAY + HOUR_MS, {
          pauses: [{ offsetMs: 0, lengthMs: 10 * MINUTE_MS }],
          inputMs: 20 * MINUTE_MS,
        }),
        interval('b', MONDAY + DAY_MS, MONDAY + DAY_MS + 2 * HOUR_MS),
        interval('b', MONDAY + 2 * DAY_MS, MONDAY + 2 * DAY_MS + HOUR_MS, { place: 'beside' }),
      ],
      WEEK,
      THETA,
    );
    expect(time.platforms.map(({ platform }) => platform)).toEqual(['b', 'a']);
    expect(time.clocks).toMatchObject({
      workingMs: 2 * HOUR_MS + 50 * MINUTE_MS,
      idleMs: 10 * MINUTE_MS,
      besideMs: HOUR_MS,
      frontMs: 3 * HOUR_MS,
      inputMs: 20 * MINUTE_MS,
    });
    expect(time.days.map(({ workingMs }) => workingMs / MINUTE_MS)).toEqual([
      50, 120, 0, 0, 0, 0, 0,
    ]);
  });

  it('leaves other weeks and background media out', () => {
    const time = weekTime(
      [
        interval('a', WEEK.from - HOUR_MS, WEEK.from),
        interval('a', WEEK.to, WEEK.to + HOUR_MS),
        interval('a', MONDAY, MONDAY + HOUR_MS, { place: 'background' }),
      ],
      WEEK,
      THETA,
    );
    expect(time.platforms).toEqual([]);
    expect(time.clocks.frontMs).toBe(0);
  });

  it('tells what was confirmed, recovered and capped', () => {
    const minutes = (certainty: 'confirmed' | 'recovered' | 'capped', n: number) =>
      interval('a', MONDAY + n * HOUR_MS, MONDAY + n * HOUR_MS + n * MINUTE_MS, { certainty });
    const time = weekTime(
      [minutes('confirmed', 1), minutes('recovered', 2), minutes('capped', 3)],
      WEEK,
      THETA,
    );
    expect([time.confirmedMs, time.recoveredMs, time.cappedMs]).toEqual([
      MINUTE_MS,
      2 * MINUTE_MS,
      3 * MINUTE_MS,
    ]);
  });

  it('puts working time into the hours of the day', () => {
    const { heat } = weekTime(
      [
        interval('a', MONDAY + 9.5 * HOUR_MS, MONDAY + 11 * HOUR_MS, {
          pauses: [{ offsetMs: 30 * MINUTE_MS, lengthMs: 5 * MINUTE_MS }],
        }),
      ],
      WEEK,
      THETA,
    );
    expect(heat[0]?.slice(8, 12).map((ms) => ms / MINUTE_MS)).toEqual([0, 30, 55, 0]);
  });

  it('counts visits by their id', () => {
    const time = weekTime(
      [
        interval('a', MONDAY, MONDAY + MINUTE_MS, { visit: 'one' }),
        interval('a', MONDAY + 2 * MINUTE_MS, MONDAY + 3 * MINUTE_MS, { visit: 'one' }),
        interval('a', MONDAY + HOUR_MS, MONDAY + HOUR_MS + MINUTE_MS, { visit: 'two' }),
      ],
      WEEK,
      THETA,
    );
    expect(time.platforms[0]?.visits).toBe(2);
  });

  it('gives each part of an interval over midnight to its day, a pause as a whole', () => {
    const midnight = MONDAY + DAY_MS;
    const time = weekTime(
      [
        interval('a', midnight - 10 * MINUTE_MS, midnight + 10 * MINUTE_MS, {
          // 80 s in all, 40 s on either side: longer than θ as a whole.
          pauses: [{ offsetMs: 10 * MINUTE_MS - 40_000, lengthMs: 80_000 }],
        }),
      ],
      WEEK,
      THETA,
    );
    expect(time.days[0]?.workingMs).toBe(10 * MINUTE_MS - 40_000);
    expect(time.days[1]?.workingMs).toBe(10 * MINUTE_MS - 40_000);
  });

  it('loses and invents no second: days, platforms, hours and clocks agree', () => {
    // Intervals in front never overlap: one after the other, with gaps between them.
    const spans = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 600 }),
        minutes: fc.integer({ min: 1, max: 90 }),
        pause: fc.integer({ min: 15, max: 400 }),
        platform: fc.constantFrom('a', 'b', 'c'),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(spans, (rows) => {
        let at = MONDAY;
        const intervals = rows.flatMap(({ gap, minutes, pause, platform }) => {
          const from = at + gap * MINUTE_MS;
          const to = Math.min(from + minutes * MINUTE_MS, WEEK.to);
          if (to <= from) return [];
          at = to;
          const lengthMs = Math.min(pause * SECOND_MS, to - from);
          return [interval(platform, from, to, { pauses: [{ offsetMs: 0, lengthMs }] })];
        });
        const time = weekTime(intervals, WEEK, THETA);
        const working = intervals.reduce((sum, one) => sum + clocks(one, THETA).workingMs, 0);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(time.clocks.workingMs).toBe(working);
        expect(sum(time.days.map(({ workingMs }) => workingMs))).toBe(working);
        expect(sum(time.heat.flat())).toBe(working);
        const { inputMs, workingMs, frontMs, playingMs, idleMs } = time.clocks;
        expect(inputMs).toBeLessThanOrEqual(workingMs);
        expect(workingMs + playingMs + idleMs).toBe(frontMs);
      }),
      { numRuns: 60 },
    );
  });
});

describe('clipInterval', () => {
  it('cuts stretches with the interval and shares its input out', () => {
    const whole = interval('a', MONDAY, MONDAY + 100_000, {
      playing: [{ offsetMs: 20_000, lengthMs: 60_000 }],
      inputMs: 50_000,
    });
    const part = clipInterval(whole, { from: MONDAY + 40_000, to: MONDAY + 200_000 });
    expect(part).toMatchObject({
      from: MONDAY + 40_000,
      to: MONDAY + 100_000,
      playing: [{ offsetMs: 0, lengthMs: 40_000 }],
      inputMs: 30_000,
    });
    expect(clipInterval(whole, { from: MONDAY + 100_000, to: MONDAY + 200_000 })).toBeUndefined();
    expect(clipInterval(whole, { from: MONDAY, to: MONDAY + 100_000 })).toBe(whole);
  });
});

describe('switches', () => {
  const stay = (platform: string, from: number, seconds: number) =>
    interval(platform, MONDAY + from * SECOND_MS, MONDAY + (from + seconds) * SECOND_MS);

  it('count changes of platform with both stays of five seconds', () => {
    expect(switchesOf([stay('a', 0, 60), stay('b', 60, 5), stay('a', 65, 60)])).toBe(2);
    expect(switchesOf([stay('a', 0, 60), stay('b', 60, 4), stay('a', 64, 60)])).toBe(0);
  });

  it('do not count a change after half an hour, nor what stood beside', () => {
    expect(switchesOf([stay('a', 0, 60), stay('b', 60 + 1_801, 60)])).toBe(0);
    expect(switchesOf([stay('a', 0, 60), { ...stay('b', 60, 60), place: 'beside' }])).toBe(0);
  });

  it('add up the pieces of one stay', () => {
    expect(switchesOf([stay('a', 0, 3), stay('a', 3, 3), stay('b', 6, 10)])).toBe(1);
  });

  it('are told per hour worked, from one hour on', () => {
    const some = [stay('a', 0, 60), stay('b', 60, 60)];
    expect(switchesPerHour(some, HOUR_MS - 1)).toBeUndefined();
    expect(switchesPerHour(some, 2 * HOUR_MS)).toBe(0.5);
  });
});
