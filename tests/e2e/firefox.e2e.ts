import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Portals, startPortals } from '../portals/server';
import { type FirefoxSession, findFirefox, launchFirefox } from './firefox';

const firefox = findFirefox();
if (firefox === undefined) {
  console.log('Firefox was not found and could not be installed: its smoke test is skipped.');
}

describe.runIf(firefox !== undefined)('the Firefox build', () => {
  let portals: Portals;
  let session: FirefoxSession;

  beforeAll(async () => {
    portals = await startPortals();
    session = await launchFirefox(firefox ?? '', portals.port);
  }, 120_000);

  afterAll(async () => {
    await session?.close();
    await portals?.close();
  });

  it('records nothing before the person agrees', async () => {
    await session.open('http://mz.qingshan.gov.cn/');
    await session.openOwn('options.html');
    const scripts = await session.evaluate<number>(
      'return (await browser.scripting.getRegisteredContentScripts()).length;',
    );
    expect(scripts).toBe(0);
  });

  it('records a government portal after consent by click', async () => {
    await session.allow('*://*.gov.cn/*');
    await session.openOwn('welcome.html');
    await expect
      .poll(() =>
        session.evaluate<boolean>(
          `return !!document.querySelector('[data-action="agree-times"]');`,
        ),
      )
      .toBe(true);
    await session.click('[data-action="agree-times"]');
    await expect
      .poll(
        () =>
          session.evaluate<number>(
            'return (await browser.scripting.getRegisteredContentScripts()).length;',
          ),
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await session.open('http://mz.qingshan.gov.cn/');
    await session.click('body');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await session.openOwn('options.html');
    await expect
      .poll(
        () =>
          session.evaluate<string[]>(`
            const database = await new Promise((resolve, reject) => {
              const request = indexedDB.open('qingzhuang');
              request.onsuccess = () => resolve(request.result);
              request.onerror = () => reject(request.error);
            });
            const rows = await new Promise((resolve) => {
              const request = database.transaction('platforms').objectStore('platforms').getAll();
              request.onsuccess = () => resolve(request.result);
            });
            database.close();
            return rows.map(({ id }) => id);`),
        { timeout: 20_000 },
      )
      .toContain('mz.qingshan.gov.cn');
  });

  it('shows the weekly summary', async () => {
    await session.openOwn('report.html');
    await expect
      .poll(() => session.evaluate<string>('return document.body.innerText;'), { timeout: 20_000 })
      .toMatch(/小结|summary/i);
  });
});
