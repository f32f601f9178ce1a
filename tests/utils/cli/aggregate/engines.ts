import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CORE_SQL, coreRow, sumsOfRows } from '../../../../utils/cli/aggregate/core-sql';
import type { Fact } from '../../../../utils/cli/aggregate/facts';
import { sumTable } from '../../../../utils/cli/aggregate/sum-table';
import type { PostgresCluster } from './postgres-cluster';

const tsv = (rows: readonly Fact[]) =>
  rows.map((row) => `${Object.values(row).join('\t')}\n`).join('');

/** The table of sums as DuckDB gives it. */
export async function duckdbTable(rows: readonly Fact[], folder: string): Promise<string> {
  const path = join(folder, 'facts.tsv');
  writeFileSync(path, tsv(rows));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `CREATE VIEW facts AS SELECT * FROM read_csv('${path}', delim = '\t', header = false,
       columns = {week: 'VARCHAR', entry: 'VARCHAR', people: 'BIGINT', low: 'BIGINT', high: 'BIGINT'})`,
  );
  const answer = await connection.runAndReadAll(CORE_SQL);
  connection.closeSync();
  instance.closeSync();
  return sumTable(sumsOfRows(answer.getRows().map(coreRow)));
}

const COLUMNS = 'week text, entry text, people bigint, low bigint, high bigint';

/**
 * The table of sums as a PostgreSQL cluster gives it. Each week lives on one shard; the coordinator
 * holds nothing but the way to them.
 */
export function postgresTable(
  cluster: PostgresCluster,
  rows: readonly Fact[],
  weeks: readonly string[],
): string {
  const { shards } = cluster;
  const bound = (shard: number) =>
    shard === 0
      ? 'MINVALUE'
      : shard === shards
        ? 'MAXVALUE'
        : `'${weeks[Math.ceil((shard * weeks.length) / shards)]}'`;
  const shardOf = ({ week }: Fact) => Math.floor((weeks.indexOf(week) * shards) / weeks.length);
  cluster.onCoordinator(
    `DROP TABLE IF EXISTS facts; CREATE TABLE facts (${COLUMNS}) PARTITION BY RANGE (week);`,
  );
  for (let shard = 0; shard < shards; shard += 1) {
    cluster.onShard(shard, `DROP TABLE IF EXISTS facts; CREATE TABLE facts (${COLUMNS});`);
    const own = rows.filter((row) => shardOf(row) === shard);
    cluster.copyToShard(shard, 'facts', tsv(own));
    cluster.onCoordinator(
      `CREATE FOREIGN TABLE facts_${shard} PARTITION OF facts
         FOR VALUES FROM (${bound(shard)}) TO (${bound(shard + 1)})
         SERVER shard${shard} OPTIONS (table_name 'facts');`,
    );
  }
  const answer = cluster.onCoordinator(`SET enable_partitionwise_aggregate = on;\n${CORE_SQL};`);
  const lines = answer.trim().split('\n');
  return sumTable(sumsOfRows(lines.map((line) => coreRow(line.split('\t')))));
}
