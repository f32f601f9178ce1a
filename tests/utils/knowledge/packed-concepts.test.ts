import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packConcepts, unpackConcepts } from '../../../utils/knowledge/packed-concepts';

interface Concept {
  readonly labels: readonly string[];
}

describe('packed field concepts', () => {
  const root = JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'));

  it('are the ones that were packed, with the labels after the name in order', () => {
    const concepts = root.concepts.map(({ labels: [name, ...labels], ...rest }: Concept) => ({
      ...rest,
      labels: [name, ...labels.sort()],
    }));
    expect(unpackConcepts(packConcepts(root))).toEqual({ ...root, concepts });
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
