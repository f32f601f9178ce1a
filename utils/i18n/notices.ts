import type { Catalogue } from './message';

/** The badge on the toolbar button and the weekly notice, with their settings. */
export const notices = {
  badgeOn: { zh_CN: '记', en: 'on' },
  badgePaused: { zh_CN: '停', en: 'off' },
  weekTitle: { zh_CN: '上周小结可以查看了', en: 'Last week’s summary can be read' },
  weekText: {
    zh_CN: '点击打开。不需要填报任何内容。',
    en: 'Click to open it. There is nothing to fill in.',
  },
  badge: {
    zh_CN: '在工具栏图标上显示是否正在记录',
    en: 'Show on the toolbar icon whether it records',
  },
  badgeHint: {
    zh_CN: '正在记录的网站显示“记”，暂停时显示“停”，不显示数字。',
    en: '“on” where the site in front is recorded, “off” while paused; no figures.',
  },
  notice: { zh_CN: '每周一提示上周小结可以查看', en: 'Say on Mondays that last week can be read' },
  noticeHint: {
    zh_CN: '一周一次，周一 9 时以后，不含数字，不提醒填报。浏览器会先询问是否允许通知。',
    en: 'Once a week, on Monday after 9:00, without figures and without reminding of anything. The browser asks first.',
  },
} as const satisfies Catalogue;
