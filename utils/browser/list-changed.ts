import browser from 'webextension-polyfill';

/** Sent by the extension's own pages after they changed the list of platforms. */
export const LIST_CHANGED = { type: 'list-changed' } as const;

/** Lets the worker bring the content scripts in line with the list of platforms. */
export async function tellListChanged(): Promise<void> {
  await browser.runtime.sendMessage(LIST_CHANGED);
}
