/**
 * The weekly summary (本周小结) from records. It only brings together what the measures beside it
 * define; nothing is measured here, and nothing of it is kept.
 */

import { bandOf } from './bands';
import { NO_TIME, sumClocks } from './clocks';
import { BUILD_UP_MS, compareWeeks, LEAST_COVERAGE } from './comparison';
import { coverageOf } from './coverage';
import { evidenceOf } from './evidence';
import { EXTERNAL_CATEGORY, externalCollectors } from './external-collectors';
import { findingFacts } from './finding-evidence';
import { evaluateFindings, FINDING_WINDOW_MS } from './findings';
import { fixedInformation } from './fixed-information';
import { isomorphicForms } from './form-overlap';
import { type FormWork, formWork, prefillRate } from './form-work';
import { goodPractices } from './good-practice';
import { append, sumOf } from './grouping';
import { inconsistentDefinitions } from './inconsistent-definitions';
import { assessmentPages, loginOverhead } from './overhead';
import { platformOverlaps } from './overlaps';
import { inScope, platformScope } from './platform-scope';
import { platformWeeks, platformWeeksOfSums } from './platform-weeks';
import { proliferation, usedSince } from './proliferation';
import type { Action, Form, Interval, PageSign, Submission, WeekSum } from './records';
import { addBrackets, NO_TIME as NO_BRACKET } from './reentry';
import { duplicateSubmissions, unchangedResubmissions } from './repeated-submissions';
import { repeatedUploads, type UploadRepeats } from './repeats';
import { retryTimes } from './retry';
import { siloChains } from './silos';
import { type BurdenSum, substitutions } from './substitution';
import type { Bracket, PlatformWeek, WeekSummary } from './summary';
import { systemBands } from './system-bands';
import { MINUTE_MS } from './time-constants';
import {
  countByKind,
  countOf,
  cuedActions,
  isDone,
  ownLabels,
  routineActions,
  traceMs,
} from './traces';
import { visitsOf } from './visits';
import { shiftWeek, type Week, weekOfKey } from './week';
import { WEEK_LOOK_BACKS_MS, type WeekRecords } from './week-records';
import { sumWeek } from './week-sums';
import { clipInterval, type WeekTime, weekTime } from './week-time';
import { outOfHours, urgentTasks } from './work-hours';
import { allWorked, workedTime } from './worked-time';
import { suspectZombies } from './zombies';

/** Weeks before that a substitution is told against. */
const SUBSTITUTION_WEEKS = 4;

/**
 * The summary of one week. Records outside the week and its look-back ({@link WeekRecords}) change
 * nothing; neither does their order. Throws a `RangeError` for a week key or zone that does not exist.
 */
export function summariseWeek(input: WeekRecords): WeekSummary {
  const { week, records, fixed, work, retries, repeats, weekActions, weekSigns } = weekWork(input);
  const { scope, intervals, submissions, uploads, actions, pageSigns, weekSums, forms } = records;
  const { thetaMs, workHours, zone } = input.settings;
  const schedule = { zone, workHours, dayKind: input.dayKind };
  const until = Math.min(input.now, week.to);
  const ofWeek = within(week.from, week.to);
  const recent = within(until - FINDING_WINDOW_MS, until);

  const weekIntervals = intervals.filter(meets(week));
  const inWeek = weekIntervals.flatMap((interval) => clipInterval(interval, week) ?? []);
  const worked = workedTime(weekIntervals, thetaMs);
  const time = weekTime(weekIntervals, week, thetaMs, worked);
  const ownSums = weekSums.filter((sum) => sum.week === week.key);
  const fromSums = haveDetailsGone(time, ownSums);
  const recentWork = formWork(submissions, [], {
    from: until - FINDING_WINDOW_MS,
    to: until,
    idOf: scope.idOf,
    fixed,
  });
  const done = weekActions.filter(isDone);
  const visits = visitsOf({
    pageSigns: pageSigns.filter(recent),
    actions: actions.filter(recent),
    submissions: submissions.filter(recent),
    uploads: uploads.filter(recent),
  });
  const platforms = fromSums
    ? platformWeeksOfSums(ownSums, scope, work)
    : platformWeeks({
        scope,
        time,
        work: work.platforms,
        actions: weekActions,
        uploads: repeats.uploads,
        repeated: repeats.repeated
          .filter(({ kind }) => kind !== 'near-repeat')
          .map(({ upload }) => upload),
      });
  const clocks = fromSums ? sumClocks(platforms.map((one) => one.clocks)) : time.clocks;

  const coverage = shareRecorded(input, week);
  const state = stateOf(input, week, platforms.length > 0, coverage);
  const buildUp = input.since !== undefined && week.from < input.since + BUILD_UP_MS;
  const isNew = (id: string) => {
    const addedAt = scope.platform(id)?.addedAt;
    return addedAt !== undefined && week.from < addedAt + BUILD_UP_MS;
  };
  const comparable = state === 'complete' && !buildUp && coverage !== undefined;

  const reentry = reentryOf(
    work,
    platforms,
    fromSums
      ? sumOf(ownSums, (sum) => sum.comparableFields)
      : sumOf(work.platforms.values(), (one) => one.comparableFields),
  );
  const hours = outOfHours(allWorked(worked), week, schedule);
  const traced = traceMs(weekActions, worked);
  const shareOfTime = clocks.workingMs > 0 && !fromSums ? traced / clocks.workingMs : undefined;
  const external = externalCollectors(work, scope.categoryOf, input.concepts);
  const tools = proliferation({
    platforms,
    usedIn28Days: usedSince(week.to - FINDING_WINDOW_MS, {
      visits,
      intervals,
      sums: weekSums.filter((sum) => isEarlierWeek(sum.week, week)),
    }),
    intervals: weekIntervals,
    actions: weekActions,
  });
  const zombies = suspectZombies({
    at: until,
    zone,
    platforms: input.platforms,
    pageSigns,
    visits,
    coverage: input.coverage,
  });
  const findings = evaluateFindings({
    at: until,
    since: until - WEEK_LOOK_BACKS_MS.pageSigns,
    zone,
    known: input.findings,
    ledger: input.ledger,
    isExempt: (platform) => scope.platform(platform)?.exempt === true,
    facts: findingFacts({
      actions: actions.filter(within(until - WEEK_LOOK_BACKS_MS.actions, until)),
      intervals,
      pageSigns,
      uploads: uploads.filter(recent),
      repeatedAcross: repeatedUploads(uploads, { from: until - FINDING_WINDOW_MS, to: until })
        .repeated.filter(({ kind }) => kind === 'across-platforms')
        .map(({ upload }) => upload),
      transfers: records.transfers.filter(recent),
      work: recentWork,
      zombies,
      concepts: input.concepts,
      idOf: scope.idOf,
      isExternal: (platform) => scope.categoryOf(platform) === EXTERNAL_CATEGORY,
    }),
  });
  const wasUsed = isOfWeek(submissions.filter(ofWeek));
  const overlapOptions = {
    concepts: input.concepts,
    ...(input.equivalences === undefined ? {} : { equivalences: input.equivalences }),
  };

  return {
    week: week.key,
    from: week.from,
    to: week.to,
    zone: week.zone,
    state,
    buildUp,
    newPlatforms: platforms.map(({ platform }) => platform).filter(isNew),
    ...(coverage === undefined ? {} : { coverage }),
    fromSums,
    clocks,
    confirmedMs: fromSums ? clocks.frontMs : time.confirmedMs,
    recoveredMs: time.recoveredMs,
    cappedMs: time.cappedMs,
    days: fromSums ? week.days.map(() => NO_TIME) : time.days,
    platforms,
    reentry: {
      ...reentry,
      duplicates: duplicateSubmissions(work.finished, scope.idOf),
      duplicateSubmissions: duplicateSubmissions(work.finished, scope.idOf).length,
      unchangedResubmissions: unchangedResubmissions(work.finished).length,
      retryMs: [...retries.values()].reduce(addBrackets, NO_BRACKET),
    },
    isomorphic: isomorphicForms(forms, overlapOptions, wasUsed),
    inconsistent: inconsistentDefinitions(forms, input.concepts, wasUsed),
    overlaps: platformOverlaps(work.fields),
    forms: withFrequency(work, recentWork),
    actions: {
      total: fromSums
        ? sumOf(platforms, (one) => sumOf(Object.values(one.actions), (count) => count))
        : countOf(done),
      attempts: countOf(weekActions.filter((action) => !isDone(action))),
      exempt: countOf(done.filter(({ exempt }) => exempt)),
      byKind: countByKind(weekActions),
      routine: routineActions(weekActions, week, input.dayKind),
      evidence: evidenceOf(done),
      cued: cuedActions(visits.filter(({ from }) => from >= week.from && from < week.to)),
      ownLabels: ownLabels(weekActions),
      forcedSeconds: sumOf(weekSigns, ({ forcedSeconds }) => forcedSeconds),
      ...(shareOfTime === undefined ? {} : { shareOfTime }),
    },
    uploads: {
      total: fromSums ? sumOf(platforms, (one) => one.uploads) : repeats.uploads.length,
      repeatedAcross: fromSums
        ? sumOf(ownSums, ({ repeatedAcross = 0 }) => repeatedAcross)
        : repeats.across,
      repeatedOnPlatform: fromSums
        ? sumOf(ownSums, (sum) => (sum.repeatedUploads ?? 0) - (sum.repeatedAcross ?? 0))
        : repeats.onPlatform,
      nearRepeats: repeats.near,
      proofMaterial: repeats.uploads.filter(({ proofMaterial }) => proofMaterial).length,
      repeats: repeats.repeats,
    },
    // What the person rejected or exempted is no longer suspected.
    zombies: zombies.flatMap(({ suspicion }) =>
      findings.findings.some(
        ({ rule, platform }) => rule === suspicion.rule && platform === suspicion.platform,
      )
        ? suspicion
        : [],
    ),
    findings: findings.findings,
    findingsExempt: findings.exempt,
    findingsRejected: findings.rejected,
    goodPractices: goodPractices({
      fields: work.fields,
      pageSigns: weekSigns,
      submittedBefore: submittedBefore(submissions),
    }),
    bands: bandsOf({
      platforms: tools.platforms28Days,
      traces: shareOfTime,
      duplicates: reentry.share,
      outOfHours: hours.share,
    }),
    ...(fromSums
      ? {}
      : {
          systemBands: systemBands(
            platforms.map(({ platform, clocks: { workingMs }, reenteredFields }) => ({
              platform,
              workingMs,
              traceMs: traceMs(
                weekActions.filter((action) => action.platform === platform),
                worked,
              ),
              comparableFields: work.platforms.get(platform)?.comparableFields ?? 0,
              reenteredFields,
            })),
          ),
        }),
    proliferation: tools,
    external,
    assessment: assessmentPages(inWeek),
    overhead: {
      ...loginOverhead(inWeek, thetaMs),
      waitingMs: clocks.waitingMs,
      rework: sumOf(platforms, ({ rework }) => rework),
      urgent: urgentTasks(pageSigns, week, schedule),
    },
    substitutions: comparable
      ? substitutionsOf(
          input,
          week,
          platforms.map(({ platform, clocks: { playingMs }, actions: counts, uploads: files }) => ({
            platform,
            playingMs,
            actions: counts,
            uploads: files,
            fillingMs: work.platforms.get(platform)?.fillingMs ?? 0,
          })),
          { ...records, fixed },
          scope.categoryOf,
        )
      : [],
    silos: siloChains(records.transfers.filter(ofWeek)),
    outOfHours: hours,
    heat: time.heat,
    ...(time.switchesPerHour === undefined ? {} : { switchesPerHour: time.switchesPerHour }),
    comparison: compareWeeks({
      week,
      comparable,
      source: { intervals, submissions, uploads, actions, weekSums, thetaMs, fixed },
      workingMs: new Map(platforms.map((one) => [one.platform, one.clocks.workingMs])),
      coverageOf: (one) => shareRecorded(input, one),
      isComparable: (platform) => !isNew(platform),
    }),
  };
}

type Scoped = ReturnType<typeof scoped>;

/** What the figures of a week are counted from: its records, and what they count as. */
export interface WeekWork {
  readonly week: Week;
  /** Also those of the look-backs. */
  readonly records: Scoped;
  /** Digests of fixed information. */
  readonly fixed: ReadonlySet<string>;
  readonly work: FormWork;
  /** Retry time by the id of the accepted submission. */
  readonly retries: ReadonlyMap<string, Bracket>;
  readonly repeats: UploadRepeats;
  readonly weekActions: readonly Action[];
  readonly weekSigns: readonly PageSign[];
}

export function weekWork(input: WeekRecords): WeekWork {
  const week = weekOfKey(input.week, input.settings.zone);
  const records = scoped(input, week);
  const { scope, intervals, submissions, uploads, actions, pageSigns, forms } = records;
  const fixed = new Set([
    ...(input.fixedInformation ?? []),
    ...fixedInformation(submissions, input.concepts),
  ]);
  const { from, to } = week;
  return {
    week,
    records,
    fixed,
    work: formWork(submissions, forms, { from, to, idOf: scope.idOf, fixed }),
    retries: retryTimes(
      submissions.filter(within(from, to)),
      intervals.filter(meets(week)),
      input.settings.thetaMs,
    ),
    repeats: repeatedUploads(uploads, week),
    weekActions: actions.filter(within(from, to)),
    weekSigns: pageSigns.filter(within(from, to)),
  };
}

/** The records under the platforms they count under, nothing after the week's Sunday. */
function scoped(input: WeekRecords, week: Week) {
  const scope = platformScope(input.platforms);
  const upTo = <Row extends { readonly platform: string; readonly at: number }>(
    rows: readonly Row[],
    lookBackMs: number,
  ) => {
    const isRead = within(week.from - lookBackMs, week.to);
    return rows.every(isRead) ? inScope(rows, scope) : inScope(rows.filter(isRead), scope);
  };
  return {
    scope,
    intervals: inScope(input.intervals, scope).filter(({ from }) => from < week.to),
    submissions: upTo(input.submissions, WEEK_LOOK_BACKS_MS.submissions),
    uploads: upTo(input.uploads, WEEK_LOOK_BACKS_MS.uploads),
    actions: upTo(input.actions, WEEK_LOOK_BACKS_MS.actions),
    pageSigns: upTo(input.pageSigns, WEEK_LOOK_BACKS_MS.pageSigns),
    forms: inScope(input.forms, scope),
    weekSums: inScope(input.weekSums, scope),
    transfers: input.transfers.flatMap((transfer) => {
      const [from, to] = [scope.idOf(transfer.from), scope.idOf(transfer.to)];
      return from === undefined || to === undefined ? [] : [{ ...transfer, from, to }];
    }),
  };
}

function meets(week: Week): (interval: Interval) => boolean {
  return ({ from, to }) => to > week.from && from < week.to;
}

function within(from: number, to: number): (row: { readonly at: number }) => boolean {
  return ({ at }) => at >= from && at < to;
}

function shareRecorded({ coverage }: WeekRecords, { days }: Week): number | undefined {
  const keys = new Set(days.map(({ day }) => day));
  return coverageOf(coverage.filter(({ day }) => keys.has(day)));
}

function stateOf(
  { now }: WeekRecords,
  week: Week,
  hasRecords: boolean,
  coverage: number | undefined,
): WeekSummary['state'] {
  if (!hasRecords) return 'empty';
  if (now < week.to) return 'running';
  return coverage !== undefined && coverage < LEAST_COVERAGE ? 'incomplete' : 'complete';
}

/** One of the three weeks before: with this one they make 28 days. */
function isEarlierWeek(key: string, week: Week): boolean {
  return key < week.key && key >= shiftWeek(week.key, -3);
}

/** Details go by their term from the oldest on: what is left of a week may be less than its sums. */
export function haveDetailsGone({ clocks }: WeekTime, sums: readonly WeekSum[]): boolean {
  return clocks.workingMs < sumOf(sums, ({ workingMs }) => workingMs) - MINUTE_MS;
}

function reentryOf(
  work: FormWork,
  platforms: readonly PlatformWeek[],
  comparableFields: number,
): Omit<
  WeekSummary['reentry'],
  'duplicates' | 'duplicateSubmissions' | 'unchangedResubmissions' | 'retryMs'
> {
  const all = [...work.platforms.values()];
  const fields = sumOf(platforms, ({ reenteredFields }) => reenteredFields);
  const prefilled = sumOf(platforms, ({ prefilledFields }) => prefilledFields);
  const rate = prefillRate(
    prefilled,
    sumOf(platforms, ({ enteredFields }) => enteredFields),
  );
  return {
    ms: platforms.map(({ reentryMs }) => reentryMs).reduce(addBrackets, NO_BRACKET),
    fields,
    comparableFields,
    ...(comparableFields === 0 ? {} : { share: fields / comparableFields }),
    fixedFields: sumOf(all, (one) => one.fixedFields),
    refused: sumOf(all, (one) => one.refused),
    evidence: evidenceOf(
      work.fields.filter(({ from }) => from.length > 0).map(({ submission }) => submission),
    ),
    ...(rate === undefined ? {} : { prefillRate: rate }),
  };
}

/** Frequency: submissions per form in the week and in the month. */
function withFrequency(work: FormWork, recent: FormWork): FormWork['forms'] {
  const key = ({ platform, signature }: FormWork['forms'][number]) => `${platform} ${signature}`;
  const months = new Map(recent.forms.map((form) => [key(form), form.submissions]));
  return work.forms.map((form) => ({ ...form, submissions28Days: months.get(key(form)) ?? 0 }));
}

/** Whether a form was submitted or tried in the week. */
function isOfWeek(submissions: readonly Submission[]): (form: Form) => boolean {
  const keys = new Set(submissions.map(({ platform, form }) => `${platform} ${form}`));
  return ({ platform, signature }) => keys.has(`${platform} ${signature}`);
}

function submittedBefore(
  submissions: readonly Submission[],
): (digest: string, at: number) => readonly string[] {
  const places = new Map<string, { readonly platform: string; readonly at: number }[]>();
  for (const { platform, at, outcome, fields } of submissions) {
    if (outcome !== 'accepted') continue;
    for (const { digest } of fields) {
      if (digest !== undefined) append(places, digest, { platform, at });
    }
  }
  return (digest, at) =>
    (places.get(digest) ?? []).filter((place) => place.at < at).map(({ platform }) => platform);
}

function bandsOf(
  values: Readonly<Record<keyof WeekSummary['bands'], number | undefined>>,
): WeekSummary['bands'] {
  const platforms = bandOf('platforms', values.platforms);
  const traces = bandOf('traces', values.traces);
  const duplicates = bandOf('duplicates', values.duplicates);
  const hours = bandOf('outOfHours', values.outOfHours);
  return {
    ...(platforms === undefined ? {} : { platforms }),
    ...(traces === undefined ? {} : { traces }),
    ...(duplicates === undefined ? {} : { duplicates }),
    ...(hours === undefined ? {} : { outOfHours: hours }),
  };
}

function substitutionsOf(
  input: WeekRecords,
  week: Week,
  now: readonly BurdenSum[],
  records: Scoped & { readonly fixed: ReadonlySet<string> },
  familyOf: (platform: string) => string,
): WeekSummary['substitutions'] {
  const { thetaMs } = input.settings;
  const { scope, weekSums } = records;
  const sumsOf = (one: Week) => {
    const stored = weekSums.filter((sum) => sum.week === one.key);
    return stored.length > 0 ? stored : sumWeek(one, { ...records, thetaMs, idOf: scope.idOf });
  };
  const before = Array.from({ length: SUBSTITUTION_WEEKS }, (_, index) =>
    weekOfKey(shiftWeek(week.key, -1 - index), week.zone),
  ).filter((one) => (shareRecorded(input, one) ?? 0) >= LEAST_COVERAGE);
  return substitutions(
    now,
    before.map(sumsOf).filter((sums) => sums.length > 0),
    familyOf,
  );
}
