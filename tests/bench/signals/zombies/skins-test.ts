/** Skins for the test: newer content systems of modules and cards, and back ends of component libraries. */

import { type Column, type Post, type Site, type Skin, shown } from './sites';
import { columnHtml, emptyWords } from './skin-parts';

const head = (site: Site, day: string): string =>
  `<header class="site-header"><div class="weather">多云 ${day.slice(8)}℃</div><div id="clock">${day} 10:21:08</div><nav><a href="/">网站首页</a>${site.columns.map(({ title }) => `<a href="/c/${title}">${title}</a>`).join('')}</nav></header>`;
const foot = (name: string, day: string): string =>
  `<footer><p>主办单位：${name}</p><p>技术支持：${day} 升级　访问量 120398</p><p>Copyright©2008-${day.slice(0, 4)}</p></footer>`;

const cards = (found: readonly Post[], date: (day: string) => string): string =>
  `<div class="news-list">${found.map(({ title, day }) => `<div class="news-item"><a href="/detail?id=7" class="news-item__link"><p class="news-item__title">${title}</p><span class="news-item__date">${date(day)}</span></a></div>`).join('')}</div>`;
const leading = (found: readonly Post[], date: (day: string) => string): string =>
  `<ul class="infoList">${found.map(({ title, day }) => `<li><em>${date(day)}</em><a title="${title}" href="/art/1">${title}</a></li>`).join('')}</ul>`;
const split = (found: readonly Post[]): string =>
  `<ul class="date-list">${found.map(({ title, day }) => `<li class="date-row"><div class="d"><b>${day.slice(8)}</b><i>${day.slice(0, 7)}</i></div><a href="/a/9.html">${title}</a></li>`).join('')}</ul>`;
const byAddress = (found: readonly Post[]): string =>
  `<ul class="pics">${found.map(({ title, day }, index) => `<li><a href="/art/${day.slice(0, 4)}/${Number(day.slice(5, 7))}/${Number(day.slice(8))}/art_12_${index}.html">${title}</a></li>`).join('')}</ul>`;

function skin(
  rows: (found: readonly Post[], date: (day: string) => string) => string,
  date: (day: string) => string,
): Skin {
  const whole = (site: Site, day: string, body: string) =>
    `${head(site, day)}<main>${body}${site.more?.(day) ?? ''}</main>${foot(site.name, day)}`;
  const body = (column: Column, day: string, count: number) =>
    columnHtml(
      shown(column, day).slice(0, count),
      (some) => rows(some, date),
      emptyWords(column, 1),
    );
  const section = (title: string, inner: string) =>
    `<section class="module"><div class="module-hd"><h2>${title}</h2><span class="more"><a href="/m">MORE+</a></span></div><div class="module-bd">${inner}</div></section>`;
  const shell = (name: string, day: string, inner: string) =>
    `<div id="app"><div class="el-header"><span>${name}</span><span class="time">${day} 09:30</span></div><div class="el-menu"><div class="el-menu-item">工作台</div><div class="el-menu-item">我的</div></div><div class="el-main">${inner}</div></div>`;
  return {
    home: (site, day) => ({
      title: site.name,
      html: whole(
        site,
        day,
        site.columns
          .filter(({ onlyInside }) => onlyInside !== true)
          .map((column) => section(column.title, body(column, day, 6)))
          .join(''),
      ),
    }),
    column: (site, column, day) => ({
      title: `${site.name} ${column.title}`,
      html: whole(
        site,
        day,
        `<div class="breadcrumb">您的位置：首页 / ${column.title}</div>${section(column.title, body(column, day, 20))}`,
      ),
    }),
    article: (site, post, day) => ({
      title: post.title,
      html: whole(
        site,
        day,
        `<article><h1>${post.title}</h1><p class="article-meta">时间：${post.day} 来源：综合办 浏览次数：31</p><p>会议定于${day}召开，请提前十分钟到场。</p></article>`,
      ),
    }),
    emptySearch: (site, day) => ({
      title: '搜索结果',
      html: whole(
        site,
        day,
        `<div class="search-bar"><input type="search" value="补贴"><button>检索</button></div><p>共找到 0 条结果</p>${section(site.columns[0]?.title ?? '', '<div class="no-data">没有找到相关内容</div>')}`,
      ),
    }),
    login: (name, day) => ({
      title: '用户登录',
      html: `<div class="login-box"><h3>${name}</h3><div class="el-input"><input placeholder="请输入账号"></div><div class="el-input"><input type="password" placeholder="请输入密码"></div><button class="el-button">登录</button></div>${foot(name, day)}`,
    }),
    checkIn: (name, day) => ({
      title: name,
      html: shell(
        name,
        day,
        '<div class="el-card"><div class="el-card__header">考勤</div><button class="el-button el-button--primary"><span>签到</span></button><p>今日未签到</p></div>',
      ),
    }),
    records: (name, found, day) => ({
      title: name,
      html: shell(
        name,
        day,
        `<div class="el-form el-form--inline"><input class="el-input__inner" placeholder="请输入姓名"><button class="el-button">查询</button></div><div class="el-table"><table><thead><tr><th>序号</th><th>姓名</th><th>更新时间</th></tr></thead></table><table><tbody>${found.map(({ day: at }, index) => `<tr class="el-table__row"><td>${index + 1}</td><td><div class="cell">对象${index}</div></td><td><div class="cell">${at} 08:00:00</div></td></tr>`).join('')}</tbody></table></div>`,
      ),
    }),
    form: (name, day) => ({
      title: name,
      html: shell(
        name,
        day,
        `<form class="el-form">${['姓名', '联系电话', '家庭住址', '走访情况'].map((label) => `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><input class="el-input__inner"></div></div>`).join('')}<button class="el-button">提交</button></form>`,
      ),
    }),
    failure: (which) =>
      [
        {
          title: '503 Service Temporarily Unavailable',
          status: 503,
          html: '<h1>503 Service Temporarily Unavailable</h1>',
        },
        {
          title: '出错了',
          html: '<div class="error-page"><img alt=""><h3>服务不可用</h3><p>系统繁忙，请稍后再试</p></div>',
        },
        { title: '504 Gateway Time-out', status: 504, html: '<h1>504 Gateway Time-out</h1>' },
        { title: '工作平台', html: '<div id="app"><p>工作台</p></div>', loadMs: 31_000 },
      ][which % 4] as ReturnType<Skin['failure']>,
    closed: (name) => ({
      title: '公告',
      closes: true,
      html: `<div class="notice"><h3>平台下线公告</h3><p>按照整治要求，${name}已停止运行，相关数据已迁移至统一平台。</p></div>`,
    }),
    maintenance: (name) => ({
      title: name,
      html: '<div class="tip"><h3>升级维护</h3><p>系统正在升级，暂停访问，敬请谅解</p></div>',
    }),
    denied: (name) => ({
      title: name,
      html: '<div class="el-result"><h2>403</h2><p>抱歉，您无权限访问该页面</p><button>返回上一页</button></div>',
    }),
    missing: (name) => ({
      title: name,
      status: 404,
      html: '<div class="wscn-http404"><h2>404错误!</h2><p>找不到页面</p><a href="/">回首页</a></div>',
    }),
  };
}

export const TEST_SKINS: readonly Skin[] = [
  skin(cards, (day) => day),
  skin(leading, (day) => day.slice(5)),
  skin(split, (day) => day),
  skin(byAddress, (day) => day),
  skin(cards, (day) => `发布时间：${day}`),
];
