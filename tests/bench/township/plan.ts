/**
 * What forty people of an invented township do in six weeks: whole minutes, fillings, check-ins. It is the
 * truth that the run is held against, so nothing of the extension is used to make it.
 */

import { type Chance, chance } from '../forms/corpus/random';

export interface FormPlan {
  readonly signature: string;
  readonly name: string;
  /** Data items that it asks for, in order. */
  readonly items: readonly string[];
}

export interface System {
  /** What the person's computer calls it. */
  readonly id: string;
  /** In the collection's dictionary; undefined where it is not listed. */
  readonly code?: string;
  readonly category: string;
  readonly name: string;
  readonly internal?: true;
  /** One in so many people uses it; or the first so many alone. */
  readonly share?: number;
  readonly only?: readonly number[];
  readonly forms: readonly FormPlan[];
}

const form = (signature: string, name: string, items: readonly string[]): FormPlan => ({
  signature,
  name,
  items: [...items].sort(),
});

export const SYSTEMS: readonly System[] = [
  {
    id: 'mz.qingshan.gov.cn',
    code: 'mz.qingshan.gov.cn',
    category: 'civil_affairs',
    name: '民政综合平台',
    share: 0.9,
    forms: [
      form('families', '困难群众家庭信息登记表', [
        'household.annual_income',
        'household.hukou_address',
        'household.size',
        'person.health',
        'person.id_number',
        'person.name',
        'person.phone',
        'poverty.cause',
      ]),
    ],
  },
  {
    id: 'jz.qingshan.gov.cn',
    code: 'jz.qingshan.gov.cn',
    category: 'civil_affairs',
    name: '社会救助系统',
    share: 0.75,
    forms: [
      form('relief', '社会救助对象核查表', [
        'household.annual_income',
        'household.size',
        'person.id_number',
        'person.name',
        'person.phone',
      ]),
    ],
  },
  {
    id: 'ffp.qingshan.gov.cn',
    code: 'ffp.qingshan.gov.cn',
    category: 'poverty_relief',
    name: '防止返贫监测系统',
    share: 0.8,
    forms: [
      form('monitored', '监测对象信息采集表', [
        'household.annual_income',
        'household.size',
        'person.id_number',
        'person.name',
        'person.phone',
        'poverty.help_measure',
        'poverty.helper',
        'poverty.risk_type',
      ]),
    ],
  },
  {
    id: 'wg.qingshan.gov.cn',
    code: 'wg.qingshan.gov.cn',
    category: 'grid',
    name: '网格管理平台',
    share: 0.95,
    forms: [
      form('visits', '入户走访登记表', [
        'person.name',
        'person.phone',
        'visit.content',
        'visit.date',
        'visit.object',
        'visit.photo',
      ]),
    ],
  },
  {
    id: 'dj.qingshan.gov.cn',
    code: 'dj.qingshan.gov.cn',
    category: 'party',
    name: '党建信息平台',
    share: 1,
    forms: [
      form('members', '党员信息登记表', [
        'person.education',
        'person.id_number',
        'person.name',
        'person.phone',
        'person.political_status',
      ]),
    ],
  },
  {
    id: 'aq.qingshan.gov.cn',
    code: 'aq.qingshan.gov.cn',
    category: 'safety',
    name: '安全生产检查系统',
    share: 0.65,
    forms: [
      form('checks', '企业安全检查表', [
        'event.content',
        'org.address',
        'org.name',
        'org.phone',
        'org.principal',
      ]),
    ],
  },
  {
    id: 'nytj.qingshan.gov.cn',
    code: 'nytj.qingshan.gov.cn',
    category: 'agriculture',
    name: '农业统计平台',
    share: 0.6,
    forms: [],
  },
  {
    id: '10.99.1.5:8080',
    code: 'nb-01',
    category: 'oa',
    name: '内部办公系统',
    internal: true,
    share: 0.85,
    forms: [],
  },
  {
    id: 'xx.qingshan.gov.cn',
    code: 'xx.qingshan.gov.cn',
    category: 'study',
    name: '干部学习平台',
    share: 0.8,
    forms: [],
  },
  {
    id: 'zjw.qingshan.gov.cn',
    code: 'zjw.qingshan.gov.cn',
    category: 'portal',
    name: '青山住建网',
    only: Array.from({ length: 16 }, (_, index) => index + 3),
    forms: [],
  },
  {
    id: 'slfh.qingshan.gov.cn',
    code: 'slfh.qingshan.gov.cn',
    category: 'natural_resources',
    name: '森林防火系统',
    only: [2, 9, 14, 21, 28, 33],
    forms: [],
  },
  {
    id: 'dzzh.qingshan.gov.cn',
    code: 'dzzh.qingshan.gov.cn',
    category: 'natural_resources',
    name: '地质灾害巡查系统',
    only: [4, 9, 16, 22, 30],
    forms: [],
  },
  { id: 'ly.qingshan.gov.cn', category: 'new_media', name: '旅游宣传平台', share: 0.4, forms: [] },
  { id: 'jc.qingshan.gov.cn', category: 'grid', name: '基层上报系统', share: 0.35, forms: [] },
];

export const PARTY = 'dj.qingshan.gov.cn';
export const STALE = 'zjw.qingshan.gov.cn';
export const FEW = ['slfh.qingshan.gov.cn', 'dzzh.qingshan.gov.cn'] as const;

/** One form in the week. */
interface FormWork {
  readonly form: FormPlan;
  readonly fillings: number;
  readonly minutesEach: number;
  /** Fields of each filling that had been typed elsewhere before. */
  readonly again: number;
}

/** One system in the week of one person. */
export interface SystemWeek {
  readonly system: System;
  /** Worked minutes by day, Monday first. */
  readonly days: readonly number[];
  readonly work: readonly FormWork[];
  readonly checkIns: number;
  /** Likes and the like. */
  readonly traces: number;
  readonly repeats: number;
  /** The home page was seen on two days, and its newest date was old. */
  readonly stale: boolean;
}

export interface PersonWeek {
  readonly number: number;
  readonly systems: readonly SystemWeek[];
}

/** What a person does with the preview. */
export interface Choice {
  readonly hidden: readonly string[];
  readonly blank: boolean;
  /** Handed in once without this row, and then corrected: it counts. */
  readonly corrects?: string;
}

export interface Person {
  readonly number: number;
  readonly weeks: readonly PersonWeek[];
  choice(week: number): Choice;
}

export const WEEKS = 6;
/** The seconds that each re-entered field takes. */
export const AGAIN_SECONDS = 25;

/** In the second week the party system asked for less, and then for as much as before. */
const PARTY_SHARES = [1, 0.6, 1.05, 1.05, 1.05, 1.05];
const ON_LEAVE: Readonly<Record<number, readonly number[]>> = { 36: [1, 2], 40: [3, 4, 5] };
const BLANK = [38, 39];
const HIDES: Readonly<Record<number, readonly string[]>> = {
  5: [`platform/${PARTY}`],
  12: ['category/grid'],
  19: ['platform/mz.qingshan.gov.cn', 'platform/nb-01'],
  27: ['rest/other'],
};
const CORRECTS = 7;

export function township(people: number, seed = 7): readonly Person[] {
  return Array.from({ length: people }, (_, index) => personOf(index + 1, seed));
}

function personOf(number: number, seed: number): Person {
  const random = chance(seed * 1_000 + number);
  const pace = 0.75 + 0.6 * random.next();
  const own = SYSTEMS.filter(
    (system) => system.only?.includes(number) ?? random.odds(system.share ?? 0),
  );
  return {
    number,
    weeks: Array.from({ length: WEEKS }, (_, week) => ({
      number: week,
      systems: ON_LEAVE[number]?.includes(week)
        ? []
        : own.map((system) => systemWeek(system, week, pace, random)),
    })),
    choice: (week) => ({
      hidden: HIDES[number] ?? [],
      blank: BLANK.includes(number),
      ...(number === CORRECTS && week === 0 ? { corrects: `platform/${PARTY}` } : {}),
    }),
  };
}

function systemWeek(system: System, week: number, pace: number, random: Chance): SystemWeek {
  const share = system.id === PARTY ? (PARTY_SHARES[week] ?? 1) : 1;
  const stale = system.id === STALE;
  const [form] = system.forms;
  const days: number[] = Array.from({ length: 5 }, () =>
    random.odds(stale ? 0.6 : 0.2)
      ? 0
      : Math.round(share * pace * (stale ? 1 + random.below(4) : 12 + random.below(44))),
  );
  if (!days.some((minutes) => minutes > 0)) days[week % 5] = 6;
  const fillings = form === undefined ? 0 : Math.round(share * (4 + random.below(9)));
  return {
    system,
    days,
    work:
      form === undefined || fillings === 0
        ? []
        : [
            {
              form,
              fillings,
              minutesEach: 1 + random.below(14),
              again: random.below(Math.min(5, form.items.length)),
            },
          ],
    checkIns: ['party', 'grid'].includes(system.category)
      ? Math.round(share * (3 + random.below(6)))
      : 0,
    traces: system.category === 'study' ? 4 + random.below(9) : 0,
    repeats: ['grid', 'safety', 'poverty_relief'].includes(system.category)
      ? 1 + random.below(4)
      : 0,
    stale,
  };
}
