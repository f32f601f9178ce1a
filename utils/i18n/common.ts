import type { Catalogue } from './message';

/** Words that every surface uses. */
export const common = {
  productName: { zh_CN: '轻装', en: 'Qingzhuang' },
  close: { zh_CN: '关闭', en: 'Close' },
  cancel: { zh_CN: '取消', en: 'Cancel' },
  save: { zh_CN: '保存', en: 'Save' },
  delete: { zh_CN: '删除', en: 'Delete' },
  openDefinition: { zh_CN: '查看口径和依据', en: 'See the definition and the records' },
  asTable: { zh_CN: '以表格显示', en: 'Show as a table' },
  asChart: { zh_CN: '以图显示', en: 'Show as a chart' },
  total: { zh_CN: '合计', en: 'Total' },
  others: { zh_CN: '其余 {count} 个', en: '{count} more' },
  sample: { zh_CN: '示例', en: 'Sample' },
  ours: {
    zh_CN: '本工具自定口径，尚无文件规定统一标准。',
    en: 'This tool’s own convention; no document sets a standard.',
  },
  about: { zh_CN: '约 {value}', en: 'about {value}' },
  list: { zh_CN: '、', en: ', ' },
  times: { zh_CN: '{count} 次', en: '{count} {count:time|times}' },
  items: { zh_CN: '{count} 项', en: '{count}' },
  loading: { zh_CN: '正在读取……', en: 'Reading…' },
  openPractice: { zh_CN: '练习：看看会记下什么', en: 'Practice: see what is recorded' },
  options: { zh_CN: '设置', en: 'Settings' },
  today: { zh_CN: '今天', en: 'Today' },
  thisWeek: { zh_CN: '本周', en: 'This week' },
  platform: { zh_CN: '平台', en: 'Platform' },
  category: { zh_CN: '类别', en: 'Category' },
} as const satisfies Catalogue;
