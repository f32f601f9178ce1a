/** What an office and its people would hand to the unit page: a township of forty, four weeks. */
import { createBatch } from '../../utils/domain/contribution/batch';
import {
  type Collection,
  collectionId,
  collectionText,
} from '../../utils/domain/contribution/collection';
import { inventoryText } from '../../utils/domain/contribution/form-inventory';
import { releaseOf } from '../../utils/domain/contribution/release';
import { releaseText } from '../../utils/domain/contribution/release-file';
import { COLLECTION, personWeek, plainFile } from '../utils/domain/contribution/fixture';

const PEOPLE = 40;
const HOUSEHOLD = [
  'household.residence_address',
  'household.size',
  'person.id_number',
  'person.name',
  'person.phone',
];
/** Forms as the people's lists show them. */
const FORMS = [
  { platform: 'mz.qingshan.gov.cn', name: '低保对象信息登记表', own: ['civil.dibao_category'] },
  { platform: 'ffp.qingshan.gov.cn', name: '监测对象基本信息表', own: ['poverty.risk_type'] },
  { platform: 'wg.qingshan.gov.cn', name: '入户走访登记表', own: ['visit.content', 'visit.date'] },
] as const;

export interface UnitFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The collection of the running week, with the systems and forms of the township. */
export function townshipCollection(weeks: readonly string[]): Collection {
  return {
    ...COLLECTION,
    weeks,
    categories: ['civil_affairs', 'grid', 'party', 'poverty_relief', 'study'],
    platforms: [
      { code: 'mz.qingshan.gov.cn', category: 'civil_affairs', name: '民政综合服务平台' },
      { code: 'ffp.qingshan.gov.cn', category: 'poverty_relief', name: '防止返贫监测信息系统' },
      { code: 'wg.qingshan.gov.cn', category: 'grid', name: '网格化服务管理平台' },
      { code: 'dj.qingshan.gov.cn', category: 'party', name: '智慧党建平台' },
      { code: 'nb-01', category: 'grid', internal: true },
    ],
    forms: FORMS.map(({ platform, name, own }, index) => ({
      code: `f${index + 1}`,
      platform,
      name,
      concepts: [...HOUSEHOLD, ...own].sort(),
    })),
  };
}

export function unitFiles(weeks: readonly string[]) {
  const collection = townshipCollection(weeks);
  const week = weeks[0] as string;
  const file = (name: string, text: string): UnitFile => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const figures = (person: number, share: number) =>
    personWeek(person).map((one, index) => {
      const { code, category } = collection.platforms[
        index % 5
      ] as (typeof collection.platforms)[0];
      const type = collection.forms.find(({ platform }) => platform === code);
      return {
        ...one,
        code,
        category,
        workingMs: one.workingMs * share,
        reentryMs: one.reentryMs * share,
        forms:
          type === undefined
            ? []
            : [
                {
                  code: type.code,
                  fillings: 9,
                  eachMs: (4 + (person % 9)) * 60_000,
                  reentered: 22,
                  reentryMs: 1.5e6,
                },
              ],
      };
    });
  const people = Array.from({ length: PEOPLE }, (_, index) => index + 1);
  const releases = weeks.flatMap((one, index) => {
    const batch = createBatch(collection, one);
    for (const person of people) {
      const text = plainFile(person, {
        collection,
        week: one,
        figures: figures(person, [1, 0.6, 0.6, 1][index] ?? 1),
      });
      batch.add(Buffer.from(text));
    }
    const made = releaseOf(collection, [batch.close().sum]);
    if ('refused' in made) throw new Error(`no result: ${made.refused}`);
    return [file(`QS-2026-4-${one}.release.json`, releaseText(made.release))];
  });
  return {
    collection: file('QS-2026-4.collection.json', collectionText(collection)),
    contributions: people.map((person) =>
      file(`${person}.json`, plainFile(person, { collection, week, figures: figures(person, 1) })),
    ),
    broken: file('坏文件.json', '{"schema":'),
    inventories: people.slice(0, 14).map((person) =>
      file(
        `${person}-forms.json`,
        inventoryText({
          collection: collectionId(collection),
          forms: FORMS.map(({ platform, own }) => ({
            platform,
            concepts: [...HOUSEHOLD, ...own].sort(),
            fields: 11,
          })),
        }),
      ),
    ),
    releases,
  };
}
