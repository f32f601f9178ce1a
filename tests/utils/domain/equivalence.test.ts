import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equivalent,
  learnEquivalences,
  logLikelihoodRatio,
} from '../../../utils/domain/equivalence';
import { toJudgeAgain } from '../../../utils/domain/judge-again';
import type { Submission } from '../../../utils/domain/records';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { dayKeyAt } from '../../../utils/domain/zone';
import { MONDAY, submission, typed } from './fixtures';
import { seeded } from './fortnight';

const dayOf = (at: number) => dayKeyAt(at, 'Asia/Shanghai');
const learn = (
  submissions: readonly Submission[],
  more: Partial<Parameters<typeof learnEquivalences>[1]> = {},
) => learnEquivalences(submissions, { dayOf, ...more });

/** The same residents' numbers under one label here and another there, with other fields around. */
function twoSystems(residents: number, days = 2): readonly Submission[] {
  const all: Submission[] = [];
  for (let n = 0; n < residents; n++) {
    const at = MONDAY + (n % days) * DAY_MS;
    const number = (label: string) => typed(label, `number ${n}`, { entropy: 'high' });
    all.push(
      submission('a', at, [number('?证件编号'), typed('person.name', `name ${n}`)]),
      submission('b', at + 1, [number('?登记证号'), typed('person.name', `name ${n}`)]),
    );
  }
  return all;
}

/** What else is entered in the world, so that a meeting of values is no matter of course. */
const background = Array.from({ length: 100 }, (_, n) =>
  submission('d', MONDAY, [typed('visit.content', `something else ${n}`)]),
);

describe('learnEquivalences', () => {
  it('learns that two unknown labels ask for the same thing', () => {
    const [only, ...more] = learn(twoSystems(8));
    expect(only?.tokens).toEqual(['?登记证号', '?证件编号'].sort());
    expect(only?.shared).toBe(8);
    expect(only?.overlap).toBe(1);
    expect(more).toEqual([]);
    expect(equivalent([only as NonNullable<typeof only>])('?登记证号', '?证件编号')).toBe(true);
  });

  it('needs three distinct values', () => {
    expect(learn([...twoSystems(2), ...background])).toEqual([]);
    expect(learn([...twoSystems(3), ...background])).toHaveLength(1);
  });

  it('needs more than chance would bring', () => {
    // Three of three, in a world of six values: 2 · 6 · ln 2 = 8.3, less than 10.8.
    expect(learn(twoSystems(3))).toEqual([]);
  });

  it('needs two days', () => {
    expect(learn(twoSystems(8, 1))).toEqual([]);
  });

  it('needs half of the smaller side to agree', () => {
    const strangers = Array.from({ length: 9 }, (_, n) => [
      submission('a', MONDAY + n * DAY_MS, [
        typed('?证件编号', `only here ${n}`, { entropy: 'high' }),
      ]),
      submission('b', MONDAY + n * DAY_MS, [
        typed('?登记证号', `only there ${n}`, { entropy: 'high' }),
      ]),
    ]).flat();
    expect(learn([...twoSystems(8), ...strangers.slice(0, 14), ...background])).toHaveLength(1);
    expect(learn([...twoSystems(8), ...strangers, ...background])).toEqual([]);
  });

  it('links an unknown label to a known concept, but never two known concepts', () => {
    const all = Array.from({ length: 8 }, (_, n) => [
      submission('a', MONDAY + n * DAY_MS, [typed('person.id_number', `id ${n}`)]),
      submission('b', MONDAY + n * DAY_MS, [typed('?公民号', `id ${n}`, { entropy: 'high' })]),
      submission('c', MONDAY + n * DAY_MS, [typed('org.name', `id ${n}`)]),
    ]).flat();
    const pairs = learn([...all, ...background]).map(({ tokens }) => tokens.join(' '));
    expect(pairs).not.toContain('org.name person.id_number');
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toContain('?公民号');
  });

  it('refuses two fields of one form', () => {
    const all = Array.from({ length: 8 }, (_, n) =>
      submission('a', MONDAY + n * DAY_MS, [
        typed('?本人电话', `tel ${n}`, { entropy: 'high' }),
        typed('?联系电话二', `tel ${n}`, { entropy: 'high' }),
      ]),
    );
    expect(learn([...all, ...background])).toEqual([]);
  });

  it('does not bring unlike values together', () => {
    const all = Array.from({ length: 8 }, (_, n) => [
      submission('a', MONDAY + n * DAY_MS, [typed('?甲', `v ${n}`, { entropy: 'high' })]),
      submission('b', MONDAY + n * DAY_MS, [typed('?乙', `v ${n}`, { entropy: 'medium' })]),
    ]).flat();
    expect(learn([...all, ...background])).toEqual([]);
  });

  it('learns nothing from fixed information, low values and attempts', () => {
    const all = twoSystems(8);
    const digests = new Set(
      all.flatMap(({ fields }) => fields.map((field) => field.anyDigest ?? '')),
    );
    expect(learn(all, { fixed: digests })).toEqual([]);
    const low = all.map((one) => ({
      ...one,
      fields: one.fields.map((field) => ({ ...field, entropy: 'low' as const })),
    }));
    expect(learn(low)).toEqual([]);
    expect(learn(all.map((one) => ({ ...one, outcome: 'refused' as const })))).toEqual([]);
  });

  it('keeps a link split that the person has split', () => {
    expect(learn(twoSystems(8), { split: [['?证件编号', '?登记证号']] })).toEqual([]);
  });

  it('takes the better partner where two offer themselves', () => {
    const all = Array.from({ length: 10 }, (_, n) => [
      submission('a', MONDAY + n * DAY_MS, [typed('?甲', `v ${n}`, { entropy: 'high' })]),
      submission('b', MONDAY + n * DAY_MS, [typed('?乙', `v ${n}`, { entropy: 'high' })]),
      submission('c', MONDAY + n * DAY_MS, [
        typed('?丙', n < 6 ? `v ${n}` : `w ${n}`, { entropy: 'high' }),
      ]),
    ]).flat();
    expect(learn([...all, ...background]).map(({ tokens }) => [...tokens].sort())).toEqual([
      ['?乙', '?甲'].sort(),
    ]);
  });

  it('is not taken in by chance among many fields', () => {
    // 60 labels with 30 values each, drawn from 200: some pairs share three values by chance.
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = seeded(seed);
      const all = Array.from({ length: 60 * 30 }, (_, n) =>
        submission(`p${n % 60}`, MONDAY + (n % 9) * DAY_MS, [
          typed(`?label ${n % 60}`, `v ${Math.floor(random() * 200)}`, { entropy: 'high' }),
        ]),
      );
      expect(learn(all)).toEqual([]);
    }
  });

  it('does not depend on the order of the submissions', () => {
    const all = [...twoSystems(6), ...twoSystems(9)];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(learn(shuffled)).toEqual(learn(all));
      }),
      { numRuns: 20 },
    );
  });
});

describe('logLikelihoodRatio', () => {
  it('agrees with values worked out by hand', () => {
    // 10, 0, 0, 10: 2 · 20 · ln 2.
    expect(logLikelihoodRatio(10, 0, 0, 10)).toBeCloseTo(40 * Math.LN2, 10);
    expect(logLikelihoodRatio(5, 5, 5, 5)).toBeCloseTo(0, 10);
  });

  it('is 0 where two meet less often than by chance', () => {
    expect(logLikelihoodRatio(0, 10, 10, 0)).toBe(0);
  });
});

describe('toJudgeAgain', () => {
  it('names the submissions that a new link concerns, and no other', () => {
    const all = twoSystems(4);
    const links = learn(all);
    const stranger = submission('c', MONDAY, [typed('person.phone', '1')]);
    expect(toJudgeAgain([...all, stranger], [], links)).toEqual(all);
    expect(toJudgeAgain([...all, stranger], links, links)).toEqual([]);
  });
});
