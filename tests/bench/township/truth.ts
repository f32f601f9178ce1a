/**
 * The sums that must come out, from the plan and from the definitions alone (privacy: coarsening on the
 * person's side, rows with weights, squares, bins). Written anew, so that a mistake of the extension is
 * not made here as well.
 */

import type { Choice, Person, PersonWeek, SystemWeek } from './plan';
import { AGAIN_SECONDS } from './plan';

const EDGES: Readonly<Record<string, readonly number[]>> = {
  'all minutes': [120, 300, 600, 900, 1200],
  'platform minutes': [15, 30, 60, 120, 240],
  'all reentryMinutes': [5, 15, 30, 60, 120],
  'platform reentryMinutes': [5, 15, 30, 60, 120],
  'all checkIns': [1, 5, 10, 20, 40],
  'platform checkIns': [1, 5, 10, 20, 40],
};
const DAY_EDGES = [3, 5, 6];
const FILLING_EDGES = [2, 5, 10, 20, 40];
const CAPS = { all: 2_400, category: 1_200 } as const;

export type Sums = Map<string, bigint>;

/** The dictionary that the people gave their figures for. */
export interface Dictionary {
  readonly categories: readonly string[];
  readonly platforms: readonly { readonly code: string; readonly category: string }[];
  /** Code in the dictionary by the form's name. */
  readonly forms: ReadonlyMap<string, string>;
}

type Figures = Record<string, number>;

/** Adds what this person gives in this week to the sums. */
function addTruth(
  sums: Sums,
  { systems }: PersonWeek,
  { hidden, blank }: Choice,
  dictionary: Dictionary,
): void {
  if (blank) return;
  const add = (entry: string, value: number) =>
    sums.set(entry, (sums.get(entry) ?? 0n) + BigInt(value));
  const rows = new Map<string, { category: string; weeks: SystemWeek[] }>();
  for (const one of systems) {
    const listed = dictionary.platforms.find(({ code }) => code === one.system.code);
    const category =
      listed?.category ??
      (dictionary.categories.includes(one.system.category) ? one.system.category : 'other');
    const key = listed === undefined ? `rest/${category}` : `platform/${listed.code}`;
    if (hidden.includes(key) || hidden.includes(`category/${category}`)) continue;
    const row = rows.get(key) ?? { category, weeks: [] };
    row.weeks.push(one);
    rows.set(key, row);
  }
  const totals = new Map<string, Figures>();
  const days = new Set<number>();
  for (const [key, { category, weeks }] of rows) {
    const figures = platformFigures(weeks);
    writeRow(add, key, figures);
    for (const above of ['all', `category/${category}`]) {
      const total = totals.get(above) ?? {};
      for (const [measure, value] of Object.entries(figures))
        total[measure] = (total[measure] ?? 0) + value;
      totals.set(above, total);
    }
    for (const { days: worked } of weeks)
      for (const [day, minutes] of worked.entries()) if (minutes > 0) days.add(day);
    writeForms(add, weeks, dictionary);
  }
  for (const [key, total] of totals) writeRow(add, key, coarseTotal(key, total));
  if (totals.size > 0) add(`all/days/bin${binOf(days.size, DAY_EDGES)}`, 1);
}

function platformFigures(weeks: readonly SystemWeek[]): Figures {
  const sum = (of: (week: SystemWeek) => number) => weeks.reduce((all, one) => all + of(one), 0);
  const work = (of: (form: SystemWeek['work'][number]) => number) =>
    sum((one) => one.work.reduce((all, form) => all + of(form), 0));
  return {
    minutes: coarse(
      sum(({ days }) => days.reduce((all, minutes) => all + minutes, 0)),
      5,
      300,
    ),
    fillings: Math.min(
      99,
      work(({ fillings }) => fillings),
    ),
    // The first field of each form stands there already, the last is chosen from a list.
    ...ninetyNine({
      entered: work(({ fillings, form }) => fillings * (form.items.length - 1)),
      prefilled: work(({ fillings }) => fillings),
      comparable: work(({ fillings, form }) => fillings * (form.items.length - 1)),
      reentered: work(({ fillings, again }) => fillings * again),
    }),
    reentryMinutes: coarse(
      work(({ fillings, again }) => (fillings * again * AGAIN_SECONDS) / 60),
      5,
      300,
    ),
    checkIns: Math.min(
      99,
      sum(({ checkIns }) => checkIns),
    ),
    traces: Math.min(
      99,
      sum(({ traces }) => traces),
    ),
    repeats: Math.min(
      99,
      sum(({ repeats }) => repeats),
    ),
    zombie: weeks.some(({ stale }) => stale) ? 1 : 0,
  };
}

/** Counts of fields keep their proportions where one is over 99. */
function ninetyNine(counts: Figures): Figures {
  const most = Math.max(...Object.values(counts));
  const factor = most > 99 ? 99 / most : 1;
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, Math.round(count * factor)]),
  );
}

function coarse(minutes: number, step: number, cap: number): number {
  return Math.min(cap, Math.round(minutes / step) * step);
}

function coarseTotal(key: string, total: Figures): Figures {
  const cap = key === 'all' ? CAPS.all : CAPS.category;
  const { entered = 0, prefilled = 0, comparable = 0, reentered = 0 } = total;
  const fields = ninetyNine({ entered, prefilled, comparable, reentered });
  return Object.fromEntries(
    Object.entries(total).map(([measure, value]) => {
      if (measure in fields) return [measure, fields[measure] ?? 0];
      if (measure.toLowerCase().endsWith('minutes')) return [measure, coarse(value, 15, cap)];
      return [measure, Math.min(measure === 'zombie' ? 1 : 99, value)];
    }),
  );
}

function writeRow(
  add: (entry: string, value: number) => void,
  key: string,
  figures: Figures,
): void {
  add(`${key}/weight`, 1);
  for (const [measure, value] of Object.entries(figures)) {
    add(`${key}/${measure}`, value);
    if (measure !== 'zombie') add(`${key}/${measure}/square`, value * value);
    const edges = EDGES[`${key.split('/')[0]} ${measure}`];
    if (edges !== undefined) add(`${key}/${measure}/bin${binOf(value, edges)}`, 1);
  }
}

function writeForms(
  add: (entry: string, value: number) => void,
  weeks: readonly SystemWeek[],
  { forms }: Dictionary,
): void {
  for (const { work } of weeks) {
    for (const { form, fillings, minutesEach, again } of work) {
      const code = forms.get(form.name);
      if (code === undefined) continue;
      const seconds = fillings * again * AGAIN_SECONDS;
      writeRow(add, `form/${code}`, {
        fillings: Math.min(99, fillings),
        reentered: Math.min(99, fillings * again),
        reentryMinutes: coarse(seconds / 60, 5, 300),
      });
      add(`form/${code}/each/bin${binOf(minutesEach, FILLING_EDGES)}`, 1);
    }
  }
}

function binOf(value: number, edges: readonly number[]): number {
  const bin = edges.findIndex((edge) => value < edge);
  return bin < 0 ? edges.length : bin;
}

/** The sums of these people over one week. */
export function truthOf(people: readonly Person[], week: number, dictionary: Dictionary): Sums {
  const sums: Sums = new Map();
  for (const person of people) {
    const own = person.weeks[week];
    if (own !== undefined) addTruth(sums, own, person.choice(week), dictionary);
  }
  return sums;
}
