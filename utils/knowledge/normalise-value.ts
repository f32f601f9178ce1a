/**
 * A value as it is compared: the same content typed in another style comes to the same text.
 *
 * Values are read in memory on the way to their digest and stand nowhere else. Not comparable are
 * short options, yes and no, gender, small whole numbers, periods, dates near today, positions, masked
 * values, stock phrases (无异常, 已整改), and texts under four characters except names and places in
 * fields that ask for one. What is comparable carries how much it tells: high counts by itself,
 * medium only with another in one record, low only in a record that others have linked.
 */

import { DAY_MS } from '../domain/time-constants';
import { checkedIdNumber, isUnifiedCode, passesLuhn } from './check-digits';
import { chineseDate, type DateParts, smallNumber } from './chinese-date';
import { type Quantity, quantityOf } from './quantity';
import type { DetectedShape, ValueShape } from './value-shape';

type Entropy = 'high' | 'medium' | 'low';

export interface ValueQuery {
  /** Shape that the data item asks for; where the item is unknown, what {@link detectShape} shows. */
  readonly shape: ValueShape;
  /** How much a value of the data item tells; `medium` where the item is unknown. */
  readonly entropy: Entropy;
  /** The moment of the submission, epoch ms: a date near it is no content. */
  readonly at: number;
  /** Unit printed beside the field or usual for the item, where the value itself names none. */
  readonly unit?: string;
}

type IncomparableReason =
  | 'empty'
  | 'option'
  | 'stock-phrase'
  | 'masked'
  | 'short'
  | 'small-number'
  | 'period'
  | 'near-today'
  | 'position';

export type ComparedValue =
  | {
      readonly comparable: true;
      /** Normalising it again gives it again. */
      readonly canonical: string;
      readonly entropy: Entropy;
      readonly reason: 'compared';
    }
  | {
      readonly comparable: false;
      readonly canonical: string;
      readonly entropy: 'low';
      readonly reason: IncomparableReason;
    };

/** Dates this near to the submission are when it was done, not what it is about. */
const NEAR_TODAY_MS = 31 * DAY_MS;
/** Whole numbers below this are counts that many households share. */
const SMALL_NUMBER = 1_000;
/** Digits that make a number tell something: 12 680 does, 12 000 hardly. */
const TELLING_DIGITS = 5;
const FEW_DIGITS = 3;
const SIGHTS = 4;
const SHORTEST_TEXT = 4;
const SHORTEST_NAME = 2;
const LONG_TEXT = 12;
/** An address this long, with a number in it, is a full one. */
const FULL_ADDRESS = 8;
/** This many digits in a text are a number of something, as of a licence. */
const NUMBER_IN_TEXT = 6;

// Zero-width marks, byte-order marks and soft hyphens come along with pasted text.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const MASKED = /[*＊●•×xX]{3,}|\*{2}|^[\u4e00-\u9fff][*＊]+$/u;

const OPTIONS = new Set(
  '是 否 有 无 男 女 对 错 好 差 男性 女性 男生 女生 正常 异常 合格 不合格 达标 不达标 通过 不通过 同意 不同意 满意 不满意 基本满意 非常满意 全部 其他 其它 未知 不详 汉族 汉 群众 党员 中共党员 已婚 未婚 健康 良好 一般 较好 优秀 优 良 中 高 低 true false yes no y n on off null undefined'.split(
    ' ',
  ),
);
/** Phrases that stand in thousands of reports and say nothing of any one of them. */
const STOCK_PHRASE =
  /^(?:暂?无|没有|一切正常|未见异常|无异常|情况(?:正常|良好|稳定)|未发现(?:异常|问题|隐患|安全隐患|明显异常)?|未(?:发现|存在).{0,6}(?:隐患|问题|异常|情况)|无(?:隐患|问题|意见|建议|变化|特殊情况|其他情况|异常情况|安全隐患|困难|诉求|疾病|症状)|(?:均)?已?(?:完成|整改|处理|解决|办结|落实|学习|阅读|收到|知晓|上报|提交|现场整改|整改到位|整改完成|整改完毕|处理完毕|全部完成)(?:完毕|完成|到位)?|现场(?:已)?整改|立即整改|限期整改|按(?:要求|计划|规定|时)(?:完成|执行|落实|整改)?|同意(?:上报|申报|推荐|通过|办理)?|拟同意|情况属实|属实|同上|同前|见附件|详见附件|略|测试|收到|不清楚|不适用|不涉及|身体(?:健康|良好)|家庭和睦|正在办理|正在处理|加强巡查|继续(?:巡查|跟踪|关注|努力)|其他|其它|na|none|nil|ok|test|asdf|123456?)$/u;

/** Brings a value into the form in which it is compared. Never throws. */
export function normaliseValue(value: string, query: ValueQuery): ComparedValue {
  let result = normaliseOnce(value, query);
  // 1000· is text at first sight and a number at the second.
  for (let round = 0; round < SIGHTS && result.comparable; round++) {
    const again = normaliseOnce(result.canonical, query);
    if (again.comparable && again.canonical === result.canonical) break;
    result = again;
  }
  return result;
}

function normaliseOnce(value: string, query: ValueQuery): ComparedValue {
  const plain = value.normalize('NFKC').replace(INVISIBLE, '').trim();
  const tight = plain.replace(/\s+/gu, '');
  const said = wordsOf(plain);
  if (tight === '' || said === '') return incomparable('empty', tight);
  if (OPTIONS.has(said)) return incomparable('option', said);
  if (MASKED.test(tight)) return incomparable('masked', tight);
  const id = checkedIdNumber(tight);
  if (id !== undefined) return compared(id, 'high');
  switch (query.shape) {
    case 'bool':
    case 'file':
      return incomparable('option', said);
    case 'enum':
      return asOption(said);
    case 'geo':
      return incomparable('position', tight);
    case 'year':
    case 'period':
      return incomparable('period', tight);
    case 'date':
      return asDate(plain, query);
    case 'money':
    case 'area':
    case 'number':
    case 'int':
      return asNumber(plain, query);
    case 'phone':
      return asPhone(plain) ?? asPhone(mobilesIn(plain)) ?? asText(plain, query);
    case 'zhname':
      return asNames(plain);
    case 'region':
      return asRegion(plain, query);
    case 'code':
      return asCode(tight);
    case 'idcard18':
    case 'uscc18':
    case 'bankcard':
    case 'plate':
    case 'email':
      return asNumberOfSomething(tight, query);
    default:
      return asText(plain, query);
  }
}

/** The shape that a value shows by itself, whatever was asked for. */
export function detectShape(value: string): DetectedShape {
  const plain = value.normalize('NFKC').replace(INVISIBLE, '').trim();
  const tight = plain.replace(/\s+/gu, '');
  if (tight === '') return 'empty';
  if (checkedIdNumber(tight) !== undefined) return 'idcard18';
  if (mobileOf(tight) !== undefined) return 'phone';
  if (isUnifiedCode(tight)) return 'uscc18';
  if (EMAIL.test(tight)) return 'email';
  if (PLATE.test(plateOf(tight))) return 'plate';
  const digits = tight.replace(/-/g, '');
  if (/^\d{16,19}$/.test(digits) && passesLuhn(digits)) return 'bankcard';
  if (landlineOf(tight) !== undefined && /^\(?0/.test(tight)) return 'phone';
  const date = chineseDate(plain);
  if (date?.day !== undefined) return 'date';
  if (date?.month !== undefined || /^\d{4}年?第?[一二三四1-4]季度$/u.test(tight)) return 'period';
  if (quantityOf(plain) !== undefined) return 'number';
  if ([...tight].length >= 6 && countOf(tight, PLACE_WORDS) >= 2) return 'address';
  if (isPersonName(tight)) return 'zhname';
  return [...tight].length >= LONG_TEXT && /[\u4e00-\u9fff]/u.test(tight) ? 'longtext' : 'text';
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$/u;
const PLACE_WORDS =
  /省|市|区|县|旗|镇|乡|街道|村|社区|路|街|巷|弄|号|组|幢|栋|单元|室|小区|屯|队/gu;

/** The commonest family names: some nine in ten people bear one of them. */
const FAMILY_NAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const TWO_CHARACTER_FAMILY_NAMES =
  /^(?:欧阳|上官|皇甫|令狐|诸葛|司徒|司马|申屠|夏侯|尉迟|慕容|东方|端木|公孙)/u;

function isPersonName(tight: string): boolean {
  if (/^[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+$/u.test(dotted(tight))) return true;
  if (TWO_CHARACTER_FAMILY_NAMES.test(tight)) return /^[\u4e00-\u9fff]{3,4}$/u.test(tight);
  return /^[\u4e00-\u9fff]{2,3}$/u.test(tight) && FAMILY_NAMES.includes(tight.charAt(0));
}

function compared(canonical: string, entropy: Entropy): ComparedValue {
  return { comparable: true, canonical, entropy, reason: 'compared' };
}

function incomparable(reason: IncomparableReason, canonical: string): ComparedValue {
  return { comparable: false, canonical, entropy: 'low', reason };
}

/** Words without white space and punctuation, so that a comma more makes no other text; 12.5 is not 125. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, (marks, at: number) =>
      marks === '.' && /\d\.\d/.test(text.slice(at - 1, at + 2)) ? marks : '',
    );
}

function lengthOf(text: string): number {
  return [...text].length;
}

function countOf(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0;
}

/** One option of a few: a long one tells a little in a record that others have linked, no more. */
function asOption(said: string): ComparedValue {
  if (lengthOf(said) < SHORTEST_TEXT) return incomparable('option', said);
  return STOCK_PHRASE.test(said) ? incomparable('stock-phrase', said) : compared(said, 'low');
}

function asText(plain: string, { entropy, shape }: ValueQuery): ComparedValue {
  const phone = asPhone(plain);
  if (phone?.comparable === true && phone.entropy === 'high') return phone;
  const text = wordsOf(plain);
  if (STOCK_PHRASE.test(text)) return incomparable('stock-phrase', text);
  const length = lengthOf(text);
  if (/^[\d.]+$/.test(text) && Number(text) < SMALL_NUMBER)
    return incomparable('small-number', text);
  if (length < SHORTEST_TEXT) return incomparable('short', text);
  if (countOf(text, /\d/g) >= NUMBER_IN_TEXT && length <= 30) return compared(text, 'high');
  if (shape === 'address') {
    const full = length >= FULL_ADDRESS && /[\d一二三四五六七八九十]/u.test(text);
    return compared(placeOf(text), full || length >= LONG_TEXT ? 'high' : 'medium');
  }
  if (length >= LONG_TEXT) return compared(text, entropy === 'low' ? 'medium' : 'high');
  return compared(text, entropy === 'high' ? 'medium' : entropy);
}

/**
 * What stands before a village, a road or an estate: the divisions down to the town, at most five, none
 * longer than 自治州 with its peoples. Without these bounds a text of such signs would be tried for ever.
 */
const DIVISIONS =
  /^(?:\p{Script=Han}{1,11}?(?:省|自治区|市|自治州|盟|县|(?<![小社园片库])区|旗|镇|乡|街道)(?:办事处)?){1,5}(?=\p{Script=Han}{1,8}(?:村|社区|小区|路|街|巷|大道|居委会|花园|家园|屯).*\d)/u;

/**
 * An address as all write it: one form names the province, the next begins at the village. 三组 is 3组.
 */
function placeOf(text: string): string {
  const place = text.replace(
    /[〇零一二三四五六七八九十]{1,3}(?=(?:村民|居民)?(?:小?组|社|队|号|幢|栋|单元|室))/gu,
    (numeral) => String(smallNumber(numeral)),
  );
  const short = place.replace(DIVISIONS, '');
  return lengthOf(short) < SHORTEST_TEXT ? place : short;
}

/** Names in a field that asks for one; several are put in order. */
function asNames(plain: string): ComparedValue {
  const names = plain
    .replace(/[([][^)\]]*[)\]]/gu, '')
    .replace(/\s*([·•・‧∙⋅])\s*/gu, '$1')
    .split(/[、,，;；/|]|\s{2,}|\s(?=[\u4e00-\u9fff]{2,4}(?:\s|$))/u)
    .map((name) => dotted(name.replace(/\s+/gu, '')).toLowerCase())
    .filter((name) => name !== '');
  // 张 三 is one name: single characters on their own are none.
  const joined = names.some((name) => lengthOf(name) < SHORTEST_NAME) ? [names.join('')] : names;
  const canonical = [...new Set(joined)].sort().join('、');
  if (lengthOf(canonical) < SHORTEST_NAME) return incomparable('short', canonical);
  if (STOCK_PHRASE.test(canonical)) return incomparable('stock-phrase', canonical);
  return compared(canonical, joined.length >= 3 ? 'high' : 'medium');
}

/** One kind of dot between the parts of a name. */
function dotted(name: string): string {
  return name.replace(/[·•・‧∙⋅.．]/gu, '·').replace(/^·+|·+$/gu, '');
}

/** 青山县/东镇/红旗村 and 红旗村村委会 are the village. */
function asRegion(plain: string, { entropy }: ValueQuery): ComparedValue {
  const last =
    plain.split(/[/\\、,，>;；\-—\s]+/u).findLast((part) => wordsOf(part) !== '') ?? plain;
  const text = wordsOf(last)
    .replace(/(村|社区)(?:村民|民|居民|村|社区)?委(?:员)?会$/u, '$1')
    .replace(
      /^.*[\u4e00-\u9fff](?:省|市|县|区|旗|镇|乡|街道)(?=[\u4e00-\u9fff]{2,}(?:村|社区|居|组|屯|庄)$)/u,
      '',
    )
    .replace(/^(.{2,})行政村$/u, '$1村');
  if (lengthOf(text) < SHORTEST_NAME) return incomparable('short', text);
  if (/^\d+$/.test(text)) return asCode(text);
  return compared(text, entropy === 'high' ? 'medium' : entropy);
}

/** Division codes by GB/T 2260: 330102000000 and 330102 are one place. */
function asCode(tight: string): ComparedValue {
  const code = tight.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const division = /^[1-9]\d{5}(?:\d{3}){0,2}$/.test(code) ? code.replace(/(?:000)+$/, '') : code;
  const text = division.length < 6 ? code.slice(0, 6) : division;
  if (text.length < SHORTEST_TEXT) return incomparable('short', text);
  return compared(text, text.length > 6 ? 'medium' : 'low');
}

function asNumberOfSomething(tight: string, { shape, entropy }: ValueQuery): ComparedValue {
  if (shape === 'email') return compared(tight.toLowerCase(), 'high');
  const text =
    shape === 'plate'
      ? plateOf(tight)
      : tight.toUpperCase().replace(/[^0-9A-Z\u4e00-\u9fff]/gu, '');
  if (lengthOf(text) < SHORTEST_TEXT) return incomparable('short', text);
  if (STOCK_PHRASE.test(text.toLowerCase())) return incomparable('stock-phrase', text);
  return compared(text, lengthOf(text) >= NUMBER_IN_TEXT ? entropy : 'medium');
}

function plateOf(tight: string): string {
  return tight.toUpperCase().replace(/[·.\-\s]/gu, '');
}

/** 138…（本人） and 138… 张三 in a field for telephone numbers are the number. */
function mobilesIn(text: string): string {
  return text.match(/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g)?.join('、') ?? '';
}

/** A mobile number without country code and marks. */
function mobileOf(text: string): string | undefined {
  const digits = text.replace(/[\s\-—().]/gu, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}

/** A landline as area code and number, with its extension: 0571-88880000-801. */
function landlineOf(text: string): string | undefined {
  const parts =
    /^(?:(?:\+|00)?86[\s-]?)?\(?(0\d{2,3})?\)?[\s\-—]*([2-9]\d{2,3})[\s-]?(\d{4})(?:(?:转|-|#|ext\.?|分机)(\d{1,6}))?$/iu.exec(
      text.replace(/\s+/gu, ''),
    );
  if (parts === null) return undefined;
  const [, area = '', head = '', tail = '', extension] = parts;
  return `${area}${area === '' ? '' : '-'}${head}${tail}${extension === undefined ? '' : `-${extension}`}`;
}

/** Telephone numbers, one or several. */
function asPhone(plain: string): ComparedValue | undefined {
  const parts = plain.split(/[、,，;；/|]|\s{2,}|或/u).filter((part) => part.trim() !== '');
  const numbers = parts.map((part) => mobileOf(part) ?? landlineOf(part));
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined;
  const canonical = [...new Set(numbers)].sort().join('、');
  return compared(
    canonical,
    numbers.some((one) => one?.startsWith('1') === true) ? 'high' : 'medium',
  );
}

function asDate(plain: string, query: ValueQuery): ComparedValue {
  const ends = plain.split(
    /\s*(?:至|到|~|～|[—–]{1,2})\s*|\s+-\s+|(?<=\d日?)[,-](?=\d{4}(?:[-/.年]|\d{4}$))/u,
  );
  const year = ends[0]?.slice(0, 4) ?? '';
  const dates = ends.map((end) => chineseDate(/^\d{1,2}月/u.test(end) ? `${year}年${end}` : end));
  if (dates.length > 2 || dates.includes(undefined)) {
    // 24/1/15 and 24/11/5 are not one text of digits.
    const figures = /^[\d\s\p{P}]+$/u.test(plain) ? plain.match(/\d+/g) : null;
    return figures ? compared(figures.join('-'), 'low') : asText(plain, query);
  }
  const parts = dates as readonly DateParts[];
  const canonical = parts.map(dayOf).join('至');
  if (parts.some(({ month }) => month === undefined)) return incomparable('period', canonical);
  if (parts.some((part) => Math.abs(query.at - timeOf(part)) <= NEAR_TODAY_MS)) {
    return incomparable('near-today', canonical);
  }
  const whole = parts.every(({ day }) => day !== undefined);
  return compared(canonical, whole && query.entropy !== 'low' ? 'medium' : 'low');
}

function dayOf({ year, month, day }: DateParts): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [
    String(year),
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
}

function timeOf({ year, month = 7, day = 15 }: DateParts): number {
  return Date.UTC(year, month - 1, day);
}

function asNumber(plain: string, query: ValueQuery): ComparedValue {
  const quantity = quantityOf(plain, query.unit ?? (query.shape === 'money' ? '元' : undefined));
  if (quantity === undefined) return asText(plain, query);
  const canonical = textOf(quantity);
  const { typed } = quantity;
  const digits = typed.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
  const isWhole = !typed.includes('.');
  if (isWhole ? Number(typed) < SMALL_NUMBER : digits < FEW_DIGITS) {
    return incomparable('small-number', canonical);
  }
  const telling = digits >= TELLING_DIGITS && query.entropy !== 'low';
  return compared(canonical, telling ? 'medium' : 'low');
}

function textOf({ amount, unit }: Quantity): string {
  // Six significant digits: 3.5 亩 and 2333.33 平方米 are one area. Twelve first: 1.257055 万 times
  // 10 000 lies a hair above 12 570.55, and would be rounded to the other side.
  return `${Number(Number(amount.toPrecision(12)).toPrecision(6))}${unit}`;
}
