/**
 * Contribution (汇总件): one person's week as a fixed-length vector of integers over a collection's
 * dictionary. Hiding a row gives, byte for byte, what a week without it would have given: what is
 * hidden is taken out before anything is added up.
 */

import { coarseCount, coarseFields, coarseMinutes, type FieldCounts, roundTo } from './coarsen';
import { type Collection, collectionId, OTHER } from './collection';
import { binOf, type Layout, type Measure, type Row } from './layout';
import { vectorCheck } from './vector-check';

export const CONTRIBUTION_SCHEMA = 'qingzhuang/contribution/1';
/** Version of the measures that the figures follow. */
export const MEASURE_VERSION = 1;
/** A corrected file replaces an earlier one: 1 … 9. */
export const MAX_REVISION = 9;

/** One platform in the week, as the person's records tell it. */
export interface PlatformFigures extends FieldCounts {
  /** Code in the collection's dictionary; undefined where it is not listed. */
  readonly code?: string | undefined;
  readonly category: string;
  /** Bit d is set where there are records on day d of the week, Monday 0. */
  readonly days: number;
  readonly workingMs: number;
  readonly fillings: number;
  readonly reentryMs: number;
  readonly checkIns: number;
  /** Trace-leaving actions other than check-ins. */
  readonly traces: number;
  readonly repeats: number;
  readonly zombie: boolean;
  readonly forms: readonly FormFigures[];
}

/** One form in the week. */
export interface FormFigures {
  /** Code in the collection's dictionary; undefined where it is not listed. */
  readonly code?: string | undefined;
  readonly fillings: number;
  /** Working time of one filling, the mean, ms. */
  readonly eachMs: number;
  readonly reentered: number;
  readonly reentryMs: number;
}

/**
 * The vector of a week.
 *
 * @param hidden keys of rows (`platform/study.xuexi`) that the person does not want to give
 */
export function contributionVector(
  platforms: readonly PlatformFigures[],
  layout: Layout,
  hidden: ReadonlySet<string> = new Set(),
): Uint32Array {
  const vector = new Uint32Array(layout.entries.length);
  if (hidden.has('all')) return vector;
  const leaves = new Map<string, { figures: PlatformFigures[]; category: string }>();
  for (const figures of platforms) {
    const key = platformRowOf(figures, layout);
    const category = layout.row.get(key)?.parent as string;
    if (hidden.has(key) || hidden.has(category)) continue;
    const leaf = leaves.get(key) ?? { figures: [], category };
    leaf.figures.push(figures);
    leaves.set(key, leaf);
  }
  const totals = new Map<string, Map<Measure, number>>();
  let days = 0;
  for (const [key, { figures, category }] of leaves) {
    const values = platformValues(figures);
    if ([...values.values()].every((value) => value === 0) && figures.every((one) => !one.days))
      continue;
    fill(vector, layout.row.get(key) as Row, values);
    fillForms(vector, layout, figures, hidden);
    for (const above of [category, 'all']) addInto(totals, above, values);
    for (const one of figures) days |= one.days;
  }
  for (const [key, values] of totals)
    fill(vector, layout.row.get(key) as Row, rounded(values, key, layout));
  const bins = layout.row.get('all')?.ownBins;
  if (totals.size > 0 && bins !== undefined) {
    const count = days.toString(2).replaceAll('0', '').length;
    vector[bins.at + binOf(count, bins.edges)] = 1;
  }
  return vector;
}

/** Key of the row that a platform stands in. */
function platformRowOf(
  { code, category }: Pick<PlatformFigures, 'code' | 'category'>,
  layout: Layout,
): string {
  if (code !== undefined && layout.row.has(`platform/${code}`)) return `platform/${code}`;
  return layout.row.has(`category/${category}`) ? `rest/${category}` : `rest/${OTHER}`;
}

/** Platforms that share a row (those that are not listed) are added before they are coarsened. */
function platformValues(figures: readonly PlatformFigures[]): Map<Measure, number> {
  const sum = (of: (one: PlatformFigures) => number) =>
    figures.reduce((total, one) => total + of(one), 0);
  const fields = coarseFields({
    entered: sum((one) => one.entered),
    prefilled: sum((one) => one.prefilled),
    comparable: sum((one) => one.comparable),
    reentered: sum((one) => one.reentered),
  });
  return new Map<Measure, number>([
    [
      'minutes',
      coarseMinutes(
        sum((one) => one.workingMs),
        5,
        300,
      ),
    ],
    ['fillings', coarseCount(sum((one) => one.fillings))],
    ...(Object.entries(fields) as [Measure, number][]),
    [
      'reentryMinutes',
      coarseMinutes(
        sum((one) => one.reentryMs),
        5,
        300,
      ),
    ],
    ['checkIns', coarseCount(sum((one) => one.checkIns))],
    ['traces', coarseCount(sum((one) => one.traces))],
    ['repeats', coarseCount(sum((one) => one.repeats))],
    ['zombie', figures.some((one) => one.zombie) ? 1 : 0],
  ]);
}

/** The forms of a platform: those listed each by itself, the others together. */
function fillForms(
  vector: Uint32Array,
  layout: Layout,
  figures: readonly PlatformFigures[],
  hidden: ReadonlySet<string>,
): void {
  const rows = new Map<string, FormFigures[]>();
  for (const { code: platform, forms } of figures) {
    const rest = `formrest/${platform}`;
    if (!layout.row.has(rest)) continue;
    for (const form of forms) {
      const own = layout.row.get(`form/${form.code}`);
      const key = own?.parent === `platform/${platform}` ? own.key : rest;
      if (!hidden.has(key) && form.fillings > 0) rows.set(key, [...(rows.get(key) ?? []), form]);
    }
  }
  for (const [key, forms] of rows) {
    const row = layout.row.get(key) as Row;
    const sum = (of: (one: FormFigures) => number) => forms.reduce((all, one) => all + of(one), 0);
    fill(
      vector,
      row,
      new Map<Measure, number>([
        ['fillings', coarseCount(sum((one) => one.fillings))],
        ['reentered', coarseCount(sum((one) => one.reentered))],
        [
          'reentryMinutes',
          coarseMinutes(
            sum((one) => one.reentryMs),
            5,
            300,
          ),
        ],
      ]),
    );
    if (row.ownBins === undefined) continue;
    const each = sum((one) => one.eachMs * one.fillings) / sum((one) => one.fillings);
    vector[row.ownBins.at + binOf(each / 60_000, row.ownBins.edges)] = 1;
  }
}

function addInto(
  totals: Map<string, Map<Measure, number>>,
  key: string,
  values: ReadonlyMap<Measure, number>,
): void {
  const total = totals.get(key) ?? new Map<Measure, number>();
  for (const [measure, value] of values) total.set(measure, (total.get(measure) ?? 0) + value);
  totals.set(key, total);
}

/** A total in the steps and under the caps of its row. */
function rounded(
  values: ReadonlyMap<Measure, number>,
  key: string,
  layout: Layout,
): ReadonlyMap<Measure, number> {
  const fields = coarseFields({
    entered: values.get('entered') ?? 0,
    prefilled: values.get('prefilled') ?? 0,
    comparable: values.get('comparable') ?? 0,
    reentered: values.get('reentered') ?? 0,
  });
  const slots = layout.row.get(key)?.slots ?? [];
  return new Map(
    slots.map(({ measure, step, cap }) => [
      measure,
      measure in fields
        ? fields[measure as keyof FieldCounts]
        : roundTo(values.get(measure) ?? 0, step, cap),
    ]),
  );
}

function fill(vector: Uint32Array, row: Row, values: ReadonlyMap<Measure, number>): void {
  vector[row.weightAt] = 1;
  for (const { measure, at, squareAt, bins } of row.slots) {
    const value = values.get(measure) ?? 0;
    vector[at] = value;
    if (squareAt !== undefined) vector[squareAt] = value * value;
    if (bins !== undefined) vector[bins.at + binOf(value, bins.edges)] = 1;
  }
}

/** What stands before the figures, alike in every file of a person's collection and week. */
export interface Heading {
  readonly collection: string;
  readonly week: string;
  /** 32 hexadecimal characters. */
  readonly token: string;
  readonly rev: number;
}

export function headingOf(
  collection: Collection,
  week: string,
  token: string,
  rev: number,
): Heading {
  return { collection: collectionId(collection), week, token, rev };
}

/** The canonical text up to the token. */
export function headText({ collection, week }: Pick<Heading, 'collection' | 'week'>): string {
  return `{"schema":"${CONTRIBUTION_SCHEMA}","measures":${MEASURE_VERSION},"collection":"${collection}","week":"${week}","token":"`;
}

/** The canonical text of a plain contribution: one line. */
export function plainText(heading: Heading, vector: Uint32Array): string {
  return `${headText(heading)}${heading.token}","rev":${heading.rev},"values":[${vector.join(',')}],"check":${vectorCheck(vector)}}\n`;
}

/** `QS-2026-4-2026-W47-1a2b3c4d.json`. */
export function contributionFileName({ collection, week, token }: Heading): string {
  return `${collection.slice(0, collection.lastIndexOf('.'))}-${week}-${token.slice(0, 8)}.json`;
}
