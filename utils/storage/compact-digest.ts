import type { DigestRow } from '../domain/records';

/**
 * A row of the digest table as it is written. There is one for each distinct value, so it is by far
 * the most numerous: key and places are bytes, and a platform is its number.
 */
export interface StoredDigest {
  /** Generation of the key. */
  readonly g: number;
  /** Places, newest first: 12 bytes of the submission's id, 6 of its time, 2 of its platform, 2 of the field. */
  readonly s: Uint8Array<ArrayBuffer>;
}

const PLACE_BYTES = 22;
const DIGEST_BYTES = 12;
const DIGEST = /^[\w-]{16}$/;
const NO_DIGEST = 'A'.repeat(16);

/** Numbers of platforms, by their order of appearance in the digest table. */
export type PlatformNumbers = readonly string[];

/** The key of a digest's row: its bytes. */
export function digestKey(digest: string): Uint8Array<ArrayBuffer> {
  const text = atob(digest.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** The digest of which these are the bytes. */
function digestOfKey(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Digests one after the other, 12 bytes each; none is noughts. Undefined where one is of another kind. */
export function encodeDigests(
  digests: readonly (string | undefined)[],
): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(digests.length * DIGEST_BYTES);
  for (const [index, digest] of digests.entries()) {
    if (digest === undefined) continue;
    if (!DIGEST.test(digest) || digest === NO_DIGEST) return undefined;
    bytes.set(digestKey(digest), index * DIGEST_BYTES);
  }
  return bytes;
}

export function decodeDigests(bytes: Uint8Array): (string | undefined)[] {
  return Array.from({ length: bytes.length / DIGEST_BYTES }, (_, index) => {
    const digest = digestOfKey(bytes.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES));
    return digest === NO_DIGEST ? undefined : digest;
  });
}

/**
 * @param numbers every platform of the row must be among them
 */
export function encodeDigest(row: DigestRow, numbers: PlatformNumbers): StoredDigest {
  const bytes = new Uint8Array(row.seen.length * PLACE_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, { submission, at, platform, field }] of row.seen.entries()) {
    const start = index * PLACE_BYTES;
    for (let byte = 0; byte < 12; byte += 1) {
      bytes[start + byte] = Number.parseInt(submission.slice(byte * 2, byte * 2 + 2), 16);
    }
    view.setUint16(start + 12, Math.floor(at / 2 ** 32));
    view.setUint32(start + 14, at % 2 ** 32);
    view.setUint16(start + 18, numbers.indexOf(platform));
    view.setUint16(start + 20, field);
  }
  return { g: row.generation, s: bytes };
}

export function decodeDigest(
  digest: string,
  { g, s }: StoredDigest,
  numbers: PlatformNumbers,
): DigestRow {
  const view = new DataView(s.buffer, s.byteOffset, s.byteLength);
  const seen: DigestRow['seen'][number][] = [];
  for (let start = 0; start + PLACE_BYTES <= s.byteLength; start += PLACE_BYTES) {
    seen.push({
      submission: Array.from(s.subarray(start, start + 12), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join(''),
      at: view.getUint16(start + 12) * 2 ** 32 + view.getUint32(start + 14),
      platform: numbers[view.getUint16(start + 18)] ?? '',
      field: view.getUint16(start + 20),
    });
  }
  return { digest, generation: g, seen };
}
