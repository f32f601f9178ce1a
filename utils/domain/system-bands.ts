/**
 * Intensity bands of single systems in a week: trace share of the working time there, and duplicate
 * share of the comparable fields entered there, by the same steps as those of a week. Told only from
 * 10 min of working time or 10 comparable fields (*ours*): a share of less says nothing.
 */

import { type BandMeasure, bandOf } from './bands';
import type { SystemBand } from './summary';
import { MINUTE_MS } from './time-constants';

const LEAST_WORKED_MS = 10 * MINUTE_MS;
const LEAST_FIELDS = 10;

/** What of one system in one week its bands are told from. */
export interface SystemWeek {
  readonly platform: string;
  readonly workingMs: number;
  /** Working time around proven actions, ms. */
  readonly traceMs: number;
  readonly comparableFields: number;
  readonly reenteredFields: number;
}

/** Bands from 1 up, heaviest first. */
export function systemBands(weeks: readonly SystemWeek[]): readonly SystemBand[] {
  return weeks
    .flatMap(({ platform, workingMs, traceMs, comparableFields, reenteredFields }) => {
      const bandIn = (
        measure: BandMeasure & SystemBand['measure'],
        part: number,
        whole: number,
      ) => {
        const band = bandOf(measure, part / whole);
        return band === undefined || band.band === 0 ? [] : [{ ...band, platform, measure }];
      };
      return [
        ...(workingMs < LEAST_WORKED_MS ? [] : bandIn('traces', traceMs, workingMs)),
        ...(comparableFields < LEAST_FIELDS
          ? []
          : bandIn('duplicates', reenteredFields, comparableFields)),
      ];
    })
    .sort((a, b) => b.band - a.band || b.value - a.value || (a.platform < b.platform ? -1 : 1));
}
