/** Synthetic households and officials. Area code 990123 is assigned to no place. */

const AREA_CODE = '990123';
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export interface Household {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: '男' | '女';
  readonly birthDate: string;
  readonly phone: string;
  readonly village: string;
  readonly group: string;
  /** The full address, the same words wherever it is demanded. */
  readonly address: string;
  readonly size: number;
  readonly laborers: number;
  readonly monthlyIncome: number;
  readonly incomePerHead: number;
  readonly bankAccount: string;
  readonly bank: string;
  /** Areas in 亩. */
  readonly arable: number;
  readonly rice: number;
  readonly corn: number;
  readonly cause: string;
  readonly risk: string;
  readonly reason: string;
}

export interface Official {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly post: string;
  readonly unit: string;
}

export interface Enterprise {
  readonly name: string;
  readonly creditCode: string;
  readonly principal: string;
  readonly phone: string;
  readonly address: string;
}

/** The check character of an 18-character ID number (GB 11643). */
function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return ID_CHECKS[sum % 11] ?? '';
}

/** Whether a text is an ID number of 18 characters whose check character is right. */
export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && idCheckCharacter(text.slice(0, 17)) === text[17];
}

/** An ID number with a right check character and an area code that is assigned to no place. */
function idNumber(birthDate: string, serial: number): string {
  const first17 = AREA_CODE + birthDate.replaceAll('-', '') + String(serial).padStart(3, '0');
  return first17 + idCheckCharacter(first17);
}

function bankAccount(serial: number): string {
  const digits = `629999${String(serial).padStart(12, '0')}`;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits + String((10 - (sum % 10)) % 10);
}

function creditCode(serial: number): string {
  const first17 = `91${AREA_CODE}MA${String(serial).padStart(7, '0')}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += USCC_ALPHABET.indexOf(first17[i] ?? '') * (3 ** i % 31);
  return first17 + (USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? '');
}

const NAMES =
  '张建国 李秀英 王德福 赵桂兰 刘长青 陈玉梅 杨大山 黄淑珍 周永发 吴翠花 徐家旺 孙月娥 马占林 朱来喜 胡桂芝 郭满仓 何春生 高凤霞 林水根 罗秋菊 郑有田 梁玉凤 谢金宝 宋腊梅 唐守业 许冬英 韩铁柱 冯桂香 邓石头 曹巧云 彭新民 曾小翠 肖得胜 田彩霞 董老四 袁银花 潘兴旺 于兰英 蒋开荣 蔡月桂'.split(
    ' ',
  );
export const VILLAGES: readonly string[] = ['柳溪村', '石桥村', '杨家湾村', '白云村', '马鞍村'];
const GROUPS = ['一组', '二组', '三组', '四组'] as const;
const CAUSES = ['因病', '因残', '因学', '因灾', '缺劳力'] as const;
const RISKS = ['因意外事故', '因病', '因残', '因学', '因灾'] as const;
const BANKS = ['农村信用社', '邮政储蓄银行', '农业银行'] as const;
const REASONS = [
  '户主常年患病需长期服药，家中仅一名劳动力，收入难以维持基本生活，特申请最低生活保障。',
  '家庭主要劳动力因工受伤致残，医疗支出较大，子女尚在读书，生活确有困难，恳请予以救助。',
  '今年受洪涝影响庄稼减产，老人年事已高无其他收入来源，家庭负担沉重，申请纳入保障。',
] as const;

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** The household with a given number; the same number always gives the same people. */
export function household(index: number): Household {
  const birthDate = `${1950 + ((index * 7) % 35)}-${String(1 + ((index * 5) % 12)).padStart(2, '0')}-${String(1 + ((index * 11) % 28)).padStart(2, '0')}`;
  const sex = index % 2 === 0 ? '男' : '女';
  const village = pick(VILLAGES, index);
  const group = pick(GROUPS, index);
  const arable = Math.round((2.4 + ((index * 13) % 47) / 10) * 10) / 10;
  const rice = Math.round(arable * 0.55 * 10) / 10;
  return {
    name: pick(NAMES, index),
    idNumber: idNumber(birthDate, 100 + index * 2 + (sex === '男' ? 1 : 0)),
    sex,
    birthDate,
    phone: `1990000${String(1201 + index * 37).padStart(4, '0')}`,
    village,
    group,
    address: `清江县青山镇${village}${group}${12 + index * 3}号`,
    size: 2 + (index % 5),
    laborers: 1 + (index % 2),
    monthlyIncome: 860 + ((index * 145) % 900),
    incomePerHead: 7215 + ((index * 683) % 4000),
    bankAccount: bankAccount(4471 + index * 919),
    bank: pick(BANKS, index),
    arable,
    rice,
    corn: Math.round((arable - rice - 0.3) * 10) / 10,
    cause: pick(CAUSES, index),
    risk: pick(RISKS, index),
    // No two households write the same words.
    reason: `${village}${group}第${index + 1}户，${pick(REASONS, index)}`,
  };
}

/** The first `count` households. */
export function households(count = NAMES.length): readonly Household[] {
  return Array.from({ length: count }, (_, index) => household(index));
}

export const OFFICIALS: readonly Official[] = [
  {
    name: '陈志远',
    idNumber: idNumber('1988-04-16', 317),
    phone: '19900008801',
    post: '镇便民服务中心干部',
    unit: '青山镇人民政府',
  },
  {
    name: '林晓燕',
    idNumber: idNumber('1993-09-02', 428),
    phone: '19900008816',
    post: '党建办干事',
    unit: '青山镇人民政府',
  },
  {
    name: '孙国强',
    idNumber: idNumber('1979-12-25', 539),
    phone: '19900008822',
    post: '驻村第一书记',
    unit: '青山镇柳溪村',
  },
];

/** The cadre who does the scripted work. */
export const CADRE = OFFICIALS[0] as Official;

export const ENTERPRISES: readonly Enterprise[] = [
  {
    name: '清江县青山兴旺烟花爆竹经营部',
    creditCode: creditCode(310217),
    principal: '彭守信',
    phone: '19900006110',
    address: '清江县青山镇石桥村二组工业路8号',
  },
  {
    name: '清江县青山镇宏达木材加工厂',
    creditCode: creditCode(310563),
    principal: '田宏达',
    phone: '19900006127',
    address: '清江县青山镇马鞍村一组21号',
  },
  {
    name: '清江县青山平安加油站',
    creditCode: creditCode(310988),
    principal: '蒋平安',
    phone: '19900006154',
    address: '清江县青山镇白云村省道旁3号',
  },
];
