/**
 * Computes the times of a published record again.
 *
 * `npm run replay -- [--theta SECONDS] PATH…`
 *
 * A research package (.zip): every time in its tables is computed again from its stays and pauses, and
 * what differs is named. With `--theta` also the working time under that pause limit. An evidence log
 * (.json), alone or inside a recorded run: its intervals and clocks, and what differs from the figures
 * that the run gives. Ends with 1 where anything differs or cannot be read.
 */

import { readFileSync } from 'node:fs';
import { clocks, sumClocks } from '../../domain/clocks';
import { EvidenceLogError, readEvidenceLog, replayLog } from '../../domain/evidence-log';
import { groupBy } from '../../domain/grouping';
import type { Interval } from '../../domain/records';
import type { Clocks } from '../../domain/summary';
import { readPackage } from './read-package';
import { replayPackage, workedUnder } from './replay-package';

const USAGE = 'npm run replay -- [--theta SECONDS] PATH…';

function readWords(words: readonly string[]): {
  readonly theta?: number;
  readonly paths: string[];
} {
  const paths: string[] = [];
  let theta: number | undefined;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--theta') {
      theta = Number(rest.shift());
      if (!(theta > 0)) throw new Error(`--theta needs seconds above 0. ${USAGE}`);
    } else if (word.startsWith('--')) throw new Error(`Unknown option ${word}. ${USAGE}`);
    else paths.push(word);
  }
  if (paths.length === 0) throw new Error(`Nothing was given to replay. ${USAGE}`);
  return { paths, ...(theta === undefined ? {} : { theta }) };
}

/** @returns whether all agrees */
function replayArchive(path: string, theta: number | undefined): boolean {
  const tables = readPackage(readFileSync(path));
  const { figures, differing, sumsOnly } = replayPackage(tables);
  console.log(`${path}: ${figures} figures computed again, ${differing.length} differ`);
  if (sumsOnly.length > 0) console.log(`only sums are left of ${sumsOnly.join(', ')}`);
  for (const { where, says, replayed } of differing) {
    console.log(`${where}: the package says ${says}, replayed ${replayed}`);
  }
  if (theta !== undefined) {
    console.log(`working under θ = ${theta} s`);
    for (const { week, platform, workingMs } of workedUnder(tables, theta * 1000)) {
      console.log(`${week},${platform},${Math.round(workingMs / 1000)}`);
    }
  }
  return differing.length === 0;
}

type ByTheta = Readonly<Record<string, Readonly<Record<string, Clocks>>>>;

/** @returns whether all agrees */
function replayRun(path: string, theta: number | undefined): boolean {
  const text = readFileSync(path, 'utf8');
  const read = JSON.parse(text) as { readonly log?: object; readonly clocks?: ByTheta };
  const log = readEvidenceLog(read.log === undefined ? text : JSON.stringify(read.log));
  const intervals = replayLog(log);
  console.log(`${path}: ${log.arrivals.length} pieces of evidence, ${intervals.length} intervals`);
  const said = read.clocks ?? {};
  let agrees = true;
  const found = groupBy(intervals, (one) => one.platform);
  // A platform of which the run gives figures and the log nothing differs too.
  for (const platform of new Set([...found.keys(), ...Object.keys(said)])) {
    const own = found.get(platform) ?? [];
    const thetas = theta === undefined ? Object.keys(said[platform] ?? { 60: 0 }) : [String(theta)];
    for (const one of thetas) {
      const sum = clocksOf(own, Number(one) * 1000);
      const before = said[platform]?.[one];
      const differs = before !== undefined && !sameClocks(before, sum);
      agrees &&= !differs;
      const figures = Object.entries(sum).map(([name, ms]) => `${name} ${ms}`);
      console.log(`${platform} θ ${one} s: ${figures.join(', ')}${differs ? ' — DIFFERS' : ''}`);
    }
  }
  return agrees;
}

function clocksOf(intervals: readonly Interval[], thetaMs: number): Clocks {
  return sumClocks(intervals.map((one) => clocks(one, thetaMs)));
}

function sameClocks(a: Clocks, b: Clocks): boolean {
  return Object.entries(a).every(([name, ms]) => b[name as keyof Clocks] === ms);
}

try {
  const { paths, theta } = readWords(process.argv.slice(2));
  for (const path of paths) {
    const agrees = path.endsWith('.json') ? replayRun(path, theta) : replayArchive(path, theta);
    if (!agrees) process.exitCode = 1;
  }
} catch (problem) {
  const known = problem instanceof EvidenceLogError ? `The log cannot be read: ` : '';
  console.error(`${known}${problem instanceof Error ? problem.message : String(problem)}`);
  process.exitCode = 1;
}
