import { type Language, localeOf } from '../i18n/message';

/** A count with the digit groups of the language. */
export function formatCount(count: number, language: Language): string {
  return count.toLocaleString(localeOf(language), { maximumFractionDigits: 0 });
}

/**
 * A share as whole percent, `38%`. A share that is not whole never reads 0 % or 100 %.
 *
 * @param share 0…1
 */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** A number with one decimal, `3.4`. */
export function formatDecimal(value: number, language: Language): string {
  return value.toLocaleString(localeOf(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
