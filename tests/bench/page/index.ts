/**
 * What the extension costs a page, in time of the page's own thread: task time and script time of a load
 * (up to one second after it), of the nine quiet seconds that follow, of reading a form, and of a key; and
 * long tasks. Without any extension, with an empty content script, and with this one, in turn within one
 * run, so that a machine that speeds up or slows down does so for all three.
 *
 * `npm run bench:page -- --json FILE --check --rounds N --pages text,busy`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithExtension, type Session } from '../../e2e/browser';
import { agree } from '../../e2e/consent';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { BENCH_PAGES, type BenchPage } from './pages';

const VARIANTS = ['none', 'empty', 'ours'] as const;
type Variant = (typeof VARIANTS)[number];

interface Load {
  readonly taskMs: number;
  readonly scriptMs: number;
}

/** What one tab showed: some loads, and on longer looks what came after the last of them. */
interface Sample {
  readonly loads: readonly Load[];
  readonly longTasks: number;
  /** Task time from one to ten seconds after the load, while nobody does anything, ms. */
  readonly idleMs?: number;
  /** Reading the form once, in idle time, ms. */
  readonly readMs?: number;
  /** Script time of one key, ms. */
  readonly keyMs?: number;
}

/** Limits: against the empty content script, in the same run. */
const LOAD_LIMIT_MS = 5;
const KEY_LIMIT_MS = 0.1;
const TASK_SHARE_LIMIT = 0.02;

const LOADS = 3;
const LOADED_MS = 1_000;
const IDLE_MS = 9_000;
/** Every so many rounds the page is also left alone, and typed into. */
const LONG_LOOK = 2;
const BATCHES = 4;
const KEYS = '1234567890123456789012345';

const { json, check, options } = readArguments({ rounds: '6', pages: '' });
const rounds = Number(options.rounds);
const pages = BENCH_PAGES.filter(({ name }) =>
  options.pages.split(',').some((part) => name.includes(part)),
);

const server = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '/').slice(1).split('?', 1)[0] ?? '');
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
    for (const page of pages) {
      // A different order each round, so that no variant always follows the same one.
      for (const variant of rotated(VARIANTS, round + 1)) {
        const long = round >= 0 && round % LONG_LOOK === 0 && variant !== 'none';
        const sample = await measure(sessions[variant], page, round, long);
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

const rows = pages.flatMap((page) =>
  VARIANTS.map((variant) => {
    const all = samples.get(`${page.name} · ${variant}`) ?? [];
    const loads = all.flatMap((sample) => sample.loads);
    return {
      page: page.name,
      extension: variant,
      taskMs: median(loads.map(({ taskMs }) => taskMs)),
      scriptMs: median(loads.map(({ scriptMs }) => scriptMs)),
      longTasks: median(all.map(({ longTasks }) => longTasks)),
      idleMs: medianOf(all.map(({ idleMs }) => idleMs)),
      readMs: medianOf(all.map(({ readMs }) => readMs)),
      keyMs: medianOf(all.map(({ keyMs }) => keyMs)),
    };
  }),
);
/** Differences in pairs: each of ours against the empty one that ran beside it. */
const differences = pages.map((page) => {
  const ours = samples.get(`${page.name} · ours`) ?? [];
  const empty = samples.get(`${page.name} · empty`) ?? [];
  const pairs = ours.flatMap((sample, index) => {
    const other = empty[index];
    return other === undefined ? [] : [{ ours: sample, empty: other }];
  });
  const loads = pairs.flatMap((pair) =>
    pair.ours.loads.flatMap((load, index) => {
      const other = pair.empty.loads[index];
      return other === undefined ? [] : [{ ours: load.taskMs, empty: other.taskMs }];
    }),
  );
  const usual = median(loads.map((load) => load.empty));
  const loadMs = median(loads.map((load) => load.ours - load.empty));
  const added = (of: (sample: Sample) => number | undefined) =>
    medianOf(
      pairs.map((pair) => {
        const [one, other] = [of(pair.ours), of(pair.empty)];
        return one === undefined || other === undefined ? undefined : one - other;
      }),
    );
  return {
    page: page.name,
    loadMs,
    taskShare: loadMs / usual,
    longTasks: median(pairs.map((pair) => pair.ours.longTasks - pair.empty.longTasks)),
    idleMs: added(({ idleMs }) => idleMs),
    keyMs: added(({ keyMs }) => keyMs),
  };
});

printTable(rows);
console.log('\nOurs less the empty content script, median of pairs:');
printTable(differences);
console.log(
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} on ${cpus().length} processors`,
);
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

async function measure(
  session: Session,
  page: BenchPage,
  round: number,
  long: boolean,
): Promise<Sample> {
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
    const loads: Load[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      // The counters begin anew with each document.
      await tab.goto(
        `http://bench.qingshan.gov.cn/${encodeURIComponent(page.name)}?${round}-${load}`,
        { waitUntil: 'load' },
      );
      await tab.waitForTimeout(LOADED_MS);
      const { task, script } = await metrics(cdp);
      loads.push({ taskMs: task, scriptMs: script });
    }
    const after = long ? await lookLonger(tab, cdp, page) : {};
    const longTasks = await tab.evaluate(
      () => (globalThis as unknown as { longTasks: number }).longTasks,
    );
    return { loads, longTasks, ...after };
  } finally {
    await tab.close();
  }
}

async function lookLonger(
  tab: Page,
  cdp: CDPSession,
  page: BenchPage,
): Promise<Pick<Sample, 'idleMs' | 'readMs' | 'keyMs'>> {
  const loaded = await metrics(cdp);
  await tab.waitForTimeout(IDLE_MS);
  const begun = await metrics(cdp);
  const idleMs = begun.task - loaded.task;
  if (page.fields === 0) return { idleMs };
  // The first key brings the reader in and has the form read once, in idle time.
  await tab.locator('input').first().click();
  await tab.keyboard.type('1');
  let read = await metrics(cdp);
  for (let quiet = 0, tries = 0; quiet < 2 && tries < 30; tries += 1) {
    await tab.waitForTimeout(350);
    const now = await metrics(cdp);
    quiet = now.script - read.script < 1.5 ? quiet + 1 : 0;
    read = now;
  }
  const keys: number[] = [];
  let before = read;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await tab.keyboard.type(KEYS);
    const now = await metrics(cdp);
    keys.push((now.script - before.script) / KEYS.length);
    before = now;
  }
  return { idleMs, readMs: read.script - begun.script, keyMs: median(keys) };
}

async function metrics(cdp: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => (list.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: value('TaskDuration'), script: value('ScriptDuration') };
}

function rotated<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T);
}

function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
