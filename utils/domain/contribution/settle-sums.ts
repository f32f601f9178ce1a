/**
 * Which sums of one measure may be printed, and what stands in place of those that may not.
 *
 * A sum may be printed of at least k people and where Σ ≥ 2.2 × the largest that one person can give
 * (the cap rule: then nobody's own figure can be told from it, not even by the largest contributor), and
 * stays as far below what all of them could give (else everyone would be known to be at the cap).
 * What may not is never a hole, from which the parent less its children would give it: it is added to
 * the remainder (其余) of at least two rows and k people under the cap rule. Where the remainder is
 * too small the smallest printed row joins it; where nothing is left, the parent stands alone. So
 * always: parent = printed children + remainder, in printed figures too. Below a whole that may not be
 * printed the parts are printed by themselves: there is nothing to take them from.
 */

import type { Layout, Measure, Row, Slot } from './layout';

/** The cap rule: Σ ≥ 2.2 × cap, in tenths. */
const CAP_TENTHS = 22n;
/**
 * What printed figures are multiples of. Minutes: a fifth of the most that one person can give, at least
 * two hours, and a whole part of it. Two tables that differ by one person then leave that person's time
 * within a range of two hours and of a fifth, whatever else is known, also where it is nought or at the
 * cap. Counts: a tenth, at least five.
 *
 * @param largest the most that one person can give over all weeks
 */
export function roundingUnit(measure: Measure, largest: number): number {
  return measure.toLowerCase().endsWith('minutes')
    ? largest / Math.max(1, Math.min(5, Math.floor(largest / 120)))
    : 5 * Math.ceil(largest / 50);
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
  const most = ({ row, slot }: Candidate) => (sums[row.weightAt] as bigint) * BigInt(slot.cap);
  /** The cap rule, from nought and from the most that they could give. */
  const isBetween = (ones: readonly Candidate[]) => {
    const sum = sumOf(ones);
    const room = CAP_TENTHS * largest(ones[0] as Candidate);
    const all = ones.reduce((total, one) => total + most(one), 0n);
    return sum * 10n >= room && (all - sum) * 10n >= room;
  };
  const mayPrint = (one: Candidate) => (people.get(one.row.key) ?? 0) >= k && isBetween([one]);
  const rounded = (ones: readonly Candidate[]) => {
    const unit = roundingUnit(measure, Number(largest(ones[0] as Candidate)));
    return Math.round(Number(sumOf(ones)) / unit) * unit;
  };

  /** Prints a row and what is below it; returns what was printed for it. */
  const print = (one: Candidate): number => {
    const { shown, folded } = split(children.get(one.row.key) ?? []);
    let value = rounded([one]);
    if (shown.length > 0) {
      value = shown.reduce((all, child) => all + print(child), 0);
      if (folded.length > 0) {
        const rest = rounded(folded);
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
        isBetween(folded));
    while (shown.length > 0 && !isSafe()) folded.push(shown.pop() as Candidate);
    return { shown, folded };
  };

  /** Where a whole may not be printed (everyone is at its cap), its parts stand by themselves. */
  const begin = (one: Candidate): void => {
    if (mayPrint(one)) print(one);
    else for (const child of children.get(one.row.key) ?? []) begin(child);
  };
  const all = candidateOf(layout.row.get('all') as Row);
  if (all !== undefined) begin(all);
  return { printed, remainders };
}

function sumOf(candidates: readonly Candidate[]): bigint {
  return candidates.reduce((all, { sum }) => all + sum, 0n);
}
