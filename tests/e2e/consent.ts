import { GOVERNMENT_PATTERN } from '../../utils/domain/match-pattern';
import type { Consent } from '../../utils/domain/settings';
import type { Session } from './browser';

/**
 * Agrees on the welcome page with a click, as a person does, and waits until the browser has allowed
 * the government hosts and the observer is registered there. Just after its start the browser takes
 * seconds to tell whether a policy is in force, and nothing is registered before: a person who reads
 * the page first never notices.
 */
export async function agree(session: Session, level: Consent['level']): Promise<void> {
  await session.allow(GOVERNMENT_PATTERN);
  const page = await session.openOwn('welcome.html');
  await page.locator(`[data-action="agree-${level}"]`).click();
  for (let tries = 0; tries < 150; tries += 1) {
    const registered = await page.evaluate(async () => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return scripts.some(({ id }) => id === 'observer');
    });
    if (registered) {
      await page.close();
      return;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('The observer was not registered within 15 s of consent.');
}
