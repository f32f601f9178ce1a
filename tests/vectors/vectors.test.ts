import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../utils/domain/summarise';
import { definitions } from '../../utils/i18n/definitions';
import { weekRecords } from '../utils/domain/week-input';
import { readVectors, valueAt } from './read-vectors';

describe.each(readVectors())('$name', ({ vector }) => {
  it('speaks of a measure that is defined', () => {
    expect(definitions).toHaveProperty([vector.measure]);
  });

  it.each(vector.cases)(
    'comes to its numbers at θ = $thetaMs ms',
    ({ thetaMs, expect: numbers }) => {
      const base = weekRecords();
      const summary = summariseWeek({
        ...base,
        ...vector.records,
        week: vector.week,
        settings: { ...base.settings, zone: vector.zone, thetaMs },
      });
      for (const [path, number] of Object.entries(numbers)) {
        expect(valueAt(summary, path), path).toEqual(number);
      }
    },
  );
});
