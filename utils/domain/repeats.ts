/**
 * Repeated uploads (重复上传), from digests alone.
 *
 * - Repeated upload across platforms: the same content digest on ≥ 2 platforms within 30 days.
 *   On the same platform: repeated on platform.
 * - Near-repeat (shown as suspected): photographs whose perceptual hashes lie ≤ 10 bits (whole
 *   picture) or ≤ 8 bits (upper part) of 64 apart; documents whose sketches contain ≥ 0.8 of one
 *   another. On one platform only from 60 min apart (*ours*): a series of pictures of one meeting is
 *   no repetition.
 *
 * Each upload counts once, as the strongest that it is. A file chosen again on the same platform
 * within 60 s is one upload; cancelled and failed ones do not count. Digests and hashes compare only
 * within one generation of the key.
 */

import { evidenceOf } from './evidence';
import { append } from './grouping';
import type { Upload } from './records';
import type { RepeatedUpload } from './summary';
import { DAY_MS, MINUTE_MS, SECOND_MS } from './time-constants';

const REPEAT_WINDOW_MS = 30 * DAY_MS;
const WHOLE_PICTURE_BITS = 10;
const UPPER_PART_BITS = 8;
const LEAST_CONTAINMENT = 0.8;
const SAME_UPLOAD_MS = 60 * SECOND_MS;
const SERIES_MS = 60 * MINUTE_MS;
/** A sketch of fewer entries says too little. */
const LEAST_SKETCH = 5;

export interface RepeatOptions {
  /** Uploads at or after `from` and before `to` are counted against those before them, epoch ms. */
  readonly from: number;
  readonly to: number;
}

export interface UploadRepeats {
  /** Uploads in the stretch, a file chosen twice counted once. */
  readonly uploads: readonly Upload[];
  /** Those of them that repeat an earlier one, oldest first. */
  readonly repeated: readonly {
    readonly upload: Upload;
    readonly kind: RepeatKind;
    readonly platform: string;
  }[];
  /** How many of them there are of each kind. */
  readonly across: number;
  readonly onPlatform: number;
  readonly near: number;
  /** What was uploaded repeatedly, most times first. */
  readonly repeats: readonly RepeatedUpload[];
}

type RepeatKind = RepeatedUpload['kind'];

/** @param uploads also those of the 30 days before the stretch, in any order */
export function repeatedUploads(
  uploads: readonly Upload[],
  { from, to }: RepeatOptions,
): UploadRepeats {
  const all = withoutChosenTwice(
    uploads.filter(
      ({ outcome, at }) => isUploaded({ outcome }) && at < to && at >= from - REPEAT_WINDOW_MS,
    ),
  );
  const found: {
    readonly upload: Upload;
    readonly earlier: readonly Upload[];
    readonly kind: RepeatKind;
  }[] = [];
  const byDigest = new Map<string, Upload[]>();
  const pictures: HashedUpload[] = [];
  const documents: Upload[] = [];
  for (const upload of all) {
    const same = (byDigest.get(upload.digest ?? '') ?? []).filter(isRecent(upload));
    const near =
      same.length > 0 || upload.at < from
        ? []
        : [...nearPictures(upload, pictures), ...nearDocuments(upload, documents)];
    if (upload.at >= from && same.length + near.length > 0) {
      const kind =
        same.length === 0
          ? 'near-repeat'
          : same.some(({ platform }) => platform !== upload.platform)
            ? 'across-platforms'
            : 'on-platform';
      found.push({ upload, earlier: same.length > 0 ? same : near, kind });
    }
    if (upload.digest !== undefined) append(byDigest, upload.digest, upload);
    const hashes = upload.pictureHashes?.map(parseHash);
    if (hashes !== undefined) pictures.push({ upload, hashes });
    if (upload.sketch !== undefined) documents.push(upload);
  }
  const count = (kind: RepeatKind) => found.filter((one) => one.kind === kind).length;
  return {
    uploads: all.filter(({ at }) => at >= from),
    repeated: found.map(({ upload, kind }) => ({ upload, kind, platform: upload.platform })),
    across: count('across-platforms'),
    onPlatform: count('on-platform'),
    near: count('near-repeat'),
    repeats: grouped(found),
  };
}

/** A file that reached the platform, as far as can be told. */
export function isUploaded({ outcome }: Pick<Upload, 'outcome'>): boolean {
  return outcome === 'sent' || outcome === 'unknown';
}

function withoutChosenTwice(uploads: readonly Upload[]): readonly Upload[] {
  const last = new Map<string, number>();
  return [...uploads]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .filter(({ platform, digest, at }) => {
      if (digest === undefined) return true;
      const key = `${platform} ${digest}`;
      const before = last.get(key);
      last.set(key, at);
      return before === undefined || at - before > SAME_UPLOAD_MS;
    });
}

function isRecent({ at }: Upload): (earlier: Upload) => boolean {
  return (earlier) => at - earlier.at <= REPEAT_WINDOW_MS;
}

/** A 64-bit hash as two halves of 32 bits. */
type Hash = readonly [number, number];

interface HashedUpload {
  readonly upload: Upload;
  readonly hashes: readonly (Hash | undefined)[];
}

function nearPictures(upload: Upload, earlier: readonly HashedUpload[]): readonly Upload[] {
  const hashes = upload.pictureHashes?.map(parseHash);
  if (hashes === undefined) return [];
  return earlier
    .filter((one) => mayRepeat(upload, one.upload) && arePicturesNear(hashes, one.hashes))
    .map((one) => one.upload);
}

function arePicturesNear(
  a: readonly (Hash | undefined)[],
  b: readonly (Hash | undefined)[],
): boolean {
  return bitsApart(a[0], b[0]) <= WHOLE_PICTURE_BITS || bitsApart(a[1], b[1]) <= UPPER_PART_BITS;
}

/** Bits in which two hashes differ; infinite where one is missing. */
function bitsApart(a: Hash | undefined, b: Hash | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  return bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);
}

function bitsSet(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Reads 16 hexadecimal characters; anything else is no hash. */
function parseHash(text: string): Hash | undefined {
  if (!/^[\da-f]{16}$/i.test(text)) return undefined;
  return [Number.parseInt(text.slice(0, 8), 16) | 0, Number.parseInt(text.slice(8), 16) | 0];
}

function nearDocuments(upload: Upload, earlier: readonly Upload[]): readonly Upload[] {
  const { sketch } = upload;
  if (sketch === undefined) return [];
  return earlier.filter(
    (one) => mayRepeat(upload, one) && containment(sketch, one.sketch ?? []) >= LEAST_CONTAINMENT,
  );
}

/** |A∩B| ÷ min(|A|, |B|) of two sketches; 0 where one says too little. */
export function containment(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const smaller = Math.min(left.size, right.size);
  if (smaller < LEAST_SKETCH) return 0;
  let shared = 0;
  for (const entry of left) if (right.has(entry)) shared += 1;
  return shared / smaller;
}

function mayRepeat(upload: Upload, earlier: Upload): boolean {
  if (upload.keyGeneration !== earlier.keyGeneration || upload.fileKind !== earlier.fileKind) {
    return false;
  }
  if (!isRecent(upload)(earlier)) return false;
  return upload.platform !== earlier.platform || upload.at - earlier.at >= SERIES_MS;
}

/** Uploads that repeat one another, as one entry. */
function grouped(
  found: readonly {
    readonly upload: Upload;
    readonly earlier: readonly Upload[];
    readonly kind: RepeatKind;
  }[],
): readonly RepeatedUpload[] {
  const groups = new Map<string, { kinds: Set<RepeatKind>; uploads: Map<string, Upload> }>();
  for (const { upload, earlier, kind } of found) {
    // A near-repeat joins what it resembles, its oldest likeness.
    const oldest = earlier.reduce((a, b) => (b.at < a.at ? b : a));
    const origin = kind === 'near-repeat' ? oldest : upload;
    const key = origin.digest ?? origin.id;
    const group = groups.get(key) ?? { kinds: new Set(), uploads: new Map() };
    groups.set(key, group);
    group.kinds.add(kind);
    for (const one of [upload, ...earlier]) group.uploads.set(one.id, one);
  }
  return [...groups]
    .map(([group, { kinds, uploads }]) => {
      const all = [...uploads.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
      const newest = all[0] as Upload;
      return {
        group,
        kind: strongest(kinds),
        platforms: [...new Set(all.map(({ platform }) => platform))].sort(),
        times: all.length,
        fileKind: newest.fileKind,
        proofMaterial: all.some(({ proofMaterial }) => proofMaterial),
        evidence: evidenceOf(all),
      };
    })
    .sort(
      (a, b) =>
        b.times - a.times ||
        (b.evidence.lastAt ?? 0) - (a.evidence.lastAt ?? 0) ||
        (a.group < b.group ? -1 : 1),
    );
}

function strongest(kinds: ReadonlySet<RepeatKind>): RepeatKind {
  if (kinds.has('across-platforms')) return 'across-platforms';
  return kinds.has('on-platform') ? 'on-platform' : 'near-repeat';
}
