/**
 * Comparable or not compared. A week is compared with the one before and with the mean of the four
 * before, over platforms recorded in both periods (on the list since four weeks before the week), and
 * only where coverage is ≥ 0.8 in both, the week is over, and the build-up period (积累期: the first
 * four weeks after install, wipe or a new platform) is over too. Missing is not zero: a week in which
 * nothing was recorded is no zero in a mean, and no bar.
 */

import { groupBy } from './grouping';
import type { WeekSummary } from './summary';
import { DAY_MS } from './time-constants';
import { shiftWeek, type Week, weekOfKey } from './week';
import { type FiguresSource, type WeekFigures, weekFigures } from './week-figures';

export const BUILD_UP_MS = 28 * DAY_MS;
/** Below it a week is printed as incomplete. */
export const LEAST_COVERAGE = 0.8;
const SERIES_WEEKS = 8;
const MEAN_WEEKS = 4;

export interface ComparisonInput {
  readonly week: Week;
  /** Whether the week is over, covered well enough, and after the build-up period. */
  readonly comparable: boolean;
  readonly source: FiguresSource;
  /** Working time of the week itself by platform. */
  readonly workingMs: ReadonlyMap<string, number>;
  /** Coverage of a week, 0…1; undefined where nothing tells. */
  readonly coverageOf: (week: Week) => number | undefined;
  /** Whether a platform was on the list long enough. */
  readonly isComparable: (platform: string) => boolean;
}

export function compareWeeks({
  week,
  comparable,
  source,
  workingMs,
  coverageOf,
  isComparable,
}: ComparisonInput): WeekSummary['comparison'] {
  const weeks = Array.from({ length: SERIES_WEEKS }, (_, index) =>
    weekOfKey(shiftWeek(week.key, index + 1 - SERIES_WEEKS), week.zone),
  );
  const sources = byWeek(source, weeks);
  const figuresOf = (one: Week, counts?: (platform: string) => boolean) =>
    weekFigures(
      one,
      { ...(sources.get(one.key) ?? source), ...(one.key === week.key ? { workingMs } : {}) },
      counts,
    );
  const series = weeks.map((one) => {
    const { recorded, workingMs, reentryMs, actions, uploads } = figuresOf(one);
    if (!recorded) return undefined;
    const coverage = coverageOf(one);
    return {
      week: one.key,
      workingMs,
      reentryMs,
      actions,
      uploads,
      ...(coverage === undefined ? {} : { coverage }),
    };
  });
  if (!comparable) return { series };
  const before = weeks
    .slice(-1 - MEAN_WEEKS, -1)
    .reverse()
    .map((one) => ({
      figures: figuresOf(one, isComparable),
      covered: (coverageOf(one) ?? 0) >= LEAST_COVERAGE,
    }));
  const usable = before.filter(({ figures, covered }) => covered && figures.recorded);
  const [last] = before;
  const current = figuresOf(week, isComparable);
  if (usable.length === 0) return { series };
  return {
    current: printed(current),
    ...(last?.covered === true && last.figures.recorded ? { previous: printed(last.figures) } : {}),
    mean: { weeks: usable.length, ...meanOf(usable.map(({ figures }) => figures)) },
    series,
  };
}

/**
 * The records of each week; of submissions those of the week before too, which later parts continue.
 */
function byWeek(source: FiguresSource, weeks: readonly Week[]): ReadonlyMap<string, FiguresSource> {
  const keyAt = (at: number) => weeks.findLast(({ from, to }) => at >= from && at < to)?.key;
  const intervals = groupBy(source.intervals, ({ from }) => keyAt(from));
  const submissions = groupBy(source.submissions, ({ at }) => keyAt(at));
  const uploads = groupBy(source.uploads, ({ at }) => keyAt(at));
  const actions = groupBy(source.actions, ({ at }) => keyAt(at));
  return new Map(
    weeks.map(({ key }, index) => [
      key,
      {
        ...source,
        intervals: intervals.get(key) ?? [],
        submissions: [
          ...(submissions.get(weeks[index - 1]?.key) ?? []),
          ...(submissions.get(key) ?? []),
        ],
        uploads: uploads.get(key) ?? [],
        actions: actions.get(key) ?? [],
      },
    ]),
  );
}

function printed({ workingMs, reentryMs, actions }: WeekFigures) {
  return { workingMs, reentryMs, actions };
}

function meanOf(figures: readonly WeekFigures[]) {
  const mean = (value: (figures: WeekFigures) => number) =>
    figures.reduce((total, one) => total + value(one), 0) / figures.length;
  return {
    workingMs: mean(({ workingMs }) => workingMs),
    reentryMs: mean(({ reentryMs }) => reentryMs),
    actions: mean(({ actions }) => actions),
  };
}
