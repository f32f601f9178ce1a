/**
 * Tracks: what is known of each frame over time, laid out from its observations in any order of
 * arrival. A track says nothing outside the stretches that its observer saw.
 */

import type { PresenceEdge, PresenceObservation, Span } from './observation';
import type { PageClass } from './page-class';
import type { BrowserEvidence, FrameEvidence } from './presence-evidence';
import { difference, union } from './presence-spans';
import type { PresenceState } from './presence-state';
import { SECOND_MS } from './time-constants';

/** A stretch in which nothing about the frame changed. */
export interface TrackPiece extends Span {
  readonly visible: boolean;
  /** The focus is in the frame or below it; a file chooser that it opened keeps both. */
  readonly focused: boolean;
  readonly pageClass: PageClass;
  readonly platform: string;
  readonly windowId: number | undefined;
  /** Start of the observation that told it. */
  readonly toldFrom: number;
}

export interface Track {
  readonly observer: string;
  readonly tabId: number;
  /** It is the tab's top document. */
  readonly top: boolean;
  readonly frameId: number;
  /** Sorted and disjoint. */
  readonly pieces: readonly TrackPiece[];
  readonly inputs: readonly Span[];
  /** Spans of 5 s with input. */
  readonly inputWindows: readonly Span[];
  readonly media: readonly Span[];
  /** Media that no input of the person had started. */
  readonly scripted: readonly Span[];
  readonly waiting: readonly Span[];
  readonly blocked: readonly Span[];
  readonly captcha: readonly Span[];
  readonly edges: readonly PresenceEdge[];
  /** Start of the first and end of the last stretch that was seen. */
  readonly from: number;
  readonly to: number;
  /** When it said that it starts. */
  readonly starts: readonly number[];
  /** When it said that it ends: the document goes, recording stops, or the machine slept. */
  readonly ends: readonly number[];
  /** It ended and has not spoken since. */
  readonly over: boolean;
  /** Where the track was cut because nothing proved that the machine was awake. */
  readonly cuts: readonly number[];
  /** A chooser stands open at the end. */
  readonly choosing: boolean;
}

/** More than this between two proofs means asleep: not counted. */
const ASLEEP_MS = 90 * SECOND_MS;
const WINDOW_MS = 5 * SECOND_MS;
/** Events that queued behind a blocked thread are handled within this time after it. */
const AFTER_BLOCK_MS = SECOND_MS;
const QUEUED_MS = 250;
/**
 * From the last input in a page to the leaving of it: between two keys (0.4 s) and a hand that goes to the
 * mouse, points and clicks (1.6 s; Card, Moran, Newell 1980).
 */
const LEAVING_MS = SECOND_MS;
/** From coming to a page to the first input in it: the hand goes to the keys (Card, Moran, Newell 1980). */
const ARRIVING_MS = 400;
/** Input nearer to a block than this tells of the coming or leaving behind it (ours). */
const NEAR_MS = 2 * SECOND_MS;
const MOVING: ReadonlySet<PresenceEdge['edge']> = new Set(['hidden', 'focus', 'blur']);

/** What tracks are laid out from: evidence of frames in any order, of the browser oldest first. */
type TrackSource = Pick<PresenceState, 'frames' | 'browser' | 'choosing' | 'provenAt'>;

export function tracksOf(source: TrackSource): Track[] {
  const { frames, browser, choosing } = source;
  const byObserver = new Map<string, FrameEvidence[]>();
  for (const frame of frames) {
    const known = byObserver.get(frame.observer);
    if (known === undefined) byObserver.set(frame.observer, [frame]);
    else known.push(frame);
  }
  const proofs = proofsOf(source);
  return (
    [...byObserver.values()]
      .map((own) =>
        trackOf(own, browser, proofs, choosing.includes((own[0] as FrameEvidence).observer)),
      )
      // Whoever was heard first must not matter.
      .sort(
        (a, b) => a.tabId - b.tabId || a.frameId - b.frameId || (a.observer < b.observer ? -1 : 1),
      )
  );
}

interface Proof {
  readonly at: number;
  readonly observer?: string;
}

/** Moments at which something proved that the machine was awake, oldest first. */
export function proofsOf({ frames, browser, provenAt }: TrackSource): readonly Proof[] {
  return [
    { at: provenAt },
    ...browser.map(({ at }) => ({ at })),
    ...frames.map(({ observer, observation }) => ({ at: observation.at, observer })),
  ].sort((a, b) => a.at - b.at);
}

function trackOf(
  evidence: readonly FrameEvidence[],
  browser: readonly BrowserEvidence[],
  proofs: readonly Proof[],
  choosingBefore: boolean,
): Track {
  const sorted = [...evidence].sort(
    (a, b) => a.observation.since - b.observation.since || a.observation.at - b.observation.at || 0,
  );
  const first = sorted[0] as FrameEvidence;
  const pieces: TrackPiece[] = [];
  const edges: SeenEdge[] = [];
  const cuts: number[] = [];
  let choosing = choosingBefore;
  const starts: number[] = [];
  const ends: number[] = [];
  let to = Number.NEGATIVE_INFINITY;
  const blocks = sorted.flatMap(({ observation }) => [...(observation.blocked ?? [])]);
  const inputs = sorted
    .flatMap(({ observation }) => [...observation.inputs])
    .sort((a, b) => a.from - b.from);
  for (const frame of sorted) {
    const { observation } = frame;
    const states = statesOf(observation, choosing);
    choosing = states.choosing;
    const asleep = sleepWithin(observation.blocked ?? [], first.observer, proofs);
    for (const span of asleep) cuts.push(span.from);
    for (const state of states.pieces) {
      // Two observations of one observer never speak of the same moment: the earlier one stands.
      const from = Math.max(state.from, to);
      for (const seen of without({ from, to: state.to }, asleep)) {
        pieces.push({
          ...seen,
          visible: state.visible,
          focused: state.focused,
          pageClass: observation.pageClass,
          platform: frame.platform,
          windowId: frame.windowId,
          toldFrom: observation.since,
        });
      }
    }
    for (const edge of observation.edges) edges.push({ edge, windowId: frame.windowId });
    to = Math.max(to, observation.at);
    if (observation.cause === 'start') starts.push(observation.since);
    if (observation.cause === 'end') ends.push(observation.at);
  }
  const late = lateEdges(edges, first.tabId, blocks, inputs, browser);
  const all = <T>(pick: (observation: PresenceObservation) => readonly T[]): T[] =>
    sorted.flatMap(({ observation }) => [...pick(observation)]);
  return {
    observer: first.observer,
    tabId: first.tabId,
    frameId: first.frameId,
    top: first.frameId === 0,
    pieces: late.reduce(putBack, pieces),
    inputs,
    inputWindows: union(
      all(({ inputWindows }) => inputWindows).map((window) => ({
        from: window * WINDOW_MS,
        to: (window + 1) * WINDOW_MS,
      })),
    ),
    media: union(all(({ media }) => media)),
    scripted: difference(
      union(all(({ media }) => media.filter(({ byPerson }) => !byPerson))),
      union(all(({ media }) => media.filter(({ byPerson }) => byPerson))),
    ),
    waiting: union(all(({ waiting }) => waiting)),
    blocked: union(blocks),
    captcha: union(all(({ captcha }) => captcha ?? [])),
    edges: late.map(({ edge, at }) => ({ ...edge, at })).sort((a, b) => a.at - b.at),
    from: first.observation.since,
    to,
    starts,
    ends,
    over: ends.includes(to),
    cuts,
    choosing,
  };
}

interface SeenEdge {
  readonly edge: PresenceEdge;
  readonly windowId: number | undefined;
}

interface LateEdge {
  readonly edge: PresenceEdge;
  /** When it happened: as the browser told, or as the page did. */
  readonly at: number;
}

/**
 * A blocked page hears of a change of window or tab only when it runs again; the browser told it when
 * it happened. Such an edge is put back to that moment. A page that blocks again and again ran between
 * its blocks, so each block stands for itself, though one begins where the other ended.
 */
function lateEdges(
  edges: readonly SeenEdge[],
  tabId: number,
  blocks: readonly Span[],
  inputs: readonly Span[],
  browser: readonly BrowserEvidence[],
): LateEdge[] {
  let earliest = Number.NEGATIVE_INFINITY;
  return [...edges]
    .sort((a, b) => a.edge.at - b.edge.at)
    .map(({ edge, windowId }) => {
      const span = blockBefore(edge.at, blocks);
      const cause =
        span === undefined || windowId === undefined
          ? undefined
          : browser.find(
              (evidence) =>
                evidence.at >= Math.max(span.from, earliest) &&
                // What was asked because of the edge bears its time and tells nothing of an earlier one.
                evidence.at < edge.at &&
                causes(evidence, edge, tabId, windowId),
            );
      const alone = span === undefined || focusEdgesAfter(edges, span, blocks) < 2;
      const at =
        cause?.at ?? (span === undefined || !alone ? edge.at : withinBlock(edge, span, inputs));
      earliest = Math.max(earliest, at);
      return { edge, at };
    });
}

/** The block behind which an edge waited, or in or soon after which it was heard. */
function blockBefore(at: number, blocks: readonly Span[]): Span | undefined {
  return (
    blocks.find(({ to }) => at >= to && at <= to + QUEUED_MS) ??
    blocks.findLast(({ from, to }) => at >= from && at <= to + AFTER_BLOCK_MS)
  );
}

/**
 * How many edges of focus waited behind a block. Several that come at once are those of a dialog that
 * was open all the while: the page lost the focus to it and got it back, and neither tells of a leaving.
 */
function focusEdgesAfter(edges: readonly SeenEdge[], span: Span, blocks: readonly Span[]): number {
  return edges.filter(
    ({ edge: { at, edge } }) =>
      (edge === 'focus' || edge === 'blur') && blockBefore(at, blocks) === span,
  ).length;
}

/**
 * When an edge happened that waited behind a blocked thread and of which the browser said nothing: in
 * the middle of what is unknown. Input is stamped by the machine, so it narrows this: the page was left
 * after the last input that it still got, and come to before the first one that it got again; by the
 * same hand, so not long after and before, where the input is near.
 */
function withinBlock({ at, edge }: PresenceEdge, span: Span, inputs: readonly Span[]): number {
  if (!MOVING.has(edge) || at - span.to > QUEUED_MS || span.to - span.from > ASLEEP_MS) return at;
  const { from } = span;
  if (edge === 'focus') {
    const first = inputs.find((input) => input.from >= from)?.from ?? Number.POSITIVE_INFINITY;
    const middle = Math.round((from + Math.min(first, at)) / 2);
    return first > at + NEAR_MS ? middle : Math.max(middle, Math.min(first - ARRIVING_MS, at));
  }
  const last = inputs.findLast((input) => input.from <= at)?.to ?? Number.NEGATIVE_INFINITY;
  const middle = Math.round((Math.max(from, Math.min(last, at)) + at) / 2);
  return last < from - NEAR_MS ? middle : Math.min(middle, Math.max(last + LEAVING_MS, from));
}

/** Whether the browser's word tells what the page heard late: a change of tab moves the focus, too. */
function causes(
  evidence: BrowserEvidence,
  { edge }: PresenceEdge,
  tabId: number,
  windowId: number,
): boolean {
  const coming = edge === 'focus' || edge === 'visible';
  if (!coming && edge !== 'blur' && edge !== 'hidden') return false;
  if (evidence.kind === 'tab-active') {
    return coming
      ? evidence.tabId === tabId
      : evidence.windowId === windowId && evidence.tabId !== tabId;
  }
  return (
    evidence.kind === 'window-focus' &&
    (edge === 'focus' || edge === 'blur') &&
    (evidence.windowId === windowId) === coming
  );
}

/** The pieces with what an edge changed changed from when it happened, not from when it was heard. */
function putBack(pieces: readonly TrackPiece[], { edge, at }: LateEdge): TrackPiece[] {
  if (at >= edge.at) return [...pieces];
  const change = {
    visible: { visible: true },
    hidden: { visible: false },
    focus: { focused: true },
    blur: { focused: false },
  }[edge.edge as 'visible' | 'hidden' | 'focus' | 'blur'];
  return pieces.flatMap((piece) => {
    if (piece.to <= at || piece.from >= edge.at) return [piece];
    const from = Math.max(piece.from, at);
    const to = Math.min(piece.to, edge.at);
    return [
      { ...piece, to: from },
      { ...piece, ...change, from, to },
      { ...piece, from: to },
    ].filter((part) => part.to > part.from);
  });
}

interface State extends Span {
  readonly visible: boolean;
  readonly focused: boolean;
}

/** The stretches of one observation, from its edges and its end state backwards. */
function statesOf(
  { since, at, visible, focused, edges }: PresenceObservation,
  choosingBefore: boolean,
): { readonly pieces: readonly State[]; readonly choosing: boolean } {
  const seen = edges.filter((edge) => edge.at >= since && edge.at <= at);
  const firstOf = (kinds: readonly PresenceEdge['edge'][]) =>
    seen.find(({ edge }) => kinds.includes(edge))?.edge;
  const firstSight = firstOf(['visible', 'hidden']);
  const firstFocus = firstOf(['focus', 'blur']);
  let nowVisible = firstSight === undefined ? visible : firstSight === 'hidden';
  let nowFocused = firstFocus === undefined ? focused : firstFocus === 'blur';
  let choosing = choosingBefore;
  let from = since;
  const pieces: State[] = [];
  const closeAt = (to: number) => {
    // The chooser stands on top of the page; some desktops call the page hidden then.
    if (to > from) {
      pieces.push({
        from,
        to,
        visible: nowVisible || choosing,
        focused: nowFocused || choosing,
      });
    }
    from = Math.max(from, to);
  };
  for (const edge of seen) {
    closeAt(edge.at);
    if (edge.edge === 'visible') nowVisible = true;
    else if (edge.edge === 'hidden') nowVisible = false;
    else if (edge.edge === 'focus') nowFocused = true;
    else if (edge.edge === 'blur') nowFocused = false;
    else if (edge.edge === 'chooser-open') choosing = true;
    else if (edge.edge === 'chooser-closed') choosing = false;
  }
  closeAt(at);
  return { pieces, choosing };
}

/** The parts of blocked spans in which nothing at all proved for over 90 s that the machine ran. */
function sleepWithin(blocked: readonly Span[], observer: string, proofs: readonly Proof[]): Span[] {
  return blocked
    .filter(({ from, to }) => to - from > ASLEEP_MS)
    .flatMap(({ from, to }) => {
      const moments = proofs.filter(
        (proof) => proof.at > from && proof.at < to && proof.observer !== observer,
      );
      const points = [from, ...moments.map(({ at }) => at), to];
      return points.slice(1).flatMap((point, index) => {
        const before = points[index] as number;
        return point - before > ASLEEP_MS ? [{ from: before, to: point }] : [];
      });
    });
}

function without(span: Span, cuts: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let at = span.from;
  for (const cut of cuts) {
    if (cut.to <= at || cut.from >= span.to) continue;
    if (cut.from > at) rest.push({ from: at, to: cut.from });
    at = Math.max(at, cut.to);
  }
  if (at < span.to) rest.push({ from: at, to: span.to });
  return rest;
}
