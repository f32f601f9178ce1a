import { writeFileSync } from 'node:fs';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { devPages } from './corpus/dev-recipe';
import { runPage } from './corpus/run-page';
import { emptyScore, precision, recall, type Score, STEPS, scorePage } from './corpus/score';
import { startCorpusServer } from './corpus/server';
import type { PageSpec } from './corpus/spec';
import { testPages } from './corpus/test-recipe';
import { startReadingBrowser } from './reading-browser';

/**
 * Accuracy of reading forms, on generated pages made from the real component libraries:
 * `npm run bench:forms -- [--split dev|test|all] [--only text] [--check] [--json FILE]`.
 */
const { json, check, options } = readArguments({
  split: 'all',
  only: '',
  confusions: '60',
  shots: '',
});

const pages: PageSpec[] = [...devPages(), ...testPages()].filter(
  ({ id, split }) =>
    (options.split === 'all' || options.split === split) && id.includes(options.only),
);
const scores = { dev: emptyScore(), test: emptyScore() };
const server = await startCorpusServer();
const browser = await startReadingBrowser();
try {
  const queue = [...pages];
  const work = async (): Promise<void> => {
    for (let spec = queue.shift(); spec; spec = queue.shift()) {
      scorePage(await runPage(browser, server, spec, options.shots), scores[spec.split]);
    }
  };
  await Promise.all([work(), work(), work()]);
} finally {
  await browser.close();
  await server.close();
}

const rows = (Object.entries(scores) as ['dev' | 'test', Score][]).flatMap(([split, { tallies }]) =>
  STEPS.map((step) => ({
    split,
    step,
    ...tallies[step],
    precision: precision(tallies[step]),
    recall: recall(tallies[step]),
  })).filter(({ right, wrong, missed }) => right + wrong + missed > 0),
);
console.log(`${pages.length} pages`);
printTable(rows);
for (const { confusions } of Object.values(scores)) {
  for (const line of confusions.slice(0, Number(options.confusions))) console.log(`  ${line}`);
}
if (json)
  writeFileSync(
    json,
    `${JSON.stringify({ pages: pages.length, rows, confusions: scores }, undefined, 2)}\n`,
  );
if (check && rows.some((row) => row.precision < 0.97 || row.recall < 0.97)) process.exitCode = 1;
