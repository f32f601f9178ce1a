import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFields, formSignature } from '../../../utils/domain/form-signature';
import type { FormField } from '../../../utils/domain/records';

function known(concept: string, more: Partial<FormField> = {}): FormField {
  return {
    concept,
    score: 1,
    labelDigest: `d-${concept}`,
    control: 'text',
    required: false,
    ...more,
  };
}

function unknown(labelDigest: string): FormField {
  return { score: 0, labelDigest, control: 'text', required: false };
}

describe('formSignature', () => {
  it('is the same whatever the order and repetition of the fields', () => {
    const fields = fc.array(
      fc.constantFrom('a', 'b', 'c', '?x', '?y', 'constructor', '__proto__'),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(fields, fc.nat(), (names, seed) => {
        const make = (name: string) => (name.startsWith('?') ? unknown(name) : known(name));
        const turned = [...names.slice(seed % names.length), ...names];
        expect(formSignature(turned.map(make))).toBe(formSignature(names.map(make)));
      }),
    );
  });

  it('does not depend on how a known item is labelled, nor on unit and control', () => {
    const one = known('person.phone');
    const other = known('person.phone', { labelDigest: 'other', unit: '亩', control: 'select' });
    expect(formSignature([other])).toBe(formSignature([one]));
  });

  it('tells forms with other items apart', () => {
    const forms = [
      [known('person.name')],
      [known('person.name@householder')],
      [known('person.name'), known('person.phone')],
      [unknown('person.name')],
      [],
    ];
    expect(new Set(forms.map(formSignature)).size).toBe(forms.length);
  });

  it('is 24 hexadecimal characters, the same on every computer where every item is known', () => {
    const expected = createHash('sha256').update('person.name\nperson.phone').digest('hex');
    expect(formSignature([known('person.phone'), known('person.name')])).toBe(
      expected.slice(0, 24),
    );
  });
});

describe('alignFields', () => {
  it('keeps the places of stored fields for ever', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, names, (first, second) => {
        const stored = alignFields(
          [],
          first.map((name) => known(name)),
        ).fields;
        const later = alignFields(
          stored,
          second.map((name) => known(name)),
        );
        expect(later.fields.slice(0, stored.length).map(({ concept }) => concept)).toEqual(
          stored.map(({ concept }) => concept),
        );
        expect(later.indices.map((index) => later.fields[index]?.concept)).toEqual(second);
      }),
    );
  });

  it('keeps three of a grid’s rows, however many there are', () => {
    const rows = Array.from({ length: 100 }, () => [known('person.name'), unknown('u')]).flat();
    const { fields, indices } = alignFields([], rows);
    expect(fields).toHaveLength(6);
    expect(indices.slice(-2)).toEqual([4, 5]);
  });

  it('keeps the wording of each of two fields that ask for one item, whichever is read first', () => {
    const worded = (labelDigest: string) => ({ ...known('event.handle_result'), labelDigest });
    const stored = alignFields([], [worded('说明')]).fields;
    const { fields, indices } = alignFields(stored, [worded('结果'), worded('说明')]);
    expect(fields.map(({ labelDigest }) => labelDigest)).toEqual(['说明', '结果']);
    expect(indices).toEqual([1, 0]);
  });

  it('keeps every indicator of a report whose column asks for one item', () => {
    const row = (labelDigest: string) => ({ ...known('stat.period_value'), labelDigest });
    const reading = ['收入', '补助', '合计', '支出', '总额', '收入'].map(row);
    const { fields, indices } = alignFields([], reading);
    expect(indices).toEqual([0, 1, 2, 3, 4, 5]);
    expect(alignFields(fields, reading)).toEqual({ fields, indices });
  });

  it('takes over a label and a unit that only a later reading could tell', () => {
    const stored = alignFields([], [unknown('u')]).fields;
    const { fields } = alignFields(stored, [{ ...unknown('u'), label: '养殖规模', unit: '头' }]);
    expect(fields).toMatchObject([{ label: '养殖规模', unit: '头' }]);
    expect(alignFields(fields, [unknown('u')]).fields).toMatchObject([{ label: '养殖规模' }]);
  });
});
