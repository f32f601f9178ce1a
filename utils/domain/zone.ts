/**
 * Local time in any IANA zone, by `Intl` alone: a library's zone data would be older than the
 * browser's. Every function takes epoch ms and throws a `RangeError` for an unknown zone.
 */

import { DAY_MS, HOUR_MS, MINUTE_MS } from './time-constants';

/** A local calendar day as `yyyy-mm-dd`: sorts as text. */
export type DayKey = string;

// Making an Intl formatter costs about a hundred times as much as using one.
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and quarter of an hour: every change of a zone since 1972 falls on one. */
const offsets = new Map<string, Map<number, number>>();
const QUARTER_MS = 15 * MINUTE_MS;
const KEPT_OFFSETS = 20_000;

/** Local time less UTC at a moment, ms: 28 800 000 in Asia/Shanghai. */
export function offsetAt(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER_MS);
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * QUARTER_MS, zone);
    if (known.size >= KEPT_OFFSETS) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** The local day that a moment lies in. */
export function dayKeyAt(at: number, zone: string): DayKey {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}

/** The local hour of a moment, 0…23. */
export function hourAt(at: number, zone: string): number {
  return new Date(at + offsetAt(at, zone)).getUTCHours();
}

/** Minutes on the local clock since it showed midnight, 0…1439. */
export function minuteOfDayAt(at: number, zone: string): number {
  const local = new Date(at + offsetAt(at, zone));
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * First millisecond of a local day. Where the clocks skip midnight it is the first moment that
 * exists; a day that a zone skipped altogether is empty and starts where the next one does.
 */
export function startOfDay(day: DayKey, zone: string): number {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utcMidnight)) throw new RangeError(`not a day: ${day}`);
  const guess = utcMidnight - offsetAt(utcMidnight - offsetAt(utcMidnight, zone), zone);
  if (dayKeyAt(guess, zone) === day && dayKeyAt(guess - 1, zone) < day) return guess;
  // A change of the clocks near midnight: the first moment that is not before this day.
  let before = utcMidnight - 2 * DAY_MS;
  let after = utcMidnight + 2 * DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayKeyAt(middle, zone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/**
 * The moment at which the local clock shows so many minutes after midnight; where the clocks skip it,
 * as long after midnight as it would have been.
 */
export function momentOn(day: DayKey, minutes: number, zone: string): number {
  const start = startOfDay(day, zone);
  const plain = start + minutes * MINUTE_MS;
  const moved = plain + offsetAt(start, zone) - offsetAt(plain, zone);
  return minuteOfDayAt(moved, zone) === minutes % (24 * 60) ? moved : plain;
}

/** The day `days` after (before, where negative) a day on the calendar. */
export function addDays(day: DayKey, days: number): DayKey {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another on the calendar; negative where the second is earlier. */
export function daysBetween(from: DayKey, to: DayKey): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * Splits a day's real time where the local hour changes: 24 stretches, 23 or 25 where the clocks
 * change, each with the hour that the clock shows.
 */
export function hoursOfDay(
  day: DayKey,
  zone: string,
): readonly { readonly hour: number; readonly from: number; readonly to: number }[] {
  const end = startOfDay(addDays(day, 1), zone);
  const hours: { hour: number; from: number; to: number }[] = [];
  let from = startOfDay(day, zone);
  while (from < end) {
    const local = from + offsetAt(from, zone);
    let to = Math.min(end, from + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS));
    // A zone that moves its clocks by half an hour does so inside an hour.
    for (let at = from + QUARTER_MS; at < to; at += QUARTER_MS) {
      if (offsetAt(at, zone) !== offsetAt(from, zone)) {
        to = at - (at % QUARTER_MS);
        break;
      }
    }
    hours.push({ hour: hourAt(from, zone), from, to });
    from = to;
  }
  return hours;
}

function readOffset(at: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const local = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
