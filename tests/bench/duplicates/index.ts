/**
 * How long the duplicate engine takes for one new submission, in a real browser with its real
 * database: 2 200 forms, 10⁶ digests, 20 000 submissions; every value is looked up under two keys, as
 * in the quarter after a rotation. The browser is restarted between filling and measuring.
 *
 * `npm run bench:duplicates -- --json FILE --check --count N --only storage`
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Rollup } from 'vite';
import { launchWithExtension } from '../../e2e/browser';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import type { Timing } from './page';

/** Limit for a new submission at the 95th percentile, and for what it adds to the store. */
const JUDGE_LIMIT_MS = 20;
const STORAGE_LIMIT_BYTES = 4_096;
const DAY_LIMIT_BYTES = 300_000;
const SUBMISSIONS = 2_000;
const DAYS = 25;

interface PageBench {
  seed(): Promise<{ readonly digests: number; readonly submissions: number }>;
  measure(count: number): Promise<readonly Timing[]>;
  measureForms(): Promise<{ readonly ms: number; readonly pairs: number }>;
  fillSubmissions(count: number): Promise<void>;
  fillDays(days: number): Promise<void>;
  usedBytes(): Promise<number>;
}
declare const bench: PageBench;

const { json, check, options } = readArguments({ count: '400', only: '' });
const count = Number(options.count);

const server = createServer((request, response) => {
  const isScript = request.url === '/bench.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(
    isScript ? script : '<!doctype html><script src="/bench.js" type="module"></script>',
  );
});
const script = await bundle();
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
const profile = mkdtempSync(join(tmpdir(), 'duplicates-bench-'));
const emptyProfiles: string[] = [];

try {
  const storageBytes = await bytesEach(SUBMISSIONS, (n) => bench.fillSubmissions(n));
  const dayBytes = await bytesEach(DAYS, (n) => bench.fillDays(n));
  reportStorage(storageBytes, dayBytes);
  if (options.only === 'storage') {
    if (json !== undefined)
      writeFileSync(json, JSON.stringify({ storageBytes, dayBytes }, null, 2));
  } else {
    const filled = await inBrowser((page) => page.evaluate(() => bench.seed()));
    console.log(`stored: ${filled.digests} digests, ${filled.submissions} submissions`);
    const figures = await inBrowser(async (page) => ({
      timings: await page.evaluate((n) => bench.measure(n), count),
      forms: await page.evaluate(() => bench.measureForms()),
    }));
    report({ ...figures, storageBytes, dayBytes });
  }
} finally {
  server.close();
  for (const folder of [profile, ...emptyProfiles])
    rmSync(folder, { recursive: true, force: true });
}

/**
 * Bytes that each of `count` takes in a store that held nothing before, after the browser was started
 * again: until then it keeps much of what it wrote twice, in a journal of several megabytes.
 */
async function bytesEach(count: number, fill: (count: number) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duplicates-bench-empty-'));
  emptyProfiles.push(folder);
  await inBrowser((page) => page.evaluate(fill, count), folder);
  return (await inBrowser((page) => page.evaluate(() => bench.usedBytes()), folder)) / count;
}

function reportStorage(storageBytes: number, dayBytes: number): void {
  console.log(
    `storage per submission: ${Math.round(storageBytes)} bytes (limit ${STORAGE_LIMIT_BYTES})`,
  );
  console.log(
    `storage per day of heavy use: ${Math.round(dayBytes)} bytes (limit ${DAY_LIMIT_BYTES})`,
  );
  if (check && (storageBytes > STORAGE_LIMIT_BYTES || dayBytes > DAY_LIMIT_BYTES))
    process.exitCode = 1;
}

interface Figures {
  readonly timings: readonly Timing[];
  readonly forms: { readonly ms: number; readonly pairs: number };
  readonly storageBytes: number;
  readonly dayBytes: number;
}

function report({ timings, forms, ...storage }: Figures): void {
  const judged = timings.map(({ judgeMs }) => judgeMs);
  const settled = timings.map(({ settleMs }) => settleMs);
  const rows = [
    { what: 'look-up and decision', ...percentiles(judged), limit: `p95 ≤ ${JUDGE_LIMIT_MS} ms` },
    { what: '  digests', ...percentiles(timings.map(({ lookUpMs }) => lookUpMs)), limit: '' },
    { what: '  submissions', ...percentiles(timings.map(({ readMs }) => readMs)), limit: '' },
    { what: 'with reading the mark and writing', ...percentiles(settled), limit: '' },
  ];
  printTable(rows);
  const found = timings.filter(({ reentered }) => reentered > 0).length;
  console.log(`submissions with re-entered fields: ${found} of ${timings.length}`);
  console.log(
    `isomorphic forms of one among 2 200: ${forms.ms.toFixed(1)} ms, ${forms.pairs} pairs`,
  );
  if (json !== undefined) writeFileSync(json, JSON.stringify({ rows, forms, ...storage }, null, 2));
  if (check && percentiles(judged).p95 > JUDGE_LIMIT_MS) process.exitCode = 1;
}

function percentiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

async function inBrowser<Result>(
  work: (
    page: Awaited<ReturnType<Awaited<ReturnType<typeof launchWithExtension>>['openTab']>>,
  ) => Promise<Result>,
  folder: string = profile,
): Promise<Result> {
  const session = await launchWithExtension({ extension: null, profile: folder });
  try {
    const page = await session.openTab(`http://127.0.0.1:${port}/`);
    page.setDefaultTimeout(600_000);
    await page.waitForFunction(() => 'bench' in globalThis);
    return await work(page);
  } finally {
    await session.close();
  }
}

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome109',
      rollupOptions: { input: resolve('tests/bench/duplicates/page.ts') },
      modulePreload: false,
    },
  })) as Rollup.RollupOutput;
  const chunk = built.output.find((one) => one.type === 'chunk' && one.isEntry);
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}
