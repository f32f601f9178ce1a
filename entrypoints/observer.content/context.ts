import type { Observation } from '../../utils/domain/observation';
import type { PageClass } from '../../utils/domain/page-class';

/**
 * What the observer and the reader share in one document's isolated world.
 *
 * The observer is there from `document_start`, small: it tells presence and keeps what happens until
 * the reader, injected on demand, takes over. Both run in the same isolated world, which the page
 * cannot see; the context stands on its `globalThis` under {@link CONTEXT_KEY}.
 */
export interface ObserverContext {
  /** Random id of this observer instance. */
  readonly observer: string;
  /** Queues an observation; sent in order, with a sequence number, as soon as the browser allows. */
  send(observation: Observation, urgency?: 'now' | 'soon'): void;
  /** Asks for the reader; harmless when it is there already. */
  requestReader(): void;
  /** Set by the reader when it has taken over: from then on nothing is buffered. */
  readerPresent: boolean;
  /** What happened before the reader came, oldest first, at most 200. */
  readonly buffered: BufferedEvent[];
  /**
   * Calls back now if recording runs, and again on every resume. The signal is aborted on pause,
   * withdrawal of consent, or when a newer observer takes over: pass it to every listener.
   */
  whenRunning(start: (signal: AbortSignal) => void): void;
  /** Times of trusted input in this document: presence hears every input anyway. */
  readonly input: { lastAt: number };
  /** Epoch ms by a clock that never runs backwards between two readings of one observation. */
  now(): number;
  /** Class of the page as far as it is known; the reader, which sees more, may set it. */
  pageClass: PageClass;
  /** Whether the extension that put this observer here still exists. */
  alive(): boolean;
  /** Ends it for good and removes every listener. */
  stop(): void;
}

export interface BufferedEvent {
  readonly type: string;
  readonly at: number;
  readonly target: WeakRef<EventTarget>;
  /** For a click: the control's own short text and accessible name before the page reacted. */
  readonly text?: string;
}

export const CONTEXT_KEY = Symbol.for('qingzhuang.observer');

/** The context of this document, where an observer runs. */
export function observerContext(): ObserverContext | undefined {
  return (globalThis as { [CONTEXT_KEY]?: ObserverContext })[CONTEXT_KEY];
}
