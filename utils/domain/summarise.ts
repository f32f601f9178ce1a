/**
 * The weekly summary (本周小结) from records. It only brings together what the measures beside it
 * define; nothing is measured here, and nothing of it is kept.
 */

import type { ActionKind } from './action-kind';
import { NO_TIME } from './clocks';
import { BUILD_UP_MS, compareWeeks, LEAST_COVERAGE } from './comparison';
import { evidenceOf } from './evidence';
import { fixedInformation } from './fixed-information';
import { type FormWork, formWork, NO_PLATFORM_FORM_WORK, prefillRate } from './form-work';
import { platformOverlaps } from './overlaps';
import { inScope, type PlatformScope, platformScope } from './platform-scope';
import type { Action, CoverageDay, Submission, Upload } from './records';
import { addBrackets, NO_TIME as NO_BRACKET } from './reentry';
import { isUploaded } from './repeats';
import type { DuplicateSubmission, PlatformWeek, WeekSummary } from './summary';
import { type Week, weekOfKey } from './week';
import type { WeekRecords } from './week-records';
import { type WeekTime, weekTime } from './week-time';

/**
 * The summary of one week. Records outside the week and its look-back ({@link WeekRecords}) change
 * nothing; neither does their order. Throws a `RangeError` for a week key or zone that does not exist.
 */
export function summariseWeek(input: WeekRecords): WeekSummary {
  const week = weekOfKey(input.week, input.settings.zone);
  const scope = platformScope(input.platforms);
  const { thetaMs } = input.settings;
  const intervals = inScope(input.intervals, scope);
  const submissions = inScope(input.submissions, scope).filter(({ at }) => at < week.to);
  const uploads = inScope(input.uploads, scope).filter(({ at }) => at < week.to);
  const actions = inScope(input.actions, scope).filter(({ at }) => at < week.to);
  const weekSums = inScope(input.weekSums, scope);
  const ofWeek = <Row extends { readonly at: number }>(rows: readonly Row[]) =>
    rows.filter(({ at }) => at >= week.from && at < week.to);

  const fixed = fixedInformation(submissions, input.concepts, (platform) => platform);
  const time = weekTime(intervals, week, thetaMs);
  const work = formWork(submissions, inScope(input.forms, scope), {
    from: week.from,
    to: week.to,
    idOf: scope.idOf,
    fixed,
  });
  const weekActions = ofWeek(actions);
  const weekUploads = ofWeek(uploads).filter(isUploaded);
  const coverageOf = (one: Week) => recordedShare(input.coverage, one);
  const coverage = coverageOf(week);
  const recorded =
    time.platforms.length +
      ofWeek(submissions).length +
      weekActions.length +
      weekUploads.length +
      weekSums.filter((sum) => sum.week === week.key).length >
    0;
  const buildUp = input.since !== undefined && week.from < input.since + BUILD_UP_MS;
  const state = !recorded
    ? 'empty'
    : input.now < week.to
      ? 'running'
      : coverage !== undefined && coverage < LEAST_COVERAGE
        ? 'incomplete'
        : 'complete';
  const isNew = (id: string) => {
    const addedAt = scope.platform(id)?.addedAt;
    return addedAt !== undefined && week.from < addedAt + BUILD_UP_MS;
  };
  const platforms = platformWeeks(scope, time, work, weekActions, weekUploads);

  return {
    week: week.key,
    from: week.from,
    to: week.to,
    zone: week.zone,
    state,
    buildUp,
    newPlatforms: platforms.map(({ platform }) => platform).filter(isNew),
    ...(coverage === undefined ? {} : { coverage }),
    clocks: time.clocks,
    confirmedMs: time.confirmedMs,
    recoveredMs: time.recoveredMs,
    cappedMs: time.cappedMs,
    days: time.days,
    platforms,
    reentry: reentryOf(work),
    isomorphic: [],
    inconsistent: [],
    overlaps: platformOverlaps(work.fields),
    forms: work.forms,
    actions: {
      total: countOf(weekActions.filter(({ outcome }) => outcome === 'done')),
      attempts: countOf(weekActions.filter(({ outcome }) => outcome === 'attempt')),
      exempt: countOf(weekActions.filter(({ outcome, exempt }) => outcome === 'done' && exempt)),
      byKind: byKind(weekActions),
      routine: [],
      evidence: evidenceOf(weekActions.filter(({ outcome }) => outcome === 'done')),
      cued: [],
      ownLabels: { voluntary: 0, required: 0, unclear: 0 },
      forcedSeconds: 0,
    },
    uploads: {
      total: weekUploads.length,
      repeatedAcross: 0,
      repeatedOnPlatform: 0,
      nearRepeats: 0,
      proofMaterial: weekUploads.filter(({ proofMaterial }) => proofMaterial).length,
      repeats: [],
    },
    zombies: [],
    findings: [],
    findingsExempt: 0,
    findingsRejected: 0,
    goodPractices: [],
    bands: {},
    proliferation: {
      platforms: platforms.length,
      platforms28Days: platforms.length,
      functions: [],
      redundant: 0,
      separateLogins: 0,
    },
    external: { platforms: [], submissions: 0, sensitive: [] },
    assessment: { visits: 0, frontMs: 0, platforms: [] },
    overhead: {
      loginMs: 0,
      logins: 0,
      relogins: 0,
      waitingMs: time.clocks.waitingMs,
      rework: 0,
      urgent: 0,
    },
    substitutions: [],
    silos: [],
    outOfHours: { nightMs: 0 },
    heat: time.heat,
    ...(time.switchesPerHour === undefined ? {} : { switchesPerHour: time.switchesPerHour }),
    comparison: compareWeeks({
      week,
      comparable: state === 'complete' && !buildUp && coverage !== undefined,
      source: { intervals, submissions, uploads, actions, weekSums, thetaMs, fixed },
      coverageOf,
      isComparable: (platform) => !isNew(platform),
    }),
  };
}

function platformWeeks(
  scope: PlatformScope,
  time: WeekTime,
  work: FormWork,
  actions: readonly Action[],
  uploads: readonly Upload[],
): readonly PlatformWeek[] {
  const times = new Map(time.platforms.map((one) => [one.platform, one]));
  const ids = new Set([
    ...times.keys(),
    ...work.platforms.keys(),
    ...actions.map(({ platform }) => platform),
    ...uploads.map(({ platform }) => platform),
  ]);
  return [...ids]
    .map((platform): PlatformWeek => {
      const own = times.get(platform);
      const forms = work.platforms.get(platform) ?? NO_PLATFORM_FORM_WORK;
      const done = actions.filter((action) => action.platform === platform);
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
        reentryMs: forms.reentryMs,
        uploads: uploads.filter((upload) => upload.platform === platform).length,
        actions: byKind(done),
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

function reentryOf(work: FormWork): WeekSummary['reentry'] {
  const all = [...work.platforms.values()];
  const sum = (value: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + value(one), 0);
  const comparableFields = sum((one) => one.comparableFields);
  const fields = sum((one) => one.reenteredFields);
  const duplicates = duplicatesOf(work);
  const rate = prefillRate(
    sum((one) => one.prefilledFields),
    sum((one) => one.enteredFields),
  );
  return {
    ms: all.reduce((total, one) => addBrackets(total, one.reentryMs), NO_BRACKET),
    fields,
    comparableFields,
    ...(comparableFields === 0 ? {} : { share: fields / comparableFields }),
    fixedFields: sum((one) => one.fixedFields),
    duplicateSubmissions: duplicates.length,
    unchangedResubmissions: work.finished.filter(({ last }) => isUnchanged(last)).length,
    evidence: evidenceOf(
      work.fields.filter(({ from }) => from.length > 0).map(({ submission }) => submission),
    ),
    duplicates,
    retryMs: NO_BRACKET,
    refused: sum((one) => one.refused),
    ...(rate === undefined ? {} : { prefillRate: rate }),
  };
}

/** Share of unchanged fields from which a resubmission is called unchanged (*ours*). */
export const UNCHANGED_SHARE = 0.8;

function isUnchanged({ judgement, rework }: Submission): boolean {
  return !rework && (judgement?.unchanged?.share ?? 0) >= UNCHANGED_SHARE;
}

/** Each submission once, whatever number of its parts repeat another. */
function duplicatesOf({ finished }: FormWork): readonly DuplicateSubmission[] {
  return finished
    .flatMap(({ records, last }) => {
      const part = records.findLast(({ judgement }) => judgement?.duplicateOf !== undefined);
      const of = part?.judgement?.duplicateOf;
      if (part?.judgement === undefined || of === undefined) return [];
      return [
        {
          submission: last.id,
          platform: last.platform,
          form: last.form,
          at: last.at,
          earlier: of.submission,
          earlierPlatform: of.platform,
          rho: part.judgement.rho,
        },
      ];
    })
    .sort((a, b) => b.at - a.at || (a.submission < b.submission ? -1 : 1));
}

function countOf(actions: readonly Action[]): number {
  return actions.reduce((total, { count }) => total + count, 0);
}

function byKind(actions: readonly Action[]): Readonly<Partial<Record<ActionKind, number>>> {
  const counts: Partial<Record<ActionKind, number>> = {};
  for (const { action, outcome, count } of actions) {
    if (outcome === 'done') counts[action] = (counts[action] ?? 0) + count;
  }
  return counts;
}

function recordedShare(days: readonly CoverageDay[], week: Week): number | undefined {
  const keys = new Set(week.days.map(({ day }) => day));
  let active = 0;
  let recorded = 0;
  for (const { day, active: blocks, recorded: known } of days) {
    if (!keys.has(day)) continue;
    const open = new Set(known);
    active += blocks.length;
    recorded += blocks.filter((block) => open.has(block)).length;
  }
  return active === 0 ? undefined : recorded / active;
}
