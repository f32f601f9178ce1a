import { clocks } from '../../../utils/domain/clocks';
import type { PresenceEdge, PresenceObservation, Span } from '../../../utils/domain/observation';
import type { Arrival, Evidence } from '../../../utils/domain/presence-evidence';
import type { Interval } from '../../../utils/domain/records';

/** 10:00 on a Monday in Shanghai. */
const START = Date.UTC(2026, 10, 23, 2, 0, 0);
export const SECOND = 1_000;
const CHECKPOINT = 15;
const IDLE_AFTER = 15;
const THETA = 60;
const IDLE_CAP = 600;
const BESIDE = 300;

/** What somebody does; each takes no time but `wait`. */
export type Deed =
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'touch' }
  | { readonly do: 'tab'; readonly tab: number }
  /** Another program; the portal stays visible or not. */
  | { readonly do: 'other'; readonly visible: boolean }
  | { readonly do: 'elsewhere' }
  | { readonly do: 'navigate' }
  | { readonly do: 'reload-by-itself' }
  | { readonly do: 'play' }
  | { readonly do: 'stop' }
  | { readonly do: 'lock' }
  | { readonly do: 'unlock' };

export interface World {
  readonly arrivals: readonly Arrival[];
  /** Seconds on each clock per platform, by the definitions. */
  readonly truth: ReadonlyMap<string, ClockSeconds>;
  /** Seconds of working per platform for another θ, by the definition. */
  working(theta: number): ReadonlyMap<string, number>;
  /** Seconds in which a portal's page was visible, per platform. */
  readonly visible: ReadonlyMap<string, readonly number[]>;
}

export interface ClockSeconds {
  working: number;
  playing: number;
  idle: number;
  beside: number;
}

interface Document {
  readonly observer: string;
  since: number;
  lastSent: number;
  edges: PresenceEdge[];
  inputs: Span[];
  media: Span[];
}

interface Tab {
  readonly id: number;
  readonly platform: string;
  document: Document;
  visible: boolean;
  focused: boolean;
  playing: boolean;
}

interface Second {
  readonly front: string | undefined;
  readonly beside: string | undefined;
  readonly playing: readonly string[];
}

/** Lives through the deeds second by second: tells what observers would tell, and what was true. */
export function live(deeds: readonly Deed[], tabCount = 2): World {
  const evidence: { at: number; evidence: Evidence }[] = [];
  const seconds: Second[] = [];
  const inputs = new Set<number>();
  const visible = new Map<string, number[]>();
  let now = 0;
  let documents = 0;
  let locked = false;
  let idle = false;
  let lastTouch = 0;

  const time = (second: number) => START + second * SECOND;
  const browser = (one: Evidence) => evidence.push({ at: now, evidence: one });
  const newDocument = (): Document => ({
    observer: String(documents++).padStart(24, '0'),
    since: now,
    lastSent: now,
    edges: [],
    inputs: [],
    media: [],
  });
  const tabs: Tab[] = Array.from({ length: tabCount }, (_, index) => ({
    id: index + 1,
    platform: `p${index + 1}`,
    document: newDocument(),
    visible: false,
    focused: false,
    playing: false,
  }));
  const send = (tab: Tab, cause: PresenceObservation['cause']) => {
    const { document } = tab;
    evidence.push({
      at: now,
      evidence: {
        kind: 'frame',
        observer: document.observer,
        tabId: tab.id,
        windowId: 1,
        frameId: 0,
        platform: tab.platform,
        observation: {
          kind: 'presence',
          cause,
          at: time(now),
          since: time(document.since),
          visible: tab.visible,
          focused: tab.focused,
          edges: document.edges,
          inputs: document.inputs,
          inputWindows: [...new Set(document.inputs.map(({ from }) => Math.floor(from / 5_000)))],
          media: document.media.map((span) => ({ ...span, muted: false, byPerson: true })),
          waiting: [],
          pageClass: 'other',
        },
      },
    });
    Object.assign(document, { since: now, lastSent: now, edges: [], inputs: [], media: [] });
  };
  const touch = () => {
    if (locked) return;
    lastTouch = now;
    inputs.add(now);
    if (idle) browser({ kind: 'system', at: time(now), state: 'active' });
    idle = false;
    for (const { focused, document } of tabs) {
      if (focused) document.inputs.push({ from: time(now), to: time(now) });
    }
  };
  const show = (tab: Tab, next: { visible: boolean; focused: boolean }) => {
    if (tab.visible === next.visible && tab.focused === next.focused) return;
    const edge = (kind: PresenceEdge['edge']) =>
      tab.document.edges.push({ at: time(now), edge: kind });
    if (tab.focused && !next.focused) edge('blur');
    if (tab.visible !== next.visible) edge(next.visible ? 'visible' : 'hidden');
    if (!tab.focused && next.focused) edge('focus');
    Object.assign(tab, next);
    send(tab, 'change');
  };
  const frontTab = () => tabs.find(({ focused }) => focused);
  const leaveFor = (other: Tab | undefined, keepVisible: boolean) => {
    // Somebody's hand does it: input to the page that is left, then to the one that comes.
    touch();
    for (const tab of tabs) {
      if (tab !== other) show(tab, { visible: keepVisible && tab.visible, focused: false });
    }
    if (other !== undefined) show(other, { visible: true, focused: true });
  };
  const deedsAt = (deed: Deed) => {
    if (locked && deed.do !== 'unlock' && deed.do !== 'wait') return;
    const front = frontTab();
    switch (deed.do) {
      case 'touch':
        return touch();
      case 'tab': {
        const tab = tabs[deed.tab % tabs.length] as Tab;
        return tab === front ? undefined : leaveFor(tab, false);
      }
      case 'other':
        return leaveFor(undefined, deed.visible);
      case 'elsewhere':
        return leaveFor(undefined, false);
      case 'navigate':
      case 'reload-by-itself':
        if (front === undefined) return;
        if (deed.do === 'navigate') touch();
        send(front, 'end');
        front.document = newDocument();
        front.playing = false;
        return send(front, 'start');
      case 'play':
        if (front === undefined) return;
        touch();
        front.playing = true;
        return;
      case 'stop':
        if (front === undefined) return;
        touch();
        front.playing = false;
        return;
      case 'lock':
        // The key that locks is input too.
        touch();
        locked = true;
        idle = true;
        browser({ kind: 'system', at: time(now), state: 'locked' });
        return;
      case 'unlock':
        if (!locked) return;
        locked = false;
        touch();
        return;
    }
  };
  const pass = () => {
    const front = locked ? undefined : frontTab();
    const seen = locked || front !== undefined ? [] : tabs.filter((tab) => tab.visible);
    for (const tab of tabs) {
      if (tab.visible) visible.set(tab.platform, [...(visible.get(tab.platform) ?? []), now]);
      if (tab.playing) tab.document.media.push({ from: time(now), to: time(now + 1) });
    }
    seconds.push({
      front: front?.platform,
      beside: seen[0]?.platform,
      playing: locked ? [] : tabs.filter((tab) => tab.playing).map(({ platform }) => platform),
    });
    now += 1;
    if (!idle && now - lastTouch === IDLE_AFTER) {
      idle = true;
      browser({ kind: 'system', at: time(now), state: 'idle' });
    }
    for (const tab of tabs) {
      const due = now - tab.document.lastSent >= CHECKPOINT;
      if (due && (tab.visible || tab.playing)) send(tab, 'checkpoint');
    }
  };

  browser({ kind: 'session-start', at: time(now) });
  browser({ kind: 'system', at: time(now), state: 'idle' });
  idle = true;
  touch();
  for (const deed of deeds) {
    if (deed.do !== 'wait') deedsAt(deed);
    else for (let second = 0; second < deed.seconds; second++) pass();
  }
  leaveFor(undefined, false);
  pass();
  return {
    arrivals: evidence.map((one) => ({ now: time(one.at), evidence: one.evidence })),
    truth: truthOf(seconds, inputs),
    working: (theta) => {
      const sums = new Map<string, number>();
      for (const [at, { front }] of seconds.entries()) {
        if (front === undefined || gapAt(at, inputs, seconds.length) > theta) continue;
        sums.set(front, (sums.get(front) ?? 0) + 1);
      }
      return sums;
    },
    visible,
  };
}

function truthOf(
  seconds: readonly Second[],
  inputs: ReadonlySet<number>,
): Map<string, ClockSeconds> {
  const truth = new Map<string, ClockSeconds>();
  const add = (platform: string, clock: keyof ClockSeconds) => {
    const sum = truth.get(platform) ?? { working: 0, playing: 0, idle: 0, beside: 0 };
    sum[clock] += 1;
    truth.set(platform, sum);
  };
  const worked = new Map<string, number>();
  let before = 0;
  let idleUsed = 0;
  for (const [at, { front, beside, playing }] of seconds.entries()) {
    if (inputs.has(at)) {
      before = at;
      idleUsed = 0;
    }
    let after = at + 1;
    while (after < seconds.length && !inputs.has(after)) after++;
    const gap = after - before;
    if (front !== undefined) {
      if (gap <= THETA) {
        add(front, 'working');
        worked.set(front, at + 1);
      } else if (playing.includes(front)) add(front, 'playing');
      else if (idleUsed < IDLE_CAP) {
        idleUsed += 1;
        add(front, 'idle');
      }
    } else if (beside !== undefined && gap < IDLE_AFTER) {
      if (at < (worked.get(beside) ?? Number.NEGATIVE_INFINITY) + BESIDE) {
        add(beside, playing.includes(beside) ? 'playing' : 'beside');
      }
    }
  }
  return truth;
}

/** The length of the gap between two inputs in which a second lies. */
function gapAt(at: number, inputs: ReadonlySet<number>, end: number): number {
  let before = at;
  while (before > 0 && !inputs.has(before)) before--;
  let after = at + 1;
  while (after < end && !inputs.has(after)) after++;
  return after - before;
}

/** Seconds on each clock per platform, from intervals. */
export function recorded(intervals: readonly Interval[]): Map<string, ClockSeconds> {
  const sums = new Map<string, ClockSeconds>();
  for (const interval of intervals) {
    if (interval.place === 'background') continue;
    const sum = sums.get(interval.platform) ?? { working: 0, playing: 0, idle: 0, beside: 0 };
    const one = clocks(interval, THETA * SECOND);
    sum.working += one.workingMs / SECOND;
    sum.playing += one.playingMs / SECOND;
    sum.idle += one.idleMs / SECOND;
    sum.beside += one.besideMs / SECOND;
    sums.set(interval.platform, sum);
  }
  return sums;
}
