/**
 * Coarsening on the person's side: before anything is written, every figure is made rougher and cut at
 * a cap, so that no file holds an exact one. Minutes to 5 per platform and form type (cap 5 h), to 15
 * per category (cap 20 h) and in all (cap 40 h); counts are cut at 99. Categories add what their
 * platforms hold after coarsening: no total tells more of one platform than its own row does.
 */

import { MINUTE_MS } from '../time-constants';
import { COUNT_CAP } from './layout';

/** Milliseconds as minutes, to the next multiple of `step`, at most `cap`. */
export function coarseMinutes(ms: number, step: number, cap: number): number {
  return roundTo(Math.max(0, ms) / MINUTE_MS, step, cap);
}

export function roundTo(value: number, step: number, cap: number): number {
  return Math.min(cap, Math.round(value / step) * step);
}

export function coarseCount(count: number): number {
  return Math.min(COUNT_CAP, Math.max(0, Math.round(count)));
}

export interface FieldCounts {
  readonly entered: number;
  readonly prefilled: number;
  readonly comparable: number;
  readonly reentered: number;
}

/** Field counts of a row; where one is over the cap all are made smaller alike, so that shares stay. */
export function coarseFields(counts: FieldCounts): FieldCounts {
  const { entered, prefilled, comparable, reentered } = counts;
  const factor = Math.min(1, COUNT_CAP / Math.max(entered, prefilled, comparable, reentered, 1));
  const coarse = (count: number) => coarseCount(count * factor);
  return {
    entered: coarse(entered),
    prefilled: coarse(prefilled),
    comparable: coarse(comparable),
    reentered: coarse(reentered),
  };
}
