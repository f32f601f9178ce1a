import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../utils/domain/time-constants';
import {
  addDays,
  dayKeyAt,
  daysBetween,
  hourAt,
  hoursOfDay,
  minuteOfDayAt,
  offsetAt,
  startOfDay,
} from '../../../utils/domain/zone';

const SHANGHAI = 'Asia/Shanghai';
const ZONES = [
  SHANGHAI,
  'Asia/Urumqi',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const moments = fc.integer({
  min: Date.UTC(1990, 0, 1),
  max: Date.UTC(2060, 0, 1),
});

describe('zone', () => {
  it('knows offsets of half and quarter hours', () => {
    const at = Date.UTC(2026, 6, 1);
    expect(offsetAt(at, 'Asia/Kathmandu')).toBe(5.75 * HOUR_MS);
    expect(offsetAt(at, 'Australia/Lord_Howe')).toBe(10.5 * HOUR_MS);
    expect(offsetAt(at, SHANGHAI)).toBe(8 * HOUR_MS);
  });

  it('says that a zone is unknown', () => {
    expect(() => offsetAt(0, 'Asia/Nowhere')).toThrow(RangeError);
  });

  it('splits a day into its hours without gap or overlap, also when the clocks change', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (at, zone) => {
        const day = dayKeyAt(at, zone);
        const hours = hoursOfDay(day, zone);
        expect(hours[0]?.from).toBe(startOfDay(day, zone));
        expect(hours.at(-1)?.to).toBe(startOfDay(addDays(day, 1), zone));
        for (const [index, hour] of hours.entries()) {
          expect(hour.to).toBeGreaterThan(hour.from);
          if (index > 0) expect(hour.from).toBe(hours[index - 1]?.to);
        }
        const total = hours.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(Math.abs(total - DAY_MS)).toBeLessThanOrEqual(HOUR_MS);
      }),
      { numRuns: 300 },
    );
  });

  it('shows one hour twice on the day of 25 hours and skips one on the day of 23', () => {
    const shown = (day: string) => hoursOfDay(day, 'Europe/Berlin').map(({ hour }) => hour);
    expect(shown('2026-10-25').filter((hour) => hour === 2)).toHaveLength(2);
    expect(shown('2026-03-29')).not.toContain(2);
  });

  it('tells the day, hour and minute that the local clock shows', () => {
    const at = Date.parse('2026-11-15T16:30:00Z');
    expect(dayKeyAt(at, SHANGHAI)).toBe('2026-11-16');
    expect(hourAt(at, SHANGHAI)).toBe(0);
    expect(minuteOfDayAt(at, SHANGHAI)).toBe(30);
    expect(dayKeyAt(at, 'UTC')).toBe('2026-11-15');
  });

  it('counts days over months, leap days and New Year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-11-16', '2026-11-23')).toBe(7);
    expect(daysBetween('2026-11-23', '2026-11-16')).toBe(-7);
  });

  it('knows before 1970 too', () => {
    expect(dayKeyAt(Date.parse('1969-12-31T23:00:00Z'), SHANGHAI)).toBe('1970-01-01');
  });
});
