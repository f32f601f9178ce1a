import browser from 'webextension-polyfill';
import { readStored } from './settings';

/** Gives the permission for a whole match pattern back to the browser and forgets the wish for it. */
export async function removePattern(pattern: string): Promise<void> {
  const { wantedOrigins = [] } = await readStored();
  await browser.storage.local.set({
    wantedOrigins: wantedOrigins.filter((wanted) => wanted !== pattern),
  });
  await browser.permissions.remove({ origins: [pattern] });
}
