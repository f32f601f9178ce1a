import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Action, Platform, Upload } from '../../../utils/domain/records';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { Database } from '../../../utils/storage/database';
import { addToLedger, readLedger } from '../../../utils/storage/ledger';

const AT = Date.UTC(2026, 8, 1);

it('a ledger compares a platform with all that is counted as part of it', async () => {
  const database = new Database('ledger');
  await database.platforms.bulkAdd([
    { id: 'a' } as Platform,
    { id: 'b', mergedInto: 'a' } as Platform,
    { id: 'c' } as Platform,
  ]);
  const action = (id: string, platform: string, day: number) =>
    ({ id, platform, at: AT + day * DAY_MS, outcome: 'done', count: 1 }) as Action;
  await database.actions.bulkAdd([
    action('1', 'a', -2),
    action('2', 'b', -1),
    action('3', 'b', 1),
    action('4', 'c', 1),
    action('5', 'a', 60),
  ]);
  const upload = (id: string, platform: string, day: number) =>
    ({ id, platform, at: AT + day * DAY_MS, outcome: 'sent' }) as Upload;
  await database.uploads.bulkAdd([
    upload('1', 'a', -3),
    upload('2', 'b', -2),
    upload('3', 'c', -1),
    upload('4', 'b', 2),
  ]);
  await database.state.put({ key: 'since', value: AT - 90 * DAY_MS });
  await addToLedger(database, { platform: 'a', findings: ['check-in:a'], kind: 'report' }, AT);
  const [line] = await readLedger(database, AT + 90 * DAY_MS);
  expect(line).toMatchObject({
    platform: 'a',
    status: 'reported',
    findings: ['check-in:a'],
    change: {
      state: 'compared',
      before: { actions: 2, uploads: 2 },
      after: { actions: 1, uploads: 1 },
    },
  });
  database.close();
});
