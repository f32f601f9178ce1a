/**
 * Releases before and after. Two tables may be laid side by side only where no difference of them is a
 * person: they are of one collection dictionary or share its rows, of different weeks, and a change is
 * told only where both printed the figure and it is larger than their rounding. Compared are means
 * per person and week, since other people may have taken part.
 *
 * 回潮 (relapse): a burden that had fallen by a fifth or more and is back at nine tenths of where it
 * began or above (*ours*); it takes three releases.
 */

import { capOf } from './layout';
import type { PrintedMeasure, Release } from './release';
import { roundingUnit } from './settle-sums';

export interface Change {
  readonly row: string;
  readonly measure: PrintedMeasure;
  /** Means per person and week, oldest release first; undefined where it was not printed. */
  readonly means: readonly (number | undefined)[];
  readonly change: 'fell' | 'rose' | 'level';
  readonly relapse: boolean;
}

export type ComparisonRefusal = 'one' | 'same-weeks';

const FELL = 0.8;
const BACK = 0.9;

export function compareReleases(
  releases: readonly Release[],
  measures: readonly PrintedMeasure[],
):
  | { readonly releases: readonly Release[]; readonly changes: readonly Change[] }
  | { readonly refused: ComparisonRefusal } {
  const sorted = [...releases].sort((a, b) => ((a.weeks[0] ?? '') < (b.weeks[0] ?? '') ? -1 : 1));
  if (sorted.length < 2) return { refused: 'one' };
  const weeks = sorted.flatMap((release) => release.weeks);
  if (new Set(weeks).size !== weeks.length) return { refused: 'same-weeks' };
  const keys = [...new Set(sorted.flatMap(({ rows }) => rows.map(({ key }) => key)))].filter(
    (key) => !key.startsWith('remainder/'),
  );
  const changes = keys.flatMap((row) =>
    measures.flatMap((measure): Change[] => {
      const points = sorted.map(({ rows, weeks: own }) => {
        const { people, sums, kind } = rows.find(({ key }) => key === row) ?? { sums: {} };
        const sum = sums[measure];
        if (sum === undefined || !people || kind === undefined || kind === 'remainder')
          return undefined;
        const unit = roundingUnit(measure, capOf(kind, measure) * own.length);
        return { mean: sum / people, error: unit / people };
      });
      const known = points.filter((point) => point !== undefined);
      const [first, last] = [known[0], known.at(-1)];
      if (known.length < 2 || first === undefined || last === undefined) return [];
      const difference = last.mean - first.mean;
      const low = Math.min(...known.slice(1, -1).map(({ mean }) => mean));
      return [
        {
          row,
          measure,
          means: points.map((point) => point?.mean),
          change:
            Math.abs(difference) <= first.error + last.error
              ? 'level'
              : difference < 0
                ? 'fell'
                : 'rose',
          relapse: low <= FELL * first.mean && last.mean >= BACK * first.mean,
        },
      ];
    }),
  );
  return { releases: sorted, changes };
}
