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
import { type HeldValue, heldValues, recordsIn, type Subject, subjectOf } from './linkage';
import type { Submission } from './records';

export const FIXED_SUBJECTS = 8;
export const FIXED_PLATFORMS = 2;

/** One record that holds a value: where it was submitted, and whom it is about. */
export interface HoldingRecord {
  readonly platform: string;
  readonly subject: Subject;
}

/** Digests of all values that recur across subjects and platforms in these submissions. */
export function fixedInformation(
  submissions: readonly Submission[],
  concepts: ConceptLookup,
  idOf: (platform: string) => string | undefined = (platform) => platform,
): ReadonlySet<string> {
  const counted = submissions.flatMap((submission) => {
    const platform = submission.outcome === 'accepted' ? idOf(submission.platform) : undefined;
    return platform === undefined ? [] : [{ platform, fields: submission.fields }];
  });
  const common = commonNames(counted);
  const holders = new Map<string, HoldingRecord[]>();
  const digests = new Map<string, ReadonlySet<string>>();
  for (const { platform, fields } of counted) {
    if (!fields.some((field) => common.has(nameOf(field)))) continue;
    for (const values of recordsIn(heldValues(fields))) {
      const record = { platform, subject: subjectOf(values, concepts) };
      for (const value of values) {
        const name = nameOf(value);
        if (!common.has(name) || !mayBeFixed(value, concepts)) continue;
        append(holders, name, record);
        digests.set(name, new Set([name, value.anyDigest ?? name]));
      }
    }
  }
  const fixed = new Set<string>();
  for (const [name, records] of holders) {
    if (!isFixed(name, records)) continue;
    for (const digest of digests.get(name) ?? []) fixed.add(digest);
  }
  return fixed;
}

/** What a value is known by: its digest, or the common one where its field is unknown. */
function nameOf({ digest, anyDigest }: Pick<HeldValue, 'digest' | 'anyDigest'>): string {
  return digest ?? anyDigest ?? '';
}

/** Names of values held often enough and on enough platforms to be worth a closer look. */
function commonNames(
  submissions: readonly { readonly platform: string; readonly fields: Submission['fields'] }[],
): ReadonlySet<string> {
  const seen = new Map<string, { times: number; platform: string; isOnSeveral: boolean }>();
  for (const { platform, fields } of submissions) {
    const rows = new Set(fields.flatMap(({ row }) => row ?? [])).size;
    for (const field of fields) {
      const known = ensure(seen, nameOf(field), () => ({ times: 0, platform, isOnSeveral: false }));
      // What stands above a grid is part of the record of each of its rows.
      known.times += field.row === undefined ? Math.max(1, rows) : 1;
      if (known.platform !== platform) known.isOnSeveral = true;
    }
  }
  seen.delete('');
  return new Set(
    [...seen].flatMap(([name, { times, isOnSeveral }]) =>
      times >= FIXED_SUBJECTS && isOnSeveral ? name : [],
    ),
  );
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
export function isFixed(digest: string, records: readonly HoldingRecord[]): boolean {
  if (records.length < FIXED_SUBJECTS) return false;
  if (new Set(records.map(({ platform }) => platform)).size < FIXED_PLATFORMS) return false;
  return subjectsAmong(digest, records) >= FIXED_SUBJECTS;
}

/**
 * How many different subjects records speak of: the most different values that any one identifying
 * field shows in them, the value in question aside. Records that say nothing of their subject do not
 * count as another.
 */
function subjectsAmong(digest: string, records: readonly HoldingRecord[]): number {
  const seen = new Map<string, Set<string>>();
  for (const { subject } of records) {
    for (const kind of subject) {
      for (const [token, value] of kind) {
        if (value !== digest) ensure(seen, token, () => new Set()).add(value);
      }
    }
  }
  return Math.max(0, ...[...seen.values()].map(({ size }) => size));
}
