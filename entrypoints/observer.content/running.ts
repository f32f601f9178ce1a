import { mayRecord, type StoredSettings } from '../../utils/domain/settings';

export interface Running {
  /** Looks at the document again, where it was replaced or has a new title. */
  look(): boolean;
  stop(): void;
}

/** How long to wait for a title before looking again: so long first, then ever longer, ms. */
const FIRST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 1_000;

/**
 * Calls back with whether recording may run in this document, now and at every change: consent given,
 * not paused, the page shown to the person (not prerendered), its title not marked secret. What stands on
 * the page is looked at with {@link Running.look}, before anything is told or read. Once a document bears
 * such a mark, it stays unread.
 */
export function watchRunning(tell: (running: boolean, secret: boolean) => void): Running {
  let stored: StoredSettings | undefined;
  let told: boolean | undefined;
  let stopped = false;
  let secret = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let untilTitle = FIRST_LOOK_MS;

  const later = (wait: number) => {
    timer = setTimeout(decideSoon, wait);
  };
  const decide = (whole: boolean) => {
    if (timer !== undefined) clearTimeout(timer);
    if (stopped) return;
    // Nothing is told before the title is known. A look now and then costs less than watching the head.
    if (document.readyState === 'loading' && document.title === '') {
      later(untilTitle);
      untilTitle = Math.min(2 * untilTitle, LONGEST_LOOK_MS);
      return;
    }
    secret ||= hasSecretTitle() || (whole && hasSecretMark());
    const now = Date.now();
    const running = !secret && !isPrerendering() && stored !== undefined && mayRecord(stored, now);
    const until = stored?.pause?.until;
    if (typeof until === 'number' && until > now) later(Math.min(until - now + 50, 2 ** 31 - 1));
    if (running !== told) {
      told = running;
      tell(running, secret);
    }
  };
  const decideSoon = () => decide(false);
  const read = () => {
    try {
      chrome.storage.local.get(['consent', 'pause'], (found) => {
        // Firefox says null where Chromium says undefined.
        if (chrome.runtime.lastError) return;
        stored = found as StoredSettings;
        decide(false);
      });
    } catch {
      // The extension is gone.
    }
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && ('consent' in changes || 'pause' in changes)) read();
  };
  chrome.storage.onChanged.addListener(onChanged);
  if (isPrerendering()) document.addEventListener('prerenderingchange', decideSoon);
  document.addEventListener('DOMContentLoaded', decideSoon);
  read();
  return {
    look() {
      decide(true);
      return told === true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('prerenderingchange', decideSoon);
      document.removeEventListener('DOMContentLoaded', decideSoon);
      try {
        chrome.storage.onChanged.removeListener(onChanged);
      } catch {
        // The extension is gone.
      }
    },
  };
}

/** Whether the document is drawn before anybody sees it. */
export function isPrerendering(): boolean {
  return !!(document as Document & { prerendering?: boolean }).prerendering;
}

const SECRET = /绝密|机密|秘密/;
/** The official mark: 机密★1年. A banner that holds the word alone is a headline. */
const SECRET_MARK = /(绝密|机密|秘密)[★☆]/;

function hasSecretTitle(): boolean {
  if (SECRET.test(document.title)) return true;
  try {
    if (window.top !== window && SECRET.test(window.top?.document.title ?? '')) return true;
  } catch {
    // The page around is of another site: it has an observer of its own, or none.
  }
  return false;
}

function hasSecretMark(): boolean {
  if (document.readyState === 'loading') return false;
  for (const banner of document.querySelectorAll('h1,h2,header,[class*="banner" i]')) {
    const text = (banner.textContent ?? '').slice(0, 200).replace(/\s+/g, '');
    if (SECRET_MARK.test(text)) return true;
  }
  return false;
}
