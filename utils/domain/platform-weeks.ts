import { NO_TIME } from './clocks';
import { type FormWork, NO_PLATFORM_FORM_WORK, type PlatformFormWork } from './form-work';
import { groupBy } from './grouping';
import type { PlatformScope } from './platform-scope';
import type { Action, Upload, WeekSum } from './records';
import type { Clocks, PlatformWeek } from './summary';
import { countByKind, countOf } from './traces';
import { addSums } from './week-sums';
import type { WeekTime } from './week-time';

export interface PlatformWeekSources {
  readonly scope: PlatformScope;
  readonly time: WeekTime;
  readonly work: ReadonlyMap<string, PlatformFormWork>;
  readonly actions: readonly Action[];
  readonly uploads: readonly Upload[];
  /** Those of them that repeat an earlier one exactly. */
  readonly repeated?: readonly Upload[];
}

/** One row for each platform on which anything was recorded, longest working time first. */
export function platformWeeks(sources: PlatformWeekSources): readonly PlatformWeek[] {
  const { scope, time, work } = sources;
  const times = new Map(time.platforms.map((one) => [one.platform, one]));
  const actions = groupBy(sources.actions, ({ platform }) => platform);
  const uploads = groupBy(sources.uploads, ({ platform }) => platform);
  const repeated = groupBy(sources.repeated ?? [], ({ platform }) => platform);
  const ids = new Set([...times.keys(), ...work.keys(), ...actions.keys(), ...uploads.keys()]);
  return [...ids]
    .map((platform): PlatformWeek => {
      const own = times.get(platform);
      const forms = work.get(platform) ?? NO_PLATFORM_FORM_WORK;
      const done = actions.get(platform) ?? [];
      return {
        platform,
        name: scope.nameOf(platform),
        category: scope.categoryOf(platform),
        clocks: own?.clocks ?? NO_TIME,
        days: own?.days ?? time.days.map(() => NO_TIME),
        visits: own?.visits ?? 0,
        submissions: forms.submissions,
        attempts: forms.attempts,
        drafts: forms.drafts,
        rework: forms.rework,
        enteredFields: forms.enteredFields,
        prefilledFields: forms.prefilledFields,
        reenteredFields: forms.reenteredFields,
        comparableFields: forms.comparableFields,
        reentryMs: forms.reentryMs,
        uploads: uploads.get(platform)?.length ?? 0,
        repeatedUploads: repeated.get(platform)?.length ?? 0,
        actions: countByKind(done),
        actionAttempts: countOf(done.filter(({ outcome }) => outcome === 'attempt')),
      };
    })
    .sort(
      (a, b) =>
        b.clocks.workingMs - a.clocks.workingMs ||
        b.clocks.frontMs - a.clocks.frontMs ||
        (a.platform < b.platform ? -1 : 1),
    );
}

/** The rows of a week whose detailed records have gone, from its sums. */
export function platformWeeksOfSums(
  sums: readonly WeekSum[],
  scope: PlatformScope,
  work: FormWork,
): readonly PlatformWeek[] {
  return [...groupBy(sums, ({ platform }) => platform)]
    .map(([platform, rows]): PlatformWeek => {
      // Platforms that were merged since have one sum each.
      const sum = addSums(rows);
      const clocks = clocksOf(sum);
      const forms = work.platforms.get(platform) ?? NO_PLATFORM_FORM_WORK;
      return {
        platform,
        name: scope.nameOf(platform),
        category: scope.categoryOf(platform),
        clocks,
        days: Array.from({ length: 7 }, () => NO_TIME),
        visits: 0,
        submissions: sum.submissions,
        attempts: sum.attempts,
        drafts: forms.drafts,
        rework: forms.rework,
        enteredFields: sum.enteredFields,
        prefilledFields: sum.prefilledFields ?? forms.prefilledFields,
        reenteredFields: sum.reenteredFields,
        reentryMs: { low: sum.reentryLowMs, mid: sum.reentryMs, high: sum.reentryHighMs },
        uploads: sum.uploads,
        actions: sum.actions,
        actionAttempts: 0,
      };
    })
    .sort((a, b) => b.clocks.workingMs - a.clocks.workingMs || (a.platform < b.platform ? -1 : 1));
}

function clocksOf({ workingMs, playingMs, inputMs, frontMs }: WeekSum): Clocks {
  return {
    ...NO_TIME,
    workingMs,
    playingMs,
    inputMs,
    frontMs,
    idleMs: Math.max(0, frontMs - workingMs - playingMs),
  };
}
