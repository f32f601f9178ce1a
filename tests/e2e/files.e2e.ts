import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Download, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { workHistory, writeHistory } from './history';
import { readTablesIn, type Tables } from './records';
import { shownText } from './shown-text';

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
  return shownText(said);
}

describe('what a person saves', () => {
  it('is a workbook in the systems version unless the other is chosen', async () => {
    const page = await session.openOwn('report.html');
    const read = async (action: string) => {
      const [name, bytes] = await saved(page, async () => {
        await page.locator('[data-action="export"]').click();
        await page.locator(`[data-action="${action}"]`).click();
      });
      return [name, JSON.stringify(await readWorkbook(bytes))] as const;
    };
    const [systems, figures] = await read('export-excel');
    expect(systems).toMatch(/^本周小结-\d{4}-W\d\d-仅系统版\.xlsx$/);
    expect(figures).toContain('民政综合平台');
    expect(figures).not.toMatch(/操作（分）|视频播放/);
    const [personal, all] = await read('export-excel-personal');
    expect(personal).toMatch(/本人版\.xlsx$/);
    expect(all).toContain('操作（分）');
    await page.close();
  });

  it('is a sheet in the official categories, edited first, then entered in the ledger', async () => {
    const page = await session.openOwn('report.html#view=sheets&platform=wg.qingshan.gov.cn');
    await page.locator('textarea[name="repeated-reporting"]').fill('改过的一句话');
    await page.locator('textarea[name="signature"]').fill('青山乡便民中心');
    const [name, bytes] = await saved(page, () =>
      page.locator('[data-action="word-sheet"]').click(),
    );
    expect(name).toMatch(/^情况反映单-网格管理平台-\d{4}-\d\d-\d\d\.docx$/);
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain('一、平台情况');
    expect(value).toContain('要求打卡签到');
    expect(value).toContain('改过的一句话');
    expect(value).toContain('青山乡便民中心');
    await page.locator('[data-action="keep-sheet"]').click();
    await page.locator('[data-entry="reported"]').waitFor();
    await page.locator('[data-entry] select').selectOption('answered');
    await page.locator('[data-entry="answered"]').waitFor();
    const { ledger } = await readTablesIn(page);
    expect(ledger).toMatchObject([{ platform: 'wg.qingshan.gov.cn', status: 'answered' }]);
    expect(JSON.stringify(ledger)).not.toContain('便民中心');
    await page.close();
  });

  it('is every record in one file', async () => {
    const page = await session.openOwn('options.html');
    const [name, bytes] = await saved(page, () =>
      page.locator('[data-action="export-all"]').click(),
    );
    expect(name).toMatch(/^轻装-全部记录-.*\.json$/);
    expect(JSON.parse(bytes.toString()).submissions).toHaveLength(12);
    expect(bytes.toString()).not.toContain('Digest-of');
    await page.close();
  });
});

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

    // With the settings the language has gone too.
    await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    expect(await restore(page, damaged, PASSPHRASE)).toMatch(/第 1 段无法读取.*现有记录未改动/);
    expect(await restore(page, file, 'another passphrase')).toMatch(/口令不正确/);
    expect(idsOf(await readTablesIn(page)).submissions).toEqual([]);
    expect(await restore(page, file, PASSPHRASE)).toMatch(/新增 [1-9]\d* 条，已有 0 条/);
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
