import { backgroundMs, clocks } from '../../../utils/domain/clocks';
import type { Interval } from '../../../utils/domain/records';

export const CLOCKS = ['working', 'playing', 'idle', 'beside', 'background'] as const;
export type ClockName = (typeof CLOCKS)[number];

const THETA_MS = 60_000;

/** Clocks per platform, ms, from intervals as they are stored. */
export function recordedClocks(
  intervals: readonly Interval[],
): Map<string, Record<ClockName, number>> {
  const sums = new Map<string, Record<ClockName, number>>();
  for (const interval of intervals) {
    const sum = sums.get(interval.platform) ?? {
      working: 0,
      playing: 0,
      idle: 0,
      beside: 0,
      background: 0,
    };
    const one = clocks(interval, THETA_MS);
    sum.working += one.workingMs;
    sum.playing += one.playingMs;
    sum.idle += one.idleMs;
    sum.beside += one.besideMs;
    sum.background += backgroundMs(interval);
    sums.set(interval.platform, sum);
  }
  return sums;
}

/** The largest time by which two intervals on the screen overlap, ms: it must be 0. */
export function largestOverlap(intervals: readonly Interval[]): number {
  const screen = intervals
    .filter(({ place }) => place !== 'background')
    .sort((a, b) => a.from - b.from);
  let latest = Number.NEGATIVE_INFINITY;
  let overlap = 0;
  for (const { from, to } of screen) {
    overlap = Math.max(overlap, Math.min(latest, to) - from);
    latest = Math.max(latest, to);
  }
  return Math.max(0, overlap);
}
