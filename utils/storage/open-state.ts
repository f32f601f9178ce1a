import type { Database } from './database';

/**
 * Open state: what must outlive the worker until the next observation comes, one row per thing. It is
 * written in the same transaction as the records it leads to, and swept when it has grown old.
 */
export async function readState<Value>(
  database: Database,
  key: string,
): Promise<Value | undefined> {
  const row = await database.state.get(key);
  return row?.value as Value | undefined;
}

export async function writeState(database: Database, key: string, value: unknown): Promise<void> {
  await database.state.put({ key, value });
}

export async function removeState(database: Database, key: string): Promise<void> {
  await database.state.delete(key);
}

/** All rows whose key starts with the prefix, by key. */
export async function readStateRows<Value>(
  database: Database,
  prefix: string,
): Promise<readonly { readonly key: string; readonly value: Value }[]> {
  const rows = await database.state.where('key').startsWith(prefix).toArray();
  return rows as { key: string; value: Value }[];
}
