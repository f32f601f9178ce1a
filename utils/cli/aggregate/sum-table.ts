/**
 * The canonical table of sums: one line per week and entry that is not nought, tabs, line feeds, ASCII,
 * in the order of week and entry by code. Whatever engine added up the same contributions gives the same bytes, and so
 * the same SHA-256.
 */

import { createHash } from 'node:crypto';

export interface EntrySum {
  readonly week: string;
  readonly entry: string;
  /** 0 … 2⁶⁴ − 1. */
  readonly sum: bigint;
}

/** The entry that holds how many contributions there are. */
export const PEOPLE_ENTRY = 'n';

export function sumTable(sums: Iterable<EntrySum>): string {
  const lines: string[] = [];
  for (const { week, entry, sum } of sums)
    if (sum !== 0n) lines.push(`${week}\t${entry}\t${sum}\n`);
  // By code units; a comparison by locale would differ from machine to machine.
  return `week\tentry\tsum\n${lines.sort().join('')}`;
}

export function tableHash(table: string): string {
  return createHash('sha256').update(table).digest('hex');
}
