import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conceptsOf, packConcepts, unpackConcepts } from '../../../utils/knowledge/packed-concepts';

const noRest = () => undefined;

interface Concept {
  readonly labels: readonly string[];
}

describe('packed field concepts', () => {
  const root = JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'));

  it('are the ones that were packed, with the labels after the name in any order', async () => {
    const inOrder = ({ labels: [name, ...labels], ...rest }: Concept) => ({
      ...rest,
      labels: [name, ...labels.sort()],
    });
    const unpacked = conceptsOf(await unpackConcepts(packConcepts(root), noRest));
    expect({ ...unpacked, concepts: (unpacked.concepts as Concept[]).map(inOrder) }).toEqual({
      ...root,
      concepts: root.concepts.map(inOrder),
    });
  });

  it('bring the words along that were taken out of the code', async () => {
    const words = ['^(?:人|员)$', '是 否 有 无', '"\\d|;'];
    const few = { ...root, concepts: root.concepts.slice(0, 3) };
    const unpacked = conceptsOf(await unpackConcepts(packConcepts(few, words), noRest));
    expect(unpacked.words).toEqual(words);
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

  it('that are cut off are not read', async () => {
    const bytes = packConcepts({ ...root, concepts: root.concepts.slice(0, 20) });
    const cut = bytes.subarray(0, bytes.length - 9);
    await expect(unpackConcepts(cut, noRest)).rejects.toThrow(RangeError);
    expect(() => conceptsOf('{"concepts":')).toThrow(SyntaxError);
  });

  it('are unpacked in steps that let others run', async () => {
    let rests = 0;
    const few = { ...root, concepts: root.concepts.slice(0, 20) };
    await unpackConcepts(packConcepts(few), async () => {
      rests += 1;
    });
    expect(rests).toBeGreaterThan(few.concepts.length);
  });
});
