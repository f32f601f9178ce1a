/** Dates as they are typed: 2024年3月5日, 2024-3-5, 2024.03.05, 20240305, 二〇二四年三月五日, with or without a time. */

export interface DateParts {
  readonly year: number;
  /** 1…12; absent where only the year was said. */
  readonly month?: number;
  /** 1…31; absent where only year and month were said. */
  readonly day?: number;
}

const TIME = '(?:[T\\s]*(?:[上下中]午|凌晨|晚上?)?(?:\\d{1,2}[:时点]\\d{0,2}.*)?)?';
const STYLES = [
  new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?号?(?:星期.|周.)?${TIME}$`, 'u'),
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.年](\d{1,2})月?份?$/u,
  /^(\d{4})年?$/u,
];
const DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value]));

/** The parts of a typed date; undefined for everything else, also for days that do not exist. */
export function chineseDate(text: string): DateParts | undefined {
  const plain = fromNumerals(
    text
      .normalize('NFKC')
      .trim()
      .replace(/\s*([-/.年月日])\s*/gu, '$1')
      .replace('年元月', '年1月'),
  );
  for (const style of STYLES) {
    const found = style.exec(plain);
    if (found === null) continue;
    const [year = 0, month, day] = found.slice(1).map(Number);
    if (year < 1900 || year > 2100) continue;
    if (month === undefined) return { year };
    if (month < 1 || month > 12) continue;
    if (day === undefined) return { year, month };
    if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) continue;
    return { year, month, day };
  }
  return undefined;
}

/** 二〇二四年十二月三十一日 → 2024年12月31日. */
function fromNumerals(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/u.test(text) || !/年/u.test(text)) return text;
  return text
    .replace(/[零○]/gu, '〇')
    .replace(/^[〇一二三四五六七八九]{4}(?=年)/u, (year) =>
      [...year].map((digit) => DIGITS.get(digit) ?? '').join(''),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/gu, (number) => String(smallNumber(number)));
}

/** 十二 → 12, up to 99. */
export function smallNumber(numeral: string): number {
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return DIGITS.get(tens) ?? 0;
  return (tens === '' ? 1 : (DIGITS.get(tens) ?? 0)) * 10 + (DIGITS.get(ones) ?? 0);
}
