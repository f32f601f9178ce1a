import { describe, expect, it } from 'vitest';
import {
  demandedItems,
  formOverlap,
  isomorphicForms,
  rarityWeights,
} from '../../../utils/domain/form-overlap';
import { inconsistentDefinitions } from '../../../utils/domain/inconsistent-definitions';
import type { Form } from '../../../utils/domain/records';
import { concepts, form } from './fixtures';

const asking = (platform: string, ...keys: readonly string[]): Form =>
  form(
    platform,
    `form of ${platform}`,
    keys.map((key) => (key.startsWith('?') ? { labelDigest: key.slice(1) } : { concept: key })),
  );
const FIVE = [
  'person.name',
  'person.id_number',
  'person.phone',
  'person.birth_date',
  'area.village',
];

describe('formOverlap', () => {
  it('is the share of the smaller form that the other asks for too', () => {
    const overlap = formOverlap(
      asking('a', ...FIVE, 'agri.output', 'agri.sown_area'),
      asking('b', ...FIVE, 'household.size'),
      { concepts },
    );
    expect(overlap.overlap).toBeCloseTo(5 / 6, 10);
    expect(overlap.jaccard).toBeCloseTo(5 / 8, 10);
    expect(overlap.containment).toBeCloseTo(5 / 6, 10);
    expect(overlap.shared).toEqual([...FIVE].sort());
    expect(overlap.isomorphic).toBe(true);
    expect(overlap.level).toBe('strong');
  });

  it('calls forms isomorphic from 0.6 and five shared concepts on', () => {
    const is = (a: Form, b: Form) => formOverlap(a, b, { concepts }).isomorphic;
    expect(is(asking('a', ...FIVE.slice(1)), asking('b', ...FIVE))).toBe(false);
    const wide = (own: string) => [
      ...FIVE,
      ...['agri.output', 'agri.sown_area', 'org.name', 'meeting.title'].map(
        (concept, n) => `${concept}@${own}${n}`,
      ),
    ];
    // Five of nine are less than 0.6, five of eight are more.
    expect(is(asking('a', ...wide('x')), asking('b', ...wide('y')))).toBe(false);
    expect(is(asking('a', ...wide('x').slice(0, 8)), asking('b', ...wide('y')))).toBe(true);
  });

  it('leaves out what is about the report itself, what is generic, and what is unknown', () => {
    const items = demandedItems(
      asking('a', 'person.name', 'meta.reporter', 'meta.remark', '?其他说明'),
      { concepts },
    );
    expect([...items]).toEqual(['person.name']);
  });

  it('keeps roles apart', () => {
    const overlap = formOverlap(
      asking('a', 'person.name@householder'),
      asking('b', 'person.name@contact'),
      { concepts },
    );
    expect(overlap.shared).toEqual([]);
  });

  it('brings fields together that were learned to ask for the same thing', () => {
    const equivalences = [
      { tokens: ['?甲', '?乙'], shared: 3, overlap: 1, likelihood: 20 },
      { tokens: ['?乙', 'person.phone'], shared: 3, overlap: 1, likelihood: 20 },
    ] as const;
    const overlap = formOverlap(asking('a', '?甲'), asking('b', 'person.phone'), {
      concepts,
      equivalences,
    });
    expect(overlap.shared).toEqual(['person.phone']);
  });

  it('gives rare concepts more weight', () => {
    const common = Array.from({ length: 9 }, (_, n) => asking(`p${n}`, 'person.name'));
    const weightOf = rarityWeights([...common, asking('q', 'person.phone')], { concepts });
    expect(weightOf('person.phone')).toBeCloseTo(Math.log(11 / 2) + 1, 10);
    expect(weightOf('person.name')).toBeCloseTo(Math.log(11 / 10) + 1, 10);
    const a = asking('a', 'person.name', 'person.phone');
    const withRare = formOverlap(a, asking('b', 'person.phone', 'agri.output'), {
      concepts,
      weightOf,
    });
    const withCommon = formOverlap(a, asking('b', 'person.name', 'agri.output'), {
      concepts,
      weightOf,
    });
    expect(withRare.jaccard).toBeGreaterThan(withCommon.jaccard);
  });

  it('says nothing of empty forms', () => {
    const none = formOverlap(asking('a'), asking('b'), { concepts });
    expect(none).toMatchObject({ overlap: 0, jaccard: 0, containment: 0, level: 'none' });
  });
});

describe('isomorphicForms', () => {
  const forms = [asking('a', ...FIVE), asking('b', ...FIVE), asking('c', 'agri.output')];

  it('finds each pair of two platforms once', () => {
    const found = isomorphicForms(forms, { concepts });
    expect(found).toHaveLength(1);
    expect(found[0]?.forms.map(({ platform }) => platform)).toEqual(['a', 'b']);
    expect(found[0]?.overlap).toBe(1);
  });

  it('does not compare two forms of one platform', () => {
    const twice = [forms[0] as Form, { ...(forms[0] as Form), signature: 'another' }];
    expect(isomorphicForms(twice, { concepts })).toEqual([]);
  });

  it('gives only pairs with a form in question, from whichever side it stands', () => {
    const about = (platform: string) => (one: Form) => one.platform === platform;
    expect(isomorphicForms(forms, { concepts }, about('a'))).toHaveLength(1);
    expect(isomorphicForms(forms, { concepts }, about('b'))).toHaveLength(1);
    expect(isomorphicForms(forms, { concepts }, about('c'))).toEqual([]);
    expect(isomorphicForms(forms, { concepts }, () => true)).toHaveLength(1);
  });
});

describe('inconsistentDefinitions', () => {
  const labelled = (platform: string, concept: string, label: string, unit?: string) =>
    form(platform, `form of ${platform}`, [
      { concept, label, ...(unit === undefined ? {} : { unit }) },
    ]);

  it('lists another unit with the two labels', () => {
    const found = inconsistentDefinitions(
      [
        labelled('a', 'agri.sown_area', '播种面积', '亩'),
        labelled('b', 'agri.sown_area', '播种面积', '公顷'),
      ],
      concepts,
    );
    expect(found).toEqual([
      {
        concept: 'agri.sown_area',
        differs: ['unit'],
        sides: [
          expect.objectContaining({ platform: 'a', unit: '亩' }),
          expect.objectContaining({ platform: 'b', unit: '公顷' }),
        ],
      },
    ]);
  });

  it('lists another period, and puts it before another wording', () => {
    const found = inconsistentDefinitions(
      [
        labelled('a', 'household.annual_income', '家庭年收入'),
        labelled('b', 'household.annual_income', '家庭月收入'),
        labelled('a', 'person.phone', '联系电话'),
        labelled('b', 'person.phone', '手机号'),
      ],
      concepts,
    );
    expect(found.map(({ concept, differs }) => [concept, differs])).toEqual([
      ['household.annual_income', ['period', 'wording']],
      ['person.phone', ['wording']],
    ]);
  });

  it('does not take two signs of one unit, a colon or a space for a difference', () => {
    const same = [
      labelled('a', 'household.size', '住房面积：', '㎡'),
      labelled('b', 'household.size', '住房 面积', '平方米'),
    ];
    expect(inconsistentDefinitions(same, concepts)).toEqual([]);
  });

  it('does not compare one platform with itself, nor a side that says nothing', () => {
    expect(
      inconsistentDefinitions(
        [
          labelled('a', 'agri.sown_area', '播种面积', '亩'),
          { ...labelled('a', 'agri.sown_area', '播种面积', '公顷'), signature: 'another' },
        ],
        concepts,
      ),
    ).toEqual([]);
    expect(
      inconsistentDefinitions(
        [
          labelled('a', 'agri.sown_area', '播种面积', '亩'),
          form('b', 'f', [{ concept: 'agri.sown_area' }]),
        ],
        concepts,
      ),
    ).toEqual([]);
  });

  it('sets each of k ways beside the commonest: k − 1 lines', () => {
    const found = inconsistentDefinitions(
      [
        labelled('a', 'person.phone', '联系电话'),
        labelled('b', 'person.phone', '联系电话'),
        labelled('c', 'person.phone', '手机号'),
        labelled('d', 'person.phone', '手机号码'),
      ],
      concepts,
    );
    expect(found).toHaveLength(2);
    expect(found.every(({ sides }) => sides[0].label === '联系电话')).toBe(true);
  });

  it('does not take a date of birth for a period', () => {
    const found = inconsistentDefinitions(
      [
        labelled('a', 'person.birth_date', '出生年月'),
        labelled('b', 'person.birth_date', '出生日期'),
      ],
      concepts,
    );
    expect(found.map(({ differs }) => differs)).toEqual([['wording']]);
  });
});
