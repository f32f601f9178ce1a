import { describe, expect, it } from 'vitest';
import { areValid, minutesOf } from '../../../entrypoints/options/work-hours';

const span = (start: number, end: number) => ({ start: start * 60, end: end * 60 });

describe('working hours', () => {
  it('are read from a time field', () => {
    expect(minutesOf('08:30')).toBe(510);
    expect(minutesOf('00:00:00')).toBe(0);
    expect(minutesOf('')).toBeUndefined();
  });

  it('end after they start', () => {
    expect(areValid([span(8, 12), span(14, 18)])).toBe(true);
    expect(areValid([span(12, 8)])).toBe(false);
    expect(areValid([span(8, 8)])).toBe(false);
  });

  it('do not overlap, but may follow without a break', () => {
    expect(areValid([span(8, 15), span(14, 18)])).toBe(false);
    expect(areValid([span(8, 14), span(14, 18)])).toBe(true);
  });
});
