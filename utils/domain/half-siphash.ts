/**
 * HalfSipHash-2-4 with 64 bits of output: a keyed hash of short inputs that is quick in JavaScript,
 * since it knows only 32-bit words. After J.-P. Aumasson's reference.
 *
 * @param key 8 bytes
 * @param units 16-bit units of the input, as of a text
 * @returns the two halves as unsigned 32-bit numbers, the high one first
 */
export function halfSipHash(
  key: readonly [number, number],
  units: ArrayLike<number>,
  from = 0,
  to = units.length,
): readonly [number, number] {
  const [k0, k1] = key;
  let v0 = k0 | 0;
  let v1 = k1 ^ 0xee;
  let v2 = 0x6c796765 ^ k0;
  let v3 = 0x74656462 ^ k1;
  const round = (): void => {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  };
  const take = (word: number): void => {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  };
  let at = from;
  for (; at + 1 < to; at += 2) take((units[at] ?? 0) | ((units[at + 1] ?? 0) << 16));
  const bytes = ((to - from) * 2) & 0xff;
  take((bytes << 24) | (at < to ? (units[at] ?? 0) : 0));
  v2 ^= 0xee;
  for (let index = 0; index < 4; index += 1) round();
  const low = (v1 ^ v3) >>> 0;
  v1 ^= 0xdd;
  for (let index = 0; index < 4; index += 1) round();
  return [(v1 ^ v3) >>> 0, low];
}
