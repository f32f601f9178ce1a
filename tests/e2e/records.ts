import type { Page } from 'playwright-core';
import { decodeInterval, type StoredInterval } from '../../utils/storage/compact-interval';
import { decodeSubmission, type StoredSubmission } from '../../utils/storage/compact-submission';
import type { Session } from './browser';

/** Everything in the extension's database, table by table, read from one of its own pages. */
export type Tables = Record<string, unknown[]>;

/** Reads the whole database as it stands. Keys that cannot be copied are left out. */
export async function readTables(session: Session): Promise<Tables> {
  const page = await session.openOwn('options.html');
  try {
    return await readTablesIn(page);
  } finally {
    await page.close();
  }
}

/** The same from a page of the extension that is open already. */
export async function readTablesIn(page: Page): Promise<Tables> {
  const { submissions = [], intervals = [], ...others } = await readStoredTables(page);
  return {
    ...others,
    submissions: submissions.map((row) => decodeSubmission(row as StoredSubmission)),
    intervals: intervals.map((row) => decodeInterval(row as StoredInterval)),
  };
}

/**
 * Everything that the extension keeps, as one text: every row and key of every table with bytes in hex,
 * and every storage area.
 */
export async function readAllAsText(session: Session): Promise<string> {
  const page = await session.openOwn('options.html');
  try {
    return await page.evaluate(async () => {
      const parts: string[] = [];
      const told = (value: unknown) =>
        JSON.stringify(value, (_key, one) =>
          ArrayBuffer.isView(one) || one instanceof ArrayBuffer
            ? Array.from(new Uint8Array(ArrayBuffer.isView(one) ? one.buffer : one), (byte) =>
                byte.toString(16).padStart(2, '0'),
              ).join('')
            : one,
        );
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const table of database.objectStoreNames) {
          const store = database.transaction(table).objectStore(table);
          for (const request of [store.getAll(), store.getAllKeys()]) {
            parts.push(
              await new Promise<string>((resolve, reject) => {
                request.onsuccess = () => resolve(told(request.result));
                request.onerror = () => reject(request.error);
              }),
            );
          }
        }
        database.close();
      }
      for (const area of [chrome.storage.local, chrome.storage.session, chrome.storage.sync]) {
        parts.push(told(await area.get()));
      }
      parts.push(told({ ...localStorage }), told(await caches.keys()));
      return parts.join('\n');
    });
  } finally {
    await page.close();
  }
}

/** The rows as they are written, some of them in compact form. */
async function readStoredTables(page: Page): Promise<Tables> {
  const told = await readStoredTablesAsText(page);
  return JSON.parse(told, (_key, value) =>
    Array.isArray(value?.bytesOfRow) ? Uint8Array.from(value.bytesOfRow) : value,
  );
}

function readStoredTablesAsText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'qingzhuang')) return '{}';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('qingzhuang');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const tables: Record<string, unknown[]> = {};
      for (const name of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        tables[name] = rows;
      }
      return JSON.stringify(tables, (key, value) => {
        if (value instanceof Uint8Array) return { bytesOfRow: Array.from(value) };
        return key === 'key' && typeof value === 'object' ? undefined : value;
      });
    } finally {
      database.close();
    }
  });
}

/** Waits until the tables satisfy a condition, and returns them; fails with what is there at the end. */
export async function waitForTables(
  session: Session,
  holds: (tables: Tables) => boolean,
  withinMs = 45_000,
): Promise<Tables> {
  const page = await session.openOwn('options.html');
  try {
    const end = Date.now() + withinMs;
    for (;;) {
      const tables = await readTablesIn(page);
      if (holds(tables)) return tables;
      if (Date.now() > end) {
        const counts = Object.entries(tables).map(([name, rows]) => `${name} ${rows.length}`);
        throw new Error(`not recorded within ${withinMs} ms: ${counts.join(', ')}`);
      }
      await page.waitForTimeout(200);
    }
  } finally {
    await page.close();
  }
}
