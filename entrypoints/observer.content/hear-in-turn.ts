/** Where it answers `true` the event is nothing to those who come after it. */
type Handler = (event: Event) => unknown;

interface Heard {
  readonly handlers: Set<Handler>;
  readonly hear: (event: Event) => void;
}

/** An event of which nobody hears for a while. */
export interface Turn {
  rest(): void;
  /** It is heard again; where it is heard already nothing changes. */
  goOn(): void;
}

const CAPTURING = { capture: true, passive: true };

const heard = new Map<string, Heard>();

/**
 * Hears events of one type in the capture phase of the window, with all others of the reader that hear
 * them so, in the order in which they came. There is one listener for all: at every key the way into a
 * script costs more than what is done there.
 */
export function hearInTurn(type: string, handler: Handler, signal: AbortSignal): Turn {
  if (signal.aborted) return { rest() {}, goOn() {} };
  const { handlers, hear } = heard.get(type) ?? begin(type);
  handlers.add(handler);
  signal.addEventListener(
    'abort',
    () => {
      handlers.delete(handler);
      if (handlers.size > 0) return;
      removeEventListener(type, hear, CAPTURING);
      heard.delete(type);
    },
    { once: true },
  );
  return {
    rest: () => removeEventListener(type, hear, CAPTURING),
    goOn() {
      if (handlers.size > 0) addEventListener(type, hear, CAPTURING);
    },
  };
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
  addEventListener(type, hear, CAPTURING);
  const begun = { handlers, hear };
  heard.set(type, begun);
  return begun;
}
