import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocks, sumClocks } from '../../../utils/domain/clocks';
import type { Interval, Pause, Stretch } from '../../../utils/domain/records';
import { SECOND_MS } from '../../../utils/domain/time-constants';
import { shedIdle } from '../../../utils/storage/shed-idle';

const THETA = 60 * SECOND_MS;

function interval(change: Partial<Interval> = {}): Interval {
  return {
    id: '0123456789abcdef01234567',
    platform: 'p',
    place: 'front',
    from: 1_000_000,
    to: 1_000_000 + 600 * SECOND_MS,
    pauses: [],
    playing: [],
    waiting: [],
    inputMs: 60 * SECOND_MS,
    certainty: 'confirmed',
    pageClass: 'form',
    visit: 'v',
    ...change,
  };
}

function seconds(offset: number, length: number, whole?: number): Pause {
  return {
    offsetMs: offset * SECOND_MS,
    lengthMs: length * SECOND_MS,
    ...(whole === undefined ? {} : { wholeMs: whole * SECOND_MS }),
  };
}

describe('shedIdle', () => {
  it('leaves an interval without long pauses as it is', () => {
    const one = interval({ pauses: [seconds(10, 60), seconds(200, 20)] });
    expect(shedIdle(one, THETA)).toEqual([one]);
    expect(shedIdle(one, THETA)[0]).toBe(one);
  });

  it('cuts a long pause out and keeps what was worked on either side', () => {
    const pieces = shedIdle(
      interval({ pauses: [seconds(20, 30), seconds(100, 200), seconds(500, 40)] }),
      THETA,
    );
    expect(pieces.map(({ from, to }) => [from - 1_000_000, to - 1_000_000])).toEqual([
      [0, 100_000],
      [300_000, 600_000],
    ]);
    expect(pieces.map(({ pauses }) => pauses)).toEqual([[seconds(20, 30)], [seconds(200, 40)]]);
    expect(pieces.map(({ id }) => id).at(0)).toBe('0123456789abcdef01234567');
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(2);
  });

  it('leaves nothing of an interval that was idle from end to end', () => {
    expect(shedIdle(interval({ pauses: [seconds(0, 600)] }), THETA)).toEqual([]);
  });

  it('keeps play in a long pause, and keeps it from being taken for work', () => {
    const one = interval({
      pauses: [seconds(0, 600)],
      playing: [seconds(100, 40), seconds(300, 200)],
    });
    const pieces = shedIdle(one, THETA);
    expect(pieces.map(({ from, to }) => (to - from) / SECOND_MS)).toEqual([40, 200]);
    expect(pieces.map(({ pauses }) => pauses)).toEqual([
      [seconds(0, 40, 600)],
      [seconds(0, 200, 600)],
    ]);
    const sum = sumClocks(pieces.map((piece) => clocks(piece, THETA)));
    expect(sum).toMatchObject({ workingMs: 0, idleMs: 0, playingMs: 240 * SECOND_MS });
  });

  it('compares the whole of a pause that was cut at midnight', () => {
    expect(shedIdle(interval({ to: 1_030_000, pauses: [seconds(0, 30, 90)] }), THETA)).toEqual([]);
  });

  it('leaves other places alone', () => {
    const beside = interval({ place: 'beside', pauses: [seconds(0, 500)] });
    expect(shedIdle(beside, THETA)).toEqual([beside]);
  });

  it('changes no clock but the idle one, and can be done again', () => {
    const stretches = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 15, max: 200 })), {
        maxLength: 6,
      })
      .map((pairs) => disjoint(pairs));
    fc.assert(
      fc.property(
        stretches,
        stretches,
        fc.integer({ min: 0, max: 600 }),
        (pauses, playing, input) => {
          const before = interval({ pauses, playing, inputMs: input * SECOND_MS });
          const was = clocks(before, THETA);
          const pieces = shedIdle(before, THETA);
          const is = sumClocks(pieces.map((piece) => clocks(piece, THETA)));
          expect(is.workingMs).toBe(was.workingMs);
          expect(is.playingMs).toBe(was.playingMs);
          // What is left of idle time are the short gaps between two stretches of play.
          expect(is.idleMs).toBeLessThanOrEqual(Math.min(was.idleMs, playing.length * 15_000));
          const inputOf = (all: readonly Interval[]) =>
            all.reduce((sum, { inputMs }) => sum + inputMs, 0);
          expect(inputOf(pieces)).toBeLessThanOrEqual(before.inputMs);
          for (const piece of pieces) {
            expect(piece.to).toBeGreaterThan(piece.from);
            expect(piece.inputMs).toBeLessThanOrEqual(piece.to - piece.from);
            expect(shedIdle(piece, THETA)).toEqual([piece]);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** Stretches one after the other within ten minutes, from gaps and lengths in seconds. */
function disjoint(pairs: readonly (readonly [number, number])[]): Stretch[] {
  let at = 0;
  const all: Stretch[] = [];
  for (const [gap, length] of pairs) {
    const from = at + gap;
    const end = Math.min(600, from + length);
    if (end - from < 15) break;
    all.push({ offsetMs: from * SECOND_MS, lengthMs: (end - from) * SECOND_MS });
    at = end + 1;
  }
  return all;
}
