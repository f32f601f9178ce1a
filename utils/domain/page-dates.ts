/**
 * Update dates of a page, read from its short texts.
 *
 * An update date stands by itself, behind a label that says so (发布时间：), or at the beginning or end
 * of a list row. A date in running text is content. A date in a footer, clock, deadline or archive is
 * not an update date; footer, clock and archive are told by the page's structure, the rest here by
 * the words around the date. A date later than today is a deadline or an event.
 */

/** A calendar day, `yyyy-mm-dd`. Two of them compare as strings. */
export type Day = string;

export interface FoundDate {
  readonly day: Day;
  /** `month`: only year and month were printed; the day is then the last of that month. */
  readonly precision: 'day' | 'month';
  /** `yearless`: the year was not printed and is taken so that the day is the latest past one. */
  readonly how: 'absolute' | 'yearless' | 'relative';
  /** Where it stands in the normalised text. */
  readonly start: number;
  readonly end: number;
}

const CHINESE_DIGITS = new Map(
  Array.from('〇一二三四五六七八九', (digit, value) => [digit, value]),
);

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toDay(year: number, month: number, day: number): Day | undefined {
  if (year < 1995 || year > 2099 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lastOfMonth(year, month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** `today` moved by a number of days. */
export function dayPlus(today: Day, days: number): Day {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** The local day of an epoch time, in the zone of the page's own clock. */
export function localDay(at: number): Day {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** NFKC, one kind of zero, dash and blank, so that one pattern fits every way of writing. */
export function normaliseDateText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[○Ｏ零]/g, '〇')
    .replace(/[‐-―−﹣－ー]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 二〇二五 → 2025, 十一 → 11, 二十三 → 23. */
function chineseNumber(text: string): number {
  if (!text.includes('十')) {
    return Number(Array.from(text, (digit) => CHINESE_DIGITS.get(digit) ?? '').join(''));
  }
  const [tens = '', units = ''] = text.split('十');
  const unit = units === '' ? 0 : (CHINESE_DIGITS.get(units) ?? Number.NaN);
  return (tens === '' ? 1 : (CHINESE_DIGITS.get(tens) ?? Number.NaN)) * 10 + unit;
}

interface Pattern {
  readonly expression: RegExp;
  /** The found day, or undefined where the digits are no date. */
  read(groups: readonly string[], today: Day): Reading | undefined;
}

type Reading = Omit<FoundDate, 'start' | 'end'>;

function absolute(year: number, month: number, day: number): Reading | undefined {
  const found = toDay(year, month, day);
  return found === undefined ? undefined : { day: found, precision: 'day', how: 'absolute' };
}

function wholeMonth(year: number, month: number): Reading | undefined {
  const found = toDay(year, month, lastOfMonth(year, month));
  return found === undefined ? undefined : { day: found, precision: 'month', how: 'absolute' };
}

function yearless(monthOfYear: number, day: number, today: Day): Reading | undefined {
  const year = Number(today.slice(0, 4));
  // One day of grace: a server's clock may be a little ahead of this one.
  const latest = dayPlus(today, 1);
  for (const candidate of [year, year - 1, year - 2, year - 3, year - 4]) {
    const found = toDay(candidate, monthOfYear, day);
    if (found !== undefined && found <= latest) {
      return { day: found, precision: 'day', how: 'yearless' };
    }
  }
  return undefined;
}

function relative(day: Day): Reading {
  return { day, precision: 'day', how: 'relative' };
}

function twoDigitYear(text: string): number {
  return 2000 + Number(text);
}

/** In the order of trust: an earlier pattern takes the characters from a later one. */
const PATTERNS: readonly Pattern[] = [
  {
    expression:
      /(?<![\d.])((?:19|20)\d{2})\s?(?:年|[-/.])\s?(0?[1-9]|1[0-2])\s?(?:月|[-/.])\s?(0?[1-9]|[12]\d|3[01])(?![\d]|[.]\d|号楼)(?:\s?[日号])?/g,
    read: ([year, monthOfYear, day]) => absolute(Number(year), Number(monthOfYear), Number(day)),
  },
  {
    expression:
      /([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g,
    read: ([year = '', monthOfYear = '', day = '']) =>
      absolute(chineseNumber(year), chineseNumber(monthOfYear), chineseNumber(day)),
  },
  {
    expression: /(?<![\w-])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w-])/g,
    read: ([year, monthOfYear, day]) => absolute(Number(year), Number(monthOfYear), Number(day)),
  },
  {
    expression: /(?<!\d)((?:19|20)\d{2})\s?年\s?(0?[1-9]|1[0-2])\s?月(?:份)?(?!\s?\d)/g,
    read: ([year, monthOfYear]) => wholeMonth(Number(year), Number(monthOfYear)),
  },
  {
    expression: /(?<![\d./-])((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?![\d]|[-/.]\d)/g,
    read: ([year, monthOfYear]) => wholeMonth(Number(year), Number(monthOfYear)),
  },
  {
    expression:
      /(?<![\d./-])(\d{2})[-/.](0[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01])(?![\d]|[-/.]\d)/g,
    read: ([year = '', monthOfYear, day]) =>
      absolute(twoDigitYear(year), Number(monthOfYear), Number(day)),
  },
  {
    expression: /(?<!\d|年\s?)(0?[1-9]|1[0-2])\s?月\s?(0?[1-9]|[12]\d|3[01])\s?[日号]/g,
    read: ([monthOfYear, day], today) => yearless(Number(monthOfYear), Number(day), today),
  },
  {
    expression:
      /(?<![\d./-]|\d:)(0[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01])(?![\d:]|[-/.]\d|\s?[%元万户人亩])/g,
    read: ([monthOfYear, day], today) => yearless(Number(monthOfYear), Number(day), today),
  },
  {
    expression: /(?<!\d)(\d{1,3})\s?个?(秒钟?|分钟?|小时|天|日|周|星期|月|年)(?:以)?前/g,
    read: ([amount, unit = ''], today) => {
      const count = Number(amount);
      if (/秒|分|小时/.test(unit))
        return relative(dayPlus(today, unit === '小时' ? -Math.floor(count / 24) : 0));
      if (/周|星期/.test(unit)) return relative(dayPlus(today, -7 * count));
      if (unit === '月') return relative(dayPlus(today, -30 * count));
      if (unit === '年') return relative(dayPlus(today, -365 * count));
      return relative(dayPlus(today, -count));
    },
  },
  {
    expression: /(?<![\u4e00-\u9fff])(刚刚|今天|今日|昨天|昨日|前天)(?![\u4e00-\u9fff])/g,
    read: ([word = ''], today) =>
      relative(dayPlus(today, /昨/.test(word) ? -1 : /前天/.test(word) ? -2 : 0)),
  },
];

/** What every date holds somewhere, written in whichever way: asked of all texts of a page. */
const TRACE_OF_DATE =
  /(?:19|20)\d\d|[０-９]|\d\s*[-‐-―−﹣－ー./．／年月]\s*\d|\d.*前|年.{1,4}月|刚刚|今天|今日|昨天|昨日|前天/s;

/**
 * Whether a text may tell a date: false for most texts of a page, at the price of one look, and never
 * for one that {@link updateDate} would find a date in.
 */
export function mayTellDate(text: string): boolean {
  return TRACE_OF_DATE.test(text);
}

/** Whether a text may be the day or the month alone of a card that prints them apart. */
export function mayBePartOfDate(text: string): boolean {
  return /^[\s\d０-９年月日号/.\-－]+$/.test(text);
}

/**
 * All dates in a text, in the order in which they stand.
 *
 * @param text Already through {@link normaliseDateText}.
 * @param today The local day that yearless and relative dates refer to.
 */
export function findDates(text: string, today: Day): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern.expression)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const reading = pattern.read(match.slice(1), today);
      if (reading) found.push({ ...reading, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Labels of update dates, directly before the date. */
const UPDATE_LABEL =
  /(更新时间|更新日期|更新于|最后更新|最近更新|最后修改|修改时间|数据更新|数据截至|统计截至|信息截至|发布时间|发布日期|发布于|发表时间|发表于|发文日期|发文时间|成文日期|生成日期|公开日期|公开时间|公布时间|公布日期|信息时间|来源时间|录入时间|上报时间|审核时间|印发日期|创建时间|提交时间|添加时间|写信时间|来信时间|回复时间|办结时间|答复时间|发稿时间|入库时间|时间|日期|发布|更新)\s?[:：]?\s?[[(（【]?\s?$/;

/** Words around a date that make it something else than an update. */
const OTHER_MEANING =
  /截止|截至(?!.{0,2}$)|有效期|期限|时限|要求|限办|到期|失效|废止|施行|实施日期|生效|出生|生于|生日|入党|参加工作|任职|成立于|建站|创建于|始建|开通时间|上线时间|注册日期|版权|copyright|©|备案|icp|许可证|办公时间|服务时间|工作时间|开放时间|上班时间|受理时间|接待时间|会议时间|活动时间|考试时间|报名时间|培训时间|开课|开学|开标|投标|开始时间|结束时间|起止|计划完成|要求完成|应于|须于|请于|务必于|电话|传真|邮编|今天是|今日是|现在是|现在时间|当前时间|系统时间|北京时间|服务器时间|登录时间|上次登录|最近登录|农历|版本|version|倒计时|有效至|公示期|公示时间|征集时间|征求意见时间/i;

/** Directly behind a date: it is a deadline, a beginning or part of a sentence. */
const DEADLINE_AFTER =
  /^\s?(前|之前|以前|止|为止|截止|起(?!草)|至|到|开始|结束|施行|实施|生效|届满|失效|下班|[上下]午|晚上?)/;

const RANGE_BETWEEN = /^\s?(?:至|到|—|--?|~|～|–)\s?$/;

const WEEKDAY = /^\s?[,，(（]?\s?(星期|周)[一二三四五六日天]/;

/** Longest text of a list row or label that may hold an update date; more is running text. */
const LONGEST_ROW = 140;

export interface DateSurroundings {
  readonly today: Day;
  /** The text is a row of a list or table, so that a title may stand beside the date. */
  readonly inRow: boolean;
}

/**
 * The update date that a short text tells, or undefined where it tells none.
 *
 * @param text One text node, table cell, list row or label with what follows it.
 */
export function updateDate(text: string, surroundings: DateSurroundings): Day | undefined {
  const { today, inRow } = surroundings;
  if (text.length > LONGEST_ROW * 2) return undefined;
  const plain = normaliseDateText(text);
  if (plain.length > LONGEST_ROW || !/[\d〇一二三四五六七八九今昨前刚]/.test(plain))
    return undefined;
  const dates = findDates(plain, today);
  let newest: Day | undefined;
  for (const [index, date] of dates.entries()) {
    const before = plain.slice(0, date.start);
    const after = plain.slice(date.end);
    if (date.day > dayPlus(today, 1)) {
      // A month that is not over is printed as a whole: 2025年11月 on the 23rd is no deadline.
      if (date.precision !== 'month' || date.day.slice(0, 7) !== today.slice(0, 7)) continue;
    }
    const day = earlier(date.day, today);
    const next = dates[index + 1];
    const previous = dates[index - 1];
    if (next && RANGE_BETWEEN.test(plain.slice(date.end, next.start))) continue;
    if (previous && RANGE_BETWEEN.test(plain.slice(previous.end, date.start))) continue;
    const nearBefore = before.slice(-14);
    const labelled = UPDATE_LABEL.test(nearBefore);
    if (!isUpdate(date, { before, after, nearBefore, labelled, inRow, today })) continue;
    if (newest === undefined || day > newest) newest = day;
  }
  return newest;
}

function isUpdate(
  date: FoundDate,
  around: {
    readonly before: string;
    readonly after: string;
    readonly nearBefore: string;
    readonly labelled: boolean;
    readonly inRow: boolean;
    readonly today: Day;
  },
): boolean {
  const { before, after, nearBefore, labelled, inRow, today } = around;
  if (DEADLINE_AFTER.test(after)) return false;
  if (OTHER_MEANING.test(nearBefore) || /^\s?(截止|到期|失效|版权|copyright|©)/i.test(after)) {
    return false;
  }
  if (labelled) return true;
  // 2025年11月23日 星期日 is the clock in a page's head.
  if (WEEKDAY.test(after)) return false;
  const restBefore = before.replace(/[\s[\](){}（）【】|·•:：,，>›»-]/g, '');
  const restAfter = after
    .replace(/^\s?T?\d{1,2}[:：]\d{2}([:：]\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?/, '')
    .replace(/[\s[\](){}（）【】|·•:：,，>›»-]/g, '');
  if (restBefore === '' && restAfter === '') {
    if (inRow) return true;
    // Outside a list 今天 is a button, 11月23日 or the present day a clock, 2025年11月 a calendar.
    return date.how === 'absolute' && date.precision === 'day' && date.day !== today;
  }
  if (!inRow || date.precision === 'month') return false;
  const atEnd = restAfter === '' && /(^|[\s[(（【|·:：])$/.test(before);
  const atStart = restBefore === '' && /^\s?[\])）】]|^\s|^\s?T?\d{1,2}[:：]\d{2}/.test(after);
  return atEnd || atStart;
}

const ADDRESS_PATTERNS: readonly RegExp[] = [
  /\/(?:20\d{2})(?:0[1-9]|1[0-2])\/t?(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])_/,
  /\/(20\d{2})\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\//,
  /\/(20\d{2})-(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])\//,
  /\/(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\//,
  /\/(20\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\//,
  /[/_t](20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[_/][0-9a-z]+\.s?html?$/,
];

/**
 * The date that a content system writes into an article's path, as `/202503/t20250305_81.html`.
 *
 * @param path The path of a link, in memory only; no query.
 */
export function dateFromAddress(path: string, today: Day): Day | undefined {
  for (const pattern of ADDRESS_PATTERNS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const day = toDay(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day !== undefined && day <= dayPlus(today, 1)) return earlier(day, today);
  }
  return undefined;
}

/**
 * The date of a card that prints day and month apart, as a large 05 above a small 2025-03.
 *
 * @param parts The card's texts in their order, two or three of them.
 */
export function joinSplitDate(parts: readonly string[], today: Day): Day | undefined {
  const plain = parts.map(normaliseDateText).filter((part) => part !== '');
  if (plain.length < 2 || plain.length > 3 || plain.some((part) => part.length > 10)) {
    return undefined;
  }
  const orders = [plain, [...plain].reverse()];
  for (const order of orders) {
    const joined = order
      .map((part) => part.replace(/[日号\s/.-]+$/, ''))
      .join('-')
      .replace(/[年月]-?/g, '-');
    const full = /^(20\d{2})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])$/.exec(joined);
    const day = full
      ? toDay(Number(full[1]), Number(full[2]), Number(full[3]))
      : yearlessCard(order, joined, today);
    if (day !== undefined && day <= dayPlus(today, 1)) return earlier(day, today);
  }
  return undefined;
}

/** 05 above 3月: only with the word month, since two bare numbers may be anything. */
function yearlessCard(order: readonly string[], joined: string, today: Day): Day | undefined {
  if (!order.some((part) => part.endsWith('月'))) return undefined;
  const match = /^(0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])$/.exec(joined);
  return match ? yearless(Number(match[1]), Number(match[2]), today)?.day : undefined;
}
