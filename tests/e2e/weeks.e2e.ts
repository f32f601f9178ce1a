import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { writeHistory } from './history';
import { hostOf, SYSTEMS, weeksHistory } from './weeks-history';

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

async function summary(): Promise<Page> {
  const report = await session.openOwn('report.html');
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
    const text = await stale.innerText();
    expect(text).toContain('依据 3 条记录');
    expect(text).toContain('首页');
    await stale.locator('[data-action="finding-evidence"]').click();
    await report.locator('dialog [data-record="pageSigns"]').first().waitFor();
    await shot(report, 'weeks-evidence');
    expect(await report.locator('dialog [data-record="pageSigns"]').count()).toBe(3);
    await report.close();
  });

  it('stay away once the person marked their month as out of season', async () => {
    const options = await session.openOwn('options.html');
    await options.evaluate(
      async ([id, month]) => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('qingzhuang');
          request.onsuccess = () => resolve(request.result);
        });
        const store = database.transaction('platforms', 'readwrite').objectStore('platforms');
        const known = await new Promise<object>((resolve) => {
          const request = store.get(id as string);
          request.onsuccess = () => resolve(request.result);
        });
        await new Promise((resolve) => {
          store.put({ ...known, season: [month] }).onsuccess = resolve;
        });
        database.close();
      },
      [hostOf('unused'), ((new Date().getUTCMonth() + 6) % 12) + 1] as const,
    );
    await options.close();
    const report = await findings();
    expect(await rulesOf(report, 'unused')).toEqual([]);
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
    expect(await checkIn.innerText()).toContain('依据 1 条记录');
    await report.close();
  });
});

describe('good practice', () => {
  it('is listed as plainly: prefilling, sharing, closing down properly, an entry for complaints', async () => {
    const report = await summary();
    const practices = report.locator('[data-practice]');
    await practices.first().waitFor();
    expect(
      await practices.evaluateAll((rows) =>
        rows.map((row) => (row as HTMLElement).dataset.practice).sort(),
      ),
    ).toEqual(['closed-properly', 'complaint-entry', 'prefills', 'shares']);
    const text = await practices.filter({ hasText: SYSTEMS.closed }).innerText();
    expect(text).toContain('停用');
    await shot(report, 'weeks-summary');
    await report.close();
  });
});

describe('the week before', () => {
  it('shows what fell beside what rose by a like amount', async () => {
    const report = await summary();
    await report.locator('[data-action="previous-week"]').click();
    const line = report.getByText('此减彼增');
    await line.waitFor();
    await shot(report, 'weeks-last');
    const text = await line.innerText();
    expect(text).toContain(`“${SYSTEMS.fell}”的填表用时由周均 2 小时降至 24 分`);
    expect(text).toContain(SYSTEMS.rose);
    await report.close();
  });
});

it('broke no page', () => {
  expect(session.pageErrors).toEqual([]);
});
