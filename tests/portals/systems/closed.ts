import { HOSTS } from '../hosts';
import { htmlAnswer, type PortalSystem } from '../system';

/** 林业站: a site that was closed properly and says where its content went. */
export function closed(): PortalSystem {
  return {
    hosts: [HOSTS.closed],
    refusal: (message) => htmlAnswer(message),
    handle({ path, method }) {
      if (method !== 'GET' || path !== '/') return undefined;
      return htmlAnswer(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>青山镇林业工作站</title><meta name="SiteIDCode" content="9901230088">
<style>body{font:16px/2 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;text-align:center;padding-top:16vh;color:#333}</style></head>
<body><h1>关停公告</h1><p>根据政务信息系统整合要求，青山镇林业工作站网站已停止服务，原有内容已迁移至<a href="http://${HOSTS.portal}/">青山镇人民政府网站</a>。</p><p>青山镇林业工作站　2026年3月31日</p></body></html>`);
    },
  };
}
