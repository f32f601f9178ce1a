import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocks } from '../../../utils/domain/clocks';
import type { PresenceEdge, Span } from '../../../utils/domain/observation';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { replay, TOLERANCE_MS } from '../../../utils/domain/presence-fold';
import { difference, lengthOf, union } from '../../../utils/domain/presence-spans';
import type { Interval } from '../../../utils/domain/records';
import { at, heard, START, told } from './presence-evidence-builder';

const EDGES: readonly PresenceEdge['edge'][] = ['visible', 'hidden', 'focus', 'blur'];
const END = 1_500;

/** Seconds, in tenths: edges of several frames fall on and beside each other. */
const moment = fc.integer({ min: 0, max: END * 10 }).map((tenths) => tenths / 10);
const offset = fc.integer({ min: 0, max: 1_000 }).map((share) => share / 1_000);

/** A frame tells anything at all of any stretch, holes included. */
const frame: fc.Arbitrary<Arrival> = fc
  .record({
    since: moment,
    length: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_200 })),
    late: fc.integer({ min: 0, max: 30 }),
    tab: fc.integer({ min: 1, max: 3 }),
    frame: fc.constantFrom(0, 0, 5),
    copy: fc.integer({ min: 0, max: 1 }),
    visible: fc.boolean(),
    focused: fc.boolean(),
    ended: fc.boolean(),
    edges: fc.array(fc.record({ share: offset, edge: fc.constantFrom(...EDGES) }), {
      maxLength: 5,
    }),
    inputs: fc.array(offset, { maxLength: 4 }),
    media: fc.array(fc.tuple(offset, offset), { maxLength: 2 }),
    blocked: fc.array(fc.tuple(offset, offset), { maxLength: 1 }),
    pageClass: fc.constantFrom('other' as const, 'list' as const),
  })
  .map((one) => {
    const until = one.since + one.length / 10;
    const inside = (share: number) => at(one.since) + Math.round(share * one.length * 100);
    const spans = (shares: readonly (readonly [number, number])[]): Span[] =>
      shares.map(([a, b]) => ({ from: inside(Math.min(a, b)), to: inside(Math.max(a, b)) }));
    const inputs = one.inputs.map(inside).sort((a, b) => a - b);
    return told(
      one.since,
      until,
      {
        cause: one.ended ? 'end' : 'checkpoint',
        visible: one.visible,
        focused: one.focused,
        edges: one.edges
          .map(({ share, edge }) => ({ at: inside(share), edge }))
          .sort((a, b) => a.at - b.at),
        inputs: inputs.map((input) => ({ from: input, to: input })),
        inputWindows: [...new Set(inputs.map((input) => Math.floor(input / 5_000)))],
        media: spans(one.media).map((span) => ({ ...span, muted: false, byPerson: false })),
        waiting: spans(one.blocked),
        blocked: spans(one.blocked),
        pageClass: one.pageClass,
      },
      {
        observer: `${one.tab}-${one.frame}-${one.copy}`,
        tab: one.tab,
        window: one.tab === 3 ? 2 : 1,
        frame: one.frame,
        platform: one.frame === 0 ? `p${one.tab}` : 'inner',
        heard: until + one.late,
      },
    );
  });

const browser: fc.Arbitrary<Arrival> = moment.chain((seconds) =>
  fc.constantFrom(
    heard(seconds, { kind: 'window-focus', windowId: 1 }),
    heard(seconds, { kind: 'window-focus', windowId: 2 }),
    heard(seconds, { kind: 'window-focus' }),
    heard(seconds, { kind: 'tab-removed', tabId: 1 }),
    heard(seconds, { kind: 'system', state: 'active' }),
    heard(seconds, { kind: 'system', state: 'idle' }),
    heard(seconds, { kind: 'system', state: 'locked' }),
    heard(seconds, { kind: 'session-start' }),
    heard(seconds, { kind: 'recording', possible: false }),
  ),
);

/** An observer speaks of a moment once: what overlaps an earlier word of its own is left out. */
function consistent(arrivals: readonly Arrival[]): Arrival[] {
  const spoken = new Map<string, number>();
  const since = ({ evidence }: Arrival) =>
    evidence.kind === 'frame' ? evidence.observation.since : evidence.at;
  return [...arrivals]
    .sort((a, b) => since(a) - since(b))
    .filter(({ evidence }) => {
      if (evidence.kind !== 'frame') return true;
      const last = spoken.get(evidence.observer);
      if (last !== undefined && evidence.observation.since <= last) return false;
      spoken.set(evidence.observer, evidence.observation.at);
      return true;
    });
}

const anything = fc
  .array(fc.oneof({ weight: 4, arbitrary: frame }, { weight: 1, arbitrary: browser }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((arrivals) => consistent(arrivals).sort((a, b) => a.now - b.now));

function record(arrivals: readonly Arrival[]): Interval[] {
  let last = 0;
  return replay(arrivals, { zone: 'Asia/Shanghai', newId: () => String(++last) });
}

function overlap(intervals: readonly Interval[]): number {
  const spans = intervals.map(({ from, to }) => ({ from, to }));
  return lengthOf(spans) - lengthOf(union(spans));
}

/** Stretches that some frame called visible, read from the evidence without the core. */
function everVisible(arrivals: readonly Arrival[]): Span[] {
  return union(
    arrivals.flatMap(({ evidence }) => {
      if (evidence.kind !== 'frame') return [];
      const { since, at: end, edges, visible } = evidence.observation;
      const turns = edges.filter(({ edge }) => edge === 'visible' || edge === 'hidden');
      let now = turns[0] === undefined ? visible : turns[0].edge === 'hidden';
      let from = since;
      const spans: Span[] = [];
      for (const { at: when, edge } of turns) {
        if (now) spans.push({ from, to: when });
        from = when;
        now = edge === 'visible';
      }
      if (now) spans.push({ from, to: end });
      return spans;
    }),
  );
}

describe('whatever the evidence', () => {
  it('counts no moment twice', () => {
    fc.assert(
      fc.property(anything, (arrivals) => {
        const intervals = record(arrivals);
        expect(overlap(intervals.filter(({ place }) => place !== 'background'))).toBe(0);
        expect(overlap(intervals.filter(({ place }) => place === 'background'))).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('counts nothing on the screen that no frame called visible', () => {
    fc.assert(
      fc.property(anything, (arrivals) => {
        const screen = record(arrivals).filter(({ place }) => place !== 'background');
        expect(difference(union(screen), everVisible(arrivals))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('adds the clocks up to the time in front and keeps input ≤ working ≤ in front, for every θ', () => {
    fc.assert(
      fc.property(anything, (arrivals) => {
        for (const interval of record(arrivals)) {
          let before = 0;
          for (const theta of [15_000, 30_000, 60_000, 300_000]) {
            const one = clocks(interval, theta);
            const length = interval.to - interval.from;
            const front = interval.place === 'front' ? length : 0;
            expect(one.frontMs).toBe(front);
            expect(
              one.workingMs + one.idleMs + (interval.place === 'front' ? one.playingMs : 0),
            ).toBe(front);
            expect(one.inputMs).toBeLessThanOrEqual(one.workingMs);
            expect(one.waitingMs).toBeLessThanOrEqual(one.frontMs);
            expect(one.workingMs, 'a longer θ never makes less of it').toBeGreaterThanOrEqual(
              before,
            );
            if (interval.place === 'beside') expect(one.playingMs + one.besideMs).toBe(length);
            before = one.workingMs;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every stretch inside its interval and every interval longer than nothing', () => {
    fc.assert(
      fc.property(anything, (arrivals) => {
        for (const { from, to, pauses, playing, waiting, inputMs } of record(arrivals)) {
          expect(to).toBeGreaterThan(from);
          expect(inputMs).toBeLessThanOrEqual(to - from);
          for (const list of [pauses, playing, waiting]) {
            let end = 0;
            for (const { offsetMs, lengthMs } of list) {
              expect(offsetMs).toBeGreaterThanOrEqual(end);
              expect(lengthMs).toBeGreaterThan(0);
              end = offsetMs + lengthMs;
            }
            expect(end).toBeLessThanOrEqual(to - from);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts nothing while the screen is locked', () => {
    fc.assert(
      fc.property(anything, moment, fc.integer({ min: 1, max: 200 }), (arrivals, from, length) => {
        const quiet = arrivals.filter(
          ({ evidence }) => evidence.kind !== 'system' && evidence.kind !== 'session-start',
        );
        const locked = [
          ...quiet,
          heard(from, { kind: 'system', state: 'locked' }),
          heard(from + length, { kind: 'system', state: 'active' }),
        ].sort((a, b) => a.now - b.now);
        for (const interval of record(locked)) {
          const inside =
            Math.min(interval.to, at(from + length)) - Math.max(interval.from, at(from));
          expect(inside).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 6000, seed: Number(process.env.SEED) },
    );
  });

  it('gives the same intervals in whatever order several frames and windows are heard', () => {
    const shape = (arrivals: readonly Arrival[]) =>
      record(arrivals).map(({ id: _, visit: __, ...rest }) => rest);
    fc.assert(
      fc.property(
        anything,
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 13 }),
        (arrivals, delays) => {
          // The browser's own word comes in its order; the last word of all ends the count.
          const last = heard(END + 700, { kind: 'tab-active', windowId: 9 });
          const late = arrivals.map(({ now, evidence }, index) => {
            if (evidence.kind !== 'frame') return { now, evidence };
            const latest = evidence.observation.since + TOLERANCE_MS - 10_000;
            const delay = (delays[index % delays.length] ?? 0) * 1_000;
            return { now: Math.max(now, Math.min(now + delay, latest)), evidence };
          });
          const sorted = [...late].sort((a, b) => a.now - b.now);
          expect(shape([...sorted, last])).toEqual(shape([...arrivals, last]));
        },
      ),
      { numRuns: 6000, seed: Number(process.env.SEED) },
    );
  });

  it('counts anything at all in most cases', () => {
    const counted = fc
      .sample(anything, { numRuns: 100, seed: 1 })
      .filter((arrivals) => record(arrivals).length > 0);
    expect(counted.length).toBeGreaterThan(60);
  });

  it('keeps no more wall-clock time than has passed', () => {
    fc.assert(
      fc.property(anything, (arrivals) => {
        const end = Math.max(...arrivals.map(({ now }) => now));
        for (const { from, to } of record(arrivals)) {
          expect(from).toBeGreaterThanOrEqual(START);
          expect(to).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 100 },
    );
  });
});
