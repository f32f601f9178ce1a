import type { Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import type { Household, Official } from '../people';
import {
  dropFiles,
  type EntryOptions,
  exactly,
  type KeyedField,
  pickFiles,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 党建, on Ant Design for React. */

export const CONDOLENCE_FORM = '走访慰问登记';
export const MEETING_FORM = '三会一课记录';

export async function openParty(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.party));
  await page.locator('.ant-menu-item').first().waitFor();
}

/** Goes to a view by the menu at the side. */
async function goTo(page: Page, menu: string): Promise<void> {
  await page
    .locator('.ant-menu-item')
    .filter({ hasText: exactly(menu) })
    .click();
}

/** Logs in by a code sent to the telephone; the countdown of the button runs. */
export async function logInBySms(page: Page, phone: string): Promise<void> {
  await page.goto(portalUrl(HOSTS.party, '/login'));
  await typeInto(page, page.getByPlaceholder('手机号'), phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('button', { name: '秒后重新获取' }).waitFor();
  await typeInto(page, page.getByPlaceholder('短信验证码'), '402816');
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await page.locator('.ant-menu-item').first().waitFor();
}

/** Presses 签到 on the home view; the button then reads 已签到. */
export async function checkIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^签\s*到$/ }).click();
  await page.getByRole('button', { name: '已签到' }).waitFor();
}

function item(page: Page, label: string): Locator {
  return page.locator('.ant-form-item').filter({ has: page.locator(`label[title="${label}"]`) });
}

const input = (page: Page, label: string): Locator =>
  item(page, label).locator('input, textarea').first();

async function chooseToday(page: Page, label: string): Promise<void> {
  await input(page, label).click();
  await page.locator('.ant-picker-dropdown:visible .ant-picker-cell-today').click();
}

/** Submits the form of the open view and gives the words of the toast. */
export async function submitForm(page: Page): Promise<string> {
  const toast = page.locator('.ant-message-notice').filter({ hasNotText: '上传成功' }).last();
  // The words of an earlier submission are no answer to this one.
  await toast.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^提\s*交$/ }).click();
  await toast.waitFor();
  return wordsOf(toast);
}

export interface CondolenceData {
  readonly house: Household;
  readonly photo?: string;
}

/** Fills the record of a visit of condolence, but does not submit. */
export async function fillCondolence(
  page: Page,
  { house, photo }: CondolenceData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await goTo(page, '走访慰问');
  await item(page, '慰问对象').waitFor();
  const entry = startEntry(page, options);
  await entry.type('慰问对象', input(page, '慰问对象'), house.name);
  await entry.type('身份证号码', input(page, '身份证号码'), house.idNumber);
  await entry.type('联系方式', input(page, '联系方式'), house.phone);
  await entry.type('家庭地址', input(page, '家庭地址'), house.address);
  await entry.choose('慰问日期', '今天', () => chooseToday(page, '慰问日期'));
  await entry.type('慰问金额（元）', input(page, '慰问金额（元）'), '300');
  const detail = '送去米、油和慰问金，了解冬季取暖和用药情况。';
  await entry.type('慰问详情', input(page, '慰问详情'), detail);
  if (photo) {
    await pickFiles(page, item(page, '现场照片').getByRole('button', { name: '上传照片' }), [
      photo,
    ]);
    await item(page, '现场照片').locator('.ant-upload-list-item-done').waitFor();
  }
  return entry.fields;
}

export interface MeetingData {
  readonly official: Official;
  readonly recorder: Official;
  /** Dropped onto the place for meeting photographs. */
  readonly photo?: string;
  /** Picked as the signature sheet. */
  readonly signSheet?: string;
  readonly actual?: number;
}

/** Fills the record of a party meeting, but does not submit. */
export async function fillMeeting(
  page: Page,
  { official, recorder, photo, signSheet, actual = 17 }: MeetingData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await goTo(page, '三会一课');
  await item(page, '会议类型').waitFor();
  const entry = startEntry(page, options);
  await entry.choose('会议类型', '支部党员大会', async () => {
    await item(page, '会议类型').locator('.ant-select').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: exactly('支部党员大会') })
      .click();
  });
  await entry.type('会议主题', input(page, '会议主题'), '学习整治形式主义为基层减负规定');
  await entry.choose('会议时间', '今天', () => chooseToday(page, '会议时间'));
  await entry.type('会议地点', input(page, '会议地点'), '镇政府三楼会议室');
  await entry.type('主持人', input(page, '主持人'), official.name);
  await entry.type('记录人', input(page, '记录人'), recorder.name);
  await entry.type('应到人数', input(page, '应到人数'), '19');
  await entry.type('实到人数', input(page, '实到人数'), String(actual));
  const content = '会议传达学习有关规定，讨论精简报表、减少重复填报的具体措施。';
  await entry.type('会议内容', input(page, '会议内容'), content);
  if (photo) {
    await dropFiles(page, item(page, '会议照片').locator('.ant-upload-drag'), [photo]);
    await item(page, '会议照片').locator('.ant-upload-list-item-done').waitFor();
  }
  if (signSheet) {
    const opener = item(page, '签到表').getByRole('button', { name: '上传签到表' });
    await pickFiles(page, opener, [signSheet]);
    await item(page, '签到表').locator('.ant-upload-list-item-done').waitFor();
  }
  return entry.fields;
}

/** Writes and hands in notes of study. */
export async function handInNotes(page: Page, topic: string, notes: string): Promise<KeyedField[]> {
  await goTo(page, '学习心得');
  await item(page, '学习主题').waitFor();
  const entry = startEntry(page);
  await entry.type('学习主题', input(page, '学习主题'), topic);
  await entry.type('心得体会', input(page, '心得体会'), notes);
  const words = await submitForm(page);
  if (words !== '提交成功') throw new Error(`The notes were answered: ${words}`);
  return entry.fields;
}

/** Likes the first note of others. */
export async function likeFirst(page: Page): Promise<void> {
  await goTo(page, '学习心得');
  const first = page.locator('.ant-list-item').first();
  await first.getByRole('button', { name: /^点\s*赞$/ }).click();
  await first.getByRole('button', { name: '已点赞' }).waitFor();
}

/** Comments under the notes of others. */
export async function comment(page: Page, words: string): Promise<void> {
  await goTo(page, '学习心得');
  await typeInto(page, page.getByPlaceholder('写下你的评论'), words);
  await page.getByRole('button', { name: '发表评论' }).click();
  await page.locator('.ant-message-notice').filter({ hasText: '评论成功' }).waitFor();
}
