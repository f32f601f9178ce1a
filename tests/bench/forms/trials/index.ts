import { hostResolverRules } from '../../../portals/hosts';
import { startReadingBrowser } from '../reading-browser';
import { CLASSIC_PAGES } from './classic-pages';
import { FURTHER_PAGES } from './further-pages';
import { runTrial } from './run';
import { startTrialServer } from './server';
import { TRAP_PAGES } from './trap-pages';

/** Works through the trials: `npx tsx tests/bench/forms/trials [text …]`. */
const wanted = process.argv.slice(2);
const trials = [...CLASSIC_PAGES, ...FURTHER_PAGES, ...TRAP_PAGES].filter(
  ({ id }) => wanted.length === 0 || wanted.some((text) => id.includes(text)),
);
const server = await startTrialServer();
const browser = await startReadingBrowser(hostResolverRules(server.port));
let right = 0;
let wrong = 0;
try {
  const queue = [...trials];
  const work = async (): Promise<void> => {
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const verdict = await runTrial(browser, server, trial);
      right += verdict.right;
      wrong += verdict.differences.length;
      for (const difference of verdict.differences) console.log(`${trial.id}: ${difference}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${trials.length} trials, ${right} facts right, ${wrong} wrong`);
