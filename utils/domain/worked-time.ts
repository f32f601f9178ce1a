/**
 * Where the working time of each platform lies: worked out once, asked by the hours of the day, the
 * hours out of schedule and the time around actions.
 */

import { workingStretches } from './clocks';
import { ensure } from './grouping';
import type { Span } from './observation';
import { union } from './presence-spans';
import type { Interval } from './records';

/** Working spans by platform, sorted and disjoint; epoch ms. */
export type WorkedTime = ReadonlyMap<string, readonly Span[]>;

export function workedTime(intervals: readonly Interval[], thetaMs: number): WorkedTime {
  const spans = new Map<string, Span[]>();
  for (const interval of intervals) {
    if (interval.place !== 'front') continue;
    const own = ensure(spans, interval.platform, () => []);
    if (interval.pauses.length === 0) own.push({ from: interval.from, to: interval.to });
    else own.push(...workingStretches(interval, thetaMs));
  }
  return new Map([...spans].map(([platform, own]) => [platform, union(own)]));
}

/** The working spans of all platforms, sorted and disjoint. */
export function allWorked(worked: WorkedTime): readonly Span[] {
  return union([...worked.values()].flat());
}
