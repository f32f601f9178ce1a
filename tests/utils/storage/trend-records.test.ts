import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS, HOUR_MS } from '../../../utils/domain/time-constants';
import { Database } from '../../../utils/storage/database';
import { readTrend } from '../../../utils/storage/trend-records';
import { concepts, interval, MONDAY, platform } from '../domain/fixtures';

const reading = {
  now: MONDAY + 14 * DAY_MS,
  settings: DEFAULT_SETTINGS,
  concepts,
  dayKind: () => undefined,
};

let database: Database;

/** Two closed weeks without sums. */
async function filled(): Promise<Database> {
  database = new Database('trend-records');
  await database.open();
  await database.platforms.put(platform('a'));
  await database.intervals.bulkPut(
    [0, 7].map((day) => {
      const from = MONDAY + day * DAY_MS + 9 * HOUR_MS;
      return interval('a', from, from + HOUR_MS);
    }),
  );
  return database;
}

afterEach(() => database.delete());

describe('the reading of trends', () => {
  it('sums up closed weeks that have no sums yet, and tells how far it is', async () => {
    const shares: number[] = [];
    const { sums } = await readTrend(await filled(), reading, {
      signal: new AbortController().signal,
      progress: (share) => shares.push(share),
    });
    expect(sums.map(({ week }) => week).sort()).toEqual(['2026-W47', '2026-W48']);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('leaves out what a damaged store gives back in part', async () => {
    const database = await filled();
    const { sums: whole } = await readTrend(database, reading, {
      signal: new AbortController().signal,
      progress: () => {},
    });
    const row = { ...(whole[0] as (typeof whole)[number]), week: '2026-W40' };
    await database.weekSums.bulkPut([
      row,
      { ...row, week: '' },
      { ...row, week: '2026-W99' },
      { ...row, week: '2026-W41', reentryMs: Number.NaN },
      { week: '2026-W42', platform: 'a' } as typeof row,
    ]);
    const { sums } = await readTrend(database, reading, {
      signal: new AbortController().signal,
      progress: () => {},
    });
    expect(sums.map(({ week }) => week).sort()).toEqual(['2026-W40', '2026-W47', '2026-W48']);
  });

  it('stops before the next week where it was told to', async () => {
    const control = new AbortController();
    let told = 0;
    const done = readTrend(await filled(), reading, {
      signal: control.signal,
      progress: () => {
        told += 1;
        control.abort();
      },
    });
    await expect(done).rejects.toHaveProperty('name', 'AbortError');
    expect(told).toBe(1);
  });
});
