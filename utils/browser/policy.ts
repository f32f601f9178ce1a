import browser from 'webextension-polyfill';
import { NO_POLICY, type Policy, parsePolicy } from '../domain/policy';

/** The unit's policy; {@link NO_POLICY} where there is none or the browser has no managed storage. */
export async function readPolicy(): Promise<Policy> {
  try {
    return parsePolicy(await browser.storage.managed.get());
  } catch {
    // Firefox rejects where no policy file names the extension: that is the ordinary case.
    return NO_POLICY;
  }
}

/** Whether the extension was installed by policy: the welcome page then says so. */
export async function installedByPolicy(): Promise<boolean> {
  return (await browser.management?.getSelf?.())?.installType === 'admin';
}
