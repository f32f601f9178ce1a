/**
 * Overlap of what two forms ask for (L1), from concepts alone; what is about the report itself or so
 * common that it says nothing (填报人, 备注) is left out.
 *
 * - Isomorphic forms: on different platforms, |A∩B| ÷ min(|A|, |B|) ≥ 0.6 and ≥ 5 shared (*ours*).
 * - Weighted by how rare a concept is among all forms (idf): Jaccard J = w(A∩B) ÷ w(A∪B) and
 *   containment C = w(A∩B) ÷ min(w(A), w(B)). `same` J ≥ 0.8; `strong` C ≥ 0.6 with ≥ 5 shared;
 *   `possible` C ≥ 0.4 with ≥ 3, shown only where values agree. Labels alone do not prove duplicate
 *   entry: values must.
 */

import type { ConceptLookup } from './concept';
import type { Equivalence } from './equivalence';
import { fieldToken } from './form-signature';
import { append, sumOf } from './grouping';
import type { Form } from './records';
import type { FormKey, IsomorphicForms } from './summary';

const ISOMORPHIC_OVERLAP = 0.6;
const ISOMORPHIC_SHARED = 5;

export interface FormOverlap {
  /** |A∩B| ÷ min(|A|, |B|), 0…1. */
  readonly overlap: number;
  /** Weighted Jaccard J and containment C, 0…1. */
  readonly jaccard: number;
  readonly containment: number;
  /** Concept keys that both ask for, in order. */
  readonly shared: readonly string[];
  readonly isomorphic: boolean;
  readonly level: 'same' | 'strong' | 'possible' | 'none';
}

export interface OverlapOptions {
  readonly concepts: ConceptLookup;
  readonly equivalences?: readonly Equivalence[];
  /** Weight of a concept; 1 for each, where it is left out. */
  readonly weightOf?: (item: string) => number;
}

/** What a form asks for: concept keys with their roles, and fields learned to ask for the same. */
export function demandedItems(
  form: Pick<Form, 'fields'>,
  { concepts, equivalences = [] }: OverlapOptions,
  classes: ReadonlyMap<string, string> = classesOf(equivalences),
): ReadonlySet<string> {
  const items = new Set<string>();
  for (const field of form.fields) {
    const token = fieldToken(field);
    const learned = classes.get(token);
    if (learned !== undefined) {
      items.add(learned);
      continue;
    }
    const concept = field.concept === undefined ? undefined : concepts(field.concept);
    if (concept !== undefined && !concept.generic && !concept.meta) items.add(token);
  }
  return items;
}

/** How much two forms ask for the same. */
export function formOverlap(
  a: Pick<Form, 'fields'>,
  b: Pick<Form, 'fields'>,
  options: OverlapOptions,
): FormOverlap {
  return overlapOf(demandedItems(a, options), demandedItems(b, options), options.weightOf);
}

/** Weights by rarity: ln((1 + number of forms) ÷ (1 + forms that ask for it)) + 1. */
export function rarityWeights(
  forms: readonly Pick<Form, 'fields'>[],
  options: OverlapOptions,
): (item: string) => number {
  const counts = new Map<string, number>();
  const classes = classesOf(options.equivalences ?? []);
  for (const form of forms) {
    for (const item of demandedItems(form, options, classes))
      counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return (item) => Math.log((1 + forms.length) / (1 + (counts.get(item) ?? 0))) + 1;
}

/**
 * Isomorphic forms of different platforms, largest overlap first.
 *
 * @param about only pairs with one of these forms; all pairs, where it is left out
 */
export function isomorphicForms(
  forms: readonly Form[],
  options: OverlapOptions,
  about?: (form: Form) => boolean,
): readonly IsomorphicForms[] {
  const classes = classesOf(options.equivalences ?? []);
  const demanded = forms.map((form) => demandedItems(form, options, classes));
  const byItem = new Map<string, number[]>();
  for (const [index, items] of demanded.entries()) {
    for (const item of items) append(byItem, item, index);
  }
  const found: IsomorphicForms[] = [];
  for (const [index, form] of forms.entries()) {
    if (about !== undefined && !about(form)) continue;
    const own = demanded[index] as ReadonlySet<string>;
    const shared = new Map<number, number>();
    for (const item of own) {
      for (const other of byItem.get(item) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const partner = forms[other] as Form;
      if (count < ISOMORPHIC_SHARED || partner.platform === form.platform) continue;
      // A pair of two forms in question comes up twice.
      if (other < index && (about === undefined || about(partner))) continue;
      const result = overlapOf(own, demanded[other] as ReadonlySet<string>);
      if (!result.isomorphic) continue;
      found.push({
        forms: [keyOf(form), keyOf(partner)].sort(inOrder) as [FormKey, FormKey],
        overlap: result.overlap,
        shared: result.shared,
      });
    }
  }
  return found.sort(
    (a, b) =>
      b.overlap - a.overlap ||
      b.shared.length - a.shared.length ||
      inOrder(a.forms[0], b.forms[0]) ||
      inOrder(a.forms[1], b.forms[1]),
  );
}

function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weightOf: (item: string) => number = () => 1,
): FormOverlap {
  const shared = [...a].filter((item) => b.has(item)).sort();
  const smaller = Math.min(a.size, b.size);
  const common = sumOf(shared, weightOf);
  const [left, right] = [sumOf(a, weightOf), sumOf(b, weightOf)];
  const overlap = smaller === 0 ? 0 : shared.length / smaller;
  const jaccard = smaller === 0 ? 0 : common / (left + right - common);
  const containment = smaller === 0 ? 0 : common / Math.min(left, right);
  return {
    overlap,
    jaccard,
    containment,
    shared,
    isomorphic: overlap >= ISOMORPHIC_OVERLAP && shared.length >= ISOMORPHIC_SHARED,
    level: levelOf(jaccard, containment, shared.length),
  };
}

function levelOf(jaccard: number, containment: number, shared: number): FormOverlap['level'] {
  if (jaccard >= 0.8) return 'same';
  if (containment >= 0.6 && shared >= 5) return 'strong';
  return containment >= 0.4 && shared >= 3 ? 'possible' : 'none';
}

/** One name for each class of linked tokens: the first in order. */
function classesOf(equivalences: readonly Equivalence[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const root = (token: string): string => {
    let current = token;
    for (;;) {
      const parent = parents.get(current);
      if (parent === undefined || parent === current) return current;
      current = parent;
    }
  };
  for (const { tokens } of equivalences) {
    const [a, b] = [root(tokens[0]), root(tokens[1])];
    const [first, second] = preferred(a, b);
    parents.set(second, first);
    parents.set(first, first);
  }
  return new Map([...parents.keys()].map((token) => [token, root(token)]));
}

/** A known concept names a class rather than a label's digest. */
function preferred(a: string, b: string): readonly [string, string] {
  if (a.startsWith('?') !== b.startsWith('?')) return a.startsWith('?') ? [b, a] : [a, b];
  return a < b ? [a, b] : [b, a];
}

function keyOf({ platform, signature }: FormKey): FormKey {
  return { platform, signature };
}

function inOrder(a: FormKey, b: FormKey): number {
  const [left, right] = [`${a.platform} ${a.signature}`, `${b.platform} ${b.signature}`];
  return left === right ? 0 : left < right ? -1 : 1;
}
