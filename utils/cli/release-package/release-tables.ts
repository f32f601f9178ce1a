/**
 * Releases of a unit as tables for research: what a release prints, row by row, and nothing more.
 * Floors, remainders and rounding were applied when the release was made.
 */

import { MEASURES } from '../../domain/contribution/layout';
import type { PrintedMeasure, Release } from '../../domain/contribution/release';
import type { ResearchColumn, ResearchTable } from '../../domain/research/codebook';
import type { ResearchRow, ResearchRows } from '../../domain/research/research-tables';

const SINCE = { since: '0.1.0' } as const;
const NAME = { type: 'string', pattern: '^[\\w.:/-]{1,90}$', ...SINCE } as const;
const COUNT = { type: 'integer', least: 0, ...SINCE } as const;
const NUMBER = { type: 'number', least: 0, optional: true, ...SINCE } as const;
const SHARE = { ...NUMBER, unit: 'share', most: 1 } as const;
const RELEASE: ResearchColumn = {
  name: 'release',
  title: {
    zh_CN: '汇总结果代号（来源摘要前 16 位）',
    en: 'Release: the first 16 digits of its source’s digest',
  },
  type: 'string',
  pattern: '^[0-9a-f]{16}$',
  ...SINCE,
};

/** Column of a measure, with what it is. */
const PRINTED: Readonly<Record<PrintedMeasure, readonly [name: string, zh: string, en: string]>> = {
  minutes: ['minutes', '操作（分钟）', 'Working, minutes'],
  fillings: ['fillings', '填报次数', 'Submissions'],
  entered: ['entered', '录入项', 'Entered fields'],
  prefilled: ['prefilled', '带出项', 'Prefilled fields'],
  comparable: ['comparable', '可比录入项', 'Comparable entered fields'],
  reentered: ['reentered', '重复录入项', 'Re-entered fields'],
  reentryMinutes: ['reentry_minutes', '重复录入（分钟）', 'Re-entry, minutes'],
  checkIns: ['check_ins', '打卡', 'Check-ins'],
  traces: ['traces', '留痕操作', 'Trace-leaving actions'],
  repeats: ['repeats', '重复上传', 'Repeated uploads'],
};
const MEASURED = MEASURES.filter((measure): measure is PrintedMeasure => measure !== 'zombie');

const bracket = (name: string, zh: string, en: string): readonly ResearchColumn[] => [
  {
    name: `${name}_low`,
    title: { zh_CN: `${zh}，下四分位`, en: `${en}, lower quartile` },
    ...NUMBER,
  },
  { name, title: { zh_CN: `${zh}，中位`, en: `${en}, median` }, ...NUMBER },
  {
    name: `${name}_high`,
    title: { zh_CN: `${zh}，上四分位`, en: `${en}, upper quartile` },
    ...NUMBER,
  },
];

export const RELEASE_TABLES: readonly ResearchTable[] = [
  {
    name: 'releases',
    title: { zh_CN: '每份汇总结果一行', en: 'One row per release' },
    key: ['release'],
    columns: [
      RELEASE,
      { name: 'collection', title: { zh_CN: '征集代号', en: 'Collection' }, ...NAME },
      {
        name: 'first_week',
        title: { zh_CN: '首周', en: 'First week' },
        type: 'string',
        pattern: '^[0-9]{4}-W[0-9]{2}$',
        ...SINCE,
      },
      { name: 'weeks', title: { zh_CN: '周数', en: 'Weeks' }, ...COUNT, least: 1, most: 4 },
      {
        name: 'mode',
        title: { zh_CN: '方式：明文、密封', en: 'Mode' },
        type: 'string',
        values: ['plain', 'sealed'],
        ...SINCE,
      },
      { name: 'k', title: { zh_CN: '最小公布人数', en: 'Floor of people' }, ...COUNT },
      {
        name: 'people',
        title: {
          zh_CN: '人数（多周为人周），五的倍数',
          en: 'People, or person-weeks in a block; multiples of five',
        },
        ...COUNT,
      },
    ],
  },
  {
    name: 'sums',
    title: { zh_CN: '汇总结果的每一行', en: 'Every row of a release' },
    key: ['release', 'row'],
    columns: [
      RELEASE,
      { name: 'row', title: { zh_CN: '行', en: 'Row' }, ...NAME },
      {
        name: 'kind',
        title: { zh_CN: '行的种类', en: 'Kind of row' },
        type: 'string',
        values: ['all', 'category', 'platform', 'rest', 'form', 'formrest', 'remainder'],
        ...SINCE,
      },
      { name: 'name', title: { zh_CN: '类别或代码', en: 'Category or code' }, ...NAME },
      { name: 'people', title: { zh_CN: '人数', en: 'People' }, ...COUNT, optional: true },
      ...MEASURED.map((measure): ResearchColumn => {
        const [name, zh, en] = PRINTED[measure];
        return { name, title: { zh_CN: zh, en }, ...COUNT, optional: true };
      }),
      {
        name: 'duplicate_share',
        title: { zh_CN: '重复录入占比', en: 'Re-entered ÷ comparable, of the printed sums' },
        ...SHARE,
      },
      {
        name: 'prefill_rate',
        title: { zh_CN: '预填率', en: 'Prefilled ÷ (prefilled + entered), of the printed sums' },
        ...SHARE,
      },
      ...bracket('each_minutes', '每次填报分钟', 'Minutes per filling'),
      ...bracket('hours', '合计小时', 'Hours'),
    ],
  },
  {
    name: 'idle_platforms',
    title: {
      zh_CN: '足够多人看到闲置迹象的平台',
      en: 'Platforms that enough people saw signs of idleness of',
    },
    key: ['release', 'platform'],
    columns: [
      RELEASE,
      { name: 'platform', title: { zh_CN: '平台代码', en: 'Code of the platform' }, ...NAME },
    ],
  },
];

/** @throws RangeError where a release is given twice */
export function releaseTables(releases: readonly Release[]): ResearchRows {
  const ids = new Set<string>();
  const named = releases.map((release) => {
    const id = release.source.slice(0, 16);
    if (ids.has(id)) throw new RangeError(`The release of ${release.weeks[0]} was given twice.`);
    ids.add(id);
    return { id, release };
  });
  return new Map([
    [
      'releases',
      named.map(({ id, release }) => ({
        release: id,
        collection: release.collection,
        first_week: release.weeks[0],
        weeks: release.weeks.length,
        mode: release.mode,
        k: release.k,
        people: release.people,
      })),
    ],
    ['sums', named.flatMap(({ id, release }) => release.rows.map((row) => sumRow(id, row)))],
    [
      'idle_platforms',
      named.flatMap(({ id, release }) =>
        release.zombies.map((platform) => ({ release: id, platform })),
      ),
    ],
  ]);
}

function sumRow(release: string, row: Release['rows'][number]): ResearchRow {
  const { key, kind, name, people, sums, duplicateShare, prefillRate, each, hours } = row;
  return {
    release,
    row: key,
    kind,
    name,
    people,
    ...Object.fromEntries(MEASURED.map((measure) => [PRINTED[measure][0], sums[measure]])),
    duplicate_share: duplicateShare,
    prefill_rate: prefillRate,
    each_minutes_low: each?.low,
    each_minutes: each?.mid,
    each_minutes_high: each?.high,
    hours_low: hours?.low,
    hours: hours?.mid,
    hours_high: hours?.high,
  };
}
