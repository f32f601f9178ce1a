import { describe, expect, it } from 'vitest';
import {
  backgroundMs,
  clocks,
  NO_TIME,
  sumClocks,
  workingStretches,
} from '../../../utils/domain/clocks';
import type { Interval } from '../../../utils/domain/records';

const START = Date.UTC(2026, 10, 23, 2, 0, 0);

function interval(seconds: number, rest: Partial<Interval> = {}): Interval {
  return {
    id: '0'.repeat(24),
    platform: 'p',
    place: 'front',
    from: START,
    to: START + seconds * 1_000,
    pauses: [],
    playing: [],
    waiting: [],
    inputMs: 0,
    certainty: 'confirmed',
    pageClass: 'other',
    visit: '0'.repeat(24),
    ...rest,
  };
}

const stretch = (from: number, length: number) => ({
  offsetMs: from * 1_000,
  lengthMs: length * 1_000,
});

describe('the clocks of an interval', () => {
  it('take away a pause longer than θ as a whole and keep one up to θ', () => {
    const one = interval(300, { pauses: [stretch(10, 60), stretch(100, 61)] });
    expect(clocks(one, 60_000)).toMatchObject({ workingMs: 239_000, idleMs: 61_000 });
    expect(clocks(one, 30_000)).toMatchObject({ workingMs: 179_000, idleMs: 121_000 });
    expect(clocks(one, 300_000)).toMatchObject({ workingMs: 300_000, idleMs: 0 });
  });

  it('compare the whole pause where only a part of it lies in the interval', () => {
    const one = interval(100, { pauses: [{ ...stretch(90, 10), wholeMs: 70_000 }] });
    expect(clocks(one, 60_000)).toMatchObject({ workingMs: 90_000, idleMs: 10_000 });
  });

  it('let media play only where nobody works', () => {
    const one = interval(300, {
      pauses: [stretch(100, 150)],
      playing: [stretch(50, 150), stretch(240, 60)],
    });
    expect(clocks(one, 60_000)).toMatchObject({
      workingMs: 150_000,
      playingMs: 110_000,
      idleMs: 40_000,
      frontMs: 300_000,
    });
  });

  it('give no input beyond the working time, and waiting as a part of the time in front', () => {
    const one = interval(60, { inputMs: 90_000, waiting: [stretch(50, 30)] });
    expect(clocks(one, 60_000)).toMatchObject({ inputMs: 60_000, waitingMs: 10_000 });
  });

  it('count a portal beside another program as beside, less the media that play in it', () => {
    const one = interval(100, { place: 'beside', playing: [stretch(0, 40)] });
    expect(clocks(one, 60_000)).toEqual({ ...NO_TIME, playingMs: 40_000, besideMs: 60_000 });
  });

  it('run not at all for media in the background, which is told apart', () => {
    const one = interval(100, { place: 'background', playing: [stretch(0, 40)] });
    expect(clocks(one, 60_000)).toEqual(NO_TIME);
    expect(backgroundMs(one)).toBe(40_000);
    expect(backgroundMs(interval(100, { playing: [stretch(0, 40)] }))).toBe(0);
  });

  it('add up one by one', () => {
    const a = clocks(interval(100), 60_000);
    const b = clocks(interval(50, { pauses: [stretch(0, 50)] }), 30_000);
    expect(sumClocks([a, b])).toMatchObject({
      workingMs: 100_000,
      idleMs: 50_000,
      frontMs: 150_000,
    });
    expect(sumClocks([])).toEqual(NO_TIME);
  });

  it('tell where the working time lies, as long as they count', () => {
    const one = interval(300, { pauses: [stretch(0, 61), stretch(200, 100)] });
    expect(workingStretches(one, 60_000)).toEqual([{ from: START + 61_000, to: START + 200_000 }]);
    expect(workingStretches(interval(10, { place: 'beside' }), 60_000)).toEqual([]);
  });
});
