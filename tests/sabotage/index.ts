/**
 * Are the adversarial tests worth anything? Each promise is broken on purpose, one small change of the
 * code at a time in a copy of it, and the tests that are to notice must fail. A test that stays green
 * beside a broken promise is a mistake of the test.
 *
 * The same tests are first run on the unchanged copy, where they must pass.
 *
 * `npm run sabotage -- --json FILE --only WORD --browser no|yes|only` (`yes` also builds the extension for
 * those that are only seen in a real browser)
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments } from '../bench/arguments';
import { printTable } from '../bench/table';
import { PROMISES, SABOTAGES, type Sabotage } from './sabotages';

const { json, options } = readArguments({ only: '', browser: 'no' });
const chosen = SABOTAGES.filter(
  ({ promise, what, browser = false }) =>
    `${promise} ${what}`.includes(options.only) &&
    (options.browser === 'yes' || (options.browser === 'only') === browser),
);
/** Tests that were run on unchanged code, and whether they passed. */
const green = new Map<string, boolean>();
const copy = mkdtempSync(join(tmpdir(), 'sabotage-'));
const rows: {
  promise: string;
  sabotage: string;
  tests: string;
  caught: string;
  seconds: number;
}[] = [];
try {
  makeCopy();
  for (const one of chosen) rows.push(tried(one));
} finally {
  rmSync(copy, { recursive: true, force: true });
}

console.log();
printTable(rows);
const missed = rows.filter(({ caught }) => caught !== 'yes').length;
const bare = PROMISES.filter((promise) => !SABOTAGES.some((one) => one.promise === promise));
console.log(`\n${rows.length} sabotages, ${rows.length - missed} caught, ${missed} not`);
for (const promise of bare) console.log(`No sabotage for: ${promise}`);
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = missed + bare.length > 0 ? 1 : 0;

function makeCopy(): void {
  const ours = resolve('.');
  const left = new Set(['node_modules', '.git', '.output', 'tests/.artifacts', 'start-output']);
  cpSync(ours, copy, {
    recursive: true,
    filter: (path) => !left.has(path.slice(ours.length + 1).replaceAll('\\', '/')),
  });
  symlinkSync(join(ours, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

/** Changes the copy, runs the tests that are to notice, and takes the change back. */
function tried(sabotage: Sabotage): (typeof rows)[number] {
  const { promise, what, path, from, to, tests } = sabotage;
  const startedAt = Date.now();
  const place = join(copy, path);
  const text = readFileSync(place, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${path}: not there exactly once: ${from}`);
  const clean = ranGreen(sabotage, false);
  writeFileSync(
    place,
    text.replace(from, () => to),
  );
  const spoilt = ranGreen(sabotage, true);
  writeFileSync(place, text);
  const caught = !clean ? 'fails unchanged' : spoilt ? 'NO' : 'yes';
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(`${caught.padEnd(4)} ${promise}: ${what} (${seconds} s)`);
  return { promise, sabotage: what, tests: tests.join(' '), caught, seconds };
}

/** Whether these tests pass; what passed on unchanged code is not run again. */
function ranGreen({ path, tests, named, browser }: Sabotage, isChanged: boolean): boolean {
  const key = [...tests, named, browser].join(' ');
  const known = green.get(key);
  if (!isChanged && known !== undefined) return known;
  const ran = tests.includes('lint')
    ? program('biome', 'lint', '--error-on-warnings', path)
    : (browser !== true || program('wxt', 'build')) &&
      program(
        'vitest',
        'run',
        // A machine that is busy must not be taken for a test that fails.
        '--testTimeout=600000',
        ...(browser ? ['--config', 'vitest.e2e.config.ts'] : []),
        ...tests,
        ...(named === undefined ? [] : ['-t', named]),
      );
  if (!isChanged) green.set(key, ran);
  return ran;
}

function program(name: string, ...args: string[]): boolean {
  const done = spawnSync('npx', ['--no-install', name, ...args], {
    cwd: copy,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}
