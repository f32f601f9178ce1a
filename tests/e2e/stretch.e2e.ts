import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coats } from '../coats';
import { HOSTS, OFFICE_INTRANET, REGISTER_INTRANET } from '../portals/hosts';
import { type Portals, startPortals } from '../portals/server';
import { type Done, workStretch } from '../portals/stretch';
import { compare } from '../start/compare';
import { settledTables } from '../start/settled-tables';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readAllAsText, readTables, waitForTables } from './records';

const PORTAL = 'http://mz.qingshan.gov.cn/';

/** What was typed, as far as it could not stand anywhere by chance, and what files were called. */
function canariesOf({ submissions, attempts, uploads }: Done): readonly string[] {
  const typed = [...submissions, ...attempts]
    .flatMap(({ fields }) => fields)
    .filter(
      ({ how, value }) =>
        how !== 'chosen' && (value.length >= 6 || /^\p{Script=Han}{3,}$/u.test(value)),
    )
    .map(({ value }) => value);
  return [...new Set([...typed, ...uploads.map(({ name }) => name)])];
}

/** The file that the person gets with everything in it. */
async function exported(session: Session): Promise<string> {
  const page = await session.openOwn('options.html');
  const saved = page.waitForEvent('download');
  await page.locator('[data-action="export-all"]').click();
  const path = await (await saved).path();
  await page.close();
  return readFileSync(path, 'utf8');
}

/** Canaries in the files of a profile that belong to extensions, as bytes of UTF-8 and UTF-16. */
function canariesOnDisk(profile: string, canaries: readonly string[]): readonly string[] {
  const files = readdirSync(join(profile, 'Default'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) =>
      /chrome-extension_|Local Extension Settings|Extension State|Service Worker/.test(path),
    );
  expect(files.length).toBeGreaterThan(3);
  const bytes = files.map((path) => readFileSync(path));
  return canaries.filter((canary) =>
    (['utf8', 'utf16le'] as const).some((encoding) => {
      const wanted = Buffer.from(canary, encoding);
      return bytes.some((content) => content.includes(wanted));
    }),
  );
}

/** What an extension may ask for: its own files and what it holds itself. */
const OWN = /^(chrome-extension|blob|data):/;

/** Notes the requests of a page that a script of an extension made. */
async function watchScripts(page: Page, requests: string[]): Promise<void> {
  try {
    const debugging = await page.context().newCDPSession(page);
    debugging.on('Network.requestWillBeSent', ({ initiator, request }) => {
      const byExtension = /"chrome-extension:/.test(JSON.stringify(initiator));
      if (byExtension && !OWN.test(request.url)) requests.push(request.url);
    });
    await debugging.send('Network.enable');
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}

/** The address of the frame that asks; a new tab asks before it has one. */
function frameOf(request: Request): string {
  try {
    return request.frame().url();
  } catch {
    return '';
  }
}

describe('a stretch of work on every practice portal', () => {
  const profile = mkdtempSync(join(tmpdir(), 'qingzhuang-stretch-'));
  let portals: Portals;
  let session: Session;
  let done: Done;
  const requests: string[] = [];

  const launch = async () => {
    const launched = await launchWithExtension({ port: portals.port, profile });
    // Whatever the extension itself asks for, from its pages or its worker, but its own files.
    launched.context.on('request', (request) => {
      const from = request.serviceWorker()?.url() ?? frameOf(request);
      if (from.startsWith('chrome-extension:') && !OWN.test(request.url()))
        requests.push(request.url());
    });
    // And what its scripts in the pages ask for in the page's name: only the stack of the call tells.
    launched.context.on('page', (page) => void watchScripts(page, requests));
    return launched;
  };

  beforeAll(async () => {
    portals = await startPortals();
    session = await launch();
    await agree(session, 'values');
    done = await workStretch(() => session.openTab(), portals, { tabs: 'close' });
  }, 300_000);

  afterAll(async () => {
    await session?.close();
    await portals?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is recorded as it was done', async () => {
    const report = await session.openOwn('report.html');
    const rows = compare(done, await settledTables(report));
    await report.close();
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('breaks no page and asks for nothing over the network', () => {
    expect(session.pageErrors).toEqual([]);
    expect(requests).toEqual([]);
    expect(portals.requests.length).toBeGreaterThan(100);
    const known: readonly string[] = [...Object.values(HOSTS), OFFICE_INTRANET, REGISTER_INTRANET];
    expect(portals.requests.filter(({ host }) => !known.includes(host))).toEqual([]);
  });

  it('shows its figures in the weekly summary', async () => {
    const report = await session.openOwn('report.html');
    const figure = (name: string) => report.locator(`[data-figure="${name}"]`).first();
    await figure('reentry.fields').waitFor();
    const value = async (name: string) =>
      Number(await figure(name).locator('data').first().getAttribute('value'));
    expect(await value('reentry.fields')).toBe(done.expected.reentered.length);
    await report.close();
  });

  it('keeps no value that was typed, in any table, setting or export, raw or encoded', async () => {
    const kept = [await readAllAsText(session), await exported(session)];
    expect(kept[0]?.length).toBeGreaterThan(20_000);
    expect(kept[1]?.length).toBeGreaterThan(2_000);
    const canaries = canariesOf(done);
    expect(canaries.length).toBeGreaterThan(30);
    const found = canaries.flatMap((canary) =>
      coats(canary).filter((coat) => kept.some((text) => text.includes(coat))),
    );
    expect(found).toEqual([]);
  });

  it('is still there after the browser was closed and opened again, and recording goes on', async () => {
    const before = await readTables(session);
    await session.context.close();
    // What the browser has written for the extension, its logs too.
    expect(canariesOnDisk(profile, canariesOf(done))).toEqual([]);
    session = await launch();
    const after = await readTables(session);
    expect(after.submissions).toEqual(before.submissions);
    expect(after.uploads).toEqual(before.uploads);
    const page = await session.openTab(PORTAL);
    await page.mouse.click(600, 300);
    await page.waitForTimeout(2_500);
    await page.close();
    const known = (before.intervals ?? []).length;
    await waitForTables(session, ({ intervals = [] }) => intervals.length > known);
  });

  it('goes on after the worker was stopped', async () => {
    const before = await readTables(session);
    const browser = session.context.browser();
    if (browser === null) throw new Error('The browser gives no debugging pipe.');
    const protocol = await browser.newBrowserCDPSession();
    const { targetInfos } = await protocol.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(session.extensionId),
    );
    if (worker === undefined) throw new Error('The worker was not running.');
    await protocol.send('Target.closeTarget', { targetId: worker.targetId });
    const page = await session.openTab(PORTAL);
    await page.mouse.click(600, 300);
    await page.waitForTimeout(2_500);
    await page.close();
    const known = (before.intervals ?? []).length;
    await waitForTables(session, ({ intervals = [] }) => intervals.length > known);
  });
});
