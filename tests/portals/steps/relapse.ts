import type { Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import type { Household, Official } from '../people';
import {
  type Entry,
  type EntryOptions,
  exactly,
  type KeyedField,
  pickFiles,
  pickOption,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 防返贫监测, on Element Plus. */

export const MONITOR_FORM = '新增监测对象';

export async function openMonitoring(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.relapse));
  await page.locator('.el-table__row').first().waitFor();
}

/** Searches the list by a keyword. */
export async function searchMonitored(page: Page, keyword: string): Promise<void> {
  await typeInto(page, page.getByPlaceholder('户主姓名/公民身份号码'), keyword);
  const answered = page.waitForResponse((response) => response.url().includes('/monitor/list'));
  await page.getByRole('button', { name: '查询' }).click();
  await answered;
  await page.getByRole('button', { name: '重置' }).click();
}

function drawer(page: Page): Locator {
  return page.locator('.el-drawer:visible');
}

function item(page: Page, label: string): Locator {
  return drawer(page)
    .locator('.el-form-item')
    .filter({ has: page.locator('.el-form-item__label').filter({ hasText: exactly(label) }) });
}

const input = (page: Page, label: string): Locator => item(page, label).locator('input').first();

async function select(page: Page, label: string, option: string): Promise<void> {
  await item(page, label).locator('.el-select__wrapper').click();
  await pickOption(
    page.locator('.el-select-dropdown__item:visible').filter({ hasText: exactly(option) }),
  );
}

const next = (page: Page): Promise<void> =>
  drawer(page).getByRole('button', { name: '下一步' }).click();

export interface MonitorData {
  readonly house: Household;
  readonly official: Official;
  readonly photo?: string;
  /** The clipboard holds the ID number: paste it instead of typing. */
  readonly pasteIdNumber?: boolean;
  readonly idNumber?: string;
}

async function fillPerson(
  entry: Entry,
  { house, pasteIdNumber, idNumber }: MonitorData,
): Promise<void> {
  const { page } = entry;
  await entry.type('户主', input(page, '户主'), house.name);
  if (pasteIdNumber) {
    await entry.paste('公民身份号码', input(page, '公民身份号码'), house.idNumber);
  } else {
    await entry.type('公民身份号码', input(page, '公民身份号码'), idNumber ?? house.idNumber);
  }
  await entry.type('手机号码', input(page, '手机号码'), house.phone);
  await entry.type('常住人口数', input(page, '常住人口数'), String(house.size - 1));
  await entry.choose('行政村', house.village, () => select(page, '行政村', house.village));
  await entry.type('户籍地址', input(page, '户籍地址'), house.address);
}

async function fillRisk(entry: Entry, { house }: MonitorData): Promise<void> {
  const { page } = entry;
  await entry.choose('监测对象类别', '突发严重困难户', () =>
    item(page, '监测对象类别').locator('.el-radio').filter({ hasText: '突发严重困难户' }).click(),
  );
  await entry.choose('致贫返贫风险', house.risk, () => select(page, '致贫返贫风险', house.risk));
  const income = '年人均纯收入（元）';
  await entry.type(income, input(page, income), String(house.incomePerHead));
  await entry.type('惠民惠农卡号', input(page, '惠民惠农卡号'), house.bankAccount);
  await entry.choose('纳入监测时间', '今天', async () => {
    await input(page, '纳入监测时间').click();
    await page.locator('.el-picker-panel:visible .el-date-table td.today').click();
  });
}

async function fillHelp(entry: Entry, { official, photo }: MonitorData): Promise<void> {
  const { page } = entry;
  const measures = '落实低保兜底，协调公益性岗位一个，按月入户走访。';
  await entry.type('帮扶措施', item(page, '帮扶措施').locator('textarea'), measures);
  await entry.type('帮扶责任人', input(page, '帮扶责任人'), official.name);
  await entry.type('帮扶责任人电话', input(page, '帮扶责任人电话'), official.phone);
  if (photo) {
    await pickFiles(page, item(page, '入户核查照片').locator('.el-upload button'), [photo]);
    await item(page, '入户核查照片').locator('.el-upload-list__item.is-success').waitFor();
  }
}

/** Goes through the three steps of the drawer up to, but not including, 提交. */
export async function fillMonitored(
  page: Page,
  data: MonitorData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await page.getByRole('button', { name: MONITOR_FORM }).click();
  await drawer(page).waitFor();
  const entry = startEntry(page, options);
  await fillPerson(entry, data);
  await next(page);
  await item(page, '监测对象类别').waitFor();
  await fillRisk(entry, data);
  await next(page);
  await item(page, '帮扶措施').waitFor();
  await fillHelp(entry, data);
  return entry.fields;
}

/** Presses 提交 and gives the words of the toast. */
export async function submitMonitored(page: Page): Promise<string> {
  await drawer(page).getByRole('button', { name: '提交' }).click();
  const toast = page.locator('.el-message').filter({ hasNotText: '图片上传成功' }).last();
  await toast.waitFor();
  const words = await wordsOf(toast);
  if (words === '提交成功') await drawer(page).waitFor({ state: 'hidden' });
  return words;
}

/** Fills the first step only and keeps it as a draft. */
export async function draftMonitored(page: Page, data: MonitorData): Promise<KeyedField[]> {
  await page.getByRole('button', { name: MONITOR_FORM }).click();
  await drawer(page).waitFor();
  const entry = startEntry(page);
  await fillPerson(entry, data);
  await drawer(page).getByRole('button', { name: '保存草稿' }).click();
  await page.locator('.el-message').filter({ hasText: '草稿已保存' }).waitFor();
  await drawer(page).waitFor({ state: 'hidden' });
  return entry.fields;
}
