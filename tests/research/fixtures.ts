import { sampleSummary } from '../../components/sample';
import type { ActionKind } from '../../utils/domain/action-kind';
import type { Form } from '../../utils/domain/records';
import type { ResearchInput, ResearchWeek } from '../../utils/domain/research/research-tables';
import { THETAS_MS } from '../../utils/domain/research/research-tables';
import type { SingleRecords, SubmissionRecord } from '../../utils/domain/research/single-records';
import type { Stay } from '../../utils/domain/research/stays';
import type { Study, StudyConsent } from '../../utils/domain/research/study';
import type { WeekSummary } from '../../utils/domain/summary';

export const STUDY: Study = {
  format: 'qingzhuang-study',
  version: 1,
  code: 'example-2026',
  title: '基层填报负担研究（示例）',
  contact: '示例大学 研究组 study@example.com',
  purpose: '估计重复填报所占时间',
  withdrawal: '写信说明，收到后三日内删除',
  ends: '2027-06-30',
};

export const SECRET = '0123456789abcdef'.repeat(4);

export function consentOf(more: Partial<StudyConsent> = {}): StudyConsent {
  return { study: STUDY, at: Date.UTC(2026, 10, 1), timeOfDay: false, answers: [], ...more };
}

/** The sample week, with a pause limit's share of it moved from idle to working. */
function weekOf(week: string): ResearchWeek {
  const summary: WeekSummary = { ...sampleSummary(), week };
  return {
    summary,
    variants: THETAS_MS.map((thetaMs) => ({ thetaMs, summary })),
    stays: staysOf(summary),
    single: singleOf(summary),
  };
}

/** Records that come to the counts of a summary: the first of each platform and form holds what is to be added up. */
function singleOf(summary: WeekSummary): SingleRecords {
  const { reentry, uploads } = summary;
  const first = new Set<string>();
  const isFirst = (key: string) => !first.has(key) && first.add(key) !== undefined;
  const left = {
    duplicate: reentry.duplicateSubmissions,
    unchanged: reentry.unchangedResubmissions,
    refused: reentry.refused,
    comparable: reentry.comparableFields,
    fixed: reentry.fixedFields,
    across: uploads.repeatedAcross,
    on: uploads.repeatedOnPlatform,
    near: uploads.nearRepeats,
  };
  const some = (which: keyof typeof left) => left[which]-- > 0;
  const all = (which: keyof typeof left) => {
    const { [which]: rest } = left;
    left[which] = 0;
    return rest;
  };
  const rework = new Map(summary.platforms.map((one) => [one.platform, one.rework]));
  return {
    submissions: summary.forms.flatMap((form) =>
      Array.from({ length: form.submissions + form.attempts }, (_, index): SubmissionRecord => {
        const made = index < form.submissions;
        const platform = isFirst(form.platform)
          ? summary.platforms.find((one) => one.platform === form.platform)
          : undefined;
        const sent = rework.get(form.platform) ?? 0;
        if (made) rework.set(form.platform, sent - 1);
        return {
          platform: form.platform,
          form: form.signature,
          role: made ? 'submission' : 'attempt',
          refused: !made && some('refused'),
          rework: made && sent > 0,
          duplicate: made && some('duplicate'),
          unchanged: made && some('unchanged'),
          fillingMs: index === 0 ? form.fillingMs : 0,
          entered: index === 0 ? form.enteredFields : 0,
          prefilled: index === 0 ? form.prefilledFields : 0,
          comparable: all('comparable'),
          fixed: all('fixed'),
          reentered: platform?.reenteredFields ?? 0,
          reentryMs: platform?.reentryMs ?? { low: 0, mid: 0, high: 0 },
          retryMs: made && isFirst('retry') ? reentry.retryMs : { low: 0, mid: 0, high: 0 },
          earlier: new Map(
            platform === undefined
              ? []
              : summary.overlaps
                  .filter(({ to }) => to === platform.platform)
                  .map(({ from, fields, reentryMs }) => [from, { fields, reentryMs }]),
          ),
        };
      }),
    ),
    uploads: summary.platforms.flatMap(({ platform, uploads: count }) =>
      Array.from({ length: count }, () => ({
        platform,
        repeated: some('across')
          ? ('across-platforms' as const)
          : some('on')
            ? ('on-platform' as const)
            : some('near')
              ? ('near-repeat' as const)
              : ('no' as const),
      })),
    ),
    actions: summary.platforms.flatMap(({ platform, actions, actionAttempts }) => [
      ...(Object.entries(actions) as [ActionKind, number][]).map(([action, count]) => ({
        platform,
        action,
        outcome: 'done' as const,
        count,
      })),
      ...Array.from({ length: actionAttempts }, () => ({
        platform,
        action: 'check-in' as const,
        outcome: 'attempt' as const,
        count: 1,
      })),
    ]),
    forced: summary.platforms
      .slice(0, 1)
      .map(({ platform }) => ({ platform, forcedSeconds: summary.actions.forcedSeconds })),
  };
}

/**
 * Stays that come to these clocks, whatever the pause limit, to the visits, and in the first platform to all
 * logins. A visit has one stay in front; that of the first holds the time.
 */
function staysOf({ platforms, overhead }: WeekSummary): readonly Stay[] {
  let visit = 0;
  let { logins, relogins } = overhead;
  return platforms.flatMap(({ platform, clocks, visits }, index) => {
    const away = clocks.frontMs - clocks.workingMs;
    const playingInFront = away - clocks.idleMs;
    const besidePlaying = clocks.playingMs - playingInFront;
    const loginMs = index === 0 ? overhead.loginMs : 0;
    const empty = {
      platform,
      place: 'front',
      certainty: 'confirmed',
      lengthMs: 0,
      inputMs: 0,
      playingMs: 0,
      waitingMs: 0,
      login: false,
      relogin: false,
      captchaMs: 0,
      pauses: [],
    } as const;
    const others = Array.from({ length: visits - 1 }, (_, place) => {
      visit += 1;
      const login = logins > 0;
      const relogin = login && relogins > 0;
      logins -= 1;
      relogins -= 1;
      const lengthMs = place === 0 ? loginMs : 0;
      const captchaMs = place === 0 && index === 0 ? overhead.captchaMs : 0;
      return { ...empty, visit, login, relogin, lengthMs, captchaMs };
    });
    visit += 1;
    return [
      ...others,
      {
        ...empty,
        visit,
        lengthMs: clocks.frontMs - loginMs,
        inputMs: clocks.inputMs,
        playingMs: playingInFront,
        waitingMs: clocks.waitingMs,
        pauses:
          away === 0
            ? []
            : [{ wholeMs: 301_000 + away, lengthMs: away, playingMs: playingInFront }],
      },
      {
        ...empty,
        visit,
        place: 'beside',
        lengthMs: clocks.besideMs + besidePlaying,
        playingMs: besidePlaying,
      },
    ];
  });
}

const FORM_PLATFORM = sampleSummary().forms[0];

const FORMS: readonly Form[] =
  FORM_PLATFORM === undefined
    ? []
    : [
        {
          platform: FORM_PLATFORM.platform,
          signature: FORM_PLATFORM.signature,
          library: 'native',
          firstSeenAt: 0,
          lastSeenAt: 0,
          heading: '低保申请',
          fields: ['person.name', 'person.phone', 'person.phone@householder'].map((concept) => ({
            concept,
            score: 1,
            labelDigest: 'ab'.repeat(12),
            label: '姓名',
            control: 'text',
            required: true,
          })),
        },
      ];

export function researchInput(more: Partial<ResearchInput> = {}): ResearchInput {
  return {
    consent: consentOf(),
    secret: SECRET,
    today: '2026-11-23',
    weeks: [weekOf('2026-W46'), weekOf('2026-W47')],
    forms: FORMS,
    ...more,
  };
}
