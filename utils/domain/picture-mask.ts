/**
 * A perceptual hash of a picture is no keyed digest: who has the picture could find it. So it is
 * masked: every hash is combined bit by bit with 64 bits that follow from the device key. Two hashes
 * under one mask are as many bits apart as before, and mean nothing to whoever lacks the key.
 */

import { mac } from './digest';

const HASH = /^[0-9a-f]{16}$/;

/** The mask of a key: 16 hexadecimal characters. */
export async function pictureMask(key: CryptoKey): Promise<string> {
  const bytes = (await mac(key, 'picture', '')).subarray(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A hash under a mask; the same once more gives the hash back, and a masked hash under the exclusive
 * or of two masks changes from the one to the other.
 *
 * @throws RangeError where either is not 64 bits in hexadecimal
 */
export function masked(hash: string, mask: string): string {
  if (!HASH.test(hash) || !HASH.test(mask)) throw new RangeError('not a 64-bit hash');
  const both = BigInt(`0x${hash}`) ^ BigInt(`0x${mask}`);
  return both.toString(16).padStart(16, '0');
}
