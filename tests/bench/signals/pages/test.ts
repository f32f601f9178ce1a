import {
  DATE_STYLES,
  type DateStyle,
  daysAgo,
  type PortalPage,
  type Row,
  rows,
} from './portal-page';

/** Pages for the test, by other recipes: newer content systems, cards, tabs, single-page portals. */

const HEAD = `<header class="site-header"><div class="weather">11月23日 多云 9℃</div><div id="clock">2026-11-23 10:21:08 星期一</div><nav><a href="/">网站首页</a><a href="/a">新闻中心</a><a href="/b">公示公告</a><a href="/c">政务公开</a></nav></header>`;
const FOOT = `<footer><p>清江县农业农村局主办　网站标识码：bm99012301</p><p>建议使用 1440*900 分辨率　技术支持：2026-11-20 升级</p><p>Copyright©2008-2026 All Rights Reserved</p></footer>`;

const whole = (body: string): string => `${HEAD}<main>${body}</main>${FOOT}`;

function cards(found: readonly Row[], style: DateStyle): string {
  return `<div class="news-list">${found.map(({ title, day }) => `<div class="news-item"><a href="/detail?id=7" class="news-item__link"><p class="news-item__title">${title}</p><span class="news-item__date">${DATE_STYLES[style](day)}</span></a></div>`).join('')}</div>`;
}

function leading(found: readonly Row[], style: DateStyle): string {
  return `<ul class="infoList">${found.map(({ title, day }) => `<li><em>${DATE_STYLES[style](day)}</em><a title="${title}" href="/art/1">${title.slice(0, 16)}…</a></li>`).join('')}</ul>`;
}

function definitions(found: readonly Row[], style: DateStyle): string {
  return `<dl>${found.map(({ title, day }) => `<dd><a href="/x">${title}</a><i>${DATE_STYLES[style](day)}</i></dd>`).join('')}</dl>`;
}

function section(title: string, inner: string): string {
  return `<section class="module"><div class="module-hd"><h2>${title}</h2><span class="more"><a href="/m">MORE+</a></span></div><div class="module-bd">${inner}</div></section>`;
}

const makers = [cards, leading, definitions];
const styles: readonly DateStyle[] = [
  'dash',
  'slash',
  'dots',
  'chinese',
  'short',
  'twoDigits',
  'fullWidth',
  'round',
  'monthDay',
  'updated',
  'shortBrackets',
  'withTime',
];

export const TEST: readonly PortalPage[] = [
  ...styles.map((style, index): PortalPage => {
    const make = makers[index % makers.length] ?? cards;
    return {
      name: `modules, ${make.name}, ${style}`,
      title: '清江县农业农村局',
      html: whole(
        section('新闻动态', make(rows(3 + index, 5, 2), style)) +
          section('公示公告', make(rows(40 + index, 5, 9), style)) +
          section('政策法规', make(rows(150 + index, 3, 30), style)),
      ),
      expected: {
        newest: daysAgo(3 + index),
        state: 'normal',
        columns: {
          新闻动态: daysAgo(3 + index),
          公示公告: daysAgo(40 + index),
          政策法规: daysAgo(150 + index),
        },
      },
    };
  }),
  {
    name: 'tabs with one open',
    title: '清江县农业农村局',
    html: whole(
      `<div class="tab-box"><div class="tab-hd"><span class="on">通知公告</span><span>招标采购</span></div><div class="tab-bd">${leading(rows(33), 'dash')}</div><div class="tab-bd" style="display:none">${leading(rows(70), 'dash')}</div></div>`,
    ),
    expected: { newest: daysAgo(33), state: 'normal', columns: { 通知公告: daysAgo(33) } },
  },
  {
    name: 'stale for years',
    title: '清江县老龄办',
    html: whole(
      section('工作动态', cards(rows(900, 6, 40), 'dash')) +
        section('通知公告', cards(rows(1200, 3, 50), 'chinese')),
    ),
    expected: {
      newest: daysAgo(900),
      state: 'normal',
      columns: { 工作动态: daysAgo(900), 通知公告: daysAgo(1200) },
    },
  },
  {
    name: 'future dates of events',
    title: '活动预告',
    html: whole(
      section(
        '活动公告',
        leading(
          [
            { title: '新时代文明实践集中志愿服务活动预告', day: '2026-12-05' },
            { title: '关于举办农民丰收节系列活动的公告', day: daysAgo(60) },
          ],
          'dash',
        ),
      ),
    ),
    expected: { newest: daysAgo(60), state: 'normal', columns: { 活动公告: daysAgo(60) } },
  },
  {
    name: 'table with deadlines beside publication',
    title: '公示公告',
    head: '<meta name="ColumnName" content="公示公告">',
    html: whole(
      `<table class="gg"><thead><tr><th>标题</th><th>发布日期</th><th>截止日期</th></tr></thead><tbody>${rows(
        75,
        6,
        4,
      )
        .map(
          ({ title, day }, index) =>
            `<tr><td><a href="/g">${title}</a></td><td>${day}</td><td>${daysAgo(2 + index)}</td></tr>`,
        )
        .join('')}</tbody></table>`,
    ),
    expected: { newest: daysAgo(75), state: 'normal', columns: { 公示公告: daysAgo(75) } },
  },
  {
    name: 'relative times',
    title: '清江融媒',
    html: whole(
      section(
        '最新动态',
        `<ul>${['3小时前', '昨天', '5天前'].map((when, index) => `<li><a href="/n">${rows(1)[index]?.title}</a><time>${when}</time></li>`).join('')}</ul>`,
      ),
    ),
    expected: { newest: '2026-11-23', state: 'normal', columns: { 最新动态: '2026-11-23' } },
  },
  {
    name: 'article of a new system',
    title: '关于做好冬季农业生产的通知',
    html: whole(
      '<article><h1>关于做好冬季农业生产的通知</h1><div class="article-meta"><span>来源：县农业农村局</span><span>时间：2026-10-09 08:30</span><span>字号：大 中 小</span></div><p>各镇人民政府：请于2026年11月30日前报送进展情况。附件有效期至2026年12月31日。</p><p class="sign">2026年10月8日</p></article>',
    ),
    expected: { newest: '2026-10-09', state: 'normal', deadlines: ['2026-11-30T24:00'] },
  },
  {
    name: 'blank modules',
    title: '清江县供销社',
    html: whole(
      section('要闻动态', cards(rows(410), 'dash')) +
        section('政策解读', '<div class="empty-state"><img src="/e.png"><p>暂无数据</p></div>') +
        section('人事信息', '<ul class="infoList"></ul>') +
        section('互动交流', '<p class="tip">敬请期待</p>'),
    ),
    expected: {
      newest: daysAgo(410),
      state: 'normal',
      columns: { 要闻动态: daysAgo(410), 政策解读: 'blank', 人事信息: 'blank', 互动交流: 'blank' },
    },
  },
  {
    name: 'pictures instead of lists',
    title: '清江县文旅局',
    html: whole(
      section(
        '图片新闻',
        '<div class="swiper"><img src="/1.jpg" alt="丰收"><img src="/2.jpg" alt="茶园"></div>',
      ) + section('通知公告', leading(rows(12), 'dash')),
    ),
    expected: { newest: daysAgo(12), state: 'normal', columns: { 通知公告: daysAgo(12) } },
  },
  {
    name: 'own messages are empty',
    title: '个人中心',
    html: whole(
      '<h2>我的通知</h2><div class="el-empty"><p>暂无消息</p></div><h2>待办事项</h2><p>暂无待办</p>',
    ),
    expected: { newest: null, state: 'normal', columns: {} },
  },
  {
    name: 'links as columns',
    title: '清江县人民政府',
    html: whole(
      `<div class="links"><h3>政务公开</h3><a href="/1">政策文件</a><a href="/2">规划计划</a><a href="/3">财政信息</a><a href="/4">人事信息</a></div>${section('要闻', leading(rows(5), 'dash'))}`,
    ),
    expected: { newest: daysAgo(5), state: 'normal', columns: { 要闻: daysAgo(5) } },
  },
  {
    name: 'statistics by month',
    title: '统计信息',
    head: '<meta name="ColumnName" content="统计信息">',
    html: whole(
      `<ul class="infoList"><li><a href="/s">2026年9月全县农业经济运行情况</a><em>2026-10-18</em></li><li><a href="/s">2026年8月全县农业经济运行情况</a><em>2026-09-17</em></li><li><a href="/s">2026年7月全县农业经济运行情况</a><em>2026-08-19</em></li></ul>`,
    ),
    expected: { newest: '2026-10-18', state: 'normal', columns: { 统计信息: '2026-10-18' } },
  },
  {
    name: 'site code of a ministry',
    title: '清江县农业农村局',
    html: whole(section('工作动态', leading(rows(9), 'dash'))),
    expected: {
      newest: daysAgo(9),
      state: 'normal',
      siteId: 'bm99012301',
      columns: { 工作动态: daysAgo(9) },
    },
  },
  {
    name: 'forbidden',
    title: '403 Forbidden',
    status: 403,
    html: '<h1>403 Forbidden</h1><p>无权限访问</p>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'tomcat error',
    title: 'HTTP Status 500 – Internal Server Error',
    status: 500,
    html: '<h1>HTTP Status 500 – Internal Server Error</h1><hr><p><b>Type</b> Exception Report</p>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'page went missing',
    title: '提示信息',
    html: '<div class="e404"><p>抱歉，您访问的页面不存在或已被删除</p><a href="/">返回首页</a></div>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'upgrade notice',
    title: '通知',
    html: '<div><h3>关于系统升级维护的通知</h3><p>系统升级中，2026年11月24日8:00恢复使用。</p></div>',
    expected: { newest: null, state: 'maintenance' },
  },
  {
    name: 'moved',
    title: '清江县粮食局',
    html: '<p>本网站已迁移至县发展和改革局网站，请访问新网址。</p><a href="http://fg.example.com">点击进入</a>',
    expected: { newest: null, state: 'closed' },
  },
  {
    name: 'stopped',
    title: '公告',
    html: '<h2>公告</h2><p>根据工作需要，本平台已停止服务，感谢您的支持。</p>',
    expected: { newest: null, state: 'closed' },
  },
  {
    name: 'not open yet',
    title: '网上信访',
    html: `${HEAD}<main><div class="blank-page">功能暂未开放</div></main>${FOOT}`,
    expected: { newest: null, state: 'under-construction' },
  },
  {
    name: 'words of failure in the news',
    title: '新闻中心',
    html: whole(
      section(
        '新闻中心',
        leading(
          [
            { title: '我县500余名干部参加系统维护业务培训班', day: daysAgo(7) },
            { title: '404号县道改造工程正在抓紧施工建设中', day: daysAgo(11) },
            { title: '已关停小造纸企业原址复垦工作顺利完成', day: daysAgo(15) },
          ],
          'dash',
        ),
      ),
    ),
    expected: { newest: daysAgo(7), state: 'normal', columns: { 新闻中心: daysAgo(7) } },
  },
  {
    name: 'feedback entry',
    title: '清江县农业农村局',
    html: whole(`${section('工作动态', leading(rows(8), 'dash'))}<a href="/fk">意见反馈</a>`),
    expected: {
      newest: daysAgo(8),
      state: 'normal',
      complaint: true,
      columns: { 工作动态: daysAgo(8) },
    },
  },
  {
    name: 'cards of tasks',
    title: '工作台',
    html: whole(
      `<section class="tasks"><div class="task-card"><h4>孤寡老人巡访</h4><p><span class="label">截止时间：</span><span class="value">2026-11-23 18:00</span></p><button>去填报</button></div><div class="task-card"><h4>安全用电检查</h4><p><span class="label">截止时间：</span><span class="value">2026/11/27</span></p><button>去填报</button></div><div class="task-card"><h4>厕所革命台账</h4><p><span class="label">截止时间：</span><span class="value">2026-11-12</span></p><button>补报</button></div></section>`,
    ),
    expected: {
      newest: null,
      state: 'normal',
      deadlines: ['2026-11-23T18:00', '2026-11-27T24:00'],
    },
  },
  {
    name: 'details of a task',
    title: '任务详情',
    html: whole(
      `<table class="detail"><tr><th>任务名称</th><td>农村自建房安全排查</td></tr><tr><th>要求反馈时间</th><td>2026年11月24日 12时</td></tr><tr><th>建成时间</th><td>2026-12-01</td></tr></table>`,
    ),
    expected: { newest: null, state: 'normal', deadlines: ['2026-11-24T12:00'] },
  },
  {
    name: 'urgent notice in spoken words',
    title: '紧急通知',
    html: whole(
      '<article><h1>紧急通知</h1><p>请各村（社区）今天下午4点前通过系统填报寒潮应对情况，无情况也要报。</p><p>明日上午10:30前请将照片上传至平台。</p></article>',
    ),
    expected: {
      newest: null,
      state: 'normal',
      deadlines: ['2026-11-23T16:00', '2026-11-24T10:30'],
    },
  },
  {
    name: 'tenders and surveys',
    title: '政府采购',
    html: whole(
      `<table><thead><tr><th>项目</th><th>截止时间</th></tr></thead><tbody><tr><td>办公设备采购项目</td><td>2026-11-26 09:00</td></tr></tbody></table><p>问卷调查将于11月29日截止。</p><p>驾驶证有效期止：2026-12-01</p>`,
    ),
    expected: { newest: null, state: 'normal' },
  },
  {
    name: 'plans in the news',
    title: '新闻中心',
    html: whole(
      '<article><h1>我县高速公路项目加快推进</h1><p>记者了解到，该项目力争12月10日前实现全线贯通，12月20日前建成通车。</p><p>会议指出，11月以来，全县共受理群众诉求1200件。</p></article>',
    ),
    expected: { newest: null, state: 'normal' },
  },
  {
    name: 'rows of divs',
    title: '清江县水务局',
    html: whole(
      `<div class="channel"><div class="channel-name">水务要闻</div><div class="rows">${rows(
        17,
        6,
        3,
      )
        .map(
          ({ title, day }) =>
            `<div class="list-row"><div class="t"><a href="/p/1.html">${title}</a></div><div class="d">${DATE_STYLES.dots(day)}</div></div>`,
        )
        .join('')}</div></div>`,
    ),
    expected: { newest: daysAgo(17), state: 'normal' },
  },
  {
    name: 'catalogue of documents with two dates',
    title: '政府信息公开',
    html: whole(
      `<h2>政策文件</h2><table class="xxgk"><thead><tr><th>索引号</th><th>标题</th><th>成文日期</th><th>发布日期</th></tr></thead><tbody>${rows(
        26,
        5,
        8,
      )
        .map(
          ({ title, day }, index) =>
            `<tr><td>0142${index}/2026-0011${index}</td><td><a href="/w/${index}">${title}</a></td><td>${daysAgo(30 + index * 8)}</td><td>${day}</td></tr>`,
        )
        .join('')}</tbody></table>`,
    ),
    expected: { newest: daysAgo(26), state: 'normal' },
  },
  {
    name: 'update told in the footer only',
    title: '清江县档案馆',
    html: `${HEAD}<main><p>馆藏档案十二万卷，开放档案三万卷，欢迎查阅。接待时间为工作日上午九时至下午五时，联系电话 0990-0000000。</p></main><footer><p>最后更新时间：2026年11月21日　今日访问：35</p></footer>`,
    expected: { newest: null, state: 'normal' },
  },
  {
    name: 'article with source and clicks',
    title: '我县开展冬季消防安全检查',
    html: whole(
      '<div class="xl"><h1>我县开展冬季消防安全检查</h1><p class="xl-info">发布日期：2026年11月11日　点击数：<span>200</span>　来源：应急管理局</p><p>11月20日以来，检查组深入各镇开展检查，计划于12月31日前完成全部检查任务。</p></div>',
    ),
    expected: { newest: '2026-11-11', state: 'normal' },
  },
  {
    name: 'empty in other words',
    title: '清江县残联',
    html: whole(
      section('工作动态', leading(rows(61), 'slash')) +
        section('办事服务', '<div class="nodata">暂时没有相关内容</div>') +
        section('数据发布', '<table><tr><td colspan="3">无记录</td></tr></table>') +
        section('在线访谈', '<p>栏目内容更新中</p>'),
    ),
    expected: {
      newest: daysAgo(61),
      state: 'normal',
      columns: { 工作动态: daysAgo(61), 办事服务: 'blank', 数据发布: 'blank', 在线访谈: 'blank' },
    },
  },
  {
    name: 'stopped and merged',
    title: '清江县粮食和物资储备局',
    html: '<div style="text-align:center"><h3>网站停止更新公告</h3><p>因机构改革，本网站已停止更新，相关内容已归并至县发展和改革局网站。</p></div>',
    expected: { newest: null, state: 'closed' },
  },
  {
    name: 'cannot be opened',
    title: '出错啦',
    html: '<div class="err"><img src="/e.png"><p>抱歉，网页无法打开</p><p>错误代码：500</p></div>',
    expected: { newest: null, state: 'error' },
  },
  {
    name: 'sentences that only mention trouble',
    title: '工作动态',
    html: whole(
      section(
        '工作动态',
        leading(
          [
            { title: '县供电公司开展线路升级维护保障冬季用电', day: daysAgo(5) },
            { title: '全县关停取缔散乱污企业十二家', day: daysAgo(10) },
            { title: '老旧小区改造项目全面建设中期推进会召开', day: daysAgo(19) },
            { title: '清江县政务服务中心暂停服务窗口恢复办理', day: daysAgo(28) },
          ],
          'round',
        ),
      ),
    ),
    expected: { newest: daysAgo(5), state: 'normal', columns: { 工作动态: daysAgo(5) } },
  },
  {
    name: 'tasks of the week in a list',
    title: '任务清单',
    html: whole(
      '<ul class="todo"><li><b>森林防火巡查记录</b><span>要求完成时间：11-25 18:00</span></li><li><b>冬修水利进度</b><span>填报截止：11月27日</span></li><li><b>退役军人优待证申领</b><span>申领截止：11月30日</span></li><li><b>安全生产月报</b><span>截止日期：11-24（已上报）</span></li></ul>',
    ),
    expected: {
      newest: null,
      state: 'normal',
      deadlines: ['2026-11-25T18:00', '2026-11-27T24:00'],
    },
  },
];
