/**
 * The records that a weekly summary is made from, and how far back of each kind it reads.
 */

import type { ConceptLookup } from './concept';
import type { DayKindLookup } from './day-kind';
import type { Equivalence } from './equivalence';
import type {
  Action,
  CoverageDay,
  Finding,
  Form,
  Interval,
  LedgerEntry,
  PageSign,
  Platform,
  Submission,
  Transfer,
  Upload,
  WeekSum,
} from './records';
import type { Settings } from './settings';
import { DAY_MS } from './time-constants';
import type { WeekKey } from './week';

/**
 * How far before the week's Monday records are read, by kind, ms. More does no harm: a summary looks
 * at nothing that is older, and at nothing after the week's Sunday.
 *
 * Sums of closed weeks stand in for their intervals, so that a heavy year opens as fast as a light one:
 * where the sums of the seven weeks before are given, `intervals` need not reach back at all. Without
 * sums give intervals of 49 days. The sums of the week itself are shown where its details have gone.
 */
export const WEEK_LOOK_BACKS_MS = {
  /** Only where no week sums are there; with them 0. */
  intervals: 49 * DAY_MS,
  /** Coverage of the eight weeks in the small bars. Seven rows a week. */
  coverage: 49 * DAY_MS,
  /** Re-entry is compared over a fixed 28 days; the four weeks before are compared too. */
  submissions: 56 * DAY_MS,
  /** A file that returns within 30 days is a repeated upload. */
  uploads: 49 * DAY_MS,
  actions: 49 * DAY_MS,
  /** Zombie evidence: own observations of 28 days, columns of 49. */
  pageSigns: 49 * DAY_MS,
  transfers: 28 * DAY_MS,
} as const;

export interface WeekRecords {
  readonly week: WeekKey;
  /** Epoch ms: tells whether the week is over, and nothing else. */
  readonly now: number;
  readonly settings: Pick<Settings, 'zone' | 'thetaMs' | 'workHours'>;
  /** When recording began here, or began anew after a wipe, epoch ms; absent where nothing tells. */
  readonly since?: number;
  readonly intervals: readonly Interval[];
  readonly coverage: readonly CoverageDay[];
  /** All of them. */
  readonly platforms: readonly Platform[];
  /** All of the platforms in question; those that no submission names may be left out. */
  readonly forms: readonly Form[];
  readonly submissions: readonly Submission[];
  readonly uploads: readonly Upload[];
  readonly actions: readonly Action[];
  readonly pageSigns: readonly PageSign[];
  readonly transfers: readonly Transfer[];
  /** All of them: what the person confirmed or rejected before. */
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  /** Sums of this week and of the seven before it, as far as there are any. */
  readonly weekSums: readonly WeekSum[];
  /** Digests of fixed information that were learned; this week's records may add to them. */
  readonly fixedInformation?: ReadonlySet<string>;
  /** Unknown labels that were learned to ask for the same thing. */
  readonly equivalences?: readonly Equivalence[];
  readonly concepts: ConceptLookup;
  readonly dayKind: DayKindLookup;
}
