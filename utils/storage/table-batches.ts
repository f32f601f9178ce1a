import type { IndexableType, Table } from 'dexie';

/** Rows of one batch. */
const BATCH = 500;

/** The rows of a table in the order of their keys, some at a time. */
export async function* tableBatches<Row extends object>(
  table: Table<Row>,
): AsyncGenerator<readonly Row[]> {
  let last: IndexableType | undefined;
  for (;;) {
    const rest = last === undefined ? table.orderBy(':id') : table.where(':id').above(last);
    const batch = await rest.limit(BATCH).toArray();
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = keyOf(table, batch.at(-1) as Row);
  }
}

/** The primary key of a row. */
export function keyOf({ schema }: Table, row: object): IndexableType {
  const fields = new Map<string, IndexableType>(Object.entries(row));
  const path = schema.primKey.keyPath as string | readonly string[];
  const part = (name: string) => fields.get(name) ?? '';
  return typeof path === 'string' ? part(path) : (path.map(part) as IndexableType);
}

/** Rows in these tables altogether. */
export async function countRows(tables: readonly Table[]): Promise<number> {
  const counts = await Promise.all(tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}
