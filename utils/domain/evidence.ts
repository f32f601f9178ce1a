import type { Evidence } from './summary';

/** The records behind a figure, newest first, each once. */
export function evidenceOf(
  records: readonly { readonly id: string; readonly at: number }[],
): Evidence {
  const byId = new Map(records.map((record) => [record.id, record.at]));
  const sorted = [...byId].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const newest = sorted[0];
  const oldest = sorted.at(-1);
  if (newest === undefined || oldest === undefined) return { ids: [] };
  return { ids: sorted.map(([id]) => id), firstAt: oldest[1], lastAt: newest[1] };
}
