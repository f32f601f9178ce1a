import type { Submission, SubmissionJudgement, SubmittedField } from '../domain/records';
import { decodeDigests, encodeDigests } from './compact-digest';
import { packed } from './packed';

/** A submission as it is written: its fields by column, its judgement with each name once. */
export interface StoredSubmission extends Omit<Submission, 'fields' | 'judgement'> {
  readonly f: StoredFields;
  readonly j?: StoredJudgement;
}

interface StoredFields {
  /** Index in the form, focus, working and input ms of each field, one after the other. */
  readonly n: readonly number[];
  /** One letter each: how it was filled in, and what its value tells. */
  readonly h: string;
  readonly e: string;
  readonly c: readonly (string | 0)[];
  /** Digests of labels and values: bytes, or as they are where one of them is of another kind. */
  readonly l: StoredDigests;
  readonly d?: StoredDigests;
  readonly a?: StoredDigests;
  /** Row, or −1. */
  readonly r?: readonly number[];
}

type StoredDigests = Uint8Array<ArrayBuffer> | readonly (string | 0)[];

interface StoredJudgement {
  readonly v: number;
  readonly c: readonly number[];
  readonly x: readonly number[];
  readonly rho: number;
  /** Platforms, submissions and times that the re-entered fields name. */
  readonly p: readonly string[];
  readonly s: readonly string[];
  readonly t: readonly number[];
  /**
   * Re-entered fields, one after the other: the field, how many platforms, times (−1: none are given)
   * and submissions follow, and these as places in p, t and s.
   */
  readonly e: readonly number[];
  readonly d?: SubmissionJudgement['duplicateOf'];
  readonly u?: SubmissionJudgement['unchanged'];
}

const HOWS: ReadonlyMap<SubmittedField['how'], string> = new Map([
  ['typed', 't'],
  ['pasted', 'p'],
  ['chosen', 'c'],
  ['imported', 'i'],
  ['prefilled', 'f'],
  ['script', 's'],
]);
const ENTROPIES: ReadonlyMap<SubmittedField['entropy'], string> = new Map([
  ['high', 'h'],
  ['medium', 'm'],
  ['low', 'l'],
]);
const HOW_OF = new Map([...HOWS].map(([how, letter]) => [letter, how]));
const ENTROPY_OF = new Map([...ENTROPIES].map(([entropy, letter]) => [letter, entropy]));

export function encodeSubmission({ fields, judgement, ...rest }: Submission): StoredSubmission {
  return {
    ...rest,
    f: encodeFields(fields),
    ...(judgement === undefined ? {} : { j: encodeJudgement(judgement) }),
  };
}

/** The submission as it was; a row that was written otherwise is given as it is. */
export function decodeSubmission(stored: StoredSubmission): Submission {
  if (stored.f === undefined) return stored as unknown as Submission;
  const { f, j, ...rest } = stored;
  return {
    ...rest,
    fields: decodeFields(f),
    ...(j === undefined ? {} : { judgement: decodeJudgement(j) }),
  };
}

function encodeFields(fields: readonly SubmittedField[]): StoredFields {
  const any = (read: (field: SubmittedField) => unknown) =>
    fields.some((field) => read(field) !== undefined);
  const digests = (read: (field: SubmittedField) => string | undefined): StoredDigests => {
    const texts = fields.map(read);
    return encodeDigests(texts) ?? texts.map((text) => text ?? 0);
  };
  return {
    n: packed(
      fields.flatMap(({ field, focusMs, workingMs, inputMs }) => [
        field,
        focusMs,
        workingMs,
        inputMs,
      ]),
    ),
    h: fields.map(({ how }) => HOWS.get(how)).join(''),
    e: fields.map(({ entropy }) => ENTROPIES.get(entropy)).join(''),
    c: fields.map(({ concept }) => concept ?? 0),
    l: digests(({ labelDigest }) => labelDigest),
    ...(any(({ digest }) => digest) ? { d: digests(({ digest }) => digest) } : {}),
    ...(any(({ anyDigest }) => anyDigest) ? { a: digests(({ anyDigest }) => anyDigest) } : {}),
    ...(any(({ row }) => row) ? { r: packed(fields.map(({ row }) => row ?? -1)) } : {}),
  };
}

function decodeFields({ n, h, e, c, l, d, a, r }: StoredFields): readonly SubmittedField[] {
  const values = d === undefined ? [] : digestsOf(d);
  const anyValues = a === undefined ? [] : digestsOf(a);
  return digestsOf(l).map((labelDigest, index): SubmittedField => {
    const concept = c[index];
    const digest = values[index];
    const anyDigest = anyValues[index];
    const row = r?.[index];
    return {
      field: n[index * 4] ?? 0,
      ...(concept ? { concept } : {}),
      labelDigest: labelDigest ?? '',
      how: HOW_OF.get(h[index] ?? '') ?? 'script',
      ...(digest ? { digest } : {}),
      ...(anyDigest ? { anyDigest } : {}),
      entropy: ENTROPY_OF.get(e[index] ?? '') ?? 'low',
      focusMs: n[index * 4 + 1] ?? 0,
      workingMs: n[index * 4 + 2] ?? 0,
      inputMs: n[index * 4 + 3] ?? 0,
      ...(row === undefined || row < 0 ? {} : { row }),
    };
  });
}

function digestsOf(stored: StoredDigests): readonly (string | undefined)[] {
  if (ArrayBuffer.isView(stored)) return decodeDigests(stored);
  return stored.map((digest) => (digest === 0 ? undefined : digest));
}

/** Distinct values in the order of their first use. */
class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<Value, number>();

  of(value: Value): number {
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.values.length;
      this.values.push(value);
      this.#places.set(value, place);
    }
    return place;
  }
}

function encodeJudgement(judgement: SubmissionJudgement): StoredJudgement {
  const platforms = new Places<string>();
  const submissions = new Places<string>();
  const times = new Places<number>();
  const entries = judgement.reentered.flatMap((one) => [
    one.field,
    one.platforms.length,
    one.lastAts === undefined ? -1 : one.lastAts.length,
    one.submissions.length,
    ...one.platforms.map((platform) => platforms.of(platform)),
    ...(one.lastAts ?? []).map((at) => times.of(at)),
    ...one.submissions.map((submission) => submissions.of(submission)),
  ]);
  return {
    v: judgement.ruleVersion,
    c: judgement.comparable,
    x: judgement.fixed,
    rho: judgement.rho,
    p: platforms.values,
    s: submissions.values,
    t: times.values,
    e: packed(entries),
    ...(judgement.duplicateOf === undefined ? {} : { d: judgement.duplicateOf }),
    ...(judgement.unchanged === undefined ? {} : { u: judgement.unchanged }),
  };
}

function decodeJudgement({ v, c, x, rho, p, s, t, e, d, u }: StoredJudgement): SubmissionJudgement {
  const reentered: SubmissionJudgement['reentered'][number][] = [];
  let at = 0;
  const take = <Value>(values: readonly Value[], count: number): Value[] => {
    const places = e.slice(at, at + count);
    at += places.length;
    return places.map((place) => values[place] as Value);
  };
  while (at < e.length) {
    const [field = 0, platforms = 0, lastAts = -1, submissions = 0] = e.slice(at, at + 4);
    at += 4;
    reentered.push({
      field,
      platforms: take(p, platforms),
      ...(lastAts < 0 ? {} : { lastAts: take(t, lastAts) }),
      submissions: take(s, submissions),
    });
  }
  return {
    ruleVersion: v,
    reentered,
    comparable: c,
    fixed: x,
    rho,
    ...(d === undefined ? {} : { duplicateOf: d }),
    ...(u === undefined ? {} : { unchanged: u }),
  };
}
