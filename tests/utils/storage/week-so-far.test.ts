import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { weekOfKey } from '../../../utils/domain/week';
import { Database } from '../../../utils/storage/database';
import { readWeek } from '../../../utils/storage/week-records';
import { readWeekSoFar } from '../../../utils/storage/week-so-far';
import {
  action,
  concepts,
  interval,
  MONDAY,
  platform,
  submission,
  typed,
  upload,
} from '../domain/fixtures';

const week = weekOfKey('2026-W47', 'Asia/Shanghai');
const NOW = MONDAY + 3 * DAY_MS;

async function filled(): Promise<Database> {
  const database = new Database('week-so-far');
  await database.open();
  await database.platforms.bulkPut([platform('a'), platform('b'), platform('c'), platform('d')]);
  await database.intervals.bulkPut(
    [-30, -1, 0, 1, 2].map((day) => {
      const from = MONDAY + day * DAY_MS + 9 * HOUR_MS;
      return interval(day < 1 ? 'a' : 'b', from, from + 40 * MINUTE_MS);
    }),
  );
  await database.submissions.bulkPut(
    [-20, 0, 1].map((day) =>
      submission('b', MONDAY + day * DAY_MS + 10 * HOUR_MS, [typed('person.phone', '1')], {
        judgement: {
          ruleVersion: 1,
          reentered: [{ field: 0, platforms: ['a'], submissions: ['x'] }],
          comparable: [0],
          fixed: [],
          rho: 1,
        },
      }),
    ),
  );
  await database.actions.bulkPut([action('c', MONDAY + HOUR_MS)]);
  await database.uploads.bulkPut([upload('d', MONDAY - 3 * DAY_MS, { digest: 'x' })]);
  return database;
}

describe('the running week, read for the popup', () => {
  it('is told in two steps and says what the summary says', async () => {
    const database = await filled();
    const steps: number[] = [];
    const told = await readWeekSoFar(database, week, {
      settings: DEFAULT_SETTINGS,
      concepts: async () => concepts,
      onTimes: ({ clocks }) => steps.push(clocks.workingMs),
    });
    const whole = summariseWeek(
      await readWeek(database, week, {
        now: NOW,
        settings: DEFAULT_SETTINGS,
        concepts,
        dayKind: () => 'workday',
      }),
    );
    expect(steps).toEqual([2 * HOUR_MS]);
    expect(told).toMatchObject({
      clocks: whole.clocks,
      platformCount: 3,
      reentryMs: 20_000,
    });
    expect(whole.proliferation.platforms).toBe(3);
    expect(whole.reentry.ms.mid).toBe(20_000);
  });
});
