import { readFileSync } from 'node:fs';
import type { EntrySum } from './sum-table';

/** The one query that every engine runs, unchanged. */
export const CORE_SQL = readFileSync(new URL('./core.sql', import.meta.url), 'utf8');

/** A line of the query's answer; whole numbers in whatever type the engine gave them. */
export interface CoreRow {
  readonly week: string;
  readonly entry: string;
  /** Rows of the table that were added. */
  readonly facts: bigint;
  readonly people: bigint;
  readonly sum: bigint;
  /** Σ x² and the largest x over rows of single contributions. */
  readonly squares: bigint;
  readonly largest: bigint;
}

/** @param cells in the order of the query's columns, each as a text or a number */
export function coreRow(cells: readonly unknown[]): CoreRow {
  const [week, entry, facts, people, low, high, squares, largest] = cells;
  return {
    week: String(week),
    entry: String(entry),
    facts: whole(facts),
    people: whole(people),
    sum: BigInt.asUintN(64, (whole(high) << 32n) + whole(low)),
    squares: whole(squares),
    largest: whole(largest),
  };
}

function whole(cell: unknown): bigint {
  return typeof cell === 'bigint' ? cell : BigInt(String(cell));
}

export function sumsOfRows(rows: Iterable<CoreRow>): readonly EntrySum[] {
  return [...rows].map(({ week, entry, sum }) => ({ week, entry, sum }));
}
