import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../utils/domain/time-constants';
import { previousWeek, weekAt } from '../../utils/domain/week';
import { CHROMIUM_BUILD, launchWithExtension, type Session } from './browser';
import { agree } from './consent';

/** A zone in which Monday nine o'clock is not just to come. */
const ZONE = ['Asia/Shanghai', 'Pacific/Honolulu'].find((zone) => {
  const week = weekAt(Date.now(), zone);
  return Date.now() >= week.from + 9 * HOUR_MS + 60_000;
}) as string;
const LAST = previousWeek(weekAt(Date.now(), ZONE).key);

/**
 * No program can press the browser's own question, so the permission that the person would give stands
 * in the manifest of this copy.
 */
function allowedCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-notice-'));
  cpSync(CHROMIUM_BUILD, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(
    path,
    JSON.stringify({
      ...manifest,
      permissions: [...manifest.permissions, 'notifications'],
      optional_permissions: [],
    }),
  );
  return folder;
}

describe('the weekly notice and the badge', () => {
  const folder = allowedCopy();
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await launchWithExtension({ extension: folder });
    await agree(session, 'values');
    page = await session.openOwn('options.html');
  });

  afterAll(async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = () =>
    page.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));
  const alarm = () =>
    page.evaluate(async () => (await chrome.alarms.get('weekly-notice'))?.scheduledTime);
  /** Puts a record into the last week and the last notice back to before it. */
  const unnoticed = () =>
    page.evaluate(
      async ({ at }) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('qingzhuang');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const transaction = database.transaction(['state', 'intervals'], 'readwrite');
        transaction.objectStore('state').put({ key: 'noticed', value: '2020-W01' });
        transaction
          .objectStore('intervals')
          .put({ id: 'notice', from: at, to: at + 1, platform: 'a' });
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        database.close();
        await chrome.notifications.clear(Object.keys(await chrome.notifications.getAll())[0] ?? '');
      },
      { at: weekAt(Date.now(), ZONE).from - 3 * 24 * HOUR_MS },
    );
  const choose = (settings: object) =>
    page.evaluate((chosen) => chrome.storage.local.set({ settings: chosen }), settings);

  it('stays away until it is switched on', async () => {
    await unnoticed();
    await choose({ zone: ZONE });
    await page.waitForTimeout(1_500);
    expect(await shown()).toEqual([]);
    expect(await alarm()).toBeUndefined();
  });

  it('speaks of the last week once, and is set for the next Monday', async () => {
    await choose({ zone: ZONE, weeklyNotice: true });
    await expect.poll(shown, { timeout: 15_000 }).toEqual([LAST]);
    expect(await alarm()).toBe(weekAt(Date.now(), ZONE).to + 9 * HOUR_MS);
  });

  it('comes too where the worker was gone when its hour struck', async () => {
    // What the change of settings before set going has come to its end.
    await page.waitForTimeout(2_000);
    await unnoticed();
    const browser = session.context.browser();
    const protocol = await browser?.newBrowserCDPSession();
    const { targetInfos } = (await protocol?.send('Target.getTargets')) ?? { targetInfos: [] };
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(session.extensionId),
    );
    if (worker === undefined) throw new Error('no worker');
    await protocol?.send('Target.closeTarget', { targetId: worker.targetId });
    await page.waitForTimeout(500);
    expect(await shown()).toEqual([]);
    await page.evaluate(() => chrome.alarms.create('weekly-notice', { when: Date.now() + 200 }));
    await expect.poll(shown, { timeout: 40_000 }).toEqual([LAST]);
    await expect.poll(alarm).toBe(weekAt(Date.now(), ZONE).to + 9 * HOUR_MS);
  });

  it('goes when it is switched off', async () => {
    await choose({ zone: ZONE });
    await expect.poll(alarm).toBeUndefined();
  });

  it('marks the toolbar button while paused only where the person wants a badge', async () => {
    const badge = () => page.evaluate(() => chrome.action.getBadgeText({}));
    await page.evaluate(() => chrome.storage.local.set({ pause: { until: 'resumed' } }));
    await page.waitForTimeout(500);
    expect(await badge()).toBe('');
    await choose({ badge: true, language: 'zh_CN' });
    await expect.poll(badge).toBe('停');
    await page.evaluate(() => chrome.storage.local.remove('pause'));
    await expect.poll(badge).toBe('');
  });
});
