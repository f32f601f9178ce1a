/**
 * A value as it is compared: the same content typed in another style comes to the same text.
 *
 * Values are read in memory on the way to their digest and stand nowhere else. What holds too little
 * to tell two people apart is not comparable at all: options, yes and no, gender, small whole numbers,
 * dates near today, texts under four characters except names in fields that ask for a name.
 */

import { DAY_MS } from '../domain/time-constants';
import type { DetectedShape, ValueShape } from './value-shape';

export interface ValueQuery {
  /** Shape that the data item asks for; `text` where the item is unknown. */
  readonly shape: ValueShape;
  /** How much a value of the data item tells; `medium` where the item is unknown. */
  readonly entropy: 'high' | 'medium' | 'low';
  /** The moment of the submission, epoch ms: a date near it is no content. */
  readonly at: number;
  /** Unit printed beside the field, where the value itself names none. */
  readonly unit?: string;
}

export type ComparedValue =
  | {
      readonly comparable: true;
      readonly canonical: string;
      readonly entropy: 'high' | 'medium' | 'low';
    }
  | { readonly comparable: false; readonly reason: IncomparableReason };

export type IncomparableReason = 'empty' | 'option' | 'short' | 'small-number' | 'near-today';

/** Dates this near to the submission are when it was done, not what it is about. */
const NEAR_TODAY_MS = 31 * DAY_MS;
/** Whole numbers below this are counts that many households share. */
const SMALL_NUMBER = 1_000;
const SHORTEST_TEXT = 4;
const LONG_TEXT = 12;

const OPTIONS = new Set([
  ...['是', '否', '有', '无', '男', '女', '对', '错', '好', '差', '正常', '异常', '合格', '不合格'],
  ...['同意', '不同意', '已完成', '未完成', '其他', '其它', '未知', '不详', '暂无', '没有', '良好'],
  ...[
    'true',
    'false',
    'yes',
    'no',
    'n/a',
    'null',
    'undefined',
    '-',
    '--',
    '/',
    '\\',
    '无。',
    '无.',
  ],
]);

/** Brings a value into the form in which it is compared. Never throws. */
export function normaliseValue(value: string, query: ValueQuery): ComparedValue {
  const plain = value.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (plain === '') return no('empty');
  const detected = detectShape(plain);
  if (detected === 'idcard18') return yes(`id:${idNumber18(compact(plain))}`, 'high');
  if (OPTIONS.has(plain.toLowerCase())) return no('option');
  switch (query.shape) {
    case 'phone':
      if (phoneDigits(plain) !== undefined) return yes(`phone:${phoneDigits(plain)}`, 'high');
      return asText(plain, query);
    case 'uscc18':
    case 'plate':
    case 'code':
    case 'idcard18': {
      const code = compact(plain).toUpperCase();
      return code.length < SHORTEST_TEXT ? no('short') : yes(`code:${code}`, query.entropy);
    }
    case 'bankcard': {
      const digits = compact(plain);
      return /^\d{12,19}$/.test(digits) ? yes(`bank:${digits}`, 'high') : asText(plain, query);
    }
    case 'email':
      return yes(`mail:${compact(plain).toLowerCase()}`, 'high');
    case 'zhname': {
      const name = compact(plain).replace(/[·•・‧.]/g, '·');
      return [...name].length < 2 ? no('short') : yes(`name:${name}`, 'medium');
    }
    case 'date':
    case 'period':
    case 'year':
      return asDate(plain, query);
    case 'money':
    case 'area':
    case 'number':
    case 'int':
      return asNumber(plain, query);
    case 'bool':
    case 'enum':
      return [...compact(plain)].length < SHORTEST_TEXT
        ? no('option')
        : yes(`text:${words(plain)}`, 'low');
    case 'region':
      return [...compact(plain)].length < 2 ? no('short') : yes(`region:${region(plain)}`, 'low');
    case 'geo':
      return asNumber(plain, query);
    case 'file':
      return no('option');
    default:
      return asText(plain, query);
  }
}

/** The shape that a value shows by itself, whatever was asked for. */
export function detectShape(value: string): DetectedShape {
  const plain = value.normalize('NFKC').replace(INVISIBLE, '').trim();
  const tight = compact(plain);
  if (tight === '') return 'empty';
  if (isIdNumber(tight)) return 'idcard18';
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(tight.replace(/-/g, ''))) return 'phone';
  if (/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(tight)) return 'email';
  if (/^[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}$/i.test(tight)) return 'plate';
  if (/^[0-9A-HJ-NPQRTUWXY]{18}$/i.test(tight) && /[A-Z]/i.test(tight)) return 'uscc18';
  if (/^\d{16,19}$/.test(tight) && passesLuhn(tight)) return 'bankcard';
  if (dateParts(plain)?.day !== undefined) return 'date';
  if (dateParts(plain)?.month !== undefined) return 'period';
  if (numberOf(plain) !== undefined) return 'number';
  if (/(省|市|区|县|镇|乡|街道|村|社区|路|号|组|栋|室)/.test(tight) && [...tight].length >= 6) {
    return 'address';
  }
  if (/^\p{Script=Han}{2,4}$/u.test(tight) || /^\p{Script=Han}+·\p{Script=Han}+$/u.test(tight)) {
    return 'zhname';
  }
  return [...tight].length >= LONG_TEXT ? 'longtext' : 'text';
}

// Zero-width marks and byte-order marks come along with pasted text.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

function yes(canonical: string, entropy: 'high' | 'medium' | 'low'): ComparedValue {
  return { comparable: true, canonical, entropy };
}

function no(reason: IncomparableReason): ComparedValue {
  return { comparable: false, reason };
}

function compact(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Words without white space and punctuation, so that a comma more makes no other text. */
function words(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');
}

function asText(plain: string, { entropy, shape }: ValueQuery): ComparedValue {
  const text = shape === 'address' ? address(plain) : words(plain);
  const { length } = [...text];
  const phone = phoneDigits(plain);
  if (phone !== undefined && /^1/.test(phone)) return yes(`phone:${phone}`, 'high');
  if (/^\d+$/.test(text) && length < SHORTEST_TEXT) return no('small-number');
  if (length < SHORTEST_TEXT) return no('short');
  const long = length >= LONG_TEXT;
  // A short text in a field of a telling item still tells little: 修路 is no full address.
  const tells = long
    ? entropy === 'low'
      ? 'medium'
      : 'high'
    : entropy === 'high'
      ? 'medium'
      : entropy;
  return yes(`text:${text}`, tells);
}

/** Administrative prefixes stay: the same street stands in many towns. */
function address(plain: string): string {
  return words(plain).replace(/门牌号|住址|地址/g, '');
}

function region(plain: string): string {
  const parts = plain.split(/[/、,，>\-\s]+/).filter((part) => part !== '');
  // A cascade shows the whole way or its last step only.
  return words(parts.at(-1) ?? plain);
}

function idNumber18(tight: string): string {
  const upper = tight.toUpperCase();
  if (upper.length === 18) return upper;
  const body = `${upper.slice(0, 6)}19${upper.slice(6)}`;
  return body + idCheckDigit(body);
}

/** GB 11643: 18 characters with a check digit by ISO 7064 MOD 11-2, or the old 15 digits. */
function isIdNumber(tight: string): boolean {
  const upper = tight.toUpperCase();
  if (/^\d{15}$/.test(upper)) return isMonthDay(upper.slice(8, 12));
  if (!/^\d{17}[\dX]$/.test(upper)) return false;
  return isMonthDay(upper.slice(10, 14)) && idCheckDigit(upper.slice(0, 17)) === upper[17];
}

function isMonthDay(text: string): boolean {
  const month = Number(text.slice(0, 2));
  const day = Number(text.slice(2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function idCheckDigit(seventeen: string): string {
  let sum = 0;
  for (const [index, digit] of [...seventeen].entries())
    sum += Number(digit) * (2 ** (17 - index) % 11);
  return '10X98765432'[sum % 11] ?? '';
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A mobile number without country code and marks, or a landline with its area code. */
function phoneDigits(plain: string): string | undefined {
  const digits = plain.replace(/[\s\-()]/g, '').replace(/^\+?0{0,2}86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  return /^(?:0\d{2,3})?[2-9]\d{6,7}$/.test(digits) ? digits : undefined;
}

interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DATE_STYLES = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.年](\d{1,2})月?(?:份)?$/,
  /^(\d{4})年?$/,
];

function dateParts(plain: string): DateParts | undefined {
  const text = plain.replace(/\s*([-/.年月日])\s*/g, '$1').trim();
  for (const style of DATE_STYLES) {
    const found = style.exec(text);
    if (found === null) continue;
    const [year, month, day] = found.slice(1).map(Number);
    if (year === undefined || year < 1900 || year > 2100) continue;
    if (month !== undefined && (month < 1 || month > 12)) continue;
    if (day !== undefined && (day < 1 || day > 31)) continue;
    return {
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
    };
  }
  return undefined;
}

function asDate(plain: string, query: ValueQuery): ComparedValue {
  const parts = dateParts(plain);
  if (parts === undefined) return asText(plain, query);
  const { year, month, day } = parts;
  const pad = (part: number) => String(part).padStart(2, '0');
  const canonical = [
    year,
    ...(month === undefined ? [] : [pad(month)]),
    ...(day === undefined ? [] : [pad(day)]),
  ];
  const time = Date.UTC(year, (month ?? 7) - 1, day ?? 15);
  if (month === undefined || Math.abs(query.at - time) <= NEAR_TODAY_MS) return no('near-today');
  return yes(`date:${canonical.join('-')}`, day === undefined ? 'low' : query.entropy);
}

/** Factors to the unit in which a quantity is compared: 元, 平方米, 公里, 公斤, or the bare number. */
const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^亿元$/, '元', 100_000_000],
  [/^万元$/, '元', 10_000],
  [/^(?:元|圆|块|人民币)$/, '元', 1],
  [/^(?:平方米|平米|㎡|m2|m²)$/i, '㎡', 1],
  [/^亩$/, '㎡', 2_000 / 3],
  [/^(?:公顷|hm2|ha)$/i, '㎡', 10_000],
  [/^千公顷$/, '㎡', 10_000_000],
  [/^(?:平方公里|km2|km²)$/i, '㎡', 1_000_000],
  [/^(?:公里|千米|km)$/i, 'm', 1_000],
  [/^(?:米|m)$/i, 'm', 1],
  [/^(?:吨|t)$/i, 'kg', 1_000],
  [/^(?:公斤|千克|kg)$/i, 'kg', 1],
  [/^斤$/, 'kg', 0.5],
];

interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

function numberOf(plain: string): Quantity | undefined {
  const found =
    /^[¥￥]?\s*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*([^\d\s]{0,6})$/.exec(
      plain,
    );
  if (found === null) return undefined;
  const amount = Number((found[1] ?? '').replaceAll(',', ''));
  return Number.isFinite(amount) ? { amount, unit: found[2] ?? '' } : undefined;
}

function asNumber(plain: string, query: ValueQuery): ComparedValue {
  const quantity = numberOf(plain);
  if (quantity === undefined) return asText(plain, query);
  const named = quantity.unit === '' ? (query.unit ?? '') : quantity.unit;
  const unit = UNITS.find(([words]) => words.test(named.normalize('NFKC')));
  const amount = quantity.amount * (unit?.[2] ?? 1);
  // Six significant digits: 3.5 亩 and 2333.33 平方米 are one area.
  const canonical = `${unit?.[1] ?? ''}:${Number(amount.toPrecision(6))}`;
  const { amount: typed } = quantity;
  const telling = !Number.isInteger(typed) || Math.abs(typed) >= SMALL_NUMBER;
  if (!telling) return no('small-number');
  const round = Number.isInteger(typed) && typed % 100 === 0;
  return yes(
    `number:${canonical}`,
    round ? 'low' : query.entropy === 'high' ? 'medium' : query.entropy,
  );
}
