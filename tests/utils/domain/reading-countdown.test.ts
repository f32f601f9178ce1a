import { describe, expect, it } from 'vitest';
import { type Countdown, countOn, forcedSeconds } from '../../../utils/domain/reading-countdown';

function counted(...numbers: readonly number[]): Countdown {
  const countdown = numbers.reduce<Countdown | undefined>(countOn, undefined);
  if (countdown === undefined) throw new Error('no number');
  return countdown;
}

describe('forced seconds', () => {
  it('are those that were waited, all of them where the countdown ran out', () => {
    expect(forcedSeconds(counted(10, 9, 8, 7), false)).toBe(3);
    expect(forcedSeconds(counted(10, 9, 8, 1), true)).toBe(10);
  });

  it('are none of a number that stands or rises', () => {
    expect(forcedSeconds(counted(10, 10, 10), true)).toBe(0);
    expect(forcedSeconds(counted(3, 4, 5), true)).toBe(0);
    expect(forcedSeconds(counted(10, 9), true)).toBe(0);
  });

  it('are none of what runs for longer than anybody is made to read', () => {
    expect(forcedSeconds(counted(5_400, 5_399, 5_398), false)).toBe(0);
  });
});
