import { type Countdown, countOn, forcedSeconds } from '../../../utils/domain/reading-countdown';
import { countdownSeconds } from '../../../utils/knowledge/read-page-text';
import { attribute, isConnected, isVisible, localName, queryFirst } from '../forms/dom';

/** Where a countdown stands: on the control it blocks, or in a line that says how long to read. */
const PLACES =
  'button, input[type="button"], input[type="submit"], [role="button"], [class*="btn" i], [class*="button" i], [class*="count" i], [class*="timer" i], [class*="tip" i], [class*="read" i], [class*="time" i], [role="dialog"] span, [role="dialog"] p, .el-dialog span, .layui-layer a';
const MAX_PLACES = 600;
/** What makes a text appear or change. */
const WRITTEN = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'value', 'disabled'],
};
/** How often is looked while no countdown runs; it begins when a page or dialog opens, ms. */
const LOOK_MS = 2_500;
const FOLLOW_MS = 500;
const LOOK_AFTER_CLICK_MS = 500;
/** Looks after the last input or opening: a page that stands still gets no new countdown. */
const LOOKS = 8;

/**
 * Follows countdowns that must run out before a confirmation can be pressed.
 *
 * @param tell the seconds that the person was made to wait, when a countdown has ended
 */
export function watchCountdowns(signal: AbortSignal, tell: (seconds: number) => void): void {
  let place: Element | undefined;
  let countdown: Countdown | undefined;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (ranOut: boolean): void => {
    const seconds = countdown === undefined ? 0 : forcedSeconds(countdown, ranOut);
    place = undefined;
    countdown = undefined;
    looks = 0;
    if (seconds > 0) tell(seconds);
  };
  const follow = (current: Element): void => {
    const gone = !isConnected(current) || !isVisible(current);
    const seconds = gone ? undefined : countdownSeconds(ownText(current));
    if (seconds === undefined || seconds === 0) {
      finish(!gone || (countdown?.lowest ?? 9) <= 1);
    } else {
      countdown = countOn(countdown, seconds);
    }
  };
  // A countdown writes on the page every second: where nothing was written there is none to look for.
  let written = true;
  const writing = new MutationObserver(() => {
    written = true;
    writing.disconnect();
  });
  const look = (): void => {
    looks += 1;
    if (!written) return;
    written = false;
    writing.observe(document, WRITTEN);
    for (const candidate of queryFirst(document, PLACES, MAX_PLACES)) {
      const text = ownText(candidate);
      if (text.length > 40 || !/\d/.test(text)) continue;
      const seconds = countdownSeconds(text);
      if (seconds === undefined || seconds === 0 || !isVisible(candidate)) continue;
      place = candidate;
      countdown = countOn(undefined, seconds);
      return;
    }
  };
  const tick = (): void => {
    timer = undefined;
    if (signal.aborted) return;
    try {
      if (place !== undefined) follow(place);
      else if (!document.hidden) look();
    } catch {
      place = undefined;
    }
    if (place !== undefined || looks < LOOKS) {
      timer = setTimeout(tick, place === undefined ? LOOK_MS : FOLLOW_MS);
    }
  };
  const again = (): void => {
    looks = 0;
    timer ??= setTimeout(tick, LOOK_AFTER_CLICK_MS);
  };
  addEventListener('click', again, { capture: true, signal, passive: true });
  // A countdown that still runs when the page is left was waited up to now.
  addEventListener('pagehide', () => finish(false), { capture: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      writing.disconnect();
    },
    { once: true },
  );
  timer = setTimeout(tick, LOOK_AFTER_CLICK_MS);
}

function ownText(element: Element): string {
  if (localName(element) === 'input') return (attribute(element, 'value') ?? '').trim();
  return (element.textContent ?? '').slice(0, 120).trim();
}
