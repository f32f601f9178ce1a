/**
 * A week that nobody worked: the sample report (示例) that shows what a summary looks like before
 * there is one. Everything in it is made up. It is always drawn under the word 示例 and is never
 * stored or mixed with records. Sums are computed from the rows, as in a real summary.
 */

import type { ActionKind } from '../utils/domain/action-kind';
import type { DiaryLine } from '../utils/domain/records';
import type {
  Clocks,
  FindingView,
  FormWeek,
  PlatformOverlap,
  PlatformWeek,
  WeekSummary,
} from '../utils/domain/summary';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../utils/domain/time-constants';
import type { Message } from '../utils/i18n/message';

const WEEK = '2026-W47';
/** Monday, 16 November 2026, 00:00 in Shanghai. */
const MONDAY = Date.UTC(2026, 10, 15, 16);
const AT = (day: number, hour: number, minute = 0) =>
  MONDAY + day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS;

interface Row {
  readonly platform: string;
  readonly category: string;
  /** Minutes of work by day, Monday first. */
  readonly working: readonly number[];
  /** Minutes in the week. */
  readonly playing?: number;
  readonly idle: number;
  readonly beside?: number;
  readonly waiting: number;
  readonly visits: number;
  readonly submissions?: number;
  readonly attempts?: number;
  readonly entered?: number;
  readonly prefilled?: number;
  readonly reentered?: number;
  readonly reentryMinutes?: number;
  readonly uploads?: number;
  readonly actions?: Readonly<Partial<Record<ActionKind, number>>>;
}

const ROWS: readonly Row[] = [
  {
    platform: 'mz.qingshan.gov.cn',
    category: 'civil_affairs',
    working: [48, 42, 51, 26, 33, 0, 0],
    idle: 21,
    beside: 34,
    waiting: 9,
    visits: 9,
    submissions: 14,
    attempts: 1,
    entered: 196,
    prefilled: 22,
    reentered: 41,
    reentryMinutes: 38,
    uploads: 12,
  },
  {
    platform: 'ffp.qingshan.gov.cn',
    category: 'poverty_relief',
    working: [21, 39, 46, 43, 14, 0, 0],
    idle: 17,
    beside: 22,
    waiting: 14,
    visits: 8,
    submissions: 12,
    attempts: 2,
    entered: 174,
    prefilled: 6,
    reentered: 82,
    reentryMinutes: 71,
    uploads: 9,
    actions: { 'check-in': 1 },
  },
  {
    platform: 'wg.qingshan.gov.cn',
    category: 'grid',
    working: [27, 26, 24, 28, 27, 8, 0],
    idle: 15,
    beside: 12,
    waiting: 6,
    visits: 11,
    submissions: 11,
    entered: 118,
    prefilled: 14,
    reentered: 53,
    reentryMinutes: 46,
    uploads: 7,
    actions: { 'check-in': 6, location: 2 },
  },
  {
    platform: 'dj.qingshan.gov.cn',
    category: 'party',
    working: [12, 15, 11, 14, 13, 0, 0],
    idle: 12,
    waiting: 3,
    visits: 10,
    submissions: 4,
    entered: 38,
    prefilled: 3,
    reentered: 17,
    reentryMinutes: 16,
    uploads: 5,
    actions: { 'check-in': 5, 'read-confirm': 12, like: 1 },
  },
  {
    platform: 'aj.qingshan.gov.cn',
    category: 'safety',
    working: [0, 19, 0, 22, 11, 0, 0],
    idle: 6,
    beside: 5,
    waiting: 4,
    visits: 4,
    submissions: 5,
    entered: 61,
    prefilled: 18,
    reentered: 21,
    reentryMinutes: 21,
    uploads: 6,
  },
  {
    platform: 'study.qingshan.gov.cn',
    category: 'study',
    working: [4, 3, 6, 2, 3, 0, 9],
    playing: 148,
    idle: 23,
    waiting: 2,
    visits: 6,
    actions: { quiz: 1 },
  },
  {
    platform: 'www.qingshan.gov.cn',
    category: 'portal',
    working: [4, 6, 3, 12, 8, 0, 0],
    idle: 9,
    waiting: 1,
    visits: 7,
    actions: { 'read-confirm': 3 },
  },
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function clocksOf(workingMinutes: number, row: Row, share: number): Clocks {
  const workingMs = workingMinutes * MINUTE_MS;
  const playingMs = Math.round((row.playing ?? 0) * share * MINUTE_MS);
  const idleMs = Math.round(row.idle * share * MINUTE_MS);
  return {
    workingMs,
    playingMs,
    idleMs,
    besideMs: Math.round((row.beside ?? 0) * share * MINUTE_MS),
    inputMs: Math.round(workingMs * 0.72),
    frontMs: workingMs + playingMs + idleMs,
    waitingMs: Math.round(row.waiting * share * MINUTE_MS),
  };
}

function addClocks(list: readonly Clocks[]): Clocks {
  const total = (pick: (clocks: Clocks) => number) => sum(list.map(pick));
  return {
    workingMs: total(({ workingMs }) => workingMs),
    playingMs: total(({ playingMs }) => playingMs),
    idleMs: total(({ idleMs }) => idleMs),
    besideMs: total(({ besideMs }) => besideMs),
    inputMs: total(({ inputMs }) => inputMs),
    frontMs: total(({ frontMs }) => frontMs),
    waitingMs: total(({ waitingMs }) => waitingMs),
  };
}

function platformWeek(row: Row): PlatformWeek {
  const all = sum(row.working);
  const days = row.working.map((minutes) => clocksOf(minutes, row, minutes / all));
  const reentry = (row.reentryMinutes ?? 0) * MINUTE_MS;
  return {
    platform: row.platform,
    name: SAMPLE_NAMES.get(row.platform)?.zh_CN ?? row.platform,
    category: row.category,
    clocks: addClocks(days),
    days,
    visits: row.visits,
    submissions: row.submissions ?? 0,
    attempts: row.attempts ?? 0,
    drafts: 0,
    rework: row.platform.startsWith('ffp') ? 2 : 0,
    enteredFields: row.entered ?? 0,
    prefilledFields: row.prefilled ?? 0,
    reenteredFields: row.reentered ?? 0,
    reentryMs: { low: reentry * 0.885, mid: reentry, high: reentry * 1.1 },
    uploads: row.uploads ?? 0,
    actions: row.actions ?? {},
    actionAttempts: row.platform.startsWith('dj') ? 2 : 0,
  };
}

function overlap(
  from: string,
  to: string,
  minutes: number,
  concepts: readonly (readonly [string, number])[],
): PlatformOverlap {
  return {
    from,
    to,
    fields: sum(concepts.map(([, count]) => count)),
    reentryMs: minutes * MINUTE_MS,
    concepts: concepts.map(([concept, count]) => ({ concept, count })),
    evidence: { ids: [], firstAt: AT(1, 9, 20), lastAt: AT(4, 16, 5) },
  };
}

const OVERLAPS: readonly PlatformOverlap[] = [
  overlap('mz.qingshan.gov.cn', 'ffp.qingshan.gov.cn', 52, [
    ['person.id_number', 12],
    ['person.name', 12],
    ['person.phone', 11],
    ['household.size', 9],
    ['household.residence_address', 8],
    ['household.annual_income', 6],
  ]),
  overlap('ffp.qingshan.gov.cn', 'mz.qingshan.gov.cn', 38, [
    ['person.id_number', 11],
    ['person.name', 11],
    ['person.health', 8],
    ['household.annual_income', 6],
    ['household.residence_address', 5],
  ]),
  overlap('mz.qingshan.gov.cn', 'wg.qingshan.gov.cn', 31, [
    ['person.id_number', 10],
    ['person.name', 10],
    ['person.phone', 9],
    ['household.residence_address', 7],
  ]),
  overlap('ffp.qingshan.gov.cn', 'wg.qingshan.gov.cn', 15, [
    ['person.name', 7],
    ['person.phone', 6],
    ['household.size', 4],
  ]),
  overlap('wg.qingshan.gov.cn', 'ffp.qingshan.gov.cn', 19, [
    ['person.id_number', 9],
    ['person.name', 9],
    ['person.phone', 6],
  ]),
  overlap('wg.qingshan.gov.cn', 'aj.qingshan.gov.cn', 21, [
    ['org.name', 8],
    ['area.address', 7],
    ['person.phone', 6],
  ]),
  overlap('mz.qingshan.gov.cn', 'dj.qingshan.gov.cn', 16, [
    ['person.name', 6],
    ['person.id_number', 6],
    ['person.phone', 5],
  ]),
];

function form(
  platform: string,
  heading: string,
  submissions: number,
  fields: number,
  minutes: number,
  entered: number,
  prefilled: number,
  attempts = 0,
): FormWeek {
  return {
    platform,
    signature: `${platform} ${heading}`,
    heading,
    submissions,
    attempts,
    fields,
    fillingMs: minutes * MINUTE_MS,
    enteredFields: entered,
    prefilledFields: prefilled,
  };
}

const FORMS: readonly FormWeek[] = [
  form('mz.qingshan.gov.cn', '低保申请登记', 9, 18, 74, 141, 15, 1),
  form('mz.qingshan.gov.cn', '低保动态核查', 5, 12, 38, 55, 7),
  form('ffp.qingshan.gov.cn', '监测户信息采集', 8, 17, 69, 122, 4, 2),
  form('ffp.qingshan.gov.cn', '帮扶措施登记', 4, 14, 33, 52, 2),
  form('wg.qingshan.gov.cn', '入户走访记录', 11, 12, 58, 118, 14),
  form('aj.qingshan.gov.cn', '安全检查登记', 5, 16, 29, 61, 18),
  form('dj.qingshan.gov.cn', '党员信息登记', 4, 10, 19, 38, 3),
];

function finding(
  rule: string,
  platform: string,
  symptom: string,
  part: Partial<FindingView> & Pick<FindingView, 'category' | 'grade' | 'n' | 'unit'>,
): FindingView {
  return {
    id: `sample ${rule} ${platform}`,
    rule,
    ruleVersion: 1,
    platform,
    symptom,
    status: part.grade === 'A' ? 'observed' : 'suspected',
    firstAt: AT(0, 8, 40),
    lastAt: AT(4, 17, 10),
    exempt: false,
    byAnalogy: part.norm !== undefined,
    ours: false,
    figures: {},
    pageClasses: [],
    evidence: { ids: [], firstAt: AT(0, 8, 40), lastAt: AT(4, 17, 10) },
    recurred: false,
    ...part,
  };
}

const FINDINGS: readonly FindingView[] = [
  finding('check-in', 'dj.qingshan.gov.cn', 'check-in', {
    category: 'forced-use',
    grade: 'A',
    n: 5,
    unit: 'count',
    norm: 'measures-2026',
  }),
  finding('duplicate-submission', 'ffp.qingshan.gov.cn', 'duplicate-entry', {
    category: 'repeated-reporting',
    grade: 'A',
    n: 7,
    unit: 'count',
    norm: 'rules-2024',
    byAnalogy: false,
  }),
  finding('reentered-fields', 'wg.qingshan.gov.cn', 'duplicate-entry', {
    category: 'repeated-reporting',
    grade: 'B',
    n: 11,
    unit: 'count',
    measure: { low: 53, mid: 53, high: 53 },
    norm: 'opinion-2023',
    ours: true,
    status: 'observed',
  }),
  finding('zombie-columns', 'njfw.qingshan.gov.cn', 'zombie-content', {
    category: 'empty-zombie',
    grade: 'B',
    n: 6,
    unit: 'count',
    measure: { low: 12, mid: 12, high: 12 },
    norm: 'indicators-2019',
    byAnalogy: false,
  }),
  finding('zombie-unused', 'zz.qingshan.gov.cn', 'zombie-unused', {
    category: 'empty-zombie',
    grade: 'B',
    n: 1,
    unit: 'days',
    measure: { low: 41, mid: 41, high: 41 },
    norm: 'measures-2026',
    ours: true,
  }),
];

/** Minutes of work by hour of a day, spread over the usual hours. */
function hoursOf(minutes: number, day: number): readonly number[] {
  const weights = Array.from({ length: 24 }, (_, hour) => {
    if (day >= 5) return hour === 20 ? 3 : hour === 10 ? 2 : 0;
    if (hour < 8 || hour > 21) return 0;
    if (hour === 12 || hour === 13) return 0.3;
    if (hour >= 18) return hour === 20 ? 1 : 0.4;
    return hour === 8 ? 1 : ((hour * 7 + day * 3) % 4) + 1.5;
  });
  const total = sum(weights);
  return weights.map((weight) => Math.round(((minutes * weight) / total) * MINUTE_MS));
}

/** The sample week. */
export function sampleSummary(): WeekSummary {
  const platforms = ROWS.map(platformWeek).sort((a, b) => b.clocks.workingMs - a.clocks.workingMs);
  const clocks = addClocks(platforms.map((platform) => platform.clocks));
  const days = Array.from({ length: 7 }, (_, day) =>
    addClocks(platforms.flatMap((platform) => platform.days[day] ?? [])),
  );
  const reentryMs = sum(platforms.map((platform) => platform.reentryMs.mid));
  const fields = sum(platforms.map((platform) => platform.reenteredFields));
  const prefilled = sum(platforms.map((platform) => platform.prefilledFields));
  const comparableFields = 563;
  const byKind: Partial<Record<ActionKind, number>> = {};
  for (const { actions } of platforms) {
    for (const [kind, count] of Object.entries(actions) as [ActionKind, number][]) {
      byKind[kind] = (byKind[kind] ?? 0) + count;
    }
  }
  const actions = sum(Object.values(byKind));
  const earlier = [118, 131, 162, 204, 158, 121, 171].map((minutes, index) => ({
    week: `2026-W${40 + index}`,
    reentryMs: minutes * MINUTE_MS,
    actions: [27, 29, 28, 30, 29, 31, 28][index] ?? 0,
    uploads: [3, 2, 8, 5, 2, 3, 6][index] ?? 0,
    workingMs: [571, 588, 602, 640, 583, 596, 640][index] ?? 0,
    coverage: 0.95,
  }));
  return {
    week: WEEK,
    from: MONDAY,
    to: MONDAY + 7 * DAY_MS,
    zone: 'Asia/Shanghai',
    state: 'complete',
    buildUp: false,
    newPlatforms: [],
    fromSums: false,
    coverage: 0.96,
    clocks,
    confirmedMs: clocks.frontMs + clocks.besideMs - 6 * MINUTE_MS,
    recoveredMs: 4 * MINUTE_MS,
    cappedMs: 2 * MINUTE_MS,
    days,
    platforms,
    reentry: {
      ms: { low: reentryMs * 0.885, mid: reentryMs, high: reentryMs * 1.1 },
      fields,
      comparableFields,
      share: fields / comparableFields,
      fixedFields: 46,
      duplicateSubmissions: 7,
      unchangedResubmissions: 3,
      evidence: { ids: [], firstAt: AT(0, 9, 5), lastAt: AT(4, 17, 30) },
      duplicates: [],
      retryMs: { low: 9 * MINUTE_MS, mid: 12 * MINUTE_MS, high: 15 * MINUTE_MS },
      refused: 3,
      prefillRate:
        prefilled / (prefilled + sum(platforms.map((platform) => platform.enteredFields))),
    },
    isomorphic: [
      {
        forms: [
          { platform: 'mz.qingshan.gov.cn', signature: 'mz.qingshan.gov.cn 低保申请登记' },
          { platform: 'ffp.qingshan.gov.cn', signature: 'ffp.qingshan.gov.cn 监测户信息采集' },
        ],
        overlap: 0.71,
        shared: ['person.name', 'person.id_number', 'person.phone', 'household.size'],
      },
    ],
    inconsistent: [
      {
        concept: 'household.annual_income',
        differs: ['unit', 'period'],
        sides: [
          { platform: 'mz.qingshan.gov.cn', signature: '', unit: '元' },
          { platform: 'ffp.qingshan.gov.cn', signature: '', unit: '万元' },
        ],
      },
    ],
    overlaps: OVERLAPS,
    forms: FORMS,
    actions: {
      total: actions,
      attempts: sum(platforms.map((platform) => platform.actionAttempts)),
      exempt: 1,
      byKind,
      routine: [
        { platform: 'dj.qingshan.gov.cn', action: 'check-in', days: 5 },
        { platform: 'wg.qingshan.gov.cn', action: 'check-in', days: 5 },
      ],
      evidence: { ids: [], firstAt: AT(0, 8, 31), lastAt: AT(4, 17, 52) },
      cued: [],
      ownLabels: { voluntary: 0, required: 0, unclear: 0 },
      forcedSeconds: 60,
      shareOfTime: 0.06,
    },
    uploads: {
      total: 39,
      repeatedAcross: 5,
      repeatedOnPlatform: 4,
      nearRepeats: 3,
      proofMaterial: 11,
      repeats: [
        {
          group: 'sample 1',
          kind: 'across-platforms',
          platforms: ['wg.qingshan.gov.cn', 'ffp.qingshan.gov.cn', 'aj.qingshan.gov.cn'],
          times: 3,
          fileKind: 'image',
          proofMaterial: true,
          evidence: { ids: [], firstAt: AT(1, 10, 12), lastAt: AT(1, 15, 44) },
        },
      ],
    },
    zombies: [
      {
        platform: 'njfw.qingshan.gov.cn',
        kind: 'content',
        rule: 'zombie-content',
        n: 6,
        newest: '2026-07-03',
        figures: { staleColumns: 6 },
        evidence: { ids: [] },
      },
      {
        platform: 'zz.qingshan.gov.cn',
        kind: 'unused',
        rule: 'zombie-unused',
        n: 1,
        lastOpenedAt: AT(-41, 10),
        figures: { days: 41 },
        evidence: { ids: [] },
      },
    ],
    findings: FINDINGS,
    findingsExempt: 1,
    findingsRejected: 0,
    goodPractices: [
      {
        platform: 'aj.qingshan.gov.cn',
        kind: 'prefills',
        n: 18,
        figures: {},
        lastAt: AT(4, 10),
      },
    ],
    bands: {
      platforms: { value: 9, band: 2 },
      traces: { value: 0.06, band: 1 },
      duplicates: { value: fields / comparableFields, band: 2 },
      outOfHours: { value: 0.11, band: 1 },
    },
    proliferation: {
      platforms: platforms.length,
      platforms28Days: 9,
      functions: [
        { use: 'check-in', platforms: ['dj.qingshan.gov.cn', 'wg.qingshan.gov.cn'] },
        {
          use: 'report',
          platforms: ['mz.qingshan.gov.cn', 'ffp.qingshan.gov.cn', 'wg.qingshan.gov.cn'],
        },
      ],
      redundant: 3,
      separateLogins: 6,
    },
    external: { platforms: [], submissions: 0, sensitive: [] },
    assessment: { visits: 3, frontMs: 8 * MINUTE_MS, platforms: ['wg.qingshan.gov.cn'] },
    overhead: {
      loginMs: 16 * MINUTE_MS,
      logins: 24,
      relogins: 3,
      captchaMs: 5 * MINUTE_MS,
      waitingMs: clocks.waitingMs,
      rework: 2,
      urgent: 2,
    },
    substitutions: [],
    silos: [
      {
        kind: 'export-upload',
        from: 'mz.qingshan.gov.cn',
        to: 'ffp.qingshan.gov.cn',
        count: 2,
      },
    ],
    outOfHours: {
      ms: 74 * MINUTE_MS,
      nightMs: 12 * MINUTE_MS,
      holidayMs: 17 * MINUTE_MS,
      share: 0.11,
    },
    heat: days.map((day, index) => hoursOf(day.workingMs / MINUTE_MS, index)),
    switchesPerHour: 6.4,
    comparison: {
      previous: { workingMs: 640 * MINUTE_MS, reentryMs: 171 * MINUTE_MS, actions: 28 },
      mean: { weeks: 4, workingMs: 605 * MINUTE_MS, reentryMs: 164 * MINUTE_MS, actions: 29 },
      series: [
        ...earlier.map((week) => ({ ...week, workingMs: week.workingMs * MINUTE_MS })),
        {
          week: WEEK,
          reentryMs,
          actions,
          uploads: 9,
          workingMs: clocks.workingMs,
          coverage: 0.96,
        },
      ],
    },
  };
}

/** Names of the sample's platforms. */
export const SAMPLE_NAMES: ReadonlyMap<string, Message> = new Map([
  ['mz.qingshan.gov.cn', { zh_CN: '民政低保系统', en: 'Living allowance' }],
  ['ffp.qingshan.gov.cn', { zh_CN: '防返贫监测平台', en: 'Poverty prevention' }],
  ['wg.qingshan.gov.cn', { zh_CN: '网格治理平台', en: 'Grid governance' }],
  ['dj.qingshan.gov.cn', { zh_CN: '智慧党建平台', en: 'Party work' }],
  ['aj.qingshan.gov.cn', { zh_CN: '安全生产检查系统', en: 'Safety inspection' }],
  ['study.qingshan.gov.cn', { zh_CN: '干部网络学习平台', en: 'Online study' }],
  ['www.qingshan.gov.cn', { zh_CN: '青山县人民政府网站', en: 'County website' }],
  ['njfw.qingshan.gov.cn', { zh_CN: '农技服务平台', en: 'Farming advice' }],
  ['zz.qingshan.gov.cn', { zh_CN: '综合治理视联平台', en: 'Video liaison' }],
]);

/** One line that was added by hand. */
export const SAMPLE_DIARY: readonly DiaryLine[] = [
  {
    id: 'sample',
    day: '2026-11-18',
    text: '工作群接龙报人口数，另填纸质台账一份',
    minutes: 40,
  },
];
