import type { PageSignsObservation } from '../../../../utils/domain/observation';

/** A page of a portal with what it truly tells. */
export interface PortalPage {
  readonly name: string;
  readonly title: string;
  readonly head?: string;
  readonly html: string;
  readonly status?: number;
  readonly expected: {
    /** Newest update date; `null`: the page tells none. */
    readonly newest: string | null;
    readonly state: PageSignsObservation['state'];
    /** Columns that must be found: newest date, or `blank`. Others may be found as well. */
    readonly columns?: Readonly<Record<string, string | 'blank' | 'undated'>>;
    /** Blank columns beside those named are false. */
    readonly siteId?: string;
    readonly complaint?: boolean;
    /** Deadlines of tasks, earliest first; none unless given. */
    readonly deadlines?: readonly string[];
  };
}

export const TODAY = '2026-11-23';
/** The time of `TODAY` at which the pages are read. */
export const TIME = '09:00';

/** `TODAY` less a number of days. */
export function daysAgo(days: number): string {
  return new Date(Date.UTC(2026, 10, 23 - days)).toISOString().slice(0, 10);
}

const HAN = '〇一二三四五六七八九';

/** The ways in which portals print a day. */
export const DATE_STYLES = {
  dash: (day: string) => day,
  slash: (day: string) => day.replaceAll('-', '/'),
  dots: (day: string) => day.replaceAll('-', '.'),
  brackets: (day: string) => `[${day}]`,
  round: (day: string) => `（${day}）`,
  chinese: (day: string) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  },
  short: (day: string) => day.slice(5),
  shortBrackets: (day: string) => `[${day.slice(5)}]`,
  monthDay: (day: string) => {
    const [, month, date] = day.split('-').map(Number);
    return `${month}月${date}日`;
  },
  twoDigits: (day: string) => day.slice(2),
  withTime: (day: string) => `${day} 09:12:30`,
  labelled: (day: string) => `发布时间：${day}`,
  updated: (day: string) => `更新日期: ${day.replaceAll('-', '/')}`,
  fullWidth: (day: string) =>
    Array.from(day, (sign) =>
      /\d/.test(sign) ? String.fromCodePoint(sign.charCodeAt(0) + 0xfee0) : '－',
    ).join(''),
  numerals: (day: string) => {
    const [year = '', month = 0, date = 0] = [
      day.slice(0, 4),
      Number(day.slice(5, 7)),
      Number(day.slice(8)),
    ];
    const count = (value: number): string => {
      const tens = Math.floor(value / 10);
      const unit = value % 10 === 0 ? '' : HAN.charAt(value % 10);
      return tens === 0 ? unit : `${tens === 1 ? '' : HAN.charAt(tens)}十${unit}`;
    };
    return `${Array.from(year, (sign) => HAN.charAt(Number(sign))).join('')}年${count(month)}月${count(date)}日`;
  },
} as const;
export type DateStyle = keyof typeof DATE_STYLES;

const TITLES = [
  '镇人民政府召开秋冬季森林防火工作部署会议',
  '关于做好城乡居民医疗保险集中缴费工作的通知',
  '柳溪村道路硬化工程施工期间交通管制的公告',
  '青山镇低收入人口动态监测帮扶工作情况',
  '镇领导深入白云村走访慰问困难群众',
  '关于开展农村自建房安全隐患排查整治的通知',
  '青山镇组织开展高标准农田建设项目验收',
  '石桥村开展人居环境整治志愿服务活动',
];

export interface Row {
  readonly title: string;
  readonly day: string;
}

/** Rows whose newest is `newest` days old, each a little older than the one before. */
export function rows(newest: number, count = 4, step = 5): readonly Row[] {
  return Array.from({ length: count }, (_, index) => ({
    title: TITLES[(index + newest) % TITLES.length] ?? '',
    day: daysAgo(newest + index * step),
  }));
}
