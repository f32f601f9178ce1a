import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { digestKey, encodeDigest } from '../../../utils/storage/compact-digest';
import { Database } from '../../../utils/storage/database';
import { describeFault } from '../../../utils/storage/describe-fault';
import { lookUpDigests } from '../../../utils/storage/digests';
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
    this.version(3)
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

/** The schema of the first version, with its index of digests by time. */
class FirstDatabase extends Dexie {
  constructor() {
    super(NAME);
    this.version(1).stores({
      intervals: 'id, from, [platform+from]',
      coverage: 'day',
      platforms: 'id',
      forms: '[platform+signature], lastSeenAt',
      submissions: 'id, at, [platform+at], [platform+form+at], continues',
      digests: ', a',
      keys: 'generation',
      uploads: 'id, at, digest, [platform+at]',
      actions: 'id, at, [platform+at]',
      pageSigns: 'id, at, [platform+at]',
      transfers: 'id, at',
      findings: 'id, platform, status',
      diary: 'id, day',
      ledger: 'id, platform, at',
      weekSums: '[week+platform]',
      otherWeekSums: '[device+week+platform], week',
      staged: '++id, at',
      faults: 'id, at, code',
      state: 'key',
    });
  }
}

const VALUE_DIGEST = 'value-digest-000';

/** What a copy of the first version holds, as it wrote it. */
async function fillFirstVersion(): Promise<void> {
  const database = new FirstDatabase();
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await database.table('keys').add({ generation: 1, key, createdAt: 1 });
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
      f: {
        n: [0, 3, 2, 1],
        h: 't',
        e: 'h',
        c: ['person.name'],
        l: ['label-digest-000'],
        d: [VALUE_DIGEST],
        a: ['any---digest-000'],
      },
      fillingMs: 1,
      keyGeneration: 1,
    });
  }
  const numbers = ['p'];
  const place = { platform: 'p', submission: '0'.repeat(24), at: 1, field: 0 };
  const row = encodeDigest({ digest: VALUE_DIGEST, generation: 1, seen: [place] }, numbers);
  await database.table('digests').add({ ...row, a: 1 }, digestKey(VALUE_DIGEST));
  await database.table('state').bulkPut([
    { key: 'since', value: 1 },
    { key: 'platform-numbers', value: numbers },
  ]);
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
    expect(later.verno).toBe(3);
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

  it('of the first version keeps its digests and reads its submissions', async () => {
    await fillFirstVersion();
    const database = await openDatabase(here);
    expect(database.verno).toBe(2);
    const seen = [{ platform: 'p', submission: '0'.repeat(24), at: 1, field: 0 }];
    expect(await lookUpDigests(database, [VALUE_DIGEST])).toEqual(
      new Map([[VALUE_DIGEST, { digest: VALUE_DIGEST, generation: 1, seen }]]),
    );
    expect((await database.submissions.get('a'))?.fields).toEqual([
      {
        field: 0,
        concept: 'person.name',
        labelDigest: 'label-digest-000',
        how: 'typed',
        digest: VALUE_DIGEST,
        anyDigest: 'any---digest-000',
        entropy: 'high',
        focusMs: 3,
        workingMs: 2,
        inputMs: 1,
      },
    ]);
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
    expect(old.verno).toBe(2);
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
