import {
  OBSERVATION_VERSION,
  type Observation,
  type ObservationMessage,
  type ObserverPart,
} from '../../utils/domain/observation';
import { shiftPresence } from '../../utils/domain/shift-presence';

export interface Stream {
  /** @param parts to be injected by who takes the message, in this order */
  push(observation: Observation, urgency: 'now' | 'soon', parts?: readonly ObserverPart[]): void;
  /** The document goes: hands everything over without waiting for what is under way. */
  flushAtEnd(): void;
  /** The document came back from the cache of pages: what was never acknowledged is sent again. */
  resume(): void;
  /** The machine's clock was set back by `ms`: what waits here moves with it. */
  shift(ms: number): void;
  stop(): void;
}

interface StreamOptions {
  readonly observer: () => string;
  readonly now: () => number;
  /** Called where the extension that put this observer here is gone. */
  readonly orphaned: () => void;
  /** Called whenever the worker has taken a message. */
  readonly told?: () => void;
}

const BATCH_MS = 5_000;
const MAX_BATCH = 100;
/** A worker that starts needs half a second; a full disk may take minutes to be seen to. */
const RETRY_MS = [500, 1_000, 2_000, 5_000, 15_000, 60_000];
const MAX_WAITING = 400;

/**
 * One stream of observations in order, with sequence numbers, one message under way at a time.
 *
 * A message is settled when the worker answers `true` (folded) or `false` (refused for good). Without an
 * answer (the worker died, the database was locked) the same message is sent again; a number that was
 * folded before is dropped there, so that nothing counts twice.
 */
export function observationStream({ observer, now, orphaned, told }: StreamOptions): Stream {
  let waiting: Observation[] = [];
  let wanted: readonly ObserverPart[] | undefined;
  let underWay: ObservationMessage | undefined;
  let sequence = 0;
  let failures = 0;
  let lastSentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  /** Between `pagehide` and `pageshow` nothing can wait: whoever speaks then is heard at once. */
  let leaving = false;
  /** Something that cannot wait came while a message was under way. */
  let urgent = false;

  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  };
  const take = (): ObservationMessage => {
    const parts = wanted;
    wanted = undefined;
    return {
      type: 'observation',
      version: OBSERVATION_VERSION,
      observer: observer(),
      sequence: sequence++,
      sentAt: now(),
      observations: waiting.splice(0, MAX_BATCH),
      ...(parts === undefined ? {} : { parts }),
    };
  };
  const post = (message: ObservationMessage) => {
    lastSentAt = performance.now();
    try {
      chrome.runtime.sendMessage(message, (answer: unknown) => {
        settle(message, !chrome.runtime.lastError && typeof answer === 'boolean');
      });
    } catch {
      if (chrome.runtime?.id === undefined) orphaned();
      else settle(message, false);
    }
  };
  const settle = (message: ObservationMessage, delivered: boolean) => {
    if (stopped || message.sequence !== underWay?.sequence) return;
    clearTimeout(timer);
    timer = undefined;
    if (delivered) {
      underWay = undefined;
      failures = 0;
      told?.();
      if (waiting.length > 0) schedule(urgent ? 'now' : 'soon');
      urgent = false;
      return;
    }
    if (chrome.runtime?.id === undefined) return orphaned();
    later(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] as number);
  };
  function flush(): void {
    timer = undefined;
    if (stopped) return;
    if (underWay === undefined) {
      if (waiting.length === 0) return;
      underWay = take();
    } else underWay = { ...underWay, sentAt: now() };
    post(underWay);
  }
  const schedule = (urgency: 'now' | 'soon') => {
    if (stopped) return;
    if (underWay !== undefined) {
      urgent ||= urgency === 'now';
      return;
    }
    if (urgency === 'now' || waiting.length >= MAX_BATCH) {
      clearTimeout(timer);
      flush();
    } else if (timer === undefined) {
      later(Math.max(0, lastSentAt + BATCH_MS - performance.now()));
    }
  };

  const postAll = () => {
    while (!stopped && waiting.length > 0) {
      const message = take();
      underWay ??= message;
      post(message);
    }
  };

  return {
    push(observation, urgency, parts) {
      if (stopped) return;
      waiting.push(observation);
      wanted ??= parts;
      // Where nothing can be delivered for long, the oldest evidence of presence goes first.
      if (waiting.length > MAX_WAITING) {
        const oldest = waiting.findIndex(({ kind }) => kind === 'presence');
        waiting.splice(Math.max(0, oldest), 1);
      }
      if (leaving) postAll();
      else schedule(urgency);
    },
    flushAtEnd() {
      leaving = true;
      const failed = underWay !== undefined && timer !== undefined;
      clearTimeout(timer);
      timer = undefined;
      if (failed && underWay !== undefined) post(underWay);
      postAll();
    },
    resume() {
      leaving = false;
      if (underWay !== undefined) flush();
    },
    shift(ms) {
      waiting = waiting.map((observation) => shifted(observation, ms));
      if (underWay !== undefined) {
        const { observations } = underWay;
        underWay = {
          ...underWay,
          observations: observations.map((observation) => shifted(observation, ms)),
        };
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      waiting = [];
    },
  };
}

/** The observation with its times moved; only presence is moved as a whole, the rest by its moment. */
function shifted(observation: Observation, ms: number): Observation {
  return observation.kind === 'presence'
    ? shiftPresence(observation, ms)
    : { ...observation, at: observation.at + ms };
}
