import { launchWithExtension, type Session } from '../../e2e/browser';
import { writeContributions } from './synthesise';

export interface InPage {
  readonly counted: number;
  /** Adding up alone, without reading the file. */
  readonly seconds: number;
  /** From choosing the file to the result. */
  readonly allSeconds: number;
  /** The same in time of processors, over all processes of the browser. */
  readonly processorSeconds: number;
  /** Different states of the progress bar that were seen. */
  readonly steps: number;
}

/** Counts one week of so many people on the unit page of the built extension. */
export async function countInPage(folder: string, people: number): Promise<InPage> {
  const size = { people, weeks: 1, platforms: 20, forms: 10 };
  const made = writeContributions(folder, size);
  const session = await launchWithExtension();
  try {
    const page = await session.openOwn('unit.html');
    page.setDefaultTimeout(120_000);
    await page.locator('a[data-view="sum"]').click();
    await page.locator('input[data-action="choose-collection"]').setInputFiles(made.collectionPath);
    await page.locator('input[data-action="choose-files"]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const bar = document.querySelector('[data-progress]');
        if (bar !== null) seen.add(bar.getAttribute('data-progress') ?? '');
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const before = await processorSeconds(session);
    const startedAt = performance.now();
    await page.locator('input[data-action="choose-files"]').setInputFiles(made.path);
    const result = page.locator('[data-counted]');
    await result.waitFor();
    const allSeconds = (performance.now() - startedAt) / 1_000;
    return {
      counted: Number(await result.getAttribute('data-counted')),
      seconds: Number(await result.getAttribute('data-count-ms')) / 1_000,
      allSeconds,
      processorSeconds: (await processorSeconds(session)) - before,
      steps: await page.evaluate(
        () => (globalThis as unknown as { readonly seen: Set<string> }).seen.size,
      ),
    };
  } finally {
    await session.close();
  }
}

/** Time of processors that the browser has taken so far. */
async function processorSeconds({ context }: Session): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser gives no debugging pipe.');
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return processInfo.reduce((all, { cpuTime }) => all + cpuTime, 0);
}
