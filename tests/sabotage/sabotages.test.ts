import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROMISES, SABOTAGES } from './sabotages';

describe('sabotages', () => {
  it.each(SABOTAGES)('$promise: $what stands exactly once in the code', ({ path, from, tests }) => {
    expect(readFileSync(path, 'utf8').split(from)).toHaveLength(2);
    for (const file of tests)
      if (file !== 'lint') expect(readFileSync(file, 'utf8')).toContain('it(');
  });

  it.each(PROMISES)('there is one against: %s', (promise) => {
    expect(SABOTAGES.some((one) => one.promise === promise)).toBe(true);
  });
});
