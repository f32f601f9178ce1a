import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';

describe('the summary by keyboard alone', () => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await launchWithExtension();
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await page?.close();
    page = await session.openOwn('report.html#view=sample');
    await page.locator('[data-figure="reentry.ms"]').first().waitFor();
  });

  /** What has the focus: its `data-figure`, `data-action` or tag, and whether that can be seen. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: element.dataset.figure ?? element.dataset.action ?? element.localName,
        seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        inDialog: element.closest('dialog') !== null,
      };
    });

  it('shows where the focus is, everywhere, and comes by every figure of the headline', async () => {
    const met: string[] = [];
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await focused();
      if (name === 'body') break;
      expect({ name, seen }).toEqual({ name, seen: true });
      met.push(name);
    }
    for (const figure of ['time.working', 'reentry.ms', 'actions.total', 'zombies.count']) {
      expect(met).toContain(figure);
    }
  });

  it('opens a figure, keeps the focus in its dialog, and gives it back on Escape', async () => {
    await page.locator('[data-figure="reentry.ms"]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    for (let tabs = 0; tabs < 8; tabs += 1) {
      const { name, inDialog } = await focused();
      // Between the last and the first control the browser's own bar may be passed.
      expect({ name, held: inDialog || name === 'body' }).toEqual({ name, held: true });
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await focused()).name).toBe('reentry.ms');
  });

  it('opens a menu, walks its choices, and closes it on Escape', async () => {
    const menu = page.locator('summary[data-action="export"]');
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('details[open] .menu-item:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('details.menu[open]').count()).toBe(0);
    expect((await focused()).name).toBe('export');
  });
});
