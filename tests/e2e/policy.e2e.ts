import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Portals, startPortals } from '../portals/server';
import { CHROMIUM_BUILD, launchWithExtension, type Session, unpackedId } from './browser';
import { agree } from './consent';
import { findBrowser } from './find-browser';
import { readTables, waitForTables } from './records';

/** Where this browser looks for policies on Linux; elsewhere they stand in the registry. */
const FOLDER = /edge/i.test(findBrowser().path)
  ? '/etc/opt/edge/policies/managed'
  : findBrowser().branded
    ? '/etc/opt/chrome/policies/managed'
    : '/etc/chromium/policies/managed';
const FILE = join(FOLDER, `qingzhuang-test-${process.pid}.json`);
const may = mayWrite();
if (!may) console.warn(`Policies are not tested: ${FOLDER} cannot be written by this user.`);

function mayWrite(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function setPolicy(policy: object): void {
  writeFileSync(FILE, JSON.stringify(policy));
}

/** The policy that the administrators' guide prints, for this copy of the extension. */
function policyOfTheGuide(id: string): Record<string, unknown> {
  const guide = readFileSync('docs/admin-guide.md', 'utf8');
  const [, json = ''] = /```json\n(\{\s+"3rdparty"[\s\S]+?)```/.exec(guide) ?? [];
  return JSON.parse(json.replaceAll('a'.repeat(32), id));
}

describe.runIf(may)('a policy file of the unit', () => {
  let session: Session | undefined;
  let portals: Portals | undefined;

  afterEach(async () => {
    await session?.close();
    await portals?.close();
  });
  afterAll(() => rmSync(FILE, { force: true }));

  it('narrows as the guide says, and touches nothing that is the person’s', async () => {
    const id = unpackedId(CHROMIUM_BUILD);
    const guide = policyOfTheGuide(id) as { '3rdparty': { extensions: Record<string, object> } };
    guide['3rdparty'].extensions[id] = {
      ...guide['3rdparty'].extensions[id],
      onlySites: ['*://mz.qingshan.gov.cn/*'],
      // Keys that no policy has: they must do nothing.
      consent: { level: 'values' },
      pause: 'never',
    };
    setPolicy(guide);
    portals = await startPortals();
    session = await launchWithExtension({ port: portals.port });

    // It gives no consent: nothing is registered, nothing is recorded.
    const own = await session.openOwn('options.html');
    await expect
      .poll(() => own.evaluate(() => chrome.storage.managed.get()))
      .toHaveProperty('structureOnly', true);
    expect(await own.evaluate(() => chrome.storage.local.get('consent'))).toEqual({});
    expect(await own.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);

    // The person may agree to everything; what the policy narrows stays narrow.
    await agree(session, 'values');
    const outside = await session.openTab('http://dj.qingshan.gov.cn/');
    await outside.mouse.click(600, 300);
    const inside = await session.openTab('http://mz.qingshan.gov.cn/');
    await inside.mouse.click(600, 300);
    const { platforms } = await waitForTables(
      session,
      ({ platforms: rows = [] }) => rows.length > 0,
    );
    await inside.waitForTimeout(1_500);
    expect((platforms as { id: string }[]).map((one) => one.id)).toEqual(['mz.qingshan.gov.cn']);
    expect((await readTables(session)).platforms).toHaveLength(1);

    // It is shown, every line of it.
    await own.reload();
    await expect.poll(() => own.locator('.policy .setting').count()).toBe(5);

    // Pause, withdrawal and wipe stay the person's.
    await own.evaluate(() => chrome.storage.local.set({ pause: { until: 'resumed' } }));
    expect(await own.evaluate(() => chrome.storage.local.get('pause'))).toEqual({
      pause: { until: 'resumed' },
    });
    expect(await own.locator('[data-action="wipe"]').isEnabled()).toBe(true);
  });

  it('says nothing of an organisation where the person installed it', async () => {
    setPolicy({});
    session = await launchWithExtension();
    await speakChinese(session);
    const page = await session.openOwn('welcome.html');
    await page.locator('h2').first().waitFor();
    expect(await page.evaluate(async () => (await chrome.management.getSelf()).installType)).toBe(
      'development',
    );
    expect(await page.locator('body').innerText()).not.toContain('单位统一安装');
  });
});

describe('a copy that was installed by policy', () => {
  it('tells that the decision is the person’s own', async () => {
    const session = await launchWithExtension();
    try {
      await speakChinese(session);
      const page = await session.openTab();
      // What the browser says of a copy that policy installed; installing one takes a store.
      await page.addInitScript(() => {
        const { management } = chrome;
        management.getSelf = ((answer?: (self: object) => void) => {
          const self = { installType: 'admin' };
          answer?.(self);
          return Promise.resolve(self);
        }) as typeof management.getSelf;
      });
      await page.goto(`chrome-extension://${session.extensionId}/welcome.html`);
      await expect
        .poll(() => page.locator('.notice').first().innerText())
        .toBe('本扩展由单位统一安装，是否同意由您本人决定；不同意则不记录，您的选择不会被上报。');
      // Installed is not agreed: nothing stands anywhere until the person's own click.
      expect(await page.evaluate(() => chrome.storage.local.get('consent'))).toEqual({});
      expect(await page.locator('[data-action="decline"]').isVisible()).toBe(true);
    } finally {
      await session.close();
    }
  });
});

async function speakChinese(session: Session): Promise<void> {
  const page = await session.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await page.close();
}
