import { clocks, sumClocks } from '../../../utils/domain/clocks';
import type { EvidenceLog } from '../../../utils/domain/evidence-log';
import type { Interval } from '../../../utils/domain/records';
import type { Clocks } from '../../../utils/domain/summary';

/** A recording of evidence with all that must follow from it; ms everywhere. */
export interface Vector {
  /** What was done, in one sentence. */
  readonly says: string;
  /** What really happened, per platform and clock at θ = 60 s, written down by whoever did it. */
  readonly truth: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The clocks that follow, per platform and θ in seconds. */
  readonly clocks: Readonly<Record<string, Readonly<Record<string, Clocks>>>>;
  readonly intervals: readonly Interval[];
  readonly log: EvidenceLog;
}

export const THETAS = [30, 60, 300] as const;

/** Clocks per platform for each θ. */
export function clocksByTheta(intervals: readonly Interval[]): Vector['clocks'] {
  const platforms = [...new Set(intervals.map(({ platform }) => platform))].sort();
  return Object.fromEntries(
    platforms.map((platform) => {
      const own = intervals.filter((one) => one.platform === platform);
      return [
        platform,
        Object.fromEntries(
          THETAS.map((theta) => [
            String(theta),
            sumClocks(own.map((one) => clocks(one, theta * 1_000))),
          ]),
        ),
      ];
    }),
  );
}
