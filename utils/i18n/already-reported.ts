import type { Catalogue } from './message';

/** The statement that data items were already reported. */
export const alreadyReported = {
  make: { zh_CN: '生成已报说明', en: 'Make a statement of what was reported' },
  title: { zh_CN: '关于部分数据项已填报的说明', en: 'Data items that were already reported' },
  opening: {
    zh_CN: '{days}在“{to}”填报时，下列数据项此前 90 天内已在“{from}”填报过：',
    en: 'When “{to}” was filled in ({days}), the following data items had been submitted on “{from}” within 90 days:',
  },
  dated: { zh_CN: '{item}（{date}填报）', en: '{item} (submitted on {date})' },
  unknown: {
    zh_CN: '另有 {count} 类数据项名称未能识别。',
    en: 'A further {count} {count:kind|kinds} of data item could not be named.',
  },
  closing: {
    zh_CN: '建议由有关平台之间直接调取“{from}”的已有数据，不再重复填报。',
    en: 'It is suggested that the platforms take the data from “{from}” directly instead of asking again.',
  },
  noValues: {
    zh_CN: '本说明不含任何填报内容，也不含个人信息。',
    en: 'This statement holds no content that was entered and no personal information.',
  },
  edit: { zh_CN: '说明文字（可修改）', en: 'Text (can be edited)' },
  copy: { zh_CN: '复制', en: 'Copy' },
  copied: { zh_CN: '已复制。', en: 'Copied.' },
  copyFailed: {
    zh_CN: '未能复制。文字没有丢失，请选中后按 Ctrl+C。',
    en: 'Not copied. The text is still there: select it and press Ctrl+C.',
  },
} as const satisfies Catalogue;
