import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchWithExtension, type Session } from '../../e2e/browser';
import { agree } from '../../e2e/consent';
import { waitForTables } from '../../e2e/records';
import { startUploadServer, UPLOAD_HOST } from '../../e2e/upload-pages';
import { pickFiles } from '../../portals/steps/entry';

const BYTES = 500 * 1024 * 1024;

export interface LargeFile {
  readonly variant: 'without' | 'with the extension';
  /** Fastest of the rounds, ms from the request to its answer. */
  readonly uploadMs: number;
  /** Middle of the rounds, ms. */
  readonly medianMs: number;
  /** Longest task of the page's thread in any round, ms; 0 where none is over 50. */
  readonly longestTaskMs: number;
  /** From the hand-over until the digest stands in the database, ms. */
  readonly digestMs: number | undefined;
}

/**
 * Uploads a file of 500 MB in the built extension and without it, by turns in one run.
 *
 * @throws Error where the file did not reach the server whole
 */
export async function judgeLargeFile(rounds: number): Promise<readonly [LargeFile, LargeFile]> {
  const folder = mkdtempSync(join(tmpdir(), 'large-file-'));
  const path = join(folder, 'record.mp4');
  writeFileSync(path, '');
  truncateSync(path, BYTES);
  const server = await startUploadServer();
  const without = await launchWithExtension({ port: server.port, extension: null });
  const ours = await launchWithExtension({ port: server.port });
  try {
    await agree(ours, 'values');
    const plain: Measured[] = [];
    const own: Measured[] = [];
    const digests: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [before] = [server.received.length];
      // In turn: the machine is not as fast in one minute as in the next.
      if (round % 2 === 0) plain.push(await upload(without, path));
      const startedAt = Date.now();
      own.push(await upload(ours, path));
      await waitForTables(ours, ({ uploads = [] }) =>
        (uploads as { digest?: string }[]).every(({ digest }) => digest !== undefined),
      );
      digests.push(Date.now() - startedAt);
      if (round % 2 === 1) plain.push(await upload(without, path));
      if (server.received.slice(before).some((bytes) => bytes !== BYTES))
        throw new Error('The file did not reach the server whole.');
    }
    return [
      { ...summed('without', plain), digestMs: undefined },
      { ...summed('with the extension', own), digestMs: Math.min(...digests) },
    ];
  } finally {
    await without.close();
    await ours.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly uploadMs: number;
  readonly longestTaskMs: number;
}

function summed(variant: LargeFile['variant'], measured: readonly Measured[]) {
  return {
    variant,
    uploadMs: Math.min(...measured.map(({ uploadMs }) => uploadMs)),
    medianMs: middle(measured.map(({ uploadMs }) => uploadMs)),
    longestTaskMs: Math.max(...measured.map(({ longestTaskMs }) => longestTaskMs)),
  };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

async function upload(session: Session, path: string): Promise<Measured> {
  const page: Page = await session.openTab(`http://${UPLOAD_HOST}/`);
  await page.locator('h1').click();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await pickFiles(page, page.locator('#visible'), [path]);
  await page.locator('.file-item.success').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1_500);
  const measured = await page.evaluate(() => {
    const [entry] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/api/file/upload'));
    const { tasks } = globalThis as unknown as { tasks: number[] };
    return { uploadMs: entry?.duration ?? 0, longestTaskMs: Math.max(0, ...tasks) };
  });
  await page.close();
  return measured;
}
