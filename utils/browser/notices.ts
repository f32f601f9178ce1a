import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['notifications' as const] };

/** Asks the browser to allow notices. Must be called from a click. */
export function requestNotices(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

export function noticesAllowed(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Shows one notice; a later one of the same id takes its place. */
export async function showNotice(id: string, title: string, message: string): Promise<void> {
  const iconUrl = browser.runtime.getURL('icon/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

/** Calls back with a notice's id when it is clicked. Nothing where notices are not allowed yet. */
export function onNoticeClicked(callback: (id: string) => void): void {
  browser.notifications?.onClicked.addListener(callback);
}

/** Text on the toolbar button: of one tab, until it goes elsewhere, or of all that have none. */
export async function setBadge(text: string, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  await browser.action.setBadgeText({ text, ...tab });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: '#0d5c60', ...tab });
}

/** Takes the texts of single tabs away. */
export async function clearTabBadges(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) {
      // A tab may close meanwhile.
      await browser.action.setBadgeText({ text: null, tabId: id }).catch(() => undefined);
    }
  }
}

/** The language of the browser itself. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}
