import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { BackupFault } from '../../../utils/domain/backup-fault';
import type { Interval, Submission, Upload } from '../../../utils/domain/records';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { weekAt } from '../../../utils/domain/week';
import { Sealer, unsealed } from '../../../utils/storage/backup-seal';
import { Database } from '../../../utils/storage/database';
import { restoreBackup } from '../../../utils/storage/restore-backup';
import { sweep } from '../../../utils/storage/sweep';
import { readWeek } from '../../../utils/storage/week-records';
import { writeBackup } from '../../../utils/storage/write-backup';

const PASSPHRASE = '清水 河边 2026';
/** Wednesday 18 November 2026, 10:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 18, 2);
const DIGEST = 'd1gest-of-a-value';
const open: Database[] = [];

afterAll(() => {
  for (const database of open) database.close();
});

function fresh(): Database {
  const database = new Database(`backup-${open.length}`);
  open.push(database);
  return database;
}

const work = (signal = new AbortController().signal, seen: number[] = []) => ({
  signal,
  progress: (share: number) => void seen.push(share),
});

const backup = (database: Database, more = {}) =>
  writeBackup(database, more, { passphrase: PASSPHRASE, now: NOW, iterations: 10 }, work());

const restore = (database: Database, file: Blob, passphrase = PASSPHRASE, now = NOW) =>
  restoreBackup(database, file, { passphrase, zone: 'Asia/Shanghai', now }, work());

function interval(id: string, from: number, minutes = 10): Interval {
  return {
    id,
    platform: 'p',
    place: 'front',
    from,
    to: from + minutes * MINUTE_MS,
    pauses: [],
    playing: [],
    waiting: [],
    inputMs: MINUTE_MS,
    certainty: 'confirmed',
    pageClass: 'form',
    visit: 'v',
  };
}

function submission(id: string, at: number): Submission {
  return {
    id,
    platform: 'p',
    form: 'f',
    at,
    startedAt: at - MINUTE_MS,
    outcome: 'accepted',
    score: 3,
    evidence: ['text'],
    intent: 'final',
    rework: false,
    fields: [
      {
        field: 0,
        labelDigest: 'l',
        how: 'typed',
        digest: DIGEST,
        anyDigest: `${DIGEST}-any`,
        entropy: 'high',
        focusMs: 10,
        workingMs: 10,
        inputMs: 5,
      },
    ],
    fillingMs: MINUTE_MS,
    keyGeneration: 1,
  };
}

function upload(id: string, digest: string): Upload {
  return {
    id,
    platform: 'p',
    at: NOW,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 3,
    proofMaterial: false,
    outcome: 'sent',
    digest,
    pictureHashes: ['h1', 'h2'],
    sketch: ['s'],
    keyGeneration: 1,
  };
}

async function filled(): Promise<Database> {
  const database = fresh();
  await database.platforms.add({
    id: 'p',
    name: '民政综合平台',
    category: 'civil',
    origins: ['https://mz.example.gov.cn'],
    addedAt: NOW - 30 * DAY_MS,
    addedBy: 'catalogue',
    ownName: '民政',
  });
  await database.intervals.bulkAdd([interval('i1', NOW - HOUR_MS), interval('i2', NOW)]);
  await database.submissions.add(submission('s1', NOW));
  await database.uploads.bulkAdd([upload('u1', DIGEST), upload('u2', DIGEST), upload('u3', 'x')]);
  await database.diary.add({ id: 'd1', day: '2026-11-18', text: '纸质台账' });
  await database.coverage.add({ day: '2026-11-18', active: [1, 2, 3], recorded: [1, 2] });
  await database.faults.add({ id: 'f1', at: NOW, code: 'storage-full', count: 1 });
  await database.state.bulkPut([
    { key: 'since', value: NOW - 60 * DAY_MS },
    { key: 'idle-shed-to', value: NOW },
  ]);
  return database;
}

async function plainOf(file: Blob): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const { bytes } of unsealed(file, PASSPHRASE)) parts.push(bytes);
  return strFromU8(gunzipSync(Buffer.concat(parts)));
}

async function tablesOf(database: Database): Promise<unknown> {
  const names = database.tables.map(({ name }) => name).filter((name) => name !== 'state');
  return Promise.all(names.map(async (name) => [name, await database.table(name).toArray()]));
}

describe('a backup', () => {
  it('brings everything back into an empty database, under the same ids', async () => {
    const file = await backup(await filled(), { tokenSecret: 'secret' });
    const target = fresh();
    const { manifest, added, known } = await restore(target, file);
    expect(manifest.tokenSecret).toBe('secret');
    expect({ added, known }).toEqual({ added: 9, known: 0 });
    const restored = await target.intervals.get('i1');
    expect(restored).toEqual({ ...interval('i1', NOW - HOUR_MS), device: manifest.device });
    expect((await target.platforms.get('p'))?.ownName).toBe('民政');
    expect((await target.diary.get('d1'))?.text).toBe('纸质台账');
    expect(await target.faults.count()).toBe(0);
    expect((await target.state.get('since'))?.value).toBe(NOW - 60 * DAY_MS);
    expect(await target.staged.count()).toBe(0);
  });

  it('holds no digest of a value, of a file or of a picture, and no key', async () => {
    const plain = await plainOf(await backup(await filled()));
    for (const left of [DIGEST, 'anyDigest', 'pictureHashes', 'sketch', '"h1"', 'idle-shed-to']) {
      expect(plain).not.toContain(left);
    }
    expect(plain).toContain('民政');
  });

  it('can be read by nobody without the passphrase', async () => {
    const bytes = Buffer.from(await (await backup(await filled())).arrayBuffer());
    for (const text of ['民政', 'gov.cn', 'intervals', 'qingzhuang-backup']) {
      expect(bytes.includes(Buffer.from(text))).toBe(false);
    }
  });

  it('keeps equal files equal and others apart', async () => {
    const target = fresh();
    await restore(target, await backup(await filled()));
    const [one, two, three] = await target.uploads.bulkGet(['u1', 'u2', 'u3']);
    expect(one?.digest).toMatch(/^[\da-f]{24}$/);
    expect(one?.digest).toBe(two?.digest);
    expect(three?.digest).not.toBe(one?.digest);
  });

  it('changes nothing when it is restored twice, or where it was made', async () => {
    const source = await filled();
    const file = await backup(source);
    const before = await tablesOf(source);
    expect((await restore(source, file)).added).toBe(0);
    expect(await tablesOf(source)).toEqual(before);
    const target = fresh();
    await restore(target, file);
    const once = await tablesOf(target);
    expect((await restore(target, file)).added).toBe(0);
    expect(await tablesOf(target)).toEqual(once);
  });

  it('lets retention start over, so that what is old goes again', async () => {
    const source = await filled();
    await source.intervals.add({
      ...interval('old', NOW - 20 * DAY_MS, 20),
      pauses: [{ offsetMs: MINUTE_MS, lengthMs: 5 * MINUTE_MS }],
    });
    const target = fresh();
    await target.state.put({ key: 'idle-shed-to', value: NOW });
    await restore(target, await backup(source));
    expect(await target.state.get('idle-shed-to')).toBeUndefined();
    await sweepAt(target, NOW);
    expect((await target.intervals.get('old'))?.pauses).toEqual([]);
  });
});

function sweepAt(database: Database, now: number): Promise<void> {
  return sweep(database, {
    now,
    retentionDays: 400,
    settings: DEFAULT_SETTINGS,
    concepts: () => undefined,
  });
}

describe('two computers', () => {
  const week = weekAt(NOW - 7 * DAY_MS, 'Asia/Shanghai');
  const at = week.from + 10 * HOUR_MS;

  async function one(id: string, minutes: number): Promise<Database> {
    const database = fresh();
    await database.intervals.add(interval(id, at, minutes));
    await sweepAt(database, NOW);
    return database;
  }

  async function workingMs(database: Database, now: number): Promise<readonly number[]> {
    const reading = {
      now,
      settings: DEFAULT_SETTINGS,
      concepts: () => undefined,
      dayKind: () => undefined,
    };
    const { intervals, weekSums } = await readWeek(database, week, reading);
    return [
      intervals.reduce((sum, { from, to }) => sum + to - from, 0),
      weekSums.reduce((sum, row) => sum + row.workingMs, 0),
    ];
  }

  it('count as one, before and after the details have gone, and however often they are merged', async () => {
    const [a, b] = [await one('a', 10), await one('b', 20)];
    await restore(b, await backup(a));
    await restore(a, await backup(b));
    await restore(b, await backup(a));
    for (const database of [a, b]) {
      await sweepAt(database, NOW);
      expect(await workingMs(database, NOW)).toEqual([30 * MINUTE_MS, 30 * MINUTE_MS]);
      const later = NOW + 100 * DAY_MS;
      await sweepAt(database, later);
      expect(await workingMs(database, later)).toEqual([0, 30 * MINUTE_MS]);
    }
    // Once more when only sums are left.
    await restore(a, await backup(b), PASSPHRASE, NOW + 100 * DAY_MS);
    await sweepAt(a, NOW + 100 * DAY_MS);
    expect(await workingMs(a, NOW + 100 * DAY_MS)).toEqual([0, 30 * MINUTE_MS]);
  });

  it('of which one began as a copy of the other’s profile count as one', async () => {
    const [a, b] = [await one('before', 10), await one('before', 10)];
    await backup(a);
    const device = await a.state.get('device');
    if (device === undefined) throw new Error('no device');
    await b.state.put(device);
    await a.intervals.add(interval('on a', at + HOUR_MS, 5));
    await b.intervals.add(interval('on b', at + 2 * HOUR_MS, 20));
    await restore(b, await backup(a));
    await restore(a, await backup(b));
    for (const database of [a, b]) {
      await sweepAt(database, NOW);
      expect(await workingMs(database, NOW)).toEqual([35 * MINUTE_MS, 35 * MINUTE_MS]);
    }
  });

  it('keep the coverage of a week in its sums', async () => {
    const database = fresh();
    await database.intervals.add(interval('i', at));
    const day = week.days[0]?.day ?? '';
    await database.coverage.add({ day, active: [1, 2, 3, 4], recorded: [1, 2, 3] });
    await sweepAt(database, NOW);
    expect(await database.weekSums.toArray()).toMatchObject([{ week: week.key, coverage: 0.75 }]);
  });

  it('keep a week whose sums the other had not made yet', async () => {
    const a = fresh();
    await a.intervals.add(interval('a', at, 10));
    const b = await one('b', 20);
    await restore(b, await backup(a));
    await sweepAt(b, NOW);
    expect(await workingMs(b, NOW)).toEqual([30 * MINUTE_MS, 30 * MINUTE_MS]);
  });

  it('keep what the person chose on this one, and the lost blocks of both', async () => {
    const [a, b] = [await filled(), await filled()];
    await b.platforms.update('p', { ownName: '本机名称', season: [3] });
    await b.coverage.put({ day: '2026-11-18', active: [2, 9], recorded: [9] });
    await restore(b, await backup(a));
    expect(await b.platforms.get('p')).toMatchObject({ ownName: '本机名称', season: [3] });
    expect(await b.coverage.get('2026-11-18')).toEqual({
      day: '2026-11-18',
      active: [1, 2, 3, 9],
      recorded: [1, 9],
    });
  });

  it('point into one form by their own places', async () => {
    const [a, b] = [fresh(), fresh()];
    const field = (concept: string) => ({
      concept,
      score: 1,
      labelDigest: concept,
      control: 'text',
      required: false,
    });
    const form = (concepts: readonly string[]) => ({
      platform: 'p',
      signature: 'f',
      fields: concepts.map(field),
      library: 'none',
      firstSeenAt: NOW,
      lastSeenAt: NOW,
    });
    await a.forms.add(form(['person.name', 'person.phone']));
    await a.submissions.add(submission('s1', NOW));
    await b.forms.add(form(['person.phone', 'person.name']));
    await restore(b, await backup(a));
    const place = (await b.submissions.get('s1'))?.fields[0]?.field ?? -1;
    expect((await b.forms.get(['p', 'f']))?.fields[place]?.concept).toBe('person.name');
  });
});

describe('a backup that cannot be read', () => {
  const faultOf = async (file: Blob, passphrase = PASSPHRASE) => {
    const database = await filled();
    const before = await tablesOf(database);
    const failed = await restore(database, file, passphrase).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await tablesOf(database)).toEqual(before);
    expect((await database.state.get('idle-shed-to'))?.value).toBe(NOW);
    expect(failed).toBeInstanceOf(BackupFault);
    const { code, part } = failed as BackupFault;
    return [code, part];
  };
  const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
  const changed = (bytes: Uint8Array, at: number) => {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return new Blob([copy]);
  };
  /** Three parts of a file whose contents do not shrink. */
  const large = async () => {
    const sealer = await Sealer.open(PASSPHRASE, 10);
    await sealer.add(crypto.getRandomValues(new Uint8Array(60_000)));
    for (let part = 0; part < 10; part++) {
      await sealer.add(crypto.getRandomValues(new Uint8Array(60_000)));
    }
    return bytesOf(await sealer.end());
  };
  const sealed = async (text: string) => {
    const sealer = await Sealer.open(PASSPHRASE, 10);
    await sealer.add(gzipSync(strToU8(text)));
    return sealer.end();
  };
  const manifest = '{"format":"qingzhuang-backup","version":1,"device":"x","madeAt":1}\n';

  it('is told apart: foreign, newer, another passphrase, damaged, cut off', async () => {
    const file = await backup(await filled());
    const bytes = await bytesOf(file);
    expect(await faultOf(new Blob(['PK\u0003\u0004 something else']))).toEqual(['foreign', 0]);
    expect(await faultOf(new Blob([]))).toEqual(['foreign', 0]);
    const newer = Uint8Array.from(bytes);
    newer[8] = 2;
    expect(await faultOf(new Blob([newer]))).toEqual(['newer', 0]);
    expect(await faultOf(file, 'another one')).toEqual(['passphrase', 0]);
    expect(await faultOf(changed(bytes, bytes.length - 5))).toEqual(['damaged', 1]);
    expect(await faultOf(new Blob([bytes.slice(0, bytes.length - 5)]))).toEqual(['truncated', 1]);
    expect(await faultOf(new Blob([bytes.slice(0, 45)]))).toEqual(['truncated', 0]);
  });

  it('is refused wherever one bit of it differs', async () => {
    const bytes = await bytesOf(await backup(await filled()));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const copy = Uint8Array.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ (1 << bit);
        // More rounds than anyone would wait for are refused too, but a few millions are counted.
        fc.pre(at < 9 || at > 12);
        await faultOf(new Blob([copy]));
      }),
      { numRuns: 40 },
    );
  });

  it('names the part that cannot be read', async () => {
    const bytes = await large();
    const read = async (file: Blob) => {
      const parts = [];
      try {
        for await (const { part } of unsealed(file, PASSPHRASE)) parts.push(part);
      } catch (error) {
        return [parts.length, (error as BackupFault).code, (error as BackupFault).part];
      }
      return parts;
    };
    const second = 52 + 4 + 262_160;
    expect(await read(new Blob([bytes]))).toEqual([1, 2, 3]);
    expect(await read(changed(bytes, bytes.length - 1))).toEqual([2, 'damaged', 3]);
    expect(await read(changed(bytes, second + 100))).toEqual([1, 'damaged', 2]);
    expect(await read(new Blob([bytes.slice(0, second)]))).toEqual([0, 'truncated', 1]);
    // The second part in the place of the first.
    const moved = new Blob([bytes.slice(0, 52), bytes.slice(second)]);
    expect(await read(moved)).toEqual([0, 'damaged', 1]);
  });

  it.each([
    ['no manifest', '{"table":"diary","rows":[]}\n{"end":0}\n', 'damaged'],
    ['no JSON', `${manifest}{{{\n{"end":0}\n`, 'damaged'],
    ['a table that is none', `${manifest}{"table":"state","rows":[{}]}\n{"end":1}\n`, 'damaged'],
    [
      'a row that is none',
      `${manifest}{"table":"diary","rows":[{"id":1}]}\n{"end":1}\n`,
      'damaged',
    ],
    [
      'a list of what it cannot hold',
      `${manifest}{"table":"coverage","rows":[{"day":"2026-01-01","active":["x"],"recorded":[]}]}\n{"end":1}\n`,
      'damaged',
    ],
    [
      'a week that is none',
      `${manifest}{"table":"otherWeekSums","rows":[{"device":"d","week":"2026-W99x","platform":"p","workingMs":1,"playingMs":1,"frontMs":1,"actions":{}}]}\n{"end":1}\n`,
      'damaged',
    ],
    ['fewer rows than counted', `${manifest}{"end":3}\n`, 'damaged'],
    ['no end', manifest, 'truncated'],
    ['a newer contents', manifest.replace('"version":1', '"version":2'), 'newer'],
  ])('is refused for %s', async (_name, text, code) => {
    expect((await faultOf(await sealed(text)))[0]).toBe(code);
  });

  it('is refused where it does not unpack', async () => {
    const sealer = await Sealer.open(PASSPHRASE, 10);
    await sealer.add(strToU8('not packed'));
    expect(await faultOf(await sealer.end())).toEqual(['damaged', 1]);
  });

  it('changes nothing where it is stopped, in the reading or in the merging', async () => {
    const file = await backup(await filled());
    for (const stopAt of [0.1, 0.75]) {
      const database = fresh();
      const stop = new AbortController();
      const failed = restoreBackup(
        database,
        file,
        { passphrase: PASSPHRASE, zone: 'Asia/Shanghai', now: NOW },
        { signal: stop.signal, progress: (share) => share >= stopAt && stop.abort() },
      );
      await expect(failed).rejects.toMatchObject({ name: 'AbortError' });
      for (const table of database.tables) expect(await table.count()).toBe(0);
    }
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    const database = await filled();
    const options = { passphrase: PASSPHRASE, now: NOW, iterations: 10 };
    const file = await writeBackup(database, {}, options, work(undefined, seen));
    expect(seen.at(-1)).toBe(1);
    await restoreBackup(
      fresh(),
      file,
      { passphrase: PASSPHRASE, zone: 'Asia/Shanghai', now: NOW },
      work(undefined, seen),
    );
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
