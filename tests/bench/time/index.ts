/**
 * The fault suite: is time recorded right, whatever happens? A person works in a real browser on a
 * screen of its own, with a real mouse and keyboard and nothing attached to the extension's worker;
 * what was done is compared with what the extension recorded.
 *
 * `npm run bench:time -- --only "tabs,alert" --form short --jobs 2 --json FILE --check`;
 * `--screen none` runs what can run without a screen; `--logs FOLDER` keeps the evidence of each scenario.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EvidenceLog, replayLog } from '../../../utils/domain/evidence-log';
import { CHROMIUM_BUILD } from '../../e2e/browser';
import { clocksByTheta, type Vector } from '../../vectors/time/vector';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { type Display, missingPrograms, startDisplay } from './display';
import { CLOCKS, type ClockName, largestOverlap, recordedClocks } from './figures';
import { headlessDisplay } from './headless';
import { CannotDo, Person } from './person';
import { SCENARIOS, type Scenario } from './scenarios';
import { startSite } from './site';

interface Row {
  readonly scenario: string;
  readonly platform: string;
  readonly clock: string;
  readonly truthMs: number;
  readonly recordedMs: number;
  readonly errorMs: number;
  readonly recoveredMs: number;
  readonly cappedMs: number;
  readonly verdict: 'right' | 'wrong';
}

interface Outcome {
  readonly scenario: Scenario;
  readonly rows: readonly Row[];
  /** Messages of all observers to the worker. */
  readonly messages: number;
  readonly failure?: string;
  /** The screen, the browser or the hands failed: nothing was measured. */
  readonly notRun?: boolean;
  /** What this browser lacks for it. */
  readonly lacks?: string;
}

const LIMIT_MS = 1_000;
const LIMIT_SHARE = 0.02;
const MESSAGE_MS = 5_000;
const LONGEST_MS = 420_000;

/** Lets the person do it, and compares what was true with what was recorded. */
async function measure(scenario: Scenario, person: Person, short: boolean): Promise<Outcome> {
  await person.sitDown();
  await scenario.run(person, short);
  const endedAt = Date.now();
  const intervals = await person.lookAtRecords();
  const truth = person.truth.clocks(endedAt);
  const recorded = recordedClocks(intervals);
  const overlap = largestOverlap(intervals);
  const sum = (platform: string, certainty: string) =>
    intervals
      .filter((one) => one.platform === platform && one.certainty === certainty)
      .reduce((total, { from, to }) => total + to - from, 0);
  const messages = await person.countMessages();
  const rows = [...new Set([...truth.keys(), ...recorded.keys()])].flatMap((platform) =>
    CLOCKS.flatMap((clock): Row[] => {
      const truthMs = truth.get(platform)?.[clock] ?? 0;
      const recordedMs = recorded.get(platform)?.[clock] ?? 0;
      if (truthMs === 0 && recordedMs === 0) return [];
      const errorMs = recordedMs - truthMs;
      const recoveredMs = sum(platform, 'recovered');
      const cappedMs = sum(platform, 'capped');
      const limit = Math.max(LIMIT_MS, truthMs * LIMIT_SHARE);
      const lost = scenario.mayLose === undefined ? 0 : scenario.mayLose * 1_000;
      const shown = errorMs >= -limit || recoveredMs + cappedMs > 0;
      return [
        {
          scenario: scenario.name,
          platform,
          clock,
          truthMs,
          recordedMs,
          errorMs,
          recoveredMs,
          cappedMs,
          verdict: errorMs <= limit && errorMs >= -limit - lost && shown ? 'right' : 'wrong',
        },
      ];
    }),
  );
  const log = await person.readEvidence();
  if (options.logs !== '') {
    mkdirSync(options.logs, { recursive: true });
    const file = join(options.logs, `${scenario.name.replace(/\W+/g, '-')}.json`);
    writeFileSync(file, `${JSON.stringify(vectorOf(scenario, truth, log), undefined, 1)}\n`);
  }
  const onScreen = onScreenMs(rows);
  if (scenario.steady && messages > Math.ceil(onScreen / MESSAGE_MS)) {
    const failure = `${messages} messages in ${onScreen} ms: more than one in 5 s`;
    return { scenario, rows, messages, failure };
  }
  // After the clock was set back two stretches may bear the same time.
  if (overlap > 0 && scenario.name !== 'clock set back') {
    return { scenario, rows, messages, failure: `two intervals overlap by ${overlap} ms` };
  }
  if (!scenario.jumps && !sameFigures(recordedClocks(replayLog(log)), recorded)) {
    return { scenario, rows, messages, failure: 'a replay of its evidence gives other figures' };
  }
  const complaint = scenario.check?.(intervals);
  if (complaint !== undefined) return { scenario, rows, messages, failure: complaint };
  return { scenario, rows, messages };
}

async function runScenario(scenario: Scenario, build: string, short: boolean): Promise<Outcome> {
  const extension = realpathSync(mkdtempSync(join(tmpdir(), 'qingzhuang-build-')));
  cpSync(build, extension, { recursive: true });
  scenario.prepare?.(extension);
  const site = await startSite();
  let display: Display | undefined;
  let person: Person | undefined;
  try {
    display =
      missing.length === 0
        ? await startDisplay()
        : headlessDisplay(() => (person as Person).browser);
    person = new Person({
      extension,
      site,
      display,
      log: (line) => console.log(`  ${scenario.name}: ${line}`),
    });
    return await withinTime(measure(scenario, person, short));
  } catch (error) {
    return {
      scenario,
      rows: [],
      messages: 0,
      failure: error instanceof Error ? error.message : String(error),
      notRun: true,
      ...(error instanceof CannotDo ? { lacks: error.message } : {}),
    };
  } finally {
    await person?.browser?.quit().catch(() => {});
    display?.close();
    site.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

/** A browser that no longer answers must not stand in the way of all that comes after. */
async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it did not come to an end')), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

function onScreenMs(rows: readonly Row[]): number {
  return rows
    .filter(({ clock }) => clock !== 'background')
    .reduce((sum, { recordedMs }) => sum + recordedMs, 0);
}

/** A recording with what was true and what follows from it, to be checked without a browser. */
function vectorOf(
  { says }: Scenario,
  truth: ReadonlyMap<string, Record<ClockName, number>>,
  log: EvidenceLog,
): Vector {
  const intervals = replayLog(log);
  return {
    says,
    truth: Object.fromEntries(truth),
    clocks: clocksByTheta(intervals),
    intervals,
    log,
  };
}

function sameFigures(a: ReturnType<typeof recordedClocks>, b: typeof a): boolean {
  const plain = (figures: typeof a) => JSON.stringify([...figures].sort());
  return plain(a) === plain(b);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const { json, check, options } = readArguments({
  only: '',
  form: 'full',
  jobs: '',
  build: '',
  logs: '',
  screen: '',
});
const short = options.form === 'short';
const build = options.build === '' ? CHROMIUM_BUILD : options.build;
if (!existsSync(join(build, 'manifest.json'))) {
  console.error(`There is no built extension in ${build}: run "npm run build" first.`);
  process.exit(1);
}
const names = options.only === '' ? [] : options.only.split(',').map((name) => name.trim());
const wanted = SCENARIOS.filter(({ name, short: inShort }) =>
  names.length > 0 ? names.includes(name) : !short || inShort === true,
);
const unknown = names.filter((name) => !SCENARIOS.some((one) => one.name === name));
if (unknown.length > 0) {
  const known = SCENARIOS.map(({ name }) => name).join(', ');
  console.error(`No such scenario: ${unknown.join(', ')}. Scenarios: ${known}.`);
  process.exit(2);
}
const missing = options.screen === 'none' ? ['a screen'] : missingPrograms();
const runnable = wanted.filter(({ headless }) => missing.length === 0 || headless === true);
if (missing.length > 0) {
  const left = wanted.filter((one) => !runnable.includes(one)).map(({ name }) => name);
  console.log(
    `Skipped for want of ${missing.join(', ')}: ${left.join(', ')}. ` +
      'On Debian and Ubuntu: apt-get install xvfb openbox xdotool x11-utils x11-xserver-utils',
  );
}

const outcomes: Outcome[] = [];
let lacking = 0;
const queue = [...runnable];
const seconds = (ms: number) => (ms / 1_000).toFixed(2);
await Promise.all(
  Array.from({ length: Math.max(1, Number(options.jobs || (short ? 3 : 2))) }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      let outcome = await runScenario(next, build, short);
      if (outcome.lacks !== undefined) {
        console.log(`\nSkipped: ${next.name}: ${outcome.lacks}`);
        lacking += 1;
        continue;
      }
      if (outcome.notRun) {
        // A figure is never measured twice to become right; a screen may be set up twice.
        console.log(`\n${next.name}: not measured (${outcome.failure}), once more`);
        outcome = await runScenario(next, build, short);
      }
      outcomes.push(outcome);
      console.log(`\n${next.name}: ${next.says}`);
      if (outcome.failure !== undefined) console.log(`  ✗ ${outcome.failure}`);
      printTable(
        outcome.rows.map((row) => ({
          platform: row.platform,
          clock: row.clock,
          truth: seconds(row.truthMs),
          recorded: seconds(row.recordedMs),
          error: seconds(row.errorMs),
          recovered: seconds(row.recoveredMs),
          capped: seconds(row.cappedMs),
          verdict: row.verdict,
        })),
      );
      console.log(
        `${outcome.messages} messages in ${seconds(onScreenMs(outcome.rows))} s on the screen`,
      );
    }
  }),
);

const failed = outcomes.filter(
  ({ rows, failure }) =>
    failure !== undefined || rows.length === 0 || rows.some(({ verdict }) => verdict === 'wrong'),
);
const skipped = wanted.length - runnable.length + lacking;
console.log(
  `\n${outcomes.length - failed.length} passed, ${failed.length} failed, ${skipped} skipped`,
);
for (const { scenario } of failed) console.log(`  failed: ${scenario.name}`);
if (json !== undefined) {
  writeFileSync(
    json,
    `${JSON.stringify(
      {
        passed: outcomes.length - failed.length,
        failed: failed.length,
        skipped,
        missing,
        rows: outcomes.flatMap(({ rows }) => rows),
        messages: Object.fromEntries(
          outcomes.map(({ scenario, messages }) => [scenario.name, messages]),
        ),
        failures: outcomes.flatMap(({ scenario, failure }) =>
          failure === undefined ? [] : [{ scenario: scenario.name, failure }],
        ),
      },
      undefined,
      2,
    )}\n`,
  );
}
if (check && failed.length > 0) process.exit(1);
