import { readFileSync, writeFileSync } from 'node:fs';
import { createRecognition } from '../../../entrypoints/background/create-recognition';
import { parseFieldConcepts } from '../../../utils/knowledge/field-concepts';
import { hostResolverRules } from '../../portals/hosts';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import { devPages } from './corpus/dev-recipe';
import { workFortnight } from './corpus/fortnight';
import { runPage } from './corpus/run-page';
import {
  type ConceptsOf,
  emptyScore,
  precision,
  recall,
  type Score,
  STEPS,
  scorePage,
} from './corpus/score';
import { startCorpusServer } from './corpus/server';
import type { PageSpec } from './corpus/spec';
import { testPages } from './corpus/test-recipe';
import { startReadingBrowser } from './reading-browser';
import { workTrials } from './trials';
import { startTrialServer } from './trials/server';

/**
 * Accuracy of reading forms, on generated pages made from the real component libraries and on pages
 * written by hand (trials), and of finding duplicate entry, in simulated fortnights of one cadre over
 * eight systems:
 * `npm run bench:forms -- [--split dev|test|all] [--only text,text] [--check] [--json FILE]`.
 */
const { json, check, options } = readArguments({
  split: 'all',
  only: '',
  confusions: '60',
  shots: '',
});

const only = (id: string): boolean => options.only.split(',').some((part) => id.includes(part));
const pages: PageSpec[] = [...devPages(), ...testPages()].filter(
  ({ id, split }) => (options.split === 'all' || options.split === split) && only(id),
);
const knowledge = parseFieldConcepts(
  JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8')),
);
const recognition = createRecognition(knowledge);
const conceptsOf: ConceptsOf = (form) =>
  recognition.recogniseForm(form).map(({ concept }) => concept);
const scores = { dev: emptyScore(), test: emptyScore() };
const server = await startCorpusServer();
const trialServer = await startTrialServer();
const browser = await startReadingBrowser(hostResolverRules(trialServer.port));
let trials: Awaited<ReturnType<typeof workTrials>> | undefined;
try {
  const queue = [...pages];
  const work = async (): Promise<void> => {
    for (let spec = queue.shift(); spec; spec = queue.shift()) {
      scorePage(
        await runPage(browser, server, spec, options.shots),
        scores[spec.split],
        conceptsOf,
      );
    }
  };
  await Promise.all([work(), work(), work()]);
  if (options.split !== 'test') trials = await workTrials(browser, trialServer, only);
} finally {
  await browser.close();
  await server.close();
  await trialServer.close();
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
/** Fortnights, each with its own households, wordings and styles of writing. */
const FORTNIGHTS = { dev: [1, 2, 3], test: [11, 12, 13] } as const;
const fortnights = [];
const reentry = [];
for (const split of ['dev', 'test'] as const) {
  if (options.only !== '' || (options.split !== 'all' && options.split !== split)) continue;
  for (const seed of FORTNIGHTS[split]) {
    const { reentered, duplicates, told, ...work } = await workFortnight(seed, split, knowledge);
    reentry.push(
      { split, name: `fortnight ${seed}`, rule: 're-entered fields', ...reentered },
      { split, name: `fortnight ${seed}`, rule: 'whole records', ...duplicates },
    );
    fortnights.push({
      split,
      fortnight: seed,
      submissions: work.submissions,
      precision: precision(reentered),
      recall: recall(reentered),
      'whole P': precision(duplicates),
      'whole R': recall(duplicates),
      minutes: told,
      'true minutes': work.true,
    });
  }
}

console.log(`${pages.length} pages`);
printTable(rows);
console.log('\nRe-entered fields, whole records entered twice, and minutes of re-entry:');
printTable(fortnights);
if (trials) {
  console.log(
    `\n${trials.trials} pages by hand: ${trials.right} facts right, ${trials.wrong} wrong`,
  );
  for (const line of trials.differences) console.log(`  ${line}`);
}
for (const { confusions } of Object.values(scores)) {
  for (const line of confusions.slice(0, Number(options.confusions))) console.log(`  ${line}`);
}
if (json)
  writeFileSync(
    json,
    `${JSON.stringify({ pages: pages.length, rows, trials, fortnights, reentry, confusions: scores }, undefined, 2)}\n`,
  );

const missed = [
  ...(trials && trials.wrong > 0.03 * (trials.right + trials.wrong) ? ['pages by hand'] : []),
  ...rows
    .filter(
      ({ step, ...row }) => row.precision < 0.97 || row.recall < (step === 'concept' ? 0.9 : 0.97),
    )
    .map(({ split, step }) => `${split} ${step}`),
  ...fortnights
    .filter(
      (row) =>
        Math.min(row.precision, row['whole P']) < 0.98 ||
        Math.min(row.recall, row['whole R']) < 0.95 ||
        Math.abs(row.minutes / row['true minutes'] - 1) > 0.05,
    )
    .map(({ split, fortnight }) => `${split} fortnight ${fortnight}`),
];
for (const what of missed) console.log(`limit missed: ${what}`);
if (check && missed.length > 0) process.exitCode = 1;
