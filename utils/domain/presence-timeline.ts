/**
 * The timeline: from the open evidence to pieces of time, each on one platform and in one place.
 *
 * - *In front*: what the arbiter says. A pause in it runs at most 10 min without media and 2 h with
 *   (ours), where it is cut.
 * - *Beside*: no portal in front, the portal visible, the system active, working on it within 5 min.
 * - *Background*: media advancing in a tab that is neither, in one tab at a time.
 * Never: screen locked, asleep (> 90 s between proofs), hidden and silent.
 */

import type { Span } from './observation';
import type { PageClass } from './page-class';
import {
  activations,
  attend,
  blurredAt,
  type Claim,
  type FocusEdge,
  focusEdges,
  lastBefore,
  type Moment,
  rankTimes,
  touchTimes,
} from './presence-attention';
import {
  comingAndGoing,
  type FrontRun,
  frontRuns,
  gapsBetween,
  lockedSpans,
  seenToLeave,
  systemActive,
  systemQuiet,
} from './presence-pauses';
import { difference, intersection, lengthOf, union, within } from './presence-spans';
import type { PauseUse, PresenceState } from './presence-state';
import { type Track, tracksOf } from './presence-tracks';
import type { Interval } from './records';
import { MINUTE_MS } from './time-constants';

/** Longest pause in front without media. */
const IDLE_CAP_MS = 10 * MINUTE_MS;
/** Longest pause in front with media (ours): nobody watches for longer without one touch. */
const PLAYING_CAP_MS = 120 * MINUTE_MS;
/** How long after working on it a portal beside another program counts. */
const BESIDE_MS = 5 * MINUTE_MS;
/** A pause longer than this is not working, where working decides what counts beside. */
const THETA_MS = MINUTE_MS;
/** Before anything: plain data holds no infinity. */
const NEVER = 0;
const INSTANT_MS = 1_000;
/** A frame that said nothing for this long is gone. */
const SILENT_MS = 90_000;

export interface Piece extends Span {
  readonly place: Interval['place'];
  readonly tabId: number;
  readonly platform: string;
  readonly pageClass: PageClass;
  readonly certainty: Interval['certainty'];
  /** It starts a new interval even where the one before touches it. */
  readonly breaks: boolean;
}

export interface Timeline {
  readonly tracks: readonly Track[];
  readonly focus: readonly FocusEdge[];
  /** Front and beside, disjoint, oldest first. */
  readonly screen: readonly Piece[];
  readonly background: readonly Piece[];
  /** Stretches beside that are too short to be one: nothing is settled inside them. */
  readonly instants: readonly Span[];
  /** Who was in front, before any pause was cut. */
  readonly runs: readonly FrontRun[];
  /** Moments and stretches of input, sorted. */
  readonly inputs: readonly Span[];
  /** Gaps of at least 15 s between them. */
  readonly gaps: readonly Span[];
  /** Media, waiting and captchas by tab. */
  readonly media: ReadonlyMap<number, readonly Span[]>;
  readonly scripted: ReadonlyMap<number, readonly Span[]>;
  readonly waiting: ReadonlyMap<number, readonly Span[]>;
  readonly captcha: ReadonlyMap<number, readonly Span[]>;
  readonly windows: ReadonlyMap<number, readonly Span[]>;
  /** When the system reported input, where it reports. */
  readonly active: readonly Span[];
  /** When the person last worked in a tab, up to a moment. */
  workedAt(tabId: number, upTo: number): number;
  rankedAt(tabId: number, upTo: number): number;
  blurredAt(tabId: number, upTo: number): number;
  touchedAt(tabId: number, upTo: number): number;
  /** How much of the gap that runs at a moment is used up by then. */
  usedBy(at: number): PauseUse;
}

/**
 * @param to the end of what is known, epoch ms
 * @param midnights local midnights between the settled moment and `to`
 */
export function timelineOf(
  state: PresenceState,
  to: number,
  midnights: readonly number[],
): Timeline {
  const from = state.settledAt;
  const { browser } = state;
  const tracks = tracksOf(state);
  const focus = focusEdges(tracks, browser);
  const locked = lockedSpans(browser, to);
  const memory = new Map(state.tabs.map((tab) => [tab.tabId, tab]));
  const moments = attend({
    tracks,
    focus,
    activations: activations(tracks, browser),
    locked,
    memory,
    from,
    to,
    breaks: midnights,
  });
  const media = byTab(tracks, (track) => track.media);
  const scripted = byTab(tracks, (track) => track.scripted);
  const waiting = byTab(tracks, (track) => withoutDialogs(track, focus));
  const captcha = byTab(tracks, (track) => track.captcha);
  const windows = byTab(tracks, (track) => track.inputWindows);

  const runs = frontRuns(moments);
  const active = systemActive(browser, tracks, to, state.systemSince);
  const inputs = [
    ...tracks.flatMap((track) => track.inputs),
    ...active,
    ...comingAndGoing(runs, tracks, locked, state.lastFront).map((at) => ({ from: at, to: at })),
  ]
    .filter((span) => span.to >= from || state.lastInputAt === undefined)
    .sort((a, b) => a.from - b.from);
  // Where nothing is known of the time before, the first stretch in front starts the count.
  const gaps = gapsBetween(inputs, state.lastInputAt ?? runs[0]?.from, to);

  const front = cutPauses(moments, gaps, media, state);
  const working = workedTimes(front, gaps, memory);
  const quiet = systemQuiet(browser, to);
  const seen = besidePieces(moments, quiet, working);
  // On the way from one tab to another the old one is seen without focus for an instant.
  const { screen: draft } = state;
  const goesOn = draft?.place === 'beside' && draft.to === from;
  const instants = union(seen).filter(
    (span) => span.to - span.from < INSTANT_MS && span.to < to && !(goesOn && span.from === from),
  );
  const beside = seen.filter((piece) => !instants.some((span) => holds(span, piece.from)));
  const screen = [...front, ...beside]
    .sort((a, b) => a.from - b.from)
    .map((piece) => ({ ...piece, certainty: certaintyOf(piece, tracks, state, to) }));
  const ranks = rankTimes(tracks);
  const touches = touchTimes(tracks);
  return {
    tracks,
    focus,
    screen,
    background: backgroundPieces(moments, screen, media),
    instants,
    runs,
    inputs,
    gaps,
    media,
    scripted,
    waiting,
    captcha,
    windows,
    active,
    workedAt: working,
    rankedAt: (tabId, upTo) =>
      Math.max(memory.get(tabId)?.rankedAt ?? NEVER, lastBefore(ranks.get(tabId) ?? [], upTo)),
    blurredAt: (tabId, upTo) =>
      Math.max(memory.get(tabId)?.blurredAt ?? NEVER, blurredAt(tracks, tabId, upTo)),
    touchedAt: (tabId, upTo) =>
      Math.max(memory.get(tabId)?.touchedAt ?? NEVER, lastBefore(touches.get(tabId) ?? [], upTo)),
    usedBy: (at) => usedBy(at, gaps, front, media, state),
  };
}

function byTab(
  tracks: readonly Track[],
  pick: (track: Track) => readonly Span[],
): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const track of tracks) {
    spans.set(track.tabId, [...(spans.get(track.tabId) ?? []), ...pick(track)]);
  }
  for (const [tabId, all] of spans) spans.set(tabId, union(all));
  return spans;
}

/** An open dialog blocks the page too, but nobody waits for the system then. */
function withoutDialogs({ waiting, blocked, pieces }: Track, focus: readonly FocusEdge[]): Span[] {
  const windowId = pieces.at(-1)?.windowId;
  const dialogs = blocked.filter((span) =>
    focus.some(
      (edge) =>
        edge.windowId === undefined &&
        windowId !== undefined &&
        edge.at >= span.from - 1_000 &&
        edge.at < span.to,
    ),
  );
  return difference(waiting, union(dialogs));
}

/** The pieces in front, each pause cut where it reaches its limit. */
function cutPauses(
  moments: readonly Moment[],
  gaps: readonly Span[],
  media: ReadonlyMap<number, readonly Span[]>,
  state: PresenceState,
): Piece[] {
  const pieces: Piece[] = [];
  let gapIndex = 0;
  let use: PauseUse = state.pauseUse;
  let usedGap: Span | undefined = gaps[0];
  const push = (claim: Claim, span: Span, capped: boolean, breaks: boolean) => {
    if (span.to <= span.from) return;
    pieces.push({
      ...span,
      ...claim,
      place: 'front',
      certainty: capped ? 'capped' : 'confirmed',
      breaks,
    });
  };
  for (const { front, from, to } of moments) {
    if (front === undefined) continue;
    let at = from;
    while (at < to) {
      while (gapIndex < gaps.length && (gaps[gapIndex] as Span).to <= at) gapIndex++;
      const gap = gaps[gapIndex];
      if (gap === undefined || gap.from >= to) {
        push(front, { from: at, to }, false, false);
        break;
      }
      if (gap.from > at) {
        push(front, { from: at, to: gap.from }, false, false);
        at = gap.from;
      }
      if (gap !== usedGap) {
        usedGap = gap;
        use = { idleMs: 0, playingMs: 0, playedTo: gap.from };
      }
      const end = Math.min(gap.to, to);
      const played = within(media.get(front.tabId) ?? [], at, end);
      const cut = limitOf({ from: at, to: end }, played, use);
      if (cut.at < end) {
        // What the limit cut is an interval of its own, so that only it is shown as capped.
        const since = Math.max(at, cut.use.playedTo);
        markCapped(pieces, Math.max(gap.from, cut.use.playedTo), front.tabId);
        push(front, { from: at, to: Math.min(since, cut.at) }, false, false);
        const start = Math.max(gap.from, cut.use.playedTo);
        push(front, { from: Math.max(at, since), to: cut.at }, true, since === start);
      } else push(front, { from: at, to: end }, false, false);
      use = cut.use;
      at = end;
    }
  }
  return pieces;
}

/** Where a stretch of a pause reaches a limit, and what is used up after it. */
function limitOf(
  span: Span,
  played: readonly Span[],
  use: PauseUse,
): { readonly at: number; readonly use: PauseUse } {
  let { idleMs, playingMs, playedTo } = use;
  const steps = [
    ...played.map((one) => ({ ...one, playing: true })),
    ...difference([span], played).map((one) => ({ ...one, playing: false })),
  ].sort((a, b) => a.from - b.from);
  for (const { from, to, playing } of steps) {
    const left = playing ? PLAYING_CAP_MS - playingMs : IDLE_CAP_MS - idleMs;
    if (left < to - from) {
      if (playing) playingMs = PLAYING_CAP_MS;
      else idleMs = IDLE_CAP_MS;
      return { at: from + Math.max(0, left), use: { idleMs, playingMs, playedTo } };
    }
    if (playing) {
      playingMs += to - from;
      playedTo = to;
    } else idleMs += to - from;
  }
  return { at: span.to, use: { idleMs, playingMs, playedTo } };
}

/** The pieces of the tab since a moment belong to a pause that was cut later. */
function markCapped(pieces: Piece[], since: number, tabId: number): void {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] as Piece;
    if (piece.to <= since || piece.tabId !== tabId) return;
    if (piece.from >= since) {
      pieces[index] = { ...piece, certainty: 'capped', breaks: piece.from === since };
      continue;
    }
    pieces.splice(
      index,
      1,
      { ...piece, to: since },
      { ...piece, from: since, certainty: 'capped', breaks: true },
    );
    return;
  }
}

function workedTimes(
  front: readonly Piece[],
  gaps: readonly Span[],
  memory: ReadonlyMap<number, { readonly workedAt: number }>,
): (tabId: number, upTo: number) => number {
  const long = gaps.filter(({ from, to }) => to - from > THETA_MS);
  const byTabId = new Map<number, Span[]>();
  for (const piece of front) {
    const own = byTabId.get(piece.tabId) ?? [];
    own.push({ from: piece.from, to: piece.to });
    byTabId.set(piece.tabId, own);
  }
  const worked = new Map<number, Span[]>();
  for (const [tabId, spans] of byTabId) worked.set(tabId, difference(union(spans), long));
  return (tabId, upTo) => {
    const spans = within(worked.get(tabId) ?? [], NEVER, upTo);
    return Math.max(memory.get(tabId)?.workedAt ?? NEVER, spans.at(-1)?.to ?? NEVER);
  };
}

function besidePieces(
  moments: readonly Moment[],
  quiet: readonly Span[],
  workedAt: (tabId: number, upTo: number) => number,
): Piece[] {
  return moments.flatMap(({ front, seen, from, to }) => {
    if (front !== undefined) return [];
    let best: { claim: Claim; at: number } | undefined;
    for (const claim of seen) {
      const at = workedAt(claim.tabId, from);
      if (best === undefined || at > best.at) best = { claim, at };
    }
    if (best === undefined) return [];
    const { claim, at } = best;
    return difference(within([{ from, to }], from, at + BESIDE_MS), quiet).map((span) => ({
      ...span,
      ...claim,
      place: 'beside' as const,
      certainty: 'confirmed' as const,
      breaks: false,
    }));
  });
}

function holds({ from, to }: Span, at: number): boolean {
  return at >= from && at < to;
}

function backgroundPieces(
  moments: readonly Moment[],
  screen: readonly Piece[],
  media: ReadonlyMap<number, readonly Span[]>,
): Piece[] {
  return moments.flatMap(({ observed, from, to }) => {
    let free: Span[] = [{ from, to }];
    const pieces: Piece[] = [];
    for (const claim of observed) {
      const onScreen = screen.filter(({ tabId }) => tabId === claim.tabId);
      const heard = difference(
        intersection(within(media.get(claim.tabId) ?? [], from, to), free),
        union(onScreen.map((piece) => ({ from: piece.from, to: piece.to }))),
      );
      for (const span of heard) {
        pieces.push({
          ...span,
          ...claim,
          place: 'background',
          certainty: 'confirmed',
          breaks: false,
        });
      }
      free = difference(free, heard);
    }
    return pieces.sort((a, b) => a.from - b.from);
  });
}

/** Whether the end of a piece is proven, or only the last that was heard before a crash. */
function certaintyOf(
  piece: Piece,
  tracks: readonly Track[],
  { browser, sessionAt }: PresenceState,
  to: number,
): Interval['certainty'] {
  if (piece.certainty !== 'confirmed') return piece.certainty;
  const { tabId, to: end } = piece;
  const own = tracks.filter((track) => track.tabId === tabId);
  if (own.some(({ cuts }) => cuts.includes(end))) return 'capped';
  // It went on, or was seen to end or to leave: the end is known.
  const known = own.some(
    (track) =>
      track.ends.includes(end) || track.pieces.some((seen) => seen.from <= end && seen.to > end),
  );
  if (known || seenToLeave(tracks, piece)) return 'confirmed';
  const dead =
    (sessionAt >= end && sessionAt > 0) ||
    to - end > SILENT_MS ||
    own.some((track) => track.top && track.from >= end) ||
    browser.some(
      (evidence) =>
        evidence.kind === 'tab-removed' && evidence.tabId === tabId && evidence.at >= end,
    );
  return dead ? 'recovered' : 'confirmed';
}

function usedBy(
  at: number,
  gaps: readonly Span[],
  front: readonly Piece[],
  media: ReadonlyMap<number, readonly Span[]>,
  state: PresenceState,
): PauseUse {
  const gap = gaps.find((one) => one.from <= at && one.to > at);
  if (gap === undefined) return { idleMs: 0, playingMs: 0, playedTo: at };
  const before =
    gap === gaps[0] && gap.from <= state.settledAt
      ? state.pauseUse
      : { idleMs: 0, playingMs: 0, playedTo: gap.from };
  let { idleMs, playingMs, playedTo } = before;
  for (const piece of front) {
    const [span] = within([piece], Math.max(gap.from, state.settledAt), at);
    if (span === undefined) continue;
    const played = within(media.get(piece.tabId) ?? [], span.from, span.to);
    const length = lengthOf(played);
    playingMs += length;
    idleMs += span.to - span.from - length;
    playedTo = Math.max(playedTo, played.at(-1)?.to ?? playedTo);
  }
  return { idleMs, playingMs, playedTo };
}
