import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../utils/domain/contribution/batch';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { releaseOf } from '../../utils/domain/contribution/release';
import { type SumFile, sumFaults } from '../../utils/domain/contribution/sum-file';
import { bytes, COLLECTION, plainFile, WEEK } from '../utils/domain/contribution/fixture';

const layout = layoutOf(COLLECTION);
const batch = createBatch(COLLECTION, WEEK);
for (let person = 0; person < 40; person += 1) batch.add(bytes(plainFile(person)));
const { sum } = batch.close();

/** A forged open half shifts one entry of the totals by whatever its maker likes, modulo 2⁶⁴. */
function shifted(at: number, by: bigint): SumFile {
  return {
    ...sum,
    sums: sum.sums.map((value, index) => (index === at ? BigInt.asUintN(64, value + by) : value)),
  };
}

describe('a forged sealed file', () => {
  it('voids the batch where it holds what no person could', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: layout.entries.length - 1 }),
        fc.bigInt({ min: 1n << 36n, max: (1n << 64n) - (1n << 36n) }),
        (at, by) => {
          const file = shifted(at, by);
          const faults = sumFaults(file, layout);
          expect(faults.length, layout.entries[at]?.name).toBeGreaterThan(0);
          expect(releaseOf(COLLECTION, [file])).toMatchObject({ refused: 'void' });
          // Said by the name of an entry, without a figure.
          expect(faults[0]?.entry).toMatch(/^[a-z][A-Za-z0-9/._-]*$/);
        },
      ),
      { numRuns: 400, seed: 2 },
    );
  });

  it('within what a person could give is not seen: this is lost, and only said', () => {
    const at = (name: string) => layout.entries.findIndex((entry) => entry.name === name);
    const one = shifted(at('all/minutes'), 15n);
    const both = {
      ...one,
      sums: one.sums.map((value, index) =>
        index === at('all/minutes/square') ? value + 15n * 1_200n : value,
      ),
    };
    expect(sumFaults(both, layout)).toEqual([]);
  });
});
