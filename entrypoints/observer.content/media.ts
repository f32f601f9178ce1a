import type { PresenceObservation } from '../../utils/domain/observation';
import type { Input } from './input';
import type { Listening } from './listeners';
import type { SteadyClock } from './steady-clock';

type MediaSpan = PresenceObservation['media'][number];

export interface Media {
  /** Stretches in which a media element advanced, since the last call. */
  take(): MediaSpan[];
  heard(): boolean;
  /** Whether something advanced within the last two seconds. */
  advancing(): boolean;
  /** Hears the elements inside an open shadow root, as {@link Media.catchUp}: their events do not leave it. */
  hearRoot(root: ShadowRoot, since: number): void;
  /** What plays there already has played since `since` at most, epoch ms. */
  catchUp(root: Document | ShadowRoot, since: number): void;
  shift(ms: number): void;
}

interface Playback {
  /** Wall time and position of the last sign that it advanced. */
  at: number;
  position: number;
  byPerson: boolean;
  span: { from: number; to: number; muted: boolean; byPerson: boolean } | undefined;
}

const FIRST = ['play', 'timeupdate'];
const THEN = ['playing', 'seeked', 'pause', 'ended', 'emptied'];
/** `timeupdate` comes at least every 250 ms while an element advances, and not while it stalls. */
const LONGEST_STEP_MS = 1_500;
const BY_PERSON_MS = 2_000;

/**
 * When media advanced in this document, muted or not. What counts is that the position moved in step
 * with time: a stalled, paused or ended element makes no evidence, a loop does. Where the page's
 * thread was blocked the element may have played on: then the position itself tells.
 */
export function hearMedia(
  listeners: Listening,
  clock: SteadyClock,
  input: Input,
  onAdvance: () => void,
): Media {
  let finished: MediaSpan[] = [];
  const playbacks = new Map<HTMLMediaElement, Playback>();
  let lastAdvanceAt = Number.NEGATIVE_INFINITY;

  const close = (playback: Playback) => {
    if (playback.span !== undefined && playback.span.to > playback.span.from) {
      finished.push(playback.span);
    }
    playback.span = undefined;
  };
  const playbackOf = (element: HTMLMediaElement): Playback => {
    let playback = playbacks.get(element);
    if (playback === undefined) {
      playback = {
        at: clock.now(),
        position: element.currentTime,
        byPerson: false,
        span: undefined,
      };
      playbacks.set(element, playback);
    }
    return playback;
  };
  const advance = (element: HTMLMediaElement) => {
    const playback = playbackOf(element);
    const at = clock.now();
    const elapsed = at - playback.at;
    const moved = element.currentTime - playback.position;
    const played = (Math.abs(moved) * 1_000) / (element.playbackRate || 1);
    playback.at = at;
    playback.position = element.currentTime;
    if (moved === 0 || elapsed <= 0) return;
    // A jump back is a loop or the person's own; within one step both are playing.
    const steady = elapsed <= LONGEST_STEP_MS || (moved > 0 && played >= elapsed * 0.8);
    const from = steady ? at - elapsed : at - Math.min(elapsed, moved > 0 ? played : 0);
    const muted = element.muted || element.volume === 0;
    if (playback.span !== undefined && steady && playback.span.muted === muted) {
      playback.span.to = at;
    } else {
      close(playback);
      playback.span = { from, to: at, muted, byPerson: playback.byPerson };
    }
    lastAdvanceAt = at;
    onAdvance();
  };
  const hear = (event: Event) => {
    const element = event.target;
    if (!event.isTrusted || !(element instanceof HTMLMediaElement)) return;
    if (event.type === 'timeupdate') return element.seeking ? undefined : advance(element);
    const playback = playbackOf(element);
    if (event.type === 'play') {
      playback.byPerson = clock.now() - input.last.lastAt <= BY_PERSON_MS;
    } else if (event.type === 'pause' || event.type === 'ended' || event.type === 'emptied') {
      if (playback.span !== undefined && clock.now() - playback.at <= LONGEST_STEP_MS) {
        advance(element);
      }
      close(playback);
      if (event.type === 'emptied') playbacks.delete(element);
    }
    // `playing`, `seeked` and the like: from here on the position counts anew, after a stall apart.
    if (clock.now() - playback.at > LONGEST_STEP_MS) close(playback);
    playback.at = clock.now();
    playback.position = element.currentTime;
  };
  /** Most pages play nothing: the rest is heard from the first of these on. */
  const listen = (root: EventTarget) => {
    const hearFirst = (event: Event) => {
      for (const type of THEN) listeners.on(root, type, hear);
      hear(event);
    };
    for (const type of FIRST) listeners.on(root, type, hearFirst);
  };
  const catchUp = (root: Document | ShadowRoot, since: number) => {
    const now = clock.now();
    for (const element of root.querySelectorAll<HTMLMediaElement>('video, audio')) {
      const { paused, currentTime, playbackRate } = element;
      if (paused || playbacks.has(element)) continue;
      const playedMs = Math.min(now - since, (currentTime * 1_000) / playbackRate);
      const playback = playbackOf(element);
      playback.at -= playedMs;
      playback.position -= (playedMs / 1_000) * playbackRate;
      playback.byPerson = Math.max(playedMs, now - input.last.lastAt) <= BY_PERSON_MS;
    }
  };
  listen(window);
  return {
    take() {
      for (const playback of playbacks.values()) close(playback);
      const spans = finished;
      finished = [];
      return spans;
    },
    heard: () =>
      finished.length > 0 || [...playbacks.values()].some(({ span }) => span !== undefined),
    advancing: () => clock.now() - lastAdvanceAt < 2_000,
    hearRoot(root, since) {
      listen(root);
      catchUp(root, since);
    },
    catchUp,
    shift(ms) {
      for (const playback of playbacks.values()) {
        playback.at += ms;
        if (playback.span !== undefined) {
          playback.span.from += ms;
          playback.span.to += ms;
        }
      }
      finished = finished.map((span) => ({ ...span, from: span.from + ms, to: span.to + ms }));
    },
  };
}
