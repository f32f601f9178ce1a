import type { Layout } from '../../domain/contribution/layout';
import type { SumFile } from '../../domain/contribution/sum-file';
import { PEOPLE_ENTRY } from './sum-table';

/** A row of the table that `core.sql` reads. */
export interface Fact {
  readonly week: string;
  readonly entry: string;
  readonly people: number;
  /** The value is high · 2³² + low. */
  readonly low: number;
  readonly high: number;
}

/** The rows of a sum file, or of one contribution (n = 1); noughts are left out. */
export function factsOf(
  { week, n, sums }: Pick<SumFile, 'week' | 'n' | 'sums'>,
  { entries }: Layout,
): readonly Fact[] {
  const facts: Fact[] = [{ week, entry: PEOPLE_ENTRY, people: n, low: n, high: 0 }];
  for (const [at, { name }] of entries.entries()) {
    const sum = sums[at] ?? 0n;
    if (sum === 0n) continue;
    facts.push({
      week,
      entry: name,
      people: n,
      low: Number(sum & 0xffff_ffffn),
      high: Number(sum >> 32n),
    });
  }
  return facts;
}
