/**
 * The outer form of a backup file: encrypted under a passphrase, in parts.
 *
 * | bytes | what |
 * |---|---|
 * | 8 | `QZBACKUP` |
 * | 1 | version, 1 |
 * | 4 | iterations of PBKDF2-SHA-256, big-endian |
 * | 16 | salt |
 * | 7 | nonce of the file |
 * | 16 | proof of the passphrase: the tag of an empty text |
 * | … | parts: length (4 bytes, big-endian), AES-256-GCM of up to 256 KiB |
 *
 * The nonce of a part is that of the file, the number of the part and whether it is the last (the
 * STREAM construction), and each part covers the head: no part can be changed, moved, dropped or
 * added unseen.
 */

import { BackupFault } from '../domain/backup-fault';

const MAGIC = 'QZBACKUP';
const VERSION = 1;
const ITERATIONS = 600_000;
/** A file that asks for more would only keep the computer busy. */
const MOST_ITERATIONS = 10_000_000;
const HEAD_LENGTH = 36;
const TAG_LENGTH = 16;
const PART_LENGTH = 262_144;
const PROOF = 0xffff_ffff;

type Bytes = Uint8Array<ArrayBuffer>;

interface Seal {
  readonly key: CryptoKey;
  readonly head: Bytes;
}

/** Turns bytes into the parts of a file. */
export class Sealer {
  readonly #seal: Seal;
  readonly #parts: Bytes[];
  #waiting: Bytes = new Uint8Array(PART_LENGTH);
  #length = 0;
  #number = 0;

  private constructor(seal: Seal, proof: Bytes) {
    this.#seal = seal;
    this.#parts = [seal.head, proof];
  }

  /** @param iterations for tests; the default is what a file is made with */
  static async open(passphrase: string, iterations: number = ITERATIONS): Promise<Sealer> {
    const head = new Uint8Array(HEAD_LENGTH);
    head.set(new TextEncoder().encode(MAGIC));
    head[8] = VERSION;
    new DataView(head.buffer).setUint32(9, iterations);
    crypto.getRandomValues(head.subarray(13));
    const seal = { key: await keyOf(passphrase, head), head };
    return new Sealer(seal, await encrypt(seal, PROOF, false, new Uint8Array()));
  }

  async add(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      // The last part is only known when the end comes: a full one waits.
      if (this.#length === PART_LENGTH) await this.#flush(false);
      const taken = bytes.subarray(at, at + PART_LENGTH - this.#length);
      this.#waiting.set(taken, this.#length);
      this.#length += taken.length;
      at += taken.length;
    }
  }

  async end(): Promise<Blob> {
    await this.#flush(true);
    return new Blob(this.#parts, { type: 'application/octet-stream' });
  }

  async #flush(last: boolean): Promise<void> {
    const plain = this.#waiting.slice(0, this.#length);
    const sealed = await encrypt(this.#seal, this.#number, last, plain);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, sealed.length);
    this.#parts.push(length, sealed);
    this.#length = 0;
    this.#number += 1;
  }
}

/**
 * The bytes that a file holds, part by part.
 *
 * @throws BackupFault where it is no backup, newer, damaged, cut off, or opened by another passphrase
 */
export async function* unsealed(
  file: Blob,
  passphrase: string,
): AsyncGenerator<{ readonly bytes: Bytes; readonly part: number; readonly readTo: number }> {
  const read = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const head = await read(0, HEAD_LENGTH);
  if (new TextDecoder().decode(head.subarray(0, 8)) !== MAGIC) throw new BackupFault('foreign');
  if (head[8] !== VERSION) throw new BackupFault((head[8] ?? 0) > VERSION ? 'newer' : 'damaged');
  if (head.length < HEAD_LENGTH) throw new BackupFault('truncated');
  const iterations = new DataView(head.buffer).getUint32(9);
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new BackupFault('damaged');
  const seal = { key: await keyOf(passphrase, head), head };
  const proof = await read(HEAD_LENGTH, HEAD_LENGTH + TAG_LENGTH);
  if (proof.length < TAG_LENGTH) throw new BackupFault('truncated');
  await decrypt(seal, PROOF, false, proof).catch(() => {
    throw new BackupFault('passphrase');
  });
  let at = HEAD_LENGTH + TAG_LENGTH;
  for (let number = 0; at < file.size || number === 0; number++) {
    const part = number + 1;
    const front = await read(at, at + 4);
    if (front.length < 4) throw new BackupFault('truncated', part);
    const length = new DataView(front.buffer).getUint32(0);
    if (length > PART_LENGTH + TAG_LENGTH) throw new BackupFault('damaged', part);
    const sealed = await read(at + 4, at + 4 + length);
    if (sealed.length < length) throw new BackupFault('truncated', part);
    at += 4 + length;
    const last = at >= file.size;
    let bytes: Bytes;
    try {
      bytes = await decrypt(seal, number, last, sealed);
    } catch {
      // A part that is sound, but not the last one, at the end of the file: the rest is missing.
      const sound = last && (await decrypt(seal, number, false, sealed).catch(() => undefined));
      throw new BackupFault(sound ? 'truncated' : 'damaged', part);
    }
    yield { bytes, part, readTo: at };
  }
}

async function keyOf(passphrase: string, head: Bytes): Promise<CryptoKey> {
  // The same passphrase, however an input method composed it.
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      iterations: new DataView(head.buffer).getUint32(9),
      salt: head.slice(13, 29),
    },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function parametersOf({ head }: Seal, number: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(head.subarray(29));
  new DataView(iv.buffer).setUint32(7, number);
  iv[11] = last ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: head };
}

async function encrypt(seal: Seal, number: number, last: boolean, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt(parametersOf(seal, number, last), seal.key, plain),
  );
}

async function decrypt(seal: Seal, number: number, last: boolean, sealed: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.decrypt(parametersOf(seal, number, last), seal.key, sealed),
  );
}
