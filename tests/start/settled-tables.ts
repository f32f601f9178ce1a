import type { Page } from 'playwright-core';
import { readTablesIn, type Tables } from '../e2e/records';

/** Waits until nothing more arrives: the last presence of a closed tab, the last file's digest. */
export async function settledTables(page: Page): Promise<Tables> {
  let before = '';
  for (let tries = 0; tries < 30; tries += 1) {
    await page.waitForTimeout(1_000);
    const tables = await readTablesIn(page);
    const { state: _open, coverage: _coverage, ...records } = tables;
    const now = JSON.stringify(records);
    if (tries > 5 && now === before) return tables;
    before = now;
  }
  return readTablesIn(page);
}
