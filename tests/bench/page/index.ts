/**
 * What the extension costs a page, in time of the page's own thread: task time and script time of a load
 * (up to one second after it), of the nine quiet seconds that follow, of reading a form, and of a key; and
 * long tasks. Without any extension, with an empty content script, with the same empty one again, and with
 * this one, in turn within one run, so that a machine that speeds up or slows down does so for all four.
 * What lies between the two empty ones is noise: a difference no larger tells nothing. Some loads are traced, for
 * what extensions cause in them by themselves (`caused.ts`).
 *
 * `npm run bench:page -- --json FILE --check --rounds N --looks N --pages text,busy --beside FOLDER`
 * (`--beside`: another build of the extension, measured in the same run).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithExtension, type Session } from '../../e2e/browser';
import { agree } from '../../e2e/consent';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { type CausedLoad, traceLoad } from './caused';
import { BENCH_PAGES, type BenchPage } from './pages';
import { type MedianOfPairs, median, medianOfPairs } from './statistics';

type Variant = 'none' | 'empty' | 'again' | 'ours' | 'beside';

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
  /** Task time of coming to a field and of the first key, with all that follows of it in idle time, ms. */
  readonly readMs?: number;
  /** Script time of one key, ms. */
  readonly keyMs?: number;
  /** Loads that were traced, after all others. */
  readonly traced: readonly CausedLoad[];
}

type Figure = 'idleMs' | 'readMs' | 'keyMs';

/**
 * Limits: against the empty content script, in the same run. Two equal loads differ by as much as the limit on
 * ordinary pages, and by ten times as much on the page of 5 000 fields: a load misses it where what the trace shows
 * as caused is more, by the upper end of its interval, or where the difference of whole loads is more, by the lower
 * end of its own. Long tasks likewise: the page of 5 000 fields has tasks of about 50 ms without anybody. The garbage
 * of a reading is collected while keys go on, three or four times: a key is the middle of many batches.
 */
const LOAD_LIMIT_MS = 5;
const KEY_LIMIT_MS = 0.1;
/** Share of the task time of a load with 5 000 fields. */
const TASK_SHARE_LIMIT = 0.02;

const UNKNOWN: MedianOfPairs = { median: Number.NaN, from: Number.NaN, to: Number.NaN };
const LOADS = 3;
const TRACED_LOADS = 2;
const LOADED_MS = 1_000;
const IDLE_MS = 9_000;
const BATCHES = 12;
const KEYS = '1234567890123456789012345';

const { json, check, options } = readArguments({
  rounds: '6',
  looks: '2',
  pages: '',
  beside: '',
});
const variants: readonly Variant[] = [
  'none',
  'empty',
  'again',
  'ours',
  ...(options.beside === '' ? [] : (['beside'] as const)),
];
const rounds = Number(options.rounds);
/** Every so many rounds the page is also left alone, and typed into; 0: never. */
const looks = Number(options.looks);
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

const emptyExtensions = [makeEmptyExtension(), makeEmptyExtension()] as const;

const folders: Record<Variant, string | null | undefined> = {
  none: null,
  empty: emptyExtensions[0],
  again: emptyExtensions[1],
  ours: undefined,
  beside: options.beside,
};
const sessions = new Map<Variant, Session>();
for (const variant of variants) {
  const extension = folders[variant];
  const session = await launchWithExtension({
    port,
    ...(extension === undefined ? {} : { extension }),
  });
  if (variant === 'ours' || variant === 'beside') await agree(session, 'values');
  sessions.set(variant, session);
}

const samples = new Map<string, Sample[]>();
try {
  for (let round = -1; round < rounds; round += 1) {
    for (const page of pages) {
      // A different order each round, so that no variant always follows the same one.
      for (const variant of rotated(variants, round + 1)) {
        const long = looks > 0 && round >= 0 && round % looks === 0;
        const session = sessions.get(variant);
        if (session === undefined) continue;
        const sample = await measure(session, page, round, long);
        if (round < 0) continue;
        const key = `${page.name} · ${variant}`;
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
} finally {
  for (const session of sessions.values()) await session.close();
  for (const folder of emptyExtensions) rmSync(folder, { recursive: true, force: true });
  server.close();
}

const rows = pages.flatMap((page) =>
  variants.map((variant) => {
    const all = samplesOf(page, variant);
    const loads = all.flatMap((sample) => sample.loads);
    const traced = all.flatMap((sample) => sample.traced);
    const figure = (name: Figure) => {
      const known = all.map((sample) => sample[name]).filter((value) => value !== undefined);
      return known.length === 0 ? undefined : median(known);
    };
    return {
      page: page.name,
      extension: variant,
      taskMs: median(loads.map(({ taskMs }) => taskMs)),
      scriptMs: median(loads.map(({ scriptMs }) => scriptMs)),
      causedMs: median(traced.map(({ causedMs }) => causedMs)),
      layouts: traced.reduce((sum, { layouts }) => sum + layouts, 0) / traced.length,
      longTasks: median(all.map(({ longTasks }) => longTasks)),
      idleMs: figure('idleMs'),
      readMs: figure('readMs'),
      keyMs: figure('keyMs'),
    };
  }),
);
const differences = pages.map((page) => difference(page, 'ours'));
const noise = pages.map((page) => difference(page, 'again'));

printTable(rows);
console.log('\nOurs less the empty content script, median of pairs with its 95 % interval:');
printTable(differences.map(printed));
console.log('\nThe empty content script again less the empty content script (noise):');
printTable(noise.map(printed));
if (options.beside !== '') {
  console.log(`\n${options.beside} less the empty content script:`);
  printTable(pages.map((page) => printed(difference(page, 'beside'))));
}
console.log(
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} on ${cpus().length} processors`,
);
if (json !== undefined) {
  writeFileSync(json, JSON.stringify({ rounds, rows, differences, noise }, null, 2));
}

const missed = differences.flatMap(({ page, load, caused, madeLong, usual, longTasks, keyMs }) => [
  ...(Math.max(caused.to, load.from) > limitOf(page, usual)
    ? [`${page}: ${withInterval(caused, 1)} ms a load > ${limitOf(page, usual).toFixed(1)} ms`]
    : []),
  ...(page === '5000 fields' && (madeLong.median > 0 || longTasks.from > 0)
    ? [`${page}: added long tasks`]
    : []),
  ...(keyMs !== undefined && keyMs.median > KEY_LIMIT_MS
    ? [`${page}: ${keyMs.median.toFixed(3)} ms a key > ${KEY_LIMIT_MS} ms`]
    : []),
]);
for (const line of missed) console.log(`limit missed: ${line}`);
process.exit(check && missed.length > 0 ? 1 : 0);

/** ms a load */
function limitOf(page: string, usual: number): number {
  return page === '5000 fields' ? TASK_SHARE_LIMIT * usual : LOAD_LIMIT_MS;
}

function samplesOf(page: BenchPage, variant: Variant): readonly Sample[] {
  return samples.get(`${page.name} · ${variant}`) ?? [];
}

/** One variant less the empty content script, each load and look against the one that ran beside it. */
function difference(page: BenchPage, variant: Variant) {
  const others = samplesOf(page, 'empty');
  const pairs = samplesOf(page, variant).flatMap((one, index) => {
    const other = others[index];
    return other === undefined ? [] : [{ one, other }];
  });
  const figure = (name: Figure): MedianOfPairs | undefined =>
    medianOfPairs(pairs.map(({ one, other }) => [one[name], other[name]]));
  const load =
    medianOfPairs(
      pairs.flatMap(({ one, other }) =>
        one.loads.map(({ taskMs }, index) => [taskMs, other.loads[index]?.taskMs] as const),
      ),
    ) ?? UNKNOWN;
  const traced = (name: keyof CausedLoad) =>
    medianOfPairs(
      pairs.flatMap(({ one, other }) =>
        one.traced.map((load, index) => [load[name], other.traced[index]?.[name]] as const),
      ),
    ) ?? UNKNOWN;
  const usual = median(others.flatMap(({ loads }) => loads.map(({ taskMs }) => taskMs)));
  return {
    page: page.name,
    load,
    caused: traced('causedMs'),
    madeLong: traced('madeLong'),
    usual,
    longTasks:
      medianOfPairs(pairs.map(({ one, other }) => [one.longTasks, other.longTasks])) ?? UNKNOWN,
    idleMs: figure('idleMs'),
    readMs: figure('readMs'),
    keyMs: figure('keyMs'),
  };
}

function printed({
  page,
  load,
  caused,
  usual,
  madeLong,
  longTasks,
  ...figures
}: ReturnType<typeof difference>) {
  return {
    page,
    'load, ms': withInterval(load, 1),
    'load, %': percent(load.median / usual),
    'caused, ms': withInterval(caused, 1),
    'caused, %': percent(caused.median / usual),
    'long tasks': withInterval(longTasks, 0),
    'made long': madeLong.median,
    'idle, ms': withInterval(figures.idleMs, 1),
    'first key, ms': withInterval(figures.readMs, 1),
    'key, ms': withInterval(figures.keyMs, 3),
  };
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function withInterval(value: MedianOfPairs | undefined, digits: number): string {
  if (value === undefined) return '';
  const { median, from, to } = value;
  return `${median.toFixed(digits)} (${from.toFixed(digits)} to ${to.toFixed(digits)})`;
}

function makeEmptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'empty-content-script-'));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'empty',
      version: '1',
      content_scripts: [
        { matches: ['*://*/*'], js: ['empty.js'], run_at: 'document_start', all_frames: true },
      ],
    }),
  );
  writeFileSync(join(folder, 'empty.js'), '');
  return folder;
}

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
    for (let index = 0; index < LOADS; index += 1) {
      // The counters begin anew with each document.
      await loadPage(tab, page, `${round}-${index}`);
      const { task, script } = await metrics(cdp);
      loads.push({ taskMs: task, scriptMs: script });
    }
    const after = long ? await lookLonger(tab, cdp, page) : {};
    const longTasks = await tab.evaluate(
      () => (globalThis as unknown as { longTasks: number }).longTasks,
    );
    return { loads, longTasks, ...after, traced: await traceLoads(session, page, round) };
  } finally {
    await tab.close();
  }
}

/** In a tab, and so in a process, of its own: what is compiled in the first load counts too. */
async function traceLoads(
  session: Session,
  page: BenchPage,
  round: number,
): Promise<readonly CausedLoad[]> {
  const tab = await session.context.newPage();
  try {
    const cdp = await session.context.newCDPSession(tab);
    const traced: CausedLoad[] = [];
    for (let index = 0; index < TRACED_LOADS; index += 1) {
      traced.push(await traceLoad(cdp, () => loadPage(tab, page, `${round}-traced-${index}`)));
    }
    return traced;
  } finally {
    await tab.close();
  }
}

async function loadPage(tab: Page, page: BenchPage, query: string): Promise<void> {
  const path = `${encodeURIComponent(page.name)}?${query}`;
  await tab.goto(`http://bench.qingshan.gov.cn/${path}`, { waitUntil: 'load' });
  await tab.waitForTimeout(LOADED_MS);
}

async function lookLonger(
  tab: Page,
  cdp: CDPSession,
  page: BenchPage,
): Promise<Pick<Sample, Figure>> {
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
  return { idleMs, readMs: read.task - begun.task, keyMs: median(keys) };
}

async function metrics(cdp: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => (list.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: value('TaskDuration'), script: value('ScriptDuration') };
}

function rotated<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T);
}
