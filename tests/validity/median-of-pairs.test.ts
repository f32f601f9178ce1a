import { describe, expect, it } from 'vitest';
import { medianOfPairs } from '../bench/page/statistics';

describe('the median of differences in pairs', () => {
  it('holds each against the one that ran beside it, and leaves out what has no partner', () => {
    expect(
      medianOfPairs([
        [110, 100],
        [212, 200],
        [325, 300],
        [undefined, 400],
      ])?.median,
    ).toBe(12);
    expect(medianOfPairs([[1, undefined]])).toBeUndefined();
  });

  it('has an interval that many pairs make narrow, and one stray figure does not move', () => {
    const pairs = Array.from({ length: 100 }, (_, index) => [100 + (index % 5), 100] as const);
    expect(medianOfPairs([...pairs, [5_000, 100]])).toEqual({ median: 2, from: 2, to: 3 });
    expect(medianOfPairs(pairs.slice(0, 5))).toEqual({ median: 2, from: 0, to: 4 });
  });
});
