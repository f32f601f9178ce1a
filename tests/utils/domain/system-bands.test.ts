import { expect, it } from 'vitest';
import { systemBands } from '../../../utils/domain/system-bands';
import { MINUTE_MS } from '../../../utils/domain/time-constants';

const week = (platform: string, more: Partial<Parameters<typeof systemBands>[0][number]> = {}) => ({
  platform,
  workingMs: 60 * MINUTE_MS,
  traceMs: 0,
  comparableFields: 0,
  reenteredFields: 0,
  ...more,
});

it('grades each system by its own shares, heaviest first', () => {
  const found = systemBands([
    week('a', { traceMs: 12 * MINUTE_MS }),
    week('b', { comparableFields: 20, reenteredFields: 13 }),
    week('c', { traceMs: MINUTE_MS, comparableFields: 50, reenteredFields: 4 }),
  ]);
  expect(found).toEqual([
    { platform: 'b', measure: 'duplicates', value: 0.65, band: 3 },
    { platform: 'a', measure: 'traces', value: 0.2, band: 2 },
  ]);
});

it('says nothing of a few minutes or fields', () => {
  expect(
    systemBands([
      week('a', { workingMs: 5 * MINUTE_MS, traceMs: 5 * MINUTE_MS }),
      week('b', { comparableFields: 9, reenteredFields: 9 }),
    ]),
  ).toEqual([]);
});
