import { readFileSync } from 'node:fs';
import {
  type Collection,
  collectionId,
  parseCollection,
} from '../../domain/contribution/collection';
import { type Layout, layoutOf } from '../../domain/contribution/layout';
import type { Refusal } from '../../domain/contribution/read-contribution';
import { PLAIN_FILES } from '../../domain/contribution/release';
import { mergeSums, parseSum, type SumFile, sumFaults } from '../../domain/contribution/sum-file';
import { type CoreRow, sumsOfRows } from './core-sql';
import { findInputs, type Input, type InputKind } from './find-inputs';
import { type EntrySum, PEOPLE_ENTRY, sumTable } from './sum-table';

export interface Aggregate {
  readonly collection: Collection;
  /** One per week and half, in order; none of facts, which do not tell their batches. */
  readonly sums: readonly SumFile[];
  /** Canonical tables of exact sums, by half. */
  readonly tables: ReadonlyMap<SumFile['half'], string>;
  /** Sealed mode: the sealed halves of a week, for the key-holder. */
  readonly seals: ReadonlyMap<string, readonly string[]>;
  readonly counted: number;
  readonly refused: ReadonlyMap<Refusal, number>;
  /** Weeks that are not given out, since fewer than 30 people are in them. */
  readonly tooFew: readonly string[];
}

/**
 * Adds up everything under `paths`: contributions, sum files, Parquet files of facts, and the collection
 * file that they belong to.
 *
 * @param onProgress called with the share of the bytes that is done, 0 … 1
 * @throws Error that says which file is at fault and what to do; no value of a file is in it
 */
export async function aggregate(
  paths: readonly string[],
  onProgress: (share: number) => void = () => {},
): Promise<Aggregate> {
  const inputs = findInputs(paths);
  const of = (kind: InputKind) => inputs.filter((input) => input.kind === kind);
  const collection = collectionOf(of('collection'));
  const facts = of('facts');
  const contributions = of('contributions');
  const sumFiles = of('sum');
  if (facts.length > 0) {
    if (contributions.length + sumFiles.length > 0) {
      throw new Error('Parquet facts and other files are added up apart: run it once for each.');
    }
    // Each way loads its own: an engine, or the reader of contributions.
    const { sumFacts } = await import('./sum-facts');
    return aggregateFacts(collection, await sumFacts(facts, onProgress));
  }
  if (contributions.length + sumFiles.length === 0) {
    throw new Error('There is nothing to add up: no contribution, sum file or Parquet file.');
  }
  const total = Math.max(
    1,
    contributions.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  let done = 0;
  const { sumContributions } = await import('./sum-contributions');
  const closed = sumContributions(collection, contributions, (bytes) => {
    done += bytes;
    onProgress(Math.min(1, done / total));
  });
  const refused = new Map<Refusal, number>();
  for (const batch of closed.values())
    for (const [reason, count] of batch.refused)
      refused.set(reason, (refused.get(reason) ?? 0) + count);
  const merged = merge([
    ...[...closed.values()].map(({ sum }) => sum).filter(({ n }) => n > 0),
    ...sumFiles.map((input) => readSum(input, collection)),
  ]);
  // A sealed half says nothing by itself; the sum of a few plain files says much of each.
  const isGiven = ({ half, n }: SumFile) => half !== 'whole' || n >= PLAIN_FILES;
  const sums = merged.filter(isGiven);
  return {
    collection,
    sums,
    tables: tablesOf(collection, sums),
    seals: new Map(
      [...closed].flatMap(([week, { seals }]) => (seals.length > 0 ? [[week, seals]] : [])),
    ),
    counted: [...closed.values()].reduce((sum, batch) => sum + batch.sum.n, 0),
    refused,
    tooFew: merged.filter((sum) => !isGiven(sum)).map(({ week }) => week),
  };
}

function collectionOf(inputs: readonly Input[]): Collection {
  const collections = inputs.map(({ path }) => {
    const parsed = parseCollection(readFileSync(path, 'utf8'));
    if ('fault' in parsed)
      throw new Error(
        `${path}: is refused (${parsed.fault.reason} at ${parsed.fault.at || 'its top'}).`,
      );
    return parsed.value;
  });
  const [first] = collections;
  if (first === undefined) {
    throw new Error(
      'There is no collection file: give the one that was handed out, or its folder, as well.',
    );
  }
  if (new Set(collections.map(collectionId)).size > 1) {
    throw new Error('There are files of different collections: give one collection at a time.');
  }
  return first;
}

function readSum({ path }: Input, collection: Collection): SumFile {
  const parsed = parseSum(readFileSync(path, 'utf8'), layoutOf(collection).entries.length);
  if ('fault' in parsed)
    throw new Error(
      `${path}: is refused (${parsed.fault.reason} at ${parsed.fault.at || 'its top'}).`,
    );
  if (parsed.value.collection !== collectionId(collection))
    throw new Error(`${path}: belongs to another collection.`);
  return parsed.value;
}

function merge(files: readonly SumFile[]): readonly SumFile[] {
  const groups = new Map<string, [SumFile, ...SumFile[]]>();
  for (const file of files) {
    const group = groups.get(`${file.week} ${file.half}`);
    if (group === undefined) groups.set(`${file.week} ${file.half}`, [file]);
    else group.push(file);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([week, group]) => {
      const merged = mergeSums(group);
      if ('value' in merged) return merged.value;
      throw new Error(
        merged.mismatch === 'batches'
          ? `${week}: one batch is in two of the sum files; take one of them out.`
          : `${week}: the sum files do not fit together (${merged.mismatch}).`,
      );
    });
}

function tablesOf(
  collection: Collection,
  sums: readonly SumFile[],
): ReadonlyMap<SumFile['half'], string> {
  const { entries } = layoutOf(collection);
  const rows = new Map<SumFile['half'], EntrySum[]>();
  for (const { week, half, n, sums: values } of sums) {
    const own = rows.get(half) ?? [];
    own.push({ week, entry: PEOPLE_ENTRY, sum: BigInt(n) });
    for (const [at, sum] of values.entries())
      own.push({ week, entry: entries[at]?.name ?? '', sum });
    rows.set(half, own);
  }
  return new Map([...rows].map(([half, own]) => [half, sumTable(own)]));
}

/** Facts tell no batches and no contributor: only whether the sums can be, and the sums. */
function aggregateFacts(collection: Collection, rows: readonly CoreRow[]): Aggregate {
  const layout = layoutOf(collection);
  const known = new Set([PEOPLE_ENTRY, ...layout.entries.map(({ name }) => name)]);
  const asked = new Set(collection.weeks);
  const weeks = new Map<string, Map<string, CoreRow>>();
  for (const row of rows) {
    // What else stands in the file is not told: it may be anything.
    if (!asked.has(row.week) || !known.has(row.entry))
      throw new Error('facts: a row is of no week or no entry of this collection.');
    let own = weeks.get(row.week);
    if (own === undefined) {
      own = new Map();
      weeks.set(row.week, own);
    }
    own.set(row.entry, row);
  }
  for (const [week, own] of weeks) {
    const fault = factsFault(own, layout, week);
    if (fault !== undefined) throw new Error(`facts: ${week} ${fault}.`);
  }
  const n = (week: string) => weeks.get(week)?.get(PEOPLE_ENTRY)?.sum ?? 0n;
  return {
    collection,
    sums: [],
    tables: new Map([
      ['whole', sumTable(sumsOfRows(rows.filter(({ week }) => n(week) >= PLAIN_FILES)))],
    ]),
    seals: new Map(),
    counted: Number([...weeks.keys()].reduce((sum, week) => sum + n(week), 0n)),
    refused: new Map(),
    tooFew: [...weeks.keys()].filter((week) => n(week) < PLAIN_FILES).sort(),
  };
}

/** Why the sums of a week cannot be those of such contributions. */
function factsFault(
  rows: ReadonlyMap<string, CoreRow>,
  layout: Layout,
  week: string,
): string | undefined {
  const { entries } = layout;
  const people = rows.get(PEOPLE_ENTRY);
  if (people === undefined || people.sum !== people.people)
    return `does not say how many contributions it holds (entry ${PEOPLE_ENTRY})`;
  const over = entries.find(({ name, cap }) => (rows.get(name)?.largest ?? 0n) > BigInt(cap));
  if (over !== undefined) return `${over.name} holds a value over its cap`;
  for (const { slots } of layout.rows) {
    for (const { at, squareAt } of slots) {
      const row = rows.get(entries[at]?.name ?? '');
      if (squareAt === undefined || row === undefined || row.facts !== row.people) continue;
      const squares = entries[squareAt]?.name ?? '';
      if (row.squares !== (rows.get(squares)?.sum ?? 0n))
        return `${squares} is not of these values`;
    }
  }
  const sums = entries.map(({ name }) => rows.get(name)?.sum ?? 0n);
  const file = {
    collection: '',
    week,
    half: 'whole',
    n: Number(people.sum),
    batches: [],
    sums,
  } as const;
  const [fault] = sumFaults(file, layout);
  return fault && `${fault.entry} cannot be (${fault.kind})`;
}
