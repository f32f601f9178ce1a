import browser from 'webextension-polyfill';

/** Tells the worker that the list of platforms changed, so that it places its observers anew. */
export async function tellListChanged(): Promise<void> {
  // A worker that is just starting recomputes everything by itself.
  await browser.runtime.sendMessage({ type: 'list-changed' }).catch(() => undefined);
}

/**
 * Has the worker take the site of an address off the list. Sent within the click: the popup may be
 * closed in the next moment, and the worker finishes it.
 *
 * @throws where it could not be stored
 */
export async function tellSiteStopped(address: string): Promise<void> {
  await browser.runtime.sendMessage({ type: 'stop-site', address });
}
