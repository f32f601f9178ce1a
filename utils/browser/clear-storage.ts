import browser from 'webextension-polyfill';

/** Empties the extension's storage areas: consent, pause, settings, wishes, token secret, faults. */
export async function clearStorage(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session?.clear();
}
