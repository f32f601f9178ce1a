import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults as words } from '../../utils/i18n/faults';
import { type Portals, startPortals } from '../portals/server';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readTables, waitForTables } from './records';
import { shownText } from './shown-text';

const PORTAL = 'http://mz.qingshan.gov.cn/';

/** A few seconds in front of a portal, in a tab of its own. */
async function visit(session: Session): Promise<void> {
  const page = await session.openTab(PORTAL);
  await page.mouse.click(600, 300);
  await page.waitForTimeout(2_500);
  await page.close();
}

async function recordedVisit(session: Session): Promise<number> {
  const known = ((await readTables(session)).intervals ?? []).length;
  await visit(session);
  const { intervals = [] } = await waitForTables(
    session,
    ({ intervals: now = [] }) => now.length > known,
  );
  return intervals.length;
}

/** Opens the summary in Chinese and waits until it names the fault in plain words. */
async function saidInSummary(session: Session, code: keyof typeof words): Promise<Page> {
  const report = await session.openOwn('report.html');
  await report.locator(`[data-fault="${code}"]`).first().waitFor();
  expect(await shownText(report.locator('main'))).toContain(words[code].zh_CN);
  return report;
}

async function inChinese(session: Session): Promise<void> {
  const page = await session.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await page.close();
}

describe('a database that cannot be used', () => {
  let portals: Portals;
  beforeAll(async () => {
    portals = await startPortals();
  });
  afterAll(() => portals?.close());

  const changed = async (session: Session, change: 'later' | 'table lost') => {
    const own = await session.openOwn('options.html');
    await own.evaluate(async (what) => {
      const { version = 0 } =
        (await indexedDB.databases()).find(({ name }) => name === 'qingzhuang') ?? {};
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('qingzhuang', version + (what === 'later' ? 990 : 1));
        request.onupgradeneeded = () => {
          if (what === 'later') request.result.createObjectStore('of a later version');
          else request.result.deleteObjectStore('submissions');
        };
        request.onsuccess = () => {
          request.result.close();
          resolve(undefined);
        };
        request.onerror = () => reject(request.error);
      });
    }, change);
    await own.close();
  };

  it.each(['later', 'table lost'] as const)(
    'changed from outside (%s) keeps its records and goes on',
    async (change) => {
      const session = await launchWithExtension({ port: portals.port });
      try {
        await agree(session, 'values');
        await recordedVisit(session);
        const before = await readTables(session);
        await changed(session, change);
        await recordedVisit(session);
        const after = await readTables(session);
        expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
        for (const interval of before.intervals ?? []) {
          expect(after.intervals).toContainEqual(interval);
        }
        const report = await session.openOwn('report.html');
        await report.locator('[data-figure]').first().waitFor();
        expect(await report.locator('[data-fault]').count()).toBe(0);
        expect(session.pageErrors).toEqual([]);
      } finally {
        await session.close();
      }
    },
  );

  it('whose files are damaged is replaced by the browser: the loss is said, and recording goes on', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'qingzhuang-damaged-'));
    try {
      const first = await launchWithExtension({ port: portals.port, profile });
      await agree(first, 'values');
      await inChinese(first);
      await recordedVisit(first);
      await first.close();
      const folder = join(profile, 'Default/IndexedDB');
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (/MANIFEST|\.log$|\.ldb$/.test(name)) writeFileSync(join(folder, name), 'damaged');
      }
      const again = await launchWithExtension({ port: portals.port, profile });
      try {
        await recordedVisit(again);
        await saidInSummary(again, 'records-lost');
        expect(again.pageErrors).toEqual([]);
      } finally {
        await again.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** Fills the disk to the last byte. */
function fill(ballast: string): void {
  try {
    for (let piece = 0; piece < 2_000; piece += 1) appendFileSync(ballast, Buffer.alloc(256 << 10));
  } catch {
    // Full now.
  }
}

/** A small disk of its own; undefined where this machine does not let one be made. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();
if (disk === undefined) console.log('A full disk: skipped, no small disk can be made here.');

describe.skipIf(disk === undefined)('a full disk', () => {
  const folder = disk ?? '';
  let portals: Portals;
  let session: Session;
  beforeAll(async () => {
    portals = await startPortals();
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    session = await launchWithExtension({ port: portals.port, profile });
    await agree(session, 'values');
    await inChinese(session);
  });
  afterAll(async () => {
    await session?.close();
    await portals?.close();
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing that was recorded, says so, and records again when there is room', async () => {
    await recordedVisit(session);
    const before = await readTables(session);
    const ballast = join(folder, 'ballast');
    for (let tries = 0; tries < 3; tries += 1) {
      fill(ballast);
      await visit(session);
    }
    await (await saidInSummary(session, 'storage-full')).close();
    rmSync(ballast);
    await recordedVisit(session);
    const after = await readTables(session);
    for (const interval of before.intervals ?? []) expect(after.intervals).toContainEqual(interval);
    await (await saidInSummary(session, 'storage-full')).close();
    expect(session.pageErrors).toEqual([]);
  });
});
