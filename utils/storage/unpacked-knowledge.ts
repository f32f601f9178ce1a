import { Dexie, type EntityTable } from 'dexie';

/** Text of the package, unpacked: nothing of the person stands here. */
interface UnpackedText {
  readonly path: string;
  /** SHA-256 of the packed bytes that it was made of, and of its own. */
  readonly packedDigest: string;
  readonly digest: string;
  /** UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A database that does not open holds nobody up for longer. */
const LONGEST_READ_MS = 2_000;

export const UNPACKED_NAME = 'qingzhuang-unpacked';

/**
 * What the package carries densely packed is unpacked once and kept for the next wake of the worker: in
 * a database of its own, so that the person's records are not touched by it.
 */
class UnpackedDatabase extends Dexie {
  declare texts: EntityTable<UnpackedText, 'path'>;

  constructor() {
    super(UNPACKED_NAME, { cache: 'disabled' });
    this.version(1).stores({ texts: 'path' });
  }
}

/**
 * The text of a packed file, from what was kept where that is whole and of the same bytes, else
 * unpacked anew and kept.
 *
 * @throws whatever `unpack` throws; that something could not be kept or read again is no fault
 */
export async function unpackedText(
  path: string,
  packed: Uint8Array<ArrayBuffer>,
  unpack: (packed: Uint8Array) => Promise<string>,
): Promise<string> {
  const database = new UnpackedDatabase();
  try {
    const packedDigest = await digestOf(packed);
    const kept = await Promise.race([
      keptText(database, path, packedDigest).catch(() => undefined),
      new Promise<undefined>((give) => setTimeout(give, LONGEST_READ_MS)),
    ]);
    if (kept !== undefined) return kept;
    const text = await unpack(packed);
    await keep(database, { path, packedDigest, text }).catch(() => undefined);
    return text;
  } finally {
    database.close();
  }
}

async function keptText(
  { texts }: UnpackedDatabase,
  path: string,
  packedDigest: string,
): Promise<string | undefined> {
  const kept = await texts.get(path);
  if (kept?.packedDigest !== packedDigest) return undefined;
  if ((await digestOf(kept.bytes)) !== kept.digest) return undefined;
  return new TextDecoder().decode(kept.bytes);
}

async function keep(
  { texts }: UnpackedDatabase,
  { path, packedDigest, text }: Pick<UnpackedText, 'path' | 'packedDigest'> & { text: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await texts.put({ path, packedDigest, digest: await digestOf(bytes), bytes });
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
}
