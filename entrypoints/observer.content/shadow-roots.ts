const FIRST_MS = 2_000;
const AGAIN_MS = 15_000;
const MAX_ELEMENTS = 20_000;
const MAX_ROOTS = 200;

/**
 * Finds open shadow roots, whose media events never leave them. Only elements with a dash in their
 * name can be meant by a page; at most 20 000 are looked at, rarely, and none in a hidden page.
 */
export function findShadowRoots(found: (root: ShadowRoot) => void): { stop(): void } {
  const known = new WeakSet<ShadowRoot>();
  let count = 0;
  const search = (within: Document | ShadowRoot) => {
    const elements = within.querySelectorAll('*');
    const length = Math.min(elements.length, MAX_ELEMENTS);
    for (let index = 0; index < length && count < MAX_ROOTS; index++) {
      const element = elements[index] as Element;
      if (!element.localName.includes('-')) continue;
      const { shadowRoot } = element;
      if (shadowRoot === null) continue;
      if (!known.has(shadowRoot)) {
        known.add(shadowRoot);
        count++;
        found(shadowRoot);
      }
      search(shadowRoot);
    }
  };
  const run = () => {
    try {
      if (document.visibilityState === 'visible' && count < MAX_ROOTS) search(document);
    } catch {
      // A page that is being torn down.
    }
    timer = setTimeout(run, AGAIN_MS);
  };
  let timer = setTimeout(run, FIRST_MS);
  return { stop: () => clearTimeout(timer) };
}
