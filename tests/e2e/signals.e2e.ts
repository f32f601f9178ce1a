import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, PageSign, Transfer } from '../../utils/domain/records';
import { CADRE } from '../portals/people';
import { type Portals, startPortals } from '../portals/server';
import * as grid from '../portals/steps/grid';
import * as party from '../portals/steps/party';
import * as study from '../portals/steps/study';
import * as websites from '../portals/steps/websites';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readTables, waitForTables } from './records';

let portals: Portals;
let session: Session;
let page: Page;

beforeAll(async () => {
  portals = await startPortals();
  session = await launchWithExtension({ port: portals.port });
  await agree(session, 'values');
  page = await session.openTab();
});
afterAll(async () => {
  await session.close();
  await portals.close();
});

/** The actions recorded so far, oldest first, once there are so many. */
async function actions(count: number): Promise<readonly Action[]> {
  const tables = await waitForTables(session, ({ actions: rows = [] }) => rows.length >= count);
  return (tables.actions as Action[]).toSorted((a, b) => a.at - b.at);
}

const told = ({ action, outcome, count }: Action) => [action, outcome, count];

describe('trace-leaving actions on practice portals', () => {
  it('are recorded once each, with proof', async () => {
    await party.logInBySms(page, CADRE.phone);
    await party.openParty(page);
    await party.checkIn(page);
    await page.waitForTimeout(2_000);
    await party.likeFirst(page);
    expect((await actions(2)).map(told)).toEqual([
      ['check-in', 'done', 1],
      ['like', 'done', 1],
    ]);
  });

  it('count what they are: two notices by themselves, the rest at once', async () => {
    await grid.openGrid(page);
    await grid.clockIn(page);
    await grid.confirmNotices(page, 2);
    await page.waitForTimeout(2_000);
    const all = await grid.readAll(page);
    expect((await actions(6)).slice(2).map(told)).toEqual([
      ['check-in', 'done', 1],
      ['read-confirm', 'done', 1],
      ['read-confirm', 'done', 1],
      ['read-confirm', 'done', all - 2],
    ]);
  });

  it('are proven by the next document where they were posted the classic way', async () => {
    await websites.openPortal(page);
    await websites.openColumn(page, '通知公告');
    await websites.openArticle(page, 1);
    await page.waitForTimeout(2_500);
    await websites.confirmReceipt(page);
    await waitForTables(session, ({ actions: rows = [] }) =>
      (rows as Action[]).some(({ action, outcome }) => action === 'receipt' && outcome === 'done'),
    );
  });

  it('tell how long a page made the person wait before a confirmation', async () => {
    await study.openStudy(page, { readingSeconds: 5 });
    await study.readArticle(page);
    const { pageSigns = [] } = await waitForTables(session, ({ pageSigns: rows = [] }) =>
      (rows as PageSign[]).some(({ forcedSeconds }) => forcedSeconds > 0),
    );
    const waited = (pageSigns as PageSign[]).map(({ forcedSeconds }) => forcedSeconds);
    expect(Math.max(...waited)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...waited)).toBeLessThanOrEqual(5);
  });
});

describe('page signs', () => {
  it('tell a live portal from one that nobody tends, and a closed one', async () => {
    let told = ((await readTables(session)).pageSigns ?? []).length;
    for (const open of [websites.openPortal, websites.openZombie, websites.openClosed]) {
      await open(page);
      await page.waitForTimeout(3_000);
      // A page is read once it rests, however long it takes on a slow machine.
      const { pageSigns: rows = [] } = await waitForTables(
        session,
        ({ pageSigns = [] }) => pageSigns.length > told,
      );
      told = rows.length;
      await page.bringToFront();
    }
    const { pageSigns = [] } = await readTables(session);
    const [live, zombie, closed] = (pageSigns as PageSign[])
      .toSorted((a, b) => a.at - b.at)
      .slice(-3);
    expect(live).toMatchObject({ pageClass: 'home', state: 'normal' });
    expect(zombie?.state).toBe('normal');
    expect((zombie?.newest ?? '') < (live?.newest ?? '')).toBe(true);
    expect(zombie?.columns.filter(({ blank }) => blank)).toHaveLength(3);
    expect(live?.columns.filter(({ blank }) => blank)).toHaveLength(0);
    expect(closed?.state).toBe('closed');
  });

  it('tell until when a task must be done', async () => {
    const tomorrow = new Date(Date.now() + 24 * 3_600_000);
    const [month, day] = [tomorrow.getMonth() + 1, tomorrow.getDate()];
    await page.route('http://oa.qingshan.gov.cn/urgent', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<title>紧急通知</title><h1>紧急通知</h1><p>请各村于<b>${month}月${day}日10:00</b>前上报走访台账。</p><p>招聘报名截止时间：${month}月${day}日</p>`,
      }),
    );
    await page.goto('http://oa.qingshan.gov.cn/urgent');
    const { pageSigns = [] } = await waitForTables(session, ({ pageSigns: rows = [] }) =>
      (rows as PageSign[]).some(({ deadlines }) => deadlines !== undefined),
    );
    const [deadline, ...others] = (pageSigns as PageSign[]).flatMap(
      ({ deadlines = [] }) => deadlines,
    );
    expect(others).toEqual([]);
    const local = new Date(deadline ?? 0).toLocaleString('sv', { timeZone: 'Asia/Shanghai' });
    expect(local.slice(5)).toBe(
      `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} 10:00:00`,
    );
  });

  it('are told of what is carried from one platform to another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-carried-'));
    const table = join(folder, '走访情况.xls');
    writeFileSync(table, '柳溪村,12\n');
    const show = async (address: string, body: string) => {
      await page.route(address, (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
      );
      await page.goto(address);
      await page.bringToFront();
      await page.locator('h1').click();
      await page.waitForTimeout(2_500);
    };
    await show(
      'http://mz.qingshan.gov.cn/carried',
      '<title>台账</title><h1>台账</h1><p id="text">柳溪村低保户张建国家庭走访情况</p><button type="button">导出Excel</button>',
    );
    await page.locator('#text').click({ clickCount: 3 });
    await page.keyboard.press('Control+C');
    await page.getByRole('button', { name: '导出Excel' }).click();
    await page.waitForTimeout(6_000);
    await show(
      'http://ffp.qingshan.gov.cn/carried',
      '<title>填报</title><h1>填报</h1><textarea></textarea><input type="file">',
    );
    await page.locator('textarea').click();
    await page.keyboard.press('Control+V');
    await page.locator('input').setInputFiles(table);
    const { transfers = [] } = await waitForTables(
      session,
      ({ transfers: rows = [] }) => rows.length >= 2,
    );
    rmSync(folder, { recursive: true });
    const chains = (transfers as Transfer[]).map(({ kind, from, to }) => [kind, from, to]);
    expect(chains.sort()).toEqual([
      ['copy-paste', 'mz.qingshan.gov.cn', 'ffp.qingshan.gov.cn'],
      ['export-upload', 'mz.qingshan.gov.cn', 'ffp.qingshan.gov.cn'],
    ]);
  });

  it('left the pages as they were', () => {
    expect(session.pageErrors).toEqual([]);
  });
});

describe('the summary of the week', () => {
  it('takes the person’s own word on an action by one tap, and a second takes it back', async () => {
    const report = await session.openOwn('report.html');
    await report.locator('[data-figure="actions.total"]').first().click();
    const label = report.locator('dialog [data-label="required"]').first();
    await label.click();
    await expect.poll(() => label.getAttribute('aria-pressed')).toBe('true');
    await report.getByText('被要求 1 次').or(report.getByText('required 1')).waitFor();
    await label.click();
    await expect.poll(() => label.getAttribute('aria-pressed')).toBe('false');
    const { actions: rows = [] } = await readTables(session);
    expect((rows as Action[]).every(({ ownLabel }) => ownLabel === undefined)).toBe(true);
    await report.close();
  });

  it('opens a finding to the records behind it', async () => {
    const report = await session.openOwn('report.html');
    const finding = report.locator('[data-finding="check-in"]').first();
    await finding.locator('[data-action="finding-evidence"]').click();
    const records = report.locator('dialog [data-record="actions"]');
    await records.first().waitFor();
    expect(await records.count()).toBe(1);
    await report.close();
  });
});
