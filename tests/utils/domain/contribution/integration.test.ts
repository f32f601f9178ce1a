import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../../utils/domain/concept';
import {
  type DemandedForm,
  type FormInventory,
  formsSeenBy,
  inventoryText,
  parseInventory,
} from '../../../../utils/domain/contribution/form-inventory';
import { integrationOf } from '../../../../utils/domain/contribution/integration';

const COLLECTION = 'QS-2026-4.0123456789abcdef';
const form = (platform: string, ...concepts: string[]): DemandedForm => ({
  platform,
  concepts: concepts.sort(),
  fields: concepts.length,
});
const concepts = (id: string): Concept => ({
  id,
  family: id,
  zh: id,
  en: id,
  entropy: 'high',
  shape: 'text',
  meta: id === 'meta.reporter',
  generic: id === 'oa.remark',
  sensitive: false,
});
const PERSON = ['person.id_number', 'person.name', 'person.phone'];

describe('form inventories', () => {
  const inventory: FormInventory = {
    collection: COLLECTION,
    forms: [form('b', ...PERSON), form('a', 'person.name')],
  };

  it('read back as they were written, in one order', () => {
    const text = inventoryText(inventory);
    expect(parseInventory(text)).toEqual({
      value: { ...inventory, forms: [inventory.forms[1], inventory.forms[0]] },
    });
    expect(inventoryText({ ...inventory, forms: [...inventory.forms].reverse() })).toBe(text);
  });

  it('are refused with anything else in them', () => {
    const text = inventoryText(inventory);
    expect(parseInventory(text.replace('"fields":3', '"fields":3,"name":"张建国"'))).toEqual({
      fault: { reason: 'unknown-key', at: 'forms.1' },
    });
    expect(parseInventory(text.replace('person.name', '张建国'))).toMatchObject({
      fault: { reason: 'value' },
    });
  });

  it('count a form only where enough people saw it, nearly alike ones together', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({
      collection: COLLECTION,
      forms: [
        form('a', 'x.a', 'x.b', 'x.c', 'x.d', ...(index === 9 ? ['x.e'] : [])),
        ...(index < 9 ? [form('b', ...PERSON)] : []),
      ],
    }));
    expect(formsSeenBy(10, many)).toEqual([form('a', 'x.a', 'x.b', 'x.c', 'x.d')]);
    // The same person's copies are one person.
    expect(
      formsSeenBy(2, [{ collection: COLLECTION, forms: [form('a', 'x.a'), form('a', 'x.a')] }]),
    ).toEqual([]);
  });
});

describe('the integration proposal', () => {
  const forms = [
    { ...form('a', ...PERSON, 'area.village'), weeklyHours: { low: 2, mid: 4, high: 8 } },
    { ...form('b', ...PERSON), weeklyHours: { low: 1, mid: 2, high: 3 } },
    form('c', 'person.name', 'agri.crop', 'agri.area', 'meta.reporter'),
    form('d', 'org.uscc', 'oa.remark'),
  ];
  const { forms: proposed, fields, overlaps } = integrationOf(forms, concepts);

  it('asks each duplicated item once, and covers all of them', () => {
    expect(fields.map(({ item }) => item).sort()).toEqual(PERSON);
    expect(fields[0]).toEqual({ item: 'person.name', first: 'a', platforms: ['a', 'b', 'c'] });
    expect(new Set(fields.map(({ first }) => first))).toEqual(new Set(['a']));
  });

  it('tells what to do with each form, and what it would save in a year', () => {
    expect(proposed.map(({ treatment }) => treatment)).toEqual(['keep', 'cancel', 'share', 'keep']);
    expect(proposed[1]).toMatchObject({
      recordedOn: ['a'],
      savedHours: { low: 52, mid: 104, high: 156 },
    });
    expect(proposed[0]?.savedHours).toBeUndefined();
  });

  it('does not ask for a form to be given up of which some fields were not recognised', () => {
    const more = integrationOf(
      [form('a', ...PERSON), { ...form('b', ...PERSON), fields: 9 }],
      concepts,
    );
    expect(more.forms.map(({ treatment }) => treatment)).toEqual(['keep', 'share']);
  });

  it('counts the duplicated items of each two platforms', () => {
    expect(overlaps).toEqual([
      { platforms: ['a', 'b'], items: 3 },
      { platforms: ['a', 'c'], items: 1 },
      { platforms: ['b', 'c'], items: 1 },
    ]);
  });
});
