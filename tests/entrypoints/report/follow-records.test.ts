// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { followRecords } from '../../../entrypoints/report/follow-records';
import { Database } from '../../../utils/storage/database';
import { platform } from '../../utils/domain/fixtures';

const database = new Database();
let stop: (() => void) | undefined;

afterEach(() => stop?.());

/** Follows, and tells what was shown; a reading takes until it is let go, where that is wanted. */
function follow(read: () => Promise<number> = () => database.platforms.count()) {
  const shown: number[] = [];
  const failed: unknown[] = [];
  stop = followRecords({
    read,
    show: (found) => shown.push(found),
    failed: (error) => failed.push(error),
  });
  return { shown, failed };
}

describe('following the records', () => {
  it('reads at once and again after a change, and not after it was stopped', async () => {
    await database.platforms.clear();
    const { shown } = follow();
    await expect.poll(() => shown).toEqual([0]);
    await database.platforms.bulkPut([platform('a'), platform('b')]);
    await expect.poll(() => shown).toEqual([0, 2]);
    stop?.();
    await database.platforms.put(platform('c'));
    const after = follow();
    await expect.poll(() => after.shown).toEqual([3]);
    expect(shown).toEqual([0, 2]);
  });

  it('reads once for changes that come while it reads', async () => {
    let running = 0;
    let most = 0;
    let letGo = () => {};
    const first = new Promise<void>((done) => {
      letGo = done;
    });
    let turns = 0;
    const { shown } = follow(async () => {
      running += 1;
      most = Math.max(most, running);
      turns += 1;
      if (turns === 1) await first;
      running -= 1;
      return turns;
    });
    for (const id of ['d', 'e', 'f']) await database.platforms.put(platform(id));
    letGo();
    await expect.poll(() => shown).toEqual([1, 2]);
    expect(most).toBe(1);
  });

  it('passes over what no page draws from', async () => {
    const { shown } = follow();
    await expect.poll(() => shown).toHaveLength(1);
    await database.state.put({ key: 'k', value: 1 });
    // Longer than changes are waited for.
    await new Promise((done) => setTimeout(done, 700));
    expect(shown).toHaveLength(1);
    await database.platforms.put(platform('z'));
    await expect.poll(() => shown).toHaveLength(2);
  });

  it('says that a reading failed, and reads again after the next change', async () => {
    let broken = true;
    const { shown, failed } = follow(async () => {
      if (broken) throw new Error('unreadable');
      return 1;
    });
    await expect.poll(() => failed).toHaveLength(1);
    broken = false;
    await database.platforms.put(platform('y'));
    await expect.poll(() => shown).toEqual([1]);
  });
});
