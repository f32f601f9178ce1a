import type { Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import { type Household, VILLAGES } from '../people';
import {
  type EntryOptions,
  exactly,
  type KeyedField,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 农业统计, on jQuery EasyUI. */

export const FARMER_FORM = '农户种植情况登记';

export async function openAgriculture(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.agriculture));
  await page.locator('.datagrid-row').first().waitFor();
}

function item(page: Page, label: string): Locator {
  return page
    .locator('#farmer .fitem')
    .filter({ has: page.locator('label').filter({ hasText: exactly(`${label}:`) }) });
}

const input = (page: Page, label: string): Locator => item(page, label).locator('.textbox-text');

/** The statistical system lists villages with a number before the name. */
const villageOption = (village: string): string =>
  `${String(VILLAGES.indexOf(village) + 1).padStart(2, '0')} ${village}`;

/** Opens the dialogue and fills it, but does not submit. `rice` may be given too large on purpose. */
export async function fillFarmer(
  page: Page,
  { house, rice }: { readonly house: Household; readonly rice?: number },
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await page.locator('.l-btn').filter({ hasText: '新增农户' }).click();
  await page.locator('#farmer').waitFor();
  const entry = startEntry(page, options);
  await entry.type('户主姓名', input(page, '户主姓名'), house.name);
  await entry.type('身份证号码', input(page, '身份证号码'), house.idNumber);
  await entry.type('联系电话', input(page, '联系电话'), house.phone);
  const option = villageOption(house.village);
  await entry.choose('所在村', option, async () => {
    await item(page, '所在村').locator('.combo-arrow').click();
    await page
      .locator('.combobox-item:visible')
      .filter({ hasText: exactly(option) })
      .click();
  });
  await entry.type('一卡通账号', input(page, '一卡通账号'), house.bankAccount);
  await entry.type('耕地面积', input(page, '耕地面积'), String(house.arable));
  await entry.type('水稻种植面积', input(page, '水稻种植面积'), String(rice ?? house.rice));
  await entry.type('玉米种植面积', input(page, '玉米种植面积'), String(house.corn));
  await entry.choose('调查日期', '今天', async () => {
    await item(page, '调查日期').locator('.combo-arrow').click();
    await page.locator('.datebox-button-a:visible').filter({ hasText: '今天' }).click();
  });
  return entry.fields;
}

/** Types the rice area of the open dialogue anew. */
export async function correctRice(page: Page, rice: number): Promise<void> {
  await typeInto(page, input(page, '水稻种植面积'), String(rice));
}

/** Presses 保存 and gives the words of the message; an error box is closed again. */
export async function submitFarmer(page: Page): Promise<string> {
  await page.locator('#farmerButtons .l-btn').filter({ hasText: '保存' }).click();
  const shown = page.locator('.messager-body:visible').last();
  await shown.waitFor();
  const words = await wordsOf(shown);
  const confirm = page.locator('.messager-window:visible .messager-button .l-btn');
  if (await confirm.count()) await confirm.first().click();
  return words;
}

/** Edits the sown area and the output of a row of the grid and saves the row. */
export async function editCropRow(
  page: Page,
  row: number,
  { sown, output }: { readonly sown: string; readonly output: string },
): Promise<KeyedField[]> {
  await page.locator('.tabs-title').filter({ hasText: '作物播种面积' }).click();
  const line = page.locator('.datagrid-view2 .datagrid-row:visible').nth(row);
  await line.dblclick();
  const cell = (field: string): Locator => line.locator(`td[field=${field}] .textbox-text`);
  await cell('sown').waitFor();
  const entry = startEntry(page);
  await entry.type('播种面积（亩）', cell('sown'), sown);
  await entry.type('总产量（公斤）', cell('output'), output);
  await page.locator('#cropBar .l-btn').filter({ hasText: '保存本行' }).click();
  await page.locator('.messager-body:visible').filter({ hasText: '保存成功' }).last().waitFor();
  return entry.fields;
}
