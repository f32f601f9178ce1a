import { describe, expect, it } from 'vitest';
import {
  RECORD_KINDS,
  type RecordOf,
  recordWords,
  type WordsContext,
} from '../../../components/records/record-words';
import type { Submission } from '../../../utils/domain/records';
import { language } from '../../../utils/i18n';

const AT = Date.parse('2026-11-18T09:12:00+08:00');
const context: WordsContext = {
  zone: 'Asia/Shanghai',
  names: {
    platform: (id) => (id === 'mz' ? '民政低保系统' : '防返贫监测平台'),
    concept: (key) => (key === 'person.phone' ? '联系电话' : undefined),
  },
  form: () => undefined,
};

const submission: Submission = {
  id: 'a',
  platform: 'ffp',
  form: 'f',
  at: AT,
  startedAt: AT - 360_000,
  outcome: 'accepted',
  score: 4,
  evidence: ['success-text'],
  intent: 'final',
  rework: false,
  fields: (['typed', 'typed', 'prefilled'] as const).map((how, field) => ({
    field,
    ...(field === 0 ? { concept: 'person.phone' } : {}),
    labelDigest: 'DIGEST-OF-LABEL',
    how,
    digest: 'DIGEST-OF-VALUE',
    entropy: 'high',
    focusMs: 1,
    workingMs: 1,
    inputMs: 1,
  })),
  fillingMs: 360_000,
  keyGeneration: 1,
  judgement: {
    ruleVersion: 1,
    reentered: [{ field: 0, platforms: ['mz'], submissions: ['b'] }],
    comparable: [0, 1],
    fixed: [],
    duplicateOf: { submission: 'b', platform: 'mz' },
    rho: 0.8,
  },
};

const WEEK_SUM = {
  week: '2026-W47',
  platform: 'mz',
  workingMs: 60_000,
  playingMs: 0,
  inputMs: 0,
  frontMs: 0,
  submissions: 2,
  attempts: 0,
  enteredFields: 0,
  comparableFields: 0,
  reenteredFields: 5,
  reentryMs: 0,
  reentryLowMs: 0,
  reentryHighMs: 0,
  uploads: 0,
  actions: {},
};

const EXAMPLES: { readonly [Kind in keyof RecordOf]: RecordOf[Kind] } = {
  submissions: submission,
  intervals: {
    id: 'a',
    platform: 'mz',
    place: 'front',
    from: AT,
    to: AT + 28 * 60_000,
    pauses: [{ offsetMs: 0, lengthMs: 20_000 }],
    playing: [],
    waiting: [],
    inputMs: 0,
    certainty: 'recovered',
    pageClass: 'form',
    visit: 'v',
  },
  uploads: {
    id: 'a',
    platform: 'mz',
    at: AT,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 10,
    proofMaterial: true,
    outcome: 'sent',
    digest: 'DIGEST-OF-FILE',
    keyGeneration: 1,
  },
  actions: {
    id: 'a',
    platform: 'mz',
    at: AT,
    action: 'check-in',
    outcome: 'attempt',
    score: 1,
    evidence: [],
    count: 3,
    objectDigest: 'DIGEST-OF-OBJECT',
    cues: [],
    exempt: true,
  },
  pageSigns: {
    id: 'a',
    platform: 'mz',
    at: AT,
    pageClass: 'home',
    newest: '2026-07-03',
    columns: [{ titleDigest: 'DIGEST-OF-TITLE', type: 'news', blank: true }],
    state: 'maintenance',
    loadMs: 3_200,
    failed: false,
    cues: [],
    complaintEntry: true,
    forcedSeconds: 0,
  },
  forms: {
    platform: 'mz',
    signature: 'DIGEST-SIGNATURE',
    fields: [
      { concept: 'person.phone', score: 1, labelDigest: 'DIGEST', control: 'text', required: true },
      { score: 0, labelDigest: 'DIGEST', control: 'text', required: false },
    ],
    library: 'native',
    firstSeenAt: AT,
    lastSeenAt: AT,
  },
  transfers: { id: 'a', at: AT, kind: 'copy-paste', from: 'mz', to: 'ffp' },
  findings: {
    id: 'check-in:mz',
    rule: 'check-in',
    ruleVersion: 1,
    platform: 'mz',
    grade: 'A',
    status: 'rejected',
    n: 1,
    firstAt: AT,
    lastAt: AT,
    exempt: false,
  },
  diary: { id: 'a', day: '2026-11-18', text: '工作群接龙', minutes: 40 },
  ledger: { id: 'a', platform: 'mz', findings: [], at: AT, status: 'received' },
  coverage: { day: '2026-11-18', active: [1, 2, 3], recorded: [1, 2] },
  weekSums: WEEK_SUM,
  otherWeekSums: { ...WEEK_SUM, device: 'd' },
  faults: { id: 'a', at: AT, code: 'storage-full', count: 2 },
};

const say = (kind: keyof RecordOf, spoken: 'zh_CN' | 'en' = 'zh_CN') => {
  language.value = spoken;
  return recordWords(kind, EXAMPLES[kind], context);
};

describe('a stored record in plain words', () => {
  it.each(RECORD_KINDS)('%s says when and what, in both languages', (kind) => {
    for (const spoken of ['zh_CN', 'en'] as const) {
      const { when, what } = say(kind, spoken);
      expect(when).toMatch(/2026|November|11 月/);
      expect(what).not.toBe('');
      expect(what).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it.each(RECORD_KINDS)('%s shows no digest', (kind) => {
    expect(Object.values(say(kind)).join(' ')).not.toContain('DIGEST');
  });

  it('says of a submission what was entered, prefilled and entered again', () => {
    expect(say('submissions').what).toBe(
      '提交，表单，录入 2 项，带出 1 项，重复 1 项（联系电话），整条已在民政低保系统报过，填表 6 分',
    );
  });

  it('says of a stretch of time where it was and how sure', () => {
    expect(say('intervals')).toEqual({
      when: '2026 年 11 月 18 日 09:12—09:40',
      platform: '民政低保系统',
      what: '前台 28 分，表单页，停顿 1 次，恢复',
    });
  });

  it('says of an action whether it was proven', () => {
    expect(say('actions').what).toBe('打卡，未确认，3 个对象，安保、应急场景');
  });

  it('says of a form which data items it asks for', () => {
    expect(say('forms').what).toBe('2 个数据项：联系电话、未识别 1 项');
  });
});
