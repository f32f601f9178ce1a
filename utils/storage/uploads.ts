import type { FileKind } from '../domain/observation';
import type { SizeClass, Upload } from '../domain/records';
import type { Database } from './database';
import type { FoldContext } from './fold-context';

/** A file that was handed over, less everything that must not be kept. */
export interface PreparedUpload {
  readonly id: string;
  readonly at: number;
  readonly via: Upload['via'];
  readonly fileKind: FileKind;
  readonly sizeBytes: number;
  readonly proofMaterial: boolean;
  readonly keyGeneration: number;
  /** Keyed digest of the content, where the observer digested it. */
  readonly digest?: string;
  readonly earlierDigests: readonly string[];
}

/** What reading a file told, keyed. */
export interface PreparedFileReading {
  readonly id: string;
  readonly keyGeneration: number;
  readonly digest?: string;
  /** The content's digest under retired keys. */
  readonly earlierDigests: readonly string[];
  readonly pictureHashes?: readonly string[];
  readonly sketch?: readonly string[];
  readonly screenshot?: boolean;
}

/** The class of a size: n for [2^n, 2^(n+1)) KiB, 0 also below 1 KiB. */
export function sizeClass(bytes: number): SizeClass {
  return Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1) / 1024)));
}

/** Keeps that a file was handed over. What became of it and what was in it may follow. */
export async function foldUpload(context: FoldContext, upload: PreparedUpload): Promise<void> {
  const { database, platform } = context;
  const { id, at, via, fileKind, proofMaterial, keyGeneration, digest } = upload;
  const known = await database.uploads.get(id);
  // The observer digests by itself where the worker could not read the file: it tells that later.
  if (known?.digest !== undefined || (known !== undefined && digest === undefined)) return;
  await database.uploads.put({
    id,
    platform,
    at,
    via,
    fileKind,
    sizeClass: sizeClass(upload.sizeBytes),
    proofMaterial,
    outcome: known?.outcome ?? 'unknown',
    keyGeneration,
    ...(digest === undefined ? {} : { digest }),
  });
  if (digest !== undefined) await renewDigest(database, upload.earlierDigests, digest);
}

/** Keeps what became of a file; of an unknown file there is nothing to keep. */
export async function foldUploadOutcome(
  { database }: FoldContext,
  { id, outcome }: { readonly id: string; readonly outcome: Upload['outcome'] },
): Promise<void> {
  await database.uploads.update(id, { outcome });
}

/** Keeps what was read from a file, unless the upload has been deleted meanwhile. */
export async function foldFileReading(
  database: Database,
  reading: PreparedFileReading,
): Promise<void> {
  const upload = await database.uploads.get(reading.id);
  if (upload === undefined) return;
  const { digest, pictureHashes, sketch, keyGeneration } = reading;
  await database.uploads.put({
    ...upload,
    proofMaterial: upload.proofMaterial || reading.screenshot === true,
    keyGeneration,
    ...(digest === undefined ? {} : { digest }),
    ...(pictureHashes === undefined ? {} : { pictureHashes }),
    ...(sketch === undefined ? {} : { sketch }),
  });
  if (digest !== undefined) await renewDigest(database, reading.earlierDigests, digest);
}

/**
 * The same content that was uploaded before the key was changed takes its present digest, so that
 * equal content compares equal across the change.
 */
async function renewDigest(
  database: Database,
  earlierDigests: readonly string[],
  digest: string,
): Promise<void> {
  if (earlierDigests.length === 0) return;
  const same = await database.uploads
    .where('digest')
    .anyOf([...earlierDigests])
    .toArray();
  // Picture hashes and sketches of that time stay under their own key, whose number stands beside.
  await database.uploads.bulkPut(same.map((upload) => ({ ...upload, digest })));
}
