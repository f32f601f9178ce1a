import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../../utils/domain/observation';
import type { CoverageDay, PageSign, Platform, Submission } from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { visitsOf } from '../../../utils/domain/visits';
import { wilsonLowerBound } from '../../../utils/domain/wilson';
import { isPrivateOrigin, suspectZombies } from '../../../utils/domain/zombies';
import { addDays } from '../../../utils/domain/zone';
import { action, MONDAY, pageSign, platform, submission, typed } from './fixtures';

const ZONE = 'Asia/Shanghai';
/** The end of 2026-W47: Sunday, 22 November, 24:00. */
const END = MONDAY + 7 * DAY_MS;
const TODAY = '2026-11-22';

interface World {
  readonly platforms?: readonly Platform[];
  readonly pageSigns?: readonly PageSign[];
  readonly actions?: readonly ReturnType<typeof action>[];
  readonly submissions?: readonly Submission[];
  readonly coverage?: readonly CoverageDay[];
}

function suspicions({
  platforms = [platform('a', { lastOpenedAt: END - HOUR_MS })],
  pageSigns = [],
  actions = [],
  submissions = [],
  coverage = [],
}: World) {
  return suspectZombies({
    at: END,
    zone: ZONE,
    platforms,
    pageSigns,
    visits: visitsOf({ pageSigns, actions, submissions, uploads: [] }),
    coverage,
  });
}
const rules = (world: World) => suspicions(world).map(({ suspicion }) => suspicion.rule);

let columnNumber = 0;
const column = (
  type: ColumnType | 'unknown',
  newest?: string,
  more: Partial<PageSign['columns'][number]> = {},
) => {
  columnNumber += 1;
  return {
    titleDigest: `column ${columnNumber}`,
    type,
    blank: newest === undefined,
    ...(newest === undefined ? {} : { newest }),
    ...more,
  };
};
/** The home page, seen so many days before the end. */
const home = (daysAgo: number, newest: string | undefined, more: Partial<PageSign> = {}) =>
  pageSign('a', END - daysAgo * DAY_MS + 9 * HOUR_MS - DAY_MS, {
    pageClass: 'home',
    columns: [column('news', newest)],
    ...(newest === undefined ? {} : { newest }),
    ...more,
  });

describe('a stale home page', () => {
  it('is suspected after two weeks without an update, seen on two days', () => {
    const [found, ...more] = suspicions({
      pageSigns: [home(6, '2026-11-01'), home(0, '2026-11-01')],
    });
    expect(more).toEqual([]);
    expect(found?.suspicion).toMatchObject({
      platform: 'a',
      kind: 'content',
      rule: 'zombie-home',
      n: 2,
      newest: '2026-11-01',
      figures: { days: 21 },
    });
  });

  it('is told by its age at the moment it was seen', () => {
    // 14 days are still within the term, 15 are not.
    expect(rules({ pageSigns: [home(6, '2026-11-07'), home(0, '2026-11-07')] })).toEqual([
      'zombie-home',
    ]);
    expect(rules({ pageSigns: [home(6, '2026-11-08'), home(0, '2026-11-08')] })).toEqual([]);
    expect(rules({ pageSigns: [home(20, '2026-10-25'), home(19, '2026-10-25')] })).toEqual([]);
  });

  it('is not suspected after one look, nor where another page shows life', () => {
    expect(rules({ pageSigns: [home(0, '2026-07-03')] })).toEqual([]);
    const alive = pageSign('a', END - 2 * DAY_MS, { pageClass: 'list', newest: '2026-11-19' });
    expect(rules({ pageSigns: [home(6, '2026-07-03'), alive, home(0, '2026-07-03')] })).toEqual([]);
  });

  it('is not suspected of a system without columns that happens to show a date', () => {
    const bare = { columns: [] };
    expect(
      rules({ pageSigns: [home(6, '2026-07-03', bare), home(0, '2026-07-03', bare)] }),
    ).toEqual([]);
  });

  it('is not suspected of a system that the person logs in to or works with', () => {
    const pageSigns = [home(6, '2026-07-03'), home(0, '2026-07-03')];
    const login = pageSign('a', END - 6 * DAY_MS, { pageClass: 'login' });
    expect(rules({ pageSigns: [...pageSigns, login] })).toEqual([]);
    const submissions = [submission('a', END - 5 * DAY_MS, [typed('person.phone', '1')])];
    expect(rules({ pageSigns, submissions })).toEqual([]);
    const elsewhere = [submission('b', END - 5 * DAY_MS, [typed('person.phone', '1')])];
    expect(rules({ pageSigns, submissions: elsewhere })).toEqual(['zombie-home']);
  });

  it('takes a date that is still to come for no update', () => {
    const deadline = (days: number) =>
      home(days, '2026-07-03', { columns: [column('news', '2026-12-31')] });
    expect(rules({ pageSigns: [deadline(6), deadline(0)] })).toEqual(['zombie-home']);
  });

  it('is not suspected where it was updated again at the last look', () => {
    expect(rules({ pageSigns: [home(20, '2026-07-03'), home(0, '2026-11-21')] })).toEqual([]);
  });
});

describe('columns', () => {
  const page = (daysAgo: number, columns: PageSign['columns']) =>
    pageSign('a', END - daysAgo * DAY_MS - HOUR_MS, { pageClass: 'list', columns });

  it('are suspected where five news and notice columns are over their terms', () => {
    const stale = [
      column('news', '2026-11-01'),
      column('news', '2026-10-01'),
      column('notice', '2026-05-01'),
      column('policy', '2026-05-01'),
      column('policy', '2026-04-01'),
    ];
    expect(rules({ pageSigns: [page(0, stale)] })).toEqual(['zombie-columns-short']);
    expect(rules({ pageSigns: [page(0, stale.slice(1))] })).toEqual([]);
    // A notice of five months is within its term of six.
    expect(
      rules({ pageSigns: [page(0, [...stale.slice(0, 4), column('policy', '2026-06-20')])] }),
    ).toEqual([]);
  });

  it('are suspected where ten in all are over their terms', () => {
    const stale = Array.from({ length: 10 }, () => column('notice', '2026-01-01'));
    expect(rules({ pageSigns: [page(0, stale)] })).toEqual(['zombie-columns']);
    expect(rules({ pageSigns: [page(0, stale.slice(1))] })).toEqual([]);
  });

  it('of an archive need no update, nor do those whose kind is unknown', () => {
    const old = Array.from({ length: 12 }, (_, n) =>
      column(n % 2 === 0 ? 'archive' : 'unknown', '2020-01-01'),
    );
    expect(rules({ pageSigns: [page(0, old)] })).toEqual([]);
  });

  it('are counted once, by their newest date, however often they are seen', () => {
    const one = column('news', '2026-10-01');
    const looks = Array.from({ length: 9 }, (_, day) => page(day, [one]));
    expect(rules({ pageSigns: looks })).toEqual([]);
    const five = Array.from({ length: 5 }, () => column('news', '2026-10-01'));
    const renewed = five.map((old) => ({ ...old, newest: '2026-11-20' }));
    expect(rules({ pageSigns: [page(5, five), page(0, renewed)] })).toEqual([]);
  });

  it('are called never filled only where five stayed blank over two weeks', () => {
    const blank = Array.from({ length: 5 }, () => column('notice'));
    expect(rules({ pageSigns: [page(14, blank), page(6, blank), page(0, blank)] })).toEqual([
      'zombie-columns-blank',
    ]);
    // Twice may be chance: a list that had not loaded yet.
    expect(rules({ pageSigns: [page(14, blank), page(0, blank)] })).toEqual([]);
    expect(rules({ pageSigns: [page(13, blank), page(6, blank), page(0, blank)] })).toEqual([]);
    expect(rules({ pageSigns: [page(0, blank)] })).toEqual([]);
    const filled = [{ ...blank[0], blank: false } as (typeof blank)[number], ...blank.slice(1)];
    expect(rules({ pageSigns: [page(14, blank), page(7, filled), page(0, blank)] })).toEqual([]);
  });
});

describe('an unreachable platform', () => {
  const loads = (n: number, failed: number, days = 5, more: Partial<PageSign> = {}) =>
    Array.from({ length: n }, (_, load) =>
      pageSign('a', END - (1 + (load % days)) * DAY_MS + load * MINUTE_MS, {
        pageClass: 'list',
        loadMs: 800,
        ...more,
        failed: load < failed,
      }),
    );

  it('is suspected by the table of the lower bound: 3 of 20, 4 of 30, 6 of 50, 10 of 100', () => {
    for (const [n, least] of [
      [20, 3],
      [30, 4],
      [50, 6],
      [100, 10],
      [140, 13],
    ] as const) {
      expect(rules({ pageSigns: loads(n, least) })).toEqual(['zombie-unreachable']);
      expect(rules({ pageSigns: loads(n, least - 1) })).toEqual([]);
    }
  });

  it('needs twenty loads on three days', () => {
    expect(rules({ pageSigns: loads(19, 10) })).toEqual([]);
    expect(rules({ pageSigns: loads(40, 20, 2) })).toEqual([]);
  });

  it('counts a load of fifteen seconds as failed', () => {
    const slow = loads(20, 0).map((sign, n) => (n < 3 ? { ...sign, loadMs: 15_000 } : sign));
    expect(rules({ pageSigns: slow })).toEqual(['zombie-unreachable']);
    const bearable = loads(20, 0).map((sign) => ({ ...sign, loadMs: 14_999 }));
    expect(rules({ pageSigns: bearable })).toEqual([]);
  });

  it('is not suspected of what failed on two days only', () => {
    const twoDays = loads(100, 0, 10).map((sign, load) => ({ ...sign, failed: load % 10 < 2 }));
    expect(rules({ pageSigns: twoDays })).toEqual([]);
    const threeDays = loads(100, 0, 10).map((sign, load) => ({ ...sign, failed: load % 10 < 3 }));
    expect(rules({ pageSigns: threeDays })).toEqual(['zombie-unreachable']);
  });

  it('is not suspected while the loads of other platforms failed as well', () => {
    const own = loads(40, 20);
    const other = (failed: boolean, apart: number) =>
      own.map(({ at }) =>
        pageSign('b', at + apart, { loadMs: failed ? 20_000 : 700, failed: false }),
      );
    expect(rules({ pageSigns: [...own, ...other(true, MINUTE_MS)] })).toEqual([]);
    expect(rules({ pageSigns: [...own, ...other(false, MINUTE_MS)] })).toEqual([
      'zombie-unreachable',
    ]);
    // Another time tells nothing of this one.
    expect(rules({ pageSigns: [...own, ...other(true, 3 * HOUR_MS)] })).toEqual([
      'zombie-unreachable',
    ]);
  });

  it('is never suspected of a private host, nor of a page under maintenance', () => {
    const intranet = platform('a', { origins: ['http://10.1.2.3:8080'], lastOpenedAt: END - 1 });
    expect(rules({ platforms: [intranet], pageSigns: loads(40, 40) })).toEqual([]);
    expect(rules({ pageSigns: loads(40, 40, 5, { state: 'maintenance' }) })).toEqual([]);
  });

  it('knows private hosts', () => {
    for (const origin of [
      'http://10.0.0.1',
      'https://172.31.9.9:8443',
      'http://192.168.1.1',
      'http://100.64.3.3',
      'http://[fd00::1]:80',
      'http://oa',
      'http://localhost:3000',
    ]) {
      expect(isPrivateOrigin(origin)).toBe(true);
    }
    for (const origin of [
      'https://mz.qingshan.gov.cn',
      'http://172.32.0.1',
      '*://*.gov.cn',
      '*://*/*',
    ]) {
      expect(isPrivateOrigin(origin)).toBe(false);
    }
  });
});

describe('a platform that shows life elsewhere', () => {
  const stale = [
    column('news', '2026-03-01'),
    column('news', '2026-03-01'),
    column('notice', '2026-03-01'),
    column('policy', '2026-03-01'),
    column('policy', '2026-03-01'),
  ];
  const look = (daysAgo: number, columns: PageSign['columns'], newest?: string) =>
    pageSign('a', END - daysAgo * DAY_MS - HOUR_MS, {
      pageClass: 'home',
      columns,
      ...(newest === undefined ? {} : { newest }),
    });

  it('is not held to columns that were not looked at since', () => {
    expect(rules({ pageSigns: [look(20, stale)] })).toEqual(['zombie-columns-short']);
    const since = look(2, [column('news', '2026-11-18')], '2026-11-18');
    expect(rules({ pageSigns: [look(20, stale), since] })).toEqual([]);
    expect(rules({ pageSigns: [look(20, stale), since, look(1, stale)] })).toEqual([
      'zombie-columns-short',
    ]);
  });

  it('does not live by its archive', () => {
    const page = (daysAgo: number) =>
      look(daysAgo, [column('news', '2026-07-03'), column('archive', '2026-11-20')], '2026-07-03');
    expect(rules({ pageSigns: [page(6), page(0)] })).toEqual(['zombie-home']);
  });
});

describe('a platform used for traces only', () => {
  const visit = (n: number) => END - (n + 1) * DAY_MS;
  const traceVisit = (n: number) => ({
    sign: pageSign('a', visit(n), { pageClass: 'login' }),
    act: action('a', visit(n) + MINUTE_MS),
  });
  const visits = (count: number) => Array.from({ length: count }, (_, n) => traceVisit(n));
  const world = (count: number, more: World = {}) => ({
    ...more,
    pageSigns: [...visits(count).map(({ sign }) => sign), ...(more.pageSigns ?? [])],
    actions: [...visits(count).map(({ act }) => act), ...(more.actions ?? [])],
  });

  it('is suspected after four visits of login and check-in alone', () => {
    expect(rules(world(4))).toEqual(['zombie-use']);
    expect(rules(world(3))).toEqual([]);
  });

  it('is not suspected where more than a fifth of the visits were for work', () => {
    const work = (count: number) => ({
      submissions: Array.from({ length: count }, (_, n) =>
        submission('a', END - (10 + n) * DAY_MS, [typed('person.phone', '1')]),
      ),
    });
    expect(rules(world(4, work(1)))).toEqual(['zombie-use']);
    expect(rules(world(4, work(2)))).toEqual([]);
  });

  it('is not suspected where no page was seen', () => {
    expect(rules({ actions: visits(6).map(({ act }) => act) })).toEqual([]);
  });

  it('takes reading, studying and filling in for use', () => {
    for (const pageClass of ['detail', 'study', 'form'] as const) {
      const pages = visits(4).map(({ sign }) => pageSign('a', sign.at + 1_000, { pageClass }));
      expect(rules(world(4, { pageSigns: pages }))).toEqual([]);
    }
  });

  it('takes several lists for looking things up, one for where the action is', () => {
    const lists = (each: number) =>
      visits(4).flatMap(({ sign }) =>
        Array.from({ length: each }, (_, n) =>
          pageSign('a', sign.at + n * 1_000, { pageClass: 'list' }),
        ),
      );
    expect(rules(world(4, { pageSigns: lists(1) }))).toEqual(['zombie-use']);
    expect(rules(world(4, { pageSigns: lists(3) }))).toEqual([]);
  });

  it('takes the page on which reading is confirmed for part of the trace', () => {
    const pages = visits(4).map(({ sign }) =>
      pageSign('a', sign.at + 1_000, { pageClass: 'detail' }),
    );
    const confirms = visits(4).map(({ sign }) =>
      action('a', sign.at + 2_000, { action: 'read-confirm' }),
    );
    expect(rules(world(4, { pageSigns: pages, actions: confirms }))).toEqual(['zombie-use']);
  });

  it('does not count exempt actions, attempts, or a platform that the person exempted', () => {
    const exempted = visits(4).map(({ act }) => ({ ...act, exempt: true }));
    const signs = visits(4).map(({ sign }) => sign);
    expect(rules({ pageSigns: signs, actions: exempted })).toEqual([]);
    const attempts = visits(4).map(({ act }) => ({ ...act, outcome: 'attempt' as const }));
    expect(rules({ pageSigns: signs, actions: attempts })).toEqual([]);
    expect(
      rules(world(4, { platforms: [platform('a', { exempt: true, lastOpenedAt: END - 1 })] })),
    ).toEqual([]);
  });
});

describe('an unused platform', () => {
  const busy = (days: number): readonly CoverageDay[] =>
    Array.from({ length: days }, (_, n) => ({
      day: addDays(TODAY, -n),
      active: [100],
      recorded: [100],
    }));
  const old = (more: Partial<Platform> = {}) =>
    platform('a', { lastOpenedAt: END - 30 * DAY_MS, ...more });

  it('is suspected after 28 days, while the browser was used', () => {
    const [found] = suspicions({ platforms: [old()], coverage: busy(10) });
    expect(found?.suspicion).toMatchObject({ kind: 'unused', figures: { days: 29 } });
    expect(
      rules({ platforms: [old({ lastOpenedAt: END - 27 * DAY_MS })], coverage: busy(10) }),
    ).toEqual([]);
  });

  it('is not suspected of who was on leave', () => {
    expect(rules({ platforms: [old()], coverage: busy(9) })).toEqual([]);
    expect(rules({ platforms: [old()] })).toEqual([]);
  });

  it('is not suspected where it may have been opened while recording was off', () => {
    const off = (days: number): readonly CoverageDay[] =>
      Array.from({ length: days }, (_, n) => ({
        day: addDays(TODAY, -10 - n),
        active: [100],
        recorded: [],
      }));
    expect(rules({ platforms: [old()], coverage: [...busy(10), ...off(2)] })).toEqual([
      'zombie-unused',
    ]);
    expect(rules({ platforms: [old()], coverage: [...busy(10), ...off(3)] })).toEqual([]);
  });

  it('is not suspected in the first weeks of its season', () => {
    const begun = old({ season: [11, 12], lastOpenedAt: END - 300 * DAY_MS });
    expect(rules({ platforms: [begun], coverage: busy(20) })).toEqual([]);
    const longSince = old({ season: [10, 11], lastOpenedAt: END - 300 * DAY_MS });
    expect(rules({ platforms: [longSince], coverage: busy(20) })).toEqual(['zombie-unused']);
  });

  it('is not suspected out of its season, nor soon after it was put on the list', () => {
    const coverage = busy(20);
    expect(rules({ platforms: [old({ season: [3, 4] })], coverage })).toEqual([]);
    expect(rules({ platforms: [old({ season: [10, 11] })], coverage })).toEqual(['zombie-unused']);
    const fresh = platform('a', { addedAt: END - 5 * DAY_MS });
    expect(rules({ platforms: [fresh], coverage })).toEqual([]);
  });

  it('is not suspected where it was taken off the list or merged', () => {
    const coverage = busy(20);
    expect(rules({ platforms: [old({ ignored: true })], coverage })).toEqual([]);
    expect(rules({ platforms: [old({ mergedInto: 'b' })], coverage })).toEqual([]);
  });
});

describe('a closed platform', () => {
  it('is good practice and never a finding', () => {
    const closed = [
      home(20, '2026-07-03'),
      home(6, '2026-07-03'),
      pageSign('a', END - HOUR_MS, { pageClass: 'home', state: 'closed' }),
    ];
    expect(rules({ pageSigns: closed })).toEqual([]);
    const reopened = [...closed, home(0, '2026-07-03', { at: END - 1_000 })];
    expect(rules({ pageSigns: reopened })).toEqual(['zombie-home']);
  });
});

describe('wilsonLowerBound', () => {
  it('agrees with values worked out by hand', () => {
    // 10 of 100: (0.1 + z²/200 − z·√(0.0009 + z²/40000)) ÷ (1 + z²/100).
    expect(wilsonLowerBound(10, 100)).toBeCloseTo(0.055229, 5);
    expect(wilsonLowerBound(0, 20)).toBe(0);
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(20, 20)).toBeCloseTo(0.838875, 5);
  });
});
