import { HOSTS } from '../hosts';
import { escapeHtml } from '../html';
import type { PortalRequest } from '../request';
import { type Book, htmlAnswer, type PortalAnswer, type PortalSystem, redirect } from '../system';

const DAY = 86_400_000;
const SITE_ID = '9901230001';

interface Column {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  /** Age of the newest article and days between articles. */
  readonly newest: number;
  readonly every: number;
}

/** The columns of the live portal; ages are counted back from the server's present. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'gzdt',
    name: '工作动态',
    titles: [
      '青山镇召开秋冬季森林防火部署会',
      '青山镇开展“签到打卡”类形式主义问题专项整治',
      '镇领导深入柳溪村走访慰问困难群众',
      '青山镇组织开展自建房安全隐患排查',
      '石桥村高标准农田项目通过验收',
    ],
    newest: 1,
    every: 2,
  },
  {
    id: 'tzgg',
    name: '通知公告',
    titles: [
      '关于2026年度城乡居民医疗保险集中缴费的公告',
      '青山镇人民政府关于森林禁火的通告',
      '关于柳溪村道路硬化工程施工期间交通管制的公告',
      '2026年青山镇公益性岗位拟聘人员公示',
      '关于开展第五次农业普查摸底的公告',
      '青山镇烟花爆竹零售点布设公示',
      '关于转发寒潮预警的通知',
      '关于征集《镇村规划》意见的公告',
    ],
    newest: 3,
    every: 6,
  },
  {
    id: 'zcwj',
    name: '政策文件',
    titles: [
      '青山镇低保动态管理实施细则',
      '青山镇“一张表”改革试点工作方案',
      '青山镇防汛应急预案（2026年修订）',
    ],
    newest: 20,
    every: 35,
  },
  {
    id: 'zwgk',
    name: '政府信息公开',
    titles: [
      '2026年10月困难群众救助资金发放公示',
      '青山镇2026年部门预算公开',
      '2025年政府信息公开工作年度报告',
    ],
    newest: 9,
    every: 60,
  },
];

const pad = (value: number): string => String(value).padStart(2, '0');

/** A date of the portal (`2026-11-17`), in the time zone of the township. */
export function portalDate(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  return `${local.getUTCFullYear()}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
}

/** The date of an article of a column, `index` 0 being the newest. */
function articleDate(column: Column, index: number, now: number): string {
  return portalDate(now - (column.newest + index * column.every) * DAY);
}

/** The newest date shown in a column of the live portal, or on its home page. */
export function newestOf(column: string | undefined, now: number): string {
  const shown = COLUMNS.filter(({ name }) => column === undefined || name === column);
  return portalDate(now - Math.min(...shown.map(({ newest }) => newest)) * DAY);
}

const STYLE = `body{margin:0;font:14px/1.8 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#333;background:#f3f5f8}
a{color:#1a3f78;text-decoration:none}a:hover{text-decoration:underline}
.wrap{width:1100px;margin:0 auto}.head{background:#fff;border-bottom:3px solid #b3131b}
.head .wrap{display:flex;align-items:center;height:92px}.head h1{font:700 30px/1 "STKaiti","KaiTi","Noto Serif CJK SC",serif;color:#b3131b;letter-spacing:4px}
.head form{margin-left:auto}.head input{height:28px;border:1px solid #b3131b;padding:0 8px}.head button{height:32px;background:#b3131b;color:#fff;border:0;padding:0 14px}
.nav{background:#b3131b}.nav a{display:inline-block;color:#fff;padding:8px 24px;font-size:16px}
.crumb{padding:12px 0;color:#777}.box{background:#fff;padding:14px 20px;margin-bottom:16px;border:1px solid #e3e7ee}
.box h2{font-size:18px;color:#b3131b;margin:0 0 8px;border-bottom:1px solid #e3e7ee;padding-bottom:6px}
.two{display:grid;grid-template-columns:1fr 1fr;gap:16px}
ul{list-style:none;margin:0;padding:0}li{display:flex;justify-content:space-between;border-bottom:1px dashed #e3e7ee;padding:5px 0}li span{color:#999}
.article h2{border:0;text-align:center;font-size:22px;color:#222}.meta{text-align:center;color:#888;border-bottom:1px solid #e3e7ee;padding-bottom:10px;margin-bottom:16px}
.foot{background:#2e3d54;color:#c5d0df;text-align:center;padding:20px 0;margin-top:24px;font-size:13px}
.receipt{border:1px dashed #b3131b;padding:12px 16px;margin-top:20px}.receipt button{background:#b3131b;color:#fff;border:0;padding:6px 22px}
.pages{text-align:center;margin-top:12px}.pages a,.pages b{padding:2px 9px;border:1px solid #ccd5e3;margin:0 2px}
textarea,.plain input{border:1px solid #bbb;padding:4px}`;

interface Meta {
  readonly title: string;
  readonly column?: string;
  readonly article?: { readonly title: string; readonly date: string };
}

function metaTags({ column, article }: Meta): string {
  const tags: [string, string][] = [
    ['SiteName', '青山镇人民政府'],
    ['SiteDomain', HOSTS.portal],
    ['SiteIDCode', SITE_ID],
  ];
  if (column)
    tags.push(['ColumnName', column], ['ColumnType', column === '工作动态' ? '工作动态' : column]);
  if (article) {
    tags.push(
      ['ArticleTitle', article.title],
      ['PubDate', `${article.date} 09:20`],
      ['ContentSource', '青山镇人民政府'],
    );
  }
  return tags
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
}

function frame(meta: Meta, now: number, body: string): PortalAnswer {
  const date = new Date(now + 8 * 3_600_000);
  const today = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日　星期${'日一二三四五六'[date.getUTCDay()]}`;
  return htmlAnswer(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(meta.title)}</title>
${metaTags(meta)}
<link rel="stylesheet" href="/portal.css">
</head>
<body>
<div class="head"><div class="wrap"><h1>青山镇人民政府</h1><form action="/search" method="get"><input name="q" placeholder="请输入关键字"> <button>搜索</button></form></div></div>
<div class="nav"><div class="wrap"><a href="/">首页</a>${COLUMNS.map((one) => `<a href="/${one.id}/">${one.name}</a>`).join('')}<a href="/hdjl/">互动交流</a></div></div>
<div class="wrap"><div class="crumb">今天是${today}</div>${body}</div>
<div class="foot">主办单位：青山镇人民政府　网站标识码：${SITE_ID}<br>版权所有 2012-2025　建议使用 1366×768 分辨率　最后备案日期 2019-05-06</div>
</body>
</html>`);
}

function items(column: Column, now: number, count: number): string {
  return column.titles
    .slice(0, count)
    .map(
      (title, i) =>
        `<li><a href="/${column.id}/${i + 1}.html">${escapeHtml(title)}</a><span>${articleDate(column, i, now)}</span></li>`,
    )
    .join('');
}

/** The live portal: server-rendered, no script at all, under a strict content security policy. */
export function portal(): PortalSystem {
  const strict = (answer: PortalAnswer): PortalAnswer => ({
    ...answer,
    headers: {
      ...answer.headers,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'",
    },
  });

  function columnPage(column: Column, now: number): PortalAnswer {
    return frame(
      { title: `${column.name} - 青山镇人民政府`, column: column.name },
      now,
      `<div class="crumb">当前位置：<a href="/">首页</a> &gt; ${column.name}</div><div class="box"><h2>${column.name}</h2><ul>${items(column, now, 99)}</ul><div class="pages"><b>1</b><a href="?p=2">2</a><a href="?p=3">3</a> 到第 <input size="2" name="jump"> 页</div></div>`,
    );
  }

  function articlePage(column: Column, index: number, now: number): PortalAnswer {
    const title = column.titles[index] ?? '';
    const date = articleDate(column, index, now);
    const receipt =
      column.id === 'tzgg'
        ? `<form class="receipt" method="post" action="/receipt"><input type="hidden" name="id" value="${column.id}-${index + 1}">请各村（社区）阅后签收：<button type="submit">确认签收</button></form>`
        : '';
    return frame(
      { title: `${title} - 青山镇人民政府`, column: column.name, article: { title, date } },
      now,
      `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/${column.id}/">${column.name}</a> &gt; 正文</div><div class="box article"><h2>${escapeHtml(title)}</h2><div class="meta">发布时间：${date} 09:20　来源：青山镇人民政府　浏览次数：${137 + index * 21}</div><p>　　各村（社区）、镇直各单位：</p><p>　　为切实做好相关工作，现将有关事项通知如下。请结合实际认真抓好落实，并于 2027 年 1 月 31 日前完成。</p><p>　　根据 2018 年 3 月 2 日印发的工作规定，有关材料只报一次，不再重复报送。</p>${receipt}</div>`,
    );
  }

  function get(request: PortalRequest, now: number): PortalAnswer | undefined {
    const { path } = request;
    if (path === '/portal.css') return { headers: { 'content-type': 'text/css' }, body: STYLE };
    if (path === '/') {
      const boxes = COLUMNS.map(
        (one) => `<div class="box"><h2>${one.name}</h2><ul>${items(one, now, 5)}</ul></div>`,
      );
      return frame({ title: '青山镇人民政府' }, now, `<div class="two">${boxes.join('')}</div>`);
    }
    if (path === '/search') {
      const word = request.query.get('q') ?? '';
      return frame(
        { title: `搜索 ${word}` },
        now,
        `<div class="box"><h2>搜索结果</h2><p>没有找到与“${escapeHtml(word)}”相关的内容，暂无数据。</p></div>`,
      );
    }
    if (path === '/receipt/done') {
      return frame(
        { title: '签收成功' },
        now,
        '<div class="box"><h2>签收成功</h2><p>您已签收该通知。</p></div>',
      );
    }
    if (path === '/hdjl/') {
      return frame(
        { title: '互动交流 - 青山镇人民政府', column: '互动交流' },
        now,
        '<div class="box plain"><h2>我要留言</h2><form method="post" action="/hdjl/save"><p>姓　　名：<input name="xm"></p><p>联系方式：<input name="lxfs"></p><p>留言内容：<textarea name="nr" rows="4" cols="60"></textarea></p><p><button>提 交</button></p></form></div>',
      );
    }
    const match = /^\/(\w+)\/(?:(\d+)\.html)?$/.exec(path);
    const column = COLUMNS.find((one) => one.id === match?.[1]);
    if (!column) return undefined;
    return match?.[2] ? articlePage(column, Number(match[2]) - 1, now) : columnPage(column, now);
  }

  function post(request: PortalRequest, book: Book): PortalAnswer | undefined {
    if (request.path === '/receipt') {
      book.accept('receipt');
      return redirect('/receipt/done');
    }
    if (request.path === '/hdjl/save') {
      book.accept('comment');
      return frame({ title: '留言成功' }, book.now, '<div class="box"><h2>留言成功</h2></div>');
    }
    return undefined;
  }

  return {
    hosts: [HOSTS.portal],
    refusal: (message) =>
      htmlAnswer(
        `<!DOCTYPE html><meta charset="utf-8"><title>操作失败</title><h2>操作失败</h2><p>${escapeHtml(message)}</p>`,
      ),
    handle(request, book) {
      const answer = request.method === 'GET' ? get(request, book.now) : post(request, book);
      return answer && strict(answer);
    },
  };
}
