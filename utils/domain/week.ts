/**
 * Week (周): Monday 00:00 to Sunday 24:00 in Asia/Shanghai unless the person sets another zone, with
 * its ISO key `2026-W47`. Days end at local midnight, so a day lasts 23 or 25 hours where the clocks
 * change. The year of the key is the one that the week's Thursday lies in.
 */

import { addDays, type DayKey, dayKeyAt, daysBetween, startOfDay } from './zone';

/** An ISO week as `2026-W47`: sorts as text. */
export type WeekKey = string;

interface WeekDay {
  readonly day: DayKey;
  /** First millisecond of the day and of the next. */
  readonly from: number;
  readonly to: number;
}

export interface Week {
  readonly key: WeekKey;
  readonly zone: string;
  /** First millisecond of Monday and first millisecond after Sunday. */
  readonly from: number;
  readonly to: number;
  /** Monday first, seven entries. */
  readonly days: readonly WeekDay[];
}

/** The week that a moment (epoch ms) lies in. Throws a `RangeError` for an unknown zone. */
export function weekAt(at: number, zone: string): Week {
  return weekFromMonday(mondayOf(dayKeyAt(at, zone)), zone);
}

/** The week of a key. Throws a `RangeError` where {@link isWeekKey} says no. */
export function weekOfKey(key: WeekKey, zone: string): Week {
  return weekFromMonday(mondayOfKey(key), zone);
}

/** The key of the week that a local day lies in. */
export function weekKeyOfDay(day: DayKey): WeekKey {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Whether a text is the key of a week that exists: the 53rd is not there in every year. */
export function isWeekKey(text: string): boolean {
  const parts = /^(\d{4})-W(\d{2})$/.exec(text);
  if (parts === null || parts[2] === '00') return false;
  return weekKeyOfDay(mondayOfParts(Number(parts[1]), Number(parts[2]))) === text;
}

/** The key of the week `weeks` after (before, where negative) another. */
export function shiftWeek(key: WeekKey, weeks: number): WeekKey {
  return weekKeyOfDay(addDays(mondayOfKey(key), 7 * weeks));
}

export function previousWeek(key: WeekKey): WeekKey {
  return shiftWeek(key, -1);
}

export function nextWeek(key: WeekKey): WeekKey {
  return shiftWeek(key, 1);
}

/** The Monday of a week key as a local day. Throws a `RangeError` where the key is none. */
export function mondayOfKey(key: WeekKey): DayKey {
  if (!isWeekKey(key)) throw new RangeError(`not a week: ${key}`);
  return mondayOfParts(Number(key.slice(0, 4)), Number(key.slice(6)));
}

/** Weekday of a local day: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: DayKey): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function mondayOf(day: DayKey): DayKey {
  return addDays(day, -weekdayOf(day));
}

function mondayOfParts(year: number, number: number): DayKey {
  // The 4th of January lies in the first week of its year.
  return addDays(mondayOf(`${String(year).padStart(4, '0')}-01-04`), 7 * (number - 1));
}

function weekFromMonday(monday: DayKey, zone: string): Week {
  const keys = Array.from({ length: 8 }, (_, index) => addDays(monday, index));
  const starts = keys.map((day) => startOfDay(day, zone));
  const days = keys.slice(0, 7).map((day, index) => ({
    day,
    from: starts[index] as number,
    to: starts[index + 1] as number,
  }));
  return {
    key: weekKeyOfDay(monday),
    zone,
    from: starts[0] as number,
    to: starts[7] as number,
    days,
  };
}
