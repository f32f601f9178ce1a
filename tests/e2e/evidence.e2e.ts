import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, PageSign, Submission, Upload } from '../../utils/domain/records';
import { meetingPhoto, resized, stamped } from '../portals/photos';
import { pickFiles, typeInto } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import {
  ASSESSMENT,
  ATTENDANCE,
  COLUMNS,
  EMERGENCY,
  type EvidenceServer,
  FAILING,
  LOGIN,
  NOTICE_COUNT,
  NOTICES,
  PATROL,
  QUESTIONNAIRE,
  READING,
  READING_SECONDS,
  REFUSING,
  REPORTS,
  SLOW,
  SLOW_MS,
  startEvidenceServer,
  TRACES,
} from './evidence-pages';
import { openPopup } from './popup';
import { readTables, waitForTables } from './records';
import { shownText } from './shown-text';

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

describe('what else leaves a trace', () => {
  it('is told by its kind, and what only speaks of it is nothing', async () => {
    await open(TRACES);
    // First what must not count, so that it had its time to be told.
    await page.locator('#title').click();
    await page.locator('#records').click();
    for (const id of ['share', 'vote', 'place']) {
      await page.locator(`#${id}`).click();
      await page.waitForTimeout(2_500);
    }
    await Promise.all([page.waitForEvent('download'), page.locator('#file').click()]);
    await page.locator('input[type=radio]').first().check();
    await page.locator('#quiz').click();
    await page.waitForTimeout(2_500);
    await typeInto(page, page.locator('#log'), '入户走访三户');
    await page.locator('#hand').click();
    const rows = await actionsOn(TRACES, 6);
    expect(rows.map(told)).toEqual([
      ['share', 'done', 1],
      ['vote', 'done', 1],
      ['location', 'done', 1],
      ['download', 'done', 1],
      ['quiz', 'done', 1],
      ['work-log', 'done', 1],
    ]);
  });

  it('is an attempt where the page refused it', async () => {
    await open(REFUSING);
    await page.locator('#sign').click();
    expect((await actionsOn(REFUSING, 1)).map(told)).toEqual([['check-in', 'attempt', 1]]);
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

describe('what stands in the way of work', () => {
  it('is a page that takes its time', async () => {
    await open(SLOW);
    const { loadMs = 0 } = await signOf(SLOW);
    expect(loadMs).toBeGreaterThanOrEqual(SLOW_MS);
    expect(loadMs).toBeLessThan(SLOW_MS + 5_000);
  });

  it('is a login', async () => {
    await open(LOGIN);
    await typeInto(page, page.locator('#user'), 'zhangjg');
    await typeInto(page, page.locator('#word'), 'practice-word');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('工作台').first().waitFor();
    await page.waitForTimeout(1_500);
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

describe('a text with a countdown', () => {
  it('is confirmed after the seconds that it made the person wait', async () => {
    await open(READING);
    await page.locator('#read:enabled').click({ timeout: 15_000 });
    expect((await actionsOn(READING, 1)).map(told)).toEqual([['read-confirm', 'done', 1]]);
    const { pageSigns = [] } = await waitForTables(session, ({ pageSigns: rows = [] }) =>
      (rows as PageSign[]).some(
        ({ platform, forcedSeconds }) => platform === READING && forcedSeconds > 0,
      ),
    );
    const waited = (pageSigns as PageSign[]).map(({ forcedSeconds }) => forcedSeconds);
    expect(Math.max(...waited)).toBeGreaterThanOrEqual(READING_SECONDS - 1);
    expect(Math.max(...waited)).toBeLessThanOrEqual(READING_SECONDS);
  });
});

/** A document as an office program saves it: other metadata and packing, the same text. */
function document(author: string): Uint8Array {
  const text = Array.from(
    { length: 30 },
    (_, n) => `<w:p><w:r><w:t>第${n + 1}条 各村每季度入户走访一次并如实登记。</w:t></w:r></w:p>`,
  ).join('');
  return zipSync({
    'docProps/core.xml': strToU8(`<creator>${author}</creator>`),
    'word/document.xml': strToU8(`<w:document>${text}</w:document>`),
  });
}

describe('two systems that ask for the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-evidence-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are given files again, as they are or a little changed, and text that was copied', async () => {
    const photo = meetingPhoto(4, 1, 800, 600);
    const save = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const first = [
      save('会议.jpg', photo),
      save('微信截图_20261123.png', new Uint8Array(4_000).fill(9)),
      save('登记表.docx', document('张建国')),
    ];
    const second = [
      ...first.slice(0, 2),
      save('会议水印.jpg', stamped(resized(photo, 0.8))),
      save('另一次会议.jpg', meetingPhoto(4, 2, 800, 600)),
      save('登记表（新）.docx', document('李秀英')),
    ];
    const sent = (count: number) =>
      waitForTables(session, ({ uploads: rows = [] }) => {
        const found = (rows as Upload[]).filter(
          ({ outcome, digest }) => outcome === 'sent' && digest !== undefined,
        );
        return found.length >= count;
      });
    await open(REPORTS.first);
    await pickFiles(page, page.locator('#file'), first);
    await page
      .locator('.success')
      .nth(first.length - 1)
      .waitFor();
    await sent(first.length);
    await page.bringToFront();
    await page.locator('#text').click({ clickCount: 3 });
    await page.keyboard.press('Control+C');
    await page.waitForTimeout(1_000);
    await open(REPORTS.second);
    await page.locator('#said').click();
    await page.keyboard.press('Control+V');
    await pickFiles(page, page.locator('#file'), second);
    await page
      .locator('.success')
      .nth(second.length - 1)
      .waitFor();
    await sent(first.length + second.length);
    await waitForTables(session, ({ transfers = [] }) => transfers.length > 0);
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
    expect(await figure(report, 'actions.total')).toBe(12 + NOTICE_COUNT);
    expect(await figure(report, 'actions.attempts')).toBe(1);
    expect(await figure(report, 'overhead.logins')).toBe(1);
    expect(await figure(report, 'actions.exempt')).toBe(1);
    // The first week is all of the 28 days.
    expect(await figure(report, 'platforms.count')).toBe(
      await figure(report, 'proliferation.platforms28Days'),
    );
    expect(await figure(report, 'assessment.visits')).toBe(1);
    expect(await figure(report, 'external.submissions')).toBe(1);
    // Of five with a check-in and two with notices all but one each do what another does already.
    expect(await figure(report, 'proliferation.redundant')).toBe(5);
    expect(await figure(report, 'actions.forced')).toBeGreaterThanOrEqual(READING_SECONDS - 1);
    expect(await figure(report, 'uploads.repeated')).toBe(2);
    expect(await figure(report, 'uploads.proof')).toBe(2);
    const text = await shownText(report.locator('main'));
    expect(text).toContain('打卡签到要用 5 个平台：');
    expect(text).toContain('跨平台 2 份，同一平台 0 份');
    expect(text).toContain('另有疑似 2 份');
    expect(text).toMatch(new RegExp(`从“${REPORTS.first}”复制后再粘贴到“${REPORTS.second}”，1 次`));
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
    const again = report.locator('[data-finding="repeated-upload"]');
    expect(await again.getAttribute('data-platform')).toBe(REPORTS.second);
    expect(await shownText(again)).toMatch(/依据 2 条记录[\s\S]*见于表单页/);
    const patrol = report.locator(`[data-finding][data-platform="${PATROL}"]`);
    expect(await shownText(patrol)).toContain('依据 1 条记录');
    const outside = report.locator('[data-finding="sensitive-outside"]');
    expect(await outside.innerText()).toContain('表单页');
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
