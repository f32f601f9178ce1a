import type { Catalogue } from './message';

/** The small window behind the toolbar button. */
export const popup = {
  title: { zh_CN: '轻装', en: 'Qingzhuang' },
  recording: { zh_CN: '正在记录', en: 'Recording' },
  paused: { zh_CN: '已暂停', en: 'Paused' },
  notAgreed: { zh_CN: '尚未同意', en: 'Not agreed' },
  notAgreedText: {
    zh_CN:
      '在您同意之前，不记录任何内容。同意之后，记录各平台用时、填报和打卡留痕，看清同样的内容填了几遍；数据只存在本机，不联网、不上传。',
    en: 'Nothing is recorded before you agree. Then time, forms and check-ins on platforms are, so that you see what was asked for twice; it stays on this computer, and nothing is sent.',
  },
  openWelcome: { zh_CN: '查看说明并决定', en: 'Read and decide' },
  thisSite: { zh_CN: '当前网站', en: 'This site' },
  siteRecorded: { zh_CN: '已列入记录', en: 'On the list' },
  siteNotRecorded: { zh_CN: '未列入记录', en: 'Not on the list' },
  siteNeverRecorded: { zh_CN: '不予记录', en: 'Never recorded' },
  siteNeverText: {
    zh_CN: '举报、信访、纪检类网站一律不记录。',
    en: 'Sites for reports, petitions and discipline are never recorded.',
  },
  siteExcludedByPolicy: {
    zh_CN: '单位设置未包括本网站，不能记录。',
    en: 'Your unit’s settings leave this site out; it cannot be recorded.',
  },
  noSite: {
    zh_CN: '当前页面不是网站，无可记录内容。',
    en: 'The page in front is no website; there is nothing to record.',
  },
  platformToday: { zh_CN: '今天操作 {time}', en: 'Today {time}' },
  startSite: { zh_CN: '开始记录本网站', en: 'Start recording this site' },
  stopSite: { zh_CN: '不再记录本网站', en: 'Stop recording this site' },
  refused: {
    zh_CN: '浏览器未允许访问本网站，因此没有开始记录。需要时请重新点击并选择“允许”。',
    en: 'The browser did not allow this site, so nothing is recorded. Click again and choose “Allow” when you want it.',
  },
  platformCount: { zh_CN: '{count} 个平台', en: '{count} {count:platform|platforms}' },
  reentry: { zh_CN: '本周重复录入', en: 'Re-entered this week' },
  nothingYet: { zh_CN: '暂无记录', en: 'Nothing recorded yet' },
  unreadable: { zh_CN: '无法读取，请打开小结', en: 'Cannot be read: open the summary' },
  trouble: {
    zh_CN: '记录时遇到问题，打开小结可看说明',
    en: 'Recording met a problem: see the summary',
  },
  failed: { zh_CN: '没有存上，请稍后再点一次', en: 'Not stored: click again in a moment' },
  openSummary: { zh_CN: '打开本周小结', en: 'Open weekly summary' },
  pause: { zh_CN: '暂停', en: 'Pause' },
  pauseQuarter: { zh_CN: '15 分钟', en: '15 minutes' },
  pauseToday: { zh_CN: '今天', en: 'Today' },
  pauseOpen: { zh_CN: '暂停至手动恢复', en: 'Until I resume' },
  resume: { zh_CN: '恢复记录', en: 'Resume' },
  pausedUntil: { zh_CN: '暂停至 {time}', en: 'Paused until {time}' },
  pausedOpen: { zh_CN: '暂停至手动恢复', en: 'Paused until you resume' },
  findings: { zh_CN: '疑似问题', en: 'Findings' },
  records: { zh_CN: '查看已存记录', en: 'Records' },
  sample: { zh_CN: '查看示例', en: 'Sample' },
} as const satisfies Catalogue;
