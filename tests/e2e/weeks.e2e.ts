import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../utils/domain/time-constants';
import { weekAt } from '../../utils/domain/week';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { writeHistory } from './history';
import { shownText } from './shown-text';
import { hostOf, ordinaryWeeksAgo, SYSTEMS, weeksHistory } from './weeks-history';

/** What only weeks can show, in a history that was written, not done: read as the person reads it. */

let session: Session;

beforeAll(async () => {
  session = await launchWithExtension();
  await agree(session, 'values');
  const own = await session.openOwn('options.html');
  await own.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await writeHistory(own, weeksHistory(Date.now()));
  await own.close();
});
afterAll(() => session.close());

/** A picture for whoever looks, where they ask for one. */
async function shot(of: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (SHOTS) await of.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

async function findings(): Promise<Page> {
  const report = await session.openOwn('report.html#view=findings');
  await report.locator('[data-finding]').first().waitFor();
  return report;
}

async function summary(address = 'report.html'): Promise<Page> {
  const report = await session.openOwn(address);
  await report.locator('.parts').waitFor();
  return report;
}

const about = (report: Page, system: keyof typeof SYSTEMS) =>
  report.locator(`[data-finding][data-platform="${hostOf(system)}"]`);
const rulesOf = (report: Page, system: keyof typeof SYSTEMS): Promise<(string | undefined)[]> =>
  about(report, system).evaluateAll((rows) =>
    rows.map((row) => (row as HTMLElement).dataset.finding),
  );

describe('zombie platforms', () => {
  it('are suspected in four kinds, and none of what only looks like one', async () => {
    const report = await findings();
    await shot(report, 'weeks-findings');
    expect(await rulesOf(report, 'stale')).toEqual(['zombie-home']);
    expect(await rulesOf(report, 'emptyColumns')).toEqual(['zombie-columns-blank']);
    expect(await rulesOf(report, 'oldColumns')).toEqual(['zombie-columns-short']);
    expect(await rulesOf(report, 'unreachable')).toEqual(['zombie-unreachable']);
    expect((await rulesOf(report, 'traceOnly')).sort()).toEqual(['check-in', 'zombie-use']);
    expect(await rulesOf(report, 'unused')).toEqual(['zombie-unused']);
    for (const innocent of ['seasonal', 'closed', 'tended'] as const) {
      expect(await rulesOf(report, innocent), SYSTEMS[innocent]).toEqual([]);
    }
    await report.close();
  });

  it('open to every look that speaks for them', async () => {
    const report = await findings();
    const stale = about(report, 'stale');
    const text = await shownText(stale);
    expect(text).toContain('依据 3 条记录');
    expect(text).toContain('首页');
    await stale.locator('[data-action="finding-evidence"]').click();
    await report.locator('dialog [data-record="pageSigns"]').first().waitFor();
    await shot(report, 'weeks-evidence');
    expect(await report.locator('dialog [data-record="pageSigns"]').count()).toBe(3);
    await report.close();
  });

  it('stay away once the person has said in which months they are used', async () => {
    const options = await session.openOwn('options.html');
    await options
      .locator(`tr[data-platform="${hostOf('unused')}"] [data-action="edit-platform"]`)
      .click();
    // Half a year from now.
    await options
      .locator('.month-list input')
      .nth((new Date().getUTCMonth() + 6) % 12)
      .check();
    await options.locator('[data-action="save-platform"]').click();
    await options.locator('.month-list').waitFor({ state: 'detached' });
    await options.close();
    const report = await findings();
    expect(await rulesOf(report, 'unused')).toEqual([]);
    await report.close();
  });
});

describe('a finding that the person confirms', () => {
  it('is called confirmed, and of apps only by analogy', async () => {
    const report = await findings();
    const checkIn = report.locator(`[data-finding="check-in"][data-platform="${hostOf('daily')}"]`);
    expect(await shownText(checkIn)).toMatch(/有记录[\s\S]*参照/);
    await checkIn.locator('[data-action="confirm-finding"]').click();
    await checkIn.getByText('已确认').waitFor();
    await report.reload();
    await checkIn.getByText('已确认').waitFor();
    expect(await shownText(report.locator('main'))).not.toContain('违反');
    await report.close();
  });
});

describe('a burden that was reported', () => {
  it('is marked as having come back where it had gone for four weeks', async () => {
    const report = await findings();
    const recurring = about(report, 'recurring');
    expect(await recurring.innerText()).toContain('回潮');
    // No other finding is.
    expect(await report.getByText('回潮', { exact: true }).count()).toBe(1);
    await report.close();
  });
});

describe('a finding that the person rejects', () => {
  it('does not come back for the same evidence, and does for a new act', async () => {
    const report = await findings();
    const checkIn = report.locator(
      `[data-finding="check-in"][data-platform="${hostOf('traceOnly')}"]`,
    );
    await checkIn.locator('[data-action="reject-finding"]').click();
    await checkIn.waitFor({ state: 'detached' });
    await report.reload();
    await report.locator('[data-finding]').first().waitFor();
    expect(await checkIn.count()).toBe(0);
    const rejected = report.locator('.rejected').filter({ hasText: SYSTEMS.traceOnly });
    expect(await rejected.count()).toBe(1);
    await shot(report, 'weeks-rejected');
    const now = Date.now();
    const newer = weeksHistory(now).actions?.find(
      (row) => (row as { platform: string }).platform === hostOf('traceOnly'),
    );
    await writeHistory(report, { actions: [{ ...newer, id: 'newer'.padEnd(24, '0'), at: now }] });
    await report.reload();
    await checkIn.waitFor();
    expect(await shownText(checkIn)).toContain('依据 1 条记录');
    await report.close();
  });
});

describe('good practice', () => {
  it('is listed as plainly: prefilling, sharing, closing down properly, an entry for complaints', async () => {
    // On a Monday some of it lies in the week before.
    const { key } = weekAt(Date.now() - DAY_MS, 'Asia/Shanghai');
    const listed = new Map<string | undefined, string>();
    for (const address of ['report.html', `report.html#week=${key}`]) {
      const report = await summary(address);
      const practices = report.locator('[data-practice]');
      // The running week may hold none yet: what both hold together is looked at.
      await practices
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => undefined);
      for (const [practice, text] of await practices.evaluateAll((rows) =>
        rows.map((row) => [(row as HTMLElement).dataset.practice, row.textContent ?? ''] as const),
      )) {
        listed.set(practice, text);
      }
      await shot(report, 'weeks-summary');
      await report.close();
    }
    expect([...listed.keys()].sort()).toEqual([
      'closed-properly',
      'complaint-entry',
      'prefills',
      'shares',
    ]);
    expect(listed.get('closed-properly')).toContain(SYSTEMS.closed);
    expect(listed.get('closed-properly')).toContain('停用');
  });
});

describe('a week that is over', () => {
  let report: Page;
  beforeAll(async () => {
    report = await summary();
    for (let back = ordinaryWeeksAgo(Date.now()); back > 0; back -= 1) {
      await report.locator('[data-action="previous-week"]').click();
    }
    await report.getByText('此减彼增').waitFor();
    await shot(report, 'weeks-over');
  });

  it('shows what fell beside what rose by a like amount', async () => {
    const text = await shownText(report.getByText('此减彼增'));
    expect(text).toContain(`“${SYSTEMS.fell}”的填表用时由周均 2 小时降至 24 分`);
    expect(text).toContain(`“${SYSTEMS.rose}”的填表用时由 0 分升至 1 小时 36 分`);
  });

  it('shows what is done every day, and what goes with a text that demands it', async () => {
    const text = await shownText(report.locator('main'));
    expect(text).toContain(`每日例行：“${SYSTEMS.daily}”打卡，5 个工作日中有 5 天`);
    expect(text).toMatch(/的 5 次使用中，5 次做了留痕操作；没有见到的 \d+ 次中，\d+ 次做了/);
  });

  it('grades a system, and says of what', async () => {
    const text = await shownText(report.locator('main'));
    expect(text).toMatch(new RegExp(`“?${SYSTEMS.rose}”?[^\n]*50%[^\n]*2 级`));
    expect(text).toContain('只用于看系统和各周，不用于评价任何人');
  });
});

it('broke no page', () => {
  expect(session.pageErrors).toEqual([]);
});
