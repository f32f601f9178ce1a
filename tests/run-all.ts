/**
 * Everything that must hold, in one command: format, lint, types, dead code, unit tests, the builds,
 * their sizes, the Firefox linter, the built extension in real browsers. Goes on after a failure, so
 * that one run shows all of them, and ends with one line of counts.
 *
 * `npm test -- unit e2e` runs only the steps whose names are given.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly says: string;
  run(): Counts;
}

const reports = mkdtempSync(join(tmpdir(), 'qingzhuang-test-'));

/** Runs a program of this project; a step is one count. */
function command(name: string, ...args: string[]): Counts {
  const done = spawnSync('npx', ['--no-install', name, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return done.status === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs vitest and counts its tests. A run that executed none has failed. */
function vitest(...args: string[]): Counts {
  const report = join(reports, `${Math.random().toString(36).slice(2)}.json`);
  const ran = command(
    'vitest',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that cannot even be loaded holds no failed test, yet the run has failed.
    const failed = Math.max(numFailedTests, ran.failed, numPassedTests === 0 ? 1 : 0);
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs a bench that writes its counts as JSON. */
function bench(name: string, ...args: string[]): Counts {
  const report = join(reports, `${name}.json`);
  const ran = command('tsx', `tests/bench/${name}/index.ts`, ...args, '--check', '--json', report);
  try {
    const { passed, failed, skipped } = JSON.parse(readFileSync(report, 'utf8')) as Counts;
    return { passed, failed: Math.max(failed, ran.failed), skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function all(...counts: Counts[]): Counts {
  return counts.reduce((sum, one) => ({
    passed: sum.passed + one.passed,
    failed: sum.failed + one.failed,
    skipped: sum.skipped + one.skipped,
  }));
}

const STEPS: readonly Step[] = [
  { name: 'prepare', says: 'Generated types', run: () => command('wxt', 'prepare') },
  {
    name: 'lint',
    says: 'Format and lint',
    run: () => command('biome', 'ci', '--error-on-warnings', '.'),
  },
  { name: 'types', says: 'Types', run: () => command('tsc', '--noEmit', '-p', '.') },
  { name: 'dead-code', says: 'Dead code', run: () => command('knip') },
  { name: 'unit', says: 'Unit tests', run: () => vitest() },
  {
    name: 'build',
    says: 'Builds for Chrome, Edge and Firefox',
    run: () =>
      all(
        command('wxt', 'build'),
        command('wxt', 'build', '-b', 'edge'),
        command('wxt', 'build', '-b', 'firefox', '--mv3'),
      ),
  },
  { name: 'package', says: 'What was built', run: () => command('tsx', 'tests/check-package.ts') },
  {
    name: 'engines',
    says: 'Oldest engines',
    run: () => command('tsx', 'tests/check-engines.ts'),
  },
  {
    name: 'firefox-lint',
    says: 'Linter of Firefox add-ons',
    run: () => command('tsx', 'tests/lint-firefox.ts'),
  },
  {
    name: 'e2e',
    says: 'The built extension in a real browser',
    run: () => vitest('--config', 'vitest.e2e.config.ts'),
  },
  {
    name: 'time',
    says: 'Time under faults, on a screen of its own with a real mouse and keyboard',
    run: () => bench('time', '--form', 'short'),
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.`,
  );
  process.exit(2);
}

let total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];
for (const step of STEPS) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  const startedAt = Date.now();
  console.log(`\n── ${step.says} (${step.name})`);
  const counts = step.run();
  total = all(total, counts);
  if (counts.failed > 0) failedSteps.push(step.name);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`── ${step.name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
}
rmSync(reports, { recursive: true, force: true });
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
