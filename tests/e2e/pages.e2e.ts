import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  'welcome.html',
  'popup.html',
  'report.html',
  'report.html#view=sample',
  'report.html#view=trends',
  'practice.html',
  'options.html',
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe.each(['light', 'dark'] as const)('every page in %s', (colorScheme) => {
  let session: Session;

  beforeAll(async () => {
    session = await launchWithExtension({ colorScheme });
    await agree(session, 'values');
  });

  afterAll(() => session.close());

  describe.each(['zh_CN', 'en'] as const)('in %s', (language) => {
    it.each(PAGES)('%s has no accessibility violation and no error', async (address) => {
      const page = await session.openOwn('options.html');
      await page.evaluate(
        (chosen) => chrome.storage.local.set({ settings: { language: chosen } }),
        language,
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(`chrome-extension://${session.extensionId}/${address}`);
      await page.locator('h1, h2').first().waitFor();
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
      await page.close();
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
    });

    // The popup's width is its own: browsers show it as wide as it asks.
    it.each(PAGES.filter((page) => page !== 'popup.html'))(
      '%s fits 320 px without scrolling sideways',
      async (address) => {
        const page = await session.openOwn(address);
        await page.setViewportSize({ width: 320, height: 700 });
        await page.locator('h1, h2').first().waitFor();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        await page.close();
        expect(overflow).toBeLessThanOrEqual(0);
      },
    );
  });
});
