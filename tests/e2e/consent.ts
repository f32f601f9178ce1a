import { GOVERNMENT_PATTERN } from '../../utils/domain/match-pattern';
import type { Consent } from '../../utils/domain/settings';
import type { Session } from './browser';

/**
 * Agrees on the welcome page with a click, as a person does, and waits until the browser has allowed
 * the government hosts and the observer is registered there.
 */
export async function agree(session: Session, level: Consent['level']): Promise<void> {
  await session.allow(GOVERNMENT_PATTERN);
  const page = await session.openOwn('welcome.html');
  await page.locator(`[data-action="agree-${level}"]`).click();
  await page.waitForFunction(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    // Just after its start the browser takes seconds to tell whether a policy is in force.
    const { lastPolicy } = await chrome.storage.local.get('lastPolicy');
    return lastPolicy !== undefined && scripts.some(({ id }) => id === 'observer');
  });
  await page.close();
}
