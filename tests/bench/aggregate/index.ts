/**
 * How fast contributions are added up, and whether every engine gives the same sums.
 *
 * - the unit page's TypeScript: 10⁵ contributions, from bytes in memory to closed batches and releases;
 *   and the unit page itself, in the built extension (`npm run build` first);
 * - the command line against the query alone in DuckDB, both as processes from start to end, in turns:
 *   10⁶ contributions as NDJSON, and a province-year of facts as Parquet;
 * - hashes of the sums from TypeScript, DuckDB and two PostgreSQL shards;
 * - mutated contribution files: each refused with a reason, or no other than the file it was.
 *
 * `npm run bench:aggregate -- --json FILE --check --contributions N --rows N --share S --turns N --mutations N
 * --only core|engines|mutations|ndjson|province|page`
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCollection } from '../../../utils/domain/contribution/collection';
import { mutateFiles } from '../../adversarial/mutate-files';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { addUp } from './add-up';
import { engineHashes } from './engine-hashes';
import { countInPage } from './in-page';
import { type Run, runProgram } from './run-program';
import { type Synthesis, writeContributions, writeProvince } from './synthesise';

const CORE_SECONDS = 5;
const RATIO = 1.2;
const MEGABYTES = 500;

const { json, check, options } = readArguments({
  only: '',
  contributions: '100000',
  rows: '1000000',
  share: '1',
  turns: '3',
  mutations: '100000',
});
const folder = mkdtempSync(join(tmpdir(), 'bench-aggregate-'));
const command = '../../../utils/cli/aggregate/index.ts';

interface Line {
  readonly what: string;
  readonly figure: number | string;
  readonly limit: string;
  readonly holds: boolean;
}

const lines: Line[] = [];
function tell(what: string, figure: number | string, limit = '', holds = true): void {
  lines.push({ what, figure, limit, holds });
  console.log(`${what}: ${typeof figure === 'number' ? figure.toFixed(2) : figure}`);
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;

/** The command and the query alone, in turns, so that whatever else runs meets both. */
async function compare(name: string, kind: 'facts' | 'contributions', made: Synthesis) {
  const raw: Run[] = [];
  const own: Run[] = [];
  for (let turn = 0; turn < Number(options.turns); turn += 1) {
    const words = ['--out', join(folder, 'out'), made.collectionPath, made.path];
    raw.push(await runProgram('./raw.ts', [kind, made.path]));
    own.push(await runProgram(command, words));
  }
  const seconds = (runs: readonly Run[]) => median(runs.map((run) => run.seconds));
  const processor = (runs: readonly Run[]) => median(runs.map((run) => run.processorSeconds));
  const megabytes = Math.max(...own.map((run) => run.megabytes));
  tell(`${name}: rows`, made.rows);
  tell(`${name}: query alone, s`, seconds(raw));
  tell(`${name}: command, s`, seconds(own));
  const ratio = seconds(own) / seconds(raw);
  tell(`${name}: command ÷ query`, ratio, `≤ ${RATIO}`, ratio <= RATIO);
  tell(`${name}: the same in time of processors`, processor(own) / processor(raw));
  tell(`${name}: most memory, MB`, megabytes, `≤ ${MEGABYTES}`, megabytes <= MEGABYTES);
}

async function core(): Promise<void> {
  const size = { platforms: 20, forms: 10, weeks: 52 };
  const people = Math.ceil(Number(options.contributions) / size.weeks);
  const county = writeContributions(join(folder, 'county'), { ...size, people });
  const parsed = parseCollection(readFileSync(county.collectionPath, 'utf8'));
  if ('fault' in parsed) throw new Error('The synthetic collection is refused.');
  const bytes = readFileSync(county.path);
  const added = Array.from({ length: Number(options.turns) }, () => addUp(parsed.value, bytes));
  tell('TypeScript: contributions', added[0]?.counted ?? 0);
  tell('TypeScript: MB', bytes.length / 1e6);
  const seconds = median(added.map((one) => one.seconds));
  tell('TypeScript: after reading, s', seconds, `≤ ${CORE_SECONDS}`, seconds <= CORE_SECONDS);
  rmSync(join(folder, 'county'), { recursive: true });
}

async function engines(): Promise<void> {
  const hashes = await engineHashes(join(folder, 'engines'));
  for (const { engine, hash } of hashes) {
    tell(`sums: ${engine}`, hash.slice(0, 16), 'equal', hash === hashes[0]?.hash);
  }
}

async function mutations(): Promise<void> {
  const mutated = mutateFiles(Number(options.mutations), 1);
  tell('mutated files', mutated.files);
  tell('mutated files: refused', mutated.refused);
  tell(
    'mutated files: taken though not as made',
    mutated.taken.length,
    '= 0',
    mutated.taken.length === 0,
  );
  tell(
    'mutated files: values in messages',
    mutated.leaks.length,
    '= 0',
    mutated.leaks.length === 0,
  );
}

async function ndjson(): Promise<void> {
  const township = { platforms: 4, forms: 2, weeks: 50 };
  const many = Math.ceil(Number(options.rows) / township.weeks);
  const made = writeContributions(join(folder, 'rows'), { ...township, people: many });
  await compare('NDJSON', 'contributions', made);
  rmSync(join(folder, 'rows'), { recursive: true });
}

async function province(): Promise<void> {
  await compare(
    'province-year',
    'facts',
    await writeProvince(join(folder, 'province'), Number(options.share)),
  );

  rmSync(join(folder, 'province'), { recursive: true });
}

async function page(): Promise<void> {
  const inPage = await countInPage(join(folder, 'page'), Number(options.contributions));
  tell('unit page: contributions', inPage.counted);
  tell(
    'unit page: after reading, s',
    inPage.seconds,
    `≤ ${CORE_SECONDS}`,
    inPage.seconds <= CORE_SECONDS,
  );
  tell('unit page: with reading, s', inPage.allSeconds);
  tell('unit page: with reading, in time of processors, s', inPage.processorSeconds);
  tell('unit page: states of the progress bar', inPage.steps, '≥ 5', inPage.steps >= 5);
  rmSync(join(folder, 'page'), { recursive: true });
}

const PARTS = { core, engines, mutations, ndjson, province, page };
const wanted = options.only === '' ? Object.keys(PARTS) : options.only.split(',');
try {
  for (const part of wanted) {
    if (!(part in PARTS)) throw new Error(`No such part: ${part}. Parts: ${Object.keys(PARTS)}.`);
    await PARTS[part as keyof typeof PARTS]();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log();
printTable(lines.map(({ holds, ...line }) => ({ ...line, '': holds ? '' : 'MISSED' })));
if (json !== undefined) writeFileSync(json, `${JSON.stringify(lines, null, 2)}\n`);
if (check && lines.some(({ holds }) => !holds)) process.exitCode = 1;
