/**
 * Form inventory (表单清单): what platforms demand, seen by one person: codes, the data items that forms
 * ask for, numbers of fields. It is about systems: no figure, token or time of the person is in it.
 * Brought together, a form counts only where enough people saw it.
 */

import {
  type Fault,
  listOf,
  objectWith,
  readStrictJson,
  refuse,
  textLike,
  wholeNumber,
} from './check-value';
import { conceptsFrom, schemaIs } from './collection';
import { formTypeOf } from './figures-of-week';

const INVENTORY_SCHEMA = 'qingzhuang/form-inventory/1';
const INVENTORY_LIMIT = 500_000;

export interface DemandedForm {
  /** Code of a platform in the collection's dictionary. */
  readonly platform: string;
  /** Concept keys, in order. */
  readonly concepts: readonly string[];
  readonly fields: number;
}

export interface FormInventory {
  /** Id of the collection whose codes it uses. */
  readonly collection: string;
  readonly forms: readonly DemandedForm[];
}

/** The canonical text: forms in one order, each once. */
export function inventoryText({ collection, forms }: FormInventory): string {
  const lines = forms.map(({ platform, concepts, fields }) =>
    JSON.stringify({ platform, concepts, fields }),
  );
  const list = [...new Set(lines)].sort().join(',');
  return `{"schema":"${INVENTORY_SCHEMA}","collection":"${collection}","forms":[${list}]}\n`;
}

export function parseInventory(
  text: string,
): { readonly value: FormInventory } | { readonly fault: Fault } {
  return readStrictJson(text, INVENTORY_LIMIT, (json) => {
    schemaIs(json, INVENTORY_SCHEMA);
    const root = objectWith(json, '', ['schema', 'collection', 'forms']);
    return {
      collection: textLike(root.collection, 'collection', /^[A-Za-z0-9-]{2,32}\.[0-9a-f]{16}$/),
      forms: listOf(root.forms, 'forms', 500, (form, at) => {
        const one = objectWith(form, at, ['platform', 'concepts', 'fields']);
        const concepts = conceptsFrom(one.concepts, `${at}.concepts`);
        if (concepts.length === 0) refuse('missing', `${at}.concepts`);
        return {
          platform: textLike(one.platform, `${at}.platform`, /^[a-z0-9][a-z0-9._:-]{0,59}$/),
          concepts,
          fields: wholeNumber(one.fields, `${at}.fields`, 1, 2000),
        };
      }),
    };
  });
}

/**
 * The forms that at least `k` inventories hold, each as most of them saw it; in the order of their
 * platforms. Forms of one platform that ask for nearly the same are one.
 */
export function formsSeenBy(
  k: number,
  inventories: readonly FormInventory[],
): readonly DemandedForm[] {
  interface Type {
    readonly concepts: readonly string[];
    readonly forms: Map<string, { readonly form: DemandedForm; count: number }>;
    seen: number;
  }
  const platforms = new Map<string, Type[]>();
  for (const { forms } of inventories) {
    const counted = new Set<Type>();
    for (const form of forms) {
      const types = platforms.get(form.platform) ?? [];
      platforms.set(form.platform, types);
      let type = formTypeOf(form.concepts, types);
      if (type === undefined) {
        type = { concepts: form.concepts, forms: new Map(), seen: 0 };
        types.push(type);
      }
      // One inventory is one person, however many of its forms look alike.
      if (counted.has(type)) continue;
      counted.add(type);
      type.seen += 1;
      const key = JSON.stringify(form);
      const same = type.forms.get(key) ?? { form, count: 0 };
      same.count += 1;
      type.forms.set(key, same);
    }
  }
  return [...platforms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, types]) => types)
    .filter(({ seen }) => seen >= k)
    .flatMap(({ forms }) => {
      const [first] = [...forms].sort(
        ([left, a], [right, b]) => b.count - a.count || (left < right ? -1 : 1),
      );
      return first === undefined ? [] : [first[1].form];
    });
}
