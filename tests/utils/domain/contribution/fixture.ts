import type { Collection } from '../../../../utils/domain/contribution/collection';
import { collectionId } from '../../../../utils/domain/contribution/collection';
import {
  contributionVector,
  type PlatformFigures,
  plainText,
} from '../../../../utils/domain/contribution/contribution';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import { contributionToken } from '../../../../utils/domain/contribution/token';

export const WEEK = '2026-W47';

export const COLLECTION: Collection = {
  code: 'QS-2026-4',
  title: '青山镇第四季度平台负担汇总',
  weeks: ['2026-W45', '2026-W46', '2026-W47', '2026-W48'],
  mode: 'plain',
  processor: '青山镇党政综合办公室',
  contact: '张建国 199 0000 0001',
  purpose: '了解各平台填报用时，提出整合建议',
  kinds: '各平台用时、填报、重复录入、打卡次数',
  retention: '汇总结果形成后 30 日内删除',
  withdrawal: '汇总前告知联系人即可撤回',
  rules: { k: 10, headcount: 60 },
  categories: ['civil_affairs', 'grid', 'study'],
  platforms: [
    { code: 'study.xuexi', category: 'study', name: '学习强国' },
    { code: 'nb-01', category: 'grid', internal: true },
    { code: 'mz.qingshan.gov.cn', category: 'civil_affairs', name: '民政系统' },
    { code: 'db.qingshan.gov.cn', category: 'civil_affairs' },
  ],
  forms: [
    {
      code: 'f1',
      platform: 'mz.qingshan.gov.cn',
      name: '低保对象信息',
      concepts: ['person.id_number', 'person.name', 'person.phone'],
    },
  ],
};

/** A source of numbers that are the same on each run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function platformFigures(given: Partial<PlatformFigures> = {}): PlatformFigures {
  return {
    code: 'study.xuexi',
    category: 'study',
    days: 0b11111,
    workingMs: 90 * 60_000,
    fillings: 4,
    entered: 30,
    prefilled: 10,
    comparable: 24,
    reentered: 12,
    reentryMs: 20 * 60_000,
    checkIns: 5,
    traces: 7,
    repeats: 2,
    zombie: false,
    forms: [],
    ...given,
  };
}

/** The week of a person who works with all of it. */
export function personWeek(person: number): readonly PlatformFigures[] {
  const random = seeded(person * 7919 + 1);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = (code: string | undefined, category: string) =>
    platformFigures({
      code,
      category,
      days: 1 + upTo(126),
      workingMs: (30 + upTo(240)) * 60_000,
      fillings: 5 + upTo(20),
      entered: 40 + upTo(50),
      prefilled: 10 + upTo(20),
      comparable: 40 + upTo(20),
      reentered: 15 + upTo(20),
      reentryMs: (20 + upTo(60)) * 60_000,
      checkIns: 8 + upTo(8),
      traces: 10 + upTo(10),
      repeats: 6 + upTo(6),
      zombie: random() < 0.5,
      forms:
        code === 'mz.qingshan.gov.cn'
          ? [
              {
                code: 'f1',
                fillings: 6,
                eachMs: (3 + upTo(12)) * 60_000,
                reentered: 9,
                reentryMs: 1.5e6,
              },
              { fillings: 6, eachMs: 90_000, reentered: 6, reentryMs: 1.2e6 },
            ]
          : [],
    });
  return [
    one('study.xuexi', 'study'),
    one('nb-01', 'grid'),
    one('mz.qingshan.gov.cn', 'civil_affairs'),
    one('db.qingshan.gov.cn', 'civil_affairs'),
    ...(person % 3 === 0 ? [one(undefined, 'water')] : []),
    ...(person % 10 === 0 ? [one(undefined, 'study')] : []),
  ];
}

export function secretOf(person: number): string {
  return person.toString(16).padStart(64, '0');
}

export function plainFile(
  person: number,
  {
    collection = COLLECTION,
    week = WEEK,
    rev = 1,
    figures = personWeek(person),
  }: {
    readonly collection?: Collection;
    readonly week?: string;
    readonly rev?: number;
    readonly figures?: readonly PlatformFigures[];
  } = {},
): string {
  const id = collectionId(collection);
  const token = contributionToken(secretOf(person), id, week);
  return plainText(
    { collection: id, week, token, rev },
    contributionVector(figures, layoutOf(collection)),
  );
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
