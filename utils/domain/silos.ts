/**
 * Data silos (数据孤岛): chains between platforms, told from events alone: exported on one and uploaded
 * on another, copied on one and pasted on another. Content is compared in memory and never kept.
 */

import { groupBy } from './grouping';
import type { Transfer } from './records';
import type { WeekSummary } from './summary';

/** Most frequent first; a chain within one platform is none. */
export function siloChains(transfers: readonly Transfer[]): WeekSummary['silos'] {
  const chains = groupBy(
    transfers.filter(({ from, to }) => from !== to),
    ({ kind, from, to }) => `${kind} ${from} ${to}`,
  );
  return [...chains.values()]
    .map((rows) => {
      const { kind, from, to } = rows[0] as Transfer;
      return { kind, from, to, count: rows.length };
    })
    .sort(
      (a, b) =>
        b.count - a.count ||
        (`${a.kind} ${a.from} ${a.to}` < `${b.kind} ${b.from} ${b.to}` ? -1 : 1),
    );
}
