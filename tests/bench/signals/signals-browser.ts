import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Observation } from '../../../utils/domain/observation';
import { bundleScript } from '../../bundle-for-page';
import { findBrowser } from '../../e2e/find-browser';

const WORLD = 'observer';

/** A browser whose pages carry the signals of the reader in an isolated world. */
export interface SignalsBrowser {
  readonly browser: Browser;
  open(): Promise<SignalsPage>;
  close(): Promise<void>;
}

export interface SignalsPage {
  readonly page: Page;
  /** Everything that was sent from the page, oldest first. */
  readonly observations: Observation[];
  /** Uncaught errors and console errors of the page. */
  readonly errors: string[];
  /** Evaluates an expression in the isolated world; `signals` is what the stand-in offers. */
  ask<Answer>(expression: string): Promise<Answer>;
  close(): Promise<void>;
}

/** @param hostRules `--host-resolver-rules` of the browser */
export async function startSignalsBrowser(hostRules = ''): Promise<SignalsBrowser> {
  const source = await bundleScript(new URL('stub-observer.ts', import.meta.url), 'reader');
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: [
      '--no-sandbox',
      '--lang=zh-CN',
      ...(hostRules ? [`--host-resolver-rules=${hostRules}`] : []),
    ],
  });
  return { browser, open: () => open(browser, source), close: () => browser.close() };
}

async function open(browser: Browser, source: string): Promise<SignalsPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const observations: Observation[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const session = await context.newCDPSession(page);
  const worlds = new Map<string, number>();
  session.on('Runtime.bindingCalled', ({ payload }) => {
    observations.push((JSON.parse(payload) as { observation: Observation }).observation);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  session.on('Runtime.executionContextCreated', ({ context: created }) => {
    const { frameId } = created.auxData as { frameId?: string };
    if (created.name === WORLD && frameId) worlds.set(frameId, created.id);
  });
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'handOver', executionContextName: WORLD });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(() => { if (globalThis[Symbol.for('qingzhuang.observer')]) return;\n${source}\n})();`,
    worldName: WORLD,
  });
  return {
    page,
    observations,
    errors,
    ask: (expression) => ask(session, worlds, expression),
    close: () => context.close(),
  };
}

async function ask<Answer>(
  session: CDPSession,
  worlds: ReadonlyMap<string, number>,
  expression: string,
): Promise<Answer> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const contextId = worlds.get(frameTree.frame.id);
  if (contextId === undefined) throw new Error('The page has no world of the observer.');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value as Answer;
}
