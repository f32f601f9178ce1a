import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../../../utils/storage/database';
import { describeFault } from '../../../utils/storage/describe-fault';
import { closeDatabase, databaseExists, openDatabase } from '../../../utils/storage/open-database';
import { wipe } from '../../../utils/storage/wipe';

const NAME = 'open-database';
const here = () => new Database(NAME);

afterEach(async () => {
  closeDatabase();
  await Dexie.delete(NAME);
});

/** The schema of some later version, which every migration must be able to reach. */
class LaterDatabase extends Database {
  constructor(migrate: (index: number) => void = () => undefined) {
    super(NAME);
    this.version(2)
      .stores({ submissions: 'id, at, [platform+at], [platform+form+at], continues, outcome' })
      .upgrade(async (transaction) => {
        let index = 0;
        await transaction
          .table('submissions')
          .toCollection()
          .modify((row) => {
            migrate(index);
            index += 1;
            row.evidence = [...row.evidence, 'migrated'];
          });
      });
  }
}

/** What an installed copy holds: one row of every table, and a key that cannot be taken out. */
async function fillFirstVersion(): Promise<void> {
  const database = new Database(NAME);
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await database.keys.add({ generation: 1, key, createdAt: 1 });
  for (const id of ['a', 'b', 'c']) {
    await database.table('submissions').add({
      id,
      platform: 'p',
      form: 'f',
      at: 1,
      startedAt: 0,
      outcome: 'accepted',
      score: 3,
      evidence: [],
      intent: 'final',
      rework: false,
      fields: [],
      fillingMs: 1,
      keyGeneration: 1,
    });
  }
  await database.state.put({ key: 'since', value: 1 });
  database.close();
}

describe('openDatabase', () => {
  it('gives one connection to all who ask at the same moment', async () => {
    const [a, b] = await Promise.all([openDatabase(here), openDatabase(here)]);
    expect(a).toBe(b);
    expect(a.isOpen()).toBe(true);
  });

  it('opens again after it was closed from outside', async () => {
    const first = await openDatabase(here);
    await first.state.put({ key: 'x', value: 1 });
    first.close();
    const second = await openDatabase(here);
    expect(second).not.toBe(first);
    expect(await second.state.get('x')).toEqual({ key: 'x', value: 1 });
  });

  it('gives way to a new version in another context and does not hold it up', async () => {
    await openDatabase(here);
    const later = new LaterDatabase();
    await later.open();
    expect(later.verno).toBe(2);
    later.close();
  });

  it('gives way to a wipe in another context, and opens an empty database afterwards', async () => {
    const first = await openDatabase(here);
    await first.state.put({ key: 'x', value: 1 });
    await Dexie.delete(NAME);
    expect(first.isOpen()).toBe(false);
    expect(await (await openDatabase(here)).state.count()).toBe(0);
  });

  it('does not remember a failure', async () => {
    const broken = () => {
      throw Object.assign(new Error('broken'), { name: 'UnknownError' });
    };
    await expect(openDatabase(broken)).rejects.toThrow('broken');
    expect((await openDatabase(here)).isOpen()).toBe(true);
  });
});

describe('databaseExists', () => {
  it('looks without making anything, and does not disturb whoever opens it meanwhile', async () => {
    expect(await databaseExists(NAME)).toBe(false);
    expect(await Dexie.getDatabaseNames()).not.toContain(NAME);
    const [, database] = await Promise.all([databaseExists(NAME), openDatabase(here)]);
    await database.state.put({ key: 'x', value: 1 });
    expect(await databaseExists(NAME)).toBe(true);
    expect(await database.state.count()).toBe(1);
  });
});

describe('a migration', () => {
  it('brings every record of the first version along, and the keys still work', async () => {
    await fillFirstVersion();
    const later = new LaterDatabase();
    await later.open();
    expect(await later.submissions.where('outcome').equals('accepted').count()).toBe(3);
    expect((await later.submissions.toArray()).map(({ evidence }) => evidence)).toEqual([
      ['migrated'],
      ['migrated'],
      ['migrated'],
    ]);
    const key = (await later.keys.get(1))?.key as CryptoKey;
    expect((await crypto.subtle.sign('HMAC', key, new Uint8Array(1))).byteLength).toBe(32);
    later.close();
  });

  it('that fails half-way leaves the data untouched and says what it was', async () => {
    await fillFirstVersion();
    const later = new LaterDatabase((index) => {
      if (index === 1) throw new TypeError('a row that no one thought of');
    });
    const failure = await openDatabase(() => later).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(describeFault(failure)).toEqual({ code: 'migration-failed', passing: false });
    const old = await openDatabase(here);
    expect(old.verno).toBe(1);
    expect((await old.submissions.toArray()).map(({ id, evidence }) => [id, evidence])).toEqual([
      ['a', []],
      ['b', []],
      ['c', []],
    ]);
    expect(await old.keys.count()).toBe(1);
  });

  it('that was made is no hindrance to an older copy: it opens and reads all there is', async () => {
    await fillFirstVersion();
    const later = new LaterDatabase();
    await later.open();
    later.close();
    const older = await openDatabase(here);
    expect(await older.submissions.count()).toBe(3);
    await older.submissions.update('a', { score: 9 });
    expect((await older.submissions.get('a'))?.score).toBe(9);
  });
});

describe('wipe', () => {
  it('takes consent away first, then everything, and leaves no trace of itself', async () => {
    const order: string[] = [];
    const database = await openDatabase(here);
    await database.state.put({ key: 'x', value: 1 });
    await wipe(async () => {
      order.push(database.isOpen() ? 'settings' : 'too late');
    }, NAME);
    expect(order).toEqual(['settings', 'too late']);
    expect(await Dexie.getDatabaseNames()).not.toContain(NAME);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
  });

  it('takes away again what was written meanwhile', async () => {
    await openDatabase(here);
    let cleared = 0;
    await wipe(async () => {
      cleared += 1;
      if (cleared === 1) {
        setTimeout(async () => {
          const late = here();
          await late.state.put({ key: 'x', value: 1 });
          late.close();
        }, 50);
      }
    }, NAME);
    expect(cleared).toBe(2);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
  });
});

describe('describeFault', () => {
  const named = (name: string, inner?: unknown) =>
    Object.assign(new Error(name), { name, ...(inner === undefined ? {} : { inner }) });

  it.each([
    ['QuotaExceededError', 'storage-full', true],
    ['VersionError', 'migration-failed', false],
    ['UnknownError', 'database-unreadable', true],
    ['DatabaseClosedError', 'write-failed', true],
    ['InvalidStateError', 'write-failed', true],
    ['BlockedError', 'write-failed', true],
    ['SomethingElse', 'write-failed', false],
  ])('takes %s for %s', (name, code, passing) => {
    expect(describeFault(named(name))).toEqual({ code, passing });
  });

  it('looks into what wraps the cause', () => {
    expect(describeFault(named('AbortError', named('QuotaExceededError')))).toEqual({
      code: 'storage-full',
      passing: true,
    });
    expect(describeFault(named('OpenFailedError', named('UnknownError'))).code).toBe(
      'database-unreadable',
    );
    expect(describeFault(named('DatabaseClosedError', named('VersionError'))).code).toBe(
      'migration-failed',
    );
    expect(describeFault(named('UpgradeError', named('TypeError'))).code).toBe('migration-failed');
    expect(describeFault(named('UpgradeError', named('QuotaExceededError'))).code).toBe(
      'storage-full',
    );
  });

  it.each([
    ['UnknownError', 'Internal error: No space left on device'],
    ['UnknownError', 'IO error: 000123.log: ENOSPC'],
    ['AbortError', 'Encountered full disk while committing transaction.'],
    ['OpenFailedError', 'UnknownError Encountered full disk while opening backing store'],
    ['Error', 'NS_ERROR_FILE_NO_DEVICE_SPACE'],
    ['TransactionInactiveError', 'Current transaction exceeded its quota limitations.'],
  ])('tells a full disk by its words too: %s, %s', (name, message) => {
    expect(describeFault(Object.assign(new Error(message), { name }))).toEqual({
      code: 'storage-full',
      passing: true,
    });
  });

  it('takes anything at all', () => {
    for (const odd of [undefined, null, 7, 'text', {}, [], Object.create(null)]) {
      expect(describeFault(odd)).toEqual({ code: 'write-failed', passing: false });
    }
    const circle = named('AbortError');
    Object.assign(circle, { inner: circle });
    expect(describeFault(circle).code).toBe('write-failed');
  });
});
