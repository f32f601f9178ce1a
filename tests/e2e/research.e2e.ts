import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../utils/cli/replay/read-package';
import { replayPackage } from '../../utils/cli/replay/replay-package';
import { encodeInterval } from '../../utils/storage/compact-interval';
import { type Portals, startPortals } from '../portals/server';
import { STUDY } from '../research/fixtures';
import { interval } from '../utils/domain/fixtures';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { waitForTables } from './records';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WEEK_MS = 7 * 86_400_000;

let portals: Portals;
let session: Session;
let page: Page;

beforeAll(async () => {
  portals = await startPortals();
  session = await launchWithExtension({ port: portals.port });
  await agree(session, 'values');
  const portal = await session.openTab('http://mz.qingshan.gov.cn/');
  await portal.mouse.click(600, 300);
  await waitForTables(session, ({ platforms = [] }) => platforms.length > 0);
  page = await session.openOwn('report.html#view=research');
  // Check-ins and a stay of last week, as the worker writes them.
  const lastWeek = Date.now() - WEEK_MS;
  const stay = encodeInterval(
    interval('mz.qingshan.gov.cn', lastWeek - 600_000, lastWeek, {
      pauses: [
        { offsetMs: 20_000, lengthMs: 45_000 },
        { offsetMs: 100_000, lengthMs: 333_000 },
      ],
      playing: [{ offsetMs: 50_000, lengthMs: 150_000 }],
      inputMs: 90_000,
    }),
  );
  await page.evaluate(
    async ({ at, stay }) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('qingzhuang');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(['actions', 'intervals'], 'readwrite');
      transaction.objectStore('intervals').put(stay);
      for (let index = 0; index < 30; index += 1)
        transaction.objectStore('actions').put({
          id: String(index).padStart(24, 'a'),
          platform: 'mz.qingshan.gov.cn',
          at: at + index * 1_000,
          action: 'check-in',
          outcome: 'done',
          score: 3,
          evidence: ['text-changed'],
          count: 1,
          cues: [],
          exempt: false,
        });
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
    },
    { at: lastWeek, stay },
  );
});
afterAll(async () => {
  await session?.close();
  await portals?.close();
});

async function openStudy(text: string): Promise<void> {
  await page.locator('input[name="study"]').setInputFiles({
    name: 'study.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

const stored = () => page.evaluate(async () => (await chrome.storage.local.get('study')).study);

async function violations(): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
}

describe('taking part in a study', () => {
  it('is refused for what is no study file, and nothing is kept', async () => {
    await openStudy('{}');
    await page.locator('[role="alert"].signal-notice').last().waitFor();
    expect(await stored()).toBeUndefined();
  });

  it('leaves no trace where the person declines', async () => {
    await openStudy(JSON.stringify(STUDY));
    await page.locator('[data-action="not-join"]').waitFor();
    expect(await page.locator('main').innerText()).toContain(STUDY.purpose);
    expect(await violations()).toEqual([]);
    await page.locator('[data-action="not-join"]').click();
    expect(await stored()).toBeUndefined();
  });

  it('begins with the person’s own click, hours of the day apart from it', async () => {
    await openStudy(JSON.stringify(STUDY));
    expect(await page.locator('input[name="time-of-day"]').isChecked()).toBe(false);
    await page.locator('[data-action="join"]').click();
    await page.locator('[data-action="save-package"]').waitFor();
    expect(await stored()).toMatchObject({ study: STUDY, timeOfDay: false, answers: [] });
    expect(await violations()).toEqual([]);
  });

  it('asks about twenty of the thirty records of last week and keeps the answers', async () => {
    const asked = page.locator('fieldset.sampled');
    await expect.poll(() => asked.count()).toBe(20);
    await asked.nth(0).locator('input[value="right"]').check();
    await asked.nth(1).locator('input[value="wrong"]').check();
    await asked.nth(1).locator('input[value="right"]').check();
    await asked.nth(19).locator('input[value="wrong"]').check();
    await expect
      .poll(async () => {
        const { answers } = (await stored()) as { readonly answers: { readonly answer: string }[] };
        return answers.map(({ answer }) => answer);
      })
      .toEqual(['right', 'right', 'wrong']);
  });

  it('shows what is in the package and saves just that', async () => {
    await page.locator('details[data-table="actions"]').waitFor();
    await page.locator('details[data-table="actions"] summary').click();
    // Its rows are drawn when it is opened.
    await page.locator('details[data-table="actions"]', { hasText: 'check-in' }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.locator('[data-action="save-package"]').click();
    const path = await (await downloading).path();
    const files = unzipSync(readFileSync(path));
    expect(strFromU8(files['data/actions.csv'] ?? new Uint8Array())).toMatch(/check-in,30\n/);
    expect(strFromU8(files['data/answers.csv'] ?? new Uint8Array())).toMatch(/action,2,1,0\n/);
    const { figures, differing } = replayPackage(readPackage(readFileSync(path)));
    expect(differing).toEqual([]);
    // The clocks under each limit, the week's certainties and logins; the platform, its one kind of action and
    // the week from their records and stays; and from each other.
    expect(figures).toBe(3 * 7 + 4 + 13 + 1 + 19 + 4 + 7);
    expect(strFromU8(files['data/action_records.csv'] ?? new Uint8Array())).toMatch(
      /,check-in,true,1\n/,
    );
    expect(strFromU8(files['data/stays.csv'] ?? new Uint8Array())).toContain(',600000,90000,');
    expect(Object.keys(files)).not.toContain('data/hours.csv');
    for (const content of Object.values(files))
      expect(strFromU8(content)).not.toContain('qingshan');
  });

  it('leaves out a week without a trace', async () => {
    await page.locator('.button-row input[type="checkbox"]').first().uncheck();
    expect(await page.locator('[data-action="save-package"]').isDisabled()).toBe(true);
    expect(await page.locator('details[data-table]').count()).toBeLessThanOrEqual(1);
  });

  it('fits 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 900 });
  });

  it('ends with a click, answers and all', async () => {
    await page.locator('[data-action="leave-study"]').click();
    await page.locator('input[name="study"]').waitFor();
    expect(await stored()).toBeUndefined();
  });
});
