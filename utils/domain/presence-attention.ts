/**
 * The arbiter: which tab is in front at every moment, across all tabs, windows and frames.
 *
 * In front: the tab is visible, and the focus is in its page, or its window has the focus while the
 * page lost it less than half a minute ago (address bar, find bar, toolbar). At most one tab at a time: where two claim it, the one
 * that got the focus, the screen or input last. A frame of a portal inside a page that is on no list
 * is in front only while the focus is in the frame itself; inside a listed page it belongs to that
 * page's platform.
 */

import type { Span } from './observation';
import type { PageClass } from './page-class';
import type { BrowserEvidence } from './presence-evidence';
import type { Track, TrackPiece } from './presence-tracks';
import { SECOND_MS } from './time-constants';

/** Who has the screen in a stretch in which nothing changes. */
export interface Claim {
  readonly tabId: number;
  readonly platform: string;
  readonly pageClass: PageClass;
}

export interface Moment extends Span {
  readonly front: Claim | undefined;
  /** Tabs that can be seen but are not in front. */
  readonly seen: readonly Claim[];
  /** Tabs whose observers saw this stretch, visible or not. */
  readonly observed: readonly Claim[];
}

export interface FocusEdge {
  readonly at: number;
  readonly windowId: number | undefined;
}

/** A page's blur reaches us at once, the browser's word may have to wake the worker first. */
const LATE_MS = 2 * SECOND_MS;
/** An inner frame may be ahead of its page's last word by one checkpoint of a quiet page. */
const TOP_BEHIND_MS = 75 * SECOND_MS;
/** The window's focus without the page's counts this long after the last sign from the tab (ours). */
const UNFOCUSED_MS = 30 * SECOND_MS;

/**
 * Which window of the browser has the focus, as the browser told. Where a page of that window lost the
 * focus just before, the word speaks of that moment: the page tells at once, the worker may have slept.
 */
export function focusEdges(
  tracks: readonly Track[],
  browser: readonly BrowserEvidence[],
): FocusEdge[] {
  const edges = tracks.flatMap((track) => {
    const windowAt = (at: number) =>
      track.pieces.find(({ from, to }) => at >= from && at <= to)?.windowId;
    return track.edges
      .filter(({ edge }) => edge === 'focus' || edge === 'blur')
      .map(({ at, edge }) => ({ at, edge, windowId: windowAt(at) }));
  });
  return browser
    .flatMap((evidence): FocusEdge[] => {
      if (evidence.kind !== 'window-focus') return [];
      const { at, windowId } = evidence;
      const last = edges
        .filter((edge) => edge.at <= at && at - edge.at <= LATE_MS)
        .sort((a, b) => a.at - b.at)
        .at(-1);
      return [{ at: last?.edge === 'blur' ? last.at : at, windowId }];
    })
    .sort((a, b) => a.at - b.at);
}

export interface AttentionInput {
  readonly tracks: readonly Track[];
  readonly focus: readonly FocusEdge[];
  /** Stretches in which the screen was locked. */
  readonly locked: readonly Span[];
  /** When each tab last got the focus, the screen or input before `from`. */
  readonly rankBefore: ReadonlyMap<number, number>;
  readonly from: number;
  readonly to: number;
  /** Moments at which nothing may run on unbroken, as midnight. */
  readonly breaks: readonly number[];
}

/** The stretches between `from` and `to` that some observer saw, oldest first. */
export function attend(input: AttentionInput): Moment[] {
  const { tracks, focus, locked, from, to } = input;
  const points = new Set<number>([from, to]);
  const add = (at: number) => {
    if (at > from && at < to) points.add(at);
  };
  for (const { pieces, inputs } of tracks) {
    for (const piece of pieces) {
      add(piece.from);
      add(piece.to);
    }
    for (const span of inputs) add(span.from);
  }
  for (const { at } of focus) add(at);
  for (const span of locked) {
    add(span.from);
    add(span.to);
  }
  for (const at of input.breaks) add(at);
  const touches = touchTimes(tracks);
  for (const times of touches.values()) for (const at of times) add(at + UNFOCUSED_MS);
  for (const { at } of focus) add(at + UNFOCUSED_MS);
  const sorted = [...points].sort((a, b) => a - b);
  const ranks = rankTimes(tracks);
  const moments: Moment[] = [];
  for (let index = 0; index + 1 < sorted.length; index++) {
    const start = sorted[index] as number;
    const end = sorted[index + 1] as number;
    if (locked.some((span) => start >= span.from && start < span.to)) continue;
    const tabs = tabsAt(tracks, start);
    if (tabs.length === 0) continue;
    const focusEdge = lastFocus(focus, start);
    const claims = tabs.filter((tab) => {
      if (!tab.visible || tab.focused) return tab.visible;
      if (!tab.listedTop || tab.windowId === undefined) return false;
      if (tab.windowId !== focusEdge?.windowId) return false;
      // An older word may have been overtaken by another program: not every desktop tells.
      if (focusEdge.at < tab.blurredAt) return false;
      const touched = lastBefore(touches.get(tab.claim.tabId) ?? [], start);
      return start - Math.max(touched, focusEdge.at) < UNFOCUSED_MS;
    });
    const rankOf = ({ claim: { tabId } }: TabState) =>
      Math.max(
        input.rankBefore.get(tabId) ?? Number.NEGATIVE_INFINITY,
        lastBefore(ranks.get(tabId) ?? [], start),
      );
    const best = claims.reduce<TabState | undefined>((winner, tab) => {
      if (winner === undefined) return tab;
      // The page that has the focus itself goes before one whose window has it.
      if (tab.focused !== winner.focused) return tab.focused ? tab : winner;
      const ahead = rankOf(tab) - rankOf(winner);
      return ahead > 0 || (ahead === 0 && tab.claim.tabId < winner.claim.tabId) ? tab : winner;
    }, undefined);
    moments.push({
      from: start,
      to: end,
      front: best?.claim,
      seen: tabs.filter((tab) => tab !== best && tab.visible).map(({ claim }) => claim),
      observed: tabs.map(({ claim }) => claim),
    });
  }
  return moments;
}

/** Per tab, the times at which it got the focus, the screen or input, ascending. */
export function rankTimes(tracks: readonly Track[]): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { tabId, from, edges, inputs, pieces } of tracks) {
    const own = times.get(tabId) ?? [];
    if (pieces[0]?.visible) own.push(from);
    for (const { at, edge } of edges) if (edge === 'visible' || edge === 'focus') own.push(at);
    for (const span of inputs) own.push(span.from);
    times.set(tabId, own);
  }
  for (const own of times.values()) own.sort((a, b) => a - b);
  return times;
}

/** Per tab, every sign that somebody is at it, ascending: edges of any kind and input. */
function touchTimes(tracks: readonly Track[]): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { tabId, edges, inputs } of tracks) {
    const own = times.get(tabId) ?? [];
    for (const { at } of edges) own.push(at);
    for (const { from, to } of inputs) {
      for (let at = from; at < to; at += UNFOCUSED_MS / 4) own.push(at);
      own.push(to);
    }
    times.set(tabId, own);
  }
  for (const own of times.values()) own.sort((a, b) => a - b);
  return times;
}

interface TabState {
  readonly claim: Claim;
  readonly visible: boolean;
  readonly focused: boolean;
  readonly listedTop: boolean;
  readonly windowId: number | undefined;
  /** When its page last lost the focus. */
  readonly blurredAt: number;
}

function tabsAt(tracks: readonly Track[], at: number): TabState[] {
  const byTab = new Map<number, { track: Track; piece: TrackPiece }[]>();
  for (const track of tracks) {
    const piece = pieceAt(track, at);
    if (piece === undefined) continue;
    const own = byTab.get(track.tabId) ?? [];
    own.push({ track, piece });
    byTab.set(track.tabId, own);
  }
  return [...byTab].map(([tabId, own]) => {
    // Of two top documents the later one is on the screen.
    const top = own
      .filter(({ track }) => track.top)
      .reduce<(typeof own)[number] | undefined>(
        (latest, one) =>
          latest === undefined || one.track.from > latest.track.from ? one : latest,
        undefined,
      );
    const behind = top === undefined ? topBehind(tracks, tabId, at) : undefined;
    const inner = own.reduce((best, one) => {
      if (one.piece.focused !== best.piece.focused) return one.piece.focused ? one : best;
      return one.track.frameId < best.track.frameId ? one : best;
    });
    const speaker = top?.piece ?? behind ?? inner.piece;
    // Old systems keep their work in frames: where the page around has no class, theirs counts.
    const pageClass =
      speaker.pageClass === 'other' && inner.piece.focused
        ? inner.piece.pageClass
        : speaker.pageClass;
    return {
      claim: { tabId, platform: speaker.platform, pageClass },
      visible: own.some(({ piece }) => piece.visible),
      focused: own.some(({ piece }) => piece.focused),
      listedTop: top !== undefined,
      windowId: speaker.windowId,
      blurredAt: lastBefore(
        own
          .flatMap(({ track }) => track.edges)
          .filter(({ edge }) => edge === 'blur')
          .map((edge) => edge.at)
          .sort((a, b) => a - b),
        at,
      ),
    };
  });
}

/** The last word of a top document that is still there but spoke less recently than its frames. */
function topBehind(tracks: readonly Track[], tabId: number, at: number): TrackPiece | undefined {
  return tracks
    .filter(
      (track) =>
        track.top &&
        track.tabId === tabId &&
        track.endedAt === undefined &&
        track.to <= at &&
        at - track.to <= TOP_BEHIND_MS,
    )
    .sort((a, b) => b.to - a.to)[0]
    ?.pieces.at(-1);
}

function pieceAt({ pieces }: Track, at: number): TrackPiece | undefined {
  return pieces.find(({ from, to }) => at >= from && at < to);
}

function lastFocus(focus: readonly FocusEdge[], at: number): FocusEdge | undefined {
  let latest: FocusEdge | undefined;
  for (const edge of focus) {
    if (edge.at > at) break;
    latest = edge;
  }
  return latest;
}

function lastBefore(sorted: readonly number[], at: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const time of sorted) {
    if (time > at) break;
    latest = time;
  }
  return latest;
}
