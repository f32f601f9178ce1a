import { digest } from '../../utils/domain/digest';
import { READABLE_CHARACTERS } from '../../utils/domain/document-likeness';
import { masked, pictureMask } from '../../utils/domain/picture-mask';
import type { Database } from '../../utils/storage/database';
import { foldFileReading } from '../../utils/storage/uploads';
import { loadKeys } from './keys';
import { prepareFileDigest } from './prepare';

/** What reading a file told; in memory only, none of it is keyed yet. */
export interface FileReading {
  /** The id of the upload. */
  readonly id: string;
  /** Content digest as hex; absent where the file could not be read to its end. */
  readonly contentDigest?: string;
  /** Perceptual hashes of a picture, 64 bits each as hex. */
  readonly pictureHashes?: readonly string[];
  /** Sketch of a document's text, figures and pictures. */
  readonly sketch?: readonly string[];
  /** Its pixel size says that it is a screenshot. */
  readonly screenshot?: boolean;
}

/**
 * Keeps what was read from a file that was handed over, under the device key. Only to be called where
 * digests are allowed.
 *
 * @param now epoch ms
 * @throws Error as the database gives it
 */
export async function recordFileReading(
  database: Database,
  reading: FileReading,
  now: number,
): Promise<void> {
  const { id, contentDigest, pictureHashes, sketch, screenshot } = reading;
  const keys = await loadKeys(database, now);
  const { key } = keys.values[0];
  const digests = await prepareFileDigest({ keys, digestsAllowed: true }, contentDigest);
  const mask = await pictureMask(key);
  const keyed =
    sketch && (await Promise.all([...new Set(sketch)].map((one) => keyedEntry(key, one))));
  const prepared = {
    id,
    ...digests,
    ...(pictureHashes === undefined
      ? {}
      : { pictureHashes: pictureHashes.map((hash) => masked(hash, mask)) }),
    ...(keyed === undefined ? {} : { sketch: keyed.sort() }),
    ...(screenshot === undefined ? {} : { screenshot }),
  };
  await database.transaction('rw', database.uploads, async () => {
    await foldFileReading(database, prepared);
  });
}

/** An entry of a sketch under the key; what stays readable in front says nothing of the document. */
async function keyedEntry(key: CryptoKey, entry: string): Promise<string> {
  const member = entry.charAt(0) + entry.slice(READABLE_CHARACTERS);
  return entry.slice(0, READABLE_CHARACTERS) + (await digest(key, 'sketch', member));
}
