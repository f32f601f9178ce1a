import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../utils/domain/time-constants';
import {
  isWeekKey,
  nextWeek,
  previousWeek,
  shiftWeek,
  weekAt,
  weekKeyOfDay,
  weekOfKey,
} from '../../../utils/domain/week';
import { dayKeyAt, hoursOfDay, startOfDay } from '../../../utils/domain/zone';

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

describe('week', () => {
  it('runs from Monday 00:00 to Sunday 24:00 in the zone', () => {
    const week = weekAt(Date.parse('2026-11-18T12:00:00+08:00'), SHANGHAI);
    expect(week.key).toBe('2026-W47');
    expect(week.from).toBe(Date.parse('2026-11-16T00:00:00+08:00'));
    expect(week.to).toBe(Date.parse('2026-11-23T00:00:00+08:00'));
    expect(week.days.map(({ day }) => day)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
  });

  it('puts the last millisecond of Sunday and the first of Monday into different weeks', () => {
    const monday = Date.parse('2026-11-23T00:00:00+08:00');
    expect(weekAt(monday - 1, SHANGHAI).key).toBe('2026-W47');
    expect(weekAt(monday, SHANGHAI).key).toBe('2026-W48');
  });

  it('is another week in another zone at the same moment', () => {
    const sundayEveningInNewYork = Date.parse('2026-11-22T20:00:00-05:00');
    expect(weekAt(sundayEveningInNewYork, 'America/New_York').key).toBe('2026-W47');
    expect(weekAt(sundayEveningInNewYork, SHANGHAI).key).toBe('2026-W48');
  });

  it('gives the days around New Year to the year of their Thursday', () => {
    expect(weekKeyOfDay('2026-12-31')).toBe('2026-W53');
    expect(weekKeyOfDay('2027-01-01')).toBe('2026-W53');
    expect(weekKeyOfDay('2027-01-04')).toBe('2027-W01');
    expect(weekKeyOfDay('2024-12-30')).toBe('2025-W01');
    expect(nextWeek('2026-W53')).toBe('2027-W01');
    expect(previousWeek('2025-W01')).toBe('2024-W52');
  });

  it('refuses keys of weeks that do not exist', () => {
    expect(isWeekKey('2026-W53')).toBe(true);
    for (const text of ['2025-W53', '2026-W00', '2026-W54', '2026-47', '2026-W4', 'W47', '']) {
      expect(isWeekKey(text)).toBe(false);
      expect(() => weekOfKey(text, SHANGHAI)).toThrow(RangeError);
    }
  });

  it('has a day of 23 hours in spring and one of 25 in autumn where the clocks change', () => {
    const length = (key: string, zone: string) =>
      weekOfKey(key, zone).days.map(({ from, to }) => (to - from) / HOUR_MS);
    expect(length('2026-W13', 'Europe/Berlin')).toEqual([24, 24, 24, 24, 24, 24, 23]);
    expect(length('2026-W43', 'Europe/Berlin')).toEqual([24, 24, 24, 24, 24, 24, 25]);
    expect(length('2026-W43', SHANGHAI)).toEqual([24, 24, 24, 24, 24, 24, 24]);
  });

  it('starts a day at the first moment that exists where the clocks skip midnight', () => {
    // Brazil moved from 00:00 to 01:00 on 2018-11-04.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(
      Date.parse('2018-11-04T01:00:00-02:00'),
    );
  });

  it('leaves a day empty that the zone skipped', () => {
    // Samoa went from 2011-12-29 to 2011-12-31.
    const zone = 'Pacific/Apia';
    expect(startOfDay('2011-12-30', zone)).toBe(startOfDay('2011-12-31', zone));
    expect(hoursOfDay('2011-12-30', zone)).toEqual([]);
  });

  it('names every week as date-fns does', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const day = dayKeyAt(at, 'UTC');
        const date = new Date(`${day}T12:00:00`);
        const expected = `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
        expect(weekKeyOfDay(day)).toBe(expected);
      }),
    );
  });

  it('covers every moment with exactly one day of exactly one week, in any zone', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (at, zone) => {
        const week = weekAt(at, zone);
        expect(week.days.filter(({ from, to }) => from <= at && at < to)).toHaveLength(1);
        expect(weekAt(week.from, zone).key).toBe(week.key);
        expect(weekAt(week.to, zone).key).toBe(nextWeek(week.key));
        expect(weekOfKey(week.key, zone)).toEqual(week);
        expect(weekOfKey(nextWeek(week.key), zone).from).toBe(week.to);
      }),
      { numRuns: 300 },
    );
  });

  it('counts weeks back and forth alike', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -200, max: 200 }), (at, weeks) => {
        const { key } = weekAt(at, SHANGHAI);
        expect(shiftWeek(shiftWeek(key, weeks), -weeks)).toBe(key);
      }),
    );
  });
});
