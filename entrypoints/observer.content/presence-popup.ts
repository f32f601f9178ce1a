import type { Listening } from './listeners';

export type PopupEdge = 'presence-popup' | 'presence-popup-answered';

const DIALOGS =
  'dialog[open],[role=dialog],[role=alertdialog],[class*="dialog" i],[class*="modal" i],[class*="popup" i],[class*="layer" i],[class*="message-box" i]';
/** Without any space. */
const WORDS =
  /在(线|岗|吗|学习)(吗|中|确认|[?？])|确认[您你]?[还仍]?在[线岗]|防挂机|挂机检测|继续(学习|观看|播放)|areyoustill(there|watching)/i;
const LOOK_MS = 400;
const AGAIN_MS = 5_000;
const MAX_DIALOGS = 50;
const LONGEST_TEXT = 300;

/**
 * Presence pop-ups (在岗确认, 防挂机): a dialog that came up while media played or where they stopped by
 * themselves, whose short text asks whether somebody is there; answered when it goes within a second
 * of a trusted input.
 */
export function watchPopups(
  listeners: Listening,
  tell: (edge: PopupEdge, event?: Event) => void,
): { stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: WeakRef<Element> | undefined;
  let lastLookAt = Number.NEGATIVE_INFINITY;
  const standing = (dialog: Element) =>
    dialog.isConnected && (dialog as HTMLElement).getClientRects().length > 0;
  const look = () => {
    timer = undefined;
    lastLookAt = performance.now();
    if (shown?.deref() !== undefined) return;
    const dialogs = [...document.querySelectorAll(DIALOGS)].slice(0, MAX_DIALOGS);
    const dialog = dialogs.find((one) => {
      const text = one.textContent ?? '';
      return text.length <= LONGEST_TEXT && WORDS.test(text.replace(/\s+/g, '')) && standing(one);
    });
    if (dialog === undefined) return;
    shown = new WeakRef(dialog);
    tell('presence-popup');
  };
  const lookSoon = (delay: number) => {
    timer ??= setTimeout(() => {
      try {
        look();
      } catch {
        // A page that is being torn down.
      }
    }, delay);
  };
  const onPause = () => lookSoon(LOOK_MS);
  listeners.on(window, 'timeupdate', () => {
    // Only what has played stops.
    listeners.on(window, 'pause', onPause);
    if (performance.now() - lastLookAt > AGAIN_MS) lookSoon(LOOK_MS);
  });
  listeners.on(window, 'click', (event) => {
    const dialog = shown?.deref();
    if (!event.isTrusted || dialog === undefined) return;
    setTimeout(() => {
      if (standing(dialog)) return;
      shown = undefined;
      tell('presence-popup-answered', event);
    }, LOOK_MS);
  });
  return { stop: () => clearTimeout(timer) };
}
