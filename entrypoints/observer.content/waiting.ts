import type { Span } from '../../utils/domain/observation';
import { documentTime } from './document-times';
import type { Input } from './input';
import type { SteadyClock } from './steady-clock';

export interface Waiting {
  /** Called when the document has stood for a moment: many are gone before. */
  begin(): void;
  /** Spans of waiting since the last call; the load of the document up to now is one. */
  take(now: number): Span[];
  shift(ms: number): void;
  stop(): void;
}

/** A task this long is felt as a page that does not answer. */
const LONG_TASK_MS = 1_000;
/** A request this long is waited for, where the person caused it. */
const LONG_REQUEST_MS = 1_000;
const CAUSED_WITHIN_MS = 2_000;
/** A load or request longer than this is a stream or a poll that nobody waits for. */
const LONGEST_MS = 60_000;
/** What is told of a document begins this long after it came, at most. */
export const JUST_NOW_MS = 5_000;

/**
 * Waiting for the page (等待系统): the document's own load, from the request that the person waited for, requests that followed an input within two
 * seconds, and a thread that was blocked for a second or longer. Only lengths are read, no address.
 */
export function watchWaiting(clock: SteadyClock, input: Input, fromTheStart: boolean): Waiting {
  let spans: Span[] = [];
  let load: { from: number; until: number } | undefined;
  /** The load from its beginning is still to be told. */
  let untold = false;
  // A small document may be there as a whole before anything may be told of it.
  const loading = document.readyState !== 'complete';
  if (loading || (fromTheStart && clock.now() - loadedAt(clock, clock.now()) <= JUST_NOW_MS)) {
    untold = true;
  }
  const note = (entry: PerformanceEntry) => {
    const { entryType, startTime, duration } = entry;
    const from = clock.ofEvent({ timeStamp: startTime });
    const { initiatorType } = entry as PerformanceResourceTiming;
    const delay = from - input.last.lastAt;
    const waited =
      entryType === 'longtask'
        ? duration >= LONG_TASK_MS
        : (initiatorType === 'fetch' || initiatorType === 'xmlhttprequest') &&
          duration >= LONG_REQUEST_MS &&
          duration <= LONGEST_MS &&
          delay >= 0 &&
          delay <= CAUSED_WITHIN_MS;
    if (waited) spans.push({ from, to: from + Math.round(duration) });
  };
  let observer: PerformanceObserver | undefined;
  return {
    begin() {
      if (observer !== undefined) return;
      observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
      // A thread blocked since the document came counts; a request that counts is not over before.
      observer.observe({ type: 'longtask', buffered: true });
      observer.observe({ type: 'resource' });
    },
    take(now) {
      if (untold) {
        const from = clock.origin();
        load = { from, until: from + LONGEST_MS };
        untold = false;
      }
      if (load !== undefined) {
        const done = document.readyState === 'complete';
        const to = Math.min(done ? loadedAt(clock, now) : now, load.until);
        if (to > load.from) spans.push({ from: load.from, to });
        load = done || to >= load.until ? undefined : { ...load, from: to };
      }
      const taken = spans;
      spans = [];
      return taken;
    },
    shift(ms) {
      spans = spans.map(({ from, to }) => ({ from: from + ms, to: to + ms }));
      if (load !== undefined) load = { from: load.from + ms, until: load.until + ms };
    },
    stop() {
      observer?.disconnect();
    },
  };
}

function loadedAt(clock: SteadyClock, now: number): number {
  return documentTime(clock, 'loadEventEnd') || now;
}
