import browser from 'webextension-polyfill';

/** A page that answers later than this is read with its own first word, ms. */
const LONGEST_MS = 20_000;

/** Tabs in which a page left something open, with what brings the reader into the next one. */
const expected = new Map<number, () => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls once when the next page of a tab has loaded. What it says may stand there for a moment only,
 * sooner gone than the page's own first word. Heard only while something is expected, so that the worker
 * does not wake for every page; a worker that dies meanwhile leaves it to that word.
 */
export function expectAnswer(tab: number, answered: () => void): void {
  if (expected.size === 0) browser.tabs.onUpdated.addListener(onUpdated);
  expected.set(tab, answered);
  clearTimeout(timer);
  timer = setTimeout(() => {
    expected.clear();
    stopWhenDone();
  }, LONGEST_MS);
}

function onUpdated(tab: number, { status }: { readonly status?: string }): void {
  const answered = expected.get(tab);
  if (status !== 'complete' || answered === undefined) return;
  expected.delete(tab);
  stopWhenDone();
  answered();
}

function stopWhenDone(): void {
  if (expected.size > 0) return;
  clearTimeout(timer);
  browser.tabs.onUpdated.removeListener(onUpdated);
}
