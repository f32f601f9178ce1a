/**
 * The field concepts without what the package can do without: labels that the matcher reads out of the
 * others anyway (受益总人数 out of 受益人数), and technical names, which only settle what a generic label
 * leaves open, as the ids of the concepts do; those with values of one shape together, which packs best.
 * What is kept readable in `public/knowledge` stays whole.
 */
import { parseFieldConcepts } from '../knowledge/field-concepts';
import { createConceptMatcher } from '../knowledge/match-concept';

interface PlainConcept extends Readonly<Record<string, unknown>> {
  readonly labels: readonly string[];
  readonly names?: readonly string[];
}

export interface PlainConcepts extends Readonly<Record<string, unknown>> {
  readonly concepts: readonly PlainConcept[];
}

/** Every label of `root` is read by the concepts given back as it is by `root`. */
export function withoutDerived<Root extends PlainConcepts>(root: Root): Root {
  const named = {
    ...root,
    concepts: root.concepts.map(({ names: _, ...concept }) => concept).sort(byShape),
  };
  const read = readerOf(root);
  const labels = root.concepts.flatMap((concept) => concept.labels);
  const asWhole = new Map(labels.map((label) => [label, read(label)]));
  // The first label is the name in the interface.
  const left = new Set(root.concepts.flatMap((concept) => concept.labels.slice(1)));
  for (;;) {
    const plain = {
      ...named,
      concepts: named.concepts.map((concept) => ({
        ...concept,
        labels: concept.labels.filter((label) => !left.has(label)),
      })),
    };
    const readNow = readerOf(plain);
    const lost = labels.filter((label) => readNow(label) !== asWhole.get(label));
    // The short ones first: many a longer one is read out of them.
    const back = lost.filter((label) => left.has(label));
    const shortest = Math.min(...back.map(({ length }) => length));
    for (const label of back) if (label.length === shortest) left.delete(label);
    if (back.length > 0) continue;
    if (lost.length > 0) throw new Error(`concepts: ${lost[0]} is read out of none`);
    return plain;
  }
}

/** Of those that stand for one role the first is what the role's name asks for: they keep their order. */
function byShape(one: PlainConcept, other: PlainConcept): number {
  const place = ({ shape, role, id }: PlainConcept) => `${shape} ${role ? '' : id}`;
  if (place(one) === place(other)) return 0;
  return place(one) < place(other) ? -1 : 1;
}

function readerOf(root: PlainConcepts) {
  const { matchConcept } = createConceptMatcher(parseFieldConcepts(root));
  return (label: string) => {
    return matchConcept({ labels: [{ text: label, source: 'library' }] })?.key;
  };
}
