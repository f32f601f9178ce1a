import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { workHistory, writeHistory } from './history';
import { readTablesIn, type Tables } from './records';

const PASSPHRASE = '青山绿水 2026 年';

let session: Session;

beforeAll(async () => {
  session = await launchWithExtension();
  await agree(session, 'values');
  const page = await session.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await writeHistory(page, workHistory(Date.now()));
  await page.close();
});

afterAll(() => session.close());

/** What a click saves: its name and its bytes. */
async function saved(page: Page, click: () => Promise<void>): Promise<readonly [string, Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return [(download as Download).suggestedFilename(), readFileSync(await download.path())];
}

/** The ids of what is the person's in each table. */
function idsOf(tables: Tables): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    ['platforms', 'intervals', 'submissions', 'uploads', 'actions', 'diary'].map((name) => [
      name,
      (tables[name] ?? []).map((row) => (row as { id: string }).id).sort(),
    ]),
  );
}

async function restore(page: Page, file: string, passphrase: string): Promise<string> {
  const form = page.locator('[data-form="restore"]');
  await form.locator('input[type="file"]').setInputFiles(file);
  await form.locator('input[name="passphrase"]').fill(passphrase);
  await form.locator('[data-action="restore-backup"]').click();
  const said = page.locator('[data-said="restore"]:not(:empty)');
  await said.waitFor();
  return (await said.textContent()) ?? '';
}

describe('a backup', () => {
  it('brings everything back after a wipe, and is refused where it is damaged', async () => {
    const page = await session.openOwn('options.html');
    const before = idsOf(await readTablesIn(page));
    expect(before.submissions).toHaveLength(12);

    const form = page.locator('[data-form="backup"]');
    await form.locator('input[name="passphrase"]').fill(PASSPHRASE);
    await form.locator('input[name="again"]').fill(PASSPHRASE);
    const [name, bytes] = await saved(page, () =>
      form.locator('[data-action="make-backup"]').click(),
    );
    expect(name).toMatch(/^轻装-备份-\d{4}-\d\d-\d\d\.qzb$/);
    expect(bytes.includes('民政')).toBe(false);
    const file = join(session.profile, 'backup.qzb');
    const damaged = join(session.profile, 'damaged.qzb');
    writeFileSync(file, bytes);
    writeFileSync(
      damaged,
      bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)),
    );

    await page.locator('[data-action="wipe"]').click();
    await page.locator('[data-action="confirm-wipe"]').click();
    await page.locator('[data-said="wiped"]').waitFor();
    await page.waitForTimeout(1_500);
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map((one) => one.name),
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      alarms: await chrome.alarms.getAll(),
      scripts: await chrome.scripting.getRegisteredContentScripts(),
      origins: (await chrome.permissions.getAll()).origins,
      caches: await caches.keys(),
      own: Object.keys(localStorage),
    }));
    expect(left).toEqual({
      databases: [],
      local: {},
      session: {},
      alarms: [],
      scripts: [],
      origins: [],
      caches: [],
      own: [],
    });

    expect(await restore(page, damaged, PASSPHRASE)).toMatch(/第 1 段无法读取.*现有记录未改动/);
    expect(await restore(page, file, 'another passphrase')).toMatch(/口令不正确/);
    expect(idsOf(await readTablesIn(page)).submissions).toEqual([]);
    expect(await restore(page, file, PASSPHRASE)).toMatch(/新增 \d+ 条，已有 0 条/);
    const tables = await readTablesIn(page);
    expect(idsOf(tables)).toEqual(before);
    expect(JSON.stringify(tables)).not.toMatch(/Digest-of/);
    expect(await restore(page, file, PASSPHRASE)).toMatch(/新增 0 条/);
    const { settings, consent } = await page.evaluate(() => chrome.storage.local.get());
    expect(settings).toMatchObject({ language: 'zh_CN' });
    expect(consent).toBeUndefined();
    expect(session.pageErrors).toEqual([]);
    await page.close();
  });
});
