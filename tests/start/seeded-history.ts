import type { Page } from 'playwright-core';
import type { CoverageDay, PageSign, Platform } from '../../utils/domain/records';
import { DAY_MS } from '../../utils/domain/time-constants';
import { dayKeyAt } from '../../utils/domain/zone';
import { HOSTS } from '../portals/hosts';

/**
 * What no stretch of two minutes can show needs weeks: a platform that was not opened for 28 days, a
 * home page that was stale on an earlier day too. This history is written before the work begins, its
 * platform says so in its name, and it holds no time, no form, no upload and no action.
 */
export const SEEDED_PLATFORM = {
  id: 'hzgl.qingshan.gov.cn',
  name: '河长管理平台（预置的历史，非本次所做）',
} as const;

const ZONE = 'Asia/Shanghai';

interface SeededHistory {
  readonly since: number;
  readonly platforms: readonly Platform[];
  readonly coverage: readonly CoverageDay[];
  readonly pageSigns: readonly PageSign[];
}

/** The history as records: sixty days of recording, a platform last opened forty days ago. */
export function seededHistory(now: number): SeededHistory {
  const since = now - 60 * DAY_MS;
  const opened = now - 40 * DAY_MS;
  return {
    since,
    platforms: [
      {
        ...SEEDED_PLATFORM,
        category: 'water',
        origins: [`http://${SEEDED_PLATFORM.id}`],
        addedAt: since,
        addedBy: 'catalogue',
        lastOpenedAt: opened,
      },
    ],
    coverage: Array.from({ length: 27 }, (_, index) => ({
      day: dayKeyAt(now - (index + 1) * DAY_MS, ZONE),
      active: [120, 121],
      recorded: [120, 121],
    })),
    pageSigns: [staleHome(now - 16 * DAY_MS)],
  };
}

/** The stale site's home page as it was seen on an earlier day. */
function staleHome(at: number): PageSign {
  return {
    id: 'seeded00000000000000home',
    platform: HOSTS.zombie,
    at,
    pageClass: 'home',
    newest: dayKeyAt(at - 300 * DAY_MS, ZONE),
    columns: [],
    state: 'normal',
    failed: false,
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
  };
}

/** Writes the history through a page of the extension, into the database that the worker has made. */
export async function writeSeededHistory(page: Page, history: SeededHistory): Promise<void> {
  await page.evaluate(async ({ since, platforms, coverage, pageSigns }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('qingzhuang');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const names = ['platforms', 'coverage', 'pageSigns', 'state'] as const;
      const transaction = database.transaction([...names], 'readwrite');
      const rows = {
        platforms,
        coverage,
        pageSigns,
        state: [{ key: 'since', value: since }],
      };
      for (const name of names) {
        for (const row of rows[name]) transaction.objectStore(name).put(row);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  }, history);
}
