/**
 * Which sums of one measure may be printed, and what stands in place of those that may not.
 *
 * A sum may be printed of at least k people and where Σ ≥ 2.2 × the largest that one person can give
 * (the cap rule: then nobody's own figure can be told from it, not even by the largest contributor).
 * What may not is never a hole, from which the parent less its children would give it: it is added to
 * the remainder (其余) of at least two rows and k people under the cap rule. Where the remainder is
 * too small the smallest printed row joins it; where nothing is left, the parent stands alone. So
 * always: parent = printed children + remainder, in printed figures too.
 */

import type { Layout, Measure, Row, Slot } from './layout';

/** The cap rule: Σ ≥ 2.2 × cap, in tenths. */
const CAP_TENTHS = 22n;
/** Printed minutes are whole hours, printed counts multiples of five. */
export function roundedSum(measure: Measure, sum: bigint): number {
  const base = measure.toLowerCase().endsWith('minutes') ? 60 : 5;
  return Math.round(Number(sum) / base) * base;
}

export interface Totals {
  readonly layout: Layout;
  /** Σ over all weeks, by entry. */
  readonly sums: readonly bigint[];
  /** People at least: Σ weight of the week with most, by row. */
  readonly people: ReadonlyMap<string, number>;
  readonly weeks: number;
  readonly k: number;
}

export interface SettledMeasure {
  /** Printed sums by row key. */
  readonly printed: ReadonlyMap<string, number>;
  /** Remainders by the key of the row that they belong to. */
  readonly remainders: ReadonlyMap<string, number>;
}

interface Candidate {
  readonly row: Row;
  readonly slot: Slot;
  readonly sum: bigint;
}

export function settleMeasure(measure: Measure, totals: Totals): SettledMeasure {
  const { layout, sums, people, k } = totals;
  const printed = new Map<string, number>();
  const remainders = new Map<string, number>();
  const children = new Map<string, Candidate[]>();
  const candidateOf = (row: Row): Candidate | undefined => {
    const slot = row.slots.find((one) => one.measure === measure);
    return slot && { row, slot, sum: sums[slot.at] as bigint };
  };
  for (const row of layout.rows) {
    const candidate = candidateOf(row);
    if (candidate === undefined || row.parent === undefined) continue;
    if ((people.get(row.key) ?? 0) === 0) continue;
    children.set(row.parent, [...(children.get(row.parent) ?? []), candidate]);
  }
  const largest = ({ slot }: Candidate) => BigInt(slot.cap * totals.weeks);
  const mayPrint = (one: Candidate) =>
    (people.get(one.row.key) ?? 0) >= k && one.sum * 10n >= CAP_TENTHS * largest(one);

  /** Prints a row and what is below it; returns what was printed for it. */
  const print = (one: Candidate): number => {
    const { shown, folded } = split(children.get(one.row.key) ?? []);
    let value = roundedSum(measure, one.sum);
    if (shown.length > 0) {
      value = shown.reduce((all, child) => all + print(child), 0);
      if (folded.length > 0) {
        const rest = roundedSum(measure, sumOf(folded));
        remainders.set(one.row.key, rest);
        value += rest;
      }
    }
    printed.set(one.row.key, value);
    return value;
  };

  const split = (all: readonly Candidate[]) => {
    const shown = all.filter(mayPrint).sort((a, b) => (a.sum < b.sum ? 1 : -1));
    const folded = all.filter((one) => !mayPrint(one));
    const isSafe = () =>
      folded.length === 0 ||
      (folded.length >= 2 &&
        Math.max(...folded.map(({ row }) => people.get(row.key) ?? 0)) >= k &&
        sumOf(folded) * 10n >= CAP_TENTHS * largest(folded[0] as Candidate));
    while (shown.length > 0 && !isSafe()) folded.push(shown.pop() as Candidate);
    return { shown, folded };
  };

  const all = candidateOf(layout.row.get('all') as Row);
  if (all !== undefined && mayPrint(all)) print(all);
  return { printed, remainders };
}

function sumOf(candidates: readonly Candidate[]): bigint {
  return candidates.reduce((all, { sum }) => all + sum, 0n);
}
