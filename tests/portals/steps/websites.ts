import type { Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import { typeInto } from './entry';

/** The live portal, the neglected site and the closed one: plain server-rendered pages. */

export async function openPortal(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.portal));
}

/** Opens a column of the live portal or of the neglected site by its navigation. */
export async function openColumn(page: Page, name: string): Promise<void> {
  await page.locator('.nav a, .n a').filter({ hasText: name }).first().click();
  await page.waitForLoadState('load');
}

/** Opens the article of a column at `index`, 0 being the newest. */
export async function openArticle(page: Page, index: number): Promise<void> {
  await page.locator('.box li a').nth(index).click();
  await page.locator('.article').waitFor();
}

/** Confirms the receipt of the opened notice. */
export async function confirmReceipt(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认签收' }).click();
  await page.getByRole('heading', { name: '签收成功' }).waitFor();
}

/** Searches the live portal; nothing is found. */
export async function searchPortal(page: Page, word: string): Promise<void> {
  await typeInto(page, page.getByPlaceholder('请输入关键字'), word);
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('heading', { name: '搜索结果' }).waitFor();
}

/** Leaves words in the guest book of the live portal. */
export async function leaveWords(page: Page, words: string): Promise<void> {
  await openColumn(page, '互动交流');
  await typeInto(page, page.locator('input[name=xm]'), '村民');
  await typeInto(page, page.locator('textarea[name=nr]'), words);
  await page.getByRole('button', { name: '提 交' }).click();
  await page.getByRole('heading', { name: '留言成功' }).waitFor();
}

export async function openZombie(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.zombie));
}

export async function openClosed(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.closed));
}
