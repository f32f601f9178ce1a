import { HOSTS } from '../hosts';
import { htmlAnswer, type PortalAnswer, type PortalSystem } from '../system';
import { portalDate } from './portal';

const DAY = 86_400_000;

const FILLED = [
  {
    id: 'gzdt',
    name: '工作动态',
    ages: [243, 251, 290, 316],
    titles: [
      '镇住建站召开年度工作会',
      '开展农村危房排查回头看',
      '组织学习政府采购规定',
      '镇区雨污管网改造开工',
    ],
  },
  {
    id: 'tzgg',
    name: '通知公告',
    ages: [268, 402],
    titles: ['关于征集农村建筑工匠的通知', '关于办理建房审批的公告'],
  },
] as const;
const BLANK = ['政策法规', '办事指南', '招标信息', '在线访谈', '数据公开', '下载中心'] as const;

/** The newest date shown in a column, or on the home page; nothing where the column is blank. */
export function newestOfZombie(column: string | undefined, now: number): string | undefined {
  const ages = FILLED.filter(({ name }) => column === undefined || name === column).flatMap(
    (one) => [...one.ages],
  );
  return ages.length ? portalDate(now - Math.min(...ages) * DAY) : undefined;
}

/** 住建站: a site nobody tends: newest date months ago, blank columns, 建设中. */
export function zombie(): PortalSystem {
  function frame(title: string, column: string | undefined, body: string): PortalAnswer {
    const meta = column ? `<meta name="ColumnName" content="${column}">` : '';
    return htmlAnswer(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title>
<meta name="SiteName" content="青山镇住房和城乡建设管理站"><meta name="SiteIDCode" content="9901230077">${meta}
<style>body{margin:0;font:13px/1.8 SimSun,"Noto Sans CJK SC",serif;background:#e6eef7}.w{width:960px;margin:0 auto;background:#fff;padding:0 14px 14px}h1{margin:0;padding:26px 10px;background:#2a6fb5;color:#fff;font-size:26px}.n{background:#174f8a;padding:4px}.n a{color:#fff;padding:0 12px;text-decoration:none}td{padding:4px 8px;border-bottom:1px dotted #aac}marquee{color:#c00}</style></head>
<body><div class="w"><h1>青山镇住房和城乡建设管理站</h1>
<div class="n"><a href="/">首页</a>${FILLED.map((one) => `<a href="/${one.id}/">${one.name}</a>`).join('')}${BLANK.map((name, i) => `<a href="/c${i + 1}/">${name}</a>`).join('')}</div>
<marquee>热烈庆祝本站正式开通！</marquee>
${body}
<p style="text-align:center;color:#888">版权所有：青山镇住建站　您是第 1024 位访客　Copyright 2015-2026</p></div></body></html>`);
  }

  const rows = (ages: readonly number[], titles: readonly string[], now: number): string =>
    titles
      .map(
        (title, i) =>
          `<tr><td>${title}</td><td>[${portalDate(now - (ages[i] ?? 0) * DAY)}]</td></tr>`,
      )
      .join('');

  return {
    hosts: [HOSTS.zombie],
    refusal: (message) => htmlAnswer(message),
    handle({ path, method }, { now }) {
      if (method !== 'GET') return undefined;
      if (path === '/') {
        const boxes = FILLED.map(
          (one) =>
            `<h3>${one.name}</h3><table width="100%">${rows(one.ages, one.titles, now)}</table>`,
        );
        const blanks = BLANK.slice(0, 3).map((name) => `<h3>${name}</h3><p>栏目建设中…</p>`);
        return frame('青山镇住房和城乡建设管理站', undefined, [...boxes, ...blanks].join(''));
      }
      const filled = FILLED.find((one) => path === `/${one.id}/`);
      if (filled) {
        return frame(
          filled.name,
          filled.name,
          `<h3>${filled.name}</h3><table width="100%">${rows(filled.ages, filled.titles, now)}</table>`,
        );
      }
      const blank = /^\/c(\d)\/$/.exec(path)?.[1];
      const name = BLANK[Number(blank) - 1];
      if (!name) return undefined;
      const words = Number(blank) % 2 ? '该栏目正在建设中，敬请期待！' : '暂无内容';
      return frame(
        name,
        name,
        `<h3>${name}</h3><p style="padding:60px;text-align:center">${words}</p>`,
      );
    },
  };
}
