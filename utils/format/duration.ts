import { HOUR_MS, MINUTE_MS } from '../domain/time-constants';
import type { Language } from '../i18n/message';

/**
 * A length of time in hours and minutes, never in decimals of hours: `3 小时 12 分`, `3 h 12 min`.
 * Rounded to the minute; what is more than nothing but rounds to none is `不足 1 分`.
 *
 * @param ms milliseconds, ≥ 0
 */
export function formatDuration(ms: number, language: Language): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor((minutes * MINUTE_MS) / HOUR_MS);
  const rest = minutes % 60;
  if (minutes === 0) return ms > 0 ? WORDS[language].less : WORDS[language].none;
  if (hours === 0) return WORDS[language].minutes(String(rest));
  if (rest === 0) return WORDS[language].hours(String(hours));
  return WORDS[language].both(String(hours), String(rest).padStart(2, '0'));
}

/** Lower and upper bound, `2 小时 50 分—3 小时 31 分`; one value where both read the same. */
export function formatDurationRange(low: number, high: number, language: Language): string {
  const from = formatDuration(low, language);
  const to = formatDuration(high, language);
  return from === to ? from : language === 'zh_CN' ? `${from}—${to}` : `${from} – ${to}`;
}

/** A length that is an estimate: `约 3 小时 12 分`; `不足 1 分` says so by itself. */
export function formatEstimate(ms: number, language: Language): string {
  const shown = formatDuration(ms, language);
  return Math.round(ms / MINUTE_MS) === 0 ? shown : WORDS[language].about(shown);
}

/** A time of day given in minutes from midnight: `08:30`; 1 440 is `24:00`. */
export function formatTimeOfDay(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const WORDS = {
  zh_CN: {
    about: (length: string) => `约 ${length}`,
    none: '0 分',
    less: '不足 1 分',
    minutes: (minutes: string) => `${minutes} 分`,
    hours: (hours: string) => `${hours} 小时`,
    both: (hours: string, minutes: string) => `${hours} 小时 ${minutes} 分`,
  },
  en: {
    about: (length: string) => `about ${length}`,
    none: '0 min',
    less: 'under 1 min',
    minutes: (minutes: string) => `${minutes} min`,
    hours: (hours: string) => `${hours} h`,
    both: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
  },
} as const;
