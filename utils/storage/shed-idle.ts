/**
 * Idle in front (页面打开未操作) is kept for 14 days. After that an interval keeps what was working and
 * what was playing, and the rest of its long pauses is cut out of it: what remains does not tell
 * whether the person was at rest or elsewhere.
 *
 * A pause longer than θ goes as a whole, but for the stretches in which media played: those stay as
 * pieces under a pause that keeps the length of the whole one, so that they go on counting as
 * playing, not as working. Pauses up to θ are reading and stay.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import type { Span } from '../domain/observation';
import type { Interval, Pause, Stretch } from '../domain/records';
import { SECOND_MS } from '../domain/time-constants';

/** Stretches of play with a shorter gap between them (loading) stay one piece. */
const JOINED_PLAY_MS = 15 * SECOND_MS;

/** A pause that is gone but for its play. */
interface LongPause extends Span {
  readonly wholeMs: number;
  readonly play: readonly Span[];
}

/**
 * The pieces of an interval without its idle time, oldest first; the interval itself where it has
 * none. Ids of pieces follow from the interval's id, so that two computers cut alike.
 */
export function shedIdle(interval: Interval, thetaMs: number): readonly Interval[] {
  if (interval.place !== 'front') return [interval];
  const long = longPauses(interval, thetaMs);
  if (long.length === 0) return [interval];
  const spans = keptSpans(interval, long);
  const activeMs = (span: Span) =>
    span.to - span.from - long.reduce((sum, { play }) => sum + overlapOfAll(play, span), 0);
  const total = spans.reduce((sum, span) => sum + activeMs(span), 0);
  let inputLeft = interval.inputMs;
  return spans.map((span, index): Interval => {
    const share =
      index === spans.length - 1 || total === 0
        ? inputLeft
        : Math.round((interval.inputMs * activeMs(span)) / total);
    const inputMs = Math.min(share, inputLeft, span.to - span.from);
    inputLeft -= inputMs;
    const { popups, scriptedMs, captchaMs, ...rest } = interval;
    return {
      ...rest,
      id: index === 0 ? interval.id : pieceId(interval.id, index),
      from: span.from,
      to: span.to,
      pauses: pausesWithin(interval, span, long, thetaMs),
      playing: within(interval, interval.playing, span),
      waiting: within(interval, interval.waiting, span),
      inputMs,
      ...(popups !== undefined && index === 0 ? { popups } : {}),
      ...(scriptedMs !== undefined && index === 0 ? { scriptedMs } : {}),
      ...(captchaMs !== undefined && index === 0 ? { captchaMs } : {}),
    };
  });
}

function longPauses(interval: Interval, thetaMs: number): readonly LongPause[] {
  return interval.pauses
    .filter((pause) => wholeOf(pause) > thetaMs)
    .map((pause) => {
      const span = spanOf(interval, pause);
      return { ...span, wholeMs: wholeOf(pause), play: playWithin(interval, span) };
    })
    .sort((a, b) => a.from - b.from);
}

function wholeOf({ lengthMs, wholeMs }: Pause): number {
  return wholeMs ?? lengthMs;
}

function playWithin(interval: Interval, pause: Span): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  const played = interval.playing
    .map((stretch) => spanOf(interval, stretch))
    .map(({ from, to }) => ({ from: Math.max(from, pause.from), to: Math.min(to, pause.to) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  for (const span of played) {
    const last = joined.at(-1);
    if (last !== undefined && span.from - last.to <= JOINED_PLAY_MS) {
      last.to = Math.max(last.to, span.to);
    } else {
      joined.push({ ...span });
    }
  }
  return joined;
}

/** What stays of the interval: all but the long pauses, and the play in them. */
function keptSpans(interval: Interval, long: readonly LongPause[]): readonly Span[] {
  const kept: { from: number; to: number }[] = [];
  const keep = (from: number, to: number) => {
    const last = kept.at(-1);
    if (to <= from) return;
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else kept.push({ from, to });
  };
  let at = interval.from;
  for (const pause of long) {
    keep(at, pause.from);
    for (const { from, to } of pause.play) keep(from, to);
    at = Math.max(at, pause.to);
  }
  keep(at, interval.to);
  return kept;
}

function pausesWithin(
  interval: Interval,
  piece: Span,
  long: readonly LongPause[],
  thetaMs: number,
): readonly Pause[] {
  const short = interval.pauses
    .filter((pause) => wholeOf(pause) <= thetaMs)
    .flatMap((pause) => {
      const clipped = clip(spanOf(interval, pause), piece);
      if (clipped === undefined) return [];
      return [
        clipped.lengthMs === wholeOf(pause) ? clipped : { ...clipped, wholeMs: wholeOf(pause) },
      ];
    });
  const playing = long.flatMap(({ play, wholeMs }) =>
    play.flatMap((span) => {
      const clipped = clip(span, piece);
      return clipped === undefined ? [] : [{ ...clipped, wholeMs }];
    }),
  );
  return [...short, ...playing].sort((a, b) => a.offsetMs - b.offsetMs);
}

function within(
  interval: Interval,
  stretches: readonly Stretch[],
  piece: Span,
): readonly Stretch[] {
  return stretches.flatMap((stretch) => clip(spanOf(interval, stretch), piece) ?? []);
}

function spanOf({ from }: Interval, { offsetMs, lengthMs }: Stretch): Span {
  return { from: from + offsetMs, to: from + offsetMs + lengthMs };
}

function clip(span: Span, piece: Span): Stretch | undefined {
  const from = Math.max(span.from, piece.from);
  const to = Math.min(span.to, piece.to);
  return to > from ? { offsetMs: from - piece.from, lengthMs: to - from } : undefined;
}

function overlapOfAll(spans: readonly Span[], piece: Span): number {
  return spans.reduce((sum, span) => sum + (clip(span, piece)?.lengthMs ?? 0), 0);
}

function pieceId(id: string, index: number): string {
  const hash = sha256(new TextEncoder().encode(`${id} ${index}`));
  return Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
