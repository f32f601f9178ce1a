import { mayRecord, type StoredSettings } from '../../utils/domain/settings';

export interface Running {
  /** Looks at the document again, where it was replaced or has a new title. */
  look(): boolean;
  stop(): void;
}

/**
 * Calls back with whether recording may run in this document, now and at every change: consent given,
 * not paused, the page shown to the person (not prerendered), its title not marked secret. Once a title
 * bears such a mark, the document stays unread.
 */
export function watchRunning(tell: (running: boolean, secret: boolean) => void): Running {
  let stored: StoredSettings | undefined;
  let told: boolean | undefined;
  let stopped = false;
  let secret = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const decide = () => {
    clearTimeout(timer);
    if (stopped) return;
    if (document.readyState === 'loading' && document.title === '') return;
    secret ||= isMarkedSecret(document);
    const now = Date.now();
    const shown = !(document as Document & { prerendering?: boolean }).prerendering;
    const running = !secret && shown && stored !== undefined && mayRecord(stored, now);
    const until = stored?.pause?.until;
    if (typeof until === 'number' && until > now) {
      timer = setTimeout(decide, Math.min(until - now + 50, 2 ** 31 - 1));
    }
    if (running !== told) {
      told = running;
      tell(running, secret);
    }
  };
  const read = () => {
    try {
      chrome.storage.local.get(['consent', 'pause'], (found) => {
        // Firefox says null where Chromium says undefined.
        if (chrome.runtime.lastError) return;
        stored = found as StoredSettings;
        decide();
      });
    } catch {
      // The extension is gone.
    }
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && ('consent' in changes || 'pause' in changes)) read();
  };
  chrome.storage.onChanged.addListener(onChanged);
  document.addEventListener('prerenderingchange', decide);
  // Nothing is told before the title is known. It stands in the head: the rest is not watched.
  const parsed = new MutationObserver(() => {
    if (document.title === '' && document.readyState === 'loading') return watchHead();
    parsed.disconnect();
    decide();
  });
  const watchHead = () => {
    parsed.observe(document, { childList: true });
    if (document.documentElement) parsed.observe(document.documentElement, { childList: true });
    if (document.head) parsed.observe(document.head, { childList: true, subtree: true });
  };
  if (document.readyState === 'loading') watchHead();
  document.addEventListener('DOMContentLoaded', decide);
  read();
  return {
    look() {
      decide();
      return told === true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      parsed.disconnect();
      document.removeEventListener('prerenderingchange', decide);
      document.removeEventListener('DOMContentLoaded', decide);
      try {
        chrome.storage.onChanged.removeListener(onChanged);
      } catch {
        // The extension is gone.
      }
    },
  };
}

const SECRET = /绝密|机密|秘密/;
/** The official mark: 机密★1年. A banner that holds the word alone is a headline. */
const SECRET_MARK = /(绝密|机密|秘密)[★☆]/;

function isMarkedSecret(document: Document): boolean {
  if (SECRET.test(document.title)) return true;
  try {
    if (window.top !== window && SECRET.test(window.top?.document.title ?? '')) return true;
  } catch {
    // The page around is of another site: it has an observer of its own, or none.
  }
  if (document.readyState === 'loading') return false;
  // Lists by tag the browser keeps until the page changes: this is asked before each part comes.
  const banners = ['h1', 'h2', 'header'].map((tag) => document.getElementsByTagName(tag));
  return [...banners, document.querySelectorAll('[class*="banner" i]')].some(someMarked);
}

function someMarked(banners: HTMLCollectionOf<Element> | NodeListOf<Element>): boolean {
  for (const banner of banners) {
    const text = (banner.textContent ?? '').slice(0, 200).replace(/\s+/g, '');
    if (SECRET_MARK.test(text)) return true;
  }
  return false;
}
