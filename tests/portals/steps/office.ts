import type { Dialog, Frame, Locator, Page } from 'playwright-core';
import { HOSTS, portalUrl, REGISTER_INTRANET } from '../hosts';
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

/** 办公自动化: bare JSP pages, two frames deep; and the village register beside it. */

export const HARDSHIP_FORM = '青山镇困难群众情况登记表';

/** Logs in by the classic form and arrives in the frames. `host` may be the bare address. */
export async function logIn(page: Page, host: string = HOSTS.office): Promise<void> {
  await page.goto(portalUrl(host, '/login.jsp'));
  await typeInto(page, page.locator('input[name=yhm]'), 'chenzhiyuan');
  await typeInto(page, page.locator('input[name=mm]'), 'Qs@2026');
  await page.getByRole('button', { name: '登 录' }).click();
  await page.waitForURL('**/main.jsp');
}

/** Opens the frames without logging in. */
export async function openOffice(page: Page, host: string = HOSTS.office): Promise<void> {
  await page.goto(portalUrl(host, '/main.jsp'));
}

async function frameNamed(page: Page, name: string, path: string): Promise<Frame> {
  for (;;) {
    const frame = page.frame({ name });
    if (frame && new URL(frame.url()).pathname === path) {
      await frame.waitForLoadState('load');
      return frame;
    }
    await page.waitForTimeout(30);
  }
}

async function openFromMenu(page: Page, entry: string): Promise<void> {
  await page
    .frameLocator('frame[name=left]')
    .locator('a')
    .filter({ hasText: exactly(entry) })
    .click();
}

export interface HardshipData {
  readonly house: Household;
  readonly official: Official;
  readonly idNumber?: string;
  readonly proof?: string;
}

/** Opens the register form in the inner frame and fills it, but does not post it. */
export async function fillHardship(
  page: Page,
  { house, official, idNumber, proof }: HardshipData,
  options?: EntryOptions,
): Promise<KeyedField[]> {
  await openFromMenu(page, '困难群众登记');
  const frame = await frameNamed(page, 'work', '/kn/add.jsp');
  const input = (name: string): Locator => frame.locator(`[name=${name}]`);
  const entry = startEntry(page, options);
  await entry.type('户主姓名', input('hzxm'), house.name);
  await entry.type('身份证号', input('sfzh'), idNumber ?? house.idNumber);
  await entry.type('联系电话', input('lxdh'), house.phone);
  await entry.type('家庭人口数', input('jtrk'), String(house.size));
  const committee = `${house.village}委会`;
  await entry.choose('所在村', committee, () => chooseNative(page, input('ssc'), committee));
  await entry.choose('是否低保户', '是', () =>
    frame.locator('input[name=sfdb][value="1"]').click(),
  );
  await entry.type('家庭住址', input('jtzz'), house.address);
  await entry.type('困难情况', input('qkms'), house.reason);
  await entry.type('填表人', input('tbr'), official.name);
  await entry.type('填表人电话', input('tbrdh'), official.phone);
  if (proof) {
    await pickFiles(page, input('fj'), [proof]);
  }
  return entry.fields;
}

/** Posts the register form and gives the heading of the result page. */
export async function submitHardship(page: Page): Promise<string> {
  const frame = await frameNamed(page, 'work', '/kn/add.jsp');
  await frame.getByRole('button', { name: '保 存' }).click();
  const result = await frameNamed(page, 'work', '/kn/save.do');
  return wordsOf(result.locator('p.t'));
}

/**
 * Chooses in a native select with the keyboard: focus, then the arrow down to the option. The popup
 * list of a native select belongs to the browser and cannot be clicked from here.
 */
async function chooseNative(page: Page, select: Locator, option: string): Promise<void> {
  const at = await select.evaluate(
    (element, wanted) =>
      Array.from((element as HTMLSelectElement).options).findIndex(({ text }) => text === wanted),
    option,
  );
  await select.focus();
  for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown');
}

export interface Member {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string;
  readonly health: string;
}

/** Fills the grid of family members row by row and posts it by the page's script. */
export async function registerMembers(
  page: Page,
  members: readonly Member[],
): Promise<KeyedField[]> {
  await openFromMenu(page, '家庭成员登记');
  const frame = await frameNamed(page, 'work', '/kn/grid.jsp');
  const entry = startEntry(page);
  for (const [row, member] of members.entries()) {
    const at = (name: string): Locator => frame.locator(`[name=${name}]`).nth(row);
    const label = (text: string): string => `${text}#${row + 1}`;
    await entry.type(label('姓名'), at('xm'), member.name);
    await entry.choose(label('与户主关系'), member.relation, () =>
      chooseNative(page, at('gx'), member.relation),
    );
    await entry.type(label('身份证号'), at('sfzh'), member.idNumber);
    await entry.choose(label('健康状况'), member.health, () =>
      chooseNative(page, at('jk'), member.health),
    );
  }
  await frame.getByRole('button', { name: '保 存' }).click();
  await frameNamed(page, 'work', '/kn/members.do');
  return entry.fields;
}

/** Signs for the first unsigned document: a question box, a hidden frame, a message box. */
export async function signForDocument(page: Page): Promise<void> {
  await openFromMenu(page, '公文签收');
  const frame = await frameNamed(page, 'main', '/gw/list.jsp');
  const before = await frame
    .locator('td')
    .filter({ hasText: exactly('已签收') })
    .count();
  const accept = (dialog: Dialog): void => void dialog.accept();
  page.on('dialog', accept);
  try {
    await frame
      .locator('a')
      .filter({ hasText: exactly('签收') })
      .first()
      .click();
    await frame
      .locator('td')
      .filter({ hasText: exactly('已签收') })
      .nth(before)
      .waitFor();
  } finally {
    page.off('dialog', accept);
  }
}

/** Opens the village register, whose page is written anew by its own script. */
export async function openRegister(page: Page): Promise<void> {
  await page.goto(portalUrl(REGISTER_INTRANET));
  await page.locator('#ledger').waitFor();
}

/** Fills and posts the register, with the record of the visit in the editor. */
export async function fillRegister(page: Page, house: Household): Promise<KeyedField[]> {
  const entry = startEntry(page);
  const input = (name: string): Locator => page.locator(`input[name=${name}]`);
  await entry.type('户主', input('a1'), house.name);
  await entry.type('身份证', input('a2'), house.idNumber);
  await entry.type('电话', input('a3'), house.phone);
  await entry.type('住址', input('a4'), house.address);
  await entry.type('家庭人口', input('a5'), String(house.size));
  const editor = page.frameLocator('#editor').locator('body');
  await entry.type('走访记录', editor, '已入户，户主在家，反映冬季取暖困难。');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '保存成功' }).waitFor();
  return entry.fields;
}
