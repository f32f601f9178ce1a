/**
 * The pictures of the side-loading guide, from the browser at hand: `tsx tests/pictures/sideload.ts`.
 * What the person must press is framed.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CHROMIUM_BUILD, launchWithExtension } from '../e2e/browser';

const OUT = join('docs', 'pictures');
mkdirSync(OUT, { recursive: true });

const viewport = { width: 960, height: 420 };
const plain = await launchWithExtension({ extension: null, viewport });
try {
  const folder = await plain.openTab();
  await folder.setContent(folderPicture());
  await shoot(folder, 'sideload-folder');
  const extensions = await plain.openTab('chrome://extensions');
  await frame(extensions, '#devMode');
  await shoot(extensions, 'sideload-developer-mode');
} finally {
  await plain.close();
}

const loaded = await launchWithExtension({ viewport });
try {
  const extensions = await loaded.openTab('chrome://extensions');
  await frame(extensions, '#devMode');
  await extensions.waitForTimeout(1_000);
  await shoot(extensions, 'sideload-loaded');
  const welcome = await loaded.openOwn('welcome.html');
  await welcome.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
  await welcome.reload();
  await welcome.setViewportSize({ width: 960, height: 900 });
  await welcome.locator('h2').first().waitFor();
  await welcome.locator('[data-action="decline"]').scrollIntoViewIfNeeded();
  await shoot(welcome, 'sideload-welcome');
} finally {
  await loaded.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

/** Frames a control in the browser's own page; its trees are open to the program that drives it. */
async function frame(page: Page, selector: string): Promise<void> {
  const control = page.locator(selector).first();
  await control.click();
  await control.evaluate((element) => {
    (element as HTMLElement).style.outline = '3px solid #b3261e';
    (element as HTMLElement).style.outlineOffset = '4px';
  });
}

/** The folder as a file manager shows it. */
function folderPicture(): string {
  const rows = readdirSync(CHROMIUM_BUILD)
    .sort()
    .map((name) => {
      const folder = statSync(join(CHROMIUM_BUILD, name)).isDirectory();
      const mark = name === 'manifest.json' ? ' style="outline:3px solid #b3261e"' : '';
      return `<tr${mark}><td>${icon(folder)} ${name}</td><td>${folder ? '文件夹' : '文件'}</td></tr>`;
    });
  return `<style>body{font:15px sans-serif;margin:16px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:2px 8px}</style><b>D:\\轻装</b><table><tr><th>名称<th>类型</tr>${rows.join('')}</table>`;
}

/** Drawn, since not every computer has a font with such signs. */
function icon(folder: boolean): string {
  const path = folder ? 'M1 3h5l2 2h7v9H1z' : 'M3 1h7l3 3v11H3z';
  return `<svg width="16" height="16" style="vertical-align:-3px"><path d="${path}" fill="${folder ? '#f2c94c' : '#fff'}" stroke="#888"/></svg>`;
}
