import browser from 'webextension-polyfill';

/** Tells the worker that the list of platforms changed, so that it places its observers anew. */
export async function tellListChanged(): Promise<void> {
  // A worker that is just starting recomputes everything by itself.
  await browser.runtime.sendMessage({ type: 'list-changed' }).catch(() => undefined);
}
