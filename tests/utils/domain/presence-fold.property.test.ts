import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocks } from '../../../utils/domain/clocks';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { replay } from '../../../utils/domain/presence-fold';
import type { Interval } from '../../../utils/domain/records';
import { type Deed, live, recorded, SECOND } from './presence-world';

const ZONE = 'Asia/Shanghai';

function options() {
  let last = 0;
  return { zone: ZONE, newId: () => String(++last).padStart(24, '0') };
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
        { weight: 2, arbitrary: fc.integer({ min: 41, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: 201, max: 1_500 }) },
      ),
    }),
  },
  { weight: 5, arbitrary: fc.constant<Deed>({ do: 'touch' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tab' as const), tab: fc.integer({ min: 0, max: 2 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('other' as const), visible: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'elsewhere' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'navigate' }) },
  { weight: 2, arbitrary: fc.constant<Deed>({ do: 'reload-by-itself' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'play' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'stop' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'lock' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'unlock' }) },
);
const deeds = fc.array(deed, { minLength: 1, maxLength: 40 });

/** The same evidence in the order in which slow frames would deliver it; the browser tells at once. */
function delayed(arrivals: readonly Arrival[], delays: readonly number[]): Arrival[] {
  return arrivals
    .map((arrival, index) => ({
      ...arrival,
      now:
        arrival.evidence.kind === 'frame'
          ? arrival.now + (delays[index % delays.length] ?? 0) * SECOND
          : arrival.now,
    }))
    .sort((a, b) => a.now - b.now);
}

function shape(intervals: readonly Interval[]): unknown {
  return intervals.map(({ id: _, visit: __, ...rest }) => rest);
}

function byPlatform<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('time from evidence', () => {
  it('gives every clock exactly what was true, for anything that somebody does', () => {
    fc.assert(
      fc.property(deeds, (life) => {
        const { arrivals, truth } = live(life);
        expect(byPlatform(recorded(replay(arrivals, options())))).toEqual(byPlatform(truth));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same figures when messages come up to two and a half minutes late and out of order', () => {
    fc.assert(
      fc.property(
        deeds,
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 17 }),
        (life, delays) => {
          const { arrivals, truth } = live(life);
          const late = delayed(arrivals, delays);
          expect(byPlatform(recorded(replay(late, options())))).toEqual(byPlatform(truth));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the same intervals whether it settles as it goes or looks at everything at once', () => {
    fc.assert(
      fc.property(deeds, (life) => {
        const { arrivals } = live(life);
        const atOnce = replay(arrivals, { ...options(), openMs: Number.POSITIVE_INFINITY });
        expect(shape(replay(arrivals, options()))).toEqual(shape(atOnce));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the working time of every θ from the pauses that are kept', () => {
    fc.assert(
      fc.property(deeds, (life) => {
        const world = live(life);
        const intervals = replay(world.arrivals, options());
        for (const theta of [30, 60, 300]) {
          const sums = new Map<string, number>();
          for (const interval of intervals) {
            const ms = clocks(interval, theta * SECOND).workingMs;
            if (ms === 0) continue;
            sums.set(interval.platform, (sums.get(interval.platform) ?? 0) + ms / SECOND);
          }
          expect(byPlatform(sums)).toEqual(byPlatform(world.working(theta)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same intervals when every message is folded twice', () => {
    fc.assert(
      fc.property(deeds, (life) => {
        const { arrivals } = live(life);
        const twice = arrivals.flatMap((arrival) => [arrival, arrival]);
        expect(shape(replay(twice, options()))).toEqual(shape(replay(arrivals, options())));
      }),
      { numRuns: 60 },
    );
  });
});
