/**
 * Time of one week, from intervals: the four clocks per platform and day, the hours of the day, the
 * visits, and the switches between platforms.
 *
 * Switches per hour worked: changes from one platform to another with both stays ≥ 5 s and no more
 * than 30 min between them ÷ working hours; not told under one working hour.
 * Visit: intervals that carry one visit id; it ends after 30 min elsewhere.
 */

import { clocks, NO_TIME, sumClocks } from './clocks';
import { ensure } from './grouping';
import type { Span } from './observation';
import type { Interval, Stretch } from './records';
import type { Clocks } from './summary';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './time-constants';
import type { Week } from './week';
import { allWorked, type WorkedTime, workedTime } from './worked-time';
import { hoursOfDay } from './zone';

const SHORTEST_STAY_MS = 5 * SECOND_MS;
const LONGEST_GAP_MS = 30 * MINUTE_MS;

interface PlatformTime {
  readonly platform: string;
  readonly clocks: Clocks;
  /** Monday first, seven entries. */
  readonly days: readonly Clocks[];
  readonly visits: number;
}

export interface WeekTime {
  readonly clocks: Clocks;
  readonly days: readonly Clocks[];
  /** In the order of their working time, longest first. */
  readonly platforms: readonly PlatformTime[];
  readonly confirmedMs: number;
  readonly recoveredMs: number;
  readonly cappedMs: number;
  /** Working ms by day (Monday first) and hour of the clock, 7 × 24. */
  readonly heat: readonly (readonly number[])[];
  readonly switchesPerHour?: number;
}

/**
 * The time of a week. Media in hidden tabs (`background`) is on none of the four clocks.
 *
 * @param worked where the working time of the intervals lies, if it is known already
 */
export function weekTime(
  intervals: readonly Interval[],
  week: Week,
  thetaMs: number,
  worked: WorkedTime = workedTime(intervals, thetaMs),
): WeekTime {
  const inWeek = intervals.filter(
    ({ from, to, place }) => to > week.from && from < week.to && place !== 'background',
  );
  const byPlatform = new Map<string, { days: MutableClocks[]; visits: Set<string> }>();
  const certainty = { confirmed: 0, recovered: 0, capped: 0 };
  for (const interval of inWeek) {
    const time = ensure(byPlatform, interval.platform, () => ({
      days: week.days.map(() => ({ ...NO_TIME })),
      visits: new Set(),
    }));
    if (interval.place === 'front') time.visits.add(interval.visit);
    const first = firstAfter(week.days, interval.from);
    for (let index = first; index < week.days.length; index += 1) {
      const day = week.days[index] as (typeof week.days)[number];
      if (day.from >= interval.to) break;
      const part = clipInterval(interval, day);
      if (part === undefined) continue;
      const sum = clocks(part, thetaMs);
      addTo(time.days[index] as MutableClocks, sum);
      certainty[interval.certainty] += sum.frontMs;
    }
  }
  const platforms = [...byPlatform]
    .map(([platform, { days, visits }]) => ({
      platform,
      clocks: sumClocks(days),
      days: days as readonly Clocks[],
      visits: visits.size,
    }))
    .sort(
      (a, b) =>
        b.clocks.workingMs - a.clocks.workingMs ||
        b.clocks.frontMs - a.clocks.frontMs ||
        (a.platform < b.platform ? -1 : 1),
    );
  const total = sumClocks(platforms.map((platform) => platform.clocks));
  const perHour = switchesPerHour(inWeek, total.workingMs);
  return {
    clocks: total,
    days: week.days.map((_, index) =>
      sumClocks(platforms.map(({ days }) => days[index] as Clocks)),
    ),
    platforms,
    confirmedMs: certainty.confirmed,
    recoveredMs: certainty.recovered,
    cappedMs: certainty.capped,
    heat: heatOf(allWorked(worked), week),
    ...(perHour === undefined ? {} : { switchesPerHour: perHour }),
  };
}

type MutableClocks = { -readonly [Clock in keyof Clocks]: Clocks[Clock] };

function addTo(sum: MutableClocks, more: Clocks): void {
  sum.workingMs += more.workingMs;
  sum.playingMs += more.playingMs;
  sum.idleMs += more.idleMs;
  sum.besideMs += more.besideMs;
  sum.inputMs += more.inputMs;
  sum.frontMs += more.frontMs;
  sum.waitingMs += more.waitingMs;
}

/**
 * The part of an interval within a span; undefined where there is none. Recorded intervals end at
 * local midnight, so a part is only taken where the person changed the zone since. Input is then
 * shared out by length.
 */
export function clipInterval(interval: Interval, { from, to }: Span): Interval | undefined {
  if (interval.from >= from && interval.to <= to) {
    return interval.to > interval.from ? interval : undefined;
  }
  const start = Math.max(interval.from, from);
  const end = Math.min(interval.to, to);
  if (end <= start) return undefined;
  const share = (end - start) / (interval.to - interval.from);
  const part = <Part extends Stretch>(stretch: Part): readonly Part[] => {
    const a = Math.max(interval.from + stretch.offsetMs, start);
    const b = Math.min(interval.from + stretch.offsetMs + stretch.lengthMs, end);
    return b > a ? [{ ...stretch, offsetMs: a - start, lengthMs: b - a }] : [];
  };
  return {
    ...interval,
    from: start,
    to: end,
    pauses: interval.pauses.flatMap((pause) =>
      part({ ...pause, wholeMs: pause.wholeMs ?? pause.lengthMs }),
    ),
    playing: interval.playing.flatMap(part),
    waiting: interval.waiting.flatMap(part),
    inputMs: Math.round(interval.inputMs * share),
    ...(interval.captchaMs === undefined
      ? {}
      : { captchaMs: Math.round(interval.captchaMs * share) }),
  };
}

function heatOf(worked: readonly Span[], week: Week): readonly (readonly number[])[] {
  const heat = week.days.map(() => new Array<number>(24).fill(0));
  const cells = week.days.flatMap(({ day }, index) =>
    hoursOfDay(day, week.zone).map((hour) => ({ ...hour, index })),
  );
  for (const span of worked) {
    for (let at = firstAfter(cells, span.from); at < cells.length; at += 1) {
      const { from, to, hour, index } = cells[at] as (typeof cells)[number];
      if (from >= span.to) break;
      const row = heat[index] as number[];
      row[hour] = (row[hour] ?? 0) + Math.min(span.to, to) - Math.max(span.from, from);
    }
  }
  return heat;
}

/** Index of the first of sorted spans that ends after a moment, by halving. */
function firstAfter(spans: readonly { readonly to: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { to: number }).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Switches per working hour; undefined under one working hour. */
export function switchesPerHour(
  intervals: readonly Interval[],
  workingMs: number,
): number | undefined {
  if (workingMs < HOUR_MS) return undefined;
  return switchesOf(intervals) / (workingMs / HOUR_MS);
}

/** Changes from one platform to another, both stays ≥ 5 s, at most 30 min apart. */
export function switchesOf(intervals: readonly Interval[]): number {
  const front = intervals
    .filter(({ place }) => place === 'front')
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const stays: { platform: string; from: number; to: number; lengthMs: number }[] = [];
  for (const { platform, from, to } of front) {
    const last = stays.at(-1);
    if (last?.platform === platform && from - last.to <= LONGEST_GAP_MS) {
      last.to = Math.max(last.to, to);
      last.lengthMs += to - from;
    } else {
      stays.push({ platform, from, to, lengthMs: to - from });
    }
  }
  const long = stays.filter(({ lengthMs }) => lengthMs >= SHORTEST_STAY_MS);
  let switches = 0;
  for (const [index, stay] of long.entries()) {
    const before = long[index - 1];
    if (before === undefined || before.platform === stay.platform) continue;
    if (stay.from - before.to <= LONGEST_GAP_MS) switches += 1;
  }
  return switches;
}
