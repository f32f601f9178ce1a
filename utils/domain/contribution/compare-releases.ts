/**
 * Releases before and after. Two tables may be laid side by side only where no difference of them is a
 * person: they are of one collection dictionary or share its rows, of different weeks, and a change is
 * told only where both printed the figure and it is larger than what the rounding of sums and of people
 * could make of it. Compared are means
 * per person and week, since other people may have taken part.
 *
 * 回潮 (relapse): a burden that had fallen by a fifth or more and is back at nine tenths of where it
 * began or above (*ours*); it takes three releases.
 */

import { capOf } from './layout';
import type { PrintedMeasure, Release, ReleaseRow } from './release';
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

/** Numbers of people are multiples of it. */
const PEOPLE = 5;
const DEPTH = { all: 0, category: 1, platform: 2, rest: 2, form: 3, formrest: 3 } as const;
const BELOW = ['category', 'platform', 'form'] as const;

/** How far a row may be from the truth: half a unit for each row of which it is the sum. */
function roundedBy(
  rows: readonly ReleaseRow[],
  at: number,
  measure: PrintedMeasure,
  weeks: number,
): number {
  const own = depthOf(rows[at]);
  let end = at + 1;
  while (end < rows.length && depthOf(rows[end]) > own) end += 1;
  const printed = rows.slice(at, end).filter(({ sums }) => sums[measure] !== undefined);
  return printed.reduce((all, row, index) => {
    const depth = depthOf(row);
    if (index + 1 < printed.length && depthOf(printed[index + 1]) > depth) return all;
    const kind = row.kind === 'remainder' ? (BELOW[depth - 1] ?? 'form') : row.kind;
    return all + roundingUnit(measure, capOf(kind, measure) * weeks) / 2;
  }, 0);
}

/** A remainder stands beside the rows that it is taken from. */
function depthOf(row: ReleaseRow | undefined): number {
  if (row === undefined) return 0;
  if (row.kind !== 'remainder') return DEPTH[row.kind];
  return 1 + DEPTH[row.key.split('/')[1] as keyof typeof DEPTH];
}

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
        const at = rows.findIndex(({ key }) => key === row);
        const { people, sums } = rows[at] ?? { sums: {} };
        const sum = sums[measure];
        if (sum === undefined || !people) return undefined;
        const mean = sum / people;
        // A printed sum is that of its printed parts, each rounded; and so is the number of people.
        const error = (roundedBy(rows, at, measure, own.length) + mean * (PEOPLE / 2)) / people;
        return { mean, error };
      });
      const known = points.filter((point) => point !== undefined);
      const [first, last] = [known[0], known.at(-1)];
      if (known.length < 2 || first === undefined || last === undefined) return [];
      const difference = last.mean - first.mean;
      const hadFallen = known
        .slice(1, -1)
        .some(
          ({ mean, error }) => mean <= FELL * first.mean && first.mean - mean > first.error + error,
        );
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
          relapse: hadFallen && last.mean >= BACK * first.mean,
        },
      ];
    }),
  );
  return { releases: sorted, changes };
}
