import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PAGES = ['welcome.html', 'popup.html', 'report.html', 'report.html#sample', 'options.html'];

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
      await page.addScriptTag({ path: axePath }).catch(async () => {
        // The page's own policy admits no foreign script: it is brought in beside it.
        await page.evaluate(await readScript(axePath));
      });
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
      expect(errors.filter((error) => !error.includes('axe.min.js'))).toEqual([]);
    });

    it.each(PAGES)('%s fits 320 px without scrolling sideways', async (address) => {
      const page = await session.openOwn(address);
      await page.setViewportSize({ width: 320, height: 700 });
      await page.locator('h1, h2').first().waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await page.close();
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});

async function readScript(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8');
}
