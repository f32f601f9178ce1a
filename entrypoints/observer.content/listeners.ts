type Handler = (event: Event) => void;

export interface Listeners {
  /**
   * Hears an event in the capture phase, and never holds up a scroll, until {@link Listeners.remove}. What
   * one handler hears already changes nothing.
   */
  on<E extends Event>(target: EventTarget, type: string, handler: (event: E) => void): void;
  remove(): void;
}

/** What only listens. */
export type Listening = Pick<Listeners, 'on'>;

export interface DocumentListeners extends Listeners {
  /** Some of them, which can be removed by themselves. */
  group(): Listeners;
  /** From now on notices where the document is replaced; what went with one before is put back. */
  follow(): void;
}

interface Ear {
  readonly target: EventTarget;
  readonly type: string;
  readonly hear: Handler;
  /** Never changed in place: who goes or comes while an event is told does so for the next one. */
  handlers: readonly Handler[];
}

/** Of these the browser would wait for the answer before it scrolls. */
const SCROLLING = /^(wheel|touchmove)$/;

function listen({ target, type, hear }: Ear): void {
  target.addEventListener(type, hear, !SCROLLING.test(type) || { capture: true, passive: true });
}

/**
 * The observer's listeners: one for each type of event at each target, however many of its parts hear it,
 * since the way into a script costs a page more than what is done there. `document.open()` (old editors,
 * `document.write` after load) takes every listener off window and document and nothing injects the
 * observer again; a mutation observer on the document survives it and puts them back. Adding a listener
 * that is there already changes nothing.
 */
export function documentListeners(onReplaced: () => void): DocumentListeners {
  let ears: Ear[] = [];
  let replaced: MutationObserver | undefined;
  const follow = () => {
    for (const ear of ears) listen(ear);
    let root = document.documentElement;
    replaced ??= new MutationObserver(() => {
      if (document.documentElement === root) return;
      const first = root === null;
      root = document.documentElement;
      if (first || root === null) return;
      for (const ear of ears) listen(ear);
      onReplaced();
    });
    replaced.observe(document, { childList: true });
  };

  const earOf = (target: EventTarget, type: string): Ear => {
    const known = ears.find((ear) => ear.type === type && ear.target === target);
    if (known !== undefined) return known;
    const hear = (event: Event): void => {
      for (const handler of ear.handlers) {
        try {
          handler(event);
        } catch {
          // The page must never see an error of ours.
        }
      }
    };
    const ear: Ear = { target, type, hear, handlers: [] };
    ears.push(ear);
    listen(ear);
    return ear;
  };
  const group = (): Listeners => {
    const own: (readonly [Ear, Handler])[] = [];
    return {
      on(target, type, handler) {
        const ear = earOf(target, type);
        if (ear.handlers.includes(handler as Handler)) return;
        ear.handlers = [...ear.handlers, handler as Handler];
        own.push([ear, handler as Handler]);
      },
      remove() {
        for (const [ear, handler] of own.splice(0)) {
          ear.handlers = ear.handlers.filter((one) => one !== handler);
          if (ear.handlers.length > 0) continue;
          ear.target.removeEventListener(ear.type, ear.hear, true);
          ears = ears.filter((one) => one !== ear);
        }
      },
    };
  };
  return {
    ...group(),
    group,
    follow,
    remove() {
      replaced?.disconnect();
      for (const { target, type, hear } of ears) target.removeEventListener(type, hear, true);
      ears = [];
    },
  };
}
