import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OFFICE_INTRANET, REGISTER_INTRANET } from '../portals/hosts';
import { type Portals, startPortals } from '../portals/server';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { openPopup } from './popup';
import { readTables, waitForTables } from './records';

const MAPPED = ['*.gov.cn', '*.example.com', '10.99.1.5'];
const PORTAL = 'http://mz.qingshan.gov.cn/';

let portals: Portals;
let session: Session;

beforeEach(async () => {
  portals = await startPortals();
  session = await launchWithExtension({ port: portals.port, mappedHosts: MAPPED });
});

afterEach(async () => {
  await session.close();
  await portals.close();
});

/** What the browser holds of the extension: permissions, scripts, settings. */
async function standing() {
  const page = await session.openOwn('options.html');
  try {
    return await page.evaluate(async () => ({
      origins: (await chrome.permissions.getAll()).origins ?? [],
      scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches),
      stored: await chrome.storage.local.get(),
    }));
  } finally {
    await page.close();
  }
}

describe('before the person agrees', () => {
  it('opens the welcome page by itself', async () => {
    await expect
      .poll(() => session.context.pages().some((page) => page.url().endsWith('/welcome.html')))
      .toBe(true);
  });

  it('has no host, no script and no database, whatever is opened', async () => {
    const page = await session.openTab(PORTAL);
    await page.waitForTimeout(2_500);
    const { origins, scripts, stored } = await standing();
    expect(origins).toEqual([]);
    expect(scripts).toEqual([]);
    expect(stored).not.toHaveProperty('consent');
    expect(Object.values(await readTables(session)).flat()).toEqual([]);
    for (const own of ['report.html', 'unit.html#demand', 'options.html']) {
      const opened = await session.openOwn(own);
      await opened.waitForTimeout(1_500);
      expect(await opened.evaluate(() => indexedDB.databases())).toEqual([]);
      await opened.close();
    }
  });

  it('leaves nothing behind when the person declines', async () => {
    const page = await session.openOwn('welcome.html');
    await page.locator('[data-action="decline"]').click();
    await page.waitForTimeout(500);
    const { origins, scripts, stored } = await standing();
    expect(origins).toEqual([]);
    expect(scripts).toEqual([]);
    expect(stored).not.toHaveProperty('consent');
  });
});

describe('after the person agreed', () => {
  it('records the government portals that are opened', async () => {
    await agree(session, 'values');
    const page = await session.openTab(PORTAL);
    await page.mouse.click(600, 300);
    const tables = await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
    expect(tables.platforms).toEqual([
      expect.objectContaining({ id: 'mz.qingshan.gov.cn', addedBy: 'catalogue' }),
    ]);
  });

  it('starts in pages that were open before', async () => {
    const page = await session.openTab(PORTAL);
    await agree(session, 'times');
    await page.bringToFront();
    await page.mouse.click(600, 300);
    await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
  });

  it('records nothing of a site that is not on the list', async () => {
    await agree(session, 'values');
    const page = await session.openTab('http://shop.example.com/');
    await page.waitForTimeout(2_000);
    const tables = await readTables(session);
    expect(tables.platforms ?? []).toEqual([]);
  });

  it('is never injected into pages of 举报 and 信访', async () => {
    await agree(session, 'values');
    const page = await session.openTab('http://www.12388.gov.cn/');
    await page.waitForTimeout(2_000);
    const tables = await readTables(session);
    expect(tables.platforms ?? []).toEqual([]);
  });

  it('stops on pause and goes on when resumed', async () => {
    await agree(session, 'values');
    const own = await session.openOwn('options.html');
    await own.evaluate(() => chrome.storage.local.set({ pause: { until: 'resumed' } }));
    const page = await session.openTab(PORTAL);
    await page.mouse.click(600, 300);
    await page.waitForTimeout(2_500);
    expect((await readTables(session)).platforms ?? []).toEqual([]);
    await own.evaluate(() => chrome.storage.local.remove('pause'));
    await page.bringToFront();
    await page.mouse.click(600, 320);
    await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
  });
});

describe('a site that the person adds', () => {
  const address = `http://${OFFICE_INTRANET}/`;

  it('asks for just that origin, with its port, and is recorded at once', async () => {
    await agree(session, 'values');
    await session.allow(`${address}*`);
    const page = await session.openTab(address);
    const popup = await openPopup(session, { url: page.url(), title: await page.title() });
    await popup.press('record-site');
    await popup.close();
    await expect.poll(async () => (await standing()).origins).toContain(`${address}*`);
    await page.bringToFront();
    await page.mouse.click(600, 300);
    const { platforms } = await waitForTables(session, (tables) =>
      (tables.state ?? []).some((row) => JSON.stringify(row).includes(OFFICE_INTRANET)),
    );
    expect(platforms).toEqual([
      expect.objectContaining({
        id: OFFICE_INTRANET,
        addedBy: 'person',
        origins: [`http://${OFFICE_INTRANET}`],
      }),
    ]);
    // Another port of the same address is another system.
    const other = await session.openTab(`http://${REGISTER_INTRANET}/`);
    await other.mouse.click(600, 300);
    await other.waitForTimeout(2_000);
    expect((await readTables(session)).platforms).toHaveLength(1);
  });

  it('loses permission and registration when it is taken off again', async () => {
    await agree(session, 'values');
    await session.allow(`${address}*`);
    const page = await session.openTab(address);
    const inFront = { url: page.url(), title: await page.title() };
    const popup = await openPopup(session, inFront);
    await popup.press('record-site');
    await popup.press('stop-site');
    await popup.close();
    await expect.poll(async () => (await standing()).origins).not.toContain(`${address}*`);
    await expect.poll(async () => (await standing()).scripts.flat()).not.toContain(`${address}*`);
  });

  it('stays off when it is switched off in the options', async () => {
    await agree(session, 'values');
    await session.allow(`${address}*`);
    const page = await session.openTab(address);
    const popup = await openPopup(session, { url: page.url(), title: await page.title() });
    await popup.press('record-site');
    await popup.close();
    await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
    const own = await session.openOwn('options.html');
    await own.locator('[data-action="edit-platform"]').click();
    await own.locator('input[name="recorded"]').uncheck();
    await own.locator('dialog button[type="submit"]').click();
    await own.locator('dialog').waitFor({ state: 'detached' });
    // Upkeep runs at every start and every few hours: it must not bring the site back.
    await own.evaluate(() => chrome.runtime.sendMessage({ type: 'list-changed' }));
    expect((await readTables(session)).platforms).toEqual([
      expect.objectContaining({ id: OFFICE_INTRANET, ignored: true }),
    ]);
    await own.close();
    await page.bringToFront();
    const again = await openPopup(session, { url: page.url(), title: await page.title() });
    await again.press('record-site');
    await again.close();
    await waitForTables(session, ({ platforms = [] }) =>
      platforms.some((platform) => (platform as { ignored?: boolean }).ignored === false),
    );
  });
});

describe('a site under *.gov.cn', () => {
  it('stays off when the popup is closed in the moment of the click', async () => {
    await agree(session, 'values');
    const page = await session.openTab(PORTAL);
    await page.mouse.click(600, 300);
    await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
    await page.bringToFront();
    const popup = await openPopup(session);
    const stop = `document.querySelector('[data-action="stop-site"]')`;
    await expect.poll(() => popup.evaluate(`${stop} !== null`)).toBe(true);
    // The window may be gone before its protocol can answer.
    await popup.evaluate(`${stop}.click(); window.close()`).catch(() => undefined);
    await waitForTables(session, ({ platforms = [] }) =>
      platforms.some((platform) => (platform as { ignored?: boolean }).ignored === true),
    );
    await session.openOwn('options.html').then((own) => own.close());
    const { stored } = await standing();
    expect(stored.wantedOrigins ?? []).not.toContain(`${PORTAL}*`);
  });
});

describe('a popup whose press cannot be stored', () => {
  it('says so and shows what is in force', async () => {
    await agree(session, 'values');
    await session.openTab(PORTAL);
    const popup = await openPopup(session);
    await popup.evaluate(
      `chrome.storage.local.set = () => Promise.reject(new Error('no room')); undefined`,
    );
    await popup.press('pause');
    await popup.press('pause-open');
    const has = (selector: string) =>
      popup.evaluate(`document.querySelector('${selector}') !== null`);
    await expect.poll(() => has('.popup-pause.signal:not(:empty)')).toBe(true);
    expect(await has('.popup-head .tag.accent')).toBe(true);
    expect(await has('[data-action="resume"]')).toBe(false);
    await popup.close();
  });
});
