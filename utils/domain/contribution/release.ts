/**
 * Release (汇总结果): what may be read of a collection. It is made of sums alone: floors, the cap rule
 * and remainders applied, sums and numbers of people rounded, means from the rounded. No minimum,
 * maximum, raw quantile, person, or list of who handed in can be expressed in it.
 *
 * A week by itself from 30 people; fewer, from k on, in a block of four successive weeks, in which a
 * figure adds up person-weeks. Totals that cannot be are void (`sumFaults`).
 */

import { shiftWeek } from '../week';
import type { Collection } from './collection';
import { collectionId, textHash } from './collection';
import { quartilesOfBins } from './estimate-bins';
import { type Layout, layoutOf, MEASURES, type Measure, type RowKind } from './layout';
import { settleMeasure, type Totals } from './settle-sums';
import { type SumFault, type SumFile, sumFaults, sumText } from './sum-file';

/** A week is released by itself from this many people on. */
const WEEKLY_PEOPLE = 30;
const BLOCK_WEEKS = 4;
/** A plain collection is opened from this many files on. */
export const PLAIN_FILES = 30;

export type PrintedMeasure = Exclude<Measure, 'zombie'>;
const PRINTED = MEASURES.filter((measure): measure is PrintedMeasure => measure !== 'zombie');

export interface ReleaseRow {
  /** Key of the row in the layout; `remainder/<key>` for what is left of the row above. */
  readonly key: string;
  readonly kind: RowKind | 'remainder';
  readonly name: string;
  /** People (person-weeks in a block) in multiples of five; absent for a remainder. */
  readonly people?: number;
  /** Sums; absent where one may not be printed. Multiples of `roundingUnit`. */
  readonly sums: Readonly<Partial<Record<PrintedMeasure, number>>>;
  /** Re-entered ÷ comparable, of the printed sums. */
  readonly duplicateShare?: number;
  /** Prefilled ÷ (prefilled + entered), of the printed sums. */
  readonly prefillRate?: number;
  /** Form rows: minutes per filling, quartiles estimated from bins, and hours = fillings × minutes ÷ 60. */
  readonly each?: { readonly low: number; readonly mid: number; readonly high: number };
  readonly hours?: { readonly low: number; readonly mid: number; readonly high: number };
}

export interface Release {
  readonly collection: string;
  readonly weeks: readonly string[];
  readonly mode: Collection['mode'];
  readonly k: number;
  /** People (person-weeks in a block), in multiples of five. */
  readonly people: number;
  /** In the order of the layout; a remainder behind the children of its row. */
  readonly rows: readonly ReleaseRow[];
  /** Platform codes that at least k people saw signs of idleness of. */
  readonly zombies: readonly string[];
  /** SHA-256 of the sum files that it was made of. */
  readonly source: string;
}

export type ReleaseRefusal =
  | 'no-sums'
  | 'foreign'
  | 'half'
  | 'over-headcount'
  | 'void'
  | 'too-few'
  | 'too-few-for-a-week'
  | 'small-batch'
  | 'no-block';

/**
 * @param files whole sum files: of one week, or of the four successive weeks of a block
 */
export function releaseOf(
  collection: Collection,
  files: readonly SumFile[],
):
  | { readonly release: Release }
  | { readonly refused: ReleaseRefusal; readonly faults?: readonly SumFault[] } {
  const layout = layoutOf(collection);
  const id = collectionId(collection);
  const sorted = [...files].sort((a, b) => (a.week < b.week ? -1 : 1));
  const [first] = sorted;
  if (first === undefined) return { refused: 'no-sums' };
  if (
    sorted.some(
      (file) =>
        file.collection !== id ||
        !collection.weeks.includes(file.week) ||
        file.sums.length !== layout.entries.length,
    )
  )
    return { refused: 'foreign' };
  if (sorted.some(({ half }) => half !== 'whole')) return { refused: 'half' };
  const { k, headcount } = collection.rules;
  if (sorted.some(({ n }) => n > headcount)) return { refused: 'over-headcount' };
  const faults = sorted.flatMap((file) => sumFaults(file, layout));
  if (faults.length > 0) return { refused: 'void', faults };
  const isBlock = sorted.length > 1;
  if (
    isBlock &&
    (sorted.length !== BLOCK_WEEKS ||
      sorted.some(({ week }, index) => week !== shiftWeek(first.week, index)))
  )
    return { refused: 'no-block' };
  const totals: Totals = {
    layout,
    sums: first.sums.map((_, at) =>
      sorted.reduce((all, { sums }) => all + (sums[at] as bigint), 0n),
    ),
    people: new Map(
      layout.rows.map(({ key, weightAt }) => [
        key,
        Math.max(...sorted.map(({ sums }) => Number(sums[weightAt]))),
      ]),
    ),
    weeks: sorted.length,
    k,
  };
  const people = totals.people.get('all') ?? 0;
  if (people < k) return { refused: 'too-few' };
  const floor = isBlock ? k : WEEKLY_PEOPLE;
  if (people < floor) return { refused: 'too-few-for-a-week' };
  if (sorted.some((file) => showsSmallBatch(file, floor))) return { refused: 'small-batch' };
  return {
    release: {
      collection: id,
      weeks: sorted.map(({ week }) => week),
      mode: collection.mode,
      k,
      people: toFive(totals.sums[layout.row.get('all')?.weightAt ?? 0] as bigint),
      rows: rowsOf(totals),
      zombies: zombiesOf(totals),
      source: textHash(sorted.map(sumText).join('')),
    },
  };
}

/**
 * Whether the tables of the other batches, taken off, would leave a batch that may have no table of its
 * own: those too small must be two or more, and enough people together.
 */
function showsSmallBatch({ batches }: SumFile, floor: number): boolean {
  const small = batches.filter(({ n }) => n > 0 && n < floor);
  const people = small.reduce((all, { n }) => all + n, 0);
  return batches.length > 1 && small.length > 0 && (small.length < 2 || people < floor);
}

function rowsOf(totals: Totals): readonly ReleaseRow[] {
  const { layout, sums } = totals;
  const settled = PRINTED.map((measure) => [measure, settleMeasure(measure, totals)] as const);
  const rows = new Map<string, ReleaseRow>();
  const remainders = new Map<string, ReleaseRow>();
  for (const row of layout.rows) {
    const { key, kind, name, weightAt } = row;
    const own: Partial<Record<PrintedMeasure, number>> = {};
    const rest: Partial<Record<PrintedMeasure, number>> = {};
    for (const [measure, { printed, remainders: left }] of settled) {
      const [sum, remainder] = [printed.get(key), left.get(key)];
      if (sum !== undefined) own[measure] = sum;
      if (remainder !== undefined) rest[measure] = remainder;
    }
    if (Object.keys(own).length > 0) {
      rows.set(key, {
        key,
        kind,
        name,
        people: toFive(sums[weightAt] as bigint),
        sums: own,
        ...sharesOf(own),
        ...timesOf(row.kind === 'form' ? row.ownBins : undefined, own.fillings, sums),
      });
    }
    if (Object.keys(rest).length > 0)
      remainders.set(key, { key: `remainder/${key}`, kind: 'remainder', name, sums: rest });
  }
  const inOrder: ReleaseRow[] = [];
  const put = (key: string) => {
    const row = rows.get(key);
    if (row !== undefined) inOrder.push(row);
    for (const child of layout.rows) if (child.parent === key) put(child.key);
    const remainder = remainders.get(key);
    if (remainder !== undefined) inOrder.push(remainder);
  };
  put('all');
  return inOrder;
}

function sharesOf({
  entered,
  prefilled,
  comparable,
  reentered,
}: ReleaseRow['sums']): Pick<ReleaseRow, 'duplicateShare' | 'prefillRate'> {
  return {
    ...(comparable === undefined || reentered === undefined || comparable < reentered
      ? {}
      : { duplicateShare: reentered / comparable }),
    ...(entered === undefined || prefilled === undefined || entered + prefilled === 0
      ? {}
      : { prefillRate: prefilled / (entered + prefilled) }),
  };
}

/** The standard cost model: hours = fillings × minutes per filling ÷ 60. */
function timesOf(
  bins: Layout['rows'][number]['ownBins'],
  fillings: number | undefined,
  sums: readonly bigint[],
): Pick<ReleaseRow, 'each' | 'hours'> {
  if (bins === undefined || fillings === undefined) return {};
  const counts = Array.from({ length: bins.edges.length + 1 }, (_, bin) =>
    Number(sums[bins.at + bin]),
  );
  const each = quartilesOfBins(counts, bins.edges);
  const hours = (minutes: number) => Math.round((fillings * minutes) / 60);
  return {
    each,
    hours: { low: hours(each.low), mid: hours(each.mid), high: hours(each.high) },
  };
}

function zombiesOf({ layout, sums, k, people, weeks }: Totals): readonly string[] {
  return layout.rows
    .filter(({ kind, key, slots }) => {
      const flag = slots.find(({ measure }) => measure === 'zombie');
      if (kind !== 'platform' || flag === undefined || (people.get(key) ?? 0) < k) return false;
      // Over a block the same person may have seen it each week.
      return Number(sums[flag.at]) >= k * weeks;
    })
    .map(({ name }) => name);
}

function toFive(count: bigint): number {
  return Math.round(Number(count) / 5) * 5;
}

const COLUMNS = ['row', 'people', ...PRINTED, 'each_low', 'each_mid', 'each_high'] as const;

/**
 * The canonical table: UTF-8, tabs, line feeds, keys in ASCII, an empty cell for what is not printed.
 * Its SHA-256 is the hash of the release.
 */
export function releaseTable(release: Release): string {
  const head = [
    `#release\t1`,
    `#collection\t${release.collection}`,
    `#weeks\t${release.weeks.join(' ')}`,
    `#mode\t${release.mode}`,
    `#k\t${release.k}`,
    `#people\t${release.people}`,
    `#source\t${release.source}`,
    `#zombies\t${release.zombies.join(' ')}`,
  ];
  const rows = release.rows.map(({ key, people, sums, each }) =>
    [
      key,
      people ?? '',
      ...PRINTED.map((measure) => sums[measure] ?? ''),
      each?.low ?? '',
      each?.mid ?? '',
      each?.high ?? '',
    ].join('\t'),
  );
  return `${[...head, COLUMNS.join('\t'), ...rows].join('\n')}\n`;
}

export function releaseHash(release: Release): string {
  return textHash(releaseTable(release));
}

/** Most that one forged file could move the mean of a row (plain mode): cap ÷ people. */
export function reachOfOne(
  release: Release,
  layout: Layout,
  key: string,
  measure: Measure,
): number {
  const cap = layout.row.get(key)?.slots.find((slot) => slot.measure === measure)?.cap ?? 0;
  const people = release.rows.find((row) => row.key === key)?.people ?? 0;
  return people === 0 ? 0 : cap / people;
}
