/** Where it answers `true` the event is nothing to those who come after it. */
type Handler = (event: Event) => unknown;

interface Heard {
  readonly handlers: Set<Handler>;
  readonly hear: (event: Event) => void;
}

const heard = new Map<string, Heard>();

/**
 * Hears events of one type in the capture phase of the window, with all others of the reader that hear
 * them so, in the order in which they came. There is one listener for all: at every key the way into a
 * script costs more than what is done there.
 */
export function hearInTurn(type: string, handler: Handler, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { handlers, hear } = heard.get(type) ?? begin(type);
  handlers.add(handler);
  signal.addEventListener(
    'abort',
    () => {
      handlers.delete(handler);
      if (handlers.size > 0) return;
      removeEventListener(type, hear, { capture: true });
      heard.delete(type);
    },
    { once: true },
  );
}

function begin(type: string): Heard {
  const handlers = new Set<Handler>();
  const hear = (event: Event): void => {
    for (const handler of handlers) {
      try {
        if (handler(event) === true) return;
      } catch {
        // One part that fails takes neither the others nor the page with it.
      }
    }
  };
  addEventListener(type, hear, { capture: true, passive: true });
  const begun = { handlers, hear };
  heard.set(type, begun);
  return begun;
}
