import {
  DATE_STYLES,
  type DateStyle,
  daysAgo,
  type PortalPage,
  type Row,
  rows,
} from './portal-page';

/** Pages for development: lists and tables as older content systems write them. */

const NAV = `<div class="header"><h1 class="logo">青山镇人民政府</h1><div class="nav"><a href="/">首页</a><a href="/gzdt/">工作动态</a><a href="/tzgg/">通知公告</a><a href="/zcwj/">政策文件</a><a href="/hdjl/">互动交流</a></div></div>`;
const CLOCK = `<div class="topbar">今天是2026年11月23日　星期一　欢迎访问青山镇人民政府网站</div>`;
const FOOT = `<div class="footer">版权所有：青山镇人民政府　主办：青山镇党政综合办公室<br>青ICP备20150611号　网站标识码：9901230001　Copyright © 2012-2026　最后备案 2026-11-01</div>`;

function list(found: readonly Row[], style: DateStyle): string {
  return `<ul class="list">${found.map(({ title, day }, index) => `<li><a href="./t${index}.html">${title}</a><span>${DATE_STYLES[style](day)}</span></li>`).join('')}</ul>`;
}

function table(found: readonly Row[], style: DateStyle): string {
  return `<table width="100%">${found.map(({ title, day }) => `<tr><td>·</td><td><a href="view.jsp?id=1">${title}</a></td><td align="right">${DATE_STYLES[style](day)}</td></tr>`).join('')}</table>`;
}

function box(title: string, inner: string): string {
  return `<div class="box"><div class="title"><h3>${title}</h3><a class="more" href="/more/">更多&gt;&gt;</a></div>${inner}</div>`;
}

const whole = (body: string): string => `${CLOCK}${NAV}<div class="main">${body}</div>${FOOT}`;

const styles: readonly DateStyle[] = [
  'dash',
  'slash',
  'dots',
  'brackets',
  'chinese',
  'short',
  'shortBrackets',
  'monthDay',
  'withTime',
  'labelled',
];

export const DEVELOPMENT: readonly PortalPage[] = [
  ...styles.map(
    (style, index): PortalPage => ({
      name: `home, lists, ${style}`,
      title: '青山镇人民政府',
      html: whole(
        box('工作动态', list(rows(2 + index), style)) +
          box('通知公告', list(rows(20 + index), style)) +
          box('政策文件', list(rows(80 + index), style)),
      ),
      expected: {
        newest: daysAgo(2 + index),
        state: 'normal',
        siteId: '9901230001',
        columns: {
          工作动态: daysAgo(2 + index),
          通知公告: daysAgo(20 + index),
          政策文件: daysAgo(80 + index),
        },
      },
    }),
  ),
  ...(['dash', 'brackets', 'chinese', 'round', 'numerals'] as const).map(
    (style, index): PortalPage => ({
      name: `column, table, ${style}`,
      title: '通知公告',
      head: '<meta name="ColumnName" content="通知公告"><meta name="SiteIDCode" content="9901230002">',
      html: whole(
        `<div class="crumb">当前位置：<a href="/">首页</a> &gt; 通知公告</div>${table(rows(200 + index, 8), style)}<div class="page">1 2 3 下一页</div>`,
      ),
      expected: {
        newest: daysAgo(200 + index),
        state: 'normal',
        siteId: '9901230002',
        columns: { 通知公告: daysAgo(200 + index) },
      },
    }),
  ),
  {
    name: 'only footer and clock',
    title: '青山镇人民政府',
    html: whole(
      '<p>欢迎来到青山镇。青山镇位于县城东南部，辖十二个行政村，总面积一百二十平方公里，耕地面积三万亩，是著名的茶叶之乡。</p>',
    ),
    expected: { newest: null, state: 'normal' },
  },
  {
    name: 'deadline, event, validity',
    title: '项目申报',
    html: whole(
      `<h2>项目申报指南</h2><ul class="list"><li><a href="/1">关于组织申报农业项目的公告（一）</a><span>截止日期：${daysAgo(3)}</span></li><li><a href="/2">关于组织申报农业项目的公告（二）</a><span>有效期至 ${daysAgo(1)}</span></li></ul><p>报名时间：${daysAgo(6)}至${daysAgo(2)}</p><p>会议时间：${daysAgo(4)} 14:30</p>`,
    ),
    expected: { newest: null, state: 'normal' },
  },
  {
    name: 'article with dates in its text',
    title: '青山镇召开会议',
    head: `<meta name="ArticleTitle" content="青山镇召开会议"><meta name="PubDate" content="${daysAgo(40)} 10:00">`,
    html: whole(
      `<h2>青山镇召开会议</h2><div class="info">发布时间：${daysAgo(40)}　来源：青山镇　浏览次数：12</div><div class="content"><p>2026年11月20日，青山镇召开会议，要求各村在2026年11月22日前完成整改，并于11月23日上报。会议强调，要认真落实责任，确保各项任务按期完成。</p></div>`,
    ),
    expected: { newest: daysAgo(40), state: 'normal' },
  },
  {
    name: 'archive beside a stale column',
    title: '青山镇人民政府',
    html: whole(box('工作动态', list(rows(120), 'dash')) + box('历史专题', list(rows(1), 'dash'))),
    expected: { newest: daysAgo(120), state: 'normal', columns: { 工作动态: daysAgo(120) } },
  },
  {
    name: 'blank columns',
    title: '青山镇住建站',
    html: whole(
      box('工作动态', list(rows(243), 'dash')) +
        box('政策法规', '<ul></ul>') +
        box('办事指南', '<p>暂无内容</p>') +
        box('公示公告', '<div class="empty">该栏目暂无内容</div>') +
        box('下载中心', '<p>栏目建设中…</p>'),
    ),
    expected: {
      newest: daysAgo(243),
      state: 'normal',
      columns: {
        工作动态: daysAgo(243),
        政策法规: 'blank',
        办事指南: 'blank',
        公示公告: 'blank',
        下载中心: 'blank',
      },
    },
  },
  {
    name: 'column page without content',
    title: '政策法规',
    head: '<meta name="ColumnName" content="政策法规">',
    html: whole(
      '<div class="crumb">当前位置：首页 &gt; 政策法规</div><h3>政策法规</h3><p style="padding:60px;text-align:center">暂无内容</p>',
    ),
    expected: { newest: null, state: 'normal', columns: { 政策法规: 'blank' } },
  },
  {
    name: 'search that found nothing',
    title: '站内搜索',
    html: whole(
      '<h2>搜索结果</h2><form class="search"><input value="危房"></form><h3>通知公告</h3><p>暂无数据</p><p>没有找到与“危房”相关的内容</p>',
    ),
    expected: { newest: null, state: 'normal', columns: {} },
  },
  {
    name: 'filter of a list that found nothing',
    title: '通知公告',
    html: whole(
      '<div class="query-form"><input class="kw" value="森林防火"><button>查询</button></div><h3>通知公告</h3><div class="no-data">暂无数据</div>',
    ),
    expected: { newest: null, state: 'normal', columns: {} },
  },
  {
    name: 'error 404',
    title: '404 Not Found',
    status: 404,
    html: '<h1>404</h1><p>您访问的页面不存在</p>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'error with status 200',
    title: '系统提示',
    html: '<div class="box"><h2>系统异常</h2><p>服务器错误，请稍后再试</p><a href="/">返回首页</a></div>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'bad gateway',
    title: '502 Bad Gateway',
    status: 502,
    html: '<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'maintenance',
    title: '系统维护公告',
    html: '<div class="notice"><h2>系统维护中</h2><p>平台将于今晚升级维护，预计明早八点恢复，给您带来不便敬请谅解。</p></div>',
    expected: { newest: null, state: 'maintenance' },
  },
  {
    name: 'closed',
    title: '青山镇林业站',
    html: '<h2>网站关停公告</h2><p>根据政府网站集约化要求，本网站已关停，内容已整合至县人民政府门户网站。</p>',
    expected: { newest: null, state: 'closed' },
  },
  {
    name: 'under construction',
    title: '网上办事',
    html: `${NAV}<div class="main"><p>该栏目正在建设中，敬请期待！</p></div>${FOOT}`,
    expected: { newest: null, state: 'under-construction' },
  },
  {
    name: 'building in the news',
    title: '工作动态',
    html: whole(
      box(
        '工作动态',
        list(
          [
            { title: '石桥村高标准农田项目正在加快建设中', day: daysAgo(3) },
            { title: '青山镇敬老院项目建设中期检查顺利完成', day: daysAgo(9) },
            { title: '我镇500强企业座谈会召开', day: daysAgo(12) },
          ],
          'dash',
        ),
      ),
    ),
    expected: { newest: daysAgo(3), state: 'normal', columns: { 工作动态: daysAgo(3) } },
  },
  {
    name: 'day and month apart',
    title: '青山镇人民政府',
    html: whole(
      `<div class="news"><h3>镇村要闻</h3>${rows(6, 4, 3)
        .map(
          ({ title, day }) =>
            `<div class="item"><div class="date"><b>${day.slice(8)}</b><span>${day.slice(0, 7)}</span></div><a href="/a.html">${title}</a></div>`,
        )
        .join('')}</div>`,
    ),
    expected: { newest: daysAgo(6), state: 'normal', columns: { 镇村要闻: daysAgo(6) } },
  },
  {
    name: 'dates only in addresses',
    title: '青山镇人民政府',
    html: whole(
      box(
        '图片新闻',
        `<ul>${rows(15, 5, 2)
          .map(
            ({ title, day }) =>
              `<li><a href="./${day.slice(0, 7).replace('-', '')}/t${day.replaceAll('-', '')}_812${day.slice(9)}.html">${title}</a></li>`,
          )
          .join('')}</ul>`,
      ),
    ),
    expected: { newest: daysAgo(15), state: 'normal', columns: { 图片新闻: daysAgo(15) } },
  },
  {
    name: 'complaint entry',
    title: '青山镇人民政府',
    html: whole(`<a href="/wzjc">我为政府网站找错</a>${box('通知公告', list(rows(4), 'dash'))}`),
    expected: {
      newest: daysAgo(4),
      state: 'normal',
      complaint: true,
      columns: { 通知公告: daysAgo(4) },
    },
  },
  {
    name: 'calendar widget',
    title: '青山镇人民政府',
    html: whole(
      `<div class="calendar"><div>2026年11月</div><table><tr><td>22</td><td>23</td></tr></table><p>2026-11-23</p></div>${box('工作动态', list(rows(50), 'dash'))}`,
    ),
    expected: { newest: daysAgo(50), state: 'normal', columns: { 工作动态: daysAgo(50) } },
  },
  {
    name: 'form values are no dates',
    title: '填报',
    html: whole(
      `<form><label>日期</label><input value="2026-11-22"><select><option>2026-11-21</option></select><textarea>2026-11-20</textarea></form>${box('通知公告', list(rows(90), 'dash'))}`,
    ),
    expected: { newest: daysAgo(90), state: 'normal', columns: { 通知公告: daysAgo(90) } },
  },
  {
    name: 'notice that asks for a table by tomorrow',
    title: '关于报送冬季安全隐患排查情况的通知',
    html: whole(
      `<h2>关于报送冬季安全隐患排查情况的通知</h2><div class="info">发布时间：${daysAgo(1)}</div><div class="content"><p>各村：</p><p>截至11月20日，全镇已排查隐患32处。请各村<b>于11月24日17:00前</b>将附件1报送至镇安监站，逾期未报的将予以通报。</p></div>`,
    ),
    expected: { newest: daysAgo(1), state: 'normal', deadlines: ['2026-11-24T17:00'] },
  },
  {
    name: 'table of tasks',
    title: '我的任务',
    html: whole(
      `<h3>待办任务</h3><div class="el-table"><table><thead><tr><th>任务名称</th><th>下发时间</th><th>完成时限</th><th>状态</th></tr></thead><tbody>${[
        ['低收入人口走访登记', '2026-11-23 17:30', '待填报'],
        ['医保参保情况摸排', '2026-11-26', '待填报'],
        ['秸秆禁烧巡查日志', '2026-11-25', '已提交'],
        ['耕地流出图斑核查', '2026-11-18', '已逾期'],
      ]
        .map(
          ([task, end, state]) =>
            `<tr><td>${task}</td><td>2026-11-20</td><td><div class="cell">${end}</div></td><td>${state}</td></tr>`,
        )
        .join('')}</tbody></table></div>`,
    ),
    expected: {
      newest: '2026-11-20',
      state: 'normal',
      deadlines: ['2026-11-23T17:30', '2026-11-26T24:00'],
    },
  },
  {
    name: 'ends that are nobody’s task',
    title: '公告公示',
    html: whole(
      `<ul class="list"><li>公益性岗位招聘公告（报名截止时间：2026-11-25）</li><li>危房改造对象名单公示，公示期至11月27日</li><li>2026年度政策意见征集，截止日期：11月30日</li><li>医保集中缴费期截止时间 2026-12-20</li></ul><p>截至11月22日，全镇已完成参保12000人。</p>`,
    ),
    expected: { newest: null, state: 'normal' },
  },
];
