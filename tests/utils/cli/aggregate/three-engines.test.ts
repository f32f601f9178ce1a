import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregate } from '../../../../utils/cli/aggregate/aggregate';
import { CORE_SQL } from '../../../../utils/cli/aggregate/core-sql';
import { type Fact, factsOf } from '../../../../utils/cli/aggregate/facts';
import { sumTable, tableHash } from '../../../../utils/cli/aggregate/sum-table';
import { collectionId, collectionText } from '../../../../utils/domain/contribution/collection';
import { contributionVector, plainText } from '../../../../utils/domain/contribution/contribution';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import {
  syntheticCollection,
  syntheticPeople,
  syntheticToken,
  syntheticWeek,
} from '../../../adversarial/synthetic-people';
import { chance } from '../../../bench/forms/corpus/random';
import { duckdbTable, postgresTable } from './engines';
import { findPostgres, type PostgresCluster, startPostgresCluster } from './postgres-cluster';

const PEOPLE = 40;
const collection = syntheticCollection({ platforms: 6, forms: 3, weeks: 4, headcount: 60 });
const layout = layoutOf(collection);
const folder = mkdtempSync(join(tmpdir(), 'three-engines-'));
const contributions: string[] = [];
/** Every contribution as rows of the table, and as many rows of shares modulo 2⁶⁴. */
const facts: Fact[] = [];
const shares: Fact[] = [];
let shareTable = '';

beforeAll(() => {
  const people = syntheticPeople(collection, PEOPLE, 11);
  const random = chance(12);
  const word = () => BigInt(Math.floor(random.next() * 2 ** 32));
  const shareSums = new Map<string, bigint>();
  for (const week of collection.weeks) {
    for (const person of people) {
      const vector = contributionVector(syntheticWeek(collection, person, random), layout);
      const token = syntheticToken(random);
      contributions.push(
        plainText({ collection: collectionId(collection), week, token, rev: 1 }, vector),
      );
      facts.push(...factsOf({ week, n: 1, sums: [...vector].map(BigInt) }, layout));
      const share = layout.entries.slice(0, 20).map(() => (word() << 32n) | word());
      shares.push(...factsOf({ week, n: 1, sums: share }, layout));
      for (const [at, value] of share.entries()) {
        const key = `${week}\t${layout.entries[at]?.name}`;
        shareSums.set(key, BigInt.asUintN(64, (shareSums.get(key) ?? 0n) + value));
      }
      shareSums.set(`${week}\tn`, BigInt(PEOPLE));
    }
  }
  shareTable = sumTable(
    [...shareSums].map(([key, sum]) => {
      const [week = '', entry = ''] = key.split('\t');
      return { week, entry, sum };
    }),
  );
  writeFileSync(join(folder, 'collection.json'), collectionText(collection));
  writeFileSync(join(folder, 'contributions.ndjson'), contributions.join(''));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sums of a collection', () => {
  it('are the same bytes from the page and from DuckDB', async () => {
    const table = (await aggregate([folder])).tables.get('whole') ?? '';
    expect(table.split('\n').length).toBeGreaterThan(500);
    expect(await duckdbTable(facts, folder)).toBe(table);
    expect(await duckdbTable(shares, folder)).toBe(shareTable);
  });

  it('are others where one value of one person is another', async () => {
    const [first, ...others] = facts.filter(({ entry }) => entry === 'all/minutes');
    const rest = facts.filter(({ entry }) => entry !== 'all/minutes');
    const changed = [{ ...first, low: (first?.low ?? 0) + 1 } as Fact, ...others, ...rest];
    const table = (await aggregate([folder])).tables.get('whole') ?? '';
    expect(tableHash(await duckdbTable(changed, folder))).not.toBe(tableHash(table));
  });
});

const bin = findPostgres();
if (bin === undefined) {
  console.warn(
    'NOT RUN: the sums in PostgreSQL. No PostgreSQL server is here (Debian: apt-get install postgresql).',
  );
}

describe.skipIf(bin === undefined)('a cluster of two PostgreSQL shards', () => {
  let cluster: PostgresCluster;
  beforeAll(() => {
    cluster = startPostgresCluster(bin ?? '', 2);
  }, 120_000);
  afterAll(() => cluster?.stop());

  it('gives the same bytes as the page and DuckDB, by the same query', async () => {
    const table = (await aggregate([folder])).tables.get('whole') ?? '';
    expect(postgresTable(cluster, facts, collection.weeks)).toBe(table);
    const onShards = [0, 1].map((shard) =>
      Number(cluster.onShard(shard, 'SELECT COUNT(*) FROM facts')),
    );
    expect(Math.min(...onShards)).toBeGreaterThan(0);
    expect(onShards.reduce((sum, count) => sum + count)).toBe(facts.length);
  });

  it('adds up shares modulo 2⁶⁴ as exactly', () => {
    expect(postgresTable(cluster, shares, collection.weeks)).toBe(shareTable);
  });

  it('lets each shard add up its own rows', () => {
    postgresTable(cluster, facts, collection.weeks);
    const plan = cluster.onCoordinator(
      `SET enable_partitionwise_aggregate = on;\nEXPLAIN VERBOSE ${CORE_SQL};`,
    );
    expect(plan.match(/Relations: Aggregate on/g)).toHaveLength(2);
  });
});
