/**
 * Which platforms ask for the same content (同一内容填了哪些平台): for each pair of platforms the fields
 * re-entered on the one that had been submitted on the other. A field that had been submitted on
 * three platforms stands in three cells, so cells do not add up to the re-entry of the week.
 */

import { conceptIdOf } from './concept';
import { evidenceOf } from './evidence';
import { ensure, sumOf, tally } from './grouping';
import type { CountedField } from './reentry';
import type { PlatformOverlap } from './summary';

/** Key of a field whose label is not in the dictionary. */
const UNKNOWN_CONCEPT = 'unknown';

/** Most re-entry first. */
export function platformOverlaps(fields: readonly CountedField[]): readonly PlatformOverlap[] {
  const cells = new Map<string, { from: string; to: string; fields: CountedField[] }>();
  for (const counted of fields) {
    const to = counted.submission.platform;
    for (const from of counted.from) {
      ensure(cells, `${from} ${to}`, () => ({ from, to, fields: [] })).fields.push(counted);
    }
  }
  return [...cells.values()]
    .map(({ from, to, fields: shared }) => ({
      from,
      to,
      fields: shared.length,
      reentryMs: sumOf(shared, ({ field }) => field.workingMs),
      concepts: conceptCounts(shared, from),
      evidence: evidenceOf(shared.map(({ submission }) => submission)),
    }))
    .sort(
      (a, b) =>
        b.reentryMs - a.reentryMs ||
        b.fields - a.fields ||
        (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
    );
}

function conceptCounts(fields: readonly CountedField[], from: string): PlatformOverlap['concepts'] {
  const lastAts = new Map<string, number>();
  for (const counted of fields) {
    const concept = conceptOf(counted);
    const at = reportedAt(counted, from);
    if (at !== undefined) lastAts.set(concept, Math.max(at, lastAts.get(concept) ?? 0));
  }
  return tally(fields.map(conceptOf)).map(([concept, count]) => {
    const at = lastAts.get(concept);
    return { concept, count, ...(at === undefined ? {} : { reportedAt: at }) };
  });
}

function conceptOf({ field: { concept } }: CountedField): string {
  return concept === undefined ? UNKNOWN_CONCEPT : conceptIdOf(concept);
}

/** When a re-entered field had last been submitted on the other platform. */
function reportedAt({ submission, field }: CountedField, from: string): number | undefined {
  const index = submission.fields.indexOf(field);
  const found = submission.judgement?.reentered.find((one) => one.field === index);
  return found?.lastAts?.[found.platforms.indexOf(from)];
}
