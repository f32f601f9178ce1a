/** Skins for development: older content systems in lists and tables, and back ends of forms in frames. */

import { type Column, type Post, type Site, type Skin, shown } from './sites';
import { columnHtml, emptyWords } from './skin-parts';

const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const top = (site: Site, day: string): string =>
  `<div class="topbar">今天是${chineseDay(day)}　欢迎访问${site.name}</div><div class="header"><h1 class="logo">${site.name}</h1><div class="nav"><a href="/">首页</a>${site.columns.map(({ title }) => `<a href="/${title}/">${title}</a>`).join('')}</div></div>`;
const foot = (name: string, day: string): string =>
  `<div class="footer">版权所有：${name}　青ICP备2015${name.length}611号<br>Copyright © 2010-${day.slice(0, 4)}　系统更新：${day}</div>`;

const lists = (rows: readonly Post[], date: (day: string) => string): string =>
  `<ul class="list">${rows.map(({ title, day }, index) => `<li><a href="./t${index}.html">${title}</a><span>${date(day)}</span></li>`).join('')}</ul>`;
const table = (rows: readonly Post[], date: (day: string) => string): string =>
  `<table width="100%">${rows.map(({ title, day }) => `<tr><td>·</td><td><a href="view.jsp?id=1">${title}</a></td><td align="right">${date(day)}</td></tr>`).join('')}</table>`;

function skin(
  rows: typeof lists,
  date: (day: string) => string,
  box: (title: string, inner: string) => string,
): Skin {
  const whole = (site: Site, day: string, body: string) =>
    `${top(site, day)}<div class="main">${body}${site.more?.(day) ?? ''}</div>${foot(site.name, day)}`;
  const body = (column: Column, day: string, count: number) =>
    columnHtml(
      shown(column, day).slice(0, count),
      (some) => rows(some, date),
      emptyWords(column, 0),
    );
  return {
    home: (site, day) => ({
      title: site.name,
      html: whole(
        site,
        day,
        site.columns
          .filter(({ onlyInside }) => onlyInside !== true)
          .map((column) => box(column.title, body(column, day, 5)))
          .join(''),
      ),
    }),
    column: (site, column, day) => ({
      title: `${column.title}-${site.name}`,
      head: `<meta name="ColumnName" content="${column.title}">`,
      html: whole(
        site,
        day,
        `<div class="crumb">当前位置：<a href="/">首页</a> &gt; ${column.title}</div><h3>${column.title}</h3>${body(column, day, 15)}<div class="page">共 1 页</div>`,
      ),
    }),
    article: (site, post, day) => ({
      title: post.title,
      head: `<meta name="PubDate" content="${post.day} 10:00">`,
      html: whole(
        site,
        day,
        `<h2>${post.title}</h2><div class="info">发布时间：${post.day}　来源：本镇</div><div class="content"><p>${chineseDay(post.day)}，有关工作按计划开展，要求各村认真落实，务必于${chineseDay(day)}前完成。</p></div>`,
      ),
    }),
    emptySearch: (site, day) => ({
      title: '站内检索',
      html: whole(
        site,
        day,
        `<form class="search"><input value="低保公示"><input type="submit" value="搜索"></form><h3>${site.columns[0]?.title}</h3><p>暂无数据</p>`,
      ),
    }),
    login: (name, day) => ({
      title: `${name}-登录`,
      html: `<form class="login"><h2>${name}</h2><input name="username" placeholder="用户名"><input type="password" name="password"><input name="captcha"><button>登 录</button></form>${foot(name, day)}`,
    }),
    checkIn: (name, day) => ({
      title: name,
      html: `<div class="head">欢迎您，张三　今天是${chineseDay(day)}</div><div class="left"><ul><li>首页</li><li>打卡记录</li><li>个人设置</li></ul></div><div class="right"><div class="card"><p>今日尚未打卡</p><input type="button" value="立即打卡"></div></div>`,
    }),
    records: (name, found, day) => ({
      title: `${name}-台账`,
      html: `<div class="head">${name}　${chineseDay(day)}</div><form class="query"><input name="kw"><input type="submit" value="查询"></form><table class="grid" border="1"><tr><th>序号</th><th>户主姓名</th><th>登记日期</th></tr>${found.map(({ day: at }, index) => `<tr><td>${index + 1}</td><td>户主${index}</td><td>${at}</td></tr>`).join('')}</table>`,
    }),
    form: (name) => ({
      title: `${name}-登记`,
      html: `<form><table><tr><td>姓名：</td><td><input name="a"></td></tr><tr><td>电话：</td><td><input name="b"></td></tr><tr><td>住址：</td><td><input name="c"></td></tr><tr><td>人口：</td><td><input name="d"></td></tr><tr><td colspan="2"><input type="submit" value="保存"></td></tr></table></form>`,
    }),
    failure: (which) =>
      [
        {
          title: '502 Bad Gateway',
          status: 502,
          html: '<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>',
        },
        {
          title: '系统提示',
          html: '<div class="box"><h2>系统异常</h2><p>服务器错误，请稍后再试</p></div>',
        },
        {
          title: 'HTTP Status 500',
          status: 500,
          html: '<h1>HTTP Status 500 – Internal Server Error</h1><hr><p>Apache Tomcat</p>',
        },
        { title: '业务系统', html: '<p>首页</p>', loadMs: 24_000 },
      ][which % 4] as ReturnType<Skin['failure']>,
    closed: (name) => ({
      title: name,
      closes: true,
      html: `<h2>关停公告</h2><p>${name}已正式关停，业务已整合至省统一平台。</p>`,
    }),
    maintenance: (name) => ({
      title: '系统维护公告',
      html: `<h2>系统维护中</h2><p>${name}正在升级维护，预计下周恢复。</p>`,
    }),
    denied: (name) => ({
      title: name,
      status: 403,
      html: '<div class="msg"><h2>403</h2><p>您没有访问该功能的权限，请联系管理员</p></div>',
    }),
    missing: (name) => ({
      title: name,
      status: 404,
      html: '<h1>404</h1><p>您访问的页面不存在</p><a href="/">返回首页</a>',
    }),
  };
}

const oldBox = (title: string, inner: string) =>
  `<div class="box"><div class="title"><h3>${title}</h3><a class="more" href="/more/">更多&gt;&gt;</a></div>${inner}</div>`;
const tableBox = (title: string, inner: string) =>
  `<table class="block" width="480"><tr><td class="bt"><b>${title}</b></td><td align="right"><a href="/m">更多</a></td></tr><tr><td colspan="2">${inner}</td></tr></table>`;

export const DEVELOPMENT_SKINS: readonly Skin[] = [
  skin(lists, (day) => day, oldBox),
  skin(lists, (day) => `[${day.slice(5)}]`, oldBox),
  skin(table, chineseDay, oldBox),
  skin(lists, (day) => day.replaceAll('-', '/'), tableBox),
];
