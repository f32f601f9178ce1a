/**
 * The few figures that weeks are compared by, from the records of a week or, where those have gone,
 * from its sums. Re-entry looks back a fixed 28 days here, and only at platforms that count.
 */

import { chainsOf } from './chains';
import { clocks } from './clocks';
import { sumOf } from './grouping';
import type { Action, Interval, Submission, Upload, WeekSum } from './records';
import { COMPARISON_LOOK_BACK_MS, type ReentryOptions, reenteredFields } from './reentry';
import { distinctUploads } from './repeats';
import type { Week } from './week';
import { countOfSum } from './week-sums';

export interface WeekFigures {
  readonly workingMs: number;
  readonly reentryMs: number;
  readonly actions: number;
  readonly uploads: number;
  /** Whether anything at all was recorded in the week. */
  readonly recorded: boolean;
}

export interface FiguresSource {
  readonly intervals: readonly Interval[];
  readonly submissions: readonly Submission[];
  readonly uploads: readonly Upload[];
  readonly actions: readonly Action[];
  readonly weekSums: readonly WeekSum[];
  readonly thetaMs: number;
  readonly fixed: ReadonlySet<string>;
  /** Working time of the week by platform, where it is known already: intervals are not read then. */
  readonly workingMs?: ReadonlyMap<string, number>;
}

/**
 * The figures of a week.
 *
 * @param counts tells which platforms count; all of them, where it is left out
 */
export function weekFigures(
  { from, to, key }: Week,
  source: FiguresSource,
  counts: (platform: string) => boolean = () => true,
): WeekFigures {
  const within = (row: { readonly platform: string; readonly at: number }) =>
    row.at >= from && row.at < to && counts(row.platform);
  const known = [...(source.workingMs ?? [])].filter(([platform]) => counts(platform));
  const intervals = (source.workingMs === undefined ? source.intervals : []).filter(
    (interval) =>
      interval.from >= from &&
      interval.from < to &&
      interval.place !== 'background' &&
      counts(interval.platform),
  );
  const sums = source.weekSums.filter(({ week, platform }) => week === key && counts(platform));
  const submissions = source.submissions.filter(within);
  const actions = source.actions.filter((row) => within(row) && row.outcome === 'done');
  const uploads = distinctUploads(source.uploads.filter(within));
  // Details go by their term from the oldest on: where less of them is left, the sums hold.
  return {
    workingMs: Math.max(
      sumOf(sums, ({ workingMs }) => workingMs),
      sumOf(known, ([, ms]) => ms) +
        sumOf(intervals, (interval) => clocks(interval, source.thetaMs).workingMs),
    ),
    reentryMs:
      submissions.length === 0
        ? sumOf(sums, ({ recentReentryMs, reentryMs }) => recentReentryMs ?? reentryMs)
        : recentReentryMs(source, { from, to }, counts),
    actions: actions.length === 0 ? sumOf(sums, countOfSum) : sumOf(actions, ({ count }) => count),
    uploads: uploads.length === 0 ? sumOf(sums, (sum) => sum.uploads) : uploads.length,
    recorded:
      known.length +
        intervals.length +
        sums.length +
        submissions.length +
        actions.length +
        uploads.length >
      0,
  };
}

function recentReentryMs(
  { submissions, fixed }: FiguresSource,
  { from, to }: { readonly from: number; readonly to: number },
  counts: (platform: string) => boolean,
): number {
  const options: ReentryOptions = {
    from,
    to,
    idOf: (platform) => (counts(platform) ? platform : undefined),
    fixed,
    lookBackMs: COMPARISON_LOOK_BACK_MS,
  };
  const counted = submissions.filter(({ platform, at }) => at < to && counts(platform));
  return sumOf(reenteredFields(chainsOf(counted), options), ({ field }) => field.workingMs);
}
