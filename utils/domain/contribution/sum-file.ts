/**
 * Sum file: the exact integer sums of a batch, or of batches merged upward, and nothing of anyone. In
 * sealed mode two half-sums (of the office and of the key-holder), which mean nothing until they are
 * combined. Merging is addition mod 2⁶⁴, so township sums merge exactly into county, province, nation,
 * halves as well as wholes.
 */

import {
  type Fault,
  listOf,
  objectWith,
  readStrictJson,
  refuse,
  textLike,
  wholeNumber,
} from './check-value';
import { schemaIs } from './collection';
import type { Layout } from './layout';

export const SUM_SCHEMA = 'qingzhuang/sum/1';
const SUM_LIMIT = 4_000_000;
const MODULUS = 1n << 64n;

export interface SumFile {
  /** Id of the collection. */
  readonly collection: string;
  readonly week: string;
  readonly half: 'whole' | 'office' | 'holder';
  /** Contributions, blank ones too. */
  readonly n: number;
  /** The batches in it, in the order of their hashes: each may be in it once. */
  readonly batches: readonly { readonly hash: string; readonly n: number }[];
  /** One sum per entry of the layout, 0 … 2⁶⁴ − 1. */
  readonly sums: readonly bigint[];
  /** Key-holder's half: tokens whose sealed half did not open; the office leaves out the same. */
  readonly leftOut?: readonly string[];
}

export function sumText(file: SumFile): string {
  const { collection, week, half, n, batches, sums, leftOut } = file;
  return `${JSON.stringify({
    schema: SUM_SCHEMA,
    collection,
    week,
    half,
    n,
    batches: batches.map((one) => ({ hash: one.hash, n: one.n })),
    sums: sums.map(String),
    // JSON leaves out what is undefined.
    leftOut,
  })}\n`;
}

/** @param length entries of the collection's layout */
export function parseSum(
  text: string,
  length: number,
): { readonly value: SumFile } | { readonly fault: Fault } {
  return readStrictJson(text, SUM_LIMIT, (json) => {
    schemaIs(json, SUM_SCHEMA);
    const root = objectWith(
      json,
      '',
      ['schema', 'collection', 'week', 'half', 'n', 'batches', 'sums'],
      ['leftOut'],
    );
    const { half } = root;
    if (half !== 'whole' && half !== 'office' && half !== 'holder') refuse('value', 'half');
    const sums = listOf(root.sums, 'sums', length, (sum, at) => {
      const value = BigInt(textLike(sum, at, /^(0|[1-9]\d{0,19})$/));
      return value < MODULUS ? value : refuse('value', at);
    });
    if (sums.length !== length) refuse('missing', 'sums');
    const batches = listOf(root.batches, 'batches', 100_000, (batch, at) => {
      const one = objectWith(batch, at, ['hash', 'n']);
      return {
        hash: textLike(one.hash, `${at}.hash`, /^[0-9a-f]{64}$/),
        n: wholeNumber(one.n, `${at}.n`, 0, 100_000_000),
      };
    });
    if (batches.some(({ hash }, index) => index > 0 && hash <= (batches[index - 1]?.hash ?? '')))
      refuse('twice', 'batches');
    const n = wholeNumber(root.n, 'n', 0, 1_000_000_000);
    if (n !== batches.reduce((all, batch) => all + batch.n, 0)) refuse('value', 'n');
    return {
      collection: textLike(root.collection, 'collection', /^[A-Za-z0-9-]{2,32}\.[0-9a-f]{16}$/),
      week: textLike(root.week, 'week', /^\d{4}-W\d\d$/),
      half: half as SumFile['half'],
      n,
      batches,
      sums,
      ...(root.leftOut === undefined
        ? {}
        : {
            leftOut: listOf(root.leftOut, 'leftOut', 1_000_000, (token, at) =>
              textLike(token, at, /^[0-9a-f]{32}$/),
            ),
          }),
    };
  });
}

/** Why two sum files cannot be added or combined. */
export type SumMismatch = 'collection' | 'week' | 'half' | 'batches' | 'length';

/** Adds sum files of one collection, week and half. */
export function mergeSums(
  files: readonly [SumFile, ...SumFile[]],
): { readonly value: SumFile } | { readonly mismatch: SumMismatch } {
  const [first, ...others] = files;
  for (const other of others) {
    const mismatch = differs(first, other) ?? (other.half === first.half ? undefined : 'half');
    if (mismatch !== undefined) return { mismatch };
  }
  const batches = files.flatMap((file) => file.batches);
  // A batch in two of them would be counted twice.
  if (new Set(batches.map(({ hash }) => hash)).size !== batches.length)
    return { mismatch: 'batches' };
  const { collection, week, half } = first;
  return {
    value: {
      collection,
      week,
      half,
      n: files.reduce((all, { n }) => all + n, 0),
      batches: [...batches].sort((a, b) => (a.hash < b.hash ? -1 : 1)),
      sums: first.sums.map((_, entry) =>
        files.reduce((all, { sums }) => (all + (sums[entry] as bigint)) % MODULUS, 0n),
      ),
    },
  };
}

/** The totals from the half of the office and the half of the key-holder. */
export function combineHalves(
  office: SumFile,
  holder: SumFile,
): { readonly value: SumFile } | { readonly mismatch: SumMismatch } {
  const mismatch = differs(office, holder);
  if (mismatch !== undefined) return { mismatch };
  if (office.half !== 'office' || holder.half !== 'holder') return { mismatch: 'half' };
  // Both halves must be over the very same contributions, else the sum is noise.
  if (JSON.stringify(office.batches) !== JSON.stringify(holder.batches))
    return { mismatch: 'batches' };
  return {
    value: {
      ...office,
      half: 'whole',
      sums: office.sums.map((sum, entry) => (sum + (holder.sums[entry] as bigint)) % MODULUS),
    },
  };
}

function differs(a: SumFile, b: SumFile): SumMismatch | undefined {
  if (a.collection !== b.collection) return 'collection';
  if (a.week !== b.week) return 'week';
  return a.sums.length === b.sums.length ? undefined : 'length';
}

export interface SumFault {
  /** Name of the entry. */
  readonly entry: string;
  /** Over n × cap; bins that do not add up to the weight; squares that no such figures have. */
  readonly kind: 'overflow' | 'bins' | 'squares';
}

/**
 * Totals that no such number of people could have given. One is enough to void the batch: a single
 * forged sealed file shows so.
 *
 * 0 ≤ Σ ≤ cap · Σ weight ≤ cap · n; bins = Σ weight; (Σx)² ≤ Σ weight · Σx²; Σx² ≤ cap · Σx.
 */
export function sumFaults({ n, sums }: SumFile, layout: Layout): readonly SumFault[] {
  const faults: SumFault[] = [];
  const find = (at: number, kind: SumFault['kind']) =>
    faults.push({ entry: layout.entries[at]?.name ?? '', kind });
  const sum = (at: number) => sums[at] as bigint;
  for (const { weightAt, slots, ownBins } of layout.rows) {
    const weight = sum(weightAt);
    if (weight > BigInt(n)) find(weightAt, 'overflow');
    const checkBins = (at: number, count: number) => {
      let all = 0n;
      for (let bin = 0; bin < count; bin += 1) all += sum(at + bin);
      if (all !== weight) find(at, 'bins');
    };
    for (const { at, squareAt, cap, bins } of slots) {
      const total = sum(at);
      if (total > weight * BigInt(cap)) find(at, 'overflow');
      if (squareAt !== undefined) {
        const squares = sum(squareAt);
        if (total * total > weight * squares || squares > total * BigInt(cap))
          find(squareAt, 'squares');
      }
      if (bins !== undefined) checkBins(bins.at, bins.edges.length + 1);
    }
    if (ownBins !== undefined) checkBins(ownBins.at, ownBins.edges.length + 1);
  }
  return faults;
}
