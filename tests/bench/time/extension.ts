import type { EvidenceLog } from '../../../utils/domain/evidence-log';
import type { Arrival, Evidence } from '../../../utils/domain/presence-evidence';
import type { Interval } from '../../../utils/domain/records';
import { decodeInterval, type StoredInterval } from '../../../utils/storage/compact-interval';
import type { Browser } from './browser';
import { until } from './display';

/** Agrees on the welcome page as a person does, and waits until the observer is registered. */
export async function agree(browser: Browser): Promise<void> {
  const { extensionId } = browser;
  const extensions = await browser.open('chrome://extensions');
  await waitFor(browser, extensions, 'typeof chrome.developerPrivate === "object"');
  await browser.evaluate(
    extensions,
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(extensionId)}, '*://*.gov.cn/*')`,
  );
  const welcome = await browser.open(`chrome-extension://${extensionId}/welcome.html`);
  const button = `document.querySelector('[data-action="agree-times"]')`;
  await waitFor(browser, welcome, `${button} !== null`);
  await browser.evaluate(welcome, `${button}.click()`);
  await waitFor(
    browser,
    welcome,
    `chrome.scripting.getRegisteredContentScripts().then((all) => all.some(({ id }) => id === 'observer'))`,
  );
  for (const { targetId, url } of await browser.targets()) {
    if (url.startsWith('chrome-extension:') || url.startsWith('chrome:')) {
      if (targetId !== extensions) await browser.closeTab(targetId);
    }
  }
  await browser.closeTab(extensions);
}

/** All intervals as they are stored, oldest first, read from a page of the extension. */
export async function readIntervals(browser: Browser): Promise<readonly Interval[]> {
  const rows = await readTable<StoredInterval>(browser, 'intervals');
  const intervals = rows.map(decodeInterval);
  return intervals.sort((a, b) => a.from - b.from);
}

/** The evidence as it is stored, in the order in which it was folded. */
export async function readEvidence(browser: Browser): Promise<EvidenceLog> {
  const rows = await readTable<{ key: string; value: unknown }>(browser, 'state');
  let now = 0;
  const arrivals = rows
    .filter(({ key }) => key.startsWith('presence:heard:'))
    .map(({ value }): Arrival => {
      const evidence = value as Evidence;
      now = Math.max(now, evidence.kind === 'frame' ? evidence.observation.at : evidence.at);
      return { now, evidence };
    });
  return { format: 'evidence-log', version: 1, zone: 'Asia/Shanghai', arrivals };
}

/** How many messages of observers were folded. */
export async function countMessages(browser: Browser): Promise<number> {
  const rows = await readTable<{ key: string; value: { below: number; ahead: unknown[] } }>(
    browser,
    'state',
  );
  return rows
    .filter(({ key }) => key.startsWith('observer:'))
    .reduce((sum, { value }) => sum + value.below + value.ahead.length, 0);
}

async function readTable<Row>(browser: Browser, table: string): Promise<Row[]> {
  const page = await browser.open(`chrome-extension://${browser.extensionId}/options.html`);
  await waitFor(
    browser,
    page,
    'location.protocol === "chrome-extension:" && document.readyState === "complete"',
  );
  const rows = await browser.evaluate<Row[]>(page, `(${readAll.toString()})('${table}')`);
  await browser.closeTab(page);
  return rows;
}

async function readAll(table: string): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('qingzhuang');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return rows;
}

function waitFor(browser: Browser, targetId: string, expression: string): Promise<void> {
  return until(
    () => browser.evaluate<boolean>(targetId, expression).catch(() => false),
    20_000,
    expression,
  );
}
