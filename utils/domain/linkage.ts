/**
 * Record linkage: whether two records speak of the same subject (the same person, household,
 * enterprise), told from digests alone.
 *
 * Linked: a shared high-entropy value (ID, phone, full address, long text), or two shared medium ones
 * (name, birth date, village) together in one record; but never where what identifies the subject
 * differs. Same form with a different subject is the next record: that is volume, not duplication.
 * A row of a grid is a record of its own, with what stands above the grid as its head.
 *
 * What identifies a subject, strongest first: an official number; the name of an organisation, a
 * project, an event; a person's name. Phones and addresses do not: a person may have two, and two
 * persons one. The strongest kind that both records hold decides.
 */

import { type Concept, type ConceptLookup, roleOf } from './concept';
import { fieldToken } from './form-signature';
import { append } from './grouping';
import type { SubmittedField } from './records';

/** One value of a record. */
export interface HeldValue {
  readonly token: string;
  readonly concept?: string;
  readonly entropy: SubmittedField['entropy'];
  readonly digest?: string;
  readonly anyDigest?: string;
  /** Index in the submission's `fields`; −1 for a value of an earlier part of the submission. */
  readonly index: number;
  readonly row?: number;
}

export function heldValues(
  fields: readonly SubmittedField[],
  current: (digest: string) => string = (digest) => digest,
): readonly HeldValue[] {
  return fields.flatMap((field, index) => {
    if (field.digest === undefined && field.anyDigest === undefined) return [];
    return [
      {
        token: fieldToken(field),
        entropy: field.entropy,
        index,
        ...(field.concept === undefined ? {} : { concept: field.concept }),
        ...(field.digest === undefined ? {} : { digest: current(field.digest) }),
        ...(field.anyDigest === undefined ? {} : { anyDigest: current(field.anyDigest) }),
        ...(field.row === undefined ? {} : { row: field.row }),
      },
    ];
  });
}

/** The records in a submission: one, or one for each row of a grid, each with the head's values. */
export function recordsIn(values: readonly HeldValue[]): readonly (readonly HeldValue[])[] {
  const head = values.filter(({ row }) => row === undefined);
  const rows = new Map<number, HeldValue[]>();
  for (const value of values) {
    if (value.row !== undefined) append(rows, value.row, value);
  }
  return rows.size === 0 ? [head] : [...rows.values()].map((row) => [...head, ...row]);
}

/** Roles in which the person who reports stands, not the subject of the report. */
const OWN_ROLES: ReadonlySet<string> = new Set([
  'reporter',
  'handler',
  'visitor',
  'inspector',
  'helper',
  'grid_member',
  'auditor',
]);

/** Data items that name the person who reports or that person's unit. */
const OWN_CONCEPTS: ReadonlySet<string> = new Set([
  'visit.visitor',
  'safety.inspector',
  'poverty.helper',
  'poverty.help_unit',
  'event.handler',
  'event.handle_unit',
  'meeting.recorder',
  'mediation.mediator',
]);

/** Whether a field asks for the person who reports (填报人, 填报单位, 走访人), by its label alone. */
export function asksForReporter(key: string | undefined, concepts: ConceptLookup): boolean {
  if (key === undefined) return false;
  const role = roleOf(key);
  if (role !== undefined && OWN_ROLES.has(role)) return true;
  const concept = concepts(key);
  return (
    concept !== undefined && ((concept.meta && !concept.generic) || OWN_CONCEPTS.has(concept.id))
  );
}

/** Shapes that every holder has exactly one of. */
const NUMBER_SHAPES: ReadonlySet<string> = new Set(['idcard18', 'uscc18']);
/** Numbers that each system gives by itself: another one does not mean another subject. */
const SYSTEM_NUMBER = /(?:code|order|license|cert|card)$/;

/**
 * How surely a field identifies the subject of its record: 3 an official number, 2 the name of an
 * organisation, project or event, 1 a person's name, 0 not at all.
 */
function identityRank(key: string | undefined, concepts: ConceptLookup): 0 | 1 | 2 | 3 {
  if (key === undefined || asksForReporter(key, concepts)) return 0;
  const concept = concepts(key);
  return concept === undefined ? 0 : rankOf(concept);
}

function rankOf({ id, shape, entropy, meta, generic }: Concept): 0 | 1 | 2 | 3 {
  if (meta || generic) return 0;
  if (NUMBER_SHAPES.has(shape)) return 3;
  if (entropy === 'high' && shape === 'text' && !SYSTEM_NUMBER.test(id)) return 2;
  return shape === 'zhname' ? 1 : 0;
}

/** What identifies a record's subject: digests by rank and field. */
export type Subject = readonly ReadonlyMap<string, string>[];

export function subjectOf(record: readonly HeldValue[], concepts: ConceptLookup): Subject {
  const subject: Map<string, string>[] = [new Map(), new Map(), new Map(), new Map()];
  for (const { token, concept, digest } of record) {
    const rank = identityRank(concept, concepts);
    if (rank > 0 && digest !== undefined) subject[rank]?.set(token, digest);
  }
  return subject;
}

/** `different` where the strongest kind of identification that both hold differs in every field. */
export function compareSubjects(a: Subject, b: Subject): 'same' | 'different' | 'unknown' {
  for (const rank of [3, 2, 1]) {
    let common = 0;
    for (const [token, digest] of a[rank] ?? []) {
      const other = b[rank]?.get(token);
      if (other === undefined) continue;
      if (other === digest) return 'same';
      common += 1;
    }
    if (common > 0) return 'different';
  }
  return 'unknown';
}

/** The values of a record that another record holds too. */
export function sharedValues(
  record: readonly HeldValue[],
  other: readonly HeldValue[],
  same: (token: string, otherToken: string) => boolean,
): readonly HeldValue[] {
  const digests = new Set(other.map(({ digest }) => digest));
  const loose = new Map<string, string[]>();
  for (const { anyDigest, token } of other) {
    if (anyDigest !== undefined) append(loose, anyDigest, token);
  }
  return record.filter(({ digest, anyDigest, token }) => {
    if (digest !== undefined && digests.has(digest)) return true;
    if (anyDigest === undefined) return false;
    return loose.get(anyDigest)?.some((otherToken) => same(token, otherToken)) === true;
  });
}

/** Whether shared values are enough to say that two records speak of the same subject. */
export function areLinked(
  shared: readonly HeldValue[],
  subjects: ReturnType<typeof compareSubjects>,
): boolean {
  if (subjects === 'different') return false;
  if (shared.some(({ entropy }) => entropy === 'high')) return true;
  return shared.filter(({ entropy }) => entropy === 'medium').length >= 2;
}
