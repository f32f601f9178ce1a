/**
 * The few figures that weeks are compared by, from the records of a week or, where those have gone,
 * from its sums. Re-entry looks back a fixed 28 days here, and only at platforms that count.
 */

import { chainsOf } from './chains';
import { clocks } from './clocks';
import type { Action, Interval, Submission, Upload, WeekSum } from './records';
import { COMPARISON_LOOK_BACK_MS, countedFields, type ReentryOptions } from './reentry';
import { isUploaded } from './repeats';
import type { Week } from './week';

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
  const intervals = source.intervals.filter(
    (interval) =>
      interval.from >= from &&
      interval.from < to &&
      interval.place !== 'background' &&
      counts(interval.platform),
  );
  const sums = source.weekSums.filter(({ week, platform }) => week === key && counts(platform));
  const submissions = source.submissions.filter(within);
  const fromSums = intervals.length === 0 && sums.length > 0;
  const sumOf = (value: (sum: WeekSum) => number) =>
    sums.reduce((total, sum) => total + value(sum), 0);

  const actions = source.actions.filter((row) => within(row) && row.outcome === 'done');
  const uploads = source.uploads.filter((row) => within(row) && isUploaded(row));
  const actionsDone = actions.reduce((total, { count }) => total + count, 0);
  return {
    workingMs: fromSums
      ? sumOf(({ workingMs }) => workingMs)
      : intervals.reduce(
          (total, interval) => total + clocks(interval, source.thetaMs).workingMs,
          0,
        ),
    reentryMs:
      fromSums && submissions.length === 0
        ? sumOf(({ recentReentryMs, reentryMs }) => recentReentryMs ?? reentryMs)
        : recentReentryMs(source, { from, to }, counts),
    actions:
      fromSums && actions.length === 0
        ? sumOf((sum) => Object.values(sum.actions).reduce((total, n) => total + n, 0))
        : actionsDone,
    uploads: fromSums && uploads.length === 0 ? sumOf((sum) => sum.uploads) : uploads.length,
    recorded:
      intervals.length + sums.length + submissions.length + actions.length + uploads.length > 0,
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
  let total = 0;
  for (const { from: platforms, field } of countedFields(chainsOf(counted), options)) {
    if (platforms.length > 0) total += field.workingMs;
  }
  return total;
}
