import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../utils/domain/time-constants';
import { shiftWeek, weekAt } from '../../utils/domain/week';
import { bundleForPage } from '../bundle-for-page';
import { type UnitFile, unitFiles } from '../pictures/unit-files';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { writeHistory } from './history';
import { partedNumbers } from './parted-numbers';
import { openPopup } from './popup';
import { readTablesIn, type Tables } from './records';

const PASSPHRASE = '青山绿水 2026 年';
const RUNNING = weekAt(Date.now(), 'Asia/Shanghai').key;
/** A week with records on whatever day: on a Monday morning the running one has none yet. */
const WEEK = weekAt(Date.now() - DAY_MS, 'Asia/Shanghai').key;
const REPORT = `report.html#week=${WEEK}`;
const FORMULA = '=HYPERLINK("http://example.com")';

let session: Session;

beforeAll(async () => {
  session = await launchWithExtension();
  await agree(session, 'values');
  const page = await session.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await page.evaluate(
    await bundleForPage(new URL('../pictures/township-history.ts', import.meta.url), 'township'),
  );
  await page.evaluate('township.townshipHistory(Date.now(), 12)');
  await page.close();
}, 120_000);

afterAll(() => session?.close());

beforeEach(async () => {
  const page = await session.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await page.close();
});

async function saved(page: Page, action: string, menu?: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  if (menu !== undefined) await page.locator(`[data-action="${menu}"]`).click();
  await page.locator(`[data-action="${action}"]`).click();
  return readFileSync(await (await downloading).path());
}

/** Presses the stop of work that goes on as soon as it is there, and tells what stood beside it. */
const stopAtOnce = (page: Page, work: string): Promise<string> =>
  page.evaluate(
    (selector) =>
      new Promise<string>((done) => {
        new MutationObserver((_, observer) => {
          const line = document.querySelector<HTMLElement>(selector);
          const stop = line?.querySelector<HTMLElement>('[data-action="stop"]');
          if (line == null || stop == null || line.querySelector('progress') === null) return;
          observer.disconnect();
          const shown = line.innerText;
          stop.click();
          done(shown);
        }).observe(document.body, { childList: true, subtree: true });
      }),
    work,
  );

/** The tables without the marks that the daily sweep leaves whenever the worker comes to it. */
const withoutSweep = ({ state = [], ...tables }: Tables): Tables => ({
  ...tables,
  state: (state as readonly { key: string; value: unknown }[]).filter(
    ({ key, value }) =>
      key !== 'swept' && !key.endsWith('-to') && !(Array.isArray(value) && value.length === 0),
  ),
});

const set = (page: Page, name: string, value: string) =>
  page.locator(`select[name="${name}"]`).selectOption(value);

describe('everything', () => {
  /** The page that a control of the popup opens, by one click. */
  const opened = async (action: string): Promise<Page> => {
    const front = await session.openTab();
    const popup = await openPopup(session);
    const [page] = await Promise.all([
      session.context.waitForEvent('page'),
      popup.press(`open-${action}`),
    ]);
    await front.close();
    await page.locator('h1').waitFor();
    return page;
  };

  it.each([
    ['report', ['findings', 'trends', 'sheets', 'records', 'definitions', 'norms'], 'data-view'],
    ['options', ['open-records', 'open-research', 'open-unit'], 'data-action'],
  ])('that the %s leads to is two clicks from the popup', async (action, names, attribute) => {
    const page = await opened(action);
    const first = page.url();
    for (const name of names) {
      const control = page.locator(`[${attribute}="${name}"]`);
      await control.waitFor();
      const tab = session.context.waitForEvent('page', { timeout: 1_500 }).catch(() => undefined);
      await control.click();
      const second = (attribute === 'data-view' ? undefined : await tab) ?? page;
      await expect.poll(() => second.url()).not.toBe(first);
      await second.locator('h1, h2').first().waitFor();
      expect(await second.locator('main').innerText(), name).not.toBe('');
      if (second !== page) await second.close();
    }
    await page.close();
  });

  it.each(['zh_CN', 'en'])(
    'that is counted stands beside its unit, on narrow screens too: %s',
    async (language) => {
      const page = await session.openOwn('options.html');
      await page.evaluate(
        (spoken) => chrome.storage.local.set({ settings: { language: spoken } }),
        language,
      );
      const parted: Record<string, readonly string[]> = {};
      const views = ['findings', 'trends', 'records'].map((view) => `${REPORT}&view=${view}`);
      for (const file of [REPORT, ...views, 'options.html']) {
        await page.goto('about:blank');
        await page.goto(`chrome-extension://${session.extensionId}/${file}`);
        await page.locator('[data-figure], [data-finding], .record-cell, .part').first().waitFor();
        for (const width of [320, 400, 1400]) {
          await page.setViewportSize({ width, height: 800 });
          parted[`${file} ${width}`] = await partedNumbers(page);
        }
      }
      expect(Object.entries(parted).filter(([, found]) => found.length > 0)).toEqual([]);
      await page.close();
    },
  );

  it('that one does once has its place in the settings: backup, restore, welcome, wiping', async () => {
    const page = await opened('options');
    for (const control of [
      '[data-form="backup"]',
      '[data-form="restore"]',
      '[data-action="wipe"]',
      'select[name="theta"]',
      '#consent button',
    ])
      expect(await page.locator(control).first().isVisible(), control).toBe(true);
    await page.close();
  });
});

describe('a choice of display', () => {
  it('is followed at once by every page that is open', async () => {
    const options = await session.openOwn('options.html');
    const report = await session.openOwn('report.html');
    const title = () => report.locator('h1').first().innerText();
    const look = () =>
      report.evaluate(() => ({
        size: getComputedStyle(document.documentElement).fontSize,
        paper: getComputedStyle(document.body).backgroundColor,
        language: document.documentElement.lang,
      }));
    expect(await title()).toBe('本周小结');
    const before = await look();
    await set(options, 'language', 'en');
    await expect.poll(title).toBe('Weekly summary');
    await set(options, 'type-size', 'huge');
    await set(options, 'theme', 'dark');
    await expect.poll(look).toEqual({ size: '21px', paper: 'rgb(20, 25, 26)', language: 'en-GB' });
    expect(await report.locator('main').innerText()).not.toMatch(/本周|小时|平台：/);
    await set(options, 'language', 'zh_CN');
    await set(options, 'type-size', 'normal');
    await set(options, 'theme', 'light');
    await expect.poll(look).toEqual({ ...before, language: 'zh-CN' });
    expect(before.size).toBe('16px');
    await report.close();
    await options.close();
  });

  it('of the system for less motion leaves nothing moving', async () => {
    const page = await session.openOwn(REPORT);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('[data-figure="reentry.ms"]').first().waitFor();
    expect(
      await page.evaluate(() => ({
        scroll: getComputedStyle(document.documentElement).scrollBehavior,
        moving: document.getAnimations().length,
        timed: [...document.querySelectorAll('*')].filter(
          (element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0,
        ).length,
      })),
    ).toEqual({ scroll: 'auto', moving: 0, timed: 0 });
    await page.close();
  });
});

describe('what a person takes along', () => {
  it('opens as it is in a spreadsheet program and runs nothing there', async () => {
    const options = await session.openOwn('options.html');
    await options.locator('[data-platform="wg.qingshan.gov.cn"] button').click();
    await options.locator('dialog input').first().fill(FORMULA);
    await options.locator('dialog button[type="submit"]').click();
    await options.locator('[data-platform]', { hasText: FORMULA }).waitFor();
    const page = await session.openOwn(REPORT);
    await page.locator('[data-figure="reentry.ms"]').first().waitFor();

    const csv = await saved(page, 'export-csv', 'export');
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString()).toContain(`'${FORMULA}`.replaceAll('"', '""'));
    expect(csv.toString()).not.toMatch(/(^|[,\n])"?[=+@]/);
    expect(csv.toString()).toMatch(/平台/);

    const workbook = await saved(page, 'export-excel', 'export');
    const sheets = await readWorkbook(workbook);
    const names = sheets.map(({ sheet }) => sheet);
    expect(names).toContain('指标说明');
    expect(JSON.stringify(sheets)).toContain('重复录入');
    expect(workbook.includes('<f>')).toBe(false);

    const { version, ...json } = JSON.parse(
      (await saved(page, 'export-json', 'export')).toString(),
    );
    expect(version).toBe('systems');
    expect(JSON.stringify(json)).not.toMatch(/workingMs|idleMs|outOfHours/);
    await options.locator('[data-platform="wg.qingshan.gov.cn"] button').click();
    await options.locator('dialog input').first().fill('网格化服务管理平台');
    await options.locator('dialog button[type="submit"]').click();
    await page.close();
    await options.close();
  });

  it('fits on one A4 page, whichever version and language', async () => {
    const page = await session.openOwn(REPORT);
    for (const language of ['zh_CN', 'en']) {
      await page.evaluate(
        (spoken) => chrome.storage.local.set({ settings: { language: spoken } }),
        language,
      );
      await expect
        .poll(() => page.locator('h1').first().innerText())
        .toBe(language === 'en' ? 'Weekly summary' : '本周小结');
      await page.evaluate('window.print = () => {}');
      for (const version of ['systems', 'personal']) {
        await page.locator('[data-action="print"]').click();
        await page.locator(`[data-action="print-${version}"]`).click();
        await page.locator(`.sheet[data-version="${version}"]`).waitFor({ state: 'attached' });
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g), `${language} ${version}`).toHaveLength(1);
      }
    }
    await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    await page.close();
  });
});

describe('long work', () => {
  it('shows how far it is, stops on a click, and leaves everything as it was', async () => {
    const page = await session.openOwn('options.html');
    // The worker's own upkeep goes on meanwhile: what the person did is compared.
    const done = async () => {
      const { submissions, uploads, actions, platforms, ledger } = await readTablesIn(page);
      return { submissions, uploads, actions, platforms, ledger };
    };
    const before = await done();
    const form = page.locator('[data-form="backup"]');
    await form.locator('input[name="passphrase"]').fill(PASSPHRASE);
    await form.locator('input[name="again"]').fill(PASSPHRASE);
    const shown = stopAtOnce(page, '[data-work]');
    await form.locator('[data-action="make-backup"]').click();
    expect(await shown).toMatch(/正在备份……\d+%/);
    await expect.poll(() => form.locator('[data-said]').innerText()).toContain('已取消');
    expect(await done()).toEqual(before);
    await page.close();
  }, 60_000);

  it('of restoring stops on a click too, and adds nothing', async () => {
    const page = await session.openOwn('options.html');
    const form = page.locator('[data-form="backup"]');
    await form.locator('input[name="passphrase"]').fill(PASSPHRASE);
    await form.locator('input[name="again"]').fill(PASSPHRASE);
    const downloading = page.waitForEvent('download');
    await form.locator('[data-action="make-backup"]').click();
    const file = await (await downloading).path();
    await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    const { submissions } = await readTablesIn(page);
    const area = page.locator('[data-form="restore"]');
    await area.locator('input[type="file"]').setInputFiles(file);
    await area.locator('input[name="passphrase"]').fill(PASSPHRASE);
    const shown = stopAtOnce(page, '[data-work]');
    await area.locator('[data-action="restore-backup"]').click();
    expect(await shown).toMatch(/正在恢复……\d+%/);
    await expect.poll(() => area.locator('[data-said]').innerText()).toContain('已取消');
    expect((await readTablesIn(page)).submissions).toEqual(submissions);
    await page.close();
  }, 60_000);

  it('of trends shows how far it is, stops on a click, and begins anew with the view', async () => {
    const page = await session.openOwn('report.html');
    const trends = page.locator('[data-view="trends"]');
    await trends.waitFor();
    const shown = stopAtOnce(page, '[data-work]');
    await trends.click();
    expect(await shown).toMatch(/正在汇总……\d+%/);
    await page.getByText('已取消').waitFor();
    expect(await page.locator('[data-trend]').count()).toBe(0);
    await page.locator('[data-view="norms"]').click();
    await trends.click();
    await page.locator('[data-trend]').first().waitFor();
    expect(await page.locator('[data-work]').count()).toBe(0);
    await page.close();
  });
});

describe('a platform of the list', () => {
  it('says where a change could not be stored, and keeps what was entered', async () => {
    const page = await session.openOwn('options.html');
    await page.evaluate(() => {
      const { put, delete: remove } = IDBObjectStore.prototype;
      Object.assign(globalThis, {
        makeRoom: () => Object.assign(IDBObjectStore.prototype, { put, delete: remove }),
      });
      const noRoom = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.assign(IDBObjectStore.prototype, { put: noRoom, delete: noRoom });
    });
    await page.locator('[data-platform="wg.qingshan.gov.cn"] button').click();
    const dialog = page.locator('dialog');
    const said = dialog.locator('[role="alert"]', { hasText: '没有保存' });
    const name = dialog.locator('input[name="name"]');
    await name.fill('网格平台');
    await dialog.locator('[data-action="save-platform"]').click();
    await said.waitFor();
    if (process.env.SHOTS) {
      for (const width of [400, 1400]) {
        await page.setViewportSize({ width, height: 800 });
        await said.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${process.env.SHOTS}/platform-not-saved-${width}.png` });
      }
    }
    expect(await name.inputValue()).toBe('网格平台');
    await dialog.locator('summary').click();
    await dialog.locator('input[name="split-path"]').fill('/oa');
    await dialog.locator('[data-action="split-platform"]').click();
    await said.waitFor();
    await dialog.locator('[data-action="delete-platform"]').click();
    await dialog.locator('[data-action="confirm-delete-platform"]').click();
    await said.waitFor();
    const before = (await readTablesIn(page)).platforms;
    expect(JSON.stringify(before)).not.toContain('网格平台');

    await page.evaluate('makeRoom()');
    await name.fill('网格平台');
    await dialog.locator('[data-action="save-platform"]').click();
    await dialog.waitFor({ state: 'detached' });
    expect(JSON.stringify((await readTablesIn(page)).platforms)).toContain('网格平台');
    await page.close();
    expect(session.pageErrors).toEqual([]);
  });
});

describe('counting the files of a unit', () => {
  it('shows how far it is and can be stopped', async () => {
    const files = unitFiles([-4, -3, -2, -1].map((weeks) => shiftWeek(RUNNING, weeks)));
    const page = await session.openOwn('unit.html#sum');
    const choose = (action: string, chosen: readonly UnitFile[]) =>
      page.locator(`input[data-action="${action}"]`).setInputFiles([...chosen]);
    await choose('choose-collection', [files.collection]);
    const lines = files.contributions.map(({ buffer }) => buffer.toString().trim()).join('\n');
    const shown = stopAtOnce(page, '[data-progress]');
    await choose('choose-files', [
      {
        name: 'many.ndjson',
        mimeType: 'application/json',
        buffer: Buffer.from(`${lines}\n`.repeat(150)),
      },
    ]);
    expect(await shown).toMatch(/\d+%/);
    await page.locator('[role="alert"]', { hasText: '没有保存任何内容' }).waitFor();
    expect(await page.locator('[data-counted]').count()).toBe(0);
    await choose('choose-files', files.contributions);
    await page.locator('[data-counted="40"]').waitFor();
    await page.close();
  });
});

describe('two computers', () => {
  it('are merged with every record once, and a file that is none changes nothing', async () => {
    const page = await session.openOwn('options.html');
    const form = page.locator('[data-form="backup"]');
    await form.locator('input[name="passphrase"]').fill(PASSPHRASE);
    await form.locator('input[name="again"]').fill(PASSPHRASE);
    const downloading = page.waitForEvent('download');
    await form.locator('[data-action="make-backup"]').click();
    const backup = readFileSync(await (await downloading).path());
    const first = await readTablesIn(page);
    const files = {
      whole: backup,
      short: backup.subarray(0, backup.length - 100),
      none: Buffer.from('不是备份'),
    };
    for (const [name, bytes] of Object.entries(files))
      writeFileSync(join(session.profile, `${name}.qzb`), bytes);

    // The other computer: the same platforms, three check-ins of its own.
    await page.locator('[data-action="wipe"]').click();
    await page.locator('[data-action="confirm-wipe"]').click();
    await page.locator('[data-said="wiped"]').waitFor();
    await agree(session, 'values');
    await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    const shared = (first.platforms as readonly { id: string; addedAt: number }[])[0];
    const action = (first.actions as readonly { id: string }[])[0];
    if (shared === undefined || action === undefined) throw new Error('no history');
    await writeHistory(page, {
      platforms: [{ ...shared, ownName: '另一台上的名称' }],
      actions: [1, 2, 3].map((one) => ({ ...action, id: String(one).padStart(24, 'b') })),
    });
    const other = withoutSweep(await readTablesIn(page));

    const restore = async (name: keyof typeof files): Promise<string> => {
      const area = page.locator('[data-form="restore"]');
      await area.locator('input[type="file"]').setInputFiles(join(session.profile, `${name}.qzb`));
      await area.locator('input[name="passphrase"]').fill(PASSPHRASE);
      await area.locator('[data-action="restore-backup"]').click();
      const said = page.locator('[data-said="restore"]:not(:empty)');
      await said.waitFor();
      return said.innerText();
    };
    for (const [name, reason] of [
      ['none', '这不是轻装的备份文件'],
      ['short', '备份文件不完整'],
    ] as const) {
      expect(await restore(name)).toContain(reason);
      expect(withoutSweep(await readTablesIn(page))).toEqual(other);
    }
    for (const turn of ['once', 'twice']) {
      expect(await restore('whole')).toContain('已恢复');
      const merged = await readTablesIn(page);
      for (const [table, more] of [
        ['actions', 3],
        ['submissions', 0],
        ['intervals', 0],
        ['uploads', 0],
        ['platforms', 0],
      ] as const)
        expect(merged[table], `${table} ${turn}`).toHaveLength((first[table]?.length ?? 0) + more);
      expect(JSON.stringify(merged.platforms)).toContain('另一台上的名称');
    }
    expect(session.pageErrors).toEqual([]);
    await page.close();
  }, 90_000);
});
