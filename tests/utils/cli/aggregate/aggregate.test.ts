import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aggregate } from '../../../../utils/cli/aggregate/aggregate';
import { type Fact, factsOf } from '../../../../utils/cli/aggregate/facts';
import { tableHash } from '../../../../utils/cli/aggregate/sum-table';
import {
  type Collection,
  collectionId,
  collectionText,
} from '../../../../utils/domain/contribution/collection';
import { contributionVector } from '../../../../utils/domain/contribution/contribution';
import {
  openBatch,
  parseSealedBatch,
  sealedBatchText,
} from '../../../../utils/domain/contribution/key-holder';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import { newKeyPair, privateKeyOf, sealFor } from '../../../../utils/domain/contribution/seal';
import {
  combineHalves,
  parseSum,
  type SumFile,
  sumText,
} from '../../../../utils/domain/contribution/sum-file';
import { contributionToken } from '../../../../utils/domain/contribution/token';
import {
  COLLECTION,
  personWeek,
  plainFile,
  secretOf,
  WEEK,
} from '../../domain/contribution/fixture';

const base = mkdtempSync(join(tmpdir(), 'aggregate-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folder = '';
let number = 0;
beforeEach(() => {
  number += 1;
  folder = join(base, String(number));
  mkdirSync(folder);
  put('collection.json', collectionText(COLLECTION));
});

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const layout = layoutOf(COLLECTION);
const persons = Array.from({ length: 40 }, (_, person) => person);
const files = persons.map((person) => plainFile(person));

async function parquet(name: string, facts: readonly Fact[]): Promise<void> {
  const tsv = put(`${name}.tsv`, facts.map((row) => `${Object.values(row).join('\t')}\n`).join(''));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * FROM read_csv('${tsv}', delim = '\t', header = false, columns =
       {week: 'VARCHAR', entry: 'VARCHAR', people: 'BIGINT', low: 'BIGINT', high: 'BIGINT'}))
     TO '${join(folder, name)}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

const tableOf = async (...paths: string[]) => (await aggregate(paths)).tables.get('whole') ?? '';

describe('adding up on the command line', () => {
  it('gives the same from one NDJSON file, from a folder of files and from Parquet', async () => {
    put('all.ndjson', files.join(''));
    const fromLines = await tableOf(folder);
    rmSync(join(folder, 'all.ndjson'));
    mkdirSync(join(folder, 'some'));
    for (const [person, file] of files.entries()) put(`some/${person}.json`, file);
    expect(await tableOf(folder)).toBe(fromLines);
    rmSync(join(folder, 'some'), { recursive: true });
    const vectors = files.map((file) => (JSON.parse(file).values as number[]).map(BigInt));
    await parquet(
      'facts.parquet',
      vectors.flatMap((sums) => factsOf({ week: WEEK, n: 1, sums }, layout)),
    );
    expect(await tableOf(folder)).toBe(fromLines);
    expect(fromLines).toContain(`${WEEK}\tn\t40\n`);
  });

  it('gives the same from the sum files of parts, and refuses one part twice', async () => {
    put('all.ndjson', files.join(''));
    const whole = await aggregate([folder]);
    rmSync(join(folder, 'all.ndjson'));
    const collection = join(folder, 'collection.json');
    // Parts of fewer than thirty are not given out by themselves: they are made here of closed batches.
    const parts: SumFile[] = [];
    for (const part of [persons.slice(0, 10), persons.slice(10)]) {
      const more = Array.from({ length: 30 }, (_, index) => 100 + index);
      const first = put('part.ndjson', [...part, ...more].map((one) => plainFile(one)).join(''));
      parts.push(...(await aggregate([collection, first])).sums);
      rmSync(first);
    }
    for (const [index, part] of parts.entries()) put(`sum-${index}.json`, sumText(part));
    const merged = await aggregate([folder]);
    expect(merged.sums[0]?.n).toBe(40 + 60);
    const at = layout.entries.findIndex(({ name }) => name === 'all/minutes');
    const extra = parts.reduce((sum, part) => sum + (part.sums[at] ?? 0n), 0n);
    expect(merged.sums[0]?.sums[at]).toBe(extra);
    expect(whole.sums[0]?.sums[at]).toBeLessThan(extra);
    put('sum-copy.json', sumText(parts[0] as SumFile));
    await expect(aggregate([folder])).rejects.toThrow('one batch is in two of the sum files');
  });

  it('refuses what is not a contribution with its reason and counts the others', async () => {
    const foreign = { ...COLLECTION, title: '另一批次' };
    const bad = [
      'not json at all',
      plainFile(50, { collection: foreign }),
      plainFile(50, { week: '2026-W20' }),
      files[0] as string,
      `${'{"a":'.repeat(20_000)}1`,
    ];
    put('all.ndjson', [...files, ...bad.map((one) => `${one.trim()}\n`)].join(''));
    const done = await aggregate([folder]);
    expect(Object.fromEntries(done.refused)).toEqual({
      malformed: 1,
      'foreign-collection': 1,
      'foreign-week': 1,
      replayed: 1,
      'too-large': 1,
    });
    rmSync(join(folder, 'all.ndjson'));
    put('all.ndjson', files.join(''));
    expect((await aggregate([folder])).sums).toEqual(done.sums);
  });

  it('counts the latest revision, wherever it stands', async () => {
    const figures = [{ ...firstFigures(), workingMs: 300 * 60_000 }];
    const later = plainFile(3, { rev: 2, figures });
    put('all.ndjson', [later, ...files].join(''));
    const before = await aggregate([folder]);
    put('all.ndjson', [...files, later].join(''));
    const after = await aggregate([folder]);
    expect(after.sums).toEqual(before.sums);
    expect(after.refused.get('superseded')).toBe(1);
  });

  it('gives out no sums of fewer than thirty', async () => {
    put('all.ndjson', files.slice(0, 29).join(''));
    const done = await aggregate([folder]);
    expect(done.sums).toEqual([]);
    expect([...done.tables.values()].join('')).not.toContain('minutes');
    expect(done.tooFew).toEqual([WEEK]);
  });

  it('gives the office its half and the key-holder theirs, which meet in the exact sums', async () => {
    const pair = await newKeyPair();
    const keyHolder = { name: '青山学院', publicKey: pair.publicKey };
    const sealed: Collection = { ...COLLECTION, mode: 'sealed', keyHolder };
    const id = collectionId(sealed);
    const vectors = persons
      .slice(0, 12)
      .map((person) => contributionVector(personWeek(person), layout));
    const texts = await Promise.all(
      vectors.map((vector, person) => {
        const token = contributionToken(secretOf(person), id, WEEK);
        return sealFor(sealed, { week: WEEK, token, rev: 1 }, vector, secretOf(person));
      }),
    );
    put('collection.json', collectionText(sealed));
    put('all.ndjson', texts.join(''));
    const done = await aggregate([folder]);
    const [office] = done.sums;
    const seals = done.seals.get(WEEK) ?? [];
    const parsed = parseSealedBatch(sealedBatchText({ collection: id, week: WEEK }, seals), sealed);
    if (office === undefined || 'refused' in parsed) throw new Error('There are no halves.');
    const opened = await openBatch(sealed, parsed.value, await privateKeyOf(pair.privateKey));
    if ('refused' in opened) throw new Error(opened.refused);
    const whole = combineHalves(office, opened.sum);
    const sums = layout.entries.map((_, at) =>
      vectors.reduce((sum, vector) => sum + BigInt(vector[at] ?? 0), 0n),
    );
    expect(office.sums).not.toEqual(sums);
    expect(whole).toMatchObject({ value: { n: 12, half: 'whole', sums } });
  });

  it('finds facts that cannot be, and tells nothing that stands in them', async () => {
    const sums = (JSON.parse(files[0] as string).values as number[]).map(BigInt);
    const facts = factsOf({ week: WEEK, n: 1, sums }, layout);
    const spoil = async (change: (fact: Fact) => Fact) => {
      await parquet('facts.parquet', facts.map(change));
      return aggregate([folder]);
    };
    const where = (entry: string, low: number) => (fact: Fact) =>
      fact.entry === entry ? { ...fact, low } : fact;
    await expect(spoil(where('all/minutes', 2_415))).rejects.toThrow('over its cap');
    await expect(spoil(where('all/minutes/square', 7))).rejects.toThrow('is not of these values');
    await expect(spoil(where('all/weight', 0))).rejects.toThrow('cannot be');
    await expect(spoil((fact) => ({ ...fact, entry: '张建国' }))).rejects.toThrow(
      /^facts: a row is of no week or no entry of this collection\.$/,
    );
  });

  it('says what is missing', async () => {
    await expect(aggregate([join(base, 'nowhere')])).rejects.toThrow('there is no such file');
    await expect(aggregate([folder])).rejects.toThrow('nothing to add up');
    rmSync(join(folder, 'collection.json'));
    put('all.ndjson', files.join(''));
    await expect(aggregate([folder])).rejects.toThrow('no collection file');
    put('a.json', collectionText(COLLECTION));
    put('b.json', collectionText({ ...COLLECTION, title: '另一批次' }));
    await expect(aggregate([folder])).rejects.toThrow('different collections');
  });

  it('runs as a command: writes sum files and tables, and says their hash', () => {
    put('all.ndjson', files.join(''));
    const out = join(folder, 'out');
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'utils/cli/aggregate/index.ts', '--out', out, folder],
      { encoding: 'utf8' },
    );
    expect(run.status, run.stderr).toBe(0);
    expect(readdirSync(out)).toEqual(['sum-QS-2026-4-2026-W47.json', 'sums-whole.tsv']);
    const table = readFileSync(join(out, 'sums-whole.tsv'), 'utf8');
    expect(run.stderr).toContain(tableHash(table));
    expect(run.stderr).toContain('40 contributions counted');
    const sum = readFileSync(join(out, 'sum-QS-2026-4-2026-W47.json'), 'utf8');
    expect(parseSum(sum, layout.entries.length)).toHaveProperty('value');
    const wrong = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'utils/cli/aggregate/index.ts', '--fast'],
      { encoding: 'utf8' },
    );
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('Unknown option --fast');
  });
});

function firstFigures() {
  const all = { entered: 0, prefilled: 0, comparable: 0, reentered: 0, fillings: 0, repeats: 0 };
  const none = { reentryMs: 0, checkIns: 0, traces: 0, zombie: false, forms: [] };
  return { ...all, ...none, code: 'study.xuexi', category: 'study', days: 1, workingMs: 0 };
}
