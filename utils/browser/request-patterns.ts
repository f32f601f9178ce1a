import browser from 'webextension-polyfill';
import { readStored } from './settings';

/**
 * Asks the browser for several match patterns in one question. Must be called from a click. The
 * wishes are stored first, so that the worker can finish what a closed window began.
 *
 * @returns whether the browser allows all of them now
 */
export async function requestPatterns(patterns: readonly string[]): Promise<boolean> {
  // No await before the request: the browser takes it only straight from the click.
  const answer = browser.permissions.request({ origins: [...patterns] });
  const { wantedOrigins = [] } = await readStored();
  await browser.storage.local.set({ wantedOrigins: [...new Set([...wantedOrigins, ...patterns])] });
  return answer;
}
