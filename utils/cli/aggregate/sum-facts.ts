import { DuckDBInstance } from '@duckdb/node-api';
import { CORE_SQL, type CoreRow, coreRow } from './core-sql';
import type { Input } from './find-inputs';

/** What DuckDB may use for itself; with the rest of the program it stays under 500 MB. */
const MEMORY_LIMIT = '256MB';
const PROGRESS_MS = 250;

/**
 * Runs `core.sql` in DuckDB over Parquet files of facts.
 *
 * @param onProgress called with the share that is done, 0 … 1
 * @throws Error of DuckDB where a file cannot be read or lacks a column
 */
export async function sumFacts(
  inputs: readonly Input[],
  onProgress: (share: number) => void = () => {},
): Promise<readonly CoreRow[]> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const timer = setInterval(() => {
    onProgress(Math.max(0, connection.progress.percentage) / 100);
  }, PROGRESS_MS);
  try {
    const paths = inputs.map(({ path }) => `'${path.replaceAll("'", "''")}'`).join(', ');
    await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
    await connection.run(
      `CREATE VIEW facts AS SELECT week, entry, people, low, high FROM read_parquet([${paths}])`,
    );
    const reader = await connection.runAndReadAll(CORE_SQL);
    return reader.getRows().map(coreRow);
  } finally {
    clearInterval(timer);
    connection.closeSync();
    instance.closeSync();
  }
}
