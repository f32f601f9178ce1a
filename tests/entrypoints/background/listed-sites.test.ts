import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../../utils/domain/records';
import { splitPlatform } from '../../../utils/domain/split-platform';
import { Database } from '../../../utils/storage/database';

const kept: Record<string, unknown> = {};
let granted: string[] = [];

vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: { getAll: async () => ({ origins: granted }) },
    storage: {
      local: {
        get: async () => ({ ...kept }),
        set: async (change: object) => void Object.assign(kept, change),
      },
    },
  },
}));

const { listWantedSites, unlistSite } = await import(
  '../../../entrypoints/background/listed-sites'
);

const ROOT: Platform = {
  id: '10.99.1.5:8080',
  name: '办公系统',
  category: 'intranet_unknown',
  origins: ['http://10.99.1.5:8080'],
  addedAt: 1,
  addedBy: 'person',
};
const PATTERN = 'http://10.99.1.5:8080/*';

let database: Database;
let number = 0;

beforeEach(async () => {
  number += 1;
  database = new Database(`listed-${number}`);
  granted = [PATTERN];
  kept.wantedOrigins = [];
});

afterEach(() => database.delete());

const ignoredOnes = async () =>
  (await database.platforms.toArray())
    .filter(({ ignored }) => ignored === true)
    .map(({ id }) => id);

describe('a site that is taken off the list', () => {
  it('is the part that the address lies in, and no other part of that origin', async () => {
    const part = splitPlatform(ROOT, '/party', '党建', 2) as Platform;
    await database.platforms.bulkPut([ROOT, part]);
    await unlistSite(database, 'http://10.99.1.5:8080/party/list?page=2', 3);
    expect(await ignoredOnes()).toEqual([part.id]);
  });

  it('is kept as taken off where only the catalogue knew it', async () => {
    await unlistSite(database, 'http://mz.qingshan.gov.cn/apply', 3);
    expect(await ignoredOnes()).toEqual(['mz.qingshan.gov.cn']);
  });

  it('stays off, though the browser still allows it, until it is asked for again', async () => {
    await database.platforms.put({ ...ROOT, ignored: true });
    await listWantedSites(database, 4);
    expect(await ignoredOnes()).toEqual([ROOT.id]);
    kept.wantedOrigins = [PATTERN];
    await listWantedSites(database, 5);
    expect(await ignoredOnes()).toEqual([]);
    expect(kept.wantedOrigins).toEqual([]);
  });
});
