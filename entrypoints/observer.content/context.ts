import type { CueKind, Observation } from '../../utils/domain/observation';
import type { PageClass } from '../../utils/domain/page-class';
import type { HeardLater, HearLaterOptions } from './hear-later';

/**
 * What the parts of the observer share in one document's isolated world.
 *
 * The observer is there from `document_start`, small: it tells presence and keeps what happens until
 * the reader, injected when the person does something, takes over. The page signs come when the page
 * rests. All run in the same isolated world, which the page cannot see; the context stands on its
 * `globalThis` under {@link CONTEXT_KEY}.
 */
export interface ObserverContext {
  /** Random id of this observer instance. */
  readonly observer: string;
  /** Queues an observation; sent in order, with a sequence number, as soon as the browser allows. */
  send(observation: Observation, urgency?: 'now' | 'soon'): void;
  /**
   * Asks for what is not there yet: the reader, the reader only where the document before left something
   * open that this one may answer, or the page signs. Harmless when it is there already.
   */
  request(what: 'reader' | 'answer' | 'signs'): void;
  /** Set by the reader when it has taken over: from then on nothing is buffered. */
  readerPresent: boolean;
  /** Set by the page signs; the reader asks them what the page says. */
  pageWords?: PageWords;
  /** Set by presence: the page signs call it when they have come. */
  signsCame?: () => void;
  /** What happened before the reader came, oldest first, at most 200. */
  readonly buffered: BufferedEvent[];
  /** How the page has changed since the person began to act, until the reader came. */
  early?: {
    /** Ends the watch and gives what was seen. */
    take(): EarlyChanges;
  };
  /** Whether the document before left something open here; unknown until the worker has said. */
  awaited?: boolean;
  /**
   * Calls back now if recording runs, and again on every resume. The signal is aborted on pause,
   * withdrawal of consent, or when a newer observer takes over: pass it to every listener.
   */
  whenRunning(start: (signal: AbortSignal) => void): void;
  /** When the person last handed the page a spreadsheet whose rows are still to be handed in, epoch ms. */
  spreadsheetAt?: number | undefined;
  /** Trusted input in this document: presence hears every input anyway. */
  readonly input: HeardInput;
  /** Epoch ms by a clock that never runs backwards between two readings of one observation. */
  now(): number;
  /** Class of the page as far as it is known; the reader, which sees more, may set it. */
  pageClass: PageClass;
  /** Whether the extension that put this observer here still exists. */
  alive(): boolean;
  /** Ends it for good and removes every listener. */
  stop(): void;
}

export interface HeardInput {
  lastAt: number;
  /**
   * Set by the reader: told the moment of each input that presence hears, epoch ms, and the key that was
   * pressed, if one was. Two ears for a key cost twice as much.
   */
  heard?: ((at: number, key?: KeyboardEvent) => void) | undefined;
}

/** What the page signs bring for others: what they know of words for the reader, so that both need not carry it. */
export interface PageWords {
  /** Cue words that the page shows in its short texts. */
  cues(): readonly CueKind[];
  /** Whether a heading names a scene that the norms exempt. */
  isExempt(text: string): boolean;
  /** What presence hears from then on. */
  hearLater(options: HearLaterOptions): HeardLater;
  /** Modules that the build leaves out of the reader. */
  readonly lent: readonly unknown[];
}

/** How the page has changed before the reader came. */
export interface EarlyChanges {
  /** At most 2 000, oldest first, with the attributes that were. */
  readonly records: readonly MutationRecord[];
  readonly requests: readonly PerformanceEntry[];
}

export interface BufferedEvent {
  readonly type: string;
  readonly at: number;
  readonly target: WeakRef<EventTarget>;
  /** For a click: the control's own short text and accessible name before the page reacted. */
  readonly text?: string;
  /** For the focus: what stood in the text box that it came to. */
  readonly value?: string;
  /** For a drop or paste of files: what the page did with the event tells whether it took them. */
  readonly handed?: { readonly event: Event; readonly files: readonly File[] };
}

export const CONTEXT_KEY = Symbol.for('qingzhuang.observer');

/** The context of this document, where an observer runs. */
export function observerContext(): ObserverContext | undefined {
  return (globalThis as { [CONTEXT_KEY]?: ObserverContext })[CONTEXT_KEY];
}
