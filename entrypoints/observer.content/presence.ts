import type { PresenceEdge, PresenceObservation, Span } from '../../utils/domain/observation';
import { watchCaptcha } from './captcha';
import type { ObserverContext } from './context';
import { activationTime, documentTime } from './document-times';
import { hearInput } from './input';
import { lightPageClass } from './light-page-class';
import { type DocumentListeners, documentListeners } from './listeners';
import { hearMedia } from './media';
import { watchPopups } from './presence-popup';
import { findShadowRoots } from './shadow-roots';
import { type SteadyClock, steadyClock } from './steady-clock';
import type { Stream } from './stream';
import { JUST_NOW_MS, watchWaiting } from './waiting';

export interface Presence {
  readonly clock: SteadyClock;
  /** Gone with it. */
  readonly listeners: DocumentListeners;
  /** Tells that the document has come, if that is not told yet. */
  begin(): void;
  stop(): void;
}

const TICK_MS = 1_000;
const CHECKPOINT_MS = 15_000;
/** A tick this late means that the thread was blocked or the machine slept. */
const BLOCKED_MS = 2_500;
/** After this long without news no clock of this frame runs: checkpoints become rare, then stop. */
const QUIET_MS = 10 * 60_000;
const QUIET_CHECKPOINT_MS = 60_000;
const SILENT_MS = 30 * 60_000;
/** Long enough for all edges of one change, short enough for a crash right after it. */
const TOGETHER_MS = 50;
const CHOOSER_MS = 3_000;
const CHOOSER_CLOSES_MS = 1_000;
const MAX_EDGES = 200;
/** A document whose load does not end is told of after this long. */
const LONGEST_UNTOLD_MS = 3_000;

interface PresenceOptions {
  readonly context: ObserverContext;
  readonly stream: Stream;
  /** The observer saw the document come. */
  readonly fromTheStart: boolean;
  /** It was drawn before anybody saw it. */
  readonly prerendered: boolean;
  /** The extension is gone. */
  readonly orphaned: () => void;
  /** The document was replaced under us (`document.open`). */
  readonly replaced: () => void;
  /** The document has another title. */
  readonly retitled: () => void;
}

/**
 * Evidence of presence in this frame: edges and spans, told at once where they decide a clock, else at
 * a checkpoint. A frame inside another tells only what it alone can know: its input, media and focus.
 */
export function startPresence({
  context,
  stream,
  fromTheStart,
  prerendered,
  orphaned,
  replaced,
  retitled,
}: PresenceOptions): Presence {
  const top = window === window.top;
  const clock = steadyClock();
  const listeners = documentListeners(replaced);
  const input = hearInput(listeners, clock, context.input);
  const media = hearMedia(listeners, clock, input, () => checkpointIfDue());
  const waiting = watchWaiting(clock, input, fromTheStart);
  const captcha = watchCaptcha(listeners, clock, input);

  /** While a document loads the machine has enough to do: that it came is told with its first news or soon after. */
  let untold = top && document.visibilityState === 'visible';
  let since = fromTheStart ? startOfDocument(clock, prerendered) : clock.now();
  let visible = document.visibilityState === 'visible';
  let focused = document.hasFocus();
  let edges: PresenceEdge[] = [];
  let blocked: Span[] = [];
  let lastTickAt = clock.now();
  let lastNewsAt = lastTickAt;
  let lastEmitAt = lastTickAt;
  let address = location.href;
  let { title } = document;
  let chooserAt = Number.NEGATIVE_INFINITY;
  let choosing = false;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let away = false;
  let stopped = false;

  const emit = (cause: PresenceObservation['cause'], urgency: 'now' | 'soon', at = clock.now()) => {
    const atCaptcha = captcha.take();
    const { inputs, inputWindows } = input.take();
    context.pageClass = lightPageClass(context.pageClass, media.advancing());
    stream.push(
      {
        kind: 'presence',
        cause: untold && cause !== 'end' ? 'start' : cause,
        at,
        since: Math.min(since, at),
        visible,
        focused,
        edges,
        inputs,
        inputWindows,
        media: media.take(),
        waiting: waiting.take(at),
        ...(blocked.length > 0 ? { blocked } : {}),
        ...(atCaptcha.length > 0 ? { captcha: atCaptcha } : {}),
        pageClass: context.pageClass,
      },
      urgency,
    );
    if (telling !== undefined) clearTimeout(telling);
    telling = undefined;
    untold = false;
    since = at;
    lastEmitAt = at;
    edges = [];
    blocked = [];
  };
  const edge = (kind: PresenceEdge['edge'], at: number) => {
    if (edges.length < MAX_EDGES) edges.push({ at, edge: kind });
    lastNewsAt = Math.max(lastNewsAt, at);
  };
  /**
   * That the top document lost the screen or the focus is told at once: the worker asks the window who
   * has it. All else can wait a little. One change of tab or window makes several edges: they go together.
   */
  const say = () => {
    telling = undefined;
    const lost = edges.some(({ edge: kind }) => kind === 'blur' || kind === 'hidden');
    if (edges.length > 0 && (lost || !untold)) emit('change', top && lost ? 'now' : 'soon');
  };
  const tell = () => {
    // In a hidden page time runs in steps of a second and more.
    if (visible) telling ??= setTimeout(quietly(say), TOGETHER_MS);
    else say();
  };
  const look = (at: number) => {
    const nowVisible = document.visibilityState === 'visible';
    const nowFocused = document.hasFocus();
    if (nowVisible === visible && nowFocused === focused) return;
    if (nowVisible !== visible) {
      visible = nowVisible;
      edge(visible ? 'visible' : 'hidden', at);
    }
    if (nowFocused !== focused) {
      focused = nowFocused;
      if (!focused && at - chooserAt <= CHOOSER_MS) {
        choosing = true;
        edge('chooser-open', at);
      }
      edge(focused ? 'focus' : 'blur', at);
      if (focused) closeChooser(at);
    }
    tell();
  };
  const closeChooser = (at: number) => {
    if (!choosing) return;
    choosing = false;
    edge('chooser-closed', at);
  };
  const worthTelling = () =>
    input.heard() || media.heard() || edges.length > 0 || blocked.length > 0;
  const checkpointIfDue = (at = clock.now()) => {
    const quiet = at - lastNewsAt;
    if (at - lastEmitAt < CHECKPOINT_MS) return;
    if (worthTelling()) return emit('checkpoint', 'now', at);
    if (!(visible || choosing) || !(top || (focused && !focusBelow())) || quiet > SILENT_MS) return;
    if (quiet <= QUIET_MS || at - lastEmitAt >= QUIET_CHECKPOINT_MS) emit('checkpoint', 'now', at);
  };
  const followClock = () => {
    const ranTo = clock.now();
    const moved = clock.resync();
    if (moved === 0) return;
    if (moved > 0) {
      // Sleep, or a clock set forward: what lies between was not observed.
      emit('end', 'soon', ranTo - lastTickAt > BLOCKED_MS ? lastTickAt : ranTo);
      since = clock.now();
    } else {
      stream.shift(moved);
      input.shift(moved);
      media.shift(moved);
      waiting.shift(moved);
      captcha.shift(moved);
      const shift = <T extends { at: number }>(one: T): T => ({ ...one, at: one.at + moved });
      edges = edges.map(shift);
      blocked = blocked.map(({ from, to }) => ({ from: from + moved, to: to + moved }));
      since += moved;
      lastNewsAt += moved;
      lastEmitAt += moved;
      chooserAt += moved;
    }
    lastTickAt = clock.now();
  };
  /** Follows the machine's clock and notes where the thread did not run until now. */
  const wake = () => {
    followClock();
    const at = clock.now();
    if (timer !== undefined && at - lastTickAt > BLOCKED_MS)
      blocked.push({ from: lastTickAt, to: at });
    lastTickAt = at;
    return at;
  };
  const tick = () => {
    if (chrome.runtime?.id === undefined) return orphaned();
    const at = wake();
    waiting.begin();
    if (input.last.lastAt > lastNewsAt) lastNewsAt = input.last.lastAt;
    if (media.advancing()) lastNewsAt = at;
    if (document.title !== title) {
      title = document.title;
      retitled();
      if (stopped) return;
    }
    if (location.href !== address) {
      address = location.href;
      context.pageClass = 'other';
      edge('navigated', at);
    }
    look(at);
    if (untold && at - since > LONGEST_UNTOLD_MS) emit('start', 'now', at);
    checkpointIfDue(at);
  };
  const begin = () => {
    tick();
    if (untold && !stopped) emit('start', 'now');
  };
  const end = (urgency: 'now' | 'soon') => {
    if (untold) emit('start', 'soon');
    if (top || worthTelling() || focused) emit('end', urgency);
  };

  // A frame without the screen has nothing to tell by itself; its listeners wake it.
  let timer: ReturnType<typeof setInterval> | undefined;
  const runTimer = () => {
    const wanted = (visible || choosing) && !away;
    if (wanted && timer === undefined) {
      lastTickAt = clock.now();
      timer = setInterval(quietly(tick), TICK_MS);
    } else if (!wanted && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
  const onEdge = (event: Event) => {
    // Focus that moves between the page's own elements decides nothing, nor does a page that goes.
    if (away || event.target instanceof Element) return;
    if (chrome.runtime?.id === undefined) return orphaned();
    wake();
    look(clock.ofEvent(event));
    runTimer();
    // Between two frames of one page the focus is nowhere for a moment.
    setTimeout(
      quietly(() => look(clock.now())),
      0,
    );
  };
  listeners.on(document, 'visibilitychange', onEdge);
  listeners.on(window, 'focus', onEdge);
  listeners.on(window, 'blur', onEdge);
  listeners.on(window, 'pagehide', ({ isTrusted }) => {
    if (away || !isTrusted) return;
    away = true;
    wake();
    runTimer();
    end('soon');
    stream.flushAtEnd();
    listeners.on(window, 'pageshow', onShown);
  });
  const onShown = ({ persisted, isTrusted }: PageTransitionEvent) => {
    if (!persisted || !away || !isTrusted) return;
    away = false;
    clock.resync();
    since = clock.now();
    visible = document.visibilityState === 'visible';
    focused = document.hasFocus();
    runTimer();
    stream.resume();
    if (top) emit('start', 'now');
  };
  const onChosen = (event: Event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
      // The focus comes back with it; where it does not, the chooser is closed all the same.
      setTimeout(
        quietly(() => closeChooser(clock.now())),
        CHOOSER_CLOSES_MS,
      );
    }
  };
  listeners.on<MouseEvent>(window, 'click', (event) => {
    const [target] = event.composedPath();
    // Component libraries hide the input and click it by script, but only after a real click.
    const caused = event.isTrusted || clock.now() - input.last.lastAt <= CHOOSER_MS;
    if (caused && target instanceof HTMLInputElement && target.type === 'file') {
      chooserAt = clock.ofEvent(event);
      for (const type of ['change', 'cancel']) listeners.on(window, type, onChosen);
    }
    if (location.href !== address) tick();
  });
  const popups = watchPopups(listeners, (kind, event) => {
    edge(kind, event === undefined ? clock.now() : clock.ofEvent(event));
  });
  const roots = findShadowRoots(clock.now, media.hearRoot);

  runTimer();
  return {
    clock,
    listeners,
    begin: quietly(begin),
    stop() {
      stopped = true;
      if (!away) end('now');
      clearInterval(timer);
      clearTimeout(telling);
      roots.stop();
      popups.stop();
      waiting.stop();
      listeners.remove();
    },
  };
}

/**
 * The observed stretch of a new document starts where the first bytes of it came: until then the old
 * one was on the screen.
 */
function startOfDocument(clock: SteadyClock, prerendered: boolean): number {
  const answered = documentTime(clock, 'responseStart');
  const started = Math.max(answered, prerendered ? activationTime(clock) : 0);
  const now = clock.now();
  return now - started < JUST_NOW_MS ? started : now;
}

/** The focus is in a frame below, which speaks for itself. */
function focusBelow(): boolean {
  return /^i?frame$/i.test(document.activeElement?.localName ?? '');
}

function quietly(run: () => void): () => void {
  return () => {
    try {
      run();
    } catch {
      // The page must never see an error of ours.
    }
  };
}
