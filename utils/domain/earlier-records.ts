/**
 * What was submitted before with the same values as a submission: looked up by digest, read, and
 * brought together into records. Two look-ups at most, whatever the store holds: one for the digests
 * under all keys, one for the submissions that hold most of them.
 */

import type { Equivalence } from './equivalence';
import { append, ensure } from './grouping';
import { type HeldValue, heldValues, recordsIn } from './linkage';
import type { DigestRow, Submission } from './records';

/** Earlier submissions that are read for one judgement: bounds its time. */
const MOST_READ = 32;
const MOST_PARTS = 12;

export interface EarlierSources {
  /** The rows of those digests that are stored; the others are left out. Any order. */
  readonly lookup: (digests: readonly string[]) => Promise<readonly DigestRow[]>;
  /** The submissions of those ids that are stored. Any order. */
  readonly earlier: (ids: readonly string[]) => Promise<readonly Submission[]>;
  /** The same values under retired keys: pairs of a digest and what it was under an earlier key. */
  readonly earlierDigests?: readonly (readonly [digest: string, earlier: string])[];
  readonly equivalences?: readonly Equivalence[];
  /** The id that a platform counts under (merged platforms are one); undefined: does not count. */
  readonly idOf?: (platform: string) => string | undefined;
  /** Values that count apart whatever is found; they are not looked up. */
  readonly isApart?: (value: HeldValue) => boolean;
}

/** Where one value was seen before. */
export interface Sighting {
  readonly platform: string;
  readonly submission: string;
  readonly at: number;
}

/** An earlier submission, all of its parts that were read together. */
export interface EarlierRecord {
  readonly platform: string;
  /** Newest first, at least one. */
  readonly submissions: readonly Submission[];
  readonly newest: Submission;
  readonly records: readonly (readonly HeldValue[])[];
}

/** By the value's digest (or common digest) under the current key; newest first. */
type Sightings = ReadonlyMap<string, readonly Sighting[]>;

export interface Earlier {
  /** The parts of the submission itself that came before: wizard steps, a draft, another frame. */
  readonly parts: readonly Submission[];
  readonly sightings: Sightings;
  readonly records: readonly EarlierRecord[];
  /** One value has one name here, under whichever key it was digested. */
  readonly names: DigestNames;
}

/** Reads what a submission is to be judged against, no older than `windowMs`. */
export async function readEarlier(
  submission: Submission,
  sources: EarlierSources,
  windowMs: number,
): Promise<Earlier> {
  const names = digestNames(sources.earlierDigests ?? []);
  const parts = await readParts(submission, sources);
  const wanted = wantedDigests([submission, ...parts], names, sources);
  const sightings = await readSightings(submission, parts, wanted, names, sources, windowMs);
  const records = await readRecords(wanted, sightings, names, sources);
  return { parts, sightings, records, names };
}

interface DigestNames {
  /** The digest of the same value under the current key. */
  readonly current: (digest: string) => string;
  /** The digests of the same value under all keys, the current one first. */
  readonly all: (digest: string) => readonly string[];
}

function digestNames(pairs: readonly (readonly [string, string])[]): DigestNames {
  const current = new Map(pairs.map(([digest, earlier]) => [earlier, digest]));
  const earlier = new Map<string, string[]>();
  for (const [digest, before] of pairs) append(earlier, digest, before);
  return {
    current: (digest) => current.get(digest) ?? digest,
    all: (digest) => [digest, ...(earlier.get(digest) ?? [])],
  };
}

async function readParts(
  submission: Submission,
  { earlier }: EarlierSources,
): Promise<readonly Submission[]> {
  const parts: Submission[] = [];
  const met = new Set([submission.id]);
  let next = submission.continues;
  while (next !== undefined && !met.has(next) && parts.length < MOST_PARTS) {
    met.add(next);
    const [part] = await earlier([next]);
    if (part === undefined) break;
    parts.push(part);
    next = part.continues;
  }
  return parts;
}

async function readSightings(
  submission: Submission,
  parts: readonly Submission[],
  wanted: Wanted,
  names: DigestNames,
  { lookup, idOf = (platform) => platform }: EarlierSources,
  windowMs: number,
): Promise<Sightings> {
  if (wanted.size === 0) return new Map();
  const own = new Set([submission.id, ...parts.map(({ id }) => id)]);
  const found = new Map<string, Map<string, Sighting>>();
  for (const row of await lookup([...wanted.keys()].flatMap(names.all))) {
    const digest = names.current(row.digest);
    for (const seen of row.seen) {
      const platform = idOf(seen.platform);
      const age = submission.at - seen.at;
      if (platform === undefined || own.has(seen.submission)) continue;
      if (age < 0 || age > windowMs) continue;
      const known = ensure(found, digest, () => new Map());
      known.set(seen.submission, { platform, submission: seen.submission, at: seen.at });
    }
  }
  return new Map(
    [...found].map(([digest, known]) => [digest, [...known.values()].sort(newestFirst)]),
  );
}

function newestFirst(a: Sighting, b: Sighting): number {
  return b.at - a.at || (a.submission < b.submission ? -1 : 1);
}

/** The digests to look up, each with how much its value tells. */
type Wanted = ReadonlyMap<string, HeldValue['entropy']>;

function wantedDigests(
  submissions: readonly Submission[],
  names: DigestNames,
  { equivalences = [], isApart = () => false }: EarlierSources,
): Wanted {
  const learned = new Set(equivalences.flatMap(({ tokens }) => tokens));
  const wanted = new Map<string, HeldValue['entropy']>();
  for (const { fields } of submissions) {
    for (const value of heldValues(fields, names.current)) {
      if (isApart(value)) continue;
      const { digest, anyDigest, token, entropy } = value;
      if (digest !== undefined) wanted.set(digest, entropy);
      // The digest common to all fields matters only where the dictionary does not know the label.
      if (anyDigest !== undefined && (digest === undefined || learned.has(token))) {
        wanted.set(anyDigest, entropy);
      }
    }
  }
  return wanted;
}

/**
 * Reads the earlier submissions that hold most of the same values, and joins their parts. One value
 * that is not telling by itself links no record, so what holds nothing else is not read.
 */
async function readRecords(
  wanted: Wanted,
  sightings: Sightings,
  names: DigestNames,
  { earlier, idOf = (platform) => platform }: EarlierSources,
): Promise<readonly EarlierRecord[]> {
  const candidates = new Map<string, { hits: number; isTelling: boolean; at: number }>();
  for (const [digest, known] of sightings) {
    const isTelling = wanted.get(digest) === 'high';
    for (const { submission, at } of known) {
      const candidate = ensure(candidates, submission, () => ({ hits: 0, isTelling, at }));
      candidate.hits += 1;
      candidate.isTelling ||= isTelling;
    }
  }
  const ids = [...candidates]
    .filter(([, { hits, isTelling }]) => hits > 1 || isTelling)
    .sort(([a, x], [b, y]) => y.hits - x.hits || y.at - x.at || (a < b ? -1 : 1))
    .slice(0, MOST_READ)
    .map(([id]) => id);
  if (ids.length === 0) return [];
  const read = (await earlier(ids)).filter(({ outcome }) => outcome === 'accepted');
  const byId = new Map(read.map((submission) => [submission.id, submission]));
  const groups = new Map<string, Submission[]>();
  for (const submission of read) append(groups, rootId(submission, byId), submission);
  return [...groups.values()].flatMap((group) => {
    const submissions = group.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    const newest = submissions[0] as Submission;
    const platform = idOf(newest.platform);
    if (platform === undefined) return [];
    const values = submissions.flatMap(({ fields }) => heldValues(fields, names.current));
    return [{ platform, submissions, newest, records: recordsIn(values) }];
  });
}

function rootId(submission: Submission, byId: ReadonlyMap<string, Submission>): string {
  let { id, continues } = submission;
  const met = new Set([id]);
  while (continues !== undefined && !met.has(continues)) {
    met.add(continues);
    id = continues;
    continues = byId.get(continues)?.continues;
  }
  return id;
}
