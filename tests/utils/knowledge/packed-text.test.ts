import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedTextReader, packText, unpackText } from '../../../utils/knowledge/packed-text';

const SENTENCES =
  '本周在前台打开过的平台个数。The platforms that stood in front this week.\n'.repeat(40);

describe('packed text', () => {
  it('comes back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(unpackText(packText(text))).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('comes back where every character is another, and where all are one', () => {
    const all = Array.from({ length: 2_000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    for (const text of [all, '录'.repeat(5_000), '']) {
      expect(unpackText(packText(text))).toBe(text);
    }
  });

  it('is the same whenever it is packed, and much smaller', () => {
    const packed = packText(SENTENCES);
    expect(packText(SENTENCES)).toEqual(packed);
    expect(packed.length).toBeLessThan(200);
  });

  it('is read up to an end, and then on', () => {
    const reader = new PackedTextReader(packText('户主\0姓名\0\0rest'));
    expect([reader.read(0), reader.read(0), reader.read(0), reader.read(0)]).toEqual([
      '户主',
      '姓名',
      '',
      'rest',
    ]);
    expect(reader.read(0)).toBe('');
  });

  it('is refused where it is longer than a reader takes', () => {
    expect(() => packText('a'.repeat((1 << 18) + 1))).toThrow(RangeError);
  });

  it('that is cut off is refused', () => {
    const packed = packText(SENTENCES);
    for (const length of [0, 1, 3, 20, packed.length - 1]) {
      expect(() => unpackText(packed.subarray(0, length))).toThrow(RangeError);
    }
  });

  it('that is damaged gives another text or an error, and ends', () => {
    const packed = packText(SENTENCES);
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = packed.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(readOrRefused(damaged)).toBe(true);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(readOrRefused(bytes)).toBe(true);
      }),
    );
  });
});

/** Whether the bytes gave a text of the length that they name at most, or a RangeError. */
function readOrRefused(bytes: Uint8Array): boolean {
  try {
    return unpackText(bytes).length <= 1 << 18;
  } catch (error) {
    return error instanceof RangeError;
  }
}
