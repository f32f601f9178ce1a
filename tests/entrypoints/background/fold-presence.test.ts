import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  foldBrowserEvidence,
  foldPresence,
  type PresenceSource,
  recoverIntervals,
} from '../../../entrypoints/background/fold-presence';
import type { PresenceObservation } from '../../../utils/domain/observation';
import { Database } from '../../../utils/storage/database';
import { deletePlatform, deleteRecords } from '../../../utils/storage/delete-records';

const START = Date.UTC(2026, 10, 23, 2, 0, 0);
const at = (seconds: number) => START + seconds * 1_000;
const SOURCE: PresenceSource = {
  platform: 'mz.qingshan.gov.cn',
  tab: 1,
  frame: 0,
  observer: '0'.repeat(24),
  sender: { tab: { windowId: 7 } },
};

let database: Database;
let names = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  database = new Database(`presence-${++names}`);
});

afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

function presence(
  since: number,
  until: number,
  rest: Partial<PresenceObservation> = {},
): PresenceObservation {
  return {
    kind: 'presence',
    cause: 'checkpoint',
    since: at(since),
    at: at(until),
    visible: true,
    focused: true,
    edges: [],
    inputs: [],
    inputWindows: [],
    media: [],
    waiting: [],
    pageClass: 'other',
    ...rest,
  };
}

/** Folds as the worker does: inside the transaction of the message, when it arrives. */
async function tell(
  observation: PresenceObservation,
  source: Partial<PresenceSource> = {},
): Promise<void> {
  vi.setSystemTime(observation.at);
  await database.transaction('rw', database.tables, () =>
    foldPresence(database, observation, { ...SOURCE, ...source }),
  );
}

const stored = async () =>
  (await database.intervals.orderBy('from').toArray()).map(
    ({ from, to, certainty }) => `${(from - START) / 1_000}…${(to - START) / 1_000} ${certainty}`,
  );

describe('presence in the database', () => {
  it('is one interval that grows under one id', async () => {
    await tell(presence(0, 15));
    const [first] = await database.intervals.toArray();
    await tell(presence(15, 30));
    const all = await database.intervals.toArray();
    expect(all).toHaveLength(1);
    expect(all[0]?.id).toBe(first?.id);
    expect(await stored()).toEqual(['0…30 confirmed']);
  });

  it('goes on where another worker left off', async () => {
    await tell(presence(0, 15));
    const name = database.name;
    database.close();
    database = new Database(name);
    await tell(presence(15, 30));
    expect(await stored()).toEqual(['0…30 confirmed']);
  });

  it('leaves neither interval nor state where the transaction fails', async () => {
    await tell(presence(0, 15));
    const before = await database.state.toArray();
    await expect(
      database.transaction('rw', database.tables, async () => {
        await foldPresence(database, presence(15, 30), SOURCE);
        throw new Error('the disk is full');
      }),
    ).rejects.toThrow('the disk is full');
    expect(await stored()).toEqual(['0…15 confirmed']);
    expect(await database.state.toArray()).toEqual(before);
  });

  it('closes at the last checkpoint what a dead session left open, as recovered', async () => {
    await tell(presence(0, 15));
    await tell(presence(15, 30));
    vi.setSystemTime(at(400));
    await recoverIntervals(database, at(400));
    expect(await stored()).toEqual(['0…30 recovered']);
    await tell(presence(410, 425), { observer: '1'.repeat(24) });
    expect(await stored()).toEqual(['0…30 recovered', '410…425 confirmed']);
  });

  it('takes an interval back that turns out not to be one', async () => {
    await tell(presence(0, 15));
    await tell(presence(15, 40));
    // The system was locked all along; its word came late.
    await foldBrowserEvidence(database, [
      { kind: 'system', at: at(-1), state: 'locked' },
      { kind: 'system', at: at(41), state: 'active' },
    ]);
    expect(await stored()).toEqual([]);
  });

  it('does not bring back what the person deleted while it was still growing', async () => {
    await tell(presence(0, 15));
    await tell(presence(15, 30));
    const ids = await database.intervals.toCollection().primaryKeys();
    await deleteRecords(database, 'intervals', ids, 'Asia/Shanghai');
    await tell(presence(30, 45));
    await tell(presence(45, 60));
    expect(await stored()).toEqual(['30…60 confirmed']);
  });

  it('begins anew for a platform that was deleted while somebody worked on it', async () => {
    await tell(presence(0, 15));
    await deletePlatform(database, SOURCE.platform, 'Asia/Shanghai');
    expect(await stored()).toEqual([]);
    await tell(presence(15, 30));
    expect(await stored()).toEqual(['15…30 confirmed']);
  });

  it('notes the blocks of the day for the coverage', async () => {
    await tell(presence(0, 15, { inputs: [{ from: at(0), to: at(15) }] }));
    await tell(presence(15, 301, { inputs: [{ from: at(15), to: at(301) }] }));
    expect(await database.coverage.toArray()).toEqual([
      { day: '2026-11-23', active: [120, 121], recorded: [120, 121] },
    ]);
  });

  it('notes as a fault that the machine’s clock was set back', async () => {
    await tell(presence(0, 15));
    await tell(presence(-3_600, -3_590));
    expect(await database.faults.toArray()).toMatchObject([{ code: 'clock-jumped', count: 1 }]);
    expect(await stored()).toEqual(['-3600…-3590 confirmed', '0…15 confirmed']);
  });

  it('splits days in the zone that it is given', async () => {
    const zone = 'Pacific/Kiritimati';
    // Midnight on Kiritimati (UTC+14) is 10:00 UTC, eight hours after the start.
    const midnight = 8 * 3_600;
    vi.setSystemTime(at(midnight + 5));
    await database.transaction('rw', database.tables, () =>
      foldPresence(database, presence(midnight - 5, midnight + 5), { ...SOURCE, zone }),
    );
    expect(await stored()).toEqual([
      `${midnight - 5}…${midnight} confirmed`,
      `${midnight}…${midnight + 5} confirmed`,
    ]);
  });
});
