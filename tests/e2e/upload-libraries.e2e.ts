import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Upload } from '../../utils/domain/records';
import { pickFiles } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readTables, waitForTables } from './records';
import {
  LIBRARIES,
  LIBRARY_HOST,
  type LibraryServer,
  startLibraryServer,
} from './upload-libraries-pages';

describe('the upload component of a library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-libraries-'));
  const table = join(folder, '走访台账.xls');
  let server: LibraryServer;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(table, new Uint8Array(40_000).fill(5));
    server = await startLibraryServer();
    session = await launchWithExtension({ port: server.port });
    await agree(session, 'values');
    page = await session.openTab();
  });
  afterAll(async () => {
    await session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(LIBRARIES))('%s is one upload that was sent', async (name, { opener }) => {
    const known = ((await readTables(session)).uploads ?? []).length;
    await page.goto(`http://${LIBRARY_HOST}/${encodeURIComponent(name)}`);
    await page.bringToFront();
    await page.locator('h1').click();
    await page.waitForTimeout(1_000);
    await pickFiles(page, page.locator(opener).first(), [table]);
    const { uploads = [] } = await waitForTables(session, ({ uploads: rows = [] }) => {
      const found = rows as Upload[];
      return (
        found.length > known &&
        found.every(({ outcome, digest }) => outcome !== 'unknown' && digest !== undefined)
      );
    });
    const all = (uploads as Upload[]).toSorted((a, b) => a.at - b.at);
    expect(all.slice(known).map(({ via, outcome }) => [via, outcome])).toEqual([
      ['chooser', 'sent'],
    ]);
    // One file all the while.
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(1);
  });

  it('left every page as it was', () => {
    expect(session.pageErrors).toEqual([]);
  });
});
