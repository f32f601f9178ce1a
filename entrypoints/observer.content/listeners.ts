export interface Listeners {
  /** Hears an event in the capture phase, passively, until {@link Listeners.remove}. */
  on<E extends Event>(target: EventTarget, type: string, handler: (event: E) => void): void;
  remove(): void;
}

/**
 * The observer's listeners. `document.open()` (old editors, `document.write` after load) takes every
 * listener off window and document and nothing injects the observer again; a mutation observer on the
 * document survives it and puts them back. Adding a listener that is there already changes nothing.
 */
export function documentListeners(onReplaced: () => void): Listeners {
  const heard: (readonly [EventTarget, string, EventListener])[] = [];
  const options = { capture: true, passive: true };
  let root = document.documentElement;
  const replaced = new MutationObserver(() => {
    if (document.documentElement === root) return;
    const first = root === null;
    root = document.documentElement;
    if (first || root === null) return;
    for (const [target, type, handler] of heard) target.addEventListener(type, handler, options);
    onReplaced();
  });
  replaced.observe(document, { childList: true });
  return {
    on(target, type, handler) {
      const quiet = ((event: Event) => {
        try {
          handler(event as never);
        } catch {
          // The page must never see an error of ours.
        }
      }) as EventListener;
      heard.push([target, type, quiet]);
      target.addEventListener(type, quiet, options);
    },
    remove() {
      replaced.disconnect();
      for (const [target, type, handler] of heard.splice(0)) {
        target.removeEventListener(type, handler, options);
      }
    },
  };
}
