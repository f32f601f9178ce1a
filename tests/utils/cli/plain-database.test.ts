import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import type { Dexie } from 'dexie';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  withoutLiveQueries,
  withoutUnnamed,
  withShortNames,
  wordsIn,
} from '../../../utils/cli/plain-database';

const LIBRARY = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8');

interface Row {
  readonly id: string;
  readonly at: number;
  readonly name?: string;
}

async function load(library: string): Promise<typeof Dexie> {
  const code = library.replace(/\/\/# sourceMappingURL=.*$/, '');
  const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(address)).Dexie;
}

/** Everything of the library that the stores here call, and what comes of it. */
async function used(Library: typeof Dexie, name: string): Promise<unknown> {
  const database = new Library(name);
  database.version(1).stores({ rows: 'id, at, [name+at]', plain: '', counted: '++key' });
  const rows = database.table<Row, string>('rows');
  await database.open();
  await rows.bulkPut([1, 2, 3, 4, 5].map((at) => ({ id: `r${at}`, at, name: at > 3 ? 'b' : 'a' })));
  await rows.add({ id: 'r6', at: 6 });
  const results: unknown[] = [await rows.count(), await rows.bulkGet(['r1', 'none'])];
  await database.transaction('rw', rows, database.table('plain'), async () => {
    await rows.update('r2', { at: 20 });
    await rows.where('at').above(4).modify({ name: 'late' });
    await database.table('plain').put({ text: 'outside' }, 'key');
    await Promise.all([rows.get('r1'), rows.delete('r3')]);
  });
  const failed = await database
    .transaction('rw', rows, async () => {
      await rows.delete('r1');
      throw new Error('undone');
    })
    .catch((error: Error) => error.message);
  results.push(
    failed,
    await rows.toArray(),
    await rows.where('at').between(4, 20).reverse().toArray(),
    await rows.where('[name+at]').between(['a', Library.minKey], ['a', Library.maxKey]).keys(),
    await rows.where('id').startsWith('r').limit(2).primaryKeys(),
    await rows.where('at').anyOf(5, 20).toArray(),
    await rows
      .orderBy(':id')
      .filter(({ at }) => at % 2 === 0)
      .first(),
    await rows
      .where('at')
      .inAnyRange([
        [0, 2],
        [5, 7],
      ])
      .toArray(),
    await database.table('counted').add({}),
    await database.table('plain').get('key'),
    await rows
      .where('at')
      .equals(20)
      .each(() => undefined),
    await rows.add({ id: 'r1', at: 1 }).catch((error: Error) => error.name),
  );
  await rows.clear();
  results.push(await rows.toCollection().count(), database.isOpen(), database.verno);
  database.close();
  await Library.delete(name);
  return results;
}

describe('the database library as it is shipped', () => {
  const plain = withoutUnnamed(withoutLiveQueries(LIBRARY), wordsIn('.'));
  let Plain: typeof Dexie;
  let Whole: typeof Dexie;
  beforeAll(async () => {
    Plain = await load(await withShortNames(plain, wordsIn('.')));
    Whole = await load(LIBRARY);
  });

  it('keeps and finds what the whole one does', async () => {
    expect(await used(Plain, 'plain')).toEqual(await used(Whole, 'whole'));
  });

  it('tells of the same tables that they were changed, here and in other pages', async () => {
    const partsOf = async (Library: typeof Dexie) => {
      const told = new Set<string>();
      const listen = (parts: object) => {
        for (const part of Object.keys(parts)) told.add(part);
      };
      Library.on('storagemutated', listen);
      const database = new Library('told');
      // A new database tells of all its tables, then of the one that was changed.
      database.version(1).stores({ rows: 'id, at', spare: 'id' });
      await database.table('rows').put({ id: 'a', at: 1 });
      await database.table('rows').where('id').equals('a').delete();
      await new Promise((goOn) => setTimeout(goOn, 20));
      Library.on.storagemutated.unsubscribe(listen);
      database.close();
      await Library.delete('told');
      return [...told].sort();
    };
    // The whole one tells more: in which rows and indexes.
    expect(await partsOf(Whole)).toContain('idb://told/rows/');
    expect(await partsOf(Plain)).toEqual(['idb://told/rows/', 'idb://told/spare/']);
  });

  it('has no live queries and no methods that nothing names', () => {
    expect(plain).not.toContain('this.use(cacheMiddleware)');
    expect(plain).not.toContain('new RangeSet(-Infinity');
    expect(plain).not.toContain('startsWithIgnoreCase');
    expect(plain.length).toBeLessThan(LIBRARY.length * 0.93);
  });

  it('has short names for what is its own alone', async () => {
    const short = await withShortNames(plain, wordsIn('.'));
    expect(plain).toContain('._allTables');
    expect(short).not.toContain('_allTables');
    for (const name of [
      'maxKey',
      'bulkPut',
      'storagemutated',
      'objectStoreNames',
      'versionchange',
    ]) {
      expect(short, name).toContain(name);
    }
  });

  it('keeps what a source names', () => {
    expect(withoutUnnamed(LIBRARY, new Set(['startsWithIgnoreCase']))).toContain(
      'startsWithIgnoreCase(str)',
    );
  });

  it('finds by the indexes that are there alone, in these tests too', async () => {
    const { Dexie: Tested } = await import('dexie');
    const database = new Tested('tested');
    database.version(1).stores({ rows: 'id, [name+at]' });
    const byName = database.table('rows').where('name').equals('a').count();
    await expect(byName).rejects.toThrow('name');
    await database.delete();
  });

  it('cannot be made of something else', () => {
    expect(() => withoutLiveQueries('export class Dexie {}')).toThrow('database library: 0 ×');
  });
});
