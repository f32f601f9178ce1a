/**
 * A year of an invented township cadre, for looking at every surface with data: ten systems, four
 * months in detail, older weeks as sums. Bundled and run inside a page of the extension, so that every
 * row goes through its own database code. Nothing in it is of anybody: the systems are invented,
 * digests are numbers.
 */
import type { ActionKind } from '../../utils/domain/action-kind';
import type { CueKind } from '../../utils/domain/observation';
import type { PageClass } from '../../utils/domain/page-class';
import type {
  Action,
  CoverageDay,
  Finding,
  Form,
  Interval,
  LedgerEntry,
  PageSign,
  Platform,
  Submission,
  SubmittedField,
  Transfer,
  Upload,
  WeekSum,
} from '../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../utils/domain/time-constants';
import { shiftWeek, weekAt, weekOfKey } from '../../utils/domain/week';
import { sumWeek } from '../../utils/domain/week-sums';
import { addDays, dayKeyAt, startOfDay } from '../../utils/domain/zone';
import { Database } from '../../utils/storage/database';
import { writeSums } from '../../utils/storage/summed-weeks';

const ZONE = 'Asia/Shanghai';
const DETAILED_DAYS = 84;
const SUMMED_WEEKS = 44;
/** The reform whose weeks before and after are to be seen. */
const REFORM_WEEKS_AGO = 18;

interface System {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Records that are filled in on a workday. */
  readonly fillings: number;
  readonly minutes: number;
  readonly pageClass: PageClass;
  readonly form?: { readonly heading: string; readonly fields: readonly string[] };
}

const HOUSEHOLD = [
  'person.name',
  'person.id_number',
  'person.phone',
  'household.residence_address',
  'household.size',
  'household.annual_income',
];
const SYSTEMS: readonly System[] = [
  {
    id: 'mz.qingshan.gov.cn',
    name: '民政综合服务平台',
    category: 'civil_affairs',
    fillings: 3,
    minutes: 34,
    pageClass: 'form',
    form: {
      heading: '低保对象信息登记表',
      fields: [...HOUSEHOLD, 'civil.dibao_category', 'person.health', 'civil.apply_reason'],
    },
  },
  {
    id: 'ffp.qingshan.gov.cn',
    name: '防止返贫监测信息系统',
    category: 'poverty_relief',
    fillings: 3,
    minutes: 41,
    pageClass: 'form',
    form: {
      heading: '监测对象基本信息表',
      fields: [...HOUSEHOLD, 'poverty.monitor_category', 'poverty.risk_type', 'person.health'],
    },
  },
  {
    id: 'wg.qingshan.gov.cn',
    name: '网格化服务管理平台',
    category: 'grid',
    fillings: 4,
    minutes: 38,
    pageClass: 'form',
    form: {
      heading: '入户走访登记表',
      fields: [...HOUSEHOLD, 'visit.date', 'visit.content', 'grid.member'],
    },
  },
  {
    id: '10.20.30.40:8080',
    name: '10.20.30.40:8080',
    category: 'ip_unknown',
    fillings: 2,
    minutes: 22,
    pageClass: 'form',
    form: {
      heading: '人口信息采集表',
      fields: [...HOUSEHOLD, 'person.sex', 'person.ethnicity', 'person.birth_date'],
    },
  },
  {
    id: 'www.wjx.cn',
    name: '问卷星',
    category: 'forms_external',
    fillings: 1,
    minutes: 6,
    pageClass: 'form',
    form: {
      heading: '问卷',
      fields: ['person.name', 'person.id_number', 'person.phone', 'area.village', 'person.health'],
    },
  },
  {
    id: 'dj.qingshan.gov.cn',
    name: '智慧党建平台',
    category: 'party',
    fillings: 0,
    minutes: 14,
    pageClass: 'notice',
  },
  {
    id: 'gbxx.qingshan.gov.cn',
    name: '干部网络学院',
    category: 'study',
    fillings: 0,
    minutes: 26,
    pageClass: 'study',
  },
  {
    id: 'yj.qingshan.gov.cn',
    name: '应急管理综合应用平台',
    category: 'safety',
    fillings: 1,
    minutes: 12,
    pageClass: 'form',
    form: {
      heading: '隐患排查登记表',
      fields: ['safety.inspect_date', 'safety.hazard_type', 'safety.hazard_location', 'meta.photo'],
    },
  },
  {
    id: 'www.qingshan.gov.cn',
    name: '青山镇政务公开网',
    category: 'portal',
    fillings: 0,
    minutes: 4,
    pageClass: 'home',
  },
];
const UNUSED = { id: 'hzgl.qingshan.gov.cn', name: '河长管理信息平台', category: 'water' } as const;
const HIGH = new Set(['person.id_number', 'person.phone', 'household.residence_address']);

/** Fills the empty database. @param weeks how many weeks back the first record lies */
export async function townshipHistory(now: number, weeks = SUMMED_WEEKS): Promise<void> {
  const database = new Database();
  await database.open();
  const today = dayKeyAt(now, ZONE);
  const since = now - weeks * 7 * DAY_MS;
  const kept = Math.min(DETAILED_DAYS, weeks * 7);
  const days = Array.from({ length: kept }, (_, back) => addDays(today, -back));
  await database.platforms.bulkPut(platformsOf(since, now));
  await database.forms.bulkPut(SYSTEMS.flatMap((system) => formOf(system, since, now)));
  await database.state.put({ key: 'since', value: since });
  const written = days.flatMap((day, back) => dayOf(day, back, now));
  const rows = <Kind extends keyof Day>(kind: Kind) =>
    written.flatMap((day) => day[kind] as readonly unknown[]) as Day[Kind][number][];
  await database.coverage.bulkPut(rows('coverage'));
  await database.intervals.bulkPut(rows('intervals'));
  await database.submissions.bulkPut(rows('submissions'));
  await database.actions.bulkPut(rows('actions'));
  await database.uploads.bulkPut(rows('uploads'));
  await database.pageSigns.bulkPut(rows('pageSigns'));
  await database.transfers.bulkPut(rows('transfers'));
  if (weeks > 4) {
    await database.ledger.bulkPut(ledger(now));
    await database.findings.bulkPut(judged(now));
  }
  await database.diary.bulkPut([
    { id: idOf(), day: addDays(today, -2), text: '纸质台账：入户走访登记 40 户', minutes: 150 },
    { id: idOf(), day: addDays(today, -4), text: '工作群接龙 6 次' },
  ]);
  const running = weekAt(now, ZONE).key;
  for (let back = 1; back < weeks; back += 1) {
    const key = shiftWeek(running, -back);
    const week = weekOfKey(key, ZONE);
    const sums =
      week.from >= now - kept * DAY_MS
        ? sumWeek(week, {
            ...{ intervals: rows('intervals'), submissions: rows('submissions') },
            ...{ uploads: rows('uploads'), actions: rows('actions'), coverage: rows('coverage') },
            thetaMs: MINUTE_MS,
            fixed: new Set(),
          })
        : SYSTEMS.map((system) => olderSum(system, key, back));
    await writeSums(database, key, sums, week.from >= now - kept * DAY_MS ? 'closed' : 'shed');
  }
  database.close();
}

interface Day {
  readonly coverage: readonly CoverageDay[];
  readonly intervals: readonly Interval[];
  readonly submissions: readonly Submission[];
  readonly actions: readonly Action[];
  readonly uploads: readonly Upload[];
  readonly pageSigns: readonly PageSign[];
  readonly transfers: readonly Transfer[];
}

function dayOf(day: string, back: number, now: number): Day[] {
  const weekday = new Date(day).getUTCDay();
  const start = startOfDay(day, ZONE);
  // A Saturday morning of overtime every other week.
  const works = weekday % 6 !== 0 || (weekday === 6 && back % 14 < 7);
  if (!works || start + 9 * HOUR_MS > now) return [];
  const intervals: Interval[] = [];
  const submissions: Submission[] = [];
  const actions: Action[] = [];
  let at = start + 8 * HOUR_MS + 32 * MINUTE_MS;
  for (const [index, system] of SYSTEMS.entries()) {
    const visit = `visit-${day}-${index}`;
    const minutes =
      system.minutes * (weekday === 6 ? 0.4 : 1) * (0.8 + ((back * 7 + index) % 5) / 10);
    const to = Math.min(at + Math.round(minutes) * MINUTE_MS, now);
    if (to <= at) break;
    intervals.push(intervalOf(system, at, to, visit));
    for (let n = 0; n < system.fillings; n += 1) {
      const when = at + ((n + 1) * (to - at)) / (system.fillings + 1);
      submissions.push(submissionOf(system, when, back * 5 + n, index));
    }
    actions.push(...actionsOf(system, at + MINUTE_MS, back));
    at = to + (at < start + 12 * HOUR_MS && to > start + 11.5 * HOUR_MS ? 2.5 : 0.1) * HOUR_MS;
  }
  if (back % 3 === 0) {
    const evening = start + 20 * HOUR_MS;
    intervals.push(
      intervalOf(SYSTEMS[2] as System, evening, evening + 35 * MINUTE_MS, `eve-${day}`),
    );
  }
  const blocks = Array.from({ length: 96 }, (_, block) => 102 + block);
  return [
    {
      coverage: [{ day, active: blocks, recorded: back % 9 === 4 ? blocks.slice(12) : blocks }],
      intervals,
      submissions,
      actions,
      uploads: uploadsOf(start + 15 * HOUR_MS, back),
      pageSigns: signsOf(start + 16 * HOUR_MS, back),
      transfers:
        back % 4 === 1
          ? [
              {
                id: idOf(),
                at: start + 15 * HOUR_MS,
                kind: 'export-upload',
                from: 'ffp.qingshan.gov.cn',
                to: '10.20.30.40:8080',
              },
            ]
          : [],
    },
  ];
}

let counted = 0;
function idOf(): string {
  counted += 1;
  return (counted * 2_654_435_761).toString(16).padStart(24, '0').slice(-24);
}

function digestOf(text: string): string {
  let hash = 7;
  for (const sign of text) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 999_999_999_989;
  return btoa(String(hash).padStart(12, '0').slice(-12)).replaceAll('+', '-').replaceAll('/', '_');
}

function platformsOf(since: number, now: number): Platform[] {
  return [...SYSTEMS, UNUSED].map(({ id, name, category }) => ({
    id,
    name,
    category,
    origins: [`http://${id}`],
    addedAt: since,
    addedBy: id.endsWith('.gov.cn') ? 'catalogue' : 'person',
    lastOpenedAt: id === UNUSED.id ? now - 41 * DAY_MS : now - HOUR_MS,
    ...(id.startsWith('10.') ? { ownName: '乡镇人口采集系统（内网）' } : {}),
    ...(id === UNUSED.id ? { season: [5, 6, 7, 8, 9, 11] } : {}),
  }));
}

function formOf(system: System, since: number, now: number): Form[] {
  if (system.form === undefined) return [];
  const { heading, fields } = system.form;
  return [
    {
      platform: system.id,
      signature: `form-${system.id}`,
      library: 'element-ui',
      heading,
      firstSeenAt: since,
      lastSeenAt: now,
      fields: fields.map((concept, index) => ({
        concept,
        score: 1,
        labelDigest: `label-${concept}`,
        control: 'text',
        required: index < 4,
        ...(concept === 'household.annual_income'
          ? { label: '家庭年收入', unit: system.id.startsWith('mz') ? '元' : '万元' }
          : {}),
      })),
    },
  ];
}

function intervalOf({ id, pageClass }: System, from: number, to: number, visit: string): Interval {
  const length = to - from;
  const study = pageClass === 'study';
  return {
    id: idOf(),
    platform: id,
    place: 'front',
    from,
    to,
    pauses: study
      ? [{ offsetMs: MINUTE_MS, lengthMs: length - 3 * MINUTE_MS }]
      : [
          { offsetMs: 2 * MINUTE_MS, lengthMs: 25 * SECOND_MS },
          { offsetMs: Math.floor(length / 2), lengthMs: Math.floor(length / 9) },
        ],
    playing: study ? [{ offsetMs: MINUTE_MS, lengthMs: length - 3 * MINUTE_MS }] : [],
    waiting: [{ offsetMs: 30 * SECOND_MS, lengthMs: 12 * SECOND_MS }],
    inputMs: study ? MINUTE_MS : Math.floor(length * 0.62),
    certainty: length % 7 === 0 ? 'recovered' : 'confirmed',
    pageClass,
    visit,
    ...(study ? { popups: { shown: 2, answered: 2 } } : {}),
  };
}

function submissionOf(system: System, at: number, subject: number, index: number): Submission {
  const asked = system.form?.fields ?? [];
  const prefilled = (field: number) => system.id.startsWith('ffp') && field > 5;
  const fields = asked.map((concept, field): SubmittedField => {
    const shared = HOUSEHOLD.includes(concept);
    return {
      field,
      concept,
      labelDigest: `label-${concept}`,
      how: prefilled(field) ? 'prefilled' : 'typed',
      digest: digestOf(shared ? `${subject}${concept}` : `${system.id}${at}${concept}`),
      entropy: HIGH.has(concept) ? 'high' : 'medium',
      focusMs: 26 * SECOND_MS,
      workingMs: 22 * SECOND_MS,
      inputMs: 15 * SECOND_MS,
    };
  });
  const earlier = SYSTEMS.slice(0, index).filter(({ form }) => form !== undefined);
  const from = earlier[subject % Math.max(1, earlier.length)];
  const repeated =
    from === undefined || subject % 3 === 2
      ? []
      : fields.filter(({ concept }) => HOUSEHOLD.includes(concept ?? '')).map(({ field }) => field);
  return {
    id: idOf(),
    platform: system.id,
    form: `form-${system.id}`,
    at,
    startedAt: at - 4 * MINUTE_MS,
    outcome: subject % 17 === 16 ? 'unproven' : 'accepted',
    score: 4,
    evidence: ['text'],
    intent: 'final',
    rework: subject % 23 === 22,
    fields,
    fillingMs: 4 * MINUTE_MS,
    keyGeneration: 1,
    judgement: {
      ruleVersion: 1,
      reentered: repeated.map((field) => ({
        field,
        platforms: from === undefined ? [] : [from.id],
        lastAts: [at - 2 * DAY_MS],
        submissions: [],
      })),
      comparable: fields.filter(({ how }) => how === 'typed').map(({ field }) => field),
      fixed: [],
      rho: repeated.length > 0 ? 0.7 : 0,
      ...(repeated.length > 3 && subject % 4 === 0 && from !== undefined
        ? { duplicateOf: { submission: digestOf(String(subject)), platform: from.id } }
        : {}),
    },
  };
}

function actionsOf({ id }: System, at: number, back: number): Action[] {
  const kinds: readonly (readonly [string, ActionKind, number, readonly CueKind[]])[] = [
    ['wg.qingshan.gov.cn', 'check-in', 2, ['quota']],
    ['yj.qingshan.gov.cn', 'check-in', 1, []],
    ['yj.qingshan.gov.cn', 'location', 1, []],
    ['dj.qingshan.gov.cn', 'read-confirm', 4, ['deadline', 'ranking']],
    ['dj.qingshan.gov.cn', 'like', 2, ['points']],
    ['gbxx.qingshan.gov.cn', 'quiz', 1, ['points']],
  ];
  return kinds
    .filter(([platform]) => platform === id)
    .flatMap(([, action, times, cues]) =>
      Array.from(
        { length: times },
        (_, n): Action => ({
          id: idOf(),
          platform: id,
          at: at + n * 2 * MINUTE_MS,
          action,
          outcome: (back + n) % 11 === 10 ? 'attempt' : 'done',
          score: 4,
          evidence: ['text-changed'],
          count: 1,
          cues,
          exempt: action === 'location' && back % 6 === 0,
          ...(n === 0 && action === 'read-confirm' ? { ownLabel: 'required' } : {}),
        }),
      ),
    );
}

function uploadsOf(at: number, back: number): Upload[] {
  return ['wg.qingshan.gov.cn', 'yj.qingshan.gov.cn', 'dj.qingshan.gov.cn'].map(
    (platform, index): Upload => ({
      id: idOf(),
      platform,
      at: at + index * MINUTE_MS,
      via: 'chooser',
      fileKind: index === 2 ? 'office' : 'image',
      sizeClass: 9,
      proofMaterial: index === 1,
      outcome: 'sent',
      digest: digestOf(index < 2 ? `photo${back}` : `report${Math.floor(back / 7)}`),
      keyGeneration: 1,
    }),
  );
}

function signsOf(at: number, back: number): PageSign[] {
  const sign = (platform: string, rest: Partial<PageSign>): PageSign => ({
    id: idOf(),
    platform,
    at,
    pageClass: 'list',
    columns: [],
    state: 'normal',
    loadMs: 1_400,
    failed: false,
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
    ...rest,
  });
  return [
    sign('www.qingshan.gov.cn', {
      pageClass: 'home',
      columns: [{ titleDigest: 'column-news', type: 'news', blank: false }],
      newest: dayKeyAt(at - (140 - back) * DAY_MS, ZONE),
    }),
    sign('dj.qingshan.gov.cn', {
      pageClass: 'assessment',
      cues: ['ranking', 'points'],
      forcedSeconds: 20,
    }),
    sign('wg.qingshan.gov.cn', { cues: ['quota'], failed: back % 5 === 0 }),
    sign('gbxx.qingshan.gov.cn', { pageClass: 'study', cues: ['points'], forcedSeconds: 30 }),
    sign('mz.qingshan.gov.cn', { complaintEntry: true }),
    sign('ffp.qingshan.gov.cn', {
      pageClass: 'login',
      ...(back % 5 === 1 ? { deadlines: [at + 3 * HOUR_MS] } : {}),
    }),
  ];
}

function ledger(now: number): LedgerEntry[] {
  return [
    {
      id: idOf(),
      platform: 'wg.qingshan.gov.cn',
      findings: ['check-in:wg.qingshan.gov.cn'],
      at: now - 30 * DAY_MS,
      status: 'answered',
      kind: 'report',
    },
    {
      id: idOf(),
      platform: 'www.qingshan.gov.cn',
      findings: [],
      at: now - 9 * DAY_MS,
      status: 'reported',
      kind: 'check-up',
    },
  ];
}

function judged(now: number): Finding[] {
  return [
    {
      id: 'points-text:gbxx.qingshan.gov.cn',
      rule: 'points-text',
      ruleVersion: 1,
      platform: 'gbxx.qingshan.gov.cn',
      grade: 'C',
      status: 'rejected',
      n: 6,
      firstAt: now - 40 * DAY_MS,
      lastAt: now - 3 * DAY_MS,
      rejectedUpTo: now,
      exempt: false,
    },
  ];
}

/** A week whose details have gone; before the reform one system more took a third of the time. */
function olderSum(system: System, week: string, back: number): WeekSum {
  const weight = (back > REFORM_WEEKS_AGO ? 1.3 : 1) * (0.85 + ((back * 5) % 7) / 20);
  const days = 5 * weight;
  const fields = Math.round(days * system.fillings * 9);
  const again = Math.round(fields * (back > REFORM_WEEKS_AGO ? 0.5 : 0.38));
  return {
    week,
    platform: system.id,
    workingMs: Math.round(days * system.minutes * 0.8) * MINUTE_MS,
    playingMs: system.pageClass === 'study' ? Math.round(days * 20) * MINUTE_MS : 0,
    inputMs: Math.round(days * system.minutes * 0.6) * MINUTE_MS,
    frontMs: Math.round(days * system.minutes) * MINUTE_MS,
    submissions: Math.round(days * system.fillings),
    attempts: 0,
    enteredFields: fields,
    comparableFields: fields,
    reenteredFields: again,
    reentryMs: again * 22 * SECOND_MS,
    reentryLowMs: again * 15 * SECOND_MS,
    reentryHighMs: again * 26 * SECOND_MS,
    recentReentryMs: again * 22 * SECOND_MS,
    uploads: system.id.startsWith('wg') ? 5 : 0,
    repeatedUploads: system.id.startsWith('wg') ? 3 : 0,
    repeatedAcross: system.id.startsWith('wg') ? 3 : 0,
    actions: system.id.startsWith('dj') ? { 'read-confirm': Math.round(days * 4) } : {},
    prefilledFields: 0,
    fillingMs: Math.round(days * system.fillings * 4) * MINUTE_MS,
    coverage: back % 13 === 0 ? 0.6 : 0.96,
  };
}

/** What a computer with troubles behind it shows: the history, and what went wrong. */
export async function addFaults(now: number): Promise<void> {
  const database = new Database();
  await database.open();
  await database.faults.bulkPut([
    { id: idOf(), at: now - 3 * HOUR_MS, code: 'storage-full', count: 2 },
    { id: idOf(), at: now - 26 * HOUR_MS, code: 'records-lost', count: 1 },
    {
      id: idOf(),
      at: now - 2 * DAY_MS,
      code: 'page-unreadable',
      platform: 'wg.qingshan.gov.cn',
      count: 14,
    },
    { id: idOf(), at: now - 3 * DAY_MS, code: 'clock-jumped', count: 1 },
  ]);
  database.close();
}
