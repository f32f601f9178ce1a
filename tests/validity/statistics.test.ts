import { describe, expect, it } from 'vitest';
import { wilsonLowerBound } from '../../utils/domain/wilson';
import { countsIn } from './rule-counts';
import { cohensKappa, median, shareOf } from './statistics';

describe('a share', () => {
  it('has the Wilson interval of the textbook', () => {
    // Wilson 1927, 10 of 20: 0.299…0.701.
    const { low, high } = shareOf(10, 20);
    expect(low).toBeCloseTo(0.2993, 4);
    expect(high).toBeCloseTo(0.7007, 4);
    expect(low).toBeCloseTo(wilsonLowerBound(10, 20), 12);
  });

  it('of nothing tells nothing', () => {
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('κ', () => {
  const repeat = (count: number, one: string, other: string) =>
    Array.from({ length: count }, () => [one, other] as const);

  it('is that of the textbook', () => {
    // Cohen: 20 both yes, 15 both no, 5 and 10 apart: agreement 0.7, chance 0.5.
    const pairs = [
      ...repeat(20, 'yes', 'yes'),
      ...repeat(5, 'yes', 'no'),
      ...repeat(10, 'no', 'yes'),
      ...repeat(15, 'no', 'no'),
    ];
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it('is 1 in full agreement and cannot be told where there is only one code', () => {
    expect(cohensKappa([...repeat(3, 'a', 'a'), ...repeat(3, 'b', 'b')])).toBe(1);
    expect(cohensKappa(repeat(3, 'a', 'a'))).toBeUndefined();
    expect(cohensKappa([])).toBeUndefined();
  });
});

it('the median of an even number lies between the two in the middle', () => {
  expect(median([1, 2, 3, 10])).toBe(2.5);
});

describe('counts of the benches', () => {
  it('are found in whatever shape they are written', () => {
    const json = {
      rows: [{ split: 'dev', step: 'form', right: 45, wrong: 1, missed: 2, precision: 1 }],
      photos: { test: { copies: 10, foundCopies: 9, pairs: 400, falsePairs: 1 } },
      controls: { rows: [{ set: 'test', truePositive: 5, falsePositive: 0, missed: 1 }] },
      zombies: {
        rows: [
          { set: 'test', of: 'use', traps: 155, truePositive: 15, falsePositive: 0, missed: 0 },
        ],
        sets: [{ set: 'test', said: [], not: [] }],
      },
      reentry: [
        {
          split: 'dev',
          rule: 're-entered fields',
          name: 'fortnight 1',
          right: 9,
          wrong: 0,
          missed: 1,
        },
      ],
      other: 3,
    };
    expect(
      countsIn(json, 'b').map(({ rule, right, wrong, missed, negatives }) => [
        rule,
        right,
        wrong,
        missed,
        negatives,
      ]),
    ).toEqual([
      ['dev form', 45, 1, 2, undefined],
      ['photos test', 9, 1, 1, 400],
      ['controls test', 5, 0, 1, undefined],
      ['zombies test use', 15, 0, 0, 155],
      ['reentry dev re-entered fields fortnight 1', 9, 0, 1, undefined],
    ]);
  });
});
