/**
 * The query alone, as anyone would run it in DuckDB: no check of what it reads, no names, no table.
 *
 * `raw.ts facts|contributions FILE MEMORY_LIMIT`
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { CORE_SQL } from '../../../utils/cli/aggregate/core-sql';

const [kind, path, memory = '256MB'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: memory,
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
await connection.run(
  kind === 'facts'
    ? `CREATE VIEW facts AS SELECT * FROM read_parquet('${path}')`
    : `CREATE VIEW facts AS
         SELECT week, entry, 1 AS people, value AS low, 0 AS high
         FROM (
           SELECT week, unnest("values") AS value, generate_subscripts("values", 1) AS entry
           FROM read_json('${path}', format = 'newline_delimited',
             columns = {week: 'VARCHAR', "values": 'BIGINT[]'})
         ) entries`,
);
const startedAt = performance.now();
const answer = (await connection.runAndReadAll(CORE_SQL)).getRows();
console.log(JSON.stringify({ sums: answer.length, queryMs: performance.now() - startedAt }));
connection.closeSync();
instance.closeSync();
