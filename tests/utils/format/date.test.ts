import { describe, expect, it } from 'vitest';
import {
  dayKey,
  formatClock,
  formatDay,
  formatDayKey,
  formatFullDay,
  formatMoment,
  formatWeekDays,
  formatWeekday,
  formatWeekKeys,
  weekNumber,
} from '../../../utils/format/date';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('a date', () => {
  it('is written in the words of the language, in the zone of the weeks', () => {
    const lateEvening = at('2026-11-16T23:30:00');
    expect(formatDay(lateEvening, SHANGHAI, 'zh_CN')).toBe('11 月 16 日');
    expect(formatDay(lateEvening, 'Asia/Tokyo', 'zh_CN')).toBe('11 月 17 日');
    expect(formatFullDay(lateEvening, SHANGHAI, 'en')).toBe('16 November 2026');
    expect(formatMoment(lateEvening, SHANGHAI, 'zh_CN')).toBe('11 月 16 日 23:30');
    expect(formatClock(at('2026-11-16T00:05:00'), SHANGHAI)).toBe('00:05');
  });

  it('is the local day as a key', () => {
    expect(dayKey(at('2026-03-01T00:00:00'), SHANGHAI)).toBe('2026-03-01');
    expect(dayKey(at('2026-03-01T00:00:00'), 'UTC')).toBe('2026-02-28');
  });

  it('names the year only where it is another one', () => {
    expect(formatDayKey('2026-07-03', 'zh_CN', '2026-W47')).toBe('7 月 3 日');
    expect(formatDayKey('2025-07-03', 'zh_CN', '2026-W47')).toBe('2025 年 7 月 3 日');
    expect(formatDayKey('2025-07-03', 'en', '2026-W47')).toBe('3 July 2025');
  });
});

describe('the days of a week', () => {
  const week = (from: string, to: string, language: 'zh_CN' | 'en') =>
    formatWeekDays(at(`${from}T00:00:00`), at(`${to}T00:00:00`), SHANGHAI, language);

  it('name the month once', () => {
    expect(week('2026-11-16', '2026-11-23', 'zh_CN')).toBe('2026 年 11 月 16 日—22 日');
    expect(week('2026-11-16', '2026-11-23', 'en')).toBe('16–22 November 2026');
  });

  it('name both months where the week crosses into the next', () => {
    expect(week('2026-11-30', '2026-12-07', 'zh_CN')).toBe('2026 年 11 月 30 日—12 月 6 日');
    expect(week('2026-11-30', '2026-12-07', 'en')).toBe('30 November – 6 December 2026');
  });

  it('name both years at the turn of the year', () => {
    expect(week('2026-12-28', '2027-01-04', 'zh_CN')).toBe('2026 年 12 月 28 日—2027 年 1 月 3 日');
    expect(week('2026-12-28', '2027-01-04', 'en')).toBe('28 December 2026 – 3 January 2027');
  });
});

it('names the days of the week from Monday', () => {
  expect([0, 6].map((day) => formatWeekday(day, 'zh_CN'))).toEqual(['周一', '周日']);
  expect([0, 6].map((day) => formatWeekday(day, 'en'))).toEqual(['Mon', 'Sun']);
});

it('reads the number out of a week key', () => {
  expect(weekNumber('2026-W05')).toBe(5);
});

it('says weeks in a row by their first and last, never by their keys', () => {
  const weeks = ['2026-W52', '2026-W53', '2027-W01'];
  expect(formatWeekKeys(weeks, 'zh_CN')).toBe('2026 年第 52 周至 2027 年第 1 周（3 周）');
  expect(formatWeekKeys(weeks, 'en')).toBe('week 52 of 2026 to week 1 of 2027 (3 weeks)');
  expect(formatWeekKeys(['2026-W05'], 'zh_CN')).toBe('2026 年第 5 周');
});
