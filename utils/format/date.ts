import { type Language, localeOf } from '../i18n/message';

/** A calendar day in a zone. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The local day of a moment in a zone, `yyyy-mm-dd`. */
export function dayKey(at: number, zone: string): string {
  const { year, month, day } = dayIn(at, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `11 月 16 日`, `16 November`. Takes epoch ms in a zone. */
export function formatDay(at: number, zone: string, language: Language): string {
  return writeDay(dayIn(at, zone), language);
}

/** `2026 年 11 月 16 日`, `16 November 2026`. */
export function formatFullDay(at: number, zone: string, language: Language): string {
  const day = dayIn(at, zone);
  return language === 'zh_CN'
    ? `${day.year} 年 ${writeDay(day, language)}`
    : `${writeDay(day, language)} ${day.year}`;
}

/** A day key `yyyy-mm-dd` in words; the year only where it is another than `yearOf`. */
export function formatDayKey(key: string, language: Language, yearOf?: string): string {
  const [year = 0, month = 1, day = 1] = key.split('-').map(Number);
  const words = writeDay({ year, month, day }, language);
  if (yearOf?.startsWith(String(year))) return words;
  return language === 'zh_CN' ? `${year} 年 ${words}` : `${words} ${year}`;
}

/** `11 月 16 日 09:12`, `16 November, 09:12`. */
export function formatMoment(at: number, zone: string, language: Language): string {
  const day = formatDay(at, zone, language);
  return language === 'zh_CN'
    ? `${day} ${formatClock(at, zone)}`
    : `${day}, ${formatClock(at, zone)}`;
}

/** `09:12` in a zone, 24 hours. */
export function formatClock(at: number, zone: string): string {
  return formatter(`clock ${zone}`, 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/**
 * The days of a week without its number: `2026 年 11 月 16 日—22 日`, `16–22 November 2026`.
 *
 * @param from first millisecond of the week
 * @param to first millisecond after it
 */
export function formatWeekDays(from: number, to: number, zone: string, language: Language): string {
  const first = dayIn(from, zone);
  const last = dayIn(to - 1, zone);
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  if (language === 'zh_CN') {
    const end = sameMonth ? `${last.day} 日` : writeDay(last, language);
    return `${first.year} 年 ${writeDay(first, language)}—${sameYear ? '' : `${last.year} 年 `}${end}`;
  }
  if (sameMonth) return `${first.day}–${last.day} ${monthName(last)} ${last.year}`;
  const start = `${writeDay(first, language)}${sameYear ? '' : ` ${first.year}`}`;
  return `${start} – ${writeDay(last, language)} ${last.year}`;
}

/** The number in an ISO week key: 47 of `2026-W47`. */
export function weekNumber(week: string): number {
  return Number(week.slice(-2));
}

/** `2026 年第 47 周`, `week 47 of 2026`. */
function formatWeekKey(week: string, language: Language): string {
  const year = week.slice(0, 4);
  return language === 'zh_CN'
    ? `${year} 年第 ${weekNumber(week)} 周`
    : `week ${weekNumber(week)} of ${year}`;
}

/** Weeks in a row by their first and last: `2026 年第 44 周至 2026 年第 47 周（4 周）`. */
export function formatWeekKeys(weeks: readonly string[], language: Language): string {
  const [first = '', last = ''] = [weeks[0], weeks.at(-1)].map(
    (week) => week && formatWeekKey(week, language),
  );
  if (weeks.length < 2) return first;
  return language === 'zh_CN'
    ? `${first}至 ${last}（${weeks.length} 周）`
    : `${first} to ${last} (${weeks.length} weeks)`;
}

/** `周一` … `周日`, `Mon` … `Sun`; 0 is Monday. */
export function formatWeekday(day: number, language: Language): string {
  // 2024-01-01 was a Monday.
  const date = Date.UTC(2024, 0, 1 + day);
  return formatter(`weekday ${language}`, localeOf(language), {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date);
}

function writeDay({ month, day, year }: Day, language: Language): string {
  return language === 'zh_CN'
    ? `${month} 月 ${day} 日`
    : `${day} ${monthName({ year, month, day })}`;
}

function monthName({ year, month }: Day): string {
  return formatter('month', 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
}

function dayIn(at: number, zone: string): Day {
  const [year = 0, month = 1, day = 1] = formatter(`day ${zone}`, 'en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  })
    .format(at)
    .split('-')
    .map(Number);
  return { year, month, day };
}

// Making an Intl formatter takes about a hundred times as long as using one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  name: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = formatters.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(name, made);
  return made;
}
