import type { Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import type { Household, Official } from '../people';
import {
  buttonIn,
  copyText,
  type EntryOptions,
  exactly,
  type KeyedField,
  pickFiles,
  pickOption,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 民政低保, on Element UI. */

export const DIBAO_FORM = '新增低保申请';

/** Opens the list of applications. */
export async function openApplications(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.civilAffairs, '/'));
  await page.locator('.el-menu-item').filter({ hasText: '低保申请管理' }).click();
  await page.locator('.el-table__row').first().waitFor();
}

/** Logs in on the login page and arrives on the home page. */
export async function logIn(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.civilAffairs, '/login'));
  await typeInto(page, page.getByPlaceholder('账号'), 'chenzhiyuan');
  await typeInto(page, page.getByPlaceholder('密码'), 'Qs@2026');
  await typeInto(page, page.getByPlaceholder('验证码'), '8');
  await page.locator('.login-form button').click();
  await page.locator('.app-wrapper').waitFor();
}

/** Searches the list by the householder's name, reads the result and resets the search. */
export async function searchApplications(page: Page, name: string): Promise<void> {
  const bar = page.locator('.app-container > form');
  await typeInto(page, bar.getByPlaceholder('请输入户主姓名'), name);
  const answered = page.waitForResponse((response) => response.url().includes('/dibao/list'));
  await buttonIn(bar, '搜索').click();
  await answered;
  const again = page.waitForResponse((response) => response.url().includes('/dibao/list'));
  await buttonIn(bar, '重置').click();
  await again;
}

function dialog(page: Page): Locator {
  return page.locator('.el-dialog:visible').filter({ hasText: '申请原因' });
}

function item(page: Page, label: string): Locator {
  return dialog(page)
    .locator('.el-form-item')
    .filter({ has: page.locator('.el-form-item__label').filter({ hasText: exactly(label) }) });
}

const input = (page: Page, label: string): Locator => item(page, label).locator('input').first();

async function select(page: Page, label: string, option: string): Promise<void> {
  await input(page, label).click();
  await pickOption(
    page
      .locator('.el-select-dropdown:visible .el-select-dropdown__item')
      .filter({ hasText: exactly(option) }),
  );
}

export interface DibaoData {
  readonly house: Household;
  readonly official: Official;
  /** Path of the visit photograph; none is uploaded if absent. */
  readonly photo?: string;
  /** Another telephone number than the household's own, to be refused. */
  readonly phone?: string;
}

/** Opens the dialogue and fills it, but does not submit. */
export async function fillApplication(
  page: Page,
  { house, official, photo, phone }: DibaoData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await buttonIn(page, '新增').click();
  await dialog(page).waitFor();
  const entry = startEntry(page, options);
  await entry.type('户主姓名', input(page, '户主姓名'), house.name);
  await entry.type('身份证号', input(page, '身份证号'), house.idNumber);
  await entry.type('联系电话', input(page, '联系电话'), phone ?? house.phone);
  await entry.type('家庭人口', input(page, '家庭人口'), String(house.size));
  await entry.choose('所属村(社区)', `青山镇 / ${house.village} / ${house.group}`, async () => {
    await input(page, '所属村(社区)').click();
    for (const step of ['青山镇', house.village, house.group]) {
      await page
        .locator('.el-cascader__dropdown:visible .el-cascader-node')
        .filter({ hasText: exactly(step) })
        .click();
    }
  });
  await entry.type('家庭住址', input(page, '家庭住址'), house.address);
  await entry.choose('低保类别', '农村低保', () =>
    item(page, '低保类别').locator('.el-radio').filter({ hasText: '农村低保' }).click(),
  );
  await entry.choose('致贫原因', house.cause, () => select(page, '致贫原因', house.cause));
  await entry.type('家庭月收入', input(page, '家庭月收入'), String(house.monthlyIncome));
  await entry.choose('申请日期', '今天', async () => {
    await input(page, '申请日期').click();
    await page.locator('.el-picker-panel:visible .el-date-table td.today').click();
  });
  await entry.type('银行账号', input(page, '银行账号'), house.bankAccount);
  await entry.choose('开户银行', house.bank, () => select(page, '开户银行', house.bank));
  await entry.compose('申请原因', item(page, '申请原因').locator('textarea'), house.reason);
  if (photo) await uploadPhoto(page, photo);
  await entry.type('经办人电话', input(page, '经办人电话'), official.phone);
  return entry.fields;
}

/** Uploads a photograph in the open dialogue and waits until the server has it. */
export async function uploadPhoto(page: Page, photo: string): Promise<void> {
  const done = item(page, '入户照片').locator('.el-upload-list__item.is-success');
  const before = await done.count();
  await pickFiles(page, item(page, '入户照片').locator('.el-upload'), [photo]);
  await done.nth(before).waitFor();
}

/** Types the telephone number of the open dialogue anew. */
export async function correctPhone(page: Page, phone: string): Promise<KeyedField> {
  await typeInto(page, input(page, '联系电话'), phone);
  return { label: '联系电话', how: 'typed', value: phone };
}

/** Presses 确 定 and waits for the toast that tells the outcome; gives its words. */
export async function submitApplication(page: Page): Promise<string> {
  await buttonIn(dialog(page), '确 定').click();
  const toast = page.locator('.el-message').filter({ hasNotText: '上传成功' }).last();
  await toast.waitFor();
  const words = await wordsOf(toast);
  if (words === '新增成功') await dialog(page).waitFor({ state: 'hidden' });
  return words.trim();
}

/** Puts the open dialogue away as a draft. */
export async function saveDraft(page: Page): Promise<void> {
  await buttonIn(dialog(page), '暂 存').click();
  await page.locator('.el-message').filter({ hasText: '暂存成功' }).waitFor();
}

/** Closes the dialogue without saving. */
export async function cancelApplication(page: Page): Promise<void> {
  await buttonIn(dialog(page), '取 消').click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Opens the first record for editing, types another address and saves. */
export async function editFirst(page: Page, address: string): Promise<KeyedField[]> {
  await buttonIn(page, '修改').first().click();
  const entry = startEntry(page);
  await entry.type('家庭住址', input(page, '家庭住址'), address);
  await buttonIn(dialog(page), '确 定').click();
  await page.locator('.el-message').filter({ hasText: '修改成功' }).waitFor();
  return entry.fields;
}

/** Reads a record, leaves a comment under it and closes it. */
export async function viewAndComment(page: Page, words: string): Promise<void> {
  await buttonIn(page, '查看').first().click();
  const details = page.locator('.el-dialog:visible');
  await typeInto(page, details.getByPlaceholder('说点什么…'), words);
  await buttonIn(details, '发表评论').click();
  await page.locator('.el-message').filter({ hasText: '发表成功' }).waitFor();
  await details.locator('.el-dialog__headerbtn').click();
  await details.waitFor({ state: 'hidden' });
}

/** Copies the ID number shown in the list row of a householder. */
export async function copyListedIdNumber(page: Page, house: Household): Promise<void> {
  const cell = page.locator('.el-table__row .cell').filter({ hasText: exactly(house.idNumber) });
  await copyText(page, cell);
}
