import { describe, expect, it } from 'vitest';
import type { SumFile } from '../../../../utils/domain/contribution/sum-file';
import { mergedSums, wholeSums } from '../../../../utils/domain/contribution/whole-sums';

const sum = (half: SumFile['half'], batch: string, value: bigint, week = '2026-W47'): SumFile => ({
  collection: 'QS-2026-4.0123456789abcdef',
  week,
  half,
  n: 12,
  batches: [{ hash: batch.repeat(64), n: 12 }],
  sums: [value],
});
const MODULUS = 1n << 64n;

describe('sum files of several levels', () => {
  const townships = [
    sum('office', 'a', 7n),
    sum('holder', 'a', MODULUS - 2n),
    sum('office', 'b', 3n),
    sum('holder', 'b', MODULUS - 1n),
  ];

  it('are merged half by half, unopened, and combined only at the end', () => {
    const merged = mergedSums(townships);
    expect(merged).toMatchObject({
      value: [
        { half: 'office', n: 24, sums: [10n] },
        { half: 'holder', n: 24, sums: [MODULUS - 3n] },
      ],
    });
    const whole = [{ half: 'whole', n: 24, sums: [7n] }];
    expect(wholeSums(townships)).toMatchObject({ value: whole });
    expect('value' in merged && wholeSums(merged.value)).toMatchObject({ value: whole });
  });

  it('tell which week lacks a half, and which halves are over other contributions', () => {
    expect(wholeSums(townships.slice(0, 3))).toEqual({ mismatch: 'batches', week: '2026-W47' });
    expect(wholeSums([sum('office', 'a', 1n, '2026-W48')])).toEqual({
      mismatch: 'half',
      week: '2026-W48',
    });
    expect(wholeSums([sum('whole', 'a', 1n), sum('whole', 'a', 1n)])).toEqual({
      mismatch: 'batches',
      week: '2026-W47',
    });
  });
});
