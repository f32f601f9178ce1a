/**
 * The validity report, printed as Markdown: what the benches measured with confidence intervals,
 * test–retest by replay, and, given research packages, sensitivity to θ, weeks with low coverage left
 * out, and what people said of sampled records.
 *
 * `npm run validity -- --benches FOLDER --packages a.zip,b.zip`. `npm run bench` fills the folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import papa from 'papaparse';
import { summariseWeek } from '../../utils/domain/summarise';
import { readArguments } from '../bench/arguments';
import { seeded } from '../utils/domain/fortnight';
import { weekRecords } from '../utils/domain/week-input';
import { readVectors } from '../vectors/read-vectors';
import { readRuleCounts } from './rule-counts';
import { median, type Share, shareOf } from './statistics';

const { options } = readArguments({ benches: 'tests/.artifacts/bench', packages: '' });
const say = (...lines: readonly string[]) => console.log(`${lines.join('\n')}\n`);
const percent = ({ share, low, high, hits, n }: Share) =>
  n === 0
    ? '—'
    : `${(100 * share).toFixed(1)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}), ${hits}/${n}`;

say(
  '# Validity report',
  'Shares with 95 % Wilson intervals. Everything measured on self-made pages is marked 合成页面: it tells how the rules do on such pages, not on the population of portals.',
);

say('## Rules 合成页面');
if (existsSync(options.benches)) {
  say(
    ['| bench | rule | precision | recall | negatives |', '|---|---|---|---|---|']
      .concat(
        readRuleCounts(options.benches).map(
          ({ bench, rule, right, wrong, missed, negatives }) =>
            `| ${bench} | ${rule} | ${percent(shareOf(right, right + wrong))} | ${percent(shareOf(right, right + missed))} | ${negatives ?? ''} |`,
        ),
      )
      .join('\n'),
  );
} else say(`No bench results in ${options.benches}: run \`npm run bench\` first.`);

say('## Test–retest by replay', retest());

const packages = options.packages.split(',').filter((file) => file !== '');
if (packages.length > 0) ofPackages(packages.map((file) => unzipSync(readFileSync(file))));
else
  say(
    '## Packages',
    'None given (`--packages a.zip,b.zip`): no figures of θ, coverage or sampled records.',
  );

say(
  '## Known limits and undercoverage',
  [
    'Not seen: phones, mini-programs, chat groups, desktop programs, paper, other browsers and computers.',
    'Re-entry is not found between two computers, in structure-only mode, or beyond 90 days.',
    'A submission without any visible sign of success stays an attempt.',
    'Pages of rules and thresholds were made by the same people as the rules; a second set by another recipe is reported beside it.',
    'People who install such a tool are not a sample of anybody.',
  ]
    .map((line) => `- ${line}`)
    .join('\n'),
);

/** A text in which the order of keys tells nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Every vector, its records in a hundred orders: how often the whole summary is the same. */
function retest(): string {
  const random = seeded(20261123);
  const shuffled = <Value>(values: readonly Value[]) =>
    values
      .map((value) => [random(), value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value);
  let same = 0;
  let all = 0;
  for (const { vector } of readVectors()) {
    const base = { ...weekRecords(), ...vector.records, week: vector.week };
    const first = canonical(summariseWeek(base));
    for (let turn = 0; turn < 100; turn += 1) {
      const again = summariseWeek({
        ...base,
        intervals: shuffled(base.intervals),
        submissions: shuffled(base.submissions),
        actions: shuffled(base.actions),
        uploads: shuffled(base.uploads),
      });
      all += 1;
      if (canonical(again) === first) same += 1;
    }
  }
  return `Same summary to the last digit when the same records are folded again in another order: ${percent(shareOf(same, all))}.`;
}

type Files = Readonly<Record<string, Uint8Array>>;
type Row = Readonly<Record<string, string>>;

function table(files: readonly Files[], name: string): readonly Row[] {
  return files.flatMap((one) => {
    const bytes = one[`data/${name}.csv`];
    if (bytes === undefined) return [];
    return papa.parse<Row>(strFromU8(bytes), { header: true, skipEmptyLines: true }).data;
  });
}

function ofPackages(files: readonly Files[]): void {
  const weeks = table(files, 'weeks');
  const working = new Map<string, Map<string, number>>();
  for (const { study = '', week = '', theta_s = '', working_s } of table(files, 'times')) {
    const key = `${study} ${week}`;
    const sums = working.get(key) ?? new Map<string, number>();
    working.set(key, sums.set(theta_s, (sums.get(theta_s) ?? 0) + Number(working_s)));
  }
  const ratio = (theta: string, keys: readonly string[]) =>
    median(
      keys.flatMap((key) => {
        const sums = working.get(key);
        const standard = sums?.get('60') ?? 0;
        return standard > 0 ? [(sums?.get(theta) ?? 0) / standard] : [];
      }),
    ).toFixed(3);
  const all = weeks.map(({ study, week }) => `${study} ${week}`);
  const complete = weeks
    .filter(({ coverage }) => Number(coverage) >= 0.8)
    .map(({ study, week }) => `${study} ${week}`);
  say(
    '## Sensitivity',
    '| weeks | n | working(30 s) ÷ working(60 s) | working(300 s) ÷ working(60 s) |\n|---|---|---|---|',
    ...(
      [
        ['all', all],
        ['coverage ≥ 0.8', complete],
      ] as const
    ).map(
      ([name, keys]) =>
        `| ${name} | ${keys.length} | ${ratio('30', keys)} | ${ratio('300', keys)} |`,
    ),
  );
  const answers = new Map<string, [right: number, wrong: number]>();
  for (const { kind = '', right, wrong } of table(files, 'answers')) {
    const [good, bad] = answers.get(kind) ?? [0, 0];
    answers.set(kind, [good + Number(right), bad + Number(wrong)]);
  }
  say(
    '## Sampled records, as the persons themselves say',
    '| kind | right |\n|---|---|',
    ...[...answers].map(
      ([kind, [right, wrong]]) => `| ${kind} | ${percent(shareOf(right, right + wrong))} |`,
    ),
  );
}
