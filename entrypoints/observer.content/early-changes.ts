import type { ObserverContext } from './context';

const MAX_CHANGES = 2_000;
/** A reader that has not come after this time does not come for this act, ms. */
const LONGEST_MS = 5_000;
/** What a page changes when it answers. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'disabled', 'aria-pressed', 'aria-checked'];

export interface EarlyWatch {
  /** The person presses something: what has changed before the first press is no answer to it. */
  press(): void;
  stop(): void;
}

/**
 * Keeps how the page changes, and what it asks for, from the person's first act until the reader is
 * there, so that a page which answers sooner than the reader comes is understood all the same.
 */
export function watchEarlyChanges(context: ObserverContext, over: () => void): EarlyWatch {
  const records: MutationRecord[] = [];
  const requests: PerformanceEntry[] = [];
  let pressed = false;
  const note = (more: readonly MutationRecord[]) => {
    records.push(...more.slice(0, MAX_CHANGES - records.length));
  };
  const tree = new MutationObserver(note);
  tree.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
    attributeOldValue: true,
  });
  const asked = (more: readonly PerformanceEntry[]) => void requests.push(...more.slice(0, 200));
  const network = new PerformanceObserver((list) => asked(list.getEntries()));
  network.observe({ type: 'resource' });
  const stop = () => {
    clearTimeout(timer);
    tree.disconnect();
    network.disconnect();
    delete context.early;
    over();
  };
  const timer = setTimeout(stop, LONGEST_MS);
  context.early = {
    take() {
      note(tree.takeRecords());
      asked(network.takeRecords());
      stop();
      return { records, requests };
    },
  };
  return {
    press() {
      if (pressed) return;
      pressed = true;
      tree.takeRecords();
      records.length = 0;
      requests.length = 0;
    },
    stop,
  };
}
