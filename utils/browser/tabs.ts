import browser from 'webextension-polyfill';

/** The page in front, as far as the browser lets the extension see it. */
export interface ActivePage {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
}

export type OwnPage =
  | 'report.html'
  | 'options.html'
  | 'welcome.html'
  | 'unit.html'
  | 'practice.html';

/** The page in front of the current window; absent where its address may not be seen. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.url === undefined) return undefined;
  return { tabId: tab.id, url: tab.url, title: tab.title ?? '' };
}

/** Shows one of the extension's own pages in a tab: the one that is open already, if there is one. */
export async function openPage(page: OwnPage, hash = ''): Promise<void> {
  const url = browser.runtime.getURL(page);
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: url + hash });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(hash === '' ? {} : { url: url + hash }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
