/**
 * The sums of a week per platform: what stays when the detailed times have gone after 13 weeks, and
 * what weeks are compared by without reading them all again. A sum counts as the weekly summary does.
 */

import type { ActionKind } from './action-kind';
import { chainsOf } from './chains';
import { NO_TIME } from './clocks';
import { coverageOf } from './coverage';
import { formWork, NO_PLATFORM_FORM_WORK } from './form-work';
import { sumOf } from './grouping';
import type { Action, CoverageDay, Interval, Submission, Upload, WeekSum } from './records';
import { COMPARISON_LOOK_BACK_MS, reenteredFields } from './reentry';
import { repeatedUploads } from './repeats';
import { countByKind } from './traces';
import type { Week } from './week';
import { weekTime } from './week-time';

export interface SumSources {
  readonly intervals: readonly Interval[];
  /** Also those of the week before, that later ones continue. */
  readonly submissions: readonly Submission[];
  /** Also those of the 30 days before. */
  readonly uploads: readonly Upload[];
  readonly actions: readonly Action[];
  /** Blocks of the week's days; other days change nothing. */
  readonly coverage?: readonly CoverageDay[];
  readonly thetaMs: number;
  /** Digests of fixed information. */
  readonly fixed: ReadonlySet<string>;
  readonly idOf?: (platform: string) => string | undefined;
}

/** One sum per platform on which anything was recorded in the week, in the order of their ids. */
export function sumWeek(week: Week, sources: SumSources): readonly WeekSum[] {
  const { from, to } = week;
  const idOf = sources.idOf ?? ((platform: string) => platform);
  const options = { from, to, idOf, fixed: sources.fixed };
  const time = weekTime(sources.intervals, week, sources.thetaMs);
  const times = new Map(time.platforms.map((one) => [one.platform, one.clocks]));
  const work = formWork(sources.submissions, [], options);
  const recent = reenteredFields(chainsOf(sources.submissions.filter(({ at }) => at < to)), {
    ...options,
    lookBackMs: COMPARISON_LOOK_BACK_MS,
  });
  const actions = sources.actions.filter(({ at }) => at >= from && at < to);
  const repeats = repeatedUploads(sources.uploads, { from, to });
  const ids = new Set([
    ...times.keys(),
    ...work.platforms.keys(),
    ...actions.map(({ platform }) => platform),
    ...repeats.uploads.map(({ platform }) => platform),
  ]);
  const own = new Set(week.days.map(({ day }) => day));
  const coverage = coverageOf((sources.coverage ?? []).filter(({ day }) => own.has(day)));
  return [...ids].sort().map((platform): WeekSum => {
    const clocks = times.get(platform) ?? NO_TIME;
    const forms = work.platforms.get(platform) ?? NO_PLATFORM_FORM_WORK;
    const ofPlatform = <Row extends { readonly platform: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.platform === platform);
    return {
      week: week.key,
      platform,
      workingMs: clocks.workingMs,
      playingMs: clocks.playingMs,
      inputMs: clocks.inputMs,
      frontMs: clocks.frontMs,
      submissions: forms.submissions,
      attempts: forms.attempts,
      enteredFields: forms.enteredFields,
      comparableFields: forms.comparableFields,
      reenteredFields: forms.reenteredFields,
      reentryMs: forms.reentryMs.mid,
      reentryLowMs: forms.reentryMs.low,
      reentryHighMs: forms.reentryMs.high,
      uploads: ofPlatform(repeats.uploads).length,
      actions: countByKind(ofPlatform(actions)),
      recentReentryMs: sumOf(
        recent.filter(({ submission }) => submission.platform === platform),
        ({ field }) => field.workingMs,
      ),
      prefilledFields: forms.prefilledFields,
      repeatedUploads: ofPlatform(repeats.repeated).length,
      repeatedAcross: ofPlatform(repeats.repeated).filter(({ kind }) => kind === 'across-platforms')
        .length,
      fillingMs: forms.fillingMs,
      ...(coverage === undefined ? {} : { coverage }),
    };
  });
}

/** Proven actions of all kinds in a sum. */
export function countOfSum({ actions }: Pick<WeekSum, 'actions'>): number {
  return sumOf(Object.values(actions), (count) => count);
}

const AMOUNTS = [
  'workingMs',
  'playingMs',
  'inputMs',
  'frontMs',
  'submissions',
  'attempts',
  'enteredFields',
  'comparableFields',
  'reenteredFields',
  'reentryMs',
  'reentryLowMs',
  'reentryHighMs',
  'uploads',
  'recentReentryMs',
  'prefilledFields',
  'repeatedUploads',
  'repeatedAcross',
  'fillingMs',
] as const satisfies readonly (keyof WeekSum)[];

/** One sum of several, at least one, under the week and platform of the first. */
export function addSums(sums: readonly WeekSum[]): WeekSum {
  const actions: Partial<Record<ActionKind, number>> = {};
  for (const sum of sums) {
    for (const [kind, count] of Object.entries(sum.actions) as [ActionKind, number][]) {
      actions[kind] = (actions[kind] ?? 0) + count;
    }
  }
  const amounts = Object.fromEntries(
    AMOUNTS.map((amount) => [amount, sumOf(sums, (sum) => sum[amount] ?? 0)]),
  );
  return { ...(sums[0] as WeekSum), ...amounts, actions };
}
