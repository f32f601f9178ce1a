import type { Locator } from 'playwright-core';

/** What a part of a page shows, with plain blanks where fixed ones keep a number and its unit together. */
export async function shownText(part: Locator): Promise<string> {
  return (await part.innerText()).replaceAll('\u00a0', ' ');
}
