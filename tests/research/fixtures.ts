import { sampleSummary } from '../../components/sample';
import type { Form } from '../../utils/domain/records';
import type { ResearchInput, ResearchWeek } from '../../utils/domain/research/research-tables';
import { THETAS_MS } from '../../utils/domain/research/research-tables';
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
    stays: summary.platforms.flatMap(staysOfClocks),
  };
}

/** Two stays that come to these clocks, whatever the pause limit. */
function staysOfClocks({ platform, clocks }: WeekSummary['platforms'][number]): readonly Stay[] {
  const away = clocks.frontMs - clocks.workingMs;
  const playingInFront = away - clocks.idleMs;
  const common = { platform, certainty: 'confirmed', waitingMs: 0, inputMs: 0 } as const;
  const besidePlaying = clocks.playingMs - playingInFront;
  return [
    {
      ...common,
      place: 'front',
      lengthMs: clocks.frontMs,
      inputMs: clocks.inputMs,
      playingMs: playingInFront,
      waitingMs: clocks.waitingMs,
      pauses:
        away === 0 ? [] : [{ wholeMs: 301_000 + away, lengthMs: away, playingMs: playingInFront }],
    },
    {
      ...common,
      place: 'beside',
      lengthMs: clocks.besideMs + besidePlaying,
      playingMs: besidePlaying,
      pauses: [],
    },
  ];
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
