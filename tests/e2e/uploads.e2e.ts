import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { picturesAlike, readPictureCode } from '../../utils/domain/picture-hash';
import type { Upload } from '../../utils/domain/records';
import { meetingPhoto, stamped } from '../portals/photos';
import { dropFiles, pickFiles } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { waitForTables } from './records';
import { startUploadServer, UPLOAD_HOST, type UploadServer } from './upload-pages';

let folder: string;
let session: Session;
let server: UploadServer;
let page: Page;

const file = (name: string): string => join(folder, name);

function docx(author: string): Uint8Array {
  const text = Array.from(
    { length: 40 },
    (_, n) => `<w:p><w:r><w:t>第${n}条 各村应当每季度走访一次并如实登记情况。</w:t></w:r></w:p>`,
  ).join('');
  return zipSync({
    'docProps/core.xml': strToU8(`<creator>${author}</creator>`),
    'word/document.xml': strToU8(`<w:document>${text}</w:document>`),
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingzhuang-uploads-'));
  mkdirSync(file('台账'));
  const photo = meetingPhoto(3, 1, 640, 480);
  const files: Readonly<Record<string, Uint8Array>> = {
    'meeting.jpg': photo,
    'stamped.jpg': stamped(photo),
    'other.jpg': meetingPhoto(3, 2, 640, 480),
    '微信截图_20261123.png': new Uint8Array(3_000).fill(7),
    'broken.jpg': new Uint8Array(5_000).fill(1),
    'empty.txt': new Uint8Array(),
    'table.docx': docx('张建国'),
    'table-again.docx': docx('李秀英'),
    'video.mp4': new Uint8Array(20 * 1024 * 1024).fill(3),
    '台账/a.txt': strToU8('甲'),
    '台账/b.txt': strToU8('乙'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(file(name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  server = await startUploadServer();
  session = await launchWithExtension({ port: server.port });
  await agree(session, 'values');
  page = await session.openTab(`http://${UPLOAD_HOST}/`);
  // The reader comes two seconds after the load, or with the first press.
  await page.locator('h1').click();
  await page.waitForTimeout(1_000);
});
afterEach(async () => {
  await session.close();
  await server.close();
});

/** The uploads, oldest first, once there are so many and each has what `settled` asks for. */
async function uploads(
  count: number,
  settled: (upload: Upload) => boolean,
): Promise<readonly Upload[]> {
  const tables = await waitForTables(session, ({ uploads: rows = [] }) => {
    const found = rows as Upload[];
    return found.length >= count && found.every(settled);
  });
  return (tables.uploads as Upload[]).toSorted(
    (a, b) => a.at - b.at || (a.fileKind < b.fileKind ? -1 : 1),
  );
}

const read = ({ digest }: Upload): boolean => digest !== undefined;
const ended = ({ outcome }: Upload): boolean => outcome !== 'unknown';

describe('files that are handed over', () => {
  it('are recorded whichever way they come', async () => {
    await pickFiles(page, page.locator('#visible'), [file('meeting.jpg'), file('table.docx')]);
    await pickFiles(page, page.locator('#choose'), [file('微信截图_20261123.png')]);
    await dropFiles(page, page.locator('#drop'), [file('other.jpg')]);
    await pickFiles(page, page.locator('#folder'), [file('台账')]);
    const rows = await uploads(6, (upload) => read(upload) && ended(upload));
    expect(
      rows.map(({ via, fileKind, outcome, proofMaterial }) => [
        via,
        fileKind,
        outcome,
        proofMaterial,
      ]),
    ).toEqual([
      ['chooser', 'image', 'sent', false],
      ['chooser', 'office', 'sent', false],
      ['chooser', 'image', 'sent', true],
      ['drop', 'image', 'sent', false],
      ['directory', 'other', 'sent', false],
      ['directory', 'other', 'sent', false],
    ]);
    expect(server.received).toHaveLength(6);
    expect(session.pageErrors).toEqual([]);
  });

  it('are told apart by their content, and copies known again', async () => {
    for (const name of [
      'meeting.jpg',
      'stamped.jpg',
      'other.jpg',
      'meeting.jpg',
      'table.docx',
      'table-again.docx',
    ]) {
      await pickFiles(page, page.locator('#visible'), [file(name)]);
      await page.waitForTimeout(300);
    }
    const [meeting, mark, other, again, table, saved] = await uploads(6, read);
    expect(again?.digest).toBe(meeting?.digest);
    expect(new Set([meeting, mark, other, table, saved].map((upload) => upload?.digest)).size).toBe(
      5,
    );
    const codes = [meeting, mark, other].map((upload) =>
      readPictureCode(upload?.pictureHashes ?? []),
    );
    const [one, two, three] = codes;
    if (!one || !two || !three) throw new Error('A picture has no hashes.');
    expect(picturesAlike(one, two)).toBe(true);
    expect(picturesAlike(one, three)).toBe(false);
    expect(table?.sketch).toEqual(saved?.sketch);
    expect(table?.sketch?.length).toBeGreaterThan(20);
  });

  it('are recorded as what is known where they are empty, damaged or large', async () => {
    await pickFiles(page, page.locator('#visible'), [
      file('empty.txt'),
      file('broken.jpg'),
      file('video.mp4'),
    ]);
    const rows = await uploads(3, (upload) => read(upload) && ended(upload));
    expect(rows.map(({ fileKind, pictureHashes }) => [fileKind, pictureHashes])).toEqual([
      ['image', undefined],
      ['other', undefined],
      ['video', undefined],
    ]);
    expect(session.pageErrors).toEqual([]);
  });

  it('are recorded as what is known where they are under a password or go while they are read', async () => {
    const encrypted = new Uint8Array(60_000).map((_, at) => (at * 7919) % 251);
    encrypted.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024);
    writeFileSync(file('protected.docx'), encrypted);
    await pickFiles(page, page.locator('#visible'), [file('protected.docx')]);
    const [known] = await uploads(1, (upload) => read(upload) && ended(upload));
    expect(known).toMatchObject({ fileKind: 'office', outcome: 'sent' });
    expect(known).not.toHaveProperty('sketch');
    writeFileSync(file('gone.mp4'), '');
    truncateSync(file('gone.mp4'), 400 * 1024 * 1024);
    await pickFiles(page, page.locator('#visible'), [file('gone.mp4')]);
    rmSync(file('gone.mp4'));
    const [, gone] = await uploads(2, ended);
    // Whether the browser had opened the file by then is the browser's affair; a record there is.
    expect(gone).toMatchObject({ fileKind: 'video' });
    if (gone?.outcome === 'failed') expect(gone).not.toHaveProperty('digest');
    else expect(gone).toMatchObject({ outcome: 'sent' });
    // The browser itself says that the page's own request had nothing to send.
    expect(session.pageErrors.filter((error) => !/net::ERR|NetworkError/.test(error))).toEqual([]);
  });
});

describe('a page that is left while the worker is busy', () => {
  it('has told the content of its file all the same', async () => {
    await pickFiles(page, page.locator('#visible'), [file('meeting.jpg')]);
    await uploads(1, read);
    const [worker] = session.context.serviceWorkers();
    if (worker === undefined) throw new Error('The worker is not running.');
    await page.bringToFront();
    const busy = worker.evaluate('{ const end = Date.now() + 3_000; while (Date.now() < end); }');
    await pickFiles(page, page.locator('#choose'), [file('meeting.jpg')]);
    await page.waitForTimeout(1_500);
    await page.close();
    await busy;
    const [first, second] = await uploads(2, read);
    expect(second?.digest).toBe(first?.digest);
  });
});

describe('a file input that is no part of the page', () => {
  /** Switches the hook on for the platform, as its switch among the settings does. */
  async function switchHookOn(): Promise<void> {
    const { platforms = [] } = await waitForTables(
      session,
      (tables) => tables.platforms?.length === 1,
    );
    const own = await session.openOwn('options.html');
    await own.evaluate(
      (id) => chrome.storage.local.set({ settings: { fileHookPlatforms: [id] } }),
      (platforms[0] as { id: string }).id,
    );
    await expect
      .poll(() =>
        own.evaluate(async () =>
          (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
        ),
      )
      .toEqual(['file-hook', 'observer']);
    await own.close();
  }

  it('is seen only where the person switched the hook on', async () => {
    await pickFiles(page, page.locator('#detached'), [file('other.jpg')]);
    await page.waitForTimeout(2_000);
    await switchHookOn();
    await page.reload();
    await page.locator('h1').click();
    await page.waitForTimeout(1_000);
    await pickFiles(page, page.locator('#detached'), [file('meeting.jpg')]);
    const rows = await uploads(1, (upload) => read(upload) && ended(upload));
    expect(rows.map(({ via, outcome }) => [via, outcome])).toEqual([['script-chooser', 'sent']]);
    expect(session.pageErrors).toEqual([]);
  });
});

describe('a large file', () => {
  it('is digested beside its own upload, which reaches the server whole', async () => {
    const large = file('large.zip');
    const bytes = 300 * 1024 * 1024;
    writeFileSync(large, '');
    truncateSync(large, bytes);
    await pickFiles(page, page.locator('#visible'), [large]);
    const [upload] = await uploads(1, (one) => read(one) && ended(one));
    expect(upload).toMatchObject({ outcome: 'sent', sizeClass: 18, fileKind: 'archive' });
    expect(server.received).toEqual([bytes]);
    rmSync(large);
  });
});

describe('what becomes of them', () => {
  it('is failed where the server fails or refuses with a good status', async () => {
    server.answer('error');
    await pickFiles(page, page.locator('#visible'), [file('meeting.jpg')]);
    await page.waitForTimeout(3_000);
    server.answer('refuse');
    await pickFiles(page, page.locator('#visible'), [file('other.jpg')]);
    const rows = await uploads(2, ended);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  });

  it('is cancelled where the person takes the file back before it is sent', async () => {
    server.answer('slow');
    await pickFiles(page, page.locator('#visible'), [file('meeting.jpg')]);
    await page.locator('.file-item .remove').click();
    const [upload] = await uploads(1, ended);
    expect(upload?.outcome).toBe('cancelled');
  });

  it('is one file where it is sent in pieces, and sent where a form was posted', async () => {
    await pickFiles(page, page.locator('#chunked'), [file('video.mp4')]);
    await uploads(1, ended);
    await pickFiles(page, page.locator('#native'), [file('table.docx')]);
    await page.locator('#classic button').click();
    await page.locator('h2').waitFor();
    const rows = await uploads(2, (upload) => ended(upload) && read(upload));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
  });
});
