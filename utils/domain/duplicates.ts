/**
 * Duplicate entry (重复录入), judged for one submission against what was stored before it.
 *
 * - Re-entered field: same concept family and same keyed digest of the normalised value, submitted
 *   before on *another* platform within 90 days. High-entropy values (ID, phone, full address, long
 *   text) count by themselves; medium ones (name, birth date, village) only two together in one
 *   record; low ones only inside a record already linked by the others.
 * - ρ: the rarity-weighted share of person-entered values already submitted on another platform.
 *   Weight of a value: 3, 2 or 1 by its entropy, ÷ (1 + log₂(1 + k)), where k is the number of other
 *   subjects' records that held it on one platform (*ours*).
 * - Duplicate submission: ≥ 3 shared rare values (high or medium, not fixed information) with one
 *   earlier submission on another platform within 30 days, and ρ ≥ 0.6 (*ours*).
 * - Unchanged resubmission: same platform, same form, same subject; share of entered fields unchanged
 *   against the previous submission.
 * - Fixed information is counted apart. A submission sent back (退回) is rework, not duplication:
 *   nothing in it counts. Same form with a different subject is the next record: volume.
 *
 * After a key rotation values are looked up under both keys. Parts of one submission (wizard steps,
 * frames, draft and final) are one record.
 */

import type { ConceptLookup } from './concept';
import {
  type Earlier,
  type EarlierRecord,
  type EarlierSources,
  readEarlier,
  type Sighting,
} from './earlier-records';
import { isEntered } from './entered';
import { equivalent } from './equivalence';
import { FIXED_PLATFORMS, FIXED_SUBJECTS, isFixed, mayBeFixed } from './fixed-information';
import { ensure, sumOf } from './grouping';
import {
  areLinked,
  asksForReporter,
  compareSubjects,
  type HeldValue,
  heldValues,
  recordsIn,
  sharedValues,
  subjectOf,
} from './linkage';
import type { Submission, SubmissionJudgement } from './records';
import { DAY_MS } from './time-constants';

/** Raised when the same submissions would be judged otherwise. */
export const JUDGEMENT_RULE_VERSION = 1;
const REENTRY_WINDOW_MS = 90 * DAY_MS;
const DUPLICATE_WINDOW_MS = 30 * DAY_MS;
const DUPLICATE_RHO = 0.6;
const DUPLICATE_SHARED_VALUES = 3;

const MOST_NAMED = 5;
const ENTROPY_WEIGHTS = { high: 3, medium: 2, low: 1 } as const;

export interface JudgementSources extends Omit<EarlierSources, 'isApart'> {
  /** Digests known to be fixed information. */
  readonly fixedInformation: ReadonlySet<string>;
  readonly concepts: ConceptLookup;
}

const NOTHING: SubmissionJudgement = {
  ruleVersion: JUDGEMENT_RULE_VERSION,
  reentered: [],
  comparable: [],
  fixed: [],
  rho: 0,
};

/**
 * Judges an accepted submission against what was submitted before it. The submission itself may be
 * stored and looked up already: it never matches itself. Rejects only where a source rejects.
 */
export async function judgeSubmission(
  submission: Submission,
  sources: JudgementSources,
): Promise<SubmissionJudgement> {
  if (submission.outcome !== 'accepted' || submission.rework) return NOTHING;
  const { concepts } = sources;
  const isKnown = knownNames(sources);
  const isApart = ({ concept, digest, anyDigest }: HeldValue) =>
    asksForReporter(concept, concepts) || isKnown(digest) || isKnown(anyDigest);
  const earlier = await readEarlier(submission, { ...sources, isApart }, REENTRY_WINDOW_MS);
  return judgeAgainst(submission, earlier, isApart, sources);
}

/** A value of the submission, or of a part of it that came before (`index` < 0). */
interface Value extends HeldValue {
  readonly entered: boolean;
}

/** What speaks for one value having been submitted before. */
interface Before {
  readonly platforms: Map<string, number>;
  readonly submissions: Map<string, number>;
}

function judgeAgainst(
  submission: Submission,
  earlier: Earlier,
  isApart: (value: HeldValue) => boolean,
  { concepts, equivalences = [], idOf = (id) => id }: JudgementSources,
): SubmissionJudgement {
  const own = idOf(submission.platform) ?? submission.platform;
  const values = [
    ...valuesOf(submission, earlier, (index) => index),
    ...earlier.parts.flatMap((part, place) =>
      valuesOf(part, earlier, (index) => -1 - place * 10_000 - index),
    ),
  ];
  const fixed = new Set(
    values.filter((value) => isApart(value) || isFixedValue(value, values, own, earlier, concepts)),
  );
  const telling = values.filter((value) => !fixed.has(value));
  const comparable = telling.filter(({ entered }) => entered);

  const links = linksOf(telling, earlier.records, concepts, equivalent(equivalences));
  const before = new Map<number, Before>();
  const linked = new Set<string>();
  let previous: EarlierRecord | undefined;
  for (const { record, shared, byThemselves } of links) {
    if (shared.size > 0) for (const { id } of record.submissions) linked.add(id);
    if (record.platform !== own) {
      for (const value of [...shared, ...byThemselves]) {
        note(before, value, record.platform, record.newest.id, record.newest.at);
      }
    } else if (shared.size > 0 && record.submissions.some(({ form }) => form === submission.form)) {
      if (previous === undefined || record.newest.at > previous.newest.at) previous = record;
    }
  }
  // A value that is telling by itself counts also where its earlier submissions were too many to read.
  for (const value of comparable) {
    if (value.entropy !== 'high' || value.digest === undefined) continue;
    for (const { platform, submission: id, at } of earlier.sightings.get(value.digest) ?? []) {
      if (platform !== own) note(before, value, platform, id, at);
    }
  }

  const weightOf = (value: HeldValue) => {
    const others = recordsOfOthers(value, earlier.sightings, linked);
    return ENTROPY_WEIGHTS[value.entropy] / (1 + Math.log2(1 + others));
  };
  const reentered = comparable.filter(({ index }) => before.has(index));
  const total = sumOf(comparable, weightOf);
  const rho = total === 0 ? 0 : sumOf(reentered, weightOf) / total;
  const repeated =
    rho < DUPLICATE_RHO ? undefined : repeatedRecord(submission, links, own, weightOf);
  const ofThis = comparable.filter(({ index }) => index >= 0);
  return {
    ruleVersion: JUDGEMENT_RULE_VERSION,
    reentered: reentered
      .filter(({ index }) => index >= 0)
      .map(({ index }) => written(index, before.get(index) as Before)),
    comparable: ofThis.map(({ index }) => index),
    fixed: values.flatMap((value) =>
      value.index >= 0 && value.entered && fixed.has(value) ? [value.index] : [],
    ),
    rho,
    ...(repeated === undefined
      ? {}
      : { duplicateOf: { submission: repeated.newest.id, platform: repeated.platform } }),
    ...(previous === undefined || ofThis.length === 0
      ? {}
      : { unchanged: unchangedAgainst(previous, ofThis) }),
  };
}

function valuesOf(
  { fields }: Submission,
  { names }: Earlier,
  place: (index: number) => number,
): readonly Value[] {
  return heldValues(fields, names.current).map((value) => {
    const field = fields[value.index];
    return {
      ...value,
      index: place(value.index),
      entered: field !== undefined && isEntered(field),
    };
  });
}

/** Tells whether a digest is known to be fixed information, under whichever key. */
function knownNames({
  fixedInformation,
  earlierDigests = [],
}: JudgementSources): (digest: string | undefined) => boolean {
  const underEarlierKeys = new Set(
    earlierDigests.flatMap(([digest, earlier]) => (fixedInformation.has(earlier) ? digest : [])),
  );
  return (digest) =>
    digest !== undefined && (fixedInformation.has(digest) || underEarlierKeys.has(digest));
}

/** Whether a value is fixed information by what is read now. */
function isFixedValue(
  value: Value,
  values: readonly Value[],
  own: string,
  { sightings, records }: Earlier,
  concepts: ConceptLookup,
): boolean {
  const digest = value.digest ?? value.anyDigest;
  if (digest === undefined) return false;
  if (!mayBeFixed(value, concepts)) return false;
  const seen = sightings.get(digest) ?? [];
  if (seen.length + 1 < FIXED_SUBJECTS) return false;
  const platforms = new Set([own, ...seen.map(({ platform }) => platform)]);
  if (platforms.size < FIXED_PLATFORMS) return false;
  const holders = records.flatMap(({ platform, records: held }) =>
    held
      .filter((record) => record.some((one) => one.digest === digest || one.anyDigest === digest))
      .map((record) => ({ platform, subject: subjectOf(record, concepts) })),
  );
  const here = recordsIn(values).map((record) => ({
    platform: own,
    subject: subjectOf(record, concepts),
  }));
  return isFixed(digest, [...here, ...holders]);
}

/** What a submission shares with one earlier record. */
interface Link {
  readonly record: EarlierRecord;
  /** Values shared with a record of the same subject. */
  readonly shared: ReadonlySet<Value>;
  /** Values shared otherwise that are telling by themselves. */
  readonly byThemselves: ReadonlySet<Value>;
}

function linksOf(
  values: readonly Value[],
  records: readonly EarlierRecord[],
  concepts: ConceptLookup,
  same: (a: string, b: string) => boolean,
): readonly Link[] {
  const own = recordsIn(values).map((record) => ({ record, subject: subjectOf(record, concepts) }));
  return records.map((earlier) => {
    const shared = new Set<Value>();
    const byThemselves = new Set<Value>();
    for (const other of earlier.records) {
      const subject = subjectOf(other, concepts);
      for (const mine of own) {
        const common = sharedValues(mine.record, other, same) as readonly Value[];
        if (common.length === 0) continue;
        if (areLinked(common, compareSubjects(mine.subject, subject))) {
          for (const value of common) shared.add(value);
        } else {
          for (const value of common) if (value.entropy === 'high') byThemselves.add(value);
        }
      }
    }
    return { record: earlier, shared, byThemselves };
  });
}

/** The earlier record on another platform that shares most with this one, where it repeats it. */
function repeatedRecord(
  submission: Submission,
  links: readonly Link[],
  own: string,
  weightOf: (value: HeldValue) => number,
): EarlierRecord | undefined {
  let best: { readonly record: EarlierRecord; readonly weight: number } | undefined;
  for (const { record, shared } of links) {
    if (record.platform === own) continue;
    if (submission.at - record.newest.at > DUPLICATE_WINDOW_MS) continue;
    const rare = [...shared].filter(({ entered, entropy }) => entered && entropy !== 'low');
    if (rare.length < DUPLICATE_SHARED_VALUES) continue;
    const weight = sumOf(rare, weightOf);
    const better =
      best === undefined ||
      weight > best.weight ||
      (weight === best.weight && record.newest.at > best.record.newest.at);
    if (better) best = { record, weight };
  }
  return best?.record;
}

/** How many records of other subjects held a value, on the platform where most did. */
function recordsOfOthers(
  { digest, anyDigest }: HeldValue,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  linked: ReadonlySet<string>,
): number {
  const byPlatform = new Map<string, number>();
  for (const { platform, submission } of sightings.get(digest ?? anyDigest ?? '') ?? []) {
    if (!linked.has(submission)) byPlatform.set(platform, (byPlatform.get(platform) ?? 0) + 1);
  }
  return Math.max(0, ...byPlatform.values());
}

function unchangedAgainst(
  { newest, records }: EarlierRecord,
  values: readonly Value[],
): NonNullable<SubmissionJudgement['unchanged']> {
  const held = new Set(
    records.flat().map(({ token, digest, anyDigest }) => `${token} ${digest ?? anyDigest}`),
  );
  const unchanged = values.filter(({ token, digest, anyDigest }) =>
    held.has(`${token} ${digest ?? anyDigest}`),
  );
  return { submission: newest.id, share: unchanged.length / values.length };
}

function note(
  before: Map<number, Before>,
  { index }: HeldValue,
  platform: string,
  submission: string,
  at: number,
): void {
  const known = ensure(before, index, () => ({ platforms: new Map(), submissions: new Map() }));
  known.platforms.set(platform, Math.max(at, known.platforms.get(platform) ?? at));
  known.submissions.set(submission, at);
}

function written(
  field: number,
  { platforms, submissions }: Before,
): SubmissionJudgement['reentered'][number] {
  const newestFirst = (a: readonly [string, number], b: readonly [string, number]) =>
    b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  const where = [...platforms].sort(newestFirst);
  return {
    field,
    platforms: where.map(([platform]) => platform),
    lastAts: where.map(([, at]) => at),
    submissions: [...submissions]
      .sort(newestFirst)
      .slice(0, MOST_NAMED)
      .map(([submission]) => submission),
  };
}
