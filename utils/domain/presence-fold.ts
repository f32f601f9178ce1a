/**
 * The state machine of time: evidence in, intervals out.
 *
 * The newest eight minutes of evidence are kept and the intervals in them are computed anew at each
 * arrival, so that it does not matter in which order frames, windows and the system tell within three
 * minutes; what is older is settled once and dropped. The other five minutes are the longest θ: before
 * the start of a pause is settled, it is known whether the pause is longer. Where the person is still
 * in a pause, its start is kept open up to eleven minutes, until it is known whether the pause ends at
 * its limit.
 *
 * The machine's clock may be set back: then everything before is settled as it stands, and a new count
 * begins. Stretches before and after may bear the same wall-clock time; they are different stretches of
 * real time and none is counted twice.
 */

import {
  continues,
  extended,
  type FilledPiece,
  fillPiece,
  intervalOf,
  pieceWithin,
} from './interval-draft';
import { lastTop } from './presence-attention';
import type { Arrival, BrowserEvidence, Evidence, FrameEvidence } from './presence-evidence';
import { type Draft, emptyPresence, type PresenceState } from './presence-state';
import { type Piece, type Timeline, timelineOf } from './presence-timeline';
import { proofsOf, tracksOf } from './presence-tracks';
import { type Provisional, provisionalOf } from './provisional';
import type { Interval } from './records';
import { shiftPresence } from './shift-presence';
import { DAY_MS, MINUTE_MS, SECOND_MS } from './time-constants';
import { addDays, dayKeyAt, startOfDay } from './zone';

/** Evidence may come this late, in any order, without a difference. */
export const TOLERANCE_MS = 3 * MINUTE_MS;
const LONGEST_THETA_MS = 5 * MINUTE_MS;
/** What is older is settled. */
const OPEN_MS = TOLERANCE_MS + LONGEST_THETA_MS;
/** A pause in front is cut at 10 min; until then its start stays open. */
const OPEN_PAUSE_MS = 11 * MINUTE_MS;
/** Settling is done in steps: each leaves a little less to compute, and costs a little. */
const SETTLE_STEP_MS = MINUTE_MS;
const WINDOW_MS = 5 * SECOND_MS;
/** A clock that differs by less is the ordinary jitter of two processes. */
const SET_BACK_MS = 2 * SECOND_MS;
/** A visit ends after 30 min elsewhere. */
const VISIT_MS = 30 * MINUTE_MS;
/** Longer than a tab may be taken for in front without the focus: which tab came up must be known for it. */
const ACTIVATION_MS = MINUTE_MS;
const MAX_FRAMES = 2_000;

export interface FoldOptions {
  /** How long everything stays open, ms: eight minutes unless given. */
  readonly openMs?: number;
  /** IANA zone of the local midnights. */
  readonly zone: string;
  readonly newId: () => string;
}

export interface FoldResult {
  readonly state: PresenceState;
  /** Intervals that are new or different from what was given out before. */
  readonly changed: readonly Interval[];
  /** Ids given out before that no longer stand. */
  readonly removed: readonly string[];
  /** The timeline, and the state with all the evidence that it was computed from. */
  readonly timeline: Timeline;
  readonly open: PresenceState;
  /** The machine's clock was set back, ms. */
  readonly setBackMs: number;
}

/** Takes one piece of evidence into the state. Pure: the same list gives the same intervals. */
export function foldEvidence(
  before: PresenceState,
  { now, evidence }: Arrival,
  options: FoldOptions,
): FoldResult {
  const setBackMs = now < before.lastAt - SET_BACK_MS ? before.lastAt - now : 0;
  const ended = setBackMs > 0 ? settle(before, before.lastAt, options, true) : undefined;
  const started = ended === undefined ? before : newCount(ended.state, now, setBackMs);
  const state = added(started, evidence, now);
  const settled = settle(state, state.lastAt, options, false);
  return {
    state: settled.state,
    changed: [...(ended?.changed ?? []), ...settled.changed],
    removed: [...(ended?.removed ?? []), ...settled.removed],
    timeline: settled.timeline,
    open: state,
    setBackMs,
  };
}

/** Folds a recorded list of evidence from nothing: a replay. Intervals oldest first. */
export function replay(recording: readonly Arrival[], options: FoldOptions): Interval[] {
  const intervals = new Map<string, Interval>();
  let state = emptyPresence();
  for (const arrival of recording) {
    const folded = foldEvidence(state, arrival, options);
    for (const id of folded.removed) intervals.delete(id);
    for (const interval of folded.changed) intervals.set(interval.id, interval);
    state = folded.state;
  }
  return [...intervals.values()].sort(
    (a, b) => a.from - b.from || a.to - b.to || (a.place < b.place ? -1 : 1),
  );
}

function added(state: PresenceState, evidence: Evidence, now: number): PresenceState {
  const lastAt = Math.max(state.lastAt, now);
  if (evidence.kind === 'frame') {
    const frame = plausible(evidence, state.settledAt, now);
    if (frame === undefined || state.frames.some((known) => sameFrame(known, frame))) {
      return { ...state, lastAt };
    }
    return { ...state, lastAt, frames: [...state.frames, frame].slice(-MAX_FRAMES) };
  }
  const known = new Set([
    ...state.frames.map(({ tabId }) => tabId),
    ...state.tabs.map(({ tabId }) => tabId),
  ]);
  let kept: BrowserEvidence = evidence;
  // A tab that is on no list is not logged, not even as a number.
  if (evidence.kind === 'tab-active' && !known.has(evidence.tabId ?? Number.NaN)) {
    const { tabId: _unlisted, ...rest } = evidence;
    kept = rest;
  }
  if (evidence.kind === 'tab-removed' && !known.has(evidence.tabId)) return { ...state, lastAt };
  return {
    ...state,
    lastAt,
    sessionAt: evidence.kind === 'session-start' ? evidence.at : state.sessionAt,
    systemSince:
      evidence.kind === 'system' && evidence.state !== 'active'
        ? Math.min(state.systemSince ?? evidence.at, evidence.at)
        : state.systemSince,
    browser: [...state.browser, kept].sort((a, b) => a.at - b.at),
  };
}

/** A page whose clock was not yet set back speaks of the future: its words are moved to now. */
function plausible(
  frame: FrameEvidence,
  settledAt: number,
  now: number,
): FrameEvidence | undefined {
  const { observation } = frame;
  if (observation.at <= settledAt) return undefined;
  if (observation.at <= now + SECOND_MS) return frame;
  return { ...frame, observation: shiftPresence(observation, now - observation.at) };
}

function sameFrame(a: FrameEvidence, b: FrameEvidence): boolean {
  return (
    a.observer === b.observer &&
    a.observation.since === b.observation.since &&
    a.observation.at === b.observation.at
  );
}

interface Settled {
  readonly state: PresenceState;
  readonly changed: readonly Interval[];
  readonly removed: readonly string[];
  readonly timeline: Timeline;
}

/** Computes the open timeline, settles what is old enough (or all), and says what differs. */
function settle(
  state: PresenceState,
  to: number,
  options: FoldOptions,
  everything: boolean,
): Settled {
  const { settledAt } = state;
  const { openMs = OPEN_MS } = options;
  const midnights = midnightsBetween(earliest(state), to, options.zone);
  const timeline = timelineOf(state, to, midnights);
  const lastInput = timeline.inputs.findLast(({ from }) => from <= to)?.to ?? state.lastInputAt;
  const oldest = Math.min(to - openMs, Math.max(Math.min(lastInput ?? to, to), to - OPEN_PAUSE_MS));
  const inside = timeline.instants.find(({ from, to: end }) => from < oldest && end > oldest);
  const wanted = inside?.from ?? oldest;
  const cut = everything ? to : wanted >= settledAt + SETTLE_STEP_MS ? wanted : settledAt;

  const drafts = LANES.map((lane) => state[lane]?.id);
  const take = idTaker(
    state.provisional.filter(({ id }) => !drafts.includes(id)),
    options.newId,
  );
  const run = (draft: Draft | undefined, pieces: readonly Piece[], visits: Visit[]) =>
    drafted(draft, pieces, { timeline, midnights, visits, take });

  const visits = [...state.visits];
  const lanes = LANES.map((lane) => {
    const pieces = timeline[lane];
    const old = run(
      state[lane],
      pieces.flatMap((piece) => pieceWithin(piece, settledAt, cut) ?? []),
      visits,
    );
    // A draft that no piece touches any more is final.
    const next = pieces.find((piece) => piece.to > cut);
    const over = old.draft !== undefined && old.draft.to < cut && next?.from !== old.draft.to;
    if (old.draft === undefined || !(everything || over)) return { ...old, pieces };
    return { pieces, done: [...old.done, intervalOf(old.draft)], draft: undefined };
  });
  const openVisits = [...visits];
  const open = lanes.flatMap(({ draft, pieces }) => {
    const young = run(
      draft,
      pieces.flatMap((piece) => pieceWithin(piece, cut, to) ?? []),
      openVisits,
    );
    return [...young.done, ...(young.draft === undefined ? [] : [intervalOf(young.draft)])];
  });
  const final = lanes.flatMap(({ done }) => done);

  const before = new Map(state.provisional.map(({ id, mark }) => [id, mark]));
  const now = new Map([...final, ...open].map((interval) => [interval.id, interval]));
  const given = open.map(provisionalOf);
  const marks = new Map([...final.map(provisionalOf), ...given].map(({ id, mark }) => [id, mark]));
  const changed = [...now.values()].filter(({ id }) => before.get(id) !== marks.get(id));
  const removed = [...before.keys()].filter((id) => !now.has(id));
  const settledState: PresenceState =
    cut > settledAt ? compacted(state, timeline, cut, visits) : state;
  return {
    state: {
      ...settledState,
      screen: lanes[0]?.draft,
      background: lanes[1]?.draft,
      provisional: given,
    },
    changed,
    removed,
    timeline,
  };
}

const LANES = ['screen', 'background'] as const;

/** Lets pieces continue a draft or begin new ones; gives the intervals that are done. */
function drafted(
  first: Draft | undefined,
  pieces: readonly Piece[],
  {
    timeline,
    midnights,
    visits,
    take,
  }: {
    readonly timeline: Timeline;
    readonly midnights: readonly number[];
    readonly visits: Visit[];
    readonly take: ReturnType<typeof idTaker>;
  },
): { readonly done: readonly Interval[]; readonly draft: Draft | undefined } {
  const done: Interval[] = [];
  let draft = first;
  for (const piece of pieces) {
    const filled = fillPiece(piece, timeline);
    if (draft !== undefined && continues(draft, piece, (at) => midnights.includes(at))) {
      draft = extended(draft, filled);
    } else {
      if (draft !== undefined) done.push(intervalOf(draft));
      draft = begun(filled, take, visits);
    }
    noteVisit(visits, draft);
  }
  return { done, draft };
}

/** Gives an interval the id under which it was given out before, where there is one. */
function idTaker(
  provisional: readonly Provisional[],
  newId: () => string,
): (piece: Piece) => string {
  const free = [...provisional];
  return (piece) => {
    const index = free.findIndex(
      (given) =>
        given.platform === piece.platform &&
        given.place === piece.place &&
        given.from < piece.to &&
        given.to > piece.from,
    );
    if (index < 0) return newId();
    const [known] = free.splice(index, 1) as [Provisional];
    return known.id;
  };
}

type Visit = PresenceState['visits'][number];

function begun(
  piece: FilledPiece,
  take: ReturnType<typeof idTaker>,
  visits: readonly Visit[],
): Draft {
  const { breaks: _, ...rest } = piece;
  const id = take(piece);
  const running = visits.find(
    ({ platform, to }) => platform === piece.platform && piece.from - to <= VISIT_MS,
  );
  return { ...rest, id, visit: running?.visit ?? id };
}

function noteVisit(visits: Visit[], { platform, visit, to }: Draft): void {
  const index = visits.findIndex((known) => known.platform === platform);
  if (index < 0) visits.push({ platform, visit, to });
  else if (to > (visits[index] as Visit).to || visit !== (visits[index] as Visit).visit) {
    visits[index] = { platform, visit, to };
  }
}

/** The state with everything before `cut` reduced to what has to be remembered of it. */
function compacted(
  state: PresenceState,
  timeline: Timeline,
  cut: number,
  visits: readonly Visit[],
): PresenceState {
  // The last 5-second window with input may reach beyond its observation.
  const isOpen = ({ observation }: FrameEvidence) => observation.at > cut - WINDOW_MS;
  const frames = state.frames.filter(isOpen);
  const gone = state.frames.filter((frame) => !isOpen(frame));
  const choosing = tracksOf({ ...state, frames: gone })
    .filter((track) => track.choosing && !track.over)
    .map(({ observer }) => observer);
  const seen = new Set(state.frames.map(({ observer }) => observer));
  const stillChoosing = state.choosing.filter((observer) => !seen.has(observer));
  const tabIds = new Set([
    ...state.tabs.map(({ tabId }) => tabId),
    ...state.frames.map(({ tabId }) => tabId),
  ]);
  const known = new Map(state.tabs.map(({ tabId, top }) => [tabId, top]));
  const tabs = [...tabIds]
    .map((tabId) => {
      const top = lastTop(timeline.tracks, tabId, cut, known.get(tabId));
      return {
        tabId,
        rankedAt: timeline.rankedAt(tabId, cut),
        blurredAt: timeline.blurredAt(tabId, cut),
        touchedAt: timeline.touchedAt(tabId, cut),
        workedAt: timeline.workedAt(tabId, cut),
        ...(top === undefined ? {} : { top }),
      };
    })
    .filter(
      ({ rankedAt, touchedAt, workedAt, top }) =>
        cut - Math.max(rankedAt, touchedAt, workedAt, top?.to ?? 0) < DAY_MS,
    );
  const browser = state.browser.filter(
    (evidence, index) =>
      evidence.at > cut - (evidence.kind === 'tab-active' ? ACTIVATION_MS : 0) ||
      !state.browser.some(
        (later, position) => position > index && later.kind === evidence.kind && later.at <= cut,
      ),
  );
  const lastFront = timeline.runs.findLast(({ from }) => from < cut);
  return {
    ...state,
    settledAt: cut,
    provenAt: proofsOf(state).reduce((last, { at }) => (at <= cut ? Math.max(last, at) : last), 0),
    frames,
    browser,
    choosing: [...choosing, ...stillChoosing],
    tabs,
    lastInputAt: lastInputBefore(timeline, cut) ?? state.lastInputAt,
    lastFront:
      lastFront === undefined
        ? state.lastFront
        : { tabId: lastFront.tabId, to: Math.min(lastFront.to, cut) },
    pauseUse: timeline.usedBy(cut),
    visits: visits.filter(({ to }) => cut - to <= VISIT_MS),
  };
}

function lastInputBefore({ inputs, gaps }: Timeline, cut: number): number | undefined {
  const last = inputs.reduce<number | undefined>(
    (latest, { from, to }) =>
      from > cut ? latest : Math.max(latest ?? Number.NEGATIVE_INFINITY, Math.min(to, cut)),
    undefined,
  );
  // Without any input yet the count starts where the first gap does.
  return last ?? gaps.find(({ from }) => from <= cut)?.from;
}

/**
 * The state with nothing open in it: every interval that was given out stands as it is, or may be
 * deleted, and what comes now begins another.
 */
export function closed(state: PresenceState, options: FoldOptions): PresenceState {
  return { ...settle(state, state.lastAt, options, true).state, provisional: [] };
}

/** A state in which nothing is open, for the time after the machine's clock was set back. */
function newCount(state: PresenceState, now: number, setBackMs: number): PresenceState {
  const moved = (at: number) => Math.min(at - setBackMs, now);
  const latest = new Map(state.browser.map((evidence) => [evidence.kind, evidence]));
  return {
    ...state,
    lastAt: now,
    // Pages put what they had not yet told into the new time: it may reach back by a checkpoint.
    settledAt: now - OPEN_MS,
    provenAt: 0,
    sessionAt: Math.min(state.sessionAt, now - OPEN_MS),
    systemSince: state.systemSince === undefined ? undefined : moved(state.systemSince),
    frames: [],
    browser: [...latest.values()].map((evidence) => ({
      ...evidence,
      at: Math.min(evidence.at, now - OPEN_MS),
    })),
    tabs: state.tabs.map((tab) => ({
      ...tab,
      rankedAt: moved(tab.rankedAt),
      blurredAt: moved(tab.blurredAt),
      touchedAt: moved(tab.touchedAt),
      workedAt: moved(tab.workedAt),
      ...(tab.top === undefined ? {} : { top: { ...tab.top, to: moved(tab.top.to) } }),
    })),
    lastInputAt: state.lastInputAt === undefined ? undefined : moved(state.lastInputAt),
    lastFront:
      state.lastFront === undefined
        ? undefined
        : { ...state.lastFront, to: moved(state.lastFront.to) },
    pauseUse: { ...state.pauseUse, playedTo: moved(state.pauseUse.playedTo) },
    screen: undefined,
    background: undefined,
    provisional: [],
    visits: state.visits.map((visit) => ({ ...visit, to: moved(visit.to) })),
  };
}

/** Nothing open lies before it. */
function earliest(state: PresenceState): number {
  const starts = state.frames.map(({ observation }) => observation.since);
  return Math.max(state.settledAt, Math.min(state.lastAt, ...starts));
}

function midnightsBetween(from: number, to: number, zone: string): number[] {
  const midnights: number[] = [];
  for (let day = dayKeyAt(from, zone); ; ) {
    const start = startOfDay(day, zone);
    if (start > to) return midnights;
    if (start >= from) midnights.push(start);
    day = addDays(day, 1);
    // A clock that was set forward by years must not make a list of years.
    if (midnights.length > 400) return midnights;
  }
}
