/**
 * The rows of the research package, from weekly summaries: nothing is measured here. Platforms and forms
 * have codes of this study only; no host, label, title, record id or moment is in any row. Time is in
 * whole seconds, that of stays in milliseconds. Weeks below a coverage of 0.8 are there and marked; attempts stand apart.
 */

import { groupBy, tally } from '../grouping';
import type { Form } from '../records';
import type { Bracket, Clocks, WeekSummary } from '../summary';
import { RESEARCH_TABLES } from './codebook';
import type { SingleRecords } from './single-records';
import type { Stay } from './stays';
import { isOpen, type SampleAnswer, type StudyConsent, studyCode } from './study';

/** Pause limits of the variants, ms. */
export const THETAS_MS = [30_000, 60_000, 300_000] as const;

export type ResearchRow = Readonly<Record<string, string | number | boolean | undefined>>;
export type ResearchRows = ReadonlyMap<string, readonly ResearchRow[]>;

export interface ResearchWeek {
  /** With the person's own pause limit left aside: θ = 60 s. */
  readonly summary: WeekSummary;
  /** The same week under each limit of {@link THETAS_MS}; empty where only sums are left. */
  readonly variants: readonly { readonly thetaMs: number; readonly summary: WeekSummary }[];
  /** What the times come from; none where only sums are left. */
  readonly stays: readonly Stay[];
  /** What the counts come from; none where only sums are left. */
  readonly single?: SingleRecords;
}

export interface ResearchInput {
  readonly consent: StudyConsent;
  /** 32 bytes as hex. */
  readonly secret: string;
  /** The local day of making, `yyyy-mm-dd`. It is not in the package. */
  readonly today: string;
  readonly weeks: readonly ResearchWeek[];
  readonly forms: readonly Form[];
}

/** The rows by table. Empty weeks are left out. Throws a `RangeError` once the study has ended. */
export function researchTables(input: ResearchInput): ResearchRows {
  const { consent, secret, today, forms } = input;
  const { study: asked, timeOfDay, answers } = consent;
  if (!isOpen(asked, today)) throw new RangeError('the study has ended');
  const study = studyCode(secret, asked, 'person', 32);
  const code = (id: string) => `p${studyCode(secret, asked, `platform|${id}`)}`;
  const formCode = (platform: string, signature: string) =>
    `f${studyCode(secret, asked, `form|${platform}|${signature}`)}`;
  const weeks = input.weeks.filter(({ summary }) => summary.state !== 'empty');
  const rows = new Map<string, readonly ResearchRow[]>();
  const each = (table: string, of: (summary: WeekSummary) => readonly ResearchRow[]) =>
    rows.set(
      table,
      weeks.flatMap(({ summary }) =>
        of(summary).map((row) => ({ study, week: summary.week, ...row })),
      ),
    );

  each('weeks', (summary) => [weekRow(summary)]);
  rows.set(
    'times',
    weeks.flatMap(({ variants }) =>
      variants.flatMap(({ thetaMs, summary }) =>
        summary.platforms.map(({ platform, clocks }) => ({
          study,
          week: summary.week,
          platform: code(platform),
          theta_s: thetaMs / 1000,
          ...clockRow(clocks),
        })),
      ),
    ),
  );
  rows.set(
    'stays',
    weeks.flatMap(({ summary: { week }, stays }) =>
      stays.map((stay, index) => ({
        study,
        week,
        stay: index + 1,
        platform: code(stay.platform),
        place: stay.place,
        certainty: stay.certainty,
        length_ms: Math.round(stay.lengthMs),
        input_ms: Math.round(stay.inputMs),
        playing_ms: Math.round(stay.playingMs),
        waiting_ms: Math.round(stay.waitingMs),
        visit: stay.visit,
        login: stay.login,
        relogin: stay.relogin,
        captcha_ms: Math.round(stay.captchaMs),
      })),
    ),
  );
  rows.set(
    'pauses',
    weeks.flatMap(({ summary: { week }, stays }) =>
      stays.flatMap(({ pauses }, index) =>
        pauses.map(({ wholeMs, lengthMs, playingMs }, pause) => ({
          study,
          week,
          stay: index + 1,
          pause: pause + 1,
          whole_ms: Math.round(wholeMs),
          length_ms: Math.round(lengthMs),
          playing_ms: Math.round(playingMs),
        })),
      ),
    ),
  );
  each('platforms', ({ platforms }) =>
    platforms.map((one) => ({
      platform: code(one.platform),
      category: one.category,
      visits: one.visits,
      submissions: one.submissions,
      attempts: one.attempts,
      drafts: one.drafts,
      rework: one.rework,
      entered: one.enteredFields,
      prefilled: one.prefilledFields,
      reentered: one.reenteredFields,
      ...bracketRow('reentry', one.reentryMs),
      uploads: one.uploads,
      action_attempts: one.actionAttempts,
    })),
  );
  each('actions', ({ platforms }) =>
    platforms.flatMap(({ platform, actions }) =>
      Object.entries(actions)
        .sort()
        .map(([kind, done]) => ({ platform: code(platform), kind, done })),
    ),
  );
  each('overlaps', ({ overlaps }) =>
    overlaps.map(({ from, to, fields, reentryMs }) => ({
      platform: code(to),
      earlier: code(from),
      fields,
      reentry_s: seconds(reentryMs),
    })),
  );
  each('forms', (summary) =>
    summary.forms.map((one) => ({
      platform: code(one.platform),
      form: formCode(one.platform, one.signature),
      fields: one.fields,
      submissions: one.submissions,
      attempts: one.attempts,
      filling_s: seconds(one.fillingMs),
      entered: one.enteredFields,
      prefilled: one.prefilledFields,
    })),
  );
  const records = <Row extends object>(of: (single: SingleRecords) => readonly Row[]) =>
    weeks.flatMap(({ summary: { week }, single }) =>
      inOrder(single === undefined ? [] : of(single)).map((row, index) => ({
        base: { study, week, record: index + 1 },
        row,
      })),
    );
  const submissions = records(({ submissions: all }) =>
    all.map(({ platform, form, fillingMs, reentryMs, retryMs, earlier, ...rest }) => ({
      platform: code(platform),
      form: formCode(platform, form),
      ...rest,
      filling_ms: Math.round(fillingMs),
      ...bracketRow('reentry', reentryMs, 'ms'),
      ...bracketRow('retry', retryMs, 'ms'),
      before: [...earlier].map(([from, own]) => ({
        earlier: code(from),
        fields: own.fields,
        reentry_ms: Math.round(own.reentryMs),
      })),
    })),
  );
  rows.set(
    'submission_records',
    submissions.map(({ base, row: { before, ...row } }) => ({ ...base, ...row })),
  );
  rows.set(
    'reentry_records',
    submissions.flatMap(({ base, row: { platform, before } }) =>
      before.map((one) => ({ ...base, platform, ...one })),
    ),
  );
  const simple = (table: string, of: (single: SingleRecords) => readonly ResearchRow[]) =>
    rows.set(
      table,
      records(of).map(({ base, row }) => ({ ...base, ...row })),
    );
  simple('upload_records', ({ uploads }) =>
    uploads.map(({ platform, repeated }) => ({ platform: code(platform), repeated })),
  );
  simple('action_records', ({ actions }) =>
    actions.map(({ platform, action, outcome, count }) => ({
      platform: code(platform),
      kind: action,
      proven: outcome === 'done',
      times: count,
    })),
  );
  simple('forced_records', ({ forced }) =>
    forced.map(({ platform, forcedSeconds }) => ({
      platform: code(platform),
      forced_ms: Math.round(forcedSeconds * 1000),
    })),
  );
  const seen = new Set(
    weeks.flatMap(({ summary }) =>
      summary.forms.map(({ platform, signature }) => formCode(platform, signature)),
    ),
  );
  rows.set(
    'form_fields',
    forms.flatMap(({ platform, signature, fields }) => {
      const form = formCode(platform, signature);
      if (!seen.has(form)) return [];
      return tally(fields.flatMap(({ concept }) => concept ?? [])).map(([concept, count]) => ({
        study,
        platform: code(platform),
        form,
        concept,
        fields: count,
      }));
    }),
  );
  each('findings', ({ findings }) =>
    [...groupBy(findings, ({ platform, rule }) => `${platform}\n${rule}`).values()].map((same) => {
      const [{ platform, rule, ruleVersion, grade, status }] = same as [(typeof findings)[number]];
      return {
        platform: code(platform),
        rule,
        rule_version: ruleVersion,
        grade,
        status,
        n: same.reduce((sum, { n }) => sum + n, 0),
      };
    }),
  );
  rows.set(
    'answers',
    answerRows(answers, new Set(weeks.map(({ summary }) => summary.week)), study),
  );
  if (timeOfDay) {
    each('hours', ({ heat }) =>
      heat.flatMap((hours, day) =>
        hours.flatMap((ms, hour) =>
          ms > 0 ? [{ weekday: day + 1, hour, working_s: seconds(ms) }] : [],
        ),
      ),
    );
  }
  return new Map(
    RESEARCH_TABLES.flatMap(({ name }) => {
      const found = rows.get(name);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

/** As the rows themselves say: that tells nothing of when they were. */
function inOrder<Row extends object>(rows: readonly Row[]): readonly Row[] {
  return rows
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function weekRow(summary: WeekSummary): ResearchRow {
  const { reentry, uploads, actions, overhead } = summary;
  return {
    coverage: share(summary.coverage),
    state: summary.state,
    build_up: summary.buildUp,
    details: !summary.fromSums,
    platforms: summary.proliferation.platforms,
    confirmed_s: seconds(summary.confirmedMs),
    recovered_s: seconds(summary.recoveredMs),
    capped_s: seconds(summary.cappedMs),
    comparable: reentry.comparableFields,
    reentered: reentry.fields,
    fixed: reentry.fixedFields,
    ...bracketRow('reentry', reentry.ms),
    duplicate_submissions: reentry.duplicateSubmissions,
    unchanged: reentry.unchangedResubmissions,
    refused: reentry.refused,
    ...bracketRow('retry', reentry.retryMs),
    prefill_rate: share(reentry.prefillRate),
    uploads: uploads.total,
    repeated_across: uploads.repeatedAcross,
    repeated_on: uploads.repeatedOnPlatform,
    actions: actions.total,
    action_attempts: actions.attempts,
    forced_s: Math.round(actions.forcedSeconds),
    logins: overhead.logins,
    login_s: seconds(overhead.loginMs),
    relogins: overhead.relogins,
    captcha_s: seconds(overhead.captchaMs),
  };
}

function clockRow(clocks: Clocks): ResearchRow {
  return {
    input_s: seconds(clocks.inputMs),
    working_s: seconds(clocks.workingMs),
    front_s: seconds(clocks.frontMs),
    playing_s: seconds(clocks.playingMs),
    idle_s: seconds(clocks.idleMs),
    beside_s: seconds(clocks.besideMs),
    waiting_s: seconds(clocks.waitingMs),
  };
}

function bracketRow(
  name: string,
  { low, mid, high }: Bracket,
  unit: 's' | 'ms' = 's',
): ResearchRow {
  const rounded = unit === 's' ? seconds : Math.round;
  return {
    [`${name}_${unit}_low`]: rounded(low),
    [`${name}_${unit}`]: rounded(mid),
    [`${name}_${unit}_high`]: rounded(high),
  };
}

function answerRows(
  answers: readonly SampleAnswer[],
  weeks: ReadonlySet<string>,
  study: string,
): readonly ResearchRow[] {
  const asked = answers.filter(({ week }) => weeks.has(week));
  return [...groupBy(asked, ({ week, kind }) => `${week} ${kind}`)].map(([key, given]) => {
    const [week, kind] = key.split(' ');
    const count = (which: SampleAnswer['answer']) =>
      given.filter(({ answer }) => answer === which).length;
    return {
      study,
      week,
      kind,
      right: count('right'),
      wrong: count('wrong'),
      unsure: count('unsure'),
    };
  });
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}

function share(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10_000) / 10_000;
}
