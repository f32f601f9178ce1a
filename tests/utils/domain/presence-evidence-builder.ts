import type { PresenceEdge, PresenceObservation, Span } from '../../../utils/domain/observation';
import type { Arrival, BrowserEvidence } from '../../../utils/domain/presence-evidence';
import { replay } from '../../../utils/domain/presence-fold';
import type { Interval } from '../../../utils/domain/records';

/** 10:00 on a Monday in Shanghai. */
export const START = Date.UTC(2026, 10, 23, 2, 0, 0);

export const at = (seconds: number): number => START + seconds * 1_000;
export const span = (from: number, to: number): Span => ({ from: at(from), to: at(to) });
export const edge = (seconds: number, kind: PresenceEdge['edge']): PresenceEdge => ({
  at: at(seconds),
  edge: kind,
});

export interface FrameOptions {
  readonly observer?: string;
  readonly tab?: number;
  readonly window?: number;
  readonly frame?: number;
  readonly platform?: string;
  /** Seconds at which the worker hears of it; its own end unless given. */
  readonly heard?: number;
}

/** What a frame tells of a stretch, in seconds from the start. In front unless told otherwise. */
export function told(
  since: number,
  until: number,
  observation: Partial<PresenceObservation> = {},
  options: FrameOptions = {},
): Arrival {
  const { observer = 'a', tab = 1, window = 1, frame = 0, platform = 'p' } = options;
  return {
    now: at(options.heard ?? until),
    evidence: {
      kind: 'frame',
      observer,
      tabId: tab,
      windowId: window,
      frameId: frame,
      platform,
      observation: {
        kind: 'presence',
        cause: 'checkpoint',
        since: at(since),
        at: at(until),
        visible: true,
        focused: true,
        edges: [],
        inputs: [],
        inputWindows: [],
        media: [],
        waiting: [],
        pageClass: 'other',
        ...observation,
      },
    },
  };
}

type Told = BrowserEvidence extends infer One
  ? One extends BrowserEvidence
    ? Omit<One, 'at'>
    : never
  : never;

/** What the browser tells, in seconds from the start. */
export function heard(seconds: number, evidence: Told): Arrival {
  return { now: at(seconds), evidence: { ...evidence, at: at(seconds) } as BrowserEvidence };
}

/** The system has reported idle before, so its word counts from the start. */
export const SYSTEM: readonly Arrival[] = [
  heard(-60, { kind: 'system', state: 'idle' }),
  heard(-1, { kind: 'system', state: 'active' }),
];

/** Intervals of a recording, with seconds from the start in place of times. */
export function intervalsOf(
  arrivals: readonly Arrival[],
  zone = 'Asia/Shanghai',
): (Omit<Interval, 'from' | 'to'> & { readonly from: number; readonly to: number })[] {
  let last = 0;
  const intervals = replay(arrivals, { zone, newId: () => String(++last).padStart(24, '0') });
  return intervals.map((interval) => ({
    ...interval,
    from: (interval.from - START) / 1_000,
    to: (interval.to - START) / 1_000,
  }));
}

/** Place and bounds only, as `front 0…15`. */
export function outline(arrivals: readonly Arrival[], zone?: string): string[] {
  return intervalsOf(arrivals, zone).map(
    ({ platform, place, from, to, certainty }) =>
      `${platform} ${place} ${from}…${to}${certainty === 'confirmed' ? '' : ` ${certainty}`}`,
  );
}
