import type {
  ObserverPart,
  PresenceEdge,
  PresenceObservation,
  Span,
} from '../../utils/domain/observation';
import type { ObserverContext } from './context';
import { activationTime, documentTime } from './document-times';
import type { HeardLater } from './hear-later';
import { hearInput } from './input';
import { lightPageClass } from './light-page-class';
import { type DocumentListeners, documentListeners, type Listening } from './listeners';
import { type SteadyClock, steadyClock } from './steady-clock';
import type { Stream } from './stream';
import { JUST_NOW_MS, watchWaiting } from './waiting';

export interface Presence {
  readonly clock: SteadyClock;
  /** Gone with it. */
  readonly listeners: DocumentListeners;
  /**
   * Tells that the document has come, and may ask for parts with the same message, if that is not told
   * yet; else does nothing and answers `false`. What the document says of itself was looked at just now.
   */
  begin(parts?: readonly ObserverPart[]): boolean;
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
/** Events of media that go on. */
const PLAYS = ['play', 'timeupdate'];
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
  /** Looks whether the document may be told of: before its first word, and when it has another title. */
  readonly lookAgain: () => void;
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
  lookAgain,
}: PresenceOptions): Presence {
  const top = window === window.top;
  const clock = steadyClock();
  const listeners = documentListeners(replaced);
  /** While a document loads the machine has enough to do: that it came is told with its first news or soon after. */
  let untold = top && document.visibilityState === 'visible';
  /** What is heard only from then on. */
  let laterOn: (() => void)[] = [];
  const later: Listening = {
    on(target, type, handler) {
      if (untold) laterOn.push(() => listeners.on(target, type, handler));
      else listeners.on(target, type, handler);
    },
  };
  const input = hearInput(listeners, later, clock, context.input);
  const waiting = watchWaiting(clock, input, fromTheStart);
  /** Comes with the page signs: a document that loads must not bear all of it. */
  let more: HeardLater | undefined;

  let unread = true;
  let since = Date.now();
  let unheardSince = since;
  /** When the observer came with a document of which nothing is told yet. */
  let cameAt = fromTheStart ? since : undefined;
  let visible = document.visibilityState === 'visible';
  let focused = document.hasFocus();
  let edges: PresenceEdge[] = [];
  let blocked: Span[] = [];
  let lastTickAt = since;
  let lastNewsAt = lastTickAt;
  let lastEmitAt = lastTickAt;
  let address = '';
  let { title } = document;
  let chooserAt = Number.NEGATIVE_INFINITY;
  let choosing = false;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let away = false;
  let stopped = false;

  const emit = (
    cause: PresenceObservation['cause'],
    urgency: 'now' | 'soon',
    at = clock.now(),
    parts?: readonly ObserverPart[],
  ) => {
    if (unread) {
      // Of a document that loads only the title is known.
      unread = document.readyState === 'loading';
      lookAgain();
      if (stopped) return;
    }
    if (cameAt !== undefined) since = startOfDocument(clock, prerendered, cameAt);
    cameAt = undefined;
    const { media = [], captcha = [] } = more?.take() ?? {};
    const { inputs, inputWindows } = input.take();
    context.pageClass = lightPageClass(context.pageClass, more?.advancing() === true);
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
        media,
        waiting: waiting.take(at),
        ...(blocked.length > 0 ? { blocked } : {}),
        ...(captcha.length > 0 ? { captcha } : {}),
        pageClass: context.pageClass,
      },
      urgency,
      parts,
    );
    if (telling !== undefined) clearTimeout(telling);
    telling = undefined;
    if (untold) {
      untold = false;
      clearTimeout(longest);
      if (!away) hearAll();
    }
    since = at;
    lastEmitAt = at;
    edges = [];
    blocked = [];
  };
  const hearAll = () => {
    listeners.follow();
    for (const listen of laterOn) listen();
    laterOn = [];
    unheardSince = since;
    hearMore();
    // Where the signs have not come, what plays asks for them.
    if (more === undefined) for (const type of PLAYS) listeners.on(window, type, askForMore);
    runTimer();
  };
  const hearMore = () => {
    if (untold || away || stopped || more !== undefined) return;
    more = context.pageWords?.hearLater({
      listeners,
      clock,
      input,
      since: unheardSince,
      onAdvance: () => checkpointIfDue(),
      onPopup(kind, event) {
        edge(kind, event === undefined ? clock.now() : clock.ofEvent(event));
      },
    });
  };
  const askForMore = () => {
    if (more === undefined) context.request('signs');
  };
  context.signsCame = hearMore;
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
    input.heard() || more?.heard() || edges.length > 0 || blocked.length > 0;
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
      waiting.shift(moved);
      more?.shift(moved);
      const shift = <T extends { at: number }>(one: T): T => ({ ...one, at: one.at + moved });
      edges = edges.map(shift);
      blocked = blocked.map(({ from, to }) => ({ from: from + moved, to: to + moved }));
      since += moved;
      unheardSince += moved;
      if (cameAt !== undefined) cameAt += moved;
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
    if (more?.advancing()) lastNewsAt = at;
    if (document.title !== title) {
      title = document.title;
      lookAgain();
      if (stopped) return;
    }
    const { href } = location;
    if (href !== address && address !== '') {
      context.pageClass = 'other';
      edge('navigated', at);
    }
    address = href;
    look(at);
    checkpointIfDue(at);
  };
  const begin = (parts?: readonly ObserverPart[]) => {
    if (!untold || stopped) return false;
    tick();
    if (!untold || stopped) return false;
    unread = false;
    emit('start', 'now', clock.now(), parts);
    return true;
  };
  const end = (urgency: 'now' | 'soon') => {
    if (untold) emit('start', 'soon');
    if (top || worthTelling() || focused) emit('end', urgency);
  };

  // A frame without the screen has nothing to tell by itself; its listeners wake it.
  let timer: ReturnType<typeof setInterval> | undefined;
  const runTimer = () => {
    const wanted = (visible || choosing) && !away && !untold;
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
    hearAll();
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
    if (address !== '' && location.href !== address) tick();
  });
  const tellAtLast = () => {
    lookAgain();
    begin();
  };
  let longest: ReturnType<typeof setTimeout> | undefined;
  if (untold) longest = setTimeout(quietly(tellAtLast), LONGEST_UNTOLD_MS);
  else hearAll();
  return {
    clock,
    listeners,
    begin,
    stop() {
      stopped = true;
      if (!away) end('now');
      clearInterval(timer);
      clearTimeout(telling);
      clearTimeout(longest);
      more?.stop();
      waiting.stop();
      listeners.remove();
    },
  };
}

/**
 * The observed stretch of a new document starts where the first bytes of it came: until then the old
 * one was on the screen.
 */
function startOfDocument(clock: SteadyClock, prerendered: boolean, cameAt: number): number {
  const answered = documentTime(clock, 'responseStart');
  const started = Math.max(answered, prerendered ? activationTime(clock) : 0);
  return cameAt - started < JUST_NOW_MS ? started : cameAt;
}

/** The focus is in a frame below, which speaks for itself. */
function focusBelow(): boolean {
  return /^i?frame$/i.test(document.activeElement?.localName ?? '');
}

function quietly(run: () => unknown): () => void {
  return () => {
    try {
      run();
    } catch {
      // The page must never see an error of ours.
    }
  };
}
