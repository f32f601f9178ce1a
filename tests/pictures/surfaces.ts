import type { Page } from 'playwright-core';
import { STUDY } from '../research/fixtures';
import type { UnitFile, unitFiles } from './unit-files';

/** What a computer holds when a surface is looked at. */
export type State = 'year' | 'little' | 'empty' | 'not-agreed' | 'broken';

export interface Surface {
  readonly name: string;
  readonly state: State;
  readonly address: string;
  /** Brings the page into the state that is to be seen. */
  readonly steps?: (page: Page, files: ReturnType<typeof unitFiles>) => Promise<void>;
  /** Also as printed, by the browser's own means. */
  readonly printed?: boolean;
  /** Only the window, not the whole page: for dialogs. */
  readonly windowOnly?: boolean;
}

const click = (page: Page, action: string) =>
  page.locator(`[data-action="${action}"]`).first().click();
const figure = (name: string) => (page: Page) =>
  page.locator(`[data-figure="${name}"]`).first().click();
const choose = (page: Page, action: string, files: readonly UnitFile[]) =>
  page.locator(`input[data-action="${action}"]`).setInputFiles([...files]);

/** Slows the page down, so that work can be seen while it goes on. */
async function slowly(page: Page, rate: number): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate });
}
const openStudy = (page: Page) =>
  page.locator('input[name="study"]').setInputFiles({
    name: 'study.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(STUDY)),
  });

const FIGURES = [
  'time.working',
  'reentry.ms',
  'reentry.share',
  'actions.total',
  'uploads.repeated',
  'zombies.count',
  'platforms.count',
  'coverage',
  'outOfHours.ms',
  'overhead.urgent',
  'overlap.fields',
];

export const SURFACES: readonly Surface[] = [
  { name: 'welcome', state: 'not-agreed', address: 'welcome.html' },
  { name: 'report-not-agreed', state: 'not-agreed', address: 'report.html' },
  { name: 'report-sample', state: 'not-agreed', address: 'report.html#view=sample', printed: true },
  { name: 'practice', state: 'not-agreed', address: 'practice.html' },
  {
    name: 'practice-filled',
    state: 'not-agreed',
    address: 'practice.html',
    steps: async (page) => {
      for (const system of ['first', 'second']) {
        for (const action of ['fill', 'submit']) await click(page, `${action}-${system}`);
      }
    },
  },
  { name: 'report-empty', state: 'empty', address: 'report.html' },
  { name: 'trends-empty', state: 'empty', address: 'report.html#view=trends' },
  { name: 'findings-empty', state: 'empty', address: 'report.html#view=findings' },
  { name: 'sheets-empty', state: 'empty', address: 'report.html#view=sheets' },
  { name: 'records-empty', state: 'empty', address: 'report.html#view=records' },
  { name: 'welcome-agreed', state: 'year', address: 'welcome.html' },
  {
    name: 'welcome-systems',
    state: 'year',
    address: 'welcome.html',
    steps: async (page) => {
      await page.locator('select').nth(0).selectOption('浙江');
      await page.locator('select').nth(1).selectOption({ index: 1 });
      await page.locator('input[type="checkbox"]').first().check();
    },
  },
  { name: 'summary-little', state: 'little', address: 'report.html', printed: true },
  { name: 'trends-little', state: 'little', address: 'report.html#view=trends' },
  { name: 'summary-broken', state: 'broken', address: 'report.html' },
  { name: 'summary', state: 'year', address: 'report.html', printed: true },
  {
    name: 'summary-before',
    state: 'year',
    address: 'report.html',
    steps: (page) => click(page, 'previous-week'),
  },
  {
    name: 'menu-export',
    state: 'year',
    address: 'report.html',
    steps: (page) => click(page, 'export'),
    windowOnly: true,
  },
  {
    name: 'menu-print',
    state: 'year',
    address: 'report.html',
    steps: (page) => click(page, 'print'),
    windowOnly: true,
  },
  ...FIGURES.map((name) => ({
    name: `figure-${name}`,
    state: 'year' as const,
    address: 'report.html',
    steps: figure(name),
    windowOnly: true,
  })),
  {
    name: 'diary',
    state: 'year',
    address: 'report.html',
    steps: (page) => click(page, 'add-diary'),
  },
  {
    name: 'already-reported',
    state: 'year',
    address: 'report.html',
    steps: async (page) => {
      await figure('overlap.fields')(page);
      await click(page, 'already-reported');
    },
    windowOnly: true,
  },
  { name: 'findings', state: 'year', address: 'report.html#view=findings' },
  { name: 'trends', state: 'year', address: 'report.html#view=trends', printed: true },
  ...(['year', 'broken'] as const).flatMap((state) =>
    ['month', 'quarter', 'year'].map((period) => ({
      name: state === 'broken' ? `trends-broken-${period}` : `trends-date-${period}`,
      state,
      address: 'report.html#view=trends',
      steps: async (page: Page) => {
        await page.locator('select[name="period"]').selectOption(period);
        const reform = new Date(Date.now() - 18 * 7 * 86_400_000).toISOString().slice(0, 10);
        await page.locator('input[type="date"]').fill(reform);
      },
    })),
  ),
  {
    name: 'trends-table',
    state: 'year',
    address: 'report.html#view=trends',
    steps: (page) => click(page, 'as-table'),
  },
  { name: 'sheets', state: 'year', address: 'report.html#view=sheets' },
  {
    name: 'check-up-sheet',
    state: 'year',
    address: 'report.html#view=sheets&sheet=check-up',
    printed: true,
  },
  {
    name: 'report-sheet',
    state: 'year',
    address: 'report.html#view=findings',
    steps: (page) => click(page, 'report-sheet'),
    printed: true,
  },
  { name: 'records', state: 'year', address: 'report.html#view=records' },
  {
    name: 'records-search',
    state: 'year',
    address: 'report.html#view=records',
    steps: async (page) => {
      await page.locator('select').first().selectOption('actions');
      await page.locator('input[type="search"]').fill('打卡');
    },
  },
  {
    name: 'records-delete',
    state: 'year',
    address: 'report.html#view=records',
    steps: (page) => click(page, 'delete-record'),
    windowOnly: true,
  },
  {
    name: 'summary-tables',
    state: 'year',
    address: 'report.html',
    steps: async (page) => {
      const switches = page.locator('.chart-controls button.link');
      for (let index = 0; index < (await switches.count()); index += 1)
        await switches.nth(index).click();
    },
  },
  {
    name: 'summary-huge',
    state: 'year',
    address: 'report.html',
    steps: (page) =>
      page.evaluate(() => {
        document.documentElement.dataset.size = 'huge';
      }),
  },
  { name: 'definitions', state: 'year', address: 'report.html#view=definitions' },
  { name: 'norms', state: 'year', address: 'report.html#view=norms', printed: true },
  { name: 'research', state: 'year', address: 'report.html#view=research' },
  {
    name: 'research-asked',
    state: 'year',
    address: 'report.html#view=research',
    steps: async (page) => {
      const leave = page.locator('[data-action="leave-study"]');
      if ((await leave.count()) > 0) await leave.click();
      await openStudy(page);
    },
  },
  {
    name: 'research-part',
    state: 'year',
    address: 'report.html#view=research',
    steps: async (page) => {
      if ((await page.locator('[data-action="leave-study"]').count()) === 0) {
        await openStudy(page);
        await click(page, 'join');
      }
      await page.locator('details[data-table="weeks"] summary').click();
    },
  },
  { name: 'options', state: 'year', address: 'options.html' },
  {
    name: 'options-export-running',
    state: 'year',
    address: 'options.html',
    steps: async (page) => {
      await slowly(page, 20);
      await click(page, 'export-all');
      await page.locator('[data-work]').waitFor();
      await slowly(page, 60);
    },
  },
  {
    name: 'options-backup-running',
    state: 'year',
    address: 'options.html',
    steps: async (page) => {
      const fields = page.locator('[data-form="backup"] input[type="password"]');
      await fields.nth(0).fill('qingshan 2026');
      await fields.nth(1).fill('qingshan 2026');
      await slowly(page, 20);
      await click(page, 'make-backup');
      await page.locator('[data-work]').waitFor();
      await slowly(page, 60);
    },
  },
  {
    name: 'options-restore-running',
    state: 'year',
    address: 'options.html',
    steps: async (page) => {
      const fields = page.locator('[data-form="backup"] input[type="password"]');
      await fields.nth(0).fill('qingshan 2026');
      await fields.nth(1).fill('qingshan 2026');
      const downloading = page.waitForEvent('download');
      await click(page, 'make-backup');
      const restore = page.locator('[data-form="restore"]');
      await restore.locator('input[type="file"]').setInputFiles(await (await downloading).path());
      await restore.locator('input[type="password"]').fill('qingshan 2026');
      await slowly(page, 20);
      await click(page, 'restore-backup');
      await page.locator('[data-work]').waitFor();
      await slowly(page, 60);
    },
  },
  {
    name: 'options-platform',
    state: 'year',
    address: 'options.html',
    steps: (page) => click(page, 'edit-platform'),
  },
  {
    name: 'options-wipe',
    state: 'year',
    address: 'options.html',
    steps: (page) => click(page, 'wipe'),
    windowOnly: true,
  },
  {
    name: 'options-restore-damaged',
    state: 'year',
    address: 'options.html',
    steps: async (page) => {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '备份.bak', mimeType: '', buffer: Buffer.from('not a backup') });
      await page.locator('input[type="password"]').last().fill('qingshan 2026 baoguan');
      await click(page, 'restore-backup');
    },
  },
  {
    name: 'options-backup',
    state: 'year',
    address: 'options.html',
    steps: async (page) => {
      const fields = page.locator('input[type="password"]');
      await fields.nth(0).fill('qingshan 2026');
      await fields.nth(1).fill('qingshan 2027');
      await click(page, 'make-backup');
    },
  },
  {
    name: 'unit-contribute',
    state: 'year',
    address: 'unit.html#contribute',
    steps: (page, files) => choose(page, 'choose-collection', [files.collection]),
  },
  {
    name: 'unit-inventory',
    state: 'year',
    address: 'unit.html#inventory',
    steps: (page, files) => choose(page, 'choose-collection', [files.collection]),
  },
  { name: 'unit-build', state: 'year', address: 'unit.html#build' },
  {
    name: 'unit-sum',
    state: 'year',
    address: 'unit.html#sum',
    steps: async (page, files) => {
      await choose(page, 'choose-collection', [files.collection]);
      await page.locator('input[data-action="choose-files"]').waitFor({ state: 'attached' });
      await choose(page, 'choose-files', [...files.contributions, files.broken]);
      await page.locator('[data-counted]').waitFor();
      if ((await page.locator('[data-action="make-release"]').count()) > 0)
        await click(page, 'make-release');
    },
    printed: true,
  },
  { name: 'unit-holder', state: 'year', address: 'unit.html#holder' },
  {
    name: 'unit-demand',
    state: 'year',
    address: 'unit.html#demand',
    steps: async (page, files) => {
      await choose(page, 'choose-collection', [files.collection]);
      await page.locator('input[data-action="choose-inventories"]').waitFor({ state: 'attached' });
      await choose(page, 'choose-inventories', files.inventories);
      await choose(page, 'choose-release', files.releases.slice(-1));
    },
    printed: true,
  },
  {
    name: 'unit-compare',
    state: 'year',
    address: 'unit.html#compare',
    steps: async (page, files) => {
      await choose(page, 'choose-collection', [files.collection]);
      await choose(page, 'choose-releases', files.releases);
    },
    printed: true,
  },
];
