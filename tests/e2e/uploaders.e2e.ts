import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Upload } from '../../utils/domain/records';
import { pickFiles } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readTables, waitForTables } from './records';
import { startUploadServer, UPLOAD_HOST, type UploadServer } from './upload-pages';

let folder: string;
let session: Session;
let server: UploadServer;
let page: Page;
let known: ReadonlySet<string>;

const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qingzhuang-uploaders-'));
  // Of one megabyte: four pieces.
  for (const [name, byte] of [
    ['走访台账.xls', 1],
    ['巡查台账.xls', 2],
    ['整改台账.xls', 3],
  ] as const) {
    writeFileSync(file(name), new Uint8Array(1_000_000).fill(byte));
  }
  server = await startUploadServer();
  session = await launchWithExtension({ port: server.port });
  await agree(session, 'values');
  page = await session.openTab();
});
afterAll(async () => {
  await session.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const { uploads = [] } = await readTables(session);
  known = new Set((uploads as Upload[]).map(({ id }) => id));
  server.received.length = 0;
  server.answer('accept');
});

async function open(path: string): Promise<void> {
  await page.goto(`http://${UPLOAD_HOST}/${path}`);
  await page.bringToFront();
  await page.locator('h1').click();
  await page.waitForTimeout(1_000);
}

/** The new uploads, oldest first, once there are so many and the outcome of each is known. */
async function ended(count: number): Promise<readonly Upload[]> {
  const fresh = (rows: unknown): Upload[] =>
    ((rows ?? []) as Upload[]).filter(({ id }) => !known.has(id));
  const { uploads } = await waitForTables(session, (tables) => {
    const found = fresh(tables.uploads);
    return (
      found.length >= count &&
      found.every(({ outcome, digest }) => outcome !== 'unknown' && digest !== undefined)
    );
  });
  return fresh(uploads).toSorted((a, b) => a.at - b.at);
}

const told = ({ via, fileKind, outcome }: Upload) => [via, fileKind, outcome];

describe('WebUploader', () => {
  it('uploads in pieces, and each file is one upload', async () => {
    await open('webuploader');
    await pickFiles(page, page.locator('#picker label'), [file('走访台账.xls')]);
    await page.locator('#start').click();
    expect((await ended(1)).map(told)).toEqual([['chooser', 'office', 'sent']]);
    expect(server.received).toHaveLength(4);
  });

  it('tells a file that was taken off the list from one that could not be sent', async () => {
    await open('webuploader');
    await pickFiles(page, page.locator('#picker label'), [file('巡查台账.xls')]);
    await page.locator('#thelist .cancel').click();
    expect((await ended(1)).map(told)).toEqual([['chooser', 'office', 'cancelled']]);
    known = new Set([...known, ...(await ended(1)).map(({ id }) => id)]);
    server.answer('error');
    await pickFiles(page, page.locator('#picker label'), [file('整改台账.xls')]);
    await page.locator('#start').click();
    expect((await ended(1)).map(told)).toEqual([['chooser', 'office', 'failed']]);
  });
});

describe('plupload', () => {
  it('uploads in pieces, and each file is one upload', async () => {
    await open('plupload');
    await pickFiles(page, page.locator('#pickfiles'), [file('走访台账.xls'), file('巡查台账.xls')]);
    await page.locator('#uploadfiles').click();
    expect((await ended(2)).map(told)).toEqual([
      ['chooser', 'office', 'sent'],
      ['chooser', 'office', 'sent'],
    ]);
    expect(server.received).toHaveLength(8);
  });

  it('tells that the server refused', async () => {
    await open('plupload');
    server.answer('error');
    await pickFiles(page, page.locator('#pickfiles'), [file('整改台账.xls')]);
    await page.locator('#uploadfiles').click();
    expect((await ended(1)).map(told)).toEqual([['chooser', 'office', 'failed']]);
  });
});

describe('a picture that is pasted', () => {
  it('is an upload where the page takes it', async () => {
    await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const own = await session.openOwn('options.html');
    await own.evaluate(async () => {
      const canvas = new OffscreenCanvas(320, 200);
      canvas.getContext('2d')?.fillRect(20, 20, 90, 60);
      const picture = await canvas.convertToBlob({ type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    });
    await own.close();
    await open('');
    await page.locator('#drop').focus();
    await page.keyboard.press('Control+V');
    expect((await ended(1)).map(told)).toEqual([['paste', 'image', 'sent']]);
  });
});

it('left the pages as they were', () => {
  // The page itself reports what its server refused.
  expect(session.pageErrors.filter((error) => !error.includes('status of 500'))).toEqual([]);
});
