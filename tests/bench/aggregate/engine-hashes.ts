import { mkdirSync, readFileSync } from 'node:fs';
import { aggregate } from '../../../utils/cli/aggregate/aggregate';
import { type Fact, factsOf } from '../../../utils/cli/aggregate/facts';
import { tableHash } from '../../../utils/cli/aggregate/sum-table';
import { layoutOf } from '../../../utils/domain/contribution/layout';
import { duckdbTable, postgresTable } from '../../utils/cli/aggregate/engines';
import { findPostgres, startPostgresCluster } from '../../utils/cli/aggregate/postgres-cluster';
import { writeContributions } from './synthesise';

/** The hash of the sums of one township from each engine that is here. */
export async function engineHashes(
  folder: string,
): Promise<readonly { readonly engine: string; readonly hash: string }[]> {
  mkdirSync(folder, { recursive: true });
  const made = writeContributions(folder, { people: 40, weeks: 6, platforms: 12, forms: 6 }, 5);
  const { collection, tables } = await aggregate([folder]);
  const layout = layoutOf(collection);
  const facts = readFileSync(made.path, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): readonly Fact[] => {
      const { week, values } = JSON.parse(line) as { week: string; values: number[] };
      return factsOf({ week, n: 1, sums: values.map(BigInt) }, layout);
    });
  const hashes = [
    { engine: 'TypeScript', hash: tableHash(tables.get('whole') ?? '') },
    { engine: 'DuckDB', hash: tableHash(await duckdbTable(facts, folder)) },
  ];
  const bin = findPostgres();
  if (bin === undefined) return [...hashes, { engine: 'PostgreSQL', hash: 'not here: not run' }];
  const cluster = startPostgresCluster(bin, 2);
  try {
    const table = postgresTable(cluster, facts, collection.weeks);
    return [...hashes, { engine: 'PostgreSQL, two shards', hash: tableHash(table) }];
  } finally {
    cluster.stop();
  }
}
