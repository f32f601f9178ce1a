/**
 * The arbiter: which tab is in front at every moment, across all tabs, windows and frames.
 *
 * In front: the tab is visible, and the focus is in its page, or its window has the focus while the
 * page lost it less than half a minute ago (address bar, find bar, toolbar) and no other tab of the window
 * came up since (in a split view both stay visible). At most one tab at a time: where two claim it, the
 * one that got the focus, the screen or input last. A frame of a portal inside a page that is on no list
 * is in front only while the focus is in the frame itself; inside a listed page it belongs to that
 * page's platform.
 */

import type { Span } from './observation';
import type { PageClass } from './page-class';
import type { BrowserEvidence } from './presence-evidence';
import type { TabMemory, TopMemory } from './presence-state';
import type { Track, TrackPiece } from './presence-tracks';
import { HOUR_MS, SECOND_MS } from './time-constants';

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

/** Before anything: plain data holds no infinity. */
const NEVER = 0;
/** A page's blur reaches us at once, the browser's word may have to wake the worker first. */
const LATE_MS = 2 * SECOND_MS;
/** An inner frame may be ahead of its page's last word by one checkpoint of a quiet page. */
const TOP_BEHIND_MS = 75 * SECOND_MS;
/** The window's focus without the page's counts this long after the last sign from the tab (ours). */
const UNFOCUSED_MS = 30 * SECOND_MS;
/** Nobody types without a pause for longer: what says so has a clock that went wrong. */
const LONGEST_INPUT_MS = HOUR_MS;

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

export interface Activation {
  readonly at: number;
  readonly windowId: number;
  /** Undefined for a tab that is on no list. */
  readonly tabId: number | undefined;
}

/**
 * Which tab of a window came up, as the browser told. Its word may be late: it speaks of the moment at
 * which a page of that window lost the focus just before. A page that began just before is itself the
 * tab that was not known yet.
 */
export function activations(
  tracks: readonly Track[],
  browser: readonly BrowserEvidence[],
): Activation[] {
  return browser
    .flatMap((evidence): Activation[] => {
      if (evidence.kind !== 'tab-active') return [];
      const { at, windowId } = evidence;
      const near = (time: number) => time <= at && at - time <= LATE_MS;
      const own = tracks.filter(({ pieces }) =>
        pieces.some((piece) => piece.windowId === windowId),
      );
      const tabId =
        evidence.tabId ?? own.find(({ top, starts }) => top && starts.some(near))?.tabId;
      const blurs = own
        .filter((track) => track.tabId !== tabId)
        .flatMap(({ edges }) =>
          edges.filter(({ edge, at: time }) => edge === 'blur' && near(time)),
        );
      return [{ at: Math.min(at, ...blurs.map((blur) => blur.at)), windowId, tabId }];
    })
    .sort((a, b) => a.at - b.at);
}

export interface AttentionInput {
  readonly tracks: readonly Track[];
  readonly focus: readonly FocusEdge[];
  readonly activations: readonly Activation[];
  /** Stretches in which the screen was locked. */
  readonly locked: readonly Span[];
  /** What is remembered of each tab from before `from`. */
  readonly memory: ReadonlyMap<number, TabMemory>;
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
  for (const { at } of input.activations) add(at);
  for (const { touchedAt, top } of input.memory.values()) {
    add(touchedAt + UNFOCUSED_MS);
    if (top !== undefined) add(top.to + TOP_BEHIND_MS);
  }
  for (const { top, pieces } of tracks) {
    for (const [index, piece] of pieces.entries()) {
      if (top && pieces[index + 1]?.from !== piece.to) add(piece.to + TOP_BEHIND_MS);
    }
  }
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
    const tabs = tabsAt(tracks, start, input.memory);
    if (tabs.length === 0) continue;
    const focusEdge = lastFocus(focus, start);
    const rankOf = ({ claim: { tabId } }: TabState) =>
      Math.max(
        input.memory.get(tabId)?.rankedAt ?? NEVER,
        lastBefore(ranks.get(tabId) ?? [], start),
      );
    const claims = tabs.filter((tab) => {
      if (!tab.visible || tab.focused) return tab.visible;
      if (!tab.listedTop || tab.windowId === undefined) return false;
      if (tab.windowId !== focusEdge?.windowId) return false;
      // An older word may have been overtaken by another program: not every desktop tells.
      if (focusEdge.at < tab.blurredAt) return false;
      const { tabId } = tab.claim;
      const up = lastActivation(input.activations, tab.windowId, start);
      if (up !== undefined && up.tabId !== tabId && up.at > rankOf(tab)) return false;
      const touched = Math.max(
        input.memory.get(tabId)?.touchedAt ?? NEVER,
        lastBefore(touches.get(tabId) ?? [], start),
      );
      return start - Math.max(touched, focusEdge.at) < UNFOCUSED_MS;
    });
    const best = claims.reduce<TabState | undefined>((winner, tab) => {
      if (winner === undefined) return tab;
      // The page that has the focus itself goes before one whose window has it.
      if (tab.focused !== winner.focused) return tab.focused ? tab : winner;
      const ahead = rankOf(tab) - rankOf(winner);
      return ahead > 0 || (ahead === 0 && tab.claim.tabId < winner.claim.tabId) ? tab : winner;
    }, undefined);
    const moment = {
      from: start,
      to: end,
      front: best?.claim,
      seen: tabs.filter((tab) => tab !== best && tab.visible).map(({ claim }) => claim),
      observed: tabs.map(({ claim }) => claim),
    };
    const last = moments.at(-1);
    if (last !== undefined && goesOn(last, moment) && !input.breaks.includes(start)) {
      moments[moments.length - 1] = { ...last, to: end };
    } else moments.push(moment);
  }
  return moments;
}

function goesOn(last: Moment, next: Moment): boolean {
  return (
    last.to === next.from &&
    sameClaim(last.front, next.front) &&
    sameClaims(last.seen, next.seen) &&
    sameClaims(last.observed, next.observed)
  );
}

function sameClaims(a: readonly Claim[], b: readonly Claim[]): boolean {
  return a.length === b.length && a.every((claim, index) => sameClaim(claim, b[index]));
}

function sameClaim(a: Claim | undefined, b: Claim | undefined): boolean {
  return a?.tabId === b?.tabId && a?.platform === b?.platform && a?.pageClass === b?.pageClass;
}

/** Per tab, the times at which it got the focus, the screen or input, ascending. */
export function rankTimes(tracks: readonly Track[]): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { tabId, starts, edges, inputs } of tracks) {
    const own = times.get(tabId) ?? [];
    own.push(...starts);
    for (const { at, edge } of edges) if (edge === 'visible' || edge === 'focus') own.push(at);
    for (const span of inputs) own.push(span.from);
    times.set(tabId, own);
  }
  for (const own of times.values()) own.sort((a, b) => a - b);
  return times;
}

/** When the page of a tab last lost the focus, up to a moment. */
export function blurredAt(tracks: readonly Track[], tabId: number, upTo: number): number {
  let latest = NEVER;
  for (const track of tracks) {
    if (track.tabId !== tabId) continue;
    for (const { at, edge } of track.edges) {
      if (edge === 'blur' && at <= upTo && at > latest) latest = at;
    }
  }
  return latest;
}

/** Per tab, every sign that somebody is at it, ascending: edges of any kind and input. */
export function touchTimes(tracks: readonly Track[]): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { tabId, edges, inputs } of tracks) {
    const own = times.get(tabId) ?? [];
    for (const { at } of edges) own.push(at);
    for (const { from, to } of inputs) {
      const first = Math.max(from, to - LONGEST_INPUT_MS);
      for (let at = first; at < to; at += UNFOCUSED_MS / 4) own.push(at);
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

function tabsAt(
  tracks: readonly Track[],
  at: number,
  memory: ReadonlyMap<number, TabMemory>,
): TabState[] {
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
          latest === undefined || one.piece.toldFrom > latest.piece.toldFrom ? one : latest,
        undefined,
      );
    const last = top === undefined ? lastTop(tracks, tabId, at, memory.get(tabId)?.top) : undefined;
    const behind = last !== undefined && at - last.to < TOP_BEHIND_MS ? last : undefined;
    // The document before, which is still saying farewell, tells nothing of this one.
    const parts = own.filter(({ track, piece }) => !track.top || piece === top?.piece);
    const inner = parts.reduce((best, one) => {
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
      blurredAt: Math.max(memory.get(tabId)?.blurredAt ?? NEVER, blurredAt(tracks, tabId, at)),
    };
  });
}

/** The last word of a top document that is still there but spoke less recently than its frames. */
export function lastTop(
  tracks: readonly Track[],
  tabId: number,
  upTo: number,
  before: TopMemory | undefined,
): TopMemory | undefined {
  let latest = before;
  for (const track of tracks) {
    if (!track.top || track.tabId !== tabId || track.from > upTo) continue;
    const piece = track.pieces.findLast(({ from }) => from <= upTo);
    if (piece === undefined) continue;
    const to = Math.min(piece.to, upTo);
    if (latest !== undefined && latest.to >= to) continue;
    const { platform, pageClass, windowId } = piece;
    latest = { to, platform, pageClass, windowId };
  }
  const ended = tracks.some(
    (track) =>
      track.top &&
      track.tabId === tabId &&
      track.ends.some((end) => end <= upTo && end >= (latest?.to ?? Number.POSITIVE_INFINITY)),
  );
  return ended ? undefined : latest;
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

function lastActivation(
  sorted: readonly Activation[],
  windowId: number,
  at: number,
): Activation | undefined {
  return sorted.findLast((one) => one.windowId === windowId && one.at <= at);
}

export function lastBefore(sorted: readonly number[], at: number): number {
  let latest = NEVER;
  for (const time of sorted) {
    if (time > at) break;
    latest = time;
  }
  return latest;
}
