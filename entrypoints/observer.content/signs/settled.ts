import { isElement } from '../forms/dom';

/** No change of the page's tree for this long, after it has loaded: it stands, ms. */
const QUIET_MS = 1_200;
/** Of it, so much must have been seen here where the page had loaded before, ms. */
const SEEN_QUIET_MS = 400;
/** How often it is looked, ms. */
const CHECK_MS = 200;
/** A page that never rests is read after this time, ms. */
const LONGEST_WAIT_MS = 9_000;

/**
 * Calls back when the page has loaded and its tree rests, and again each time after a navigation
 * within the page. Nothing runs while the tab is hidden.
 *
 * @param callback `opened`: the document itself was just opened, not navigated within
 */
export function whenSettled(signal: AbortSignal, callback: (opened: boolean) => void): void {
  let address = location.href;
  let opened = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: MutationObserver | undefined;

  const settle = (): void => {
    const begun = performance.now();
    let changedAt = opened ? Math.max(loadedAt(), begun - QUIET_MS + SEEN_QUIET_MS) : begun;
    let grew = false;
    observer?.disconnect();
    observer = new MutationObserver((records) => {
      // A clock that writes its text anew each second does not keep the page from resting.
      grew = records.some(({ addedNodes }) => Array.from(addedNodes).some(isElement));
      // Of a page that never rests one change is heard between two looks, not each.
      if (grew) observer?.disconnect();
    });
    const hear = (): void => observer?.observe(document, { childList: true, subtree: true });
    hear();
    const check = (): void => {
      if (signal.aborted) return;
      const now = performance.now();
      if (grew) {
        grew = false;
        changedAt = now;
        hear();
      }
      const loaded = document.readyState === 'complete';
      const quiet = now - changedAt >= QUIET_MS;
      if (!document.hidden && ((loaded && quiet) || now - begun >= LONGEST_WAIT_MS)) {
        observer?.disconnect();
        const first = opened;
        opened = false;
        callback(first);
        return;
      }
      timer = setTimeout(check, document.hidden ? 2_000 : CHECK_MS);
    };
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_MS);
  };

  const onNavigation = (): void => {
    if (location.href === address) return;
    const [before, now] = [withoutQuery(address), withoutQuery(location.href)];
    address = location.href;
    if (before !== now) settle();
  };

  const later = (): void => {
    setTimeout(onNavigation, 700);
  };
  // `pushState` fires no event here; where there is no Navigation API, it follows a click.
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  if (navigation) navigation.addEventListener('currententrychange', onNavigation, { signal });
  else addEventListener('click', later, { capture: true, signal, passive: true });
  addEventListener('popstate', later, { signal, passive: true });
  addEventListener('hashchange', later, { signal, passive: true });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      observer?.disconnect();
    },
    { once: true },
  );
  settle();
}

/** When the document had loaded, ms since it began; now where it has not. */
function loadedAt(): number {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.loadEventEnd || performance.now();
}

/** Filters and pages of one list change the query only. */
export function withoutQuery(address: string): string {
  const { origin, pathname, hash } = new URL(address);
  return `${origin}${pathname}${hash.replace(/\?.*$/, '')}`;
}
