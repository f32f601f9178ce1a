import { describe, expect, it } from 'vitest';
import {
  CALENDAR_YEARS,
  calendarNotice,
  dayKind,
  dayKindLookup,
} from '../../../utils/knowledge/work-calendar';

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}

describe('work calendar', () => {
  it('knows holidays, weekends worked in exchange, ordinary days and weekends', () => {
    expect(dayKind('2026-02-17')).toBe('holiday');
    expect(dayKind('2026-02-14')).toBe('swapped-workday');
    expect(dayKind('2026-02-28')).toBe('swapped-workday');
    expect(dayKind('2026-11-23')).toBe('workday');
    expect(dayKind('2026-11-22')).toBe('weekend');
    expect(dayKind('2025-10-08')).toBe('holiday');
    expect(dayKind('2025-10-11')).toBe('swapped-workday');
    expect(dayKind('2024-06-10')).toBe('holiday');
    expect(dayKind('2024-06-08')).toBe('weekend');
    expect(dayKind('2024-02-09')).toBe('workday');
  });

  it('says that a year it does not have is unknown', () => {
    expect(dayKind('2023-10-01')).toBe('unknown');
    expect(dayKind('2027-01-01')).toBe('unknown');
    expect(dayKindLookup('2027-01-01')).toBeUndefined();
    expect(calendarNotice(2027)).toBeUndefined();
  });

  it('refuses what is no day', () => {
    for (const day of ['2026-02-30', '2026-13-01', '20260101', '', 'constructor', '2026-1-1']) {
      expect(dayKind(day), day).toBe('unknown');
    }
  });

  it('works on weekends only where it says so, and every holiday is whole', () => {
    for (const year of CALENDAR_YEARS) {
      for (const day of daysOf(year)) {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        const atWeekend = weekday === 0 || weekday === 6;
        if (dayKind(day) === 'swapped-workday') expect(atWeekend, day).toBe(true);
        if (dayKind(day) === 'workday') expect(atWeekend, day).toBe(false);
      }
    }
  });

  it('has as many workdays as the notices leave', () => {
    const workdays = (year: number) =>
      daysOf(year).filter((day) => dayKindLookup(day) === 'workday').length;
    // 2024: 366 − 115 free days; 2025: 365 − 117; 2026: 365 − 117 (weekends, holidays, exchanges).
    expect(workdays(2024)).toBe(251);
    expect(workdays(2025)).toBe(248);
    expect(workdays(2026)).toBe(248);
  });
});
