import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { clocks, sumClocks } from '../../../utils/domain/clocks';
import { randomId } from '../../../utils/domain/random-id';
import type { Interval, Submission, Upload } from '../../../utils/domain/records';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { weekAt } from '../../../utils/domain/week';
import { Database } from '../../../utils/storage/database';
import { lookUpDigests, notePlaces } from '../../../utils/storage/digests';
import { markUnjudged, readUnjudged } from '../../../utils/storage/submissions';
import { type Retention, retentionDaysOf, sweep } from '../../../utils/storage/sweep';
import { readWeek, type WeekReading } from '../../../utils/storage/week-records';

const ZONE = 'Asia/Shanghai';
/** Wednesday 18 November 2026, 10:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 18, 2);
const THETA = DEFAULT_SETTINGS.thetaMs;

let databases = 0;
function fresh(): Database {
  databases += 1;
  return new Database(`sweep-${databases}`);
}

function mondayOf(key: string): string {
  const january = new Date(`${key.slice(0, 4)}-01-04T00:00:00Z`);
  const monday = january.getTime() - ((january.getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday + (Number(key.slice(6)) - 1) * 7 * DAY_MS).toISOString().slice(0, 10);
}

function retention(now: number, change: Partial<Retention> = {}): Retention {
  return {
    now,
    retentionDays: 400,
    settings: DEFAULT_SETTINGS,
    concepts: () => undefined,
    ...change,
  };
}

function reading(now: number): WeekReading {
  return { ...retention(now), concepts: () => undefined, dayKind: () => undefined };
}

function interval(from: number, change: Partial<Interval> = {}): Interval {
  return {
    id: randomId(),
    platform: 'p',
    place: 'front',
    from,
    to: from + 10 * MINUTE_MS,
    pauses: [],
    playing: [],
    waiting: [],
    inputMs: MINUTE_MS,
    certainty: 'confirmed',
    pageClass: 'form',
    visit: 'v',
    ...change,
  };
}

const DIGEST = 'value-digest-000';
const ANY_DIGEST = 'any---digest-000';

function submission(at: number, change: Partial<Submission> = {}): Submission {
  return {
    id: randomId(),
    platform: 'p',
    form: 'f',
    at,
    startedAt: at - 1,
    outcome: 'accepted',
    score: 3,
    evidence: [],
    intent: 'final',
    rework: false,
    fields: [
      {
        field: 0,
        labelDigest: 'l',
        how: 'typed',
        digest: DIGEST,
        anyDigest: ANY_DIGEST,
        entropy: 'high',
        focusMs: 1,
        workingMs: 1,
        inputMs: 1,
      },
    ],
    fillingMs: 1,
    keyGeneration: 1,
    ...change,
  };
}

function upload(at: number): Upload {
  return {
    id: randomId(),
    platform: 'p',
    at,
    via: 'chooser',
    fileKind: 'pdf',
    sizeClass: 1,
    proofMaterial: false,
    outcome: 'sent',
    keyGeneration: 1,
  };
}

/** Adds a submission and makes its values known, as recording and judging do. */
async function add(database: Database, one: Submission): Promise<void> {
  await database.submissions.add(one);
  await notePlaces(database, one, []);
}

/** Everything in the database, in a form that can be compared. */
async function dump(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of database.tables) all[table.name] = await table.toArray();
  all.digestKeys = await database.digests.toCollection().primaryKeys();
  return all;
}

describe('sweep', () => {
  it('keeps intervals for thirteen weeks and their sums afterwards', async () => {
    const database = fresh();
    const old = NOW - 91 * DAY_MS - MINUTE_MS;
    await database.intervals.bulkAdd([interval(old), interval(old + 2 * MINUTE_MS)]);
    await sweep(database, retention(NOW));
    expect((await database.intervals.toArray()).map(({ from }) => from)).toEqual([
      old + 2 * MINUTE_MS,
    ]);
    const sums = await database.weekSums.toArray();
    expect(sums).toMatchObject([
      { week: weekAt(old, ZONE).key, platform: 'p', workingMs: 20 * MINUTE_MS },
    ]);
  });

  it('keeps the sum of a week that was summed before its details began to go', async () => {
    const database = fresh();
    const at = NOW - 85 * DAY_MS;
    await database.intervals.bulkAdd([interval(at), interval(at + HOUR_MS)]);
    await database.uploads.add(upload(at));
    for (let day = 0; day < 30; day += 1) await sweep(database, retention(NOW + day * DAY_MS));
    expect(await database.intervals.count()).toBe(0);
    expect(await database.uploads.count()).toBe(0);
    expect(await database.weekSums.toArray()).toMatchObject([
      { workingMs: 20 * MINUTE_MS, uploads: 1 },
    ]);
  });

  it('neither learns nor judges without the dictionary, and sums the week after it was judged', async () => {
    const database = fresh();
    const [first, second] = [5, 4].map((days) => submission(NOW - days * DAY_MS)) as [
      Submission,
      Submission,
    ];
    await database.submissions.bulkAdd([
      { ...first, platform: 'q' },
      { ...second, platform: 'p' },
    ]);
    for (const { id, at } of [first, second]) {
      await markUnjudged(database, id, { at, earlierDigests: [] });
    }
    await sweep(database, retention(NOW, { concepts: undefined }));
    expect(await readUnjudged(database)).toHaveLength(2);
    expect(await database.state.get('learned')).toBeUndefined();
    expect((await database.submissions.get(second.id))?.judgement).toBeUndefined();
    expect(await database.weekSums.count()).toBe(0);

    await sweep(database, retention(NOW));
    expect(await readUnjudged(database)).toEqual([]);
    expect((await database.submissions.get(second.id))?.judgement).toBeDefined();
    expect(await database.weekSums.count()).toBe(2);
  });

  it('sums a week whose submissions still wait when its details are about to go', async () => {
    const database = fresh();
    const at = NOW - 85 * DAY_MS;
    const waiting = submission(at);
    await database.intervals.add(interval(at));
    await database.submissions.add(waiting);
    await markUnjudged(database, waiting.id, { at, earlierDigests: [] });
    for (let day = 0; day < 15; day += 1) {
      await sweep(database, retention(NOW + day * DAY_MS, { concepts: undefined }));
    }
    expect(await database.intervals.count()).toBe(0);
    expect(await database.weekSums.toArray()).toMatchObject([{ workingMs: 10 * MINUTE_MS }]);
  });

  it('sums a week as soon as it is over, and again when its idle time has gone', async () => {
    const database = fresh();
    const at = NOW - 3 * DAY_MS;
    const pauses = [{ offsetMs: MINUTE_MS, lengthMs: 5 * MINUTE_MS }];
    await database.intervals.add(interval(at, { pauses }));
    await sweep(database, retention(NOW));
    expect(await database.weekSums.toArray()).toMatchObject([
      { workingMs: 5 * MINUTE_MS, frontMs: 10 * MINUTE_MS },
    ]);
    await sweep(database, retention(NOW + 20 * DAY_MS));
    expect(await database.weekSums.toArray()).toMatchObject([
      { workingMs: 5 * MINUTE_MS, frontMs: 5 * MINUTE_MS },
    ]);
  });

  it('does not sum the week that is running', async () => {
    const database = fresh();
    await database.intervals.add(interval(NOW - HOUR_MS));
    await sweep(database, retention(NOW));
    expect(await database.weekSums.count()).toBe(0);
  });

  it('keeps idle time and background play for fourteen days', async () => {
    const database = fresh();
    const pauses = [{ offsetMs: MINUTE_MS, lengthMs: 5 * MINUTE_MS }];
    const young = NOW - 14 * DAY_MS + MINUTE_MS;
    const old = NOW - 14 * DAY_MS - MINUTE_MS;
    await database.intervals.bulkAdd([
      interval(young, { pauses }),
      interval(old, { pauses }),
      interval(young, { place: 'background' }),
      interval(old, { place: 'background' }),
      interval(old, { place: 'beside' }),
    ]);
    await sweep(database, retention(NOW));
    const kept = await database.intervals.orderBy('from').toArray();
    const idleOf = (from: number) =>
      sumClocks(
        kept
          .filter((one) => (from === young) === one.from >= young)
          .map((one) => clocks(one, THETA)),
      ).idleMs;
    expect(idleOf(old)).toBe(0);
    expect(idleOf(young)).toBe(5 * MINUTE_MS);
    expect(kept.filter(({ place }) => place === 'background').map(({ from }) => from)).toEqual([
      young,
    ]);
    expect(kept.filter(({ place }) => place === 'beside')).toHaveLength(1);
  });

  it('keeps digests and uploads for ninety days, and records for four hundred', async () => {
    const database = fresh();
    const ages = [89, 91, 399, 401];
    const once = 'value-digest-401';
    for (const days of ages.toReversed()) {
      const one = submission(NOW - days * DAY_MS);
      const fields = one.fields.map((field) => (days === 401 ? { ...field, digest: once } : field));
      await add(database, { ...one, fields });
    }
    await database.uploads.bulkAdd(ages.map((days) => upload(NOW - days * DAY_MS)));
    const places = async () => {
      const rows = await lookUpDigests(database, [DIGEST, once]);
      return [...rows].map(([digest, { seen }]) => [
        digest,
        seen.map(({ at }) => (NOW - at) / DAY_MS),
      ]);
    };
    // A place older than 90 days falls off as soon as a younger one comes.
    expect(await places()).toEqual([
      [DIGEST, [89, 91]],
      [once, [401]],
    ]);
    await database.actions.bulkAdd(
      ages.map((days) => ({
        id: randomId(),
        platform: 'p',
        at: NOW - days * DAY_MS,
        action: 'like',
        outcome: 'done',
        score: 3,
        evidence: [],
        count: 1,
        objectDigest: 'o',
        cues: [],
        exempt: false,
      })),
    );
    await sweep(database, retention(NOW));
    const submissions = await database.submissions.orderBy('at').reverse().toArray();
    expect(submissions.map(({ fields }) => [fields[0]?.digest, fields[0]?.anyDigest])).toEqual([
      [DIGEST, ANY_DIGEST],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(await database.uploads.count()).toBe(1);
    expect(await places()).toEqual([[DIGEST, [89]]]);
    expect(await database.digests.count()).toBe(1);
    const actions = await database.actions.orderBy('at').reverse().toArray();
    expect(actions.map(({ objectDigest }) => objectDigest)).toEqual(['o', undefined, undefined]);
  });

  it('sheds own words, findings, sums and forgotten platforms with the records', async () => {
    const database = fresh();
    const day = (days: number) => new Date(NOW - days * DAY_MS).toISOString().slice(0, 10);
    for (const days of [398, 402]) {
      const at = NOW - days * DAY_MS;
      await database.diary.add({ id: randomId(), day: day(days), text: '下村走访' });
      await database.ledger.add({
        id: randomId(),
        platform: 'p',
        findings: [],
        at,
        status: 'reported',
      });
      await database.findings.add({
        id: randomId(),
        rule: 'r',
        ruleVersion: 1,
        platform: 'p',
        grade: 'B',
        status: 'confirmed',
        n: 1,
        firstAt: at,
        lastAt: at,
        exempt: false,
      });
      await database.platforms.add({
        id: `seen-${days}`,
        name: 'x',
        category: 'oa',
        origins: [],
        addedAt: at,
        addedBy: 'catalogue',
        lastOpenedAt: at,
      });
      await database.platforms.add({
        id: `named-${days}`,
        name: 'x',
        category: 'oa',
        origins: [],
        addedAt: at,
        addedBy: 'person',
        lastOpenedAt: at,
      });
    }
    await sweep(database, retention(NOW));
    expect(await database.diary.count()).toBe(1);
    expect(await database.ledger.count()).toBe(1);
    expect(await database.findings.count()).toBe(1);
    expect((await database.platforms.toArray()).map(({ id }) => id).sort()).toEqual([
      'named-398',
      'named-402',
      'seen-398',
    ]);
  });

  it('shortens everything when the person asks for less', async () => {
    const database = fresh();
    const ages = [9, 11, 40];
    await database.intervals.bulkAdd(ages.map((days) => interval(NOW - days * DAY_MS)));
    await database.submissions.bulkAdd(ages.map((days) => submission(NOW - days * DAY_MS)));
    await database.uploads.bulkAdd(ages.map((days) => upload(NOW - days * DAY_MS)));
    await sweep(database, retention(NOW, { retentionDays: 10 }));
    expect(await database.intervals.count()).toBe(1);
    expect(await database.submissions.count()).toBe(1);
    expect(await database.uploads.count()).toBe(1);
  });

  it('leaves no idle time in the sums of a week whose details went early', async () => {
    const database = fresh();
    const pauses = [{ offsetMs: MINUTE_MS, lengthMs: 5 * MINUTE_MS }];
    await database.intervals.add(interval(NOW - 3 * DAY_MS, { pauses }));
    let looked = 0;
    for (let day = 0; day < 40; day += 1) {
      const now = NOW + day * DAY_MS;
      await sweep(database, retention(now, { retentionDays: 15 }));
      for (const sum of await database.weekSums.toArray()) {
        if (Date.parse(`${mondayOf(sum.week)}T00:00:00+08:00`) + 21 * DAY_MS > now) continue;
        looked += 1;
        expect(sum).toMatchObject({ workingMs: 5 * MINUTE_MS, frontMs: 5 * MINUTE_MS });
      }
    }
    expect(looked).toBeGreaterThan(0);
  });

  it('lengthens only records when the person asks for more', async () => {
    const database = fresh();
    const at = NOW - 500 * DAY_MS;
    await database.submissions.add(submission(at));
    await database.uploads.add(upload(at));
    await database.intervals.add(interval(at));
    await sweep(database, retention(NOW, { retentionDays: 1_000 }));
    expect((await database.submissions.toArray())[0]?.fields[0]?.digest).toBeUndefined();
    expect(await database.uploads.count()).toBe(0);
    expect(await database.intervals.count()).toBe(0);
    expect(await database.weekSums.count()).toBe(1);
  });

  it('works through more rows than one step takes', async () => {
    const database = fresh();
    const old = NOW - 100 * DAY_MS;
    await database.submissions.bulkAdd(
      Array.from({ length: 1_700 }, (_, index) => submission(old + Math.floor(index / 3) * 7)),
    );
    await database.intervals.bulkAdd(
      Array.from({ length: 1_201 }, (_, index) => interval(old + index * SECOND_MS)),
    );
    await sweep(database, retention(NOW));
    const left = await database.submissions.toArray();
    expect(left).toHaveLength(1_700);
    expect(left.filter(({ fields }) => fields[0]?.digest !== undefined)).toHaveLength(0);
    expect(await database.intervals.count()).toBe(0);
  });

  it('changes nothing when it is run again', async () => {
    const database = fresh();
    await seed(database);
    await sweep(database, retention(NOW));
    const first = await dump(database);
    await sweep(database, retention(NOW));
    expect(await dump(database)).toEqual(first);
  });

  it('comes to the same end wherever the worker dies', async () => {
    const straight = fresh();
    await seed(straight);
    const seeded = await dump(straight);
    const due = retention(NOW, { retentionDays: 30 });
    await sweep(straight, due);
    const end = await dump(straight);
    for (let death = 1; death < 80; death += 1) {
      const database = fresh();
      await copyInto(database, seeded);
      const died = await dieAt(database, death, () => sweep(database, due));
      await sweep(database, due);
      expect(await dump(database), `death ${death}`).toEqual(end);
      database.close();
      if (!died) return;
    }
    expect.unreachable('the sweep has more steps than were tried');
  });
});

/** A little of everything, some of it due. */
async function seed(database: Database): Promise<void> {
  const pauses = [{ offsetMs: MINUTE_MS, lengthMs: 5 * MINUTE_MS }];
  for (const days of [1, 8, 15, 29, 31, 33]) {
    const at = NOW - days * DAY_MS;
    await database.intervals.bulkAdd([
      interval(at, { pauses }),
      interval(at + HOUR_MS, { place: 'background' }),
    ]);
    await add(database, submission(at));
    await database.uploads.add(upload(at));
  }
}

async function copyInto(database: Database, rows: Record<string, unknown>): Promise<void> {
  for (const table of database.tables) {
    const keys = table.name === 'digests' ? [rows.digestKeys] : [];
    await table.bulkPut(rows[table.name] as never[], ...(keys as never[]));
  }
}

/** Runs until the n-th transaction that writes, which fails; tells whether it came to that. */
async function dieAt(database: Database, n: number, run: () => Promise<void>): Promise<boolean> {
  let writes = 0;
  let died = false;
  const transaction = database.transaction.bind(database) as typeof database.transaction;
  database.transaction = ((mode: string, ...rest: unknown[]) => {
    if (mode === 'rw') writes += 1;
    if (writes === n) {
      died = true;
      return Dexie.Promise.reject(Object.assign(new Error('died'), { name: 'AbortError' }));
    }
    return (transaction as (...all: unknown[]) => unknown)(mode, ...rest);
  }) as typeof database.transaction;
  await run().catch(() => undefined);
  database.transaction = transaction;
  return died;
}

describe('readWeek', () => {
  it('reads intervals only as far back as no sums stand in for them', async () => {
    const database = fresh();
    await database.intervals.bulkAdd(
      [1, 8, 15, 22, 29, 36, 43, 50, 57].map((days) => interval(NOW - days * DAY_MS)),
    );
    const week = weekAt(NOW, ZONE);
    const before = await readWeek(database, week, reading(NOW));
    expect(before.intervals).toHaveLength(8);
    await sweep(database, retention(NOW));
    const after = await readWeek(database, week, reading(NOW));
    expect(after.intervals).toHaveLength(1);
    expect(after.weekSums).toHaveLength(7);
    expect(after.now).toBe(NOW);
    expect(after.fixedInformation).toEqual(new Set());
    const closed = await readWeek(database, weekAt(NOW - 8 * DAY_MS, ZONE), reading(NOW));
    expect(closed.weekSums.some(({ week: key }) => key === closed.week)).toBe(true);
  });

  it('reads each kind as far back as the measures look, and nothing after the week', async () => {
    const database = fresh();
    const week = weekAt(NOW, ZONE);
    const times = [week.from - 57 * DAY_MS, week.from - 55 * DAY_MS, week.from, week.to];
    await database.submissions.bulkAdd(times.map((at) => submission(at)));
    await database.uploads.bulkAdd(times.map((at) => upload(at)));
    await database.forms.bulkAdd([
      {
        platform: 'p',
        signature: 'f',
        fields: [],
        library: 'x',
        firstSeenAt: 1,
        lastSeenAt: 1,
      },
      {
        platform: 'p',
        signature: 'other',
        fields: [],
        library: 'x',
        firstSeenAt: 1,
        lastSeenAt: 1,
      },
    ]);
    await database.coverage.bulkAdd(
      ['2026-09-27', '2026-09-28', '2026-11-16', '2026-11-22', '2026-11-23'].map((day) => ({
        day,
        active: [],
        recorded: [],
      })),
    );
    const read = await readWeek(database, week, reading(NOW));
    expect(read.submissions.map(({ at }) => at)).toEqual([times[1], times[2]]);
    expect(read.uploads.map(({ at }) => at)).toEqual([times[2]]);
    expect(read.forms.map(({ signature }) => signature)).toEqual(['f']);
    expect(read.coverage.map(({ day }) => day)).toEqual(['2026-09-28', '2026-11-16', '2026-11-22']);
  });
});

describe('retentionDaysOf', () => {
  it('takes the shorter of what the person and the unit’s policy want', () => {
    expect(retentionDaysOf({ retentionDays: 400 }, {})).toBe(400);
    expect(retentionDaysOf({ retentionDays: 400 }, { maxRetentionDays: 60 })).toBe(60);
    expect(retentionDaysOf({ retentionDays: 30 }, { maxRetentionDays: 60 })).toBe(30);
    expect(retentionDaysOf({ retentionDays: 0 }, {})).toBe(1);
  });
});
