import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, PageSign, Submission } from '../../utils/domain/records';
import { typeInto } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import {
  ASSESSMENT,
  ATTENDANCE,
  COLUMNS,
  EMERGENCY,
  type EvidenceServer,
  FAILING,
  NOTICE_COUNT,
  NOTICES,
  PATROL,
  QUESTIONNAIRE,
  startEvidenceServer,
} from './evidence-pages';
import { openPopup } from './popup';
import { readTables, waitForTables } from './records';

let server: EvidenceServer;
let session: Session;
let page: Page;

beforeAll(async () => {
  server = await startEvidenceServer();
  session = await launchWithExtension({
    port: server.port,
    mappedHosts: ['*.gov.cn', '*.wjx.cn'],
  });
  await agree(session, 'values');
  const own = await session.openOwn('options.html');
  await own.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await own.close();
  page = await session.openTab();
});
afterAll(async () => {
  await session.close();
  await server.close();
});

async function open(host: string, path = '/'): Promise<void> {
  await page.goto(`http://${host}${path}`);
  await page.bringToFront();
  await page.locator('h1').click();
  await page.waitForTimeout(1_500);
}

/** The actions on one platform, oldest first, once there are so many. */
async function actionsOn(host: string, count: number): Promise<readonly Action[]> {
  const on = (rows: unknown): Action[] =>
    ((rows ?? []) as Action[]).filter(({ platform }) => platform === host);
  const tables = await waitForTables(session, ({ actions }) => on(actions).length >= count);
  return on(tables.actions).toSorted((a, b) => a.at - b.at);
}

/** The newest sign of a page of one platform, once there are so many. */
async function signOf(host: string, count = 1): Promise<PageSign> {
  const of = (rows: unknown): PageSign[] =>
    ((rows ?? []) as PageSign[]).filter(({ platform }) => platform === host);
  const tables = await waitForTables(session, ({ pageSigns }) => of(pageSigns).length >= count);
  return of(tables.pageSigns)
    .toSorted((a, b) => a.at - b.at)
    .at(-1) as PageSign;
}

const told = ({ action, outcome, count }: Action) => [action, outcome, count];

/** A picture for whoever looks, where they ask for one. */
async function shot(of: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (SHOTS) await of.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

describe('a check-in', () => {
  const one = [['check-in', 'done', 1]];

  it('is one in a calendar', async () => {
    await open(ATTENDANCE.calendar);
    await page.locator('#today').click();
    await page.getByText('已签到').waitFor();
    expect((await actionsOn(ATTENDANCE.calendar, 1)).map(told)).toEqual(one);
  });

  it('is one in a menu, which only opens when it is opened', async () => {
    await open(ATTENDANCE.menu);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByText('外勤打卡', { exact: true }).click();
    await page.getByText('外勤打卡成功').waitFor();
    expect((await actionsOn(ATTENDANCE.menu, 1)).map(told)).toEqual(one);
  });

  it('is one in a dialog, not two with the press that opened it', async () => {
    await open(ATTENDANCE.dialog);
    await page.locator('#ask').click();
    await page.getByRole('button', { name: '确定打卡' }).click();
    await page.getByText('打卡成功', { exact: true }).waitFor();
    await page.waitForTimeout(3_000);
    expect((await actionsOn(ATTENDANCE.dialog, 1)).map(told)).toEqual(one);
  });

  it('is one by a floating button that shows a picture only', async () => {
    await open(PATROL);
    await page.locator('.van-floating-bubble').click();
    await page.getByText('签到成功').waitFor();
    expect((await actionsOn(PATROL, 1)).map(told)).toEqual([['check-in', 'done', 1]]);
  });

  it('is exempt where it is one of an emergency', async () => {
    await open(EMERGENCY);
    await page.locator('#duty').click();
    const [duty] = await actionsOn(EMERGENCY, 1);
    expect(duty).toMatchObject({ action: 'check-in', outcome: 'done', exempt: true });
  });
});

describe('marking a list as read at once', () => {
  it('counts every notice of it', async () => {
    await open(NOTICES);
    await page.locator('#all').click();
    expect((await actionsOn(NOTICES, 1)).map(told)).toEqual([
      ['read-confirm', 'done', NOTICE_COUNT],
    ]);
  });
});

describe('pages', () => {
  it('of assessment are known, with the ranking and the points that they show', async () => {
    await open(ASSESSMENT);
    // So long that it was in front, not only passed.
    await page.waitForTimeout(6_000);
    const sign = await signOf(ASSESSMENT);
    expect(sign.pageClass).toBe('assessment');
    expect(sign.cues).toEqual(expect.arrayContaining(['ranking', 'points']));
  });

  it('with an empty column show one, a search that found nothing does not', async () => {
    await open(COLUMNS);
    const home = await signOf(COLUMNS);
    expect(home.columns.map(({ blank }) => blank)).toEqual([false, false, true]);
    await open(COLUMNS, '/search');
    const search = await signOf(COLUMNS, 2);
    expect(search.columns.filter(({ blank }) => blank)).toEqual([]);
    expect(search.state).toBe('normal');
  });

  it('that the server could not give have failed', async () => {
    await open(FAILING);
    expect(await signOf(FAILING)).toMatchObject({ state: 'error', failed: true });
  });
});

describe('a questionnaire outside the government', () => {
  it('is a collector with what it asks for, once the person has added it', async () => {
    const address = `http://${QUESTIONNAIRE}/`;
    await session.allow(`${address}*`);
    await page.goto(address);
    await page.bringToFront();
    const popup = await openPopup(session, { url: page.url(), title: await page.title() });
    await popup.press('record-site');
    await popup.close();
    await page.bringToFront();
    await page.reload();
    await page.locator('h1').click();
    await page.waitForTimeout(1_500);
    const answers = ['张建国', '310101197801014436', '13800138006', '6222020200112233445', '群众'];
    for (const [index, answer] of answers.entries()) {
      await typeInto(page, page.locator(`#q${index}`), answer);
    }
    await page.locator('#send').click();
    await page.getByText('提交成功').waitFor();
    const { submissions = [] } = await waitForTables(session, ({ submissions: rows = [] }) =>
      (rows as Submission[]).some(({ outcome }) => outcome === 'accepted'),
    );
    expect((submissions as Submission[]).map(({ fields }) => fields.length)).toEqual([5]);
  });
});

describe('the summary of the week', () => {
  const figure = async (report: Page, name: string): Promise<number> => {
    const shown = report.locator(`[data-figure="${name}"]`).first().locator('data').first();
    return Number(await shown.getAttribute('value'));
  };

  it('shows them as figures', async () => {
    // The last presence of a page arrives when it is left.
    await page.goto('about:blank');
    await page.waitForTimeout(2_000);
    const report = await session.openOwn('report.html');
    await report.locator('[data-figure="actions.total"]').first().waitFor();
    await report.waitForTimeout(1_000);
    await shot(report, 'evidence-summary');
    expect(await figure(report, 'actions.total')).toBe(5 + NOTICE_COUNT);
    expect(await figure(report, 'actions.exempt')).toBe(1);
    expect(await figure(report, 'assessment.visits')).toBe(1);
    expect(await figure(report, 'external.submissions')).toBe(1);
    // Of those with a check-in all but one do what another does already.
    expect(await figure(report, 'proliferation.redundant')).toBe(4);
    const text = await report.locator('main').innerText();
    for (const item of ['身份证号', '银行卡号', '政治面貌']) expect(text).toContain(item);
    await report.close();
  });

  it('opens each finding to how many there were, when, and on which class of page', async () => {
    const report = await session.openOwn('report.html#view=findings');
    await report.locator('[data-finding]').first().waitFor();
    const findings = report.locator('[data-finding="check-in"]');
    const platforms = await findings.evaluateAll((rows) =>
      rows.map((row) => (row as HTMLElement).dataset.platform),
    );
    expect(platforms.sort()).toEqual([...Object.values(ATTENDANCE), PATROL].sort());
    await shot(report, 'evidence-findings');
    const patrol = report.locator(`[data-finding][data-platform="${PATROL}"]`);
    expect(await patrol.innerText()).toContain('依据 1 条记录');
    const outside = report.locator('[data-finding="sensitive-outside"]');
    expect(await outside.innerText()).toContain('表单页面');
    await patrol.locator('[data-action="finding-evidence"]').click();
    await report.locator('dialog [data-record="actions"]').first().waitFor();
    await shot(report, 'evidence-dialog');
    expect(await report.locator('dialog [data-record="actions"]').count()).toBe(1);
    await report.close();
  });

  it('left the pages as they were', async () => {
    // A page that answers 503 says so in the console of its own accord.
    expect(session.pageErrors.filter((error) => !error.includes('status of 503'))).toEqual([]);
    expect((await readTables(session)).faults ?? []).toEqual([]);
  });
});
