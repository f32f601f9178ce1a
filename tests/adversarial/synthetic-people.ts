/**
 * Synthetic people of a synthetic township: seeded, so that a run can be repeated to the byte.
 *
 * Shapes as they are known of such data: most platforms are not used by most people in most weeks
 * (zero-inflated); who uses one, mostly uses it shortly, and a few use it for hours (log-normal); people
 * differ for good (each has systems of their own, and a pace), weeks differ a little, and some weeks are
 * leave.
 */

import type { Collection } from '../../utils/domain/contribution/collection';
import type { FormFigures, PlatformFigures } from '../../utils/domain/contribution/contribution';
import { MINUTE_MS } from '../../utils/domain/time-constants';
import { shiftWeek } from '../../utils/domain/week';
import { type Chance, chance } from '../bench/forms/corpus/random';

const CATEGORIES = ['party', 'oa', 'grid', 'civil_affairs', 'agriculture', 'safety', 'study'];

export interface CollectionSize {
  readonly platforms: number;
  /** Listed form types, spread over the first platforms. */
  readonly forms: number;
  readonly weeks: number;
  readonly headcount: number;
}

/** A plain collection of invented systems. */
export function syntheticCollection({
  platforms,
  forms,
  weeks,
  headcount,
}: CollectionSize): Collection {
  const categories = CATEGORIES.slice(0, Math.min(CATEGORIES.length, Math.max(1, platforms >> 1)));
  const category = (index: number) => categories[index % categories.length] as string;
  return {
    code: 'QS-2026',
    title: '青山镇基层减负情况汇总',
    weeks: Array.from({ length: weeks }, (_, index) => shiftWeek('2026-W01', index)),
    mode: 'plain',
    processor: '青山镇党政办公室',
    contact: '李秀英 199 0000 2345',
    purpose: '了解各系统和表格的填报负担',
    kinds: '各平台用时、填报次数、重复录入项数',
    retention: '汇总后三十日内删除',
    withdrawal: '汇总前可向联系人提出撤回',
    rules: { k: 10, headcount },
    categories,
    platforms: Array.from({ length: platforms }, (_, index) => ({
      code: `sys${String(index).padStart(2, '0')}.gov.cn`,
      category: category(index),
    })),
    forms: Array.from({ length: forms }, (_, index) => ({
      code: `form${String(index).padStart(2, '0')}`,
      platform: `sys${String(index % Math.max(1, platforms >> 1)).padStart(2, '0')}.gov.cn`,
      concepts: ['person.name', 'person.phone'],
    })),
  };
}

export interface SyntheticPerson {
  /** How much more or less than others this person has to do. */
  readonly factor: number;
  /** Per listed platform, and last for one that is not: how likely it is used in a week, … */
  readonly use: readonly number[];
  /** … and how much more or less than by others, where it is. */
  readonly pace: readonly number[];
}

export function syntheticPeople(
  collection: Collection,
  count: number,
  seed: number,
): readonly SyntheticPerson[] {
  const random = chance(seed);
  return Array.from({ length: count }, () => ({
    factor: Math.exp(0.5 * normal(random)),
    use: [...collection.platforms, undefined].map(() =>
      random.odds(0.45) ? 0.6 + 0.35 * random.next() : 0.08 * random.next(),
    ),
    pace: [...collection.platforms, undefined].map(() => Math.exp(0.8 * normal(random))),
  }));
}

/** A week of a person; nothing at all in a week of leave. */
export function syntheticWeek(
  collection: Collection,
  person: SyntheticPerson,
  random: Chance,
  leave: boolean = random.odds(0.06),
): readonly PlatformFigures[] {
  if (leave) return [];
  return [...collection.platforms, undefined].flatMap((platform, index) => {
    if (!random.odds(person.use[index] ?? 0)) return [];
    const pace = person.factor * (person.pace[index] ?? 1);
    const minutes = pace * Math.exp(3.4 + 0.8 * normal(random));
    const fillings = random.odds(0.5) ? 0 : Math.ceil(minutes / 12);
    const entered = fillings * (4 + random.below(12));
    const comparable = Math.floor(entered * 0.8);
    const reentered = random.odds(0.4) ? 0 : Math.floor(comparable * random.next());
    const listed = collection.forms.filter((form) => form.platform === platform?.code);
    const forms: FormFigures[] =
      fillings === 0 || platform === undefined
        ? []
        : [
            {
              code: listed.length > 0 && random.odds(0.8) ? random.pick(listed).code : undefined,
              fillings,
              eachMs: (minutes / fillings) * 0.7 * MINUTE_MS,
              reentered,
              reentryMs: reentered * 4_000,
            },
          ];
    return [
      {
        code: platform?.code,
        category: platform?.category ?? 'gov_other',
        days: 1 << random.below(5),
        workingMs: minutes * MINUTE_MS,
        fillings,
        entered,
        prefilled: Math.floor(entered * 0.2),
        comparable,
        reentered,
        reentryMs: reentered * 4_000,
        checkIns: random.odds(0.7) ? 0 : 1 + random.below(6),
        traces: random.odds(0.6) ? 0 : Math.floor(Math.exp(2 * random.next())),
        repeats: random.odds(0.85) ? 0 : 1 + random.below(4),
        zombie: random.odds(0.02),
        forms,
      },
    ];
  });
}

/** A token as a device would make one, by chance: 32 hexadecimal characters. */
export function syntheticToken(random: Chance): string {
  return Array.from({ length: 4 }, () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

/** Box and Muller. */
function normal(random: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
