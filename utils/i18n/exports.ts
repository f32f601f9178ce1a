import type { Catalogue } from './message';

/** Names of files and of their columns. */
export const exportWords = {
  fileSystems: { zh_CN: '本周小结-{week}-仅系统版', en: 'summary-{week}-systems' },
  filePersonal: { zh_CN: '本周小结-{week}-本人版', en: 'summary-{week}-personal' },
  fileAll: { zh_CN: '轻装-全部记录-{day}', en: 'qingzhuang-all-records-{day}' },
  fileBackup: { zh_CN: '轻装-备份-{day}', en: 'qingzhuang-backup-{day}' },
  week: { zh_CN: '周', en: 'week' },
  platform: { zh_CN: '平台', en: 'platform' },
  category: { zh_CN: '类别', en: 'category' },
  submissions: { zh_CN: '提交次数', en: 'submissions' },
  attempts: { zh_CN: '未确认的提交', en: 'attempts' },
  rework: { zh_CN: '退回重报', en: 'sent back' },
  entered: { zh_CN: '录入数据项', en: 'entered fields' },
  prefilled: { zh_CN: '带出数据项', en: 'prefilled fields' },
  reentered: { zh_CN: '重复录入数据项', en: 're-entered fields' },
  reentryMinutes: { zh_CN: '重复录入（分）', en: 're-entry, minutes' },
  uploads: { zh_CN: '上传（份）', en: 'uploads' },
  working: { zh_CN: '操作（分）', en: 'working, minutes' },
  workingLow: { zh_CN: '操作下限（分）', en: 'working at least, minutes' },
  workingHigh: { zh_CN: '操作上限（分）', en: 'working at most, minutes' },
  playing: { zh_CN: '视频播放（分）', en: 'playing, minutes' },
  idle: { zh_CN: '页面打开未操作（分）', en: 'open not in use, minutes' },
  beside: { zh_CN: '旁屏打开（分）', en: 'beside, minutes' },
  waiting: { zh_CN: '等待系统（分）', en: 'waiting, minutes' },
} as const satisfies Catalogue;
