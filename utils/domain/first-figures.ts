/**
 * The first figures of a week: the time that its own intervals tell alone, as the whole summary will.
 * They are shown while everything that looks further back is still being read.
 */

import { sumOf } from './grouping';
import { inScope, platformScope } from './platform-scope';
import type { Interval, Platform, WeekSum } from './records';
import { haveDetailsGone } from './summarise';
import type { Week } from './week';
import { type WeekTime, weekTime } from './week-time';

export type FirstFigures = Pick<WeekTime, 'clocks' | 'days' | 'platforms'>;

export interface FirstFiguresSource {
  readonly intervals: readonly Interval[];
  readonly platforms: readonly Platform[];
  /** Those of the week, if there are any. */
  readonly sums: readonly WeekSum[];
  readonly thetaMs: number;
}

/** Time of the week; where its details have gone, working time alone and no days. */
export function firstFigures(week: Week, source: FirstFiguresSource): FirstFigures {
  const scope = platformScope(source.platforms);
  const sums = inScope(source.sums, scope);
  const time = weekTime(inScope(source.intervals, scope), week, source.thetaMs);
  if (!haveDetailsGone(time, sums)) return time;
  const workingMs = sumOf(sums, (sum) => sum.workingMs);
  return { clocks: { ...time.clocks, workingMs }, days: [], platforms: [] };
}
