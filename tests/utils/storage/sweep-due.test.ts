import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../utils/domain/time-constants';
import { Database } from '../../../utils/storage/database';
import { isSweepDue, noteSwept } from '../../../utils/storage/sweep-due';

const NOW = Date.UTC(2026, 10, 18, 2);
let databases = 0;
async function sweptAt(at: number): Promise<Database> {
  databases += 1;
  const database = new Database(`sweep-due-${databases}`);
  await noteSwept(database, at);
  return database;
}

describe('a sweep', () => {
  it('is due at first, and then once a day', async () => {
    expect(await isSweepDue(new Database('sweep-due-none'), NOW)).toBe(true);
    const database = await sweptAt(NOW);
    expect(await isSweepDue(database, NOW + HOUR_MS)).toBe(false);
    expect(await isSweepDue(database, NOW + 20 * HOUR_MS)).toBe(true);
    expect(await isSweepDue(database, NOW + 20 * DAY_MS)).toBe(true);
  });

  it('does not believe a clock that leaps ahead until it still says so half a day later', async () => {
    const database = await sweptAt(NOW);
    const leapt = NOW + 400 * DAY_MS;
    expect(await isSweepDue(database, leapt)).toBe(false);
    expect(await isSweepDue(database, leapt + 11 * HOUR_MS)).toBe(false);
    expect(await isSweepDue(database, leapt + 12 * HOUR_MS)).toBe(true);
  });

  it('goes on as before when the clock comes back to its senses', async () => {
    const database = await sweptAt(NOW);
    expect(await isSweepDue(database, NOW + 400 * DAY_MS)).toBe(false);
    expect(await isSweepDue(database, NOW + DAY_MS)).toBe(true);
  });

  it('doubts a second leap anew', async () => {
    const database = await sweptAt(NOW);
    expect(await isSweepDue(database, NOW + 100 * DAY_MS)).toBe(false);
    expect(await isSweepDue(database, NOW + 900 * DAY_MS)).toBe(false);
    expect(await isSweepDue(database, NOW + 900 * DAY_MS + 13 * HOUR_MS)).toBe(true);
  });

  it('is due when the last one was made by a clock that ran ahead', async () => {
    expect(await isSweepDue(await sweptAt(NOW + 30 * DAY_MS), NOW)).toBe(true);
  });
});
