import { daysAgo, type PortalPage, type Row, rows } from './portal-page';

/** Pages for the test: blank columns and look-alikes by other makers. */

const HEAD = `<header><div class="top-info">11月23日 星期一</div><nav class="menu"><a href="/">首页</a><a href="/xw">新闻</a></nav></header>`;
const FOOT = `<footer>主办单位：石桥县林业局　网站标识码：9901230044　更新于 2026-11-22</footer>`;
const whole = (body: string): string => `${HEAD}<div class="wrap">${body}</div>${FOOT}`;

const articles = (found: readonly Row[]): string =>
  found
    .map(
      ({ title, day }) =>
        `<article class="item"><a href="/a/1">${title}</a><time datetime="${day}">${day.slice(5)}</time></article>`,
    )
    .join('');

function page(
  name: string,
  section: (title: string, inner: string) => string,
  empty: string,
  titles: readonly string[] = ['公告公示', '政策解读', '预决算'],
): PortalPage {
  return {
    name,
    title: '石桥县林业局',
    html: whole(
      section('林业要闻', articles(rows(11))) +
        titles.map((title) => section(title, empty)).join(''),
    ),
    expected: {
      newest: daysAgo(11),
      state: 'normal',
      columns: Object.fromEntries(titles.map((title) => [title, 'blank'] as const)),
    },
  };
}

function none(name: string, body: string): PortalPage {
  return {
    name,
    title: '石桥县林业局',
    html: whole(`<section><h2>林业要闻</h2>${articles(rows(5))}</section>${body}`),
    expected: { newest: daysAgo(5), state: 'normal', columns: {} },
  };
}

const section = (title: string, inner: string): string =>
  `<section><h2>${title}</h2>${inner}</section>`;
const panel = (title: string, inner: string): string =>
  `<div class="panel panel-default"><div class="panel-heading"><span class="panel-title">${title}</span><a class="pull-right" href="/m">更多 &raquo;</a></div><div class="panel-body">${inner}</div></div>`;
const arco = (title: string, inner: string): string =>
  `<div class="arco-card"><div class="arco-card-header"><div class="arco-card-header-title">${title}</div></div><div class="arco-card-body">${inner}</div></div>`;
const naive = (title: string, inner: string): string =>
  `<div class="n-card"><div class="n-card-header"><div class="n-card-header__main">${title}</div></div><div class="n-card__content">${inner}</div></div>`;
const portlet = (title: string, inner: string): string =>
  `<div class="portlet"><div class="portlet-topper"><h1 class="portlet-title">${title}</h1></div><div class="portlet-content">${inner}</div></div>`;

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export const TEST_BLANK: readonly PortalPage[] = [
  page('blank sections', section, '<div class="list"></div>'),
  page('blank sections with words', section, '<p class="tips">暂无相关内容</p>'),
  page('blank panels', panel, '<ul class="list-unstyled"></ul>'),
  page('blank panels with words', panel, '<div class="text-center text-muted">没有数据</div>'),
  page(
    'blank cards, drawn',
    arco,
    '<div class="arco-empty"><div class="arco-empty-image"><svg></svg></div><div class="arco-empty-description">暂无数据</div></div>',
  ),
  page(
    'blank cards, described',
    naive,
    '<div class="n-empty"><div class="n-empty__icon"><svg></svg></div><div class="n-empty__description">无数据</div></div>',
  ),
  page('blank portlets', portlet, '<span>内容为空</span>'),
  page(
    'blank with a picture',
    panel,
    `<div class="empty-box"><img src="${PIXEL}" width="120" height="90"><span>暂无信息</span></div>`,
  ),
  page(
    'blank mobile list',
    section,
    `<div class="van-empty"><div class="van-empty__image"><img src="${PIXEL}"></div><p class="van-empty__description">暂无公告</p></div>`,
  ),
  page('blank under construction', panel, '<p>该栏目正在建设中，敬请期待</p>'),
  none(
    'banner',
    panel('公告公示', `<a href="/z"><img src="${PIXEL}" width="600" height="80"></a>`),
  ),
  none('loading', panel('政策解读', '<span class="spinner-border"></span>')),
  none('loading in words', panel('政策解读', '正在加载，请稍候')),
  none('login', panel('公告公示', '<a href="/login">登录后可见</a>')),
  none('chart', panel('统计数据', '<div class="chart"><canvas height="100"></canvas></div>')),
  none('letter', panel('局长信箱', '<p>电话：0999-1234567</p>')),
  none(
    'table of nothing to find',
    `<div class="search-form"><input><button>查询</button></div><h3>公告公示</h3><div class="n-empty">暂无数据</div>`,
  ),
  none('one short link', panel('预决算', '<a href="/y">2026</a>')),
];
