/**
 * The vector of a contribution: which integer stands where, and how large it may be.
 *
 * Rows: `all`; `category/<name>` for each listed category and `category/other`; below each category
 * its listed platforms, `platform/<code>`, and `rest/<category>` for those that are not listed; below
 * a platform with listed form types `form/<code>` and `formrest/<platform>`. Every row begins with a
 * weight (1: used and shown, 0: not used, or hidden). Each measure x has its square beside it, so that
 * sums alone tell spread and are checked; headline measures have one-hot histogram bins.
 */

import { type Collection, OTHER } from './collection';

export const MEASURES = [
  'minutes',
  'fillings',
  'entered',
  'prefilled',
  'comparable',
  'reentered',
  'reentryMinutes',
  'checkIns',
  'traces',
  'repeats',
  'zombie',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures that add up over the forms of a platform. */
const FORM_MEASURES = ['fillings', 'reentered', 'reentryMinutes'] as const;

export type RowKind = 'all' | 'category' | 'platform' | 'rest' | 'form' | 'formrest';

export interface Slot {
  readonly measure: Measure;
  /** Index of the value. */
  readonly at: number;
  /** Index of its square; absent for a flag, which is its own square. */
  readonly squareAt?: number;
  readonly cap: number;
  /** Values are multiples of it. */
  readonly step: number;
  readonly bins?: Bins;
}

/** One-hot bins: bin b holds values below `edges[b]` and not below the edge before; the last is open. */
interface Bins {
  readonly at: number;
  readonly edges: readonly number[];
}

export interface Row {
  readonly key: string;
  readonly kind: RowKind;
  /** Category name, platform code or form code; `all` for the whole. */
  readonly name: string;
  /** Key of the row above; absent for `all`. */
  readonly parent?: string;
  readonly weightAt: number;
  readonly slots: readonly Slot[];
  /** Bins that belong to no measure: days with records (`all`), minutes per filling (`form`). */
  readonly ownBins?: Bins;
}

interface Entry {
  /** ASCII: `platform/study.xuexi/minutes`, `…/minutes/square`, `…/minutes/bin2`, `…/weight`. */
  readonly name: string;
  readonly cap: number;
}

export interface Layout {
  readonly rows: readonly Row[];
  readonly entries: readonly Entry[];
  readonly row: ReadonlyMap<string, Row>;
}

/** Minutes of a week: caps and steps by kind of row. */
const MINUTES: Readonly<Record<RowKind, { readonly cap: number; readonly step: number }>> = {
  all: { cap: 2400, step: 15 },
  category: { cap: 1200, step: 15 },
  platform: { cap: 300, step: 5 },
  rest: { cap: 300, step: 5 },
  form: { cap: 300, step: 5 },
  formrest: { cap: 300, step: 5 },
};
export const COUNT_CAP = 99;

const ALL_EDGES = [120, 300, 600, 900, 1200] as const;
const PLATFORM_EDGES = [15, 30, 60, 120, 240] as const;
const REENTRY_EDGES = [5, 15, 30, 60, 120] as const;
const COUNT_EDGES = [1, 5, 10, 20, 40] as const;
/** Days of the week with records: 1–2, 3–4, 5, 6–7. */
const DAY_EDGES = [3, 5, 6] as const;
/** Minutes that one filling of a form takes, the person's mean of the week. */
const FILLING_EDGES = [2, 5, 10, 20, 40] as const;

/** The layout of a collection. The same collection always has the same. */
export function layoutOf(
  collection: Pick<Collection, 'categories' | 'platforms' | 'forms'>,
): Layout {
  const entries: Entry[] = [];
  const rows: Row[] = [];
  const add = (name: string, cap: number) => entries.push({ name, cap }) - 1;
  const addBins = (key: string, edges: readonly number[]): Bins => {
    const at = entries.length;
    for (let bin = 0; bin <= edges.length; bin += 1) add(`${key}/bin${bin}`, 1);
    return { at, edges };
  };
  const addRow = (kind: RowKind, name: string, parent?: string) => {
    const key = kind === 'all' ? 'all' : `${kind}/${name}`;
    const weightAt = add(`${key}/weight`, 1);
    const measures = kind.startsWith('form') ? FORM_MEASURES : MEASURES;
    const slots = measures.map((measure): Slot => {
      const cap = capOf(kind, measure);
      const step = isTime(measure) ? MINUTES[kind].step : 1;
      const at = add(`${key}/${measure}`, cap);
      const edges = edgesOf(kind, measure);
      return {
        measure,
        at,
        cap,
        step,
        ...(measure === 'zombie' ? {} : { squareAt: add(`${key}/${measure}/square`, cap * cap) }),
        ...(edges === undefined ? {} : { bins: addBins(`${key}/${measure}`, edges) }),
      };
    });
    const own = kind === 'all' ? DAY_EDGES : kind === 'form' ? FILLING_EDGES : undefined;
    rows.push({
      key,
      kind,
      name,
      ...(parent === undefined ? {} : { parent }),
      weightAt,
      slots,
      ...(own === undefined
        ? {}
        : { ownBins: addBins(`${key}/${kind === 'all' ? 'days' : 'each'}`, own) }),
    });
    return key;
  };
  addRow('all', 'all');
  for (const category of [...collection.categories, OTHER]) {
    const parent = addRow('category', category, 'all');
    for (const platform of collection.platforms) {
      if (platform.category !== category) continue;
      const key = addRow('platform', platform.code, parent);
      const forms = collection.forms.filter((form) => form.platform === platform.code);
      for (const form of forms) addRow('form', form.code, key);
      if (forms.length > 0) addRow('formrest', platform.code, key);
    }
    addRow('rest', category, parent);
  }
  return { rows, entries, row: new Map(rows.map((row) => [row.key, row])) };
}

function edgesOf(kind: RowKind, measure: Measure): readonly number[] | undefined {
  if (kind !== 'all' && kind !== 'platform') return undefined;
  if (measure === 'minutes') return kind === 'all' ? ALL_EDGES : PLATFORM_EDGES;
  if (measure === 'reentryMinutes') return REENTRY_EDGES;
  return measure === 'checkIns' ? COUNT_EDGES : undefined;
}

/** Whether a measure is a time, in minutes. */
export function isTime(measure: Measure): boolean {
  return measure === 'minutes' || measure === 'reentryMinutes';
}

/** The most that one person can give in a week. */
export function capOf(kind: RowKind, measure: Measure): number {
  if (isTime(measure)) return MINUTES[kind].cap;
  return measure === 'zombie' ? 1 : COUNT_CAP;
}

/** The bin of a value. */
export function binOf(value: number, edges: readonly number[]): number {
  const bin = edges.findIndex((edge) => value < edge);
  return bin < 0 ? edges.length : bin;
}
