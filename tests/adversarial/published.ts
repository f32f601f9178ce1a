/**
 * What a reader of tables knows: cells, each a sum of unknowns within a rounding unit. The unknowns are
 * the figures of groups of people in the rows of a layout. Made from what is really released, or by a
 * careless publisher, to show that the same test finds him out.
 */

import type { Collection } from '../../utils/domain/contribution/collection';
import { type Layout, layoutOf, type Slot } from '../../utils/domain/contribution/layout';
import { type PrintedMeasure, releaseOf } from '../../utils/domain/contribution/release';
import { roundingUnit } from '../../utils/domain/contribution/settle-sums';
import type { SumFile } from '../../utils/domain/contribution/sum-file';

/** Σ of the rows lies within half a unit of the value. */
export interface Cell {
  readonly rows: readonly string[];
  readonly value: number;
  readonly unit: number;
}

/** The cells of a table; undefined where none is given out. */
export type Publish = (
  collection: Collection,
  files: readonly SumFile[],
  measure: PrintedMeasure,
) => readonly Cell[] | undefined;

export function slotOf(layout: Layout, key: string, measure: string): Slot | undefined {
  return layout.row.get(key)?.slots.find((slot) => slot.measure === measure);
}

/** The release itself. A row above printed ones is their sum and tells nothing of its own. */
export const releaseCells: Publish = (collection, files, measure) => {
  const made = releaseOf(collection, files);
  if (!('release' in made)) return undefined;
  const layout = layoutOf(collection);
  const printed = new Map(
    made.release.rows.flatMap(({ key, sums }) => {
      const sum = sums[measure];
      return sum === undefined ? [] : [[key, sum] as const];
    }),
  );
  const childrenOf = (key: string) =>
    layout.rows.filter((row) => row.parent === key && slotOf(layout, row.key, measure));
  return [...printed].flatMap(([key, value]): readonly Cell[] => {
    const parent = key.replace(/^remainder\//, '');
    const folded = childrenOf(parent).filter((row) => !printed.has(row.key));
    const rows = parent === key ? [key] : folded.map((row) => row.key);
    const slot = slotOf(layout, rows[0] ?? '', measure);
    if (slot === undefined) throw new Error(`There is nothing in the remainder of ${parent}.`);
    if (parent === key && childrenOf(key).some((row) => printed.has(row.key))) return [];
    return [{ rows, value, unit: roundingUnit(measure, slot.cap * files.length) }];
  });
};

/** Sums over all weeks of the files, by row. */
export function rowSums(
  layout: Layout,
  files: readonly SumFile[],
  measure: string,
): ReadonlyMap<string, { readonly sum: number; readonly people: number }> {
  return new Map(
    layout.rows.flatMap((row) => {
      const slot = slotOf(layout, row.key, measure);
      if (slot === undefined) return [];
      const total = (at: number) => files.reduce((sum, { sums }) => sum + Number(sums[at]), 0);
      return [[row.key, { sum: total(slot.at), people: total(row.weightAt) / files.length }]];
    }),
  );
}

/** A careless publisher: what he prints, and how finely. */
export function carelessCells({
  floor,
  unit,
}: {
  /** Rows of fewer people are left out, and nothing is put in their place. */
  readonly floor: number;
  readonly unit: number;
}): Publish {
  return (collection, files, measure) => {
    const layout = layoutOf(collection);
    return [...rowSums(layout, files, measure)]
      .filter(([, { people }]) => people >= floor)
      .map(([key, { sum }]) => ({ rows: [key], value: Math.round(sum / unit) * unit, unit }));
  };
}
