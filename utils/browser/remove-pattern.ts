import browser from 'webextension-polyfill';
import { forgetWishes } from './permissions';

/** Gives the permission for a whole match pattern back to the browser and forgets the wish for it. */
export async function removePattern(pattern: string): Promise<void> {
  await forgetWishes([pattern]);
  await browser.permissions.remove({ origins: [pattern] });
}
