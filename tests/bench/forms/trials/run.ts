import type { ReadingBrowser } from '../reading-browser';
import { judge, type Verdict } from './judge';
import type { TrialServer } from './server';
import type { Trial } from './trial';

/** An outcome that nothing shows is told after this, ms. */
const QUIET_MS = 4000;
const LONGEST_MS = 16_500;

/** Works through one trial and judges what the reader told of it. */
export async function runTrial(
  browser: ReadingBrowser,
  server: TrialServer,
  trial: Trial,
): Promise<Verdict> {
  server.serve(trial);
  const read = await browser.open();
  const { page, observations } = read;
  page.setDefaultTimeout(20_000);
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  try {
    await page.goto(`http://${trial.id}.qingshan.gov.cn/`);
    await page.waitForTimeout(400);
    await trial.work(page);
    const wanted = trial.truth.accepted.length + (trial.truth.attempts ?? 0);
    const end = Date.now() + LONGEST_MS;
    const told = (): number => observations.filter(({ kind }) => kind === 'submission').length;
    await page.waitForTimeout(QUIET_MS);
    while (told() < wanted && Date.now() < end) await page.waitForTimeout(300);
    return judge(observations, trial.truth);
  } catch (error) {
    return { right: 0, differences: [`could not be done: ${String(error).slice(0, 300)}`] };
  } finally {
    await read.close();
  }
}
