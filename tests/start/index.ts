/**
 * The main job from a fresh clone: builds the extension, opens it in a real browser against the
 * practice portals, agrees as a person does, works through the scripted stretch, and shows the weekly
 * summary beside what was done. Exits with 1 where a count differs at all, or a time by more than
 * 1 s or 2 %.
 *
 * `npm start -- --out FOLDER --rounds N`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readArguments } from '../bench/arguments';
import { printTable } from '../bench/table';
import { launchWithExtension } from '../e2e/browser';
import { agree } from '../e2e/consent';
import { startPortals } from '../portals/server';
import { workStretch } from '../portals/stretch';
import { compare, type Row } from './compare';
import { SEEDED_PLATFORM, seededHistory, writeSeededHistory } from './seeded-history';
import { settledTables } from './settled-tables';

const { options } = readArguments({ out: 'start-output', rounds: '1' });
const out = resolve(options.out);
const display =
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;
const headed = display && process.env.CI === undefined;

console.log('正在构建扩展…　Building the extension …');
const built = spawnSync('npx', ['--no-install', 'wxt', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (built.status !== 0) {
  console.error('扩展构建失败，见上文。The build failed; see above.');
  process.exit(1);
}
mkdirSync(out, { recursive: true });

let failedRounds = 0;
for (let round = 1; round <= Number(options.rounds); round += 1) {
  if (Number(options.rounds) > 1) console.log(`\n═══ ${round} / ${options.rounds}`);
  const last = round === Number(options.rounds);
  if (!(await oneRound(headed && last))) failedRounds += 1;
}
if (Number(options.rounds) > 1) {
  console.log(`\n${Number(options.rounds) - failedRounds} of ${options.rounds} rounds equal.`);
}
process.exit(failedRounds > 0 ? 1 : 0);

async function oneRound(keepOpen: boolean): Promise<boolean> {
  const portals = await startPortals();
  const session = await launchWithExtension({ headed, port: portals.port });
  try {
    await agree(session, 'values');
    const own = await session.openOwn('options.html');
    await own.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    await writeSeededHistory(own, seededHistory(Date.now()));
    await own.close();

    console.log('正在按脚本办公，约一分半钟…　Working through the stretch, about 90 s …');
    const done = await workStretch(() => session.openTab(), portals, {
      tabs: headed ? 'keep' : 'close',
      onPart: (part) => console.log(`  · ${part}`),
    });

    const report = await session.openOwn('report.html');
    const tables = await settledTables(report);
    const rows = compare(done, tables);
    print(rows);
    await saveSummary(report);
    if (session.pageErrors.length > 0) {
      console.log('\n页面出现错误　Errors in pages:');
      for (const error of session.pageErrors) console.log(`  ${error}`);
    }
    const equal = rows.every(({ holds }) => holds) && session.pageErrors.length === 0;
    console.log(
      equal
        ? '\n记录与所做一致。Recorded equals done.'
        : `\n有 ${rows.filter(({ holds }) => !holds).length} 项与所做不符（标 ✗）。Rows marked ✗ differ.`,
    );
    if (keepOpen) {
      await report.bringToFront();
      console.log('\n浏览器保持打开，关闭窗口即结束。The browser stays open; close it to end.');
      await session.context.waitForEvent('close', { timeout: 0 });
    }
    return equal;
  } finally {
    await session.close().catch(() => undefined);
    await portals.close();
  }
}

function print(rows: readonly Row[]): void {
  console.log('\n所做与所记　Done by the script, and recorded\n');
  printTable(
    rows.map(({ what, where, done, recorded, holds }) => ({
      '': holds ? '✓' : '✗',
      项目: what,
      平台: where,
      所做: done,
      所记: recorded,
    })),
  );
  console.log(`\n预置的历史　Seeded history, not done now: ${SEEDED_PLATFORM.name}`);
  if (!headed) {
    console.log(
      '无显示器，跳过　Skipped without a display: 窗口焦点、系统空闲与锁屏 (window focus, system idle and lock)。',
    );
  }
}

async function saveSummary(report: Page): Promise<void> {
  await report.reload();
  // The first figure comes before the others.
  await report.locator('.cards').waitFor();
  await report.waitForTimeout(1_000);
  const figures = await report.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-figure]')].map((element) => ({
      figure: element.dataset.figure ?? '',
      text: element.innerText.replace(/\s+/g, ' ').trim(),
    })),
  );
  console.log('\n本周小结　Weekly summary\n');
  console.log(await report.locator('main').innerText());
  await report.screenshot({ path: join(out, 'summary.png'), fullPage: true });
  if (!headed)
    await report.pdf({ path: join(out, 'summary.pdf'), format: 'A4', printBackground: true });
  writeFileSync(join(out, 'figures.json'), JSON.stringify(figures, null, 2));
  await exportOwnData(report, 'export-json');
  await exportOwnData(report, 'export-json-personal');
  console.log(`\n图片、PDF 和数据在　Pictures, PDF and data in ${out}`);
}

/** Saves the person's data by the page's own export, as a person would. */
async function exportOwnData(report: Page, action: string): Promise<void> {
  const [download] = await Promise.all([
    report.waitForEvent('download'),
    report
      .locator(`[data-action="${action}"]`)
      .first()
      .evaluate((element) => (element as HTMLElement).click()),
  ]);
  await download.saveAs(join(out, download.suggestedFilename()));
}
