import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { options as words } from '../../utils/i18n/options';
import { report } from '../../utils/i18n/report';
import { HOSTS } from '../portals/hosts';
import { CADRE, household } from '../portals/people';
import { type Portals, startPortals } from '../portals/server';
import * as civilAffairs from '../portals/steps/civil-affairs';
import * as relapse from '../portals/steps/relapse';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { waitForTables } from './records';

describe('the mark beside a field', () => {
  let portals: Portals;
  let session: Session;

  beforeAll(async () => {
    portals = await startPortals();
    session = await launchWithExtension({ port: portals.port });
    await agree(session, 'values');
    const page = await session.openTab();
    await relapse.openMonitoring(page);
    await relapse.fillMonitored(page, { house: household(0), official: CADRE });
    await relapse.submitMonitored(page);
    await waitForTables(session, ({ submissions = [] }) => submissions.length > 0);
    await page.close();
  });

  afterAll(async () => {
    await session?.close();
    await portals?.close();
  });

  const onRoot = (page: Awaited<ReturnType<Session['openTab']>>) =>
    page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return host.localName === 'div'
        ? {
            inner: host.shadowRoot,
            text: host.textContent,
            clicks: getComputedStyle(host).pointerEvents,
            height: host.offsetHeight,
          }
        : undefined;
    });

  it('shows only after the person has asked for it, takes no click, and goes when switched off', async () => {
    const page = await session.openTab(`http://${HOSTS.civilAffairs}/`);
    await civilAffairs.openApplications(page);
    await page.getByRole('button', { name: '新增' }).first().click();
    const dialog = page.locator('.el-dialog:visible').last();
    const fields = dialog.locator('input:visible:not([readonly])');
    await fields.first().click();
    await page.waitForTimeout(900);
    expect(await onRoot(page)).toBeUndefined();

    const options = await session.openOwn('options.html');
    await options.locator('input[name="hint"]').check();
    await options.close();
    await page.bringToFront();
    await page.waitForTimeout(300);
    await fields.nth(1).click();
    await fields.first().click();
    await expect.poll(() => onRoot(page)).toMatchObject({ inner: null, text: '', clicks: 'none' });
    expect((await onRoot(page))?.height).toBeGreaterThan(10);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/hint.png` });

    const again = await session.openOwn('options.html');
    await again.locator('input[name="hint"]').uncheck();
    await again.close();
    await expect.poll(() => onRoot(page)).toBeUndefined();
    await page.close();
    expect(session.pageErrors).toEqual([]);
  });

  it('keeps two choices made at once, though the page is closed in the same moment', async () => {
    const options = await session.openOwn('options.html');
    await options.locator('input[name="badge"]').waitFor();
    await options.evaluate(() => {
      for (const name of ['hint', 'badge']) {
        document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.click();
      }
    });
    await options.close();
    const again = await session.openOwn('options.html');
    await expect
      .poll(() => again.locator('input[name="hint"]:checked, input[name="badge"]:checked').count())
      .toBe(2);
    for (const name of ['hint', 'badge']) await again.locator(`input[name="${name}"]`).uncheck();
    await expect
      .poll(() => again.evaluate(async () => (await chrome.storage.local.get('settings')).settings))
      .toMatchObject({ hint: false, badge: false });
    await again.close();
  });

  it('says where the choice could not be stored, and shows what is', async () => {
    const options = await session.openOwn('options.html');
    await options.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      await chrome.storage.local.set({ settings: { ...settings, language: 'zh_CN' } });
      const { set } = chrome.storage.local;
      Object.assign(globalThis, { makeRoom: () => Object.assign(chrome.storage.local, { set }) });
      chrome.storage.local.set = () => {
        throw new Error('no room');
      };
    });
    const hint = options.locator('input[name="hint"]');
    await hint.click();
    await options.getByText(report.notSaved.zh_CN).waitFor();
    expect(await hint.isChecked()).toBe(false);
    if (process.env.SHOTS) {
      for (const width of [400, 1400]) {
        await options.setViewportSize({ width, height: 800 });
        await options.screenshot({ path: `${process.env.SHOTS}/not-saved-${width}.png` });
      }
    }

    await options.evaluate('makeRoom()');
    await hint.click();
    await options.getByText(words.saved.zh_CN, { exact: true }).waitFor();
    expect(await hint.isChecked()).toBe(true);
    expect(await options.getByText(report.notSaved.zh_CN).count()).toBe(0);
    await options.close();
    expect(session.pageErrors).toEqual([]);
  });
});
