/**
 * Fixed information (固定信息): values that recur everywhere whatever the subject: the cadre's own name,
 * phone, unit, village. A value that tells something (no figure, date or option) is fixed where it was submitted on ≥ 2 platforms in records of ≥ 8
 * different subjects (*ours*; a household has fewer members), told by what identifies the subject of
 * each record. It is counted
 * apart, never in the headline.
 *
 * A field whose own label asks for the person who reports (填报人, 填报单位) is fixed information from
 * the first time; see `asksForReporter`.
 */

import type { ConceptLookup } from './concept';
import { append, ensure } from './grouping';
import { type HeldValue, heldValues, recordsIn, subjectOf } from './linkage';
import type { Submission } from './records';

export const FIXED_SUBJECTS = 8;
export const FIXED_PLATFORMS = 2;

/** One record that holds a value: where it was submitted, and all that it holds. */
export interface HoldingRecord {
  readonly platform: string;
  readonly values: readonly HeldValue[];
}

/** Digests of all values that recur across subjects and platforms in these submissions. */
export function fixedInformation(
  submissions: readonly Submission[],
  concepts: ConceptLookup,
  idOf: (platform: string) => string | undefined = (platform) => platform,
): ReadonlySet<string> {
  const holders = new Map<string, HoldingRecord[]>();
  for (const submission of submissions) {
    if (submission.outcome !== 'accepted') continue;
    const platform = idOf(submission.platform);
    if (platform === undefined) continue;
    for (const values of recordsIn(heldValues(submission.fields))) {
      const record = { platform, values };
      for (const digest of digestsOf(values, concepts)) append(holders, digest, record);
    }
  }
  const fixed = new Set<string>();
  for (const [digest, records] of holders) {
    if (records.length >= FIXED_SUBJECTS && isFixed(digest, records, concepts)) fixed.add(digest);
  }
  return fixed;
}

/** Figures, dates and options recur by chance: that many households are of five says nothing. */
const CHANCE_SHAPES: ReadonlySet<string> = new Set([
  'number',
  'int',
  'date',
  'year',
  'period',
  'enum',
  'bool',
  'geo',
]);

/** Whether a value is of a kind that can be fixed information. */
export function mayBeFixed({ entropy, concept }: HeldValue, concepts: ConceptLookup): boolean {
  if (entropy === 'low') return false;
  const shape = concept === undefined ? undefined : concepts(concept)?.shape;
  return shape === undefined || !CHANCE_SHAPES.has(shape);
}

/** Whether a value is fixed information, from the records that hold it. */
export function isFixed(
  digest: string,
  records: readonly HoldingRecord[],
  concepts: ConceptLookup,
): boolean {
  if (new Set(records.map(({ platform }) => platform)).size < FIXED_PLATFORMS) return false;
  return subjectsOf(digest, records, concepts) >= FIXED_SUBJECTS;
}

/**
 * How many different subjects records speak of: the most different values that any one identifying
 * field shows in them, the value in question aside. Records that say nothing of their subject do not
 * count as another.
 */
function subjectsOf(
  digest: string,
  records: readonly HoldingRecord[],
  concepts: ConceptLookup,
): number {
  const seen = new Map<string, Set<string>>();
  for (const { values } of records) {
    for (const kind of subjectOf(values, concepts)) {
      for (const [token, value] of kind) {
        if (value === digest) continue;
        ensure(seen, token, () => new Set()).add(value);
      }
    }
  }
  return Math.max(0, ...[...seen.values()].map(({ size }) => size));
}

function digestsOf(values: readonly HeldValue[], concepts: ConceptLookup): ReadonlySet<string> {
  const digests = new Set<string>();
  for (const value of values) {
    if (!mayBeFixed(value, concepts)) continue;
    const { digest, anyDigest } = value;
    if (digest !== undefined) digests.add(digest);
    if (anyDigest !== undefined) digests.add(anyDigest);
  }
  return digests;
}
