/** The platforms that appear: each is built to be dead in one way, or to look so without being it. */

import { weekdayOf } from '../../../../utils/domain/week';
import { addDays } from '../../../../utils/domain/zone';
import { type Column, contentTruth, posts, type Site, type Skin } from './sites';
import {
  type Act,
  dayNumber,
  FIRST_DAY,
  momentOf,
  type Page,
  type SyntheticPlatform,
  type Visit,
} from './world';

export interface Casting {
  readonly skin: Skin;
  /** Number of the platform: host, hour and habits follow from it. */
  readonly index: number;
  readonly random: () => number;
  readonly names: Names;
}

/** Columns as one maker of websites names them, by what they are. */
export interface Names {
  readonly site: string;
  readonly news: readonly string[];
  readonly notice: readonly string[];
  readonly policy: readonly string[];
  readonly plan: readonly string[];
  readonly interaction: readonly string[];
  readonly archive: readonly string[];
}

type Role = (casting: Casting) => SyntheticPlatform;

const LONG_BEFORE = addDays(FIRST_DAY, -700);
const END = addDays(FIRST_DAY, 90);
const none = () => false;
const OLD_RECORDS = posts(() => 0.5, { from: LONG_BEFORE, to: FIRST_DAY, every: 2 }).slice(0, 8);

function base(
  { index, names }: Casting,
  about: string,
  more: Partial<SyntheticPlatform> & Pick<SyntheticPlatform, 'visits'>,
): SyntheticPlatform {
  return {
    name: `${names.site}${index}`,
    origin: `http://s${index}.moni.gov.cn`,
    about,
    isTrap: (more.expected ?? []).length === 0,
    expected: [],
    isTrue: none,
    ...more,
  };
}

const hourOf = (index: number): number => 9 + (index % 8);
const at = (index: number, day: string, shift = 0): number =>
  momentOf(day, hourOf(index), ((index * 7) % 30) + shift);
/** A fixed workday of the week. */
const isItsDay = (index: number, day: string): boolean => weekdayOf(day) === index % 5;

function column(
  title: string,
  type: Column['type'],
  random: () => number,
  how: { from?: string; to: string; every: number; uneven?: number } | 'blank',
  more: Partial<Column> = {},
): Column {
  return {
    title,
    type,
    posts: how === 'blank' ? [] : posts(random, { from: LONG_BEFORE, ...how }),
    ...more,
  };
}

/** Home, and with some chance an article or the columns. */
function browse(site: Site, { skin, index }: Casting, columnsOn: (day: string) => boolean) {
  return (day: string, random: () => number): readonly Visit[] => {
    if (!isItsDay(index, day)) return [];
    const pages: Page[] = [skin.home(site, day)];
    if (random() < 0.3) {
      const [some] = site.columns.flatMap(({ posts: all }) => all.filter((one) => one.day <= day));
      if (some !== undefined) pages.push(skin.article(site, some, day));
    }
    if (columnsOn(day)) {
      for (const one of site.columns) pages.push(skin.column(site, one, day));
    }
    return [{ at: at(index, day), pages }];
  };
}

function site(casting: Casting, columns: readonly Column[], more: Partial<Site> = {}): Site {
  return { name: `${casting.names.site}${casting.index}`, columns, ...more };
}

function contentSite(
  casting: Casting,
  about: string,
  own: Site,
  expected: SyntheticPlatform['expected'],
  columnsOn: (day: string) => boolean = none,
): SyntheticPlatform {
  return base(casting, about, {
    expected,
    isTrue: ({ kind, rule, look }) => kind === 'content' && contentTruth(own, rule, look),
    visits: browse(own, casting, columnsOn),
  });
}

/** One column of a kind, filled as said, under the maker's n-th name for it. */
function filled(
  { names, random }: Casting,
  type: 'news' | 'notice' | 'policy' | 'plan' | 'interaction' | 'archive',
  n: number,
  how: Parameters<typeof column>[3],
  more: Partial<Column> = {},
): Column {
  return column(names[type][n] ?? `${names[type][0]}${n}`, type, random, how, more);
}

const ALIVE = { to: END, every: 4, uneven: 2 } as const;
const ALIVE_NOTICE = { to: END, every: 20, uneven: 9 } as const;

/** Content. */
export const CONTENT: Readonly<Record<string, Role>> = {
  'abandoned site': (casting) => {
    const to = addDays(FIRST_DAY, -20 - Math.floor(casting.random() * 400));
    const how = { to, every: 6, uneven: 3 };
    return contentSite(
      casting,
      'abandoned site',
      site(casting, [
        filled(casting, 'news', 0, how),
        filled(casting, 'notice', 0, { to: addDays(to, -9), every: 15 }),
        filled(casting, 'policy', 0, { to: addDays(to, -60), every: 40 }),
      ]),
      ['content'],
    );
  },
  'abandoned in between': (casting) => {
    const to = addDays(FIRST_DAY, 10 + Math.floor(casting.random() * 25));
    return contentSite(
      casting,
      'abandoned in between',
      site(casting, [
        filled(casting, 'news', 0, { to, every: 5, uneven: 2 }),
        filled(casting, 'news', 1, { to: addDays(to, -3), every: 7 }),
        filled(casting, 'notice', 0, { to: addDays(to, -30), every: 20 }),
      ]),
      ['content'],
    );
  },
  'abandoned, its archive still kept': (casting) => {
    const to = addDays(FIRST_DAY, -60);
    return contentSite(
      casting,
      'abandoned, its archive still kept',
      site(casting, [
        filled(casting, 'news', 0, { to, every: 6 }),
        filled(casting, 'notice', 0, { to, every: 15 }),
        filled(casting, 'archive', 0, ALIVE),
      ]),
      ['content'],
    );
  },
  'five stale columns beside one that lives': (casting) => {
    const stale = { to: addDays(FIRST_DAY, -220), every: 15, uneven: 5 };
    return contentSite(
      casting,
      'five stale columns beside one that lives',
      site(casting, [
        filled(casting, 'news', 0, ALIVE),
        filled(casting, 'news', 1, stale),
        filled(casting, 'news', 2, stale),
        filled(casting, 'notice', 0, stale),
        filled(casting, 'notice', 1, stale),
        filled(casting, 'policy', 0, stale),
        filled(casting, 'policy', 1, stale),
      ]),
      ['content'],
    );
  },
  'five columns never filled': (casting) =>
    contentSite(
      casting,
      'five columns never filled',
      site(casting, [
        filled(casting, 'news', 0, ALIVE),
        filled(casting, 'notice', 0, ALIVE_NOTICE),
        filled(casting, 'notice', 1, 'blank'),
        filled(casting, 'policy', 0, 'blank'),
        filled(casting, 'policy', 1, 'blank'),
        filled(casting, 'plan', 0, 'blank'),
        filled(casting, 'interaction', 0, 'blank'),
        filled(casting, 'interaction', 1, 'blank'),
      ]),
      ['content'],
    ),
  'ten stale columns of all kinds': (casting) => {
    const stale = { to: addDays(FIRST_DAY, -420), every: 30, uneven: 9 };
    return contentSite(
      casting,
      'ten stale columns of all kinds',
      site(casting, [
        filled(casting, 'news', 0, ALIVE),
        filled(casting, 'notice', 0, stale),
        filled(casting, 'notice', 1, stale),
        filled(casting, 'policy', 0, stale),
        filled(casting, 'policy', 1, stale),
        filled(casting, 'plan', 0, stale),
        filled(casting, 'plan', 1, stale),
        filled(casting, 'plan', 2, stale),
        filled(casting, 'interaction', 0, stale),
        filled(casting, 'interaction', 1, stale),
        filled(casting, 'interaction', 2, stale),
        filled(casting, 'policy', 2, stale),
      ]),
      ['content'],
    );
  },
};

export const CONTENT_TRAPS: Readonly<Record<string, Role>> = {
  'lives, with old archives': (casting) =>
    contentSite(
      casting,
      'lives, with old archives',
      site(casting, [
        filled(casting, 'news', 0, ALIVE),
        filled(casting, 'notice', 0, ALIVE_NOTICE),
        ...[0, 1, 2, 3, 4, 5].map((n) =>
          filled(casting, 'archive', n, { to: addDays(FIRST_DAY, -500), every: 20 }),
        ),
      ]),
      [],
      (day) => weekdayOf(day) === 0,
    ),
  'irregular within the term': (casting) =>
    contentSite(
      casting,
      'irregular within the term',
      site(casting, [
        filled(casting, 'news', 0, { to: END, every: 10, uneven: 3.4 }),
        filled(casting, 'notice', 0, { to: END, every: 90, uneven: 60 }),
        filled(casting, 'policy', 0, { to: addDays(FIRST_DAY, -90), every: 150 }),
      ]),
      [],
    ),
  'silent over the holiday': (casting) => {
    const { names, random } = casting;
    const before = posts(random, { from: LONG_BEFORE, to: '2026-09-29', every: 3 });
    const after = posts(random, { from: '2026-10-11', to: END, every: 3 });
    return contentSite(
      casting,
      'silent over the holiday',
      site(casting, [
        { title: names.news[0] ?? '', type: 'news', posts: [...after, ...before] },
        filled(casting, 'notice', 0, ALIVE_NOTICE),
        filled(casting, 'policy', 0, { to: addDays(FIRST_DAY, -20), every: 60 }),
      ]),
      [],
    );
  },
  'four blank columns of a young site': (casting) =>
    contentSite(
      casting,
      'four blank columns of a young site',
      site(casting, [
        filled(casting, 'news', 0, ALIVE),
        filled(casting, 'notice', 0, 'blank'),
        filled(casting, 'policy', 0, 'blank'),
        filled(casting, 'plan', 0, 'blank'),
        filled(casting, 'interaction', 0, 'blank'),
      ]),
      [],
    ),
  'columns that load late': (casting) => {
    const columns = [
      filled(casting, 'news', 0, ALIVE),
      ...[0, 1, 2].map((n) => filled(casting, 'notice', n, ALIVE_NOTICE)),
      ...[0, 1, 2].map((n) => filled(casting, 'policy', n, ALIVE_NOTICE)),
    ];
    const whole = site(casting, columns);
    const bare = site(casting, [
      ...columns.slice(0, 1),
      ...columns.slice(1).map((one) => ({ ...one, posts: [] })),
    ]);
    return base(casting, 'columns that load late', {
      visits: (day, random) =>
        isItsDay(casting.index, day)
          ? [
              {
                at: at(casting.index, day),
                pages: [casting.skin.home(random() < 0.6 ? bare : whole, day)],
              },
            ]
          : [],
    });
  },
  'columns behind a login': (casting) => {
    const own = site(casting, [filled(casting, 'news', 0, ALIVE)], {
      more: () =>
        ['通知公告', '政策文件', '规划计划', '领导信箱', '公示公告', '工作动态']
          .map(
            (title) =>
              `<div class="box"><div class="title"><h3>${title}</h3></div><p>请登录后查看</p></div>`,
          )
          .join(''),
    });
    return contentSite(casting, 'columns behind a login', own, []);
  },
  'revived after its columns were looked at': (casting) => {
    const { names, random } = casting;
    const stale = posts(random, { from: LONG_BEFORE, to: addDays(FIRST_DAY, -230), every: 12 });
    const anew = posts(random, { from: addDays(FIRST_DAY, 24), to: END, every: 4 });
    const revived = (title: string, type: Column['type'], onlyInside: boolean): Column => ({
      title,
      type,
      posts: [...anew, ...stale],
      onlyInside,
    });
    const own = site(casting, [
      revived(names.news[0] ?? '', 'news', false),
      revived(names.news[1] ?? '', 'news', true),
      revived(names.news[2] ?? '', 'news', true),
      revived(names.notice[0] ?? '', 'notice', true),
      revived(names.notice[1] ?? '', 'notice', true),
      revived(names.policy[0] ?? '', 'policy', true),
    ]);
    return {
      ...contentSite(casting, 'revived after its columns were looked at', own, [], (day) => {
        const n = dayNumber(day);
        return n >= 14 && n < 21;
      }),
      isTrap: true,
    };
  },
  'pinned old notice over new ones': (casting) => {
    const { names, random } = casting;
    const old = { title: '关于启用新版业务系统的公告', day: addDays(FIRST_DAY, -400) };
    const living = posts(random, { from: LONG_BEFORE, to: END, every: 4 });
    return contentSite(
      casting,
      'pinned old notice over new ones',
      site(
        casting,
        [
          { title: names.news[0] ?? '', type: 'news', posts: living },
          filled(casting, 'notice', 0, ALIVE_NOTICE),
          filled(casting, 'policy', 0, ALIVE_NOTICE),
        ],
        {
          more: () =>
            `<div class="top-notice"><span>置顶</span><a href="/n/1">${old.title}</a><span>${old.day}</span></div>`,
        },
      ),
      [],
    );
  },
  'search without results': (casting) => {
    const own = site(casting, [
      filled(casting, 'news', 0, ALIVE),
      ...[0, 1, 2].map((n) => filled(casting, 'notice', n, ALIVE_NOTICE)),
      ...[0, 1, 2].map((n) => filled(casting, 'policy', n, ALIVE_NOTICE)),
    ]);
    return base(casting, 'search without results', {
      visits: (day) =>
        isItsDay(casting.index, day)
          ? own.columns.map((_, index) => ({
              at: at(casting.index, day, index),
              pages: [
                casting.skin.emptySearch(
                  {
                    ...own,
                    columns: [...own.columns.slice(index), ...own.columns.slice(0, index)],
                  },
                  day,
                ),
              ],
            }))
          : [],
    });
  },
  'list without dates': (casting) => {
    const own = site(casting, [filled(casting, 'news', 0, 'blank')], {
      more: () =>
        `<div class="box"><div class="title"><h3>工作动态</h3></div><ul class="list">${posts(
          casting.random,
          { from: LONG_BEFORE, to: END, every: 60 },
        )
          .slice(0, 6)
          .map(({ title }) => `<li><a href="/d">${title}</a></li>`)
          .join('')}</ul></div>`,
    });
    return base(casting, 'list without dates', { visits: browse(own, casting, none) });
  },
  'records of business of last year': (casting) => {
    const rows = posts(casting.random, {
      from: LONG_BEFORE,
      to: addDays(FIRST_DAY, -120),
      every: 3,
    }).slice(0, 12);
    return base(casting, 'records of business of last year', {
      visits: (day) =>
        isItsDay(casting.index, day)
          ? [
              {
                at: at(casting.index, day),
                pages: [
                  casting.skin.login('台账', day),
                  casting.skin.records('台账', rows, day),
                  casting.skin.form('台账', day),
                ],
                submits: true,
              },
            ]
          : [],
    });
  },
  'workbench with an old notice board': (casting) => {
    const { skin, names } = casting;
    const own = site(
      casting,
      [
        filled(casting, 'notice', 0, { to: addDays(FIRST_DAY, -200), every: 40 }),
        column(names.policy[0] ?? '', 'policy', casting.random, {
          to: addDays(FIRST_DAY, -300),
          every: 60,
        }),
        column('常用下载', 'other', casting.random, { to: addDays(FIRST_DAY, -260), every: 60 }),
      ],
      {
        more: () =>
          '<div class="box"><div class="title"><h3>待办事项</h3></div><p>暂无待办</p></div>',
      },
    );
    return base(casting, 'workbench with an old notice board', {
      visits: (day) => [
        {
          at: at(casting.index, day),
          pages: [skin.login('业务系统', day), skin.home(own, day), skin.form('业务系统', day)],
          submits: true,
        },
      ],
    });
  },
  'announced its closing': (casting) => {
    const own = site(casting, [
      filled(casting, 'news', 0, { to: addDays(FIRST_DAY, 12), every: 5 }),
      filled(casting, 'notice', 0, { to: addDays(FIRST_DAY, 12), every: 20 }),
      filled(casting, 'policy', 0, { to: addDays(FIRST_DAY, -60), every: 20 }),
    ]);
    const before = browse(own, casting, none);
    return base(casting, 'announced its closing', {
      visits: (day, random) =>
        dayNumber(day) < 20
          ? before(day, random)
          : dayNumber(day) < 50 && isItsDay(casting.index, day)
            ? [{ at: at(casting.index, day), pages: [casting.skin.closed(own.name)] }]
            : [],
    });
  },
  'under maintenance for three weeks': (casting) => {
    const own = site(casting, [
      filled(casting, 'news', 0, ALIVE),
      filled(casting, 'notice', 0, ALIVE_NOTICE),
    ]);
    const open = browse(own, casting, none);
    return base(casting, 'under maintenance for three weeks', {
      visits: (day, random) => {
        const n = dayNumber(day);
        if (n < 25 || n > 46) return open(day, random);
        return [0, 1, 2].map((index) => ({
          at: at(casting.index, day, index * 3),
          pages: [casting.skin.maintenance(own.name)],
        }));
      },
    });
  },
};

/** Loads: several of one system a day, some of which fail. */
function loaded(
  casting: Casting,
  about: string,
  options: {
    readonly perDay: number;
    failing(day: string, random: () => number, moment: number): Page | undefined;
    readonly more?: Partial<SyntheticPlatform>;
  },
): SyntheticPlatform {
  const { skin, index, names } = casting;
  const rows = OLD_RECORDS;
  return base(casting, about, {
    visits: (day, random) =>
      Array.from({ length: options.perDay }, (_, turn): Visit => {
        const moment = momentOf(day, 9 + ((index + turn * 2) % 8), (turn * 11 + index) % 50);
        const failed = options.failing(day, random, moment);
        if (failed !== undefined) return { at: moment, pages: [failed] };
        return {
          at: moment,
          pages: [skin.records(names.site, rows, day), skin.form(names.site, day)],
          submits: random() < 0.5,
        };
      }),
    ...options.more,
  });
}

const isUnreachable: SyntheticPlatform['isTrue'] = ({ kind }) => kind === 'unreachable';

export const UNREACHABLE: Readonly<Record<string, Role>> = {
  'fails often': (casting) => {
    const share = 0.15 + casting.random() * 0.25;
    return loaded(casting, 'fails often', {
      perDay: 3,
      failing: (_, random) =>
        random() < share ? casting.skin.failure(Math.floor(random() * 3)) : undefined,
      more: { expected: ['unreachable'], isTrue: isUnreachable },
    });
  },
  'often takes half a minute': (casting) =>
    loaded(casting, 'often takes half a minute', {
      perDay: 3,
      failing: (_, random) => (random() < 0.3 ? casting.skin.failure(3) : undefined),
      more: { expected: ['unreachable'], isTrue: isUnreachable },
    }),
  'fails in one week of four': (casting) =>
    loaded(casting, 'fails in one week of four', {
      perDay: 2,
      failing: (day, random) =>
        Math.floor(dayNumber(day) / 7) % 4 === 1 && random() < 0.7
          ? casting.skin.failure(Math.floor(random() * 3))
          : undefined,
      more: { expected: ['unreachable'], isTrue: isUnreachable },
    }),
};

export const UNREACHABLE_TRAPS: Readonly<Record<string, Role>> = {
  'slow on one day only': (casting) =>
    loaded(casting, 'slow on one day only', {
      perDay: 6,
      failing: (day) => (dayNumber(day) === 15 ? casting.skin.failure(3) : undefined),
    }),
  'down for one afternoon and the morning after': (casting) =>
    loaded(casting, 'down for one afternoon and the morning after', {
      perDay: 4,
      failing: (day, _, moment) =>
        (dayNumber(day) === 22 && moment > momentOf(day, 12)) ||
        (dayNumber(day) === 23 && moment < momentOf(day, 12))
          ? casting.skin.failure(0)
          : undefined,
    }),
  'fails now and then': (casting) =>
    loaded(casting, 'fails now and then', {
      perDay: 4,
      failing: (_, random) =>
        random() < 0.02 ? casting.skin.failure(Math.floor(random() * 4)) : undefined,
    }),
  'few loads, all of one day failed': (casting) =>
    loaded(casting, 'few loads, all of one day failed', {
      perDay: 1,
      failing: (day) =>
        dayNumber(day) === 29 || dayNumber(day) === 30 ? casting.skin.failure(1) : undefined,
    }),
  'in the network of the office, opened from outside': (casting) =>
    loaded(casting, 'in the network of the office, opened from outside', {
      perDay: 3,
      failing: (_, random) => (random() < 0.4 ? casting.skin.failure(2) : undefined),
      more: { origin: `http://10.31.4.${casting.index}:8080` },
    }),
  'a menu that the person may not open': (casting) =>
    loaded(casting, 'a menu that the person may not open', {
      perDay: 4,
      failing: (_, random) =>
        random() < 0.25 ? casting.skin.denied(casting.names.site) : undefined,
    }),
  'an old bookmark that leads nowhere': (casting) =>
    loaded(casting, 'an old bookmark that leads nowhere', {
      perDay: 4,
      failing: (_, random) =>
        random() < 0.25 ? casting.skin.missing(casting.names.site) : undefined,
    }),
};

/** Visits for a trace, with whatever else is done at them. */
function traced(
  casting: Casting,
  about: string,
  options: {
    isDay(day: string): boolean;
    visit(day: string, random: () => number): Omit<Visit, 'at'>;
    readonly more?: Partial<SyntheticPlatform>;
  },
): SyntheticPlatform {
  return base(casting, about, {
    visits: (day, random) =>
      options.isDay(day) ? [{ at: at(casting.index, day), ...options.visit(day, random) }] : [],
    ...options.more,
  });
}

const isUse: SyntheticPlatform['isTrue'] = ({ kind }) => kind === 'use';
const daily = () => true;
const act = (action: Act['action'], more: Partial<Act> = {}): Act => ({ action, ...more });

export const USE: Readonly<Record<string, Role>> = {
  'daily check-in and nothing else': (casting) =>
    traced(casting, 'daily check-in and nothing else', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.login('打卡', day), casting.skin.checkIn('打卡', day)],
        acts: [act('check-in')],
      }),
      more: { expected: ['use'], isTrue: isUse },
    }),
  'weekly location report': (casting) =>
    traced(casting, 'weekly location report', {
      isDay: (day) => weekdayOf(day) === casting.index % 5 || weekdayOf(day) === 4,
      visit: (day) => ({
        pages: [casting.skin.checkIn('巡查', day)],
        acts: [act('location'), act('check-in')],
      }),
      more: { expected: ['use'], isTrue: isUse },
    }),
  'notices opened to be confirmed': (casting) => {
    const own = site(casting, [filled(casting, 'notice', 0, ALIVE)]);
    return traced(casting, 'notices opened to be confirmed', {
      isDay: (day) => isItsDay(casting.index, day),
      visit: (day) => {
        const [post] = own.columns.flatMap((one) => one.posts.filter((row) => row.day <= day));
        return {
          pages: [
            casting.skin.login('通知', day),
            ...(post === undefined ? [] : [casting.skin.article(own, post, day)]),
          ],
          acts: [act('read-confirm')],
        };
      },
      more: { expected: ['use'], isTrue: isUse },
    });
  },
};

export const USE_TRAPS: Readonly<Record<string, Role>> = {
  'check-in before work': (casting) =>
    traced(casting, 'check-in before work', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.checkIn('平台', day), casting.skin.form('平台', day)],
        acts: [act('check-in')],
        submits: true,
      }),
    }),
  'check-in, and every other day a photograph': (casting) =>
    traced(casting, 'check-in, and every other day a photograph', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.checkIn('平台', day)],
        acts: [act('check-in')],
        uploads: weekdayOf(day) % 2 === 0,
      }),
    }),
  'check-in, then looking things up': (casting) => {
    const rows = OLD_RECORDS;
    return traced(casting, 'check-in, then looking things up', {
      isDay: daily,
      visit: (day) => ({
        pages: [
          casting.skin.checkIn('平台', day),
          casting.skin.records('平台', rows, day),
          casting.skin.records('平台', rows.slice(1), day),
          casting.skin.records('平台', rows.slice(2), day),
        ],
        acts: [act('check-in')],
      }),
    });
  },
  'reading, with one confirmation': (casting) => {
    const own = site(casting, [filled(casting, 'notice', 0, ALIVE)]);
    return traced(casting, 'reading, with one confirmation', {
      isDay: daily,
      visit: (day) => ({
        pages: own.columns
          .flatMap((one) => one.posts.filter((row) => row.day <= day))
          .slice(0, 3)
          .map((post) => casting.skin.article(own, post, day)),
        acts: [act('read-confirm')],
      }),
    });
  },
  'three visits in all': (casting) =>
    traced(casting, 'three visits in all', {
      isDay: (day) => [8, 22, 36].includes(dayNumber(day)),
      visit: (day) => ({
        pages: [casting.skin.checkIn('平台', day)],
        acts: [act('check-in')],
      }),
      more: { added: addDays(FIRST_DAY, 1) },
    }),
  'pressed without proof': (casting) =>
    traced(casting, 'pressed without proof', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.checkIn('平台', day)],
        acts: [act('check-in', { outcome: 'attempt' })],
      }),
    }),
  'flood watch': (casting) =>
    traced(casting, 'flood watch', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.checkIn('防汛值班', day)],
        acts: [act('check-in', { exempt: true })],
      }),
    }),
  'duty system that the person exempted': (casting) =>
    traced(casting, 'duty system that the person exempted', {
      isDay: daily,
      visit: (day) => ({
        pages: [casting.skin.checkIn('安保', day)],
        acts: [act('check-in')],
      }),
      more: { record: { exempt: true } },
    }),
  'traces on three days, work on two': (casting) =>
    traced(casting, 'traces on three days, work on two', {
      isDay: daily,
      visit: (day) => {
        const works = weekdayOf(day) === 1 || weekdayOf(day) === 3;
        return {
          pages: [
            casting.skin.checkIn('平台', day),
            ...(works ? [casting.skin.form('平台', day)] : []),
          ],
          acts: [act('check-in')],
          submits: works,
        };
      },
    }),
};

/** Days on which a platform is used for work. */
function opened(
  casting: Casting,
  about: string,
  isDay: (day: string) => boolean,
  more: Partial<SyntheticPlatform> = {},
): SyntheticPlatform {
  return base(casting, about, {
    visits: (day) =>
      isDay(day)
        ? [
            {
              at: at(casting.index, day),
              pages: [casting.skin.login('平台', day), casting.skin.form('平台', day)],
              submits: true,
            },
          ]
        : [],
    ...more,
  });
}

export const UNUSED: Readonly<Record<string, Role>> = {
  'never opened again': (casting) =>
    opened(casting, 'never opened again', none, { expected: ['unused'] }),
  'given up after two weeks': (casting) =>
    opened(casting, 'given up after two weeks', (day) => dayNumber(day) < 14, {
      expected: ['unused'],
    }),
  'in season and not opened': (casting) =>
    opened(casting, 'in season and not opened', none, {
      expected: ['unused'],
      record: { season: [7, 8, 9, 10, 11, 12] },
    }),
};

export const UNUSED_TRAPS: Readonly<Record<string, Role>> = {
  'out of season': (casting) =>
    opened(casting, 'out of season', none, { record: { season: [1, 2, 3, 4, 5] } }),
  'its season only just begun': (casting) =>
    opened(casting, 'its season only just begun', none, { record: { season: [11, 12, 1] } }),
  'came onto the list in October': (casting) =>
    opened(casting, 'came onto the list in October', none, {
      added: '2026-10-28',
    }),
  'opened every third week': (casting) =>
    opened(
      casting,
      'opened every third week',
      (day) => weekdayOf(day) === 2 && Math.floor(dayNumber(day) / 7) % 3 === 0,
    ),
  'opened every fortnight': (casting) =>
    opened(
      casting,
      'opened every fortnight',
      (day) => weekdayOf(day) === 1 && Math.floor(dayNumber(day) / 7) % 2 === 0,
    ),
  'taken off the list': (casting) =>
    opened(casting, 'taken off the list', none, { record: { ignored: true } }),
  'kept for emergencies': (casting) =>
    opened(casting, 'kept for emergencies', none, { record: { exempt: true } }),
};

/** Ordinary systems of work. */
export const ORDINARY: Readonly<Record<string, Role>> = {
  'form system': (casting) => opened(casting, 'form system', daily),
  'busy and sound': (casting) =>
    loaded(casting, 'busy and sound', { perDay: 5, failing: () => undefined }),
};
