import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../utils/domain/observation';
import {
  difference,
  intersection,
  lengthOf,
  union,
  within,
} from '../../../utils/domain/presence-spans';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);

/** The moments 0…99 that lie in the spans: the plain way to count. */
function moments(list: readonly Span[]): Set<number> {
  const set = new Set<number>();
  for (const { from, to } of list) for (let at = from; at < to; at++) set.add(at);
  return set;
}

describe('spans', () => {
  it('unite to the same moments, sorted, without overlap or touch', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = union(list);
        expect(moments(joined)).toEqual(moments(list));
        for (const [index, { from, to }] of joined.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThan(joined[index - 1]?.to ?? -1);
        }
      }),
    );
  });

  it('intersect and subtract as sets of moments do', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const [a, b] = [union(first), union(second)];
        const inB = moments(b);
        const both = [...moments(a)].filter((at) => inB.has(at)).sort((x, y) => x - y);
        const rest = [...moments(a)].filter((at) => !inB.has(at)).sort((x, y) => x - y);
        const sorted = (list: readonly Span[]) => [...moments(list)].sort((x, y) => x - y);
        expect(sorted(intersection(a, b))).toEqual(both);
        expect(sorted(difference(a, b))).toEqual(rest);
        expect(lengthOf(intersection(a, b)) + lengthOf(difference(a, b))).toBe(lengthOf(a));
      }),
    );
  });

  it('are cut to a stretch, empty ones left out', () => {
    expect(
      within(
        [
          { from: 0, to: 10 },
          { from: 12, to: 20 },
        ],
        10,
        15,
      ),
    ).toEqual([{ from: 12, to: 15 }]);
  });
});
