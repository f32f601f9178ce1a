import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';

/** How the rows of a table are written, and read again as they were. */
export interface Codec {
  readonly encode: (row: never) => unknown;
  readonly decode: (stored: never) => unknown;
}

/**
 * Writes rows of some tables in a compact form and reads them back as they were, so that whoever uses
 * the tables need not know. Names of properties are stored with every object in IndexedDB: a
 * submission of fifteen fields shrinks to less than half. Keys and indexed properties stay as they are.
 */
export function compactRows(codecs: ReadonlyMap<string, Codec>): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'compact-rows',
    // Below everything else: hooks, caches and live queries see rows as they are.
    level: -10,
    create: (down) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        const codec = codecs.get(name);
        return codec === undefined ? table : compactTable(table, codec);
      },
    }),
  };
}

function compactTable(table: DBCoreTable, codec: Codec): DBCoreTable {
  const encode = codec.encode as (row: unknown) => unknown;
  const decode = (stored: unknown) =>
    stored === undefined ? undefined : (codec.decode as (stored: unknown) => unknown)(stored);
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map(encode) }
          : request,
      ),
    get: (request) => table.get(request).then(decode),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(decode)),
    query: (request) =>
      table
        .query(request)
        .then((response) =>
          request.values ? { ...response, result: response.result.map(decode) } : response,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor !== null && request.values ? decoded(cursor, decode) : cursor)),
  };
}

function decoded(cursor: DBCoreCursor, decode: (stored: unknown) => unknown): DBCoreCursor {
  // The browser's own getters answer to the cursor itself alone.
  return Object.create(cursor, {
    value: { get: () => decode(cursor.value) },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
  });
}
