import type { BufferedEvent, ObserverContext } from './context';
import { type EarlyWatch, watchEarlyChanges } from './early-changes';
import type { DocumentListeners } from './listeners';

const MAX_BUFFERED = 200;
const MAX_TEXT = 80;
const MAX_VALUE = 400;
const BUFFERED = ['click', 'focusin', 'input'];
/** They never come first: somebody pressed, typed or dragged before. */
const BUFFERED_LATER = ['change', 'paste', 'drop', 'submit'];
/** Of the mouse: to hear of pointers makes the browser draw a page anew that has just been drawn. */
const WAKING = ['mousedown', 'keydown', 'focusin', 'input', 'click', 'dragenter'];
/** The pointer is over it a moment before it is pressed; links to elsewhere are no controls. */
const CONTROL =
  'button, input, select, textarea, label, [role], [onclick], [contenteditable], a:not([href]), a[href^="#"], a[href^="javascript" i], [class*="btn" i], [class*="button" i]';
/** The page signs come once a document has been open for a while, and when nothing else is to do. */
const SIGNS_MS = 1_300;
/** A smaller frame is an advertisement, a counter or the target of an upload, CSS pixels. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 80;

/**
 * Keeps what happens until the reader is there, and asks for the parts of the observer as they are
 * needed: the reader at the first trusted action in this frame or when the pointer reaches a control;
 * soon after the load of a frame, whether the document before left something open that this one answers;
 * the page signs, with all that is heard later on, when the document has been open for a while, in a page
 * together with its first word.
 */
export function keepEarlyEvents(
  context: ObserverContext,
  listeners: DocumentListeners,
): { stop(): void } {
  const acts = listeners.group();
  const stands = listeners.group();
  let changes: EarlyWatch | undefined;
  const stopKeeping = () => {
    changes?.stop();
    acts.remove();
  };
  const keep = (event: Event) => {
    if (context.readerPresent) return stopKeeping();
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    if (target === undefined) return;
    const last = context.buffered.at(-1);
    if (event.type === 'input' && last?.type === 'input' && last.target.deref() === target) return;
    if (event.type === 'click') changes?.press();
    const text = event.type === 'click' ? controlText(target) : undefined;
    const value = event.type === 'focusin' ? typedIn(target) : undefined;
    const files = filesOf(event);
    if (context.buffered.length >= MAX_BUFFERED) context.buffered.shift();
    const buffered: BufferedEvent = {
      type: event.type,
      at: context.now(),
      target: new WeakRef(target),
      ...(text === undefined ? {} : { text }),
      ...(value === undefined ? {} : { value }),
      ...(files.length === 0 ? {} : { handed: { event, files } }),
    };
    context.buffered.push(buffered);
  };
  const wake = ({ isTrusted, type: woken }: Event) => {
    if (context.readerPresent) return stopKeeping();
    if (!isTrusted) return;
    // Where the focus was before it could be heard, and before a key or a paste changes what stands there.
    if (!woken.startsWith('focus') && woken !== 'input') keepStanding();
    looked = true;
    for (const type of BUFFERED_LATER) acts.on(window, type, keep);
    changes ??= watchEarlyChanges(context, () => {
      changes = undefined;
    });
    context.request('reader');
  };
  let looked = false;
  const keepStanding = () => {
    if (looked) return;
    const { activeElement } = document;
    const value = typedIn(activeElement);
    if (activeElement === null || value === undefined) return;
    const target = new WeakRef<EventTarget>(activeElement);
    context.buffered.push({ type: 'focusin', at: context.now(), target, value });
  };
  for (const type of BUFFERED) acts.on(window, type, keep);
  for (const type of WAKING) acts.on(window, type, wake);
  acts.on(window, 'mouseover', (event) => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest(CONTROL)) wake(event);
  });
  let answerTimer: ReturnType<typeof setTimeout> | undefined;
  let signsTimer: ReturnType<typeof setTimeout> | undefined;
  const top = window === window.top;
  const whenVisible = () => {
    clearTimeout(answerTimer);
    clearTimeout(signsTimer);
    if (document.visibilityState !== 'visible') return;
    // The answer to what was sent from a frame may be shown for a moment only. For a page the worker
    // itself sees to that.
    if (!top) answerTimer = setTimeout(() => context.request('answer'), 0);
    signsTimer = setTimeout(() => idle(() => context.request('signs')), SIGNS_MS);
  };
  // A frame large enough to work in may be the answer to what was sent from it, or play something.
  if (top || (innerWidth >= LEAST_WIDTH && innerHeight >= LEAST_HEIGHT)) {
    if (document.readyState === 'complete') whenVisible();
    else stands.on(window, 'load', whenVisible);
    stands.on(document, 'visibilitychange', whenVisible);
  }
  return {
    stop() {
      clearTimeout(answerTimer);
      clearTimeout(signsTimer);
      stopKeeping();
      stands.remove();
    },
  };
}

function idle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 200);
}

function filesOf(event: Event): readonly File[] {
  const { dataTransfer, clipboardData } = event as DragEvent & ClipboardEvent;
  const transfer = event.type === 'drop' ? dataTransfer : clipboardData;
  return [...(transfer?.files ?? [])];
}

/** What stands in a text box; what a password box holds is nobody's business. */
function typedIn(target: EventTarget | null): string | undefined {
  const isText =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(password|file|radio|checkbox)$/.test(target.type));
  return isText ? target.value.slice(0, MAX_VALUE) : undefined;
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
