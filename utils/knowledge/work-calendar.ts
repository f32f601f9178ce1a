/**
 * The work calendar of the State Council: statutory holidays with the days given for them, and the
 * weekend days worked in exchange (调休).
 *
 * A year is here only where its notice was read; every other year is unknown, never guessed. Sources,
 * each 《国务院办公厅关于…年部分节假日安排的通知》:
 * - 2024: 国办发明电〔2023〕7号, 25 October 2023
 * - 2025: 国办发明电〔2024〕12号, 12 November 2024
 * - 2026: 国办发明电〔2025〕7号, 4 November 2025
 */

import type { DayKind, DayKindLookup } from '../domain/day-kind';

/** A day as the calendar has it; `swapped-workday` is a weekend day that is worked. */
export type CalendarDay = 'workday' | 'weekend' | 'holiday' | 'swapped-workday' | 'unknown';

interface CalendarYear {
  /** Document number of the notice. */
  readonly notice: string;
  /** First and last day of each holiday, `mm-dd`, weekends within it included. */
  readonly holidays: readonly (readonly [string, string])[];
  /** Saturdays and Sundays that are worked, `mm-dd`. */
  readonly worked: readonly string[];
}

const YEARS: ReadonlyMap<number, CalendarYear> = new Map([
  [
    2024,
    {
      notice: '国办发明电〔2023〕7号',
      holidays: [
        ['01-01', '01-01'],
        ['02-10', '02-17'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-10', '06-10'],
        ['09-15', '09-17'],
        ['10-01', '10-07'],
      ],
      worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    },
  ],
  [
    2025,
    {
      notice: '国办发明电〔2024〕12号',
      holidays: [
        ['01-01', '01-01'],
        ['01-28', '02-04'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['05-31', '06-02'],
        ['10-01', '10-08'],
      ],
      worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    },
  ],
  [
    2026,
    {
      notice: '国办发明电〔2025〕7号',
      holidays: [
        ['01-01', '01-03'],
        ['02-15', '02-23'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-19', '06-21'],
        ['09-25', '09-27'],
        ['10-01', '10-07'],
      ],
      worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
  ],
]);

/** The years whose calendar is known, oldest first. */
export const CALENDAR_YEARS: readonly number[] = [...YEARS.keys()];

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * What the calendar makes of a local day `yyyy-mm-dd`. `unknown` in a year that is not shipped, and
 * for what is no day.
 */
export function dayKind(day: string): CalendarDay {
  const parts = DAY.exec(day);
  if (parts === null) return 'unknown';
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, date);
  // February 30th and month 13 would roll over into another day.
  if (new Date(time).toISOString().slice(0, 10) !== day) return 'unknown';
  const calendar = YEARS.get(year);
  if (calendar === undefined) return 'unknown';
  const key = day.slice(5);
  if (calendar.worked.includes(key)) return 'swapped-workday';
  if (calendar.holidays.some(([from, to]) => key >= from && key <= to)) return 'holiday';
  const weekday = new Date(time).getUTCDay();
  return weekday === 0 || weekday === 6 ? 'weekend' : 'workday';
}

const KINDS: Readonly<Record<CalendarDay, DayKind | undefined>> = {
  workday: 'workday',
  'swapped-workday': 'workday',
  weekend: 'restday',
  holiday: 'holiday',
  unknown: undefined,
};

/** The same in the words of the measures. */
export const dayKindLookup: DayKindLookup = (day) => KINDS[dayKind(day)];

/** The document number of the notice that a year's calendar comes from; undefined where unknown. */
export function calendarNotice(year: number): string | undefined {
  return YEARS.get(year)?.notice;
}
