/**
 * How long a person waits for the report, the trends and the popup of a heavy year: a million and a
 * half records in the built extension's own IndexedDB. Times count from the navigation's start to the
 * moment when the thing stands on the page.
 *
 * `npm run bench:report -- --json FILE --check --rounds N --only NAME --profile FOLDER` (a folder is
 * filled once and used again)
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleForPage } from '../../bundle-for-page';
import { launchWithExtension, type Session } from '../../e2e/browser';
import { agree } from '../../e2e/consent';
import { readArguments } from '../arguments';
import { printTable } from '../table';

const FIRST_FIGURE_LIMIT_MS = 300;
const POPUP_LIMIT_MS = 100;
const RECORDS = 1_500_000;

const { json, check, options } = readArguments({ rounds: '7', profile: '', only: '' });
const rounds = Number(options.rounds);
const profile = options.profile || mkdtempSync(join(tmpdir(), 'qingzhuang-heavy-'));
mkdirSync(profile, { recursive: true });
const filled = join(profile, 'heavy-year.json');

/** What is waited for, by surface: name, address, selectors by what they are called. */
const SURFACES = [
  {
    name: 'summary, running week',
    address: 'report.html',
    marks: { shell: '.views', 'first figure': 'main [data-figure]', all: '.cards' },
  },
  {
    name: 'summary, a closed week',
    address: 'report.html#week={closed}',
    marks: { shell: '.views', 'first figure': 'main [data-figure]', all: '.cards' },
  },
  {
    name: 'trends',
    address: 'report.html#view=trends',
    marks: { shell: '.views', 'first figure': '[data-trend]', all: '[data-trend]' },
  },
  {
    name: 'popup',
    address: 'popup.html',
    marks: {
      shell: '.popup-numbers',
      'first figure': '[data-figure="reentry.ms"].signal',
      all: '[data-figure="reentry.ms"].signal',
    },
  },
] as const;

/** An opened report keeps the texts of the pages at hand some seconds later, for all that come. */
const STAYS_MS = 8_000;

const session = await launchWithExtension({ profile });
const rows: Record<string, unknown>[] = [];
let records = 0;
try {
  if (!existsSync(filled)) await fill(session);
  const settings = await session.openOwn('options.html');
  records = await countRecords(settings);
  await settings.close();
  const closed = weekBefore();
  const first = await session.openOwn('report.html');
  await first.waitForTimeout(STAYS_MS);
  await first.close();
  for (const { name, address, marks } of SURFACES) {
    if (!name.includes(options.only)) continue;
    const samples = new Map<string, number[]>();
    for (let round = -1; round < rounds; round += 1) {
      const times = await open(session, address.replace('{closed}', closed), marks);
      if (round < 0) continue;
      for (const [mark, ms] of Object.entries(times)) {
        samples.set(mark, [...(samples.get(mark) ?? []), ms]);
      }
    }
    for (const [mark, times] of samples) {
      rows.push({ surface: name, until: mark, median: median(times), worst: Math.max(...times) });
    }
  }
} finally {
  await session.close();
  if (options.profile === '') rmSync(profile, { recursive: true, force: true });
}

console.log(`${records.toLocaleString('en')} records, ${rounds} rounds, ms from navigation:`);
printTable(
  rows.map((row) => ({
    ...row,
    median: Math.round(row.median as number),
    worst: Math.round(row.worst as number),
  })),
);
if (json !== undefined) writeFileSync(json, JSON.stringify({ records, rounds, rows }, null, 2));

const of = (surface: string, until: string) =>
  (rows.find((row) => row.surface === surface && row.until === until)?.median as number) ??
  Number.POSITIVE_INFINITY;
const missed = [
  ...(records < RECORDS ? [`only ${records} records`] : []),
  ...['summary, running week', 'summary, a closed week'].flatMap((surface) =>
    of(surface, 'first figure') > FIRST_FIGURE_LIMIT_MS
      ? [
          `${surface}: first figure after ${of(surface, 'first figure').toFixed(0)} ms > ${FIRST_FIGURE_LIMIT_MS} ms`,
        ]
      : [],
  ),
  ...(of('popup', 'shell') > POPUP_LIMIT_MS
    ? [`popup: open after ${of('popup', 'shell').toFixed(0)} ms > ${POPUP_LIMIT_MS} ms`]
    : []),
];
for (const line of missed) console.log(`limit missed: ${line}`);
process.exit(check && missed.length > 0 ? 1 : 0);

async function fill(browser: Session): Promise<void> {
  await agree(browser, 'values');
  const code = await bundleForPage(new URL('heavy-year.ts', import.meta.url), 'heavy');
  const page = await browser.openOwn('options.html');
  const startedAt = Date.now();
  page.setDefaultTimeout(0);
  await page.evaluate(code);
  const counts = await page.evaluate<Record<string, number>>('heavy.heavyYear(Date.now())');
  printTable([counts]);
  console.log(`filled in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  writeFileSync(filled, JSON.stringify(counts));
  await page.close();
}

/** Times from the navigation's start until each mark stands on the page, ms. */
async function open(
  browser: Session,
  address: string,
  marks: Readonly<Record<string, string>>,
): Promise<Record<string, number>> {
  const page = await browser.context.newPage();
  try {
    await page.addInitScript(`{
      const marks = ${JSON.stringify(marks)};
      const times = (globalThis.times = {});
      new MutationObserver(() => {
        for (const name in marks) {
          if (times[name] === undefined && document.querySelector(marks[name]) !== null) {
            times[name] = performance.now();
          }
        }
      }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    }`);
    await page.goto(`chrome-extension://${browser.extensionId}/${address}`);
    await page.waitForFunction(
      (count) => Object.keys((globalThis as unknown as { times: object }).times).length === count,
      Object.keys(marks).length,
      { timeout: 60_000 },
    );
    return await page.evaluate(
      () => (globalThis as unknown as { times: Record<string, number> }).times,
    );
  } finally {
    await page.close();
  }
}

function countRecords(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('qingzhuang');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    let sum = 0;
    for (const name of database.objectStoreNames) {
      sum += await new Promise<number>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    database.close();
    return sum;
  });
}

/** The key of the week before the running one. */
function weekBefore(): string {
  const day = new Date(Date.now() - 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(
    ((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7,
  );
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
