/** What the people, the office and the key-holder do with the pages of the built extension. */

import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchWithExtension, type Session } from '../../e2e/browser';

/** Presses something that saves a file, and keeps the file. @returns its path */
export async function savedBy(page: Page, folder: string, action: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-action="${action}"]`).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

export const choose = (page: Page, action: string, paths: string | readonly string[]) =>
  page
    .locator(`input[data-action="${action}"]`)
    .setInputFiles(typeof paths === 'string' ? paths : [...paths]);

/**
 * Chooses all files of a folder. Before it gives a page a folder the browser asks a question of its
 * own, which no program can answer: the same files are given to the same control one by one.
 */
export async function chooseFolder(page: Page, action: string, folder: string): Promise<void> {
  await page
    .locator(`input[data-action="${action}"]`)
    .evaluate((input) => input.removeAttribute('webkitdirectory'));
  await choose(
    page,
    action,
    readdirSync(folder).map((name) => join(folder, name)),
  );
}

export const fill = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"]`).fill(value);

/** A page of the unit pages in a browser of its own profile. */
export async function inBrowser<Result>(
  profile: string,
  view: string,
  work: (page: Page, session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await launchWithExtension({ profile });
  try {
    const page = await session.openOwn(`unit.html#${view}`);
    page.setDefaultTimeout(60_000);
    await page.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh_CN' } }));
    await page.reload();
    const result = await work(page, session);
    if (session.pageErrors.length > 0)
      throw new Error(`Errors in pages: ${session.pageErrors.join('; ')}`);
    return result;
  } finally {
    await session.close();
  }
}

/** Shows another of the unit pages; what was opened before stays open. */
export async function show(page: Page, view: string): Promise<void> {
  await page.locator(`a[data-view="${view}"]`).click();
  await page.locator(`a[data-view="${view}"][aria-current="page"]`).waitFor();
}

/** Shows one of the unit pages anew, with nothing open, and opens the collection. */
export async function begin(page: Page, view: string, collectionPath: string): Promise<void> {
  await page.reload();
  await show(page, view);
  await choose(page, 'choose-collection', collectionPath);
  await page.locator('[data-collection]').waitFor({ state: 'attached' });
}

/** Makes the week's file of one person. @returns its path */
export async function contribute(
  page: Page,
  week: string,
  folder: string,
  { hidden, blank, revision = 1 }: Wanted,
): Promise<string> {
  await page.locator('[name="week"]').selectOption(week);
  if (revision > 1) await page.locator('[name="revision"]').selectOption(String(revision));
  await page.locator('[data-action="export"]:not([disabled])').waitFor();
  const box = page.locator('[name="blank"]');
  if (blank) await box.check();
  const rows = await page
    .locator('input[data-row]')
    .evaluateAll((all) =>
      (all as HTMLInputElement[]).map((one) => [one.dataset.row ?? '', one.checked] as const),
    );
  for (const [key, checked] of rows)
    if (checked === hidden.includes(key)) await page.locator(`input[data-row="${key}"]`).click();
  const shown = page.locator('[data-text]');
  const path = await savedBy(page, folder, 'export');
  // What is shown is made anew after each tick of a row: it must be what was saved.
  const saved = readFileSync(path, 'utf8');
  for (let tries = 0; (await shown.textContent()) !== saved; tries += 1) {
    if (tries > 20) throw new Error('The saved file is not the one that was shown.');
    await page.waitForTimeout(50);
  }
  return path;
}

interface Wanted {
  readonly hidden: readonly string[];
  readonly blank: boolean;
  readonly revision?: number;
}

/** As a browser names a second download of one name. */
export function asSecond(path: string): string {
  const second = path.replace(/\.json$/, ' (1).json');
  renameSync(path, second);
  return second;
}
