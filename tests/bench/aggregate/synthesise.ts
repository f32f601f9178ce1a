/**
 * Writes synthetic collections: seeded, so that each run gives the same bytes.
 *
 * - township: 40 people, six weeks, one file for each contribution;
 * - county: 2 000 people, 52 weeks, one NDJSON file of 104 000 contributions;
 * - province: 1 160 townships, 52 weeks, Parquet facts (52 million rows), one row for each
 *   township, week and entry that is not nought. Each township-week is one of a pool of simulated ones.
 *
 * `npx tsx tests/bench/aggregate/synthesise.ts township|county|province FOLDER [SHARE] [SEED]`
 */

import { closeSync, mkdirSync, openSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { factsOf } from '../../../utils/cli/aggregate/facts';
import {
  type Collection,
  collectionId,
  collectionText,
} from '../../../utils/domain/contribution/collection';
import {
  contributionFileName,
  contributionVector,
  plainText,
} from '../../../utils/domain/contribution/contribution';
import { type Layout, layoutOf } from '../../../utils/domain/contribution/layout';
import {
  syntheticCollection,
  syntheticPeople,
  syntheticToken,
  syntheticWeek,
} from '../../adversarial/synthetic-people';
import { chance } from '../forms/corpus/random';

export interface Synthesis {
  readonly collectionPath: string;
  readonly path: string;
  readonly rows: number;
}

/** Calls `each` with the texts of all contributions, week by week. */
function eachContribution(
  collection: Collection,
  people: number,
  weeks: number,
  seed: number,
  each: (text: string, fileName: string) => void,
): void {
  const layout = layoutOf(collection);
  const persons = syntheticPeople(collection, people, seed);
  const random = chance(seed + 1);
  for (const week of collection.weeks.slice(0, weeks)) {
    for (const person of persons) {
      const vector = contributionVector(syntheticWeek(collection, person, random), layout);
      const token = syntheticToken(random);
      const heading = { collection: collectionId(collection), week, token, rev: 1 };
      each(plainText(heading, vector), contributionFileName(heading));
    }
  }
}

function prepare(folder: string, collection: Collection, neededBytes: number): string {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 1.2 * neededBytes) {
    throw new Error(
      `${folder}: needs about ${Math.ceil(neededBytes / 2 ** 20)} MB, more than is free. Give a smaller share.`,
    );
  }
  const path = join(folder, 'collection.json');
  writeFileSync(path, collectionText(collection));
  return path;
}

/** A township: each contribution a file of its own. */
function writeTownship(folder: string, share = 1, seed = 1): Synthesis {
  const people = Math.max(1, Math.round(40 * share));
  const collection = syntheticCollection({ platforms: 12, forms: 6, weeks: 6, headcount: 60 });
  const collectionPath = prepare(folder, collection, people * 6 * 4_096);
  const path = join(folder, 'contributions');
  mkdirSync(path, { recursive: true });
  eachContribution(collection, people, 6, seed, (text, name) =>
    writeFileSync(join(path, name), text),
  );
  return { collectionPath, path, rows: people * 6 };
}

/** Contributions in one NDJSON file. */
export function writeContributions(
  folder: string,
  {
    people,
    weeks,
    platforms,
    forms,
  }: Readonly<Record<'people' | 'weeks' | 'platforms' | 'forms', number>>,
  seed = 1,
): Synthesis {
  const collection = syntheticCollection({ platforms, forms, weeks: 52, headcount: people });
  const entries = layoutOf(collection).entries.length;
  const collectionPath = prepare(folder, collection, people * weeks * entries * 2.6);
  const path = join(folder, 'contributions.ndjson');
  const file = openSync(path, 'w');
  let held: string[] = [];
  eachContribution(collection, people, weeks, seed, (text) => {
    held.push(text);
    if (held.length === 1_000) {
      writeSync(file, held.join(''));
      held = [];
    }
  });
  writeSync(file, held.join(''));
  closeSync(file);
  return { collectionPath, path, rows: people * weeks };
}

/** Township-weeks that are simulated; the province draws from them. */
const POOL = 1_000;
const TOWNSHIP_PEOPLE = 40;

/** A year of a province as Parquet facts; bounded memory, whatever the share. */
export async function writeProvince(folder: string, share = 1, seed = 1): Promise<Synthesis> {
  const townships = Math.max(1, Math.round(1_160 * share));
  const collection = syntheticCollection({
    platforms: 20,
    forms: 10,
    weeks: 52,
    headcount: townships * TOWNSHIP_PEOPLE,
  });
  const layout = layoutOf(collection);
  const collectionPath = prepare(folder, collection, townships * 52 * 1_100 * 3);
  const path = join(folder, 'facts.parquet');
  const poolPath = join(folder, 'pool.tsv');
  writeFileSync(poolPath, poolText(collection, layout, seed));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '400MB',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE pool AS SELECT * FROM read_csv('${poolPath}', delim='\t', header=false,
       columns={township: 'BIGINT', entry: 'VARCHAR', people: 'BIGINT', low: 'BIGINT', high: 'BIGINT'})`,
  );
  const weeks = collection.weeks.map((week, index) => `(${index}, '${week}')`).join(', ');
  await connection.run(
    `COPY (
       SELECT week, entry, people, low, high
       FROM (SELECT number, week, township FROM (VALUES ${weeks}) weeks(number, week), range(${townships}) townships(township)) asked
       JOIN pool ON pool.township = (asked.township * 7919 + asked.number * 104729 + ${seed}) % ${POOL}
     ) TO '${path}' (FORMAT parquet)`,
  );
  const counted = await connection.runAndReadAll(`SELECT COUNT(*) FROM '${path}'`);
  connection.closeSync();
  instance.closeSync();
  return { collectionPath, path, rows: Number(counted.getRows()[0]?.[0]) };
}

function poolText(collection: Collection, layout: Layout, seed: number): string {
  const random = chance(seed + 2);
  const lines: string[] = [];
  for (let township = 0; township < POOL; township += 1) {
    const people = syntheticPeople(collection, TOWNSHIP_PEOPLE, seed + township);
    const sums = layout.entries.map(() => 0);
    for (const person of people) {
      contributionVector(syntheticWeek(collection, person, random), layout).forEach((value, at) => {
        sums[at] = (sums[at] ?? 0) + value;
      });
    }
    const file = { week: '', n: people.length, sums: sums.map(BigInt) };
    for (const fact of factsOf(file, layout)) {
      lines.push([township, fact.entry, fact.people, fact.low, fact.high].join('\t'));
    }
  }
  return `${lines.join('\n')}\n`;
}

const [kind, folder, share = '1', seed = '1'] = process.argv.slice(2);
if (process.argv[1]?.endsWith('synthesise.ts')) {
  if (folder === undefined)
    throw new Error('synthesise township|county|province FOLDER [SHARE] [SEED]');
  const size = { people: Math.round(2_000 * Number(share)), weeks: 52, platforms: 20, forms: 10 };
  const done =
    kind === 'province'
      ? await writeProvince(folder, Number(share), Number(seed))
      : kind === 'county'
        ? writeContributions(folder, size, Number(seed))
        : writeTownship(folder, Number(share), Number(seed));
  console.log(`${done.rows} rows: ${done.path}`);
}
