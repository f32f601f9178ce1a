import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutDerived } from '../../../utils/cli/plain-concepts';
import { parseFieldConcepts } from '../../../utils/knowledge/field-concepts';
import { createConceptMatcher } from '../../../utils/knowledge/match-concept';

describe('the field concepts of the package', () => {
  const root = JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'));
  const plain = withoutDerived(root) as typeof root;
  const labelsOf = ({ concepts }: typeof root): string[] =>
    concepts.flatMap(({ labels }: { labels: string[] }) => labels);
  const readerOf = (concepts: unknown) => {
    const { matchConcept } = createConceptMatcher(parseFieldConcepts(concepts));
    return (label: string) => matchConcept({ labels: [{ text: label, source: 'label' }] })?.key;
  };

  it('read every label as all of them do', () => {
    const readAll = readerOf(root);
    const readPlain = readerOf(plain);
    for (const label of labelsOf(root)) expect(readPlain(label), label).toBe(readAll(label));
  });

  it('are fewer labels by what is read out of others, each item with its name first', () => {
    expect(labelsOf(plain).length).toBeLessThan(labelsOf(root).length * 0.85);
    const names = ({ concepts }: typeof root) =>
      Object.fromEntries(
        concepts.map(({ id, labels: [name] }: { id: string; labels: string[] }) => [id, name]),
      );
    expect(names(plain)).toEqual(names(root));
  });

  it('keep what is read as another item, or not at all, without it', () => {
    const concept = (id: string, labels: string[]) => ({
      id,
      labels,
      names: ['one'],
      shape: 'text',
      entropy: 'low',
    });
    const few = {
      schema: root.schema,
      version: root.version,
      roles: [],
      concepts: [
        concept('house.colour', ['颜色', '所属颜色', '色彩']),
        concept('house.tint', ['深浅', '具体颜色']),
      ],
    };
    expect(withoutDerived(few).concepts.map(({ labels, names }) => [labels, names])).toEqual([
      [['颜色', '色彩'], undefined],
      [['深浅', '具体颜色'], undefined],
    ]);
  });
});
