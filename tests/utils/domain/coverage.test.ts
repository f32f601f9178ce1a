import { describe, expect, it } from 'vitest';
import { addCoverage, coverageOf, coverageWithin } from '../../../utils/domain/coverage';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { foldEvidence } from '../../../utils/domain/presence-fold';
import { emptyPresence } from '../../../utils/domain/presence-state';
import type { CoverageDay } from '../../../utils/domain/records';
import { heard, SYSTEM, span, told } from './presence-evidence-builder';

const ZONE = 'Asia/Shanghai';
/** The recording starts at 10:00: block 120 of the day. */
const TEN = 120;

function daysOf(arrivals: readonly Arrival[]): CoverageDay[] {
  const days = new Map<string, CoverageDay>();
  let state = emptyPresence();
  for (const arrival of arrivals) {
    const folded = foldEvidence(state, arrival, { zone: ZONE, newId: () => '1' });
    state = folded.state;
    for (const day of coverageWithin(folded.open, folded.timeline, ZONE)) {
      days.set(day.day, addCoverage(days.get(day.day), day));
    }
  }
  return [...days.values()];
}

describe('coverage', () => {
  it('is the share of active blocks in which recording was possible', () => {
    const day = (active: number[], recorded: number[]) => ({ day: '2026-11-23', active, recorded });
    expect(coverageOf([day([1, 2, 3, 4], [1, 2, 3])])).toBe(0.75);
    expect(coverageOf([day([1, 2], [1]), day([7, 8], [7, 8])])).toBe(0.75);
    expect(coverageOf([day([1, 1, 2], [2, 2, 9])]), 'blocks count once').toBe(0.5);
  });

  it('is unknown, not zero, where nothing tells', () => {
    expect(coverageOf([])).toBeUndefined();
    expect(coverageOf([{ day: '2026-11-23', active: [], recorded: [] }])).toBeUndefined();
  });

  it('counts a block in which a portal was worked on', () => {
    const arrivals = [
      told(0, 60, { inputs: [span(0, 60)] }),
      told(400, 420, { inputs: [span(400, 420)] }),
    ];
    expect(daysOf(arrivals)).toEqual([
      { day: '2026-11-23', active: [TEN, TEN + 1], recorded: [TEN, TEN + 1] },
    ]);
  });

  it('counts a block of work elsewhere in this browser, and that it could not be recorded', () => {
    const arrivals = [
      ...SYSTEM,
      heard(0, { kind: 'window-focus', windowId: 1 }),
      heard(0, { kind: 'recording', possible: false }),
      heard(290, { kind: 'tab-active', windowId: 1 }),
      heard(310, { kind: 'recording', possible: true }),
      heard(590, { kind: 'tab-active', windowId: 1 }),
    ];
    expect(daysOf(arrivals)).toEqual([
      { day: '2026-11-23', active: [TEN, TEN + 1], recorded: [TEN + 1] },
    ]);
  });

  it('counts no block of another program, nor one of a quiet system', () => {
    const elsewhere = [
      ...SYSTEM,
      heard(0, { kind: 'window-focus' }),
      heard(300, { kind: 'tab-active', windowId: 1 }),
    ];
    expect(daysOf(elsewhere)).toEqual([]);
    const quiet = [
      heard(-1, { kind: 'system', state: 'idle' }),
      heard(0, { kind: 'window-focus', windowId: 1 }),
      heard(300, { kind: 'tab-active', windowId: 1 }),
    ];
    expect(daysOf(quiet)).toEqual([]);
  });

  it('assumes nothing for longer than ten minutes after the last sign', () => {
    const arrivals = [
      ...SYSTEM,
      heard(0, { kind: 'window-focus', windowId: 1 }),
      heard(3_600, { kind: 'tab-active', windowId: 1 }),
    ];
    expect(daysOf(arrivals)[0]?.active).toEqual([TEN, TEN + 1]);
  });

  it('splits the blocks at local midnight', () => {
    const midnight = 14 * 3_600;
    const arrivals = [
      told(midnight - 20, midnight + 20, { inputs: [span(midnight - 20, midnight + 20)] }),
    ];
    expect(daysOf(arrivals)).toEqual([
      { day: '2026-11-23', active: [287], recorded: [287] },
      { day: '2026-11-24', active: [0], recorded: [0] },
    ]);
  });

  it('is left as it is where nothing new is known', () => {
    const day = { day: '2026-11-23', active: [1, 2], recorded: [1] };
    expect(addCoverage(day, { ...day, active: [2] })).toBe(day);
    expect(addCoverage(day, { ...day, recorded: [2] }).recorded).toEqual([1, 2]);
  });
});
