import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Observation } from '../../../utils/domain/observation';
import { bundleScript } from '../../bundle-for-page';
import { findBrowser } from '../../e2e/find-browser';

const WORLD = 'observer';
const TOLD = 'observed ';

/** A browser whose pages carry the reader in an isolated world, without the rest of the extension. */
export interface ReadingBrowser {
  readonly browser: Browser;
  /** Opens a page; everything the reader sends from it is kept, oldest first. */
  open(): Promise<ReadPage>;
  close(): Promise<void>;
}

interface ReadPage {
  readonly page: Page;
  readonly observations: Observation[];
  /** Uncaught errors and console errors of the page. */
  readonly errors: string[];
  close(): Promise<void>;
}

/** @param hostRules `--host-resolver-rules` of the browser */
export async function startReadingBrowser(hostRules = ''): Promise<ReadingBrowser> {
  const source = await bundleScript(new URL('stub-observer.ts', import.meta.url), 'reader');
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: [
      '--no-sandbox',
      '--lang=zh-CN',
      ...(hostRules ? [`--host-resolver-rules=${hostRules}`] : []),
    ],
  });
  return {
    browser,
    open: () => openPage(browser, source),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, source: string): Promise<ReadPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const observations: Observation[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const session = await context.newCDPSession(page);
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(TOLD)) {
      observations.push(JSON.parse(text.slice(TOLD.length)) as Observation);
    }
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(() => { if (globalThis[Symbol.for('qingzhuang.observer')]) return;\n${source}\n})();`,
    worldName: WORLD,
  });
  return { page, observations, errors, close: () => context.close() };
}
