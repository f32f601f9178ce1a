import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionVector,
  type PlatformFigures,
} from '../../utils/domain/contribution/contribution';
import { type Layout, layoutOf } from '../../utils/domain/contribution/layout';
import { COLLECTION, personWeek } from '../utils/domain/contribution/fixture';

const DAY_MS = 86_400_000;

/** The files of one week as a process with this clock, zone and language makes them. */
function filesIn(zone: string, language: string, shiftMs: number, ...words: string[]): string {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/adversarial/write-contribution.ts', ...words],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        TZ: zone,
        LC_ALL: language,
        LANG: language,
        CLOCK_SHIFT_MS: String(shiftMs),
      },
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

describe('the same week', () => {
  it('gives the same bytes at another time, in another zone and in another language', () => {
    const one = filesIn('Asia/Shanghai', 'zh_CN.UTF-8', 0);
    expect(one.length).toBeGreaterThan(5_000);
    expect(filesIn('America/St_Johns', 'de_DE.UTF-8', 400 * DAY_MS)).toBe(one);
  });

  it('would not, with a stamp of time or machine', () => {
    const stamped = [
      filesIn('Asia/Shanghai', 'zh_CN.UTF-8', 0, '--careless'),
      filesIn('America/St_Johns', 'de_DE.UTF-8', 400 * DAY_MS, '--careless'),
    ];
    expect(stamped[0]).not.toBe(stamped[1]);
  });
});

describe('hiding', () => {
  type Make = typeof contributionVector;
  const layout = layoutOf(COLLECTION);

  /** The first week for which hiding rows gives other bytes than a week without them. */
  function betrayed(make: Make): unknown {
    const platforms = layout.rows.filter(({ kind }) => kind === 'platform');
    const checked = fc.check(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.subarray(platforms.map(({ name }) => name)),
        (person, hidden) => {
          const figures = personWeek(person);
          const keys = new Set(hidden.map((name) => `platform/${name}`));
          const without = figures.filter(({ code = '' }) => !hidden.includes(code));
          const [one, other] = [make(figures, layout, keys), make(without, layout)];
          return one.join() === other.join();
        },
      ),
      { numRuns: 300, seed: 1 },
    );
    return checked.counterexample;
  }

  /** Takes hidden rows out of the vector, and not out of what was added up. */
  const late: Make = (figures: readonly PlatformFigures[], own: Layout, hidden = new Set()) => {
    const vector = contributionVector(figures, own);
    for (const { key, weightAt, slots } of own.rows) {
      if (!hidden.has(key)) continue;
      vector[weightAt] = 0;
      for (const { at, squareAt } of slots) {
        vector[at] = 0;
        if (squareAt !== undefined) vector[squareAt] = 0;
      }
    }
    return vector;
  };

  /** Says how many rows were hidden. */
  const counting: Make = (figures, own, hidden = new Set()) =>
    Uint32Array.of(...contributionVector(figures, own, hidden), hidden.size);

  it('leaves the bytes of a week in which it had not been', () => {
    expect(betrayed(contributionVector)).toBeNull();
  });

  it('is found out where totals keep what was hidden, or where it is counted', () => {
    expect(betrayed(late)).not.toBeNull();
    expect(betrayed(counting)).not.toBeNull();
  });
});
