/**
 * Trends and before/after, from the sums of weeks.
 *
 * A month, quarter or year holds the weeks whose Thursday lies in it. Every figure is given over all
 * weeks and over complete ones (coverage ≥ 0.8) alone; means are per week in which anything was
 * recorded, since missing is not zero. Before and after a date (a reform; a report sheet handed in) are
 * the four whole weeks on either side, the week of the date left out. That two periods differ does not
 * say why.
 */

import { LEAST_COVERAGE } from './comparison';
import { groupBy, sumOf } from './grouping';
import type { WeekSum } from './records';
import { mondayOfKey, shiftWeek, type WeekKey, weekAt } from './week';
import { countOfSum } from './week-sums';
import { addDays } from './zone';

export type Period = 'month' | 'quarter' | 'year';

/** Figures of some weeks. */
export interface TrendFigures {
  /** Weeks in which anything was recorded. */
  readonly weeks: number;
  readonly workingMs: number;
  readonly playingMs: number;
  readonly submissions: number;
  readonly enteredFields: number;
  readonly comparableFields: number;
  readonly reenteredFields: number;
  readonly reentryMs: number;
  readonly uploads: number;
  readonly repeatedUploads: number;
  readonly actions: number;
}

export interface TrendPoint {
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly period: string;
  readonly from: WeekKey;
  readonly to: WeekKey;
  readonly all: TrendFigures;
  /** Complete weeks alone. */
  readonly complete: TrendFigures;
}

export interface TrendOptions {
  readonly period: Period;
  /** Coverage of a week, 0…1; undefined where nothing tells. */
  readonly coverageOf: (week: WeekKey) => number | undefined;
  /** Only this platform; all of them, where it is left out. */
  readonly platform?: string;
}

/** What trends are drawn from. */
export interface TrendSource {
  /** Sums of closed weeks, under the platforms that they count under. */
  readonly sums: readonly WeekSum[];
  /** Coverage of a week, 0…1; undefined where nothing tells. */
  readonly coverageOf: (week: WeekKey) => number | undefined;
}

/**
 * Oldest first; periods without any record are left out. Of one platform alone, a week in which others
 * were used and it was not is a true zero, but not before it was used first.
 */
export function trend(sums: readonly WeekSum[], options: TrendOptions): readonly TrendPoint[] {
  const own = ofPlatform(sums, options.platform);
  const [first = ''] = own.map(({ week }) => week).sort();
  const recorded = [...new Set(sums.map(({ week }) => week))].filter((week) => week >= first);
  const rowsOf = groupBy(own, ({ week }) => week);
  const figures = (weeks: readonly WeekKey[]) => ({
    ...figuresOf(weeks.flatMap((week) => rowsOf.get(week) ?? [])),
    weeks: weeks.length,
  });
  return [...groupBy(recorded.sort(), (week) => periodOf(week, options.period))].map(
    ([period, weeks]) => ({
      period,
      from: weeks[0] as WeekKey,
      to: weeks.at(-1) as WeekKey,
      all: figures(weeks),
      complete: figures(weeks.filter((week) => (options.coverageOf(week) ?? 0) >= LEAST_COVERAGE)),
    }),
  );
}

export interface BeforeAfter {
  /** Complete weeks alone; `weeks` says how many of the four. */
  readonly before: TrendFigures;
  readonly after: TrendFigures;
  /** Both sides have at least two complete weeks. */
  readonly comparable: boolean;
}

export interface BeforeAfterOptions {
  /** The date, epoch ms. */
  readonly at: number;
  readonly zone: string;
  /** Whole weeks on either side. */
  readonly weeks?: number;
  readonly coverageOf: (week: WeekKey) => number | undefined;
  readonly platform?: string;
}

export function beforeAfter(
  sums: readonly WeekSum[],
  { at, zone, weeks = 4, coverageOf, platform }: BeforeAfterOptions,
): BeforeAfter {
  const own = ofPlatform(sums, platform);
  const middle = weekAt(at, zone).key;
  const recorded = new Set(sums.map(({ week }) => week));
  const side = (shifts: readonly number[]) => {
    const keys = new Set(
      shifts
        .map((shift) => shiftWeek(middle, shift))
        .filter((key) => recorded.has(key) && (coverageOf(key) ?? 0) >= LEAST_COVERAGE),
    );
    const rows = own.filter(({ week }) => keys.has(week));
    // A week in which other platforms were used and this one was not is a true zero.
    return { ...figuresOf(rows), weeks: keys.size };
  };
  const shifts = Array.from({ length: weeks }, (_, index) => index + 1);
  const before = side(shifts.map((shift) => -shift));
  const after = side(shifts);
  return { before, after, comparable: before.weeks >= 2 && after.weeks >= 2 };
}

function ofPlatform(sums: readonly WeekSum[], platform?: string): readonly WeekSum[] {
  return platform === undefined ? sums : sums.filter((sum) => sum.platform === platform);
}

function figuresOf(rows: readonly WeekSum[]): TrendFigures {
  return {
    weeks: new Set(rows.map(({ week }) => week)).size,
    workingMs: sumOf(rows, ({ workingMs }) => workingMs),
    playingMs: sumOf(rows, ({ playingMs }) => playingMs),
    submissions: sumOf(rows, ({ submissions }) => submissions),
    enteredFields: sumOf(rows, ({ enteredFields }) => enteredFields),
    comparableFields: sumOf(rows, ({ comparableFields }) => comparableFields),
    reenteredFields: sumOf(rows, ({ reenteredFields }) => reenteredFields),
    reentryMs: sumOf(rows, ({ reentryMs }) => reentryMs),
    uploads: sumOf(rows, ({ uploads }) => uploads),
    repeatedUploads: sumOf(rows, ({ repeatedUploads = 0 }) => repeatedUploads),
    actions: sumOf(rows, countOfSum),
  };
}

function periodOf(week: WeekKey, period: Period): string {
  const thursday = addDays(mondayOfKey(week), 3);
  if (period === 'year') return thursday.slice(0, 4);
  if (period === 'month') return thursday.slice(0, 7);
  return `${thursday.slice(0, 4)}-Q${Math.ceil(Number(thursday.slice(5, 7)) / 3)}`;
}
