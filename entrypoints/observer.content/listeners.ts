type Handler = (event: Event) => void;

export interface Listeners {
  /** Hears an event in the capture phase, passively, until {@link Listeners.remove}. */
  on<E extends Event>(target: EventTarget, type: string, handler: (event: E) => void): void;
  remove(): void;
}

export interface DocumentListeners extends Listeners {
  /** Some of them, which can be removed by themselves. */
  group(): Listeners;
}

interface Ear {
  readonly target: EventTarget;
  readonly type: string;
  readonly hear: Handler;
  /** Never changed in place: who goes or comes while an event is told does so for the next one. */
  handlers: readonly Handler[];
}

const OPTIONS = { capture: true, passive: true };

/**
 * The observer's listeners: one for each type of event at each target, however many of its parts hear it,
 * since the way into a script costs a page more than what is done there. `document.open()` (old editors,
 * `document.write` after load) takes every listener off window and document and nothing injects the
 * observer again; a mutation observer on the document survives it and puts them back. Adding a listener
 * that is there already changes nothing.
 */
export function documentListeners(onReplaced: () => void): DocumentListeners {
  let ears: readonly Ear[] = [];
  let root = document.documentElement;
  const replaced = new MutationObserver(() => {
    if (document.documentElement === root) return;
    const first = root === null;
    root = document.documentElement;
    if (first || root === null) return;
    for (const { target, type, hear } of ears) target.addEventListener(type, hear, OPTIONS);
    onReplaced();
  });
  replaced.observe(document, { childList: true });

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
    ears = [...ears, ear];
    target.addEventListener(type, hear, OPTIONS);
    return ear;
  };
  const group = (): Listeners => {
    const own: (readonly [Ear, Handler])[] = [];
    return {
      on(target, type, handler) {
        const ear = earOf(target, type);
        ear.handlers = [...ear.handlers, handler as Handler];
        own.push([ear, handler as Handler]);
      },
      remove() {
        for (const [ear, handler] of own.splice(0)) {
          ear.handlers = ear.handlers.filter((one) => one !== handler);
          if (ear.handlers.length > 0) continue;
          ear.target.removeEventListener(ear.type, ear.hear, OPTIONS);
          ears = ears.filter((one) => one !== ear);
        }
      },
    };
  };
  return {
    ...group(),
    group,
    remove() {
      replaced.disconnect();
      for (const { target, type, hear } of ears) target.removeEventListener(type, hear, OPTIONS);
      ears = [];
    },
  };
}
