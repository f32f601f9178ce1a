import type { FieldReading, Observation } from '../../../utils/domain/observation';

export const ID = '0123456789abcdef01234567';
export const AT = Date.UTC(2026, 10, 18, 2);

export function messageOf(...observations: readonly unknown[]): unknown {
  return { type: 'observation', version: 1, observer: ID, sequence: 0, sentAt: AT, observations };
}

export const FIELD: FieldReading = {
  labels: [{ text: '姓名', source: 'library' }],
  name: 'constructor',
  control: 'text',
  required: true,
  prefilled: false,
  unit: '亩',
  choices: 3,
  row: 0,
};

export const FORM = {
  library: 'element-plus',
  container: 'dialog',
  heading: '低保申请',
  fields: [FIELD, FIELD],
} as const;

/** One of each kind. */
export const SAMPLES: readonly Observation[] = [
  {
    kind: 'presence',
    cause: 'checkpoint',
    at: AT,
    since: AT - 15_000,
    visible: true,
    focused: true,
    edges: [{ at: AT - 9, edge: 'dialog-open' }],
    inputs: [{ from: AT - 900, to: AT - 90 }],
    inputWindows: [Math.floor(AT / 5_000)],
    media: [{ from: AT - 900, to: AT, muted: true, byPerson: false }],
    waiting: [{ from: AT - 5, to: AT - 5 }],
    blocked: [{ from: AT - 5, to: AT }],
    captcha: [{ from: AT - 7, to: AT - 6 }],
    pageClass: 'form',
  },
  { kind: 'form', at: AT, form: FORM },
  {
    kind: 'submission',
    id: ID,
    at: AT,
    outcome: 'pending',
    score: -1,
    evidence: ['network-ok'],
    intent: 'final',
    rework: false,
    form: FORM,
    entries: [
      { field: 1, how: 'typed', value: '张建国', focusMs: 5_000, workingMs: 4_000.5, inputMs: 0 },
    ],
    startedAt: AT - 60_000,
    fillingMs: 50_000,
  },
  { kind: 'result-page', at: AT, outcome: 'none', arrival: 'navigate', login: false, form: FORM },
  {
    kind: 'upload',
    id: ID,
    at: AT,
    via: 'drop',
    fileKind: 'image',
    sizeBytes: 500_000_000,
    screenshot: false,
    label: '佐证材料',
    blobUrl: 'blob:http://mz.qingshan.gov.cn/3f1c',
    contentDigest: 'a'.repeat(64),
  },
  { kind: 'upload-outcome', id: ID, at: AT, outcome: 'sent' },
  {
    kind: 'action',
    id: ID,
    at: AT,
    action: 'check-in',
    outcome: 'done',
    score: 3,
    evidence: ['text-changed'],
    count: 50,
    object: '关于开展走访的通知',
    cues: ['quota'],
    exempt: false,
  },
  {
    kind: 'page-signs',
    at: AT,
    pageClass: 'home',
    title: '青山镇人民政府',
    siteId: '9900000001',
    siteName: '青山镇',
    newest: '2026-07-03',
    columns: [{ title: '通知公告', type: 'notice', newest: '2026-07-03', items: 10, blank: false }],
    state: 'normal',
    answered: true,
    loadMs: 812.4,
    cues: [],
    complaintEntry: true,
    forcedSeconds: 0,
    deadlines: ['2026-11-30T17:30'],
  },
  { kind: 'transfer', at: AT, move: 'paste', text: '一段文字' },
];
