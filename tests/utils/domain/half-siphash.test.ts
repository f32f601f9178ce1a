import { describe, expect, it } from 'vitest';
import { halfSipHash } from '../../../utils/domain/half-siphash';

/** Key and inputs of the reference vectors: bytes 0, 1, 2 … */
const KEY = [0x03020100, 0x07060504] as const;

function bytesOf(hash: readonly [number, number]): string {
  const [high, low] = hash;
  return [low, high]
    .flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

describe('half-siphash', () => {
  it('agrees with the reference on inputs of whole 16-bit units', () => {
    expect(bytesOf(halfSipHash(KEY, []))).toBe('218d1f59b9b83cc8');
    expect(bytesOf(halfSipHash(KEY, [0x0100]))).toBe('064f39ef7c50eb57');
  });

  it('changes with the key, the order and the length', () => {
    const hash = String(halfSipHash(KEY, [1, 2, 3]));
    expect(String(halfSipHash([1, 2], [1, 2, 3]))).not.toBe(hash);
    expect(String(halfSipHash(KEY, [3, 2, 1]))).not.toBe(hash);
    expect(String(halfSipHash(KEY, [1, 2, 3, 0]))).not.toBe(hash);
  });

  it('reads a part as if it were the whole', () => {
    expect(halfSipHash(KEY, [9, 1, 2, 3, 9], 1, 4)).toEqual(halfSipHash(KEY, [1, 2, 3]));
  });
});
