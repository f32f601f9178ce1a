import { type Hello, OBSERVATION_VERSION } from '../../utils/domain/observation';
import { randomId } from '../../utils/domain/random-id';
import { CONTEXT_KEY, type ObserverContext, observerContext } from './context';
import { keepEarlyEvents } from './early-events';
import { type Presence, startPresence } from './presence';
import { isPrerendering, watchRunning } from './running';
import { observationStream } from './stream';

const ASK_AGAIN_MS = 2_000;

/**
 * The observer of one document. It stands there once: a second copy finds the first one alive and does
 * nothing; where the first belongs to an extension that was reloaded since, it ends it and takes over.
 */
export function startObserver(): void {
  const earlier = observerContext();
  if (earlier?.alive()) return;
  earlier?.stop();

  let id: string | undefined;
  const observer = () => (id ??= randomId());
  /** It saw the document come; what is told begins only when the title is known and recording may run. */
  let fromTheStart = document.readyState === 'loading';
  const prerendered = isPrerendering();
  // Its own: a reloaded extension has another one under the same name.
  const { runtime } = chrome;
  const starts: ((signal: AbortSignal) => void)[] = [];
  let running = false;
  /** Ends what was started with it; made when somebody asks for it, since few documents need one. */
  let end: AbortController | undefined;
  let presence: Presence | undefined;
  let early: { stop(): void } | undefined;
  /** When each thing was last asked for. */
  const askedAt = new Map<string, number>();

  const stream = observationStream({
    observer,
    now: () => context.now(),
    orphaned: () => stop(),
    told() {
      // With the first word of a page the worker brought the reader in, where an answer is awaited.
      if (window === window.top) context.awaited ??= context.readerPresent;
    },
  });
  const context: ObserverContext = {
    get observer() {
      return observer();
    },
    send: (observation, urgency = 'soon') => {
      if (running) stream.push(observation, urgency);
    },
    request(what) {
      if (what === 'signs' ? context.pageWords !== undefined : context.readerPresent) return;
      const last = askedAt.get(what) ?? Number.NEGATIVE_INFINITY;
      if (!running || performance.now() - last < ASK_AGAIN_MS) return;
      // A title that came since may be marked secret: such a page is not read.
      if (!watch.look()) return;
      askedAt.set(what, performance.now());
      // The reader asks the page signs for words: they come before it.
      const signs = context.pageWords === undefined ? (['signs'] as const) : [];
      const hello: Hello = {
        type: 'hello',
        version: OBSERVATION_VERSION,
        observer: observer(),
        parts: what === 'signs' ? signs : [...signs, 'reader'],
        ...(what === 'answer' ? { ifAwaited: true } : {}),
      };
      try {
        if ((what === 'signs' && presence?.begin(signs)) || !running) return;
        chrome.runtime.sendMessage(hello, (injected: unknown) => {
          // Read, so that the browser does not print it: the next action asks again.
          if (chrome.runtime.lastError) return;
          if (what === 'answer') context.awaited = injected === true;
        });
        // What the page is when somebody begins to act may be gone soon: a login by one press.
        if (what === 'reader') presence?.begin();
      } catch {
        if (!context.alive()) stop();
      }
    },
    readerPresent: false,
    buffered: [],
    whenRunning(start) {
      starts.push(start);
      if (running) begin(start);
    },
    input: { lastAt: 0 },
    now: () => presence?.clock.now() ?? Date.now(),
    pageClass: 'other',
    alive: () => !ended && runtime?.id !== undefined,
    stop,
  };
  let ended = false;

  const begin = (start: (signal: AbortSignal) => void) => {
    end ??= new AbortController();
    try {
      start(end.signal);
    } catch {
      // One part that fails must not take the others with it, nor reach the page.
    }
  };
  const run = () => {
    running = true;
    presence = startPresence({
      context,
      stream,
      fromTheStart,
      prerendered,
      orphaned: stop,
      replaced: restart,
      lookAgain,
    });
    fromTheStart = false;
    early = keepEarlyEvents(context, presence.listeners);
    for (const start of starts) begin(start);
  };
  const halt = () => {
    presence?.stop();
    presence = undefined;
    early?.stop();
    early = undefined;
    end?.abort();
    end = undefined;
    running = false;
    context.buffered.length = 0;
  };
  /** The reader's listeners went with the old document as well: it starts anew. */
  const restart = () => {
    if (!running) return;
    halt();
    if (watch.look()) run();
  };
  const lookAgain = () => void watch.look();
  const watch = watchRunning((may, secret) => {
    // Of a page that turns out to be marked secret nothing is told any more, not even its end.
    if (secret) stream.stop();
    if (ended || may === running) return;
    if (may) run();
    else halt();
  });
  function stop(): void {
    if (ended) return;
    ended = true;
    watch.stop();
    halt();
    stream.stop();
  }

  Object.defineProperty(globalThis, CONTEXT_KEY, { value: context, configurable: true });
}
