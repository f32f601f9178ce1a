import type { Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import type { Household, Official } from '../people';
import {
  type EntryOptions,
  exactly,
  type KeyedField,
  pickFiles,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 网格事件, on Ant Design Vue. */

export const VISIT_FORM = '居民走访登记';

export async function openGrid(page: Page): Promise<void> {
  const loaded = page.waitForResponse((response) => response.url().endsWith('/grid/state'));
  await page.goto(portalUrl(HOSTS.grid));
  await loaded;
  await page.locator('.ant-menu-item').first().waitFor();
}

async function goTo(page: Page, menu: string): Promise<void> {
  await page
    .locator('.ant-menu-item')
    .filter({ hasText: exactly(menu) })
    .click();
}

function item(page: Page, label: string, within: Locator = page.locator('body')): Locator {
  return within.locator('.ant-form-item').filter({ has: page.locator(`label[title="${label}"]`) });
}

const input = (page: Page, label: string, within?: Locator): Locator =>
  item(page, label, within).locator('input, textarea').first();

async function chooseToday(page: Page, label: string, within?: Locator): Promise<void> {
  await input(page, label, within).click();
  await page.locator('.ant-picker-dropdown:visible .ant-picker-cell-today').click();
}

/** Presses the floating 走访打卡; it then reads 已打卡. */
export async function clockIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '走访打卡' }).click();
  await page.getByRole('button', { name: '已打卡' }).waitFor();
}

async function toast(page: Page): Promise<string> {
  const shown = page.locator('.ant-message-notice').last();
  await shown.waitFor();
  return wordsOf(shown);
}

/** Fills the record of a visit to a household, but does not submit. */
export async function fillVisit(
  page: Page,
  { house, official }: { readonly house: Household; readonly official: Official },
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await goTo(page, '走访登记');
  await item(page, '居民姓名').waitFor();
  const entry = startEntry(page, options);
  await entry.type('居民姓名', input(page, '居民姓名'), house.name);
  await entry.type('证件号码', input(page, '证件号码'), house.idNumber);
  await entry.type('联系方式', input(page, '联系方式'), house.phone);
  const gridName = `${house.village}第一网格`;
  await entry.choose('所属网格', gridName, async () => {
    await item(page, '所属网格').locator('.ant-select').click();
    await page
      .locator('.ant-select-tree-title:visible')
      .filter({ hasText: exactly(gridName) })
      .click();
  });
  await entry.type('现住地址', input(page, '现住地址'), house.address);
  await entry.choose('走访日期', '今天', () => chooseToday(page, '走访日期'));
  await entry.choose('走访方式', '入户', () =>
    item(page, '走访方式').locator('.ant-radio-wrapper').filter({ hasText: '入户' }).click(),
  );
  const detail = '入户了解生活用药情况，宣传医保缴费，提醒用火用电安全。';
  await entry.compose('走访情况', input(page, '走访情况'), detail);
  await entry.type('走访人', input(page, '走访人'), official.name);
  return entry.fields;
}

/** Submits the visit record and gives the words of the toast. */
export async function submitVisit(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^提\s*交$/ }).click();
  return toast(page);
}

export interface EventData {
  readonly official: Official;
  readonly photo?: string;
}

/** Reports an event in the modal. */
export async function reportEvent(
  page: Page,
  { official, photo }: EventData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await goTo(page, '事件管理');
  await page.getByRole('button', { name: '上报事件' }).click();
  const modal = page.locator('.ant-modal:visible');
  await modal.waitFor();
  const entry = startEntry(page, options);
  await entry.choose('事件类型', '公共设施', async () => {
    await item(page, '事件类型', modal).locator('.ant-select').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: exactly('公共设施') })
      .click();
  });
  await entry.type('事件名称', input(page, '事件名称', modal), '柳溪村三组路面塌陷');
  await entry.type('发生地点', input(page, '发生地点', modal), '柳溪村三组水渠旁');
  await entry.choose('发生时间', '今天', () => chooseToday(page, '发生时间', modal));
  const content = '雨后路面塌陷约两平方米，已设置警示标志，请安排修复。';
  await entry.type('事件描述', input(page, '事件描述', modal), content);
  await entry.type('涉及人数', input(page, '涉及人数', modal), '0');
  await entry.type('上报人', input(page, '上报人', modal), official.name);
  await entry.type('上报人电话', input(page, '上报人电话', modal), official.phone);
  if (photo) {
    await pickFiles(page, item(page, '现场图片', modal).locator('button').first(), [photo]);
    await item(page, '现场图片', modal).locator('.ant-upload-list-item-done').waitFor();
  }
  await modal.getByRole('button', { name: /^上\s*报$/ }).click();
  const words = await toast(page);
  if (words !== '上报成功') throw new Error(`The event was answered: ${words}`);
  await modal.waitFor({ state: 'hidden' });
  return entry.fields;
}

/** Confirms the first `count` unread notices one by one. */
export async function confirmNotices(page: Page, count: number): Promise<void> {
  await goTo(page, '消息通知');
  for (let i = 0; i < count; i++) {
    const button = page.getByRole('button', { name: '确认已读' }).first();
    const answered = page.waitForResponse((response) => response.url().endsWith('/notice/read'));
    await button.click();
    await answered;
  }
}

/** Marks all notices read with one click; gives how many there are in the list. */
export async function readAll(page: Page): Promise<number> {
  await goTo(page, '消息通知');
  await page.getByRole('button', { name: '一键已读' }).click();
  await page.locator('.ant-message-notice').filter({ hasText: '全部已读' }).waitFor();
  return page.locator('.ant-list-item').count();
}

/** Searches the list of events. */
export async function searchEvents(page: Page, code: string): Promise<void> {
  await goTo(page, '事件管理');
  await typeInto(page, input(page, '事件编号'), code);
  await page.getByRole('button', { name: /^查\s*询$/ }).click();
  await page.locator('.ant-message-notice').filter({ hasText: '查询完成' }).waitFor();
}
