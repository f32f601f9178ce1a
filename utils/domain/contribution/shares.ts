/**
 * Additive secret sharing (sealed mode): v = a + b (mod 2⁶⁴) for each entry. b is stretched from a
 * 32-byte seed by AES-256 in counter mode; a = v − b. One share alone is indistinguishable from random
 * numbers, whatever v is; only sums of shares ever meet. Vectors of shares are little-endian 64-bit.
 */

/** Bytes of the seed that stands for a share. */
export const SEED_BYTES = 32;

/** The share that a seed stands for: `length` entries. */
export async function shareOfSeed(seed: Uint8Array, length: number): Promise<BigUint64Array> {
  const key = await crypto.subtle.importKey('raw', seed as BufferSource, 'AES-CTR', false, [
    'encrypt',
  ]);
  const stream = await crypto.subtle.encrypt(
    { name: 'AES-CTR', counter: new Uint8Array(16), length: 64 },
    key,
    new Uint8Array(length * 8),
  );
  return new BigUint64Array(stream);
}

/** The other share: v − b. */
export function otherShare(vector: Uint32Array, share: BigUint64Array): BigUint64Array {
  // A BigUint64Array keeps what fits: that is the modulus.
  return share.map((value, index) => BigInt(vector[index] as number) - value);
}
