import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packByAlphabet, unpackByAlphabet } from '../../../utils/knowledge/alphabet-text';

describe('text in its own alphabet', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unpackByAlphabet(packByAlphabet(text))).toBe(text);
      }),
    );
  });

  it('comes back with more characters than one byte can tell apart', () => {
    const text = Array.from({ length: 4_336 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(unpackByAlphabet(packByAlphabet(text))).toBe(text);
    expect(() => packByAlphabet(`${text}a`)).toThrow(RangeError);
  });

  it('does not throw on bytes that are no packed text', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof unpackByAlphabet(bytes) === 'string'));
  });
});
