import type { Catalogue } from './message';

/** Months, quarters and years; before and after a date. */
export const trends = {
  title: { zh_CN: '趋势', en: 'Trends' },
  summing: { zh_CN: '正在汇总', en: 'Summing up' },
  lead: {
    zh_CN:
      '各指标均为该时期内有记录各周的周均值。实心为全部周，短竖线为完整周（本浏览器记录率不低于 80%）；斜纹表示该时期没有完整周。本周尚未结束，不计入。',
    en: 'Each figure is the mean of the weeks with records. Solid: all weeks; the short line: complete weeks (coverage of this browser at least 80 %); hatched: no complete week. The running week is left out.',
  },
  measure: { zh_CN: '指标', en: 'Figure' },
  period: { zh_CN: '时期', en: 'Period' },
  month: { zh_CN: '按月', en: 'By month' },
  quarter: { zh_CN: '按季', en: 'By quarter' },
  year: { zh_CN: '按年', en: 'By year' },
  monthName: { zh_CN: '{year} 年 {month} 月', en: '{month}/{year}' },
  quarterName: { zh_CN: '{year} 年第 {quarter} 季度', en: 'Q{quarter} {year}' },
  yearName: { zh_CN: '{year} 年', en: '{year}' },
  allPlatforms: { zh_CN: '全部平台', en: 'All platforms' },
  weeks: { zh_CN: '周数', en: 'Weeks' },
  completeWeeks: { zh_CN: '其中完整周', en: 'Complete' },
  weeklyMean: { zh_CN: '周均', en: 'Weekly mean' },
  completeMean: { zh_CN: '完整周周均', en: 'Mean of complete weeks' },
  bar: {
    zh_CN: '{period}：周均 {value}，共 {weeks} 周，其中完整周 {complete} 周',
    en: '{period}: weekly mean {value} over {weeks} {weeks:week|weeks}, {complete} complete',
  },
  empty: {
    zh_CN: '还没有满一周的记录。满一周后，这里按月、按季、按年显示。',
    en: 'No whole week is recorded yet. From the first one on, months, quarters and years stand here.',
  },

  compareTitle: { zh_CN: '某一天前后', en: 'Before and after a day' },
  compareLead: {
    zh_CN:
      '填入一个日期，如“一表通”上线、系统合并、交出情况反映单的那天，比较前后各四周。日期所在的一周不计，只用完整周。',
    en: 'Enter a date, such as the start of a one-form reform, a merger of systems or a report sheet handed in: four weeks on either side are compared, without the week of the date, complete weeks only.',
  },
  date: { zh_CN: '日期', en: 'Date' },
  before: { zh_CN: '前 {weeks} 周周均', en: 'Mean of {weeks} {weeks:week|weeks} before' },
  after: { zh_CN: '后 {weeks} 周周均', en: 'Mean of {weeks} {weeks:week|weeks} after' },
  change: { zh_CN: '变化', en: 'Change' },
  more: { zh_CN: '增加 {amount}', en: '{amount} more' },
  less: { zh_CN: '减少 {amount}', en: '{amount} less' },
  same: { zh_CN: '持平', en: 'the same' },
  notComparable: {
    zh_CN: '前后至少各需两个完整周；目前前 {before} 周、后 {after} 周，不作比较。',
    en: 'Two complete weeks are needed on either side; there are {before} before and {after} after, so nothing is compared.',
  },
  note: {
    zh_CN:
      '前后不同，不等于就是这件事造成的：季节、专项任务、岗位调整、改用手机，都会使指标变化。这里只反映您这个浏览器，不能代表一个单位或一个地方。',
    en: 'A difference does not tell its cause: seasons, campaigns, a change of post or a move to the phone change figures too. This is one browser; it stands for no unit and no place.',
  },
} as const satisfies Catalogue;
