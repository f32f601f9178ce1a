import { DATE_STYLES, daysAgo, type PortalPage, type Row, rows } from './portal-page';

/** Pages for development: columns that were never filled, and what only looks like one. */

const NAV = `<div class="header"><h1 class="logo">白云镇人民政府</h1><div class="nav"><a href="/">首页</a><a href="/gzdt/">工作动态</a><a href="/tzgg/">通知公告</a></div></div>`;
const FOOT = `<div class="footer">主办：白云镇党政办　青ICP备20160712号　Copyright © 2013-2026</div>`;
const whole = (body: string): string => `${NAV}<div class="main">${body}</div>${FOOT}`;

const list = (found: readonly Row[]): string =>
  `<ul class="list">${found.map(({ title, day }, index) => `<li><a href="./t${index}.html">${title}</a><span>${DATE_STYLES.dash(day)}</span></li>`).join('')}</ul>`;
const news = (days: number): string =>
  `<div class="box"><div class="title"><h3>工作动态</h3></div>${list(rows(days))}</div>`;

/** A page of blank columns, each under a heading of one make, beside one that is filled. */
function blanks(
  name: string,
  make: (title: string) => string,
  filled: (title: string, inner: string) => string,
  titles: readonly string[] = ['通知公告', '政策文件', '规划计划', '人事信息'],
): PortalPage {
  return {
    name: `blank: ${name}`,
    title: '白云镇人民政府',
    html: whole(filled('工作动态', list(rows(6))) + titles.map(make).join('')),
    expected: {
      newest: daysAgo(6),
      state: 'normal',
      columns: {
        工作动态: daysAgo(6),
        ...Object.fromEntries(titles.map((title) => [title, 'blank'] as const)),
      },
    },
  };
}

/** A page on which nothing is a blank column. */
function full(name: string, body: string, more: Partial<PortalPage> = {}): PortalPage {
  return {
    name: `not blank: ${name}`,
    title: '白云镇人民政府',
    html: whole(news(4) + body),
    expected: { newest: daysAgo(4), state: 'normal', columns: { 工作动态: daysAgo(4) } },
    ...more,
  };
}

const card = (title: string, inner: string): string =>
  `<div class="el-card"><div class="el-card__header"><span>${title}</span></div><div class="el-card__body">${inner}</div></div>`;
const antCard = (title: string, inner: string): string =>
  `<div class="ant-card"><div class="ant-card-head"><div class="ant-card-head-wrapper"><div class="ant-card-head-title">${title}</div></div></div><div class="ant-card-body">${inner}</div></div>`;
const layuiCard = (title: string, inner: string): string =>
  `<div class="layui-card"><div class="layui-card-header">${title}</div><div class="layui-card-body">${inner}</div></div>`;
const tableBox = (title: string, inner: string): string =>
  `<table class="block" width="480"><tr><td class="bt"><b>${title}</b></td><td align="right"><a href="/m">更多</a></td></tr><tr><td colspan="2">${inner}</td></tr></table>`;
const lanmu = (title: string, inner: string): string =>
  `<div class="lm"><div class="lm_tit"><a href="/l">${title}</a></div><div class="lm_con">${inner}</div></div>`;
const set = (title: string, inner: string): string =>
  `<fieldset><legend>${title}</legend>${inner}</fieldset>`;
const definition = (title: string, inner: string): string =>
  `<dl class="column"><dt class="column-title">${title}</dt><dd>${inner}</dd></dl>`;

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export const DEVELOPMENT_BLANK: readonly PortalPage[] = [
  blanks(
    'cards with an empty state',
    (title) =>
      card(
        title,
        '<div class="el-empty"><div class="el-empty__image"><svg></svg></div><div class="el-empty__description"><p>暂无数据</p></div></div>',
      ),
    card,
  ),
  blanks(
    'cards with a drawn empty state',
    (title) =>
      antCard(
        title,
        '<div class="ant-empty"><div class="ant-empty-image"><svg></svg></div><div class="ant-empty-description">暂无数据</div></div>',
      ),
    antCard,
  ),
  blanks(
    'empty state with a picture',
    (title) => lanmu(title, `<div class="nodata"><img src="${PIXEL}" alt=""><p>暂无内容</p></div>`),
    lanmu,
  ),
  blanks('layui cards', (title) => layuiCard(title, '无数据'), layuiCard),
  blanks('tables', (title) => tableBox(title, '&nbsp;'), tableBox),
  blanks('tables with words', (title) => tableBox(title, '暂无信息'), tableBox),
  blanks('boxes of nothing', (title) => lanmu(title, '<ul></ul>'), lanmu),
  blanks('boxes of white space', (title) => lanmu(title, '<p>&nbsp;</p>'), lanmu),
  blanks('one row that says so', (title) => lanmu(title, '<ul><li>暂无相关信息</li></ul>'), lanmu),
  blanks('fieldsets', (title) => set(title, '<p>暂无记录</p>'), set),
  blanks('definition lists', (title) => definition(title, '栏目建设中'), definition),
  blanks(
    'a count of nothing',
    (title) =>
      lanmu(
        title,
        '<ul></ul><div class="page">共 0 条记录　第 1/0 页　首页 上一页 下一页 尾页</div>',
      ),
    lanmu,
  ),
  blanks('in English', (title) => lanmu(title, '<div class="empty">No Data</div>'), lanmu),
  {
    name: 'blank: column page of a list',
    title: '通知公告-白云镇人民政府',
    head: '<meta name="ColumnName" content="通知公告">',
    html: whole(
      '<div class="crumb">当前位置：首页 &gt; 通知公告</div><div class="list-title"><h2>通知公告</h2></div><div class="list-box"><div class="no-content">该栏目暂无内容</div></div>',
    ),
    expected: { newest: null, state: 'normal', columns: { 通知公告: 'blank' } },
  },
  {
    name: 'blank: open tab without anything',
    title: '白云镇人民政府',
    html: whole(
      `${news(9)}<div class="tabs"><div class="tab-hd"><span class="on">公示公告</span><span>招标采购</span></div><div class="tab-bd"><p>暂无内容</p></div><div class="tab-bd" style="display:none">${list(rows(30))}</div></div>`,
    ),
    expected: {
      newest: daysAgo(9),
      state: 'normal',
      columns: { 工作动态: daysAgo(9), 公示公告: 'blank' },
    },
  },
  full(
    'pictures alone',
    lanmu('图片新闻', `<a href="/1"><img src="${PIXEL}" width="300" height="200"></a>`),
  ),
  full('a film', lanmu('新闻中心', '<video width="300" height="200"></video>')),
  full('a drawing', lanmu('统计数据', '<canvas width="300" height="150"></canvas>')),
  full('a page inside', lanmu('通知公告', '<iframe src="about:blank" height="200"></iframe>')),
  full('figures', lanmu('统计数据', '<b>12 345</b> 人 <b>3 210</b> 户')),
  full(
    'a form',
    lanmu('领导信箱', '<form><input name="a"><textarea></textarea><button>提交</button></form>'),
  ),
  full('words to read', lanmu('规划计划', '<p>白云镇“十五五”规划正在征求意见，欢迎来函。</p>')),
  full(
    'links of a few signs',
    lanmu('政策文件', '<a href="/a">社保</a> <a href="/b">医保</a> <a href="/c">低保</a>'),
  ),
  full('behind a login', lanmu('通知公告', '<p>请登录后查看</p>')),
  full('still loading', lanmu('通知公告', '<div class="loading">加载中…</div>')),
  full(
    'still loading under a mask',
    lanmu('通知公告', '<div class="el-loading-mask"><div class="el-loading-spinner"></div></div>'),
  ),
  full('skeleton', lanmu('政策文件', '<div class="ant-skeleton ant-skeleton-active"></div>')),
  full('nothing to do', lanmu('通知公告', '<p>暂无待办</p>')),
  full(
    'closed tab that fills when it is opened',
    `<div class="tabs"><div class="tab-hd"><span class="on">政策文件</span><span>政策解读</span></div><div class="tab-bd">${list(rows(40))}</div><div class="tab-bd" style="display:none"></div></div>`,
    {
      expected: {
        newest: daysAgo(4),
        state: 'normal',
        columns: { 工作动态: daysAgo(4), 政策文件: daysAgo(40) },
      },
    },
  ),
  full(
    'search without results',
    '<div class="search-result"><h3>通知公告</h3><p>没有找到相关内容</p></div>',
    {
      title: '搜索结果',
      html: whole(
        '<form class="search"><input value="低保"><button>搜索</button></form><div class="search-result"><h3>通知公告</h3><p>没有找到相关内容</p></div>',
      ),
      expected: { newest: null, state: 'normal', columns: {} },
    },
  ),
  full(
    'dates of other things',
    `<div class="box"><p>办公时间：2026-11-20 起调整</p><p>公示期：${daysAgo(5)} 至 ${daysAgo(1)}</p><p>上次登录：${daysAgo(1)} 08:01</p><p>备案日期 2026-11-21</p></div>`,
  ),
  full(
    'a notice pinned over newer ones',
    `<div class="top"><a href="/n">关于启用新版业务系统的公告</a><span>2024-03-01</span></div>`,
  ),
];
