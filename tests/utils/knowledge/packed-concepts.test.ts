import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packConcepts, unpackConcepts } from '../../../utils/knowledge/packed-concepts';
import { packText, unpackText } from '../../../utils/knowledge/packed-text';

describe('text in its own alphabet', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unpackText(packText(text))).toBe(text);
      }),
    );
  });

  it('comes back with more characters than one byte can tell apart', () => {
    const text = Array.from({ length: 4_336 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(unpackText(packText(text))).toBe(text);
    expect(() => packText(`${text}a`)).toThrow(RangeError);
  });

  it('does not throw on bytes that are no packed text', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof unpackText(bytes) === 'string'));
  });
});

describe('packed field concepts', () => {
  const root = JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'));

  it('are the ones that were packed', () => {
    expect(unpackConcepts(packConcepts(root))).toEqual(root);
  });

  it('are refused where a word would fall apart or a column is missing', () => {
    const [first] = root.concepts;
    for (const broken of [
      { ...first, labels: ['姓名|名字'] },
      { ...first, labels: ['a;b'] },
      { ...first, labels: [''] },
      { ...first, meta: false },
      { ...first, colour: 'red' },
    ]) {
      expect(() => packConcepts({ ...root, concepts: [broken] })).toThrow('concepts: ');
    }
  });

  it('that are cut off are not read', () => {
    const bytes = packConcepts(root);
    expect(() => unpackConcepts(bytes.subarray(0, bytes.length - 9))).toThrow(SyntaxError);
  });
});
