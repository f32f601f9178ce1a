/**
 * Repeated uploads (重复上传), from digests alone.
 *
 * - Repeated upload across platforms: the same content digest on ≥ 2 platforms within 30 days.
 *   On the same platform: repeated on platform.
 * - Near-repeat (shown as suspected): photographs that differ only by recompression, size, crop or
 *   watermark, by their perceptual hashes; documents of which one holds ≥ 0.8 of the other, by their
 *   sketches. On one platform only from 60 min apart (*ours*): a series of pictures of one meeting is
 *   no repetition.
 *
 * Each upload counts once, as the strongest that it is. A file chosen again on the same platform
 * within 60 s is one upload; cancelled and failed ones do not count. Digests and hashes compare only
 * within one generation of the key.
 */

import { documentsAlike } from './document-likeness';
import { evidenceOf } from './evidence';
import { append } from './grouping';
import { type PictureCode, picturesAlike, readPictureCode } from './picture-hash';
import type { Upload } from './records';
import type { RepeatedUpload } from './summary';
import { DAY_MS, MINUTE_MS, SECOND_MS } from './time-constants';

const REPEAT_WINDOW_MS = 30 * DAY_MS;
const SAME_UPLOAD_MS = 60 * SECOND_MS;
const SERIES_MS = 60 * MINUTE_MS;

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
  const all = distinctUploads(uploads.filter(({ at }) => at < to && at >= from - REPEAT_WINDOW_MS));
  const found: {
    readonly upload: Upload;
    readonly earlier: readonly Upload[];
    readonly kind: RepeatKind;
  }[] = [];
  const byDigest = new Map<string, Upload[]>();
  const pictures: CodedUpload[] = [];
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
    const code = upload.pictureHashes && readPictureCode(upload.pictureHashes);
    if (code !== undefined) pictures.push({ upload, code });
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

/**
 * Uploads that reached the platform, as far as can be told, oldest first; a file chosen again within a
 * minute only once.
 */
export function distinctUploads(uploads: readonly Upload[]): readonly Upload[] {
  const last = new Map<string, number>();
  return uploads
    .filter(({ outcome }) => outcome === 'sent' || outcome === 'unknown')
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

interface CodedUpload {
  readonly upload: Upload;
  readonly code: PictureCode;
}

function nearPictures(upload: Upload, earlier: readonly CodedUpload[]): readonly Upload[] {
  const code = upload.pictureHashes && readPictureCode(upload.pictureHashes);
  if (code === undefined) return [];
  return earlier
    .filter((one) => mayRepeat(upload, one.upload) && picturesAlike(code, one.code))
    .map((one) => one.upload);
}

function nearDocuments(upload: Upload, earlier: readonly Upload[]): readonly Upload[] {
  const { sketch } = upload;
  if (sketch === undefined) return [];
  return earlier.filter(
    (one) => mayRepeat(upload, one) && documentsAlike(sketch, one.sketch ?? []),
  );
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
