import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginOverhead } from '../../utils/domain/overhead';
import type { Interval, Platform } from '../../utils/domain/records';
import { HOSTS } from '../portals/hosts';
import { CADRE } from '../portals/people';
import { type Portals, startPortals } from '../portals/server';
import * as affairs from '../portals/steps/civil-affairs';
import * as study from '../portals/steps/study';
import * as websites from '../portals/steps/websites';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { type Tables, waitForTables } from './records';

/** A page is read once it rests. */
const RESTS_MS = 4_000;

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

/** The intervals in front on a platform, once they hold what is asked for. */
async function intervalsOn(
  host: string,
  holds: (intervals: readonly Interval[]) => boolean,
): Promise<readonly Interval[]> {
  const own = ({ intervals: rows = [], platforms = [] }: Tables) => {
    const known = (platforms as Platform[]).find(({ origins }) =>
      origins.some((origin) => origin.includes(host)),
    );
    return (rows as Interval[])
      .filter(({ platform, place }) => platform === known?.id && place === 'front')
      .toSorted((a, b) => a.from - b.from);
  };
  let seen: readonly Interval[] = [];
  const tables = await waitForTables(
    session,
    (now) => {
      seen = own(now);
      return holds(seen);
    },
    20_000,
  ).catch((error: unknown) => {
    throw new Error(`${error} · classes in front: ${classesOf(seen).join(', ')}`);
  });
  await page.bringToFront();
  return own(tables);
}

const classesOf = (intervals: readonly Interval[]) => [
  ...new Set(intervals.map(({ pageClass }) => pageClass)),
];

describe('visits', () => {
  it('tell the login, the list and the second login of one system apart, and how long both took', async () => {
    await affairs.logIn(page);
    await page.waitForTimeout(RESTS_MS);
    await affairs.openApplications(page);
    await page.waitForTimeout(RESTS_MS);
    // The session has run out.
    await affairs.logIn(page);
    await page.waitForTimeout(RESTS_MS);
    const wanted = ['login', 'list'];
    const intervals = await intervalsOn(
      HOSTS.civilAffairs,
      (rows) =>
        wanted.every((one) => classesOf(rows).includes(one as Interval['pageClass'])) &&
        loginOverhead(rows, 60_000).relogins > 0,
    );
    const { loginMs, logins, relogins, captchaMs } = loginOverhead(intervals, 60_000);
    expect([logins, relogins]).toEqual([1, 1]);
    expect(loginMs).toBeGreaterThan(0);
    expect(captchaMs).toBeLessThanOrEqual(loginMs);
  });

  it('know a login by a code that is sent to the phone and the time at it, and the form that follows', async () => {
    await page.goto(`http://${HOSTS.party}/login`);
    await page.waitForTimeout(RESTS_MS);
    await page.getByPlaceholder('手机号').click();
    await page.keyboard.type(CADRE.phone, { delay: 50 });
    await page.getByRole('button', { name: '获取验证码' }).click();
    await page.waitForTimeout(2_000);
    await page.getByPlaceholder('短信验证码').click();
    await page.keyboard.type('402816', { delay: 300 });
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.locator('.ant-menu-item').filter({ hasText: '走访慰问' }).click();
    await page.waitForTimeout(RESTS_MS);
    const intervals = await intervalsOn(HOSTS.party, (rows) =>
      ['login', 'form'].every((one) => classesOf(rows).includes(one as Interval['pageClass'])),
    );
    const { captchaMs } = loginOverhead(intervals, 60_000);
    expect(captchaMs).toBeGreaterThan(3_000);
    expect(captchaMs).toBeLessThan(8_000);
  });

  it('tell a home page, a column, a notice and the details of a record apart', async () => {
    await websites.openPortal(page);
    await page.waitForTimeout(RESTS_MS);
    await websites.openColumn(page, '通知公告');
    await page.waitForTimeout(RESTS_MS);
    await websites.openArticle(page, 1);
    await page.waitForTimeout(RESTS_MS);
    await page.route('http://www.qingshan.gov.cn/record/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<title>办件详情</title><h2>办件详情</h2><div class="record-detail"><table>
          <tr><td>申请人</td><td>王秀兰</td></tr><tr><td>受理单位</td><td>青山镇民政办</td></tr>
          <tr><td>办理状态</td><td>已办结</td></tr></table><button>返回</button></div>`,
      }),
    );
    await page.goto('http://www.qingshan.gov.cn/record/1');
    await page.waitForTimeout(RESTS_MS);
    const wanted = ['home', 'list', 'notice', 'detail'];
    const intervals = await intervalsOn(HOSTS.portal, (rows) =>
      wanted.every((one) => classesOf(rows).includes(one as Interval['pageClass'])),
    );
    expect(new Set(intervals.map(({ visit }) => visit)).size).toBe(1);
  });

  it('know a study page by its course', async () => {
    await study.openStudy(page, { readingSeconds: 5 });
    await page.waitForTimeout(RESTS_MS);
    await intervalsOn(HOSTS.study, (rows) => classesOf(rows).includes('study'));
  });
});
