import browser from 'webextension-polyfill';

/** Empties the extension's storage areas (consent, settings, token secret, faults) and its alarms. */
export async function clearStorage(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session?.clear();
  await browser.alarms.clearAll();
}
