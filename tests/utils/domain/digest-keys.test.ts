import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEY_LIFE_MS,
  type KeyDates,
  planKeys,
  RETIRED_KEY_LIFE_MS,
  WORDING_GENERATION,
} from '../../../utils/domain/digest-keys';
import { DAY_MS } from '../../../utils/domain/time-constants';

const START = Date.UTC(2026, 0, 5);

describe('planKeys', () => {
  it('makes the first key where there is none', () => {
    expect(planKeys([], START)).toEqual({ earlier: [], make: 1, destroy: [] });
  });

  it('leaves a key alone for thirteen weeks, then puts the next one in its place', () => {
    const keys = [{ generation: 1, createdAt: START }];
    expect(planKeys(keys, START + 13 * 7 * DAY_MS - 1)).toEqual({
      current: 1,
      earlier: [],
      destroy: [],
    });
    expect(planKeys(keys, START + 13 * 7 * DAY_MS)).toMatchObject({ make: 2, retire: 1 });
  });

  it('keeps a retired key for look-ups for ninety days and then destroys it', () => {
    const keys = [
      { generation: 1, createdAt: START - KEY_LIFE_MS, retiredAt: START },
      { generation: 2, createdAt: START },
    ];
    expect(planKeys(keys, START + 90 * DAY_MS - 1).earlier).toEqual([1]);
    const after = planKeys(keys, START + 90 * DAY_MS);
    expect(after.earlier).toEqual([]);
    expect(after.destroy).toEqual([1]);
  });

  it('never counts generations anew, though all earlier keys are gone', () => {
    expect(
      planKeys([{ generation: 7, createdAt: START, retiredAt: START + 1 }], START + 2),
    ).toEqual({ earlier: [7], make: 8, destroy: [] });
  });

  it('never touches the key of wordings', () => {
    const wording = { generation: WORDING_GENERATION, createdAt: 0 };
    const plan = planKeys([wording, { generation: 1, createdAt: START }], START);
    expect(plan).toEqual({ current: 1, earlier: [], destroy: [] });
  });

  it('changes nothing when the clock is set back', () => {
    const keys = [{ generation: 3, createdAt: START }];
    expect(planKeys(keys, START - 400 * DAY_MS)).toEqual({ current: 3, earlier: [], destroy: [] });
  });

  it('over any years of irregular use keeps every digest of the last ninety days comparable', () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pauses, (days) => {
        let now = START;
        let keys: KeyDates[] = [];
        const uses: { at: number; generation: number }[] = [];
        for (const pause of days) {
          now += pause * DAY_MS;
          const plan = planKeys(keys, now);
          keys = keys
            .filter(({ generation }) => !plan.destroy.includes(generation))
            .map((key) => (key.generation === plan.retire ? { ...key, retiredAt: now } : key));
          if (plan.make !== undefined) keys.push({ generation: plan.make, createdAt: now });
          const after = planKeys(keys, now);
          expect(after.make).toBeUndefined();
          uses.push({ at: now, generation: after.current as number });
          const usable = new Set([after.current, ...after.earlier]);
          for (const use of uses) {
            if (now - use.at < RETIRED_KEY_LIFE_MS) expect(usable).toContain(use.generation);
          }
          // And at most one retired key is needed besides the current one.
          expect(after.earlier.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
