import type { Catalogue } from './message';

/** What the report page says beside the summary itself. */
export const report = {
  documentTitle: { zh_CN: '本周小结 · 轻装', en: 'Weekly summary · Qingzhuang' },
  firstFigure: { zh_CN: '本周操作用时 {working}。', en: 'Work on platforms this week: {working}.' },
  evidencePeriod: {
    zh_CN: '此数字是该时期各周合计的平均；13 周以前的时段明细只留各周合计。',
    en: 'This figure is a mean over the weeks of the period; of times older than 13 weeks only sums of weeks are left.',
  },
  newest: {
    zh_CN: '其中最新的 {count} 条：',
    en: 'The newest {count} of them:',
  },
  reading: { zh_CN: '正在读取本机记录……', en: 'Reading the records on this computer…' },
  faultsTitle: { zh_CN: '需要留意', en: 'Please note' },
  faultLine: { zh_CN: '{date}　{text}', en: '{date}: {text}' },
  faultsRead: { zh_CN: '知道了', en: 'Understood' },
  notSaved: {
    zh_CN: '没有保存：本机记录库暂时无法写入。已存的记录没有改动，请稍后再试一次。',
    en: 'Not saved: the records cannot be written at the moment. What was stored is unchanged; try again in a moment.',
  },
  unreadable: {
    zh_CN:
      '本机记录库无法读取，因此没有显示数字。已存的记录没有改动。请重新启动浏览器后再打开本页。',
    en: 'The records on this computer cannot be read, so no figures are shown. What was stored is unchanged. Restart the browser and open this page again.',
  },
} as const satisfies Catalogue;
