import type { Catalogue } from './message';

/** The page of definitions, and their footnotes on paper. */
export const definitionWords = {
  title: { zh_CN: '指标说明', en: 'Definitions' },
  lead: {
    zh_CN: '小结中的每个数字都按下列口径计算。标明“自定口径”的，没有文件规定过统一标准。',
    en: 'Every figure in the summary is computed as follows. Where a convention is this tool’s own, no document sets a standard.',
  },
  formula: { zh_CN: '算法　', en: 'Formula: ' },
} as const satisfies Catalogue;
