import type { FrameLocator, Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import type { Enterprise, Official } from '../people';
import {
  type EntryOptions,
  exactly,
  type KeyedField,
  pickFiles,
  startEntry,
  typeInto,
  wordsOf,
} from './entry';

/** 安全生产检查, on Layui; the work happens inside an iframe of the shell. */

export const CHECK_FORM = '安全检查登记';

const work = (page: Page): FrameLocator => page.frameLocator('iframe[name=main]');

export async function openChecks(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.safety));
  await work(page).locator('.layui-table-main tr').first().waitFor();
}

export async function logIn(page: Page): Promise<void> {
  await page.goto(portalUrl(HOSTS.safety, '/login.html'));
  await typeInto(page, page.locator('input[name=username]'), 'chenzhiyuan');
  await typeInto(page, page.locator('input[name=password]'), 'Qs@2026');
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('iframe[name=main]').waitFor();
}

/** Searches the list by an enterprise's name. */
export async function searchChecks(page: Page, word: string): Promise<void> {
  await typeInto(page, work(page).getByPlaceholder('企业名称'), word);
  const answered = page.waitForResponse((response) => response.url().includes('/check/data'));
  await work(page).getByRole('button', { name: '搜索' }).click();
  await answered;
}

function item(frame: FrameLocator, label: string): Locator {
  const named = frame.locator('.layui-form-label').filter({ hasText: exactly(label) });
  // The label's own block: the inline one where several stand in one row.
  return named.locator('xpath=..');
}

/** Chooses today in the calendar that opens under a date field. */
async function chooseToday(frame: FrameLocator, field: Locator): Promise<void> {
  await field.click();
  await frame.locator('.layui-laydate:visible .laydate-btns-now').click();
}

export interface CheckData {
  readonly enterprise: Enterprise;
  readonly official: Official;
  readonly photo?: string;
  readonly creditCode?: string;
}

/** Opens the layer and fills it, but does not submit. */
export async function fillCheck(
  page: Page,
  { enterprise, official, photo, creditCode }: CheckData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  const frame = work(page);
  await frame.getByRole('button', { name: '新增检查' }).click();
  await frame.locator('#editor').waitFor();
  const input = (label: string): Locator => item(frame, label).locator('input:visible').first();
  const entry = startEntry(page, options);
  await entry.type('企业名称', input('企业名称'), enterprise.name);
  await entry.type('信用代码', input('信用代码'), creditCode ?? enterprise.creditCode);
  await entry.type('负责人', input('负责人'), enterprise.principal);
  await entry.type('联系电话', input('联系电话'), enterprise.phone);
  await entry.choose('检查日期', '今天', () => chooseToday(frame, input('检查日期')));
  await entry.choose('检查类型', '专项检查', async () => {
    await item(frame, '检查类型').locator('.layui-select-title').click();
    await item(frame, '检查类型')
      .locator('dd')
      .filter({ hasText: exactly('专项检查') })
      .click();
  });
  await entry.type('检查人员', input('检查人员'), official.name);
  await entry.choose('隐患等级', '较大隐患', () =>
    item(frame, '隐患等级').locator('.layui-form-radio').filter({ hasText: '较大隐患' }).click(),
  );
  const hazard = '仓库通道堆放杂物，灭火器压力不足，疏散指示标志损坏。';
  await entry.type('隐患描述', item(frame, '隐患描述').locator('textarea'), hazard);
  if (photo) {
    await pickFiles(page, frame.locator('#picker'), [photo]);
    await frame.locator('.layui-layer-msg').filter({ hasText: '上传成功' }).waitFor();
  }
  return entry.fields;
}

/** Presses 立即提交 and gives the words of the layer. */
export async function submitCheck(page: Page): Promise<string> {
  await work(page).getByRole('button', { name: '立即提交' }).click();
  const layer = work(page).locator('.layui-layer-msg').filter({ hasNotText: '上传成功' }).last();
  await layer.waitFor();
  const words = await wordsOf(layer);
  if (words === '保存成功') await work(page).locator('#editor').waitFor({ state: 'hidden' });
  return words;
}

/** Reviews the first hazard: fields in an inner iframe, the button 确定 in the layer around it. */
export async function reviewFirst(page: Page, official: Official): Promise<KeyedField[]> {
  const frame = work(page);
  await frame.locator('a[lay-event=review]:visible').first().click();
  const inner = frame.frameLocator('.layui-layer-iframe iframe');
  const input = (label: string): Locator => item(inner, label).locator('input:visible').first();
  await input('复查人').waitFor();
  const entry = startEntry(page);
  await entry.type('复查人', input('复查人'), official.name);
  await entry.choose('复查时间', '今天', () => chooseToday(inner, input('复查时间')));
  await entry.choose('复查结果', '已整改', () =>
    inner.locator('.layui-form-radio').filter({ hasText: '已整改' }).click(),
  );
  const detail = '通道已清理，灭火器已更换。';
  await entry.type('整改情况', item(inner, '整改情况').locator('textarea'), detail);
  await frame.locator('.layui-layer-btn0').click();
  await frame.locator('.layui-layer-msg').filter({ hasText: '复查结果已提交' }).waitFor();
  return entry.fields;
}

/** Edits one cell of the table in place. */
export async function editCell(page: Page, text: string): Promise<void> {
  const frame = work(page);
  await frame.locator('.layui-table-main td[data-field=state]').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await frame.locator('.layui-layer-msg').filter({ hasText: '修改成功' }).waitFor();
}
