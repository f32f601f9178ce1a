import type { BufferedEvent, ObserverContext } from './context';
import { documentListeners } from './listeners';

const MAX_BUFFERED = 200;
const MAX_TEXT = 80;
const BUFFERED = ['pointerdown', 'click', 'focusin', 'input', 'change', 'paste', 'drop', 'submit'];
const WAKING = ['pointerdown', 'keydown', 'focusin'];
const VISIBLE_MS = 500;
/** A smaller frame is an advertisement, a counter or the target of an upload, CSS pixels. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 80;

/**
 * Keeps what happens until the reader is there, and asks for the reader at the first trusted action in
 * this frame, half a second after the load of a visible top document, or at the load of a visible frame
 * large enough to work in.
 */
export function keepEarlyEvents(context: ObserverContext): { stop(): void } {
  const listeners = documentListeners(() => {});
  const keep = (event: Event) => {
    if (context.readerPresent) return stop();
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    if (target === undefined) return;
    const last = context.buffered.at(-1);
    if (event.type === 'input' && last?.type === 'input' && last.target.deref() === target) return;
    const text = event.type === 'click' ? controlText(target) : undefined;
    if (context.buffered.length >= MAX_BUFFERED) context.buffered.shift();
    const buffered: BufferedEvent = {
      type: event.type,
      at: context.now(),
      target: new WeakRef(target),
      ...(text === undefined ? {} : { text }),
    };
    context.buffered.push(buffered);
  };
  for (const type of BUFFERED) listeners.on(window, type, keep);
  for (const type of WAKING) {
    listeners.on(window, type, ({ isTrusted }) => {
      if (isTrusted && !context.readerPresent) context.requestReader();
    });
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const whenVisible = () => {
    clearTimeout(timer);
    if (context.readerPresent || document.visibilityState !== 'visible') return;
    // The answer to what was sent from a frame may be shown for a moment only.
    timer = setTimeout(() => context.requestReader(), window === window.top ? VISIBLE_MS : 0);
  };
  // A frame large enough to work in may be the answer to what was sent from it.
  if (window === window.top || (innerWidth >= LEAST_WIDTH && innerHeight >= LEAST_HEIGHT)) {
    if (document.readyState === 'complete') whenVisible();
    else listeners.on(window, 'load', whenVisible);
    listeners.on(document, 'visibilitychange', whenVisible);
  }
  function stop(): void {
    clearTimeout(timer);
    listeners.remove();
  }
  return { stop };
}

/** The short text of the control that was clicked, as it stood before the page reacted. */
function controlText(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const control = target.closest('button, a, [role], input, label, li') ?? target;
  const text =
    control instanceof HTMLInputElement
      ? control.value
      : control.getAttribute('aria-label') || control.textContent || '';
  const short = text.trim().replace(/\s+/g, ' ');
  return short.length > 0 && short.length <= MAX_TEXT * 4 ? short.slice(0, MAX_TEXT) : undefined;
}
