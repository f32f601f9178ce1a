import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftWeek, weekAt } from '../../utils/domain/week';
import { bundleForPage } from '../bundle-for-page';
import { unitFiles } from '../pictures/unit-files';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPORT_VIEWS = [
  'findings',
  'trends',
  'sheets',
  'records',
  'definitions',
  'norms',
  'research',
  'sample',
];
const UNIT_VIEWS = ['contribute', 'inventory', 'build', 'sum', 'holder', 'demand', 'compare'];
const PAGES = [
  'welcome.html',
  'popup.html',
  'report.html',
  ...REPORT_VIEWS.map((view) => `report.html#view=${view}`),
  'practice.html',
  'options.html',
  ...UNIT_VIEWS.map((view) => `unit.html#${view}`),
];
const RUNNING = weekAt(Date.now(), 'Asia/Shanghai').key;
const FILES = unitFiles([-4, -3, -2, -1].map((weeks) => shiftWeek(RUNNING, weeks)));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Waits until what the page shows of the records is there, and hands it the files that it asks for. */
async function withData(page: Page, address: string): Promise<void> {
  if (address.startsWith('report.html')) {
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  }
  if (!/^unit\.html#(?!build|holder)/.test(address)) return;
  const choose = (action: string, files: readonly (typeof FILES)['collection'][]) =>
    page.locator(`input[data-action="${action}"]`).setInputFiles([...files]);
  await choose('choose-collection', [FILES.collection]);
  if (address.endsWith('#demand')) await choose('choose-inventories', FILES.inventories);
  if (address.endsWith('#compare')) await choose('choose-releases', FILES.releases);
  await page.locator('[data-collection]').waitFor({ state: 'attached' });
  if (!address.endsWith('#sum')) await page.locator('table').first().waitFor();
}

describe.each([
  ['light', ['zh_CN', 'en']],
  ['dark', ['zh_CN', 'en']],
  ['contrast', ['zh_CN']],
] as const)('every page in %s', (theme, languages) => {
  let session: Session;

  beforeAll(async () => {
    session = await launchWithExtension();
    await agree(session, 'values');
    // A township's year: an empty page has little that could be wrong.
    const page = await session.openOwn('options.html');
    await page.evaluate(
      await bundleForPage(new URL('../pictures/township-history.ts', import.meta.url), 'township'),
    );
    await page.evaluate('township.townshipHistory(Date.now())');
    await page.close();
  }, 120_000);

  afterAll(() => session.close());

  describe.each(languages)('in %s', (language) => {
    it.each(PAGES)(
      '%s has no accessibility violation, no error, and fits 320 px',
      async (address) => {
        const page = await session.openOwn('options.html');
        await page.evaluate((settings) => chrome.storage.local.set({ settings }), {
          language,
          theme,
        });
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        await page.goto(`chrome-extension://${session.extensionId}/${address}`);
        await page.locator('h1, h2').first().waitFor();
        await withData(page, address);
        // The page's own policy admits no foreign script: it is brought in beside it.
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: Violation[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => ({
            id,
            nodes: nodes.map(({ target }) => target.join(' ')),
          }));
        });
        await page.setViewportSize({ width: 320, height: 700 });
        // The popup's width is its own: browsers show it as wide as it asks.
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        await page.close();
        expect(violations).toEqual([]);
        expect(errors).toEqual([]);
        if (address !== 'popup.html') expect(overflow, 'too wide at 320 px').toBeLessThanOrEqual(0);
      },
    );
  });
});

describe('a report sheet on paper', () => {
  it('is the sheet alone, without the fields in which it was written', async () => {
    const session = await launchWithExtension();
    try {
      await agree(session, 'values');
      const page = await session.openOwn('options.html');
      await page.evaluate(
        await bundleForPage(
          new URL('../pictures/township-history.ts', import.meta.url),
          'township',
        ),
      );
      await page.evaluate('township.townshipHistory(Date.now(), 2)');
      await page.goto(`chrome-extension://${session.extensionId}/report.html#view=sheets`);
      await page.locator('.sheet-editor').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.paper').isVisible()).toBe(true);
      for (const control of ['.sheet-editor', 'select', 'textarea', 'button']) {
        expect(await page.locator(control).filter({ visible: true }).count(), control).toBe(0);
      }
    } finally {
      await session.close();
    }
  }, 60_000);
});
