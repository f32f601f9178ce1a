import type { ReadingBrowser } from '../reading-browser';
import { CLASSIC_PAGES } from './classic-pages';
import { FURTHER_PAGES } from './further-pages';
import { LABEL_PAGES } from './label-pages';
import { LIBRARY_PAGES } from './library-pages';
import { runTrial } from './run';
import type { TrialServer } from './server';
import { TRAP_PAGES } from './trap-pages';

interface TrialsResult {
  readonly trials: number;
  /** Facts of the truth that were told as they are. */
  readonly right: number;
  readonly wrong: number;
  readonly differences: readonly string[];
}

/** Works through the pages written by hand whose id `wanted` holds for, four at a time. */
export async function workTrials(
  browser: ReadingBrowser,
  server: TrialServer,
  wanted: (id: string) => boolean,
): Promise<TrialsResult> {
  const trials = [
    ...CLASSIC_PAGES,
    ...FURTHER_PAGES,
    ...LABEL_PAGES,
    ...LIBRARY_PAGES,
    ...TRAP_PAGES,
  ].filter(({ id }) => wanted(id));
  const queue = [...trials];
  const differences: string[] = [];
  let right = 0;
  const work = async (): Promise<void> => {
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const verdict = await runTrial(browser, server, trial);
      right += verdict.right;
      for (const sentence of verdict.differences) differences.push(`${trial.id}: ${sentence}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return { trials: trials.length, right, wrong: differences.length, differences };
}
