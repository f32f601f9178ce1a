/**
 * Which platforms ask for the same content (同一内容填了哪些平台): for each pair of platforms the fields
 * re-entered on the one that had been submitted on the other. A field that had been submitted on
 * three platforms stands in three cells, so cells do not add up to the re-entry of the week.
 */

import { conceptIdOf } from './concept';
import type { CountedField } from './reentry';
import type { Evidence, PlatformOverlap } from './summary';

/** Key of a field whose label is not in the dictionary. */
export const UNKNOWN_CONCEPT = 'unknown';

/** Most re-entry first. */
export function platformOverlaps(fields: readonly CountedField[]): readonly PlatformOverlap[] {
  const cells = new Map<string, { from: string; to: string; fields: CountedField[] }>();
  for (const counted of fields) {
    const to = counted.submission.platform;
    for (const from of counted.from) {
      const key = `${from} ${to}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { from, to, fields: [counted] });
      else cell.fields.push(counted);
    }
  }
  return [...cells.values()]
    .map(({ from, to, fields: shared }) => ({
      from,
      to,
      fields: shared.length,
      reentryMs: shared.reduce((total, { field }) => total + field.workingMs, 0),
      concepts: conceptCounts(shared),
      evidence: evidenceOf(shared.map(({ submission }) => submission)),
    }))
    .sort(
      (a, b) =>
        b.reentryMs - a.reentryMs ||
        b.fields - a.fields ||
        (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
    );
}

function conceptCounts(fields: readonly CountedField[]): PlatformOverlap['concepts'] {
  const counts = new Map<string, number>();
  for (const { field } of fields) {
    const concept = field.concept === undefined ? UNKNOWN_CONCEPT : conceptIdOf(field.concept);
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  }
  return [...counts]
    .map(([concept, count]) => ({ concept, count }))
    .sort((a, b) => b.count - a.count || (a.concept < b.concept ? -1 : 1));
}

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
