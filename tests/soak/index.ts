/**
 * `npm run soak -- --minutes 120`: accelerated weeks with worker deaths until the time is over. Nothing
 * may be lost or doubled, the database must stay bounded, and the memory flat.
 */
import 'fake-indexeddb/auto';
import { readArguments } from '../bench/arguments';
import { acceleratedWeeks, type SoakWeek } from './accelerated-weeks';

const { options } = readArguments({ minutes: '120', seed: '1', deaths: '0.05' });
const end = Date.now() + Number(options.minutes) * 60_000;
const weeks: (SoakWeek & { readonly heapMb: number })[] = [];
for await (const week of acceleratedWeeks({
  seed: Number(options.seed),
  retentionDays: 28,
  messagesPerDay: 40,
  deaths: Number(options.deaths),
})) {
  globalThis.gc?.();
  const heapMb = Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
  weeks.push({ ...week, heapMb });
  const { messages, deaths, rows, lost, doubled, overdue } = week;
  console.log(
    `week ${week.week}: ${messages} messages, ${deaths} deaths, ${rows} rows, ${heapMb} MB; ${lost.length} lost, ${doubled.length} doubled, ${overdue} overdue`,
  );
  if (Date.now() > end) break;
}

// The first third fills the database; from then on both must stay where they are.
const third = Math.ceil(weeks.length / 3);
const mean = (rows: readonly number[]) =>
  rows.reduce((sum, one) => sum + one, 0) / Math.max(1, rows.length);
const growth = (of: (week: (typeof weeks)[number]) => number) =>
  mean(weeks.slice(2 * third).map(of)) / mean(weeks.slice(third, 2 * third).map(of)) - 1;
const faults = [
  ...(weeks.some(({ lost, doubled }) => lost.length + doubled.length > 0)
    ? ['lost or doubled']
    : []),
  ...(weeks.some(({ overdue }) => overdue > 0) ? ['kept too long'] : []),
  ...(weeks.length >= 24 && growth(({ rows }) => rows) > 0.1 ? ['the database grows'] : []),
  ...(weeks.length >= 24 && growth(({ heapMb }) => heapMb) > 0.1 ? ['the memory grows'] : []),
];
console.log(
  `${weeks.length} weeks; rows ${(100 * growth(({ rows }) => rows)).toFixed(1)} %, heap ${(100 * growth(({ heapMb }) => heapMb)).toFixed(1)} % from the middle third to the last. ${faults.length === 0 ? 'Clean.' : `FAILED: ${faults.join(', ')}`}`,
);
process.exit(faults.length > 0 ? 1 : 0);
