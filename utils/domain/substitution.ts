/**
 * Substitution (改头换面): a burden that falls in one class while another of the same platform family
 * rises by a like amount, shown side by side (此减彼增). A family is the platforms of one category; a
 * class is a kind of burden on one platform. The week is set against the mean of the weeks before.
 *
 * *Ours*: a burden fell or rose where it changed by ≥ 30 % and ≥ 30 min (≥ 5 times for counts); two
 * amounts are alike where the smaller is ≥ half of the larger. Minutes are only set against minutes and
 * counts against counts.
 */

import { groupBy, sumOf } from './grouping';
import type { WeekSum } from './records';
import type { Substitution, SubstitutionSide } from './summary';
import { MINUTE_MS } from './time-constants';
import { countOfSum } from './week-sums';

const LEAST_CHANGE = 0.3;
const LEAST_MS = 30 * MINUTE_MS;
const LEAST_COUNT = 5;
const LIKE = 0.5;

type Burden = SubstitutionSide['burden'];

/** What of a platform's week is compared. */
export type BurdenSum = Pick<
  WeekSum,
  'platform' | 'fillingMs' | 'playingMs' | 'actions' | 'uploads'
>;

const BURDENS: readonly {
  readonly burden: Burden;
  readonly unit: 'ms' | 'count';
  readonly of: (sum: BurdenSum) => number;
}[] = [
  { burden: 'filling', unit: 'ms', of: ({ fillingMs = 0 }) => fillingMs },
  { burden: 'playing', unit: 'ms', of: ({ playingMs }) => playingMs },
  { burden: 'actions', unit: 'count', of: countOfSum },
  { burden: 'uploads', unit: 'count', of: ({ uploads }) => uploads },
];

interface Change extends SubstitutionSide {
  readonly family: string;
  readonly platform: string;
  readonly unit: 'ms' | 'count';
  readonly by: number;
}

/**
 * @param sums of this week
 * @param before sums of the weeks before that are comparable, at least two, oldest or newest first
 */
export function substitutions(
  sums: readonly BurdenSum[],
  before: readonly (readonly BurdenSum[])[],
  familyOf: (platform: string) => string,
): readonly Substitution[] {
  if (before.length < 2) return [];
  const changes = changesOf(sums, before, familyOf);
  const fallen = changes.filter(({ by }) => by < 0).sort(largestFirst);
  const risen = changes.filter(({ by }) => by > 0).sort(largestFirst);
  const used = new Set<Change>();
  return fallen.flatMap((fell) => {
    const rose = risen.find(
      (one) =>
        !used.has(one) &&
        one.family === fell.family &&
        one.unit === fell.unit &&
        areAlike(one, fell),
    );
    if (rose === undefined) return [];
    used.add(rose);
    return [{ family: fell.family, fell: sideOf(fell), rose: sideOf(rose) }];
  });
}

function changesOf(
  sums: readonly BurdenSum[],
  before: readonly (readonly BurdenSum[])[],
  familyOf: (platform: string) => string,
): readonly Change[] {
  const earlier = groupBy(before.flat(), ({ platform }) => platform);
  const now = groupBy(sums, ({ platform }) => platform);
  return [...new Set([...earlier.keys(), ...now.keys()])].flatMap((platform) =>
    BURDENS.flatMap(({ burden, unit, of }) => {
      const mean = sumOf(earlier.get(platform) ?? [], of) / before.length;
      const current = sumOf(now.get(platform) ?? [], of);
      const by = current - mean;
      const least = unit === 'ms' ? LEAST_MS : LEAST_COUNT;
      if (Math.abs(by) < least || Math.abs(by) < LEAST_CHANGE * Math.max(mean, current)) return [];
      return [
        {
          family: familyOf(platform),
          platform,
          platforms: [platform],
          burden,
          unit,
          before: mean,
          now: current,
          by,
        },
      ];
    }),
  );
}

function areAlike(a: Change, b: Change): boolean {
  const [small, large] = [Math.abs(a.by), Math.abs(b.by)].sort((x, y) => x - y) as [number, number];
  return small >= LIKE * large;
}

function largestFirst(a: Change, b: Change): number {
  return (
    Math.abs(b.by) - Math.abs(a.by) ||
    (`${a.platform} ${a.burden}` < `${b.platform} ${b.burden}` ? -1 : 1)
  );
}

function sideOf({ burden, platforms, before, now }: Change): SubstitutionSide {
  return { burden, platforms, before, now };
}
