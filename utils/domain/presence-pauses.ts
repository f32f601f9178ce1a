/**
 * Pauses: stretches of at least 15 s without input anywhere the system reports it.
 *
 * Input is what a page heard, what the system reports (`active` until 15 s before the `idle` edge),
 * and leaving or arriving. The system's word counts only once it has reported an idle stretch in this
 * browser: where it never does (no display, remote desktops) the pages' own input decides.
 */

import type { Span } from './observation';
import type { Moment } from './presence-attention';
import { type BrowserEvidence, IDLE_DETECTION_MS } from './presence-evidence';
import { union } from './presence-spans';
import type { Track } from './presence-tracks';
import { SECOND_MS } from './time-constants';

/** The shortest pause that is kept. */
const PAUSE_MS = 15 * SECOND_MS;
/** A new document this soon after the old one in the same tab is a navigation, not an arrival. */
const NAVIGATION_MS = 30 * SECOND_MS;
/** Edges of one change come from several places. */
const SAME_MS = SECOND_MS;

/**
 * Stretches in which the system reported input.
 *
 * @param since when the system first reported an idle stretch, if it ever did
 */
export function systemActive(
  browser: readonly BrowserEvidence[],
  tracks: readonly Track[],
  to: number,
  since: number | undefined,
): Span[] {
  if (since === undefined) return [];
  const edges = browser.filter(({ kind }) => kind === 'system');
  return edges.flatMap((edge, index) => {
    if (edge.kind !== 'system' || edge.state !== 'active') return [];
    const next = edges[index + 1];
    let until = Math.max(edge.at, next?.at ?? to);
    if (next?.kind === 'system' && next.state === 'idle') {
      const last = next.at - IDLE_DETECTION_MS;
      // Where the whole browser stood still, the idle edge came late. When the stand began the last
      // input was at most 15 s old; which of them it was, the pages know.
      const still = tracks
        .flatMap(({ blocked }) => blocked)
        .filter((span) => last >= span.from && last <= span.to && next.at >= span.to - SAME_MS);
      const began = still.map((span) => span.from - IDLE_DETECTION_MS);
      until = Math.max(edge.at, Math.min(last, ...began));
    }
    return until < since ? [] : [{ from: Math.max(edge.at, since), to: until }];
  });
}

/** Stretches in which the system reported no input, or a locked screen. */
export function systemQuiet(browser: readonly BrowserEvidence[], to: number): Span[] {
  const edges = browser.filter(({ kind }) => kind === 'system');
  return union(
    edges.flatMap((edge, index) => {
      if (edge.kind !== 'system' || edge.state === 'active') return [];
      const from = edge.state === 'idle' ? edge.at - IDLE_DETECTION_MS : edge.at;
      return [{ from, to: edges[index + 1]?.at ?? Math.max(edge.at, to) }];
    }),
  );
}

/** Stretches in which the screen was locked. */
export function lockedSpans(browser: readonly BrowserEvidence[], to: number): Span[] {
  const edges = browser.filter(({ kind }) => kind === 'system');
  return edges.flatMap((edge, index) => {
    if (edge.kind !== 'system' || edge.state !== 'locked') return [];
    return [{ from: edge.at, to: edges[index + 1]?.at ?? Math.max(edge.at, to) }];
  });
}

/** A stretch in which one tab was in front without a break. */
export interface FrontRun extends Span {
  readonly tabId: number;
}

/** Joins moments of the same tab in front. */
export function frontRuns(moments: readonly Moment[]): FrontRun[] {
  const runs: { tabId: number; from: number; to: number }[] = [];
  for (const { front, from, to } of moments) {
    if (front === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.tabId === front.tabId && last.to === from) last.to = to;
    else runs.push({ tabId: front.tabId, from, to });
  }
  return runs;
}

/**
 * Leaving and arriving: the moments at which the person brought a tab to the front or left it. A new
 * document in the same tab, a lock, a crash and an end of observation are none of the two.
 */
export function comingAndGoing(
  runs: readonly FrontRun[],
  tracks: readonly Track[],
  locked: readonly Span[],
  before: { readonly tabId: number; readonly to: number } | undefined,
): number[] {
  const moments: number[] = [];
  const seenAfter = (tabId: number, at: number) =>
    tracks.some(
      (track) =>
        track.tabId === tabId && track.pieces.some(({ from, to }) => from <= at && to > at),
    );
  const seenBefore = (tabId: number, at: number) =>
    tracks.some(
      (track) =>
        track.tabId === tabId && track.pieces.some(({ from, to }) => from < at && to >= at),
    );
  for (const [index, run] of runs.entries()) {
    const previous = runs[index - 1] ?? before;
    const next = runs[index + 1];
    const navigated =
      previous !== undefined &&
      previous.tabId === run.tabId &&
      run.from - previous.to <= NAVIGATION_MS &&
      !seenBefore(run.tabId, run.from);
    const unlocked = locked.some(({ to }) => Math.abs(to - run.from) <= SAME_MS);
    if (!navigated && (previous?.to !== run.from || previous.tabId !== run.tabId) && !unlocked) {
      moments.push(run.from);
    }
    const navigates =
      next !== undefined && next.tabId === run.tabId && next.from - run.to <= NAVIGATION_MS;
    const wasLocked = locked.some(({ from }) => from === run.to);
    const ended = endedAt(tracks, run);
    const left =
      seenAfter(run.tabId, run.to) ||
      next?.from === run.to ||
      // A document that goes is hidden as it does.
      (!ended && seenToLeave(tracks, run));
    if (left && !wasLocked) moments.push(run.to);
    else if (!left && !navigates && ended) moments.push(run.to);
  }
  return moments;
}

/** The last word about a tab may be that it lost the screen or the focus. */
export function seenToLeave(
  tracks: readonly Track[],
  { tabId, to }: { readonly tabId: number; readonly to: number },
): boolean {
  return tracks.some(
    (track) =>
      track.tabId === tabId &&
      track.edges.some(({ at, edge }) => at === to && (edge === 'blur' || edge === 'hidden')),
  );
}

/** The document in front said itself that it ends there: closed, or gone to another page. */
function endedAt(tracks: readonly Track[], { tabId, to }: FrontRun): boolean {
  return tracks.some((track) => track.tabId === tabId && track.ends.includes(to));
}

/**
 * The gaps between inputs, oldest first, each at least 15 s long.
 *
 * @param inputs moments and stretches of input, in any order
 * @param lastBefore the last input before all of them, if known
 * @param to the end of what is known: the last gap reaches it
 */
export function gapsBetween(
  inputs: readonly Span[],
  lastBefore: number | undefined,
  to: number,
): Span[] {
  const sorted = [...inputs].sort((a, b) => a.from - b.from);
  const gaps: Span[] = [];
  let last = lastBefore;
  for (const span of sorted) {
    if (last !== undefined && span.from - last >= PAUSE_MS)
      gaps.push({ from: last, to: span.from });
    last = Math.max(last ?? span.to, span.to);
  }
  if (last !== undefined && to - last >= PAUSE_MS) gaps.push({ from: last, to });
  return gaps;
}
