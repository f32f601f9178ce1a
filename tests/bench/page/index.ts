/**
 * What the extension costs a page: task time and script time of a load, long tasks, and the time of a
 * key, without any extension, with an empty content script, and with this one, in turn within one run,
 * so that a machine that speeds up or slows down does so for all three.
 *
 * `npm run bench:page -- --json FILE --check --rounds N`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithExtension, type Session } from '../../e2e/browser';
import { agree } from '../../e2e/consent';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { BENCH_PAGES, type BenchPage } from './pages';

const VARIANTS = ['none', 'empty', 'ours'] as const;
type Variant = (typeof VARIANTS)[number];

interface Sample {
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly longTasks: number;
  readonly keyMs: number | undefined;
  /** Reading the form once, in idle time, ms. */
  readonly readMs: number | undefined;
}

interface Keys {
  readonly readMs: number;
  readonly keyMs: number;
}

/** Limits: against the empty content script, in the same run. */
const LOAD_LIMIT_MS = 5;
const KEY_LIMIT_MS = 0.1;
const TASK_SHARE_LIMIT = 0.02;

const { json, check, options } = readArguments({ rounds: '12' });
const rounds = Number(options.rounds);

const server = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '/').slice(1));
  const page = BENCH_PAGES.find((candidate) => candidate.name === name);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page?.html ?? '<!doctype html><title>.</title>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const emptyExtension = mkdtempSync(join(tmpdir(), 'empty-content-script-'));
mkdirSync(emptyExtension, { recursive: true });
writeFileSync(
  join(emptyExtension, 'manifest.json'),
  JSON.stringify({
    manifest_version: 3,
    name: 'empty',
    version: '1',
    content_scripts: [
      { matches: ['*://*/*'], js: ['empty.js'], run_at: 'document_start', all_frames: true },
    ],
  }),
);
writeFileSync(join(emptyExtension, 'empty.js'), '');

const sessions: Record<Variant, Session> = {
  none: await launchWithExtension({ port, extension: null }),
  empty: await launchWithExtension({ port, extension: emptyExtension }),
  ours: await launchWithExtension({ port }),
};
await agree(sessions.ours, 'values');

const samples = new Map<string, Sample[]>();
try {
  for (let round = -1; round < rounds; round += 1) {
    for (const page of BENCH_PAGES) {
      // A different order each round, so that no variant always follows the same one.
      for (const variant of rotated(VARIANTS, round + 1)) {
        const sample = await measure(sessions[variant], page);
        if (round < 0) continue;
        const key = `${page.name} · ${variant}`;
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
} finally {
  for (const variant of VARIANTS) await sessions[variant].close();
  rmSync(emptyExtension, { recursive: true, force: true });
  server.close();
}

const rows = BENCH_PAGES.flatMap((page) =>
  VARIANTS.map((variant) => {
    const all = samples.get(`${page.name} · ${variant}`) ?? [];
    const keys = all.flatMap(({ keyMs }) => (keyMs === undefined ? [] : [keyMs]));
    return {
      page: page.name,
      extension: variant,
      taskMs: median(all.map(({ taskMs }) => taskMs)),
      scriptMs: median(all.map(({ scriptMs }) => scriptMs)),
      longTasks: median(all.map(({ longTasks }) => longTasks)),
      keyMs: keys.length === 0 ? undefined : median(keys),
      readMs: page.fields === 0 ? undefined : median(all.map(({ readMs = 0 }) => readMs)),
    };
  }),
);
/** Differences round by round: each of ours against the empty one that ran beside it. */
const differences = BENCH_PAGES.map((page) => {
  const ours = samples.get(`${page.name} · ours`) ?? [];
  const empty = samples.get(`${page.name} · empty`) ?? [];
  const pairs = ours.flatMap((sample, index) => {
    const other = empty[index];
    return other === undefined ? [] : [{ ours: sample, empty: other }];
  });
  return {
    page: page.name,
    loadMs: median(pairs.map((pair) => pair.ours.taskMs - pair.empty.taskMs)),
    taskShare: median(pairs.map((pair) => pair.ours.taskMs / pair.empty.taskMs - 1)),
    longTasks: median(pairs.map((pair) => pair.ours.longTasks - pair.empty.longTasks)),
    keyMs:
      page.fields === 0
        ? undefined
        : median(pairs.map((pair) => (pair.ours.keyMs ?? 0) - (pair.empty.keyMs ?? 0))),
  };
});

printTable(rows);
console.log('\nOurs less the empty content script, median of pairs:');
printTable(differences);
if (json !== undefined) writeFileSync(json, JSON.stringify({ rounds, rows, differences }, null, 2));

const missed = differences.flatMap((row) => [
  ...(row.page !== '5000 fields' && row.loadMs > LOAD_LIMIT_MS
    ? [`${row.page}: ${row.loadMs.toFixed(1)} ms a load > ${LOAD_LIMIT_MS} ms`]
    : []),
  ...(row.page === '5000 fields' && row.taskShare > TASK_SHARE_LIMIT
    ? [`${row.page}: ${(row.taskShare * 100).toFixed(1)} % task time > ${TASK_SHARE_LIMIT * 100} %`]
    : []),
  ...(row.page === '5000 fields' && row.longTasks > 0 ? [`${row.page}: added long tasks`] : []),
  ...(row.keyMs !== undefined && row.keyMs > KEY_LIMIT_MS
    ? [`${row.page}: ${row.keyMs.toFixed(3)} ms a key > ${KEY_LIMIT_MS} ms`]
    : []),
]);
for (const line of missed) console.log(`limit missed: ${line}`);
process.exit(check && missed.length > 0 ? 1 : 0);

async function measure(session: Session, page: BenchPage): Promise<Sample> {
  const tab = await session.context.newPage();
  try {
    const cdp = await session.context.newCDPSession(tab);
    // Time of the page's own thread: what other programs take of the processor does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.addInitScript(() => {
      const holder = globalThis as unknown as { longTasks: number };
      holder.longTasks = 0;
      new PerformanceObserver((list) => {
        holder.longTasks += list.getEntries().length;
      }).observe({ type: 'longtask', buffered: true });
    });
    await tab.goto(`http://bench.qingshan.gov.cn/${encodeURIComponent(page.name)}`, {
      waitUntil: 'load',
    });
    await tab.waitForTimeout(400);
    const loaded = await metrics(cdp);
    const keys = page.fields === 0 ? undefined : await typeKeys(tab, cdp);
    const longTasks = await tab.evaluate(
      () => (globalThis as unknown as { longTasks: number }).longTasks,
    );
    return {
      taskMs: loaded.task,
      scriptMs: loaded.script,
      longTasks,
      keyMs: keys?.keyMs,
      readMs: keys?.readMs,
    };
  } finally {
    await tab.close();
  }
}

/**
 * Script time that one key adds, ms: forty keys after a first one, which may bring the reader in and
 * have the form read once, in idle time.
 */
async function typeKeys(tab: Page, cdp: CDPSession): Promise<Keys> {
  const begun = await metrics(cdp);
  await tab.locator('input').first().click();
  await tab.keyboard.type('1');
  let before = await metrics(cdp);
  for (let quiet = 0, tries = 0; quiet < 2 && tries < 30; tries += 1) {
    await tab.waitForTimeout(350);
    const now = await metrics(cdp);
    quiet = now.script - before.script < 1.5 ? quiet + 1 : 0;
    before = now;
  }
  const readMs = before.script - begun.script;
  const keys = 40;
  await tab.keyboard.type('1234567890'.repeat(keys / 10));
  const after = await metrics(cdp);
  return { readMs, keyMs: (after.script - before.script) / keys };
}

async function metrics(cdp: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => (list.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: value('TaskDuration'), script: value('ScriptDuration') };
}

function rotated<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
