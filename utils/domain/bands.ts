/**
 * Intensity bands 0–3 (量化分级, *ours*, uncalibrated, printed as such): platforms active in 28 days
 * ≤ 3 / 4–6 / 7–10 / > 10; trace share of portal time < 5 / 15 / 30 / ≥ 30 %; duplicate share < 10 /
 * 30 / 60 / ≥ 60 %; out-of-hours share < 5 / 15 / 30 / ≥ 30 %. They grade a system or a week, never a
 * person.
 */

import type { Band } from './summary';

export type BandMeasure = 'platforms' | 'traces' | 'duplicates' | 'outOfHours';

/** First values of the bands 1, 2 and 3. */
export const BAND_STARTS: Readonly<Record<BandMeasure, readonly [number, number, number]>> = {
  platforms: [4, 7, 11],
  traces: [0.05, 0.15, 0.3],
  duplicates: [0.1, 0.3, 0.6],
  outOfHours: [0.05, 0.15, 0.3],
};

/** The band of a value; undefined of an unknown one. */
export function bandOf(measure: BandMeasure, value: number | undefined): Band | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  const band = BAND_STARTS[measure].filter((start) => value >= start).length as Band['band'];
  return { value, band };
}
