/**
 * Where the working time (操作) of an interval lies: what is in front, less every pause longer than
 * θ as a whole. The lengths add up to `clocks(interval, θ).workingMs`; the places are needed for the
 * hours of a day, the time out of hours and the time between two moments.
 */

import type { Span } from './observation';
import type { Interval } from './records';

/** Working spans of an interval, oldest first, epoch ms; none of an interval that is not in front. */
export function workingSpans(interval: Interval, thetaMs: number): readonly Span[] {
  if (interval.place !== 'front') return [];
  const { from, to } = interval;
  const pauses = interval.pauses
    .filter(({ lengthMs }) => lengthMs > thetaMs)
    .map(({ offsetMs, lengthMs }) => ({ from: from + offsetMs, to: from + offsetMs + lengthMs }))
    .sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  let at = from;
  for (const pause of pauses) {
    if (pause.from > at) spans.push({ from: at, to: Math.min(pause.from, to) });
    at = Math.max(at, pause.to);
  }
  if (at < to) spans.push({ from: at, to });
  return spans;
}

/** How much of sorted or unsorted, disjoint spans lies within [from, to), ms. */
export function lengthWithin(spans: readonly Span[], from: number, to: number): number {
  let total = 0;
  for (const span of spans) {
    total += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return total;
}
