/**
 * Intervals out of pieces: neighbouring pieces of one tab, place and page class are one interval, with
 * the pauses, the media and the waiting that lie in them. Intervals, not ticks, are what is stored.
 */

import type { Span } from './observation';
import { intersection, lengthOf, union, within } from './presence-spans';
import type { Draft, PausePart } from './presence-state';
import type { Piece, Timeline } from './presence-timeline';
import type { Interval, Pause, Stretch } from './records';
import { MINUTE_MS, SECOND_MS } from './time-constants';

/** Longer than every θ: beyond it the length of a pause tells nothing more. */
const LONGEST_WHOLE_MS = 5 * MINUTE_MS + SECOND_MS;

/** A piece with all that is known to lie in it. */
export type FilledPiece = Piece &
  Pick<Draft, 'pauses' | 'playing' | 'waiting' | 'inputMs' | 'scriptedMs' | 'captchaMs' | 'popups'>;

/** Fills a piece from the timeline. */
export function fillPiece(piece: Piece, timeline: Timeline): FilledPiece {
  const { from, to, tabId, place } = piece;
  const of = (spans: ReadonlyMap<number, readonly Span[]>) =>
    within(spans.get(tabId) ?? [], from, to);
  const front = place === 'front';
  const edges = timeline.tracks
    .filter((track) => track.tabId === tabId)
    .flatMap((track) => track.edges)
    .filter(({ at }) => at >= from && at < to);
  return {
    ...piece,
    pauses: front ? pauseParts(timeline.gaps, piece) : [],
    playing: of(timeline.media),
    waiting: front ? of(timeline.waiting) : [],
    inputMs: front ? lengthOf(of(timeline.windows)) : 0,
    scriptedMs: lengthOf(of(timeline.scripted)),
    captchaMs: front ? lengthOf(of(timeline.captcha)) : 0,
    popups: {
      shown: edges.filter(({ edge }) => edge === 'presence-popup').length,
      answered: edges.filter(({ edge }) => edge === 'presence-popup-answered').length,
    },
  };
}

/** Cuts a piece in two at a moment inside it. */
export function pieceWithin(piece: Piece, from: number, to: number): Piece | undefined {
  const start = Math.max(piece.from, from);
  const end = Math.min(piece.to, to);
  if (end <= start) return undefined;
  return {
    ...piece,
    from: start,
    to: end,
    breaks: piece.breaks && start === piece.from,
    certainty: piece.certainty === 'recovered' && end < piece.to ? 'confirmed' : piece.certainty,
  };
}

/** Whether a piece goes on where a draft ends. */
export function continues(draft: Draft, piece: Piece, midnight: (at: number) => boolean): boolean {
  return (
    draft.to === piece.from &&
    draft.tabId === piece.tabId &&
    draft.place === piece.place &&
    draft.platform === piece.platform &&
    draft.pageClass === piece.pageClass &&
    !piece.breaks &&
    !midnight(piece.from)
  );
}

/** The draft longer by a piece that continues it. */
export function extended(draft: Draft, piece: FilledPiece): Draft {
  return {
    ...draft,
    to: piece.to,
    pauses: joinedPauses([...draft.pauses, ...piece.pauses]),
    playing: union([...draft.playing, ...piece.playing]),
    waiting: union([...draft.waiting, ...piece.waiting]),
    inputMs: draft.inputMs + piece.inputMs,
    scriptedMs: draft.scriptedMs + piece.scriptedMs,
    captchaMs: (draft.captchaMs ?? 0) + (piece.captchaMs ?? 0),
    popups: {
      shown: draft.popups.shown + piece.popups.shown,
      answered: draft.popups.answered + piece.popups.answered,
    },
    certainty: piece.certainty === 'confirmed' ? draft.certainty : piece.certainty,
  };
}

/** The interval of a draft. Pauses are given to the second, so that no keystroke's time is kept. */
export function intervalOf(draft: Draft): Interval {
  const { from, to, popups, scriptedMs, captchaMs = 0 } = draft;
  const stretches = (spans: readonly Span[]): Stretch[] =>
    spans.map((span) => ({ offsetMs: span.from - from, lengthMs: span.to - span.from }));
  return {
    id: draft.id,
    platform: draft.platform,
    place: draft.place,
    from,
    to,
    pauses: roundedPauses(draft),
    playing: stretches(draft.playing),
    waiting: stretches(draft.waiting),
    inputMs: Math.min(draft.inputMs, to - from),
    certainty: draft.certainty,
    pageClass: draft.pageClass,
    visit: draft.visit,
    ...(popups.shown + popups.answered > 0 ? { popups } : {}),
    ...(scriptedMs > 0 ? { scriptedMs } : {}),
    ...(captchaMs > 0 ? { captchaMs } : {}),
  };
}

/** Start and length are rounded each, so that a pause is wrong by half a second at most. */
function roundedPauses({ from, to, pauses }: Draft): Pause[] {
  const rounded = (ms: number) => Math.round(ms / SECOND_MS) * SECOND_MS;
  let last = from;
  return pauses.flatMap((pause) => {
    // An end that is the interval's own is no moment of input.
    const start =
      pause.from <= from ? from : Math.min(Math.max(last, from + rounded(pause.from - from)), to);
    const end = pause.to >= to ? to : Math.min(start + rounded(pause.to - pause.from), to);
    last = end;
    if (end <= start) return [];
    const lengthMs = end - start;
    const wholeMs = rounded(Math.min(pause.wholeTo - pause.wholeFrom, LONGEST_WHOLE_MS));
    return [
      { offsetMs: start - from, lengthMs, ...(wholeMs > lengthMs + SECOND_MS ? { wholeMs } : {}) },
    ];
  });
}

function pauseParts(gaps: readonly Span[], span: Span): PausePart[] {
  return gaps.flatMap((gap) =>
    intersection([gap], [{ from: span.from, to: span.to }]).map((part) => ({
      ...part,
      wholeFrom: gap.from,
      wholeTo: gap.to,
    })),
  );
}

function joinedPauses(parts: readonly PausePart[]): PausePart[] {
  const joined: PausePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.to === part.from && last.wholeFrom === part.wholeFrom) {
      joined[joined.length - 1] = { ...last, to: part.to, wholeTo: part.wholeTo };
    } else joined.push(part);
  }
  return joined;
}
