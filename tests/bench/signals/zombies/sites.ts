/** Websites of columns that are published on, and what of them is true on a day. */

import type { ColumnType } from '../../../../utils/domain/observation';
import { addDays, daysBetween } from '../../../../utils/domain/zone';
import type { Page } from './world';

export interface Post {
  readonly title: string;
  readonly day: string;
}

export interface Column {
  readonly title: string;
  /** As a person takes it: only columns of these kinds have a term. */
  readonly type: ColumnType | 'other';
  /** Newest first. */
  readonly posts: readonly Post[];
  /** Not on the home page: only behind its own link. */
  readonly onlyInside?: boolean;
}

export interface Site {
  readonly name: string;
  readonly columns: readonly Column[];
  /** What stands on the home page besides, as HTML; may depend on the day. */
  readonly more?: (day: string) => string;
}

/** How a maker of websites writes them. */
export interface Skin {
  home(site: Site, day: string): Page;
  column(site: Site, column: Column, day: string): Page;
  article(site: Site, post: Post, day: string): Page;
  /** The column as it stands, with a search for which nothing was found. */
  emptySearch(site: Site, day: string): Page;
  login(name: string, day: string): Page;
  /** Start page of a system with a check-in button. */
  checkIn(name: string, day: string): Page;
  /** A list of records of business, with their dates. */
  records(name: string, rows: readonly Post[], day: string): Page;
  /** A form to be filled in. */
  form(name: string, day: string): Page;
  failure(which: number): Page;
  closed(name: string): Page;
  maintenance(name: string): Page;
  denied(name: string): Page;
  missing(name: string): Page;
}

const SUBJECTS = [
  '全镇秋粮收购工作会议召开',
  '关于做好农村饮水安全巡查的通知',
  '镇卫生院开展家庭医生签约服务活动',
  '关于公布村级公益性岗位聘用名单的公告',
  '石桥村集体经济发展座谈会举行',
  '关于印发防返贫动态监测工作方案的通知',
  '我镇组织开展道路交通安全宣传',
  '镇人大代表视察高标准农田建设',
  '关于农村危房改造对象的公示',
  '柳溪村清理河道垃圾三十余吨',
  '关于开展冬季清洁取暖安全检查的通知',
  '镇妇联走访慰问困难儿童',
];

/** Posts every so many days, with some unevenness, from a first to a last day; newest first. */
export function posts(
  random: () => number,
  { from, to, every, uneven = 0 }: { from: string; to: string; every: number; uneven?: number },
): readonly Post[] {
  const found: Post[] = [];
  for (let day = to; day >= from && found.length < 120; ) {
    found.unshift({ title: SUBJECTS[Math.floor(random() * SUBJECTS.length)] ?? '', day });
    day = addDays(day, -Math.max(1, Math.round(every + (random() * 2 - 1) * uneven)));
  }
  return found.reverse();
}

/** The posts that stand there on a day. */
export function shown({ posts: all }: Column, day: string): readonly Post[] {
  return all.filter((post) => post.day <= day);
}

/** Days since a column was last filled; undefined where it never was. */
function age(column: Column, day: string): number | undefined {
  const [newest] = shown(column, day);
  return newest === undefined ? undefined : daysBetween(newest.day, day);
}

/** What the inspection standard of 2019 says of a site on a day, by the rules that may be named. */
export function contentTruth(site: Site, rule: string, day: string): boolean {
  const living = site.columns.filter(({ type }) => type !== 'archive');
  const over = (column: Column): boolean => {
    const days = age(column, day);
    const term = { news: 14, notice: 183, policy: 183, interaction: 92, plan: 366 }[
      column.type as string
    ];
    return days !== undefined && term !== undefined && days > term;
  };
  switch (rule) {
    case 'zombie-home': {
      const ages = living
        .filter(({ onlyInside }) => onlyInside !== true)
        .flatMap((column) => age(column, day) ?? []);
      return ages.length > 0 && Math.min(...ages) > 14;
    }
    case 'zombie-columns-short': {
      const stale = living.filter(
        (column) => ['news', 'notice', 'policy'].includes(column.type) && over(column),
      );
      return stale.length >= 5 && stale.some(({ type }) => type === 'news');
    }
    case 'zombie-columns':
      return living.filter(over).length >= 10;
    case 'zombie-columns-blank':
      return living.filter((column) => age(column, day) === undefined).length >= 5;
    default:
      return false;
  }
}
