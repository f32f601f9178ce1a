import type { Catalogue } from './message';

/** Taking part in a study. */
export const research = {
  title: { zh_CN: '参加研究', en: 'Take part in a study' },
  lead: {
    zh_CN:
      '研究单位会给您一份研究说明文件。是否参加由您本人决定，与是否使用轻装无关；不参加不留任何记录。',
    en: 'A research group gives you a study file. Whether to take part is your decision alone and has nothing to do with using this extension; declining leaves no trace.',
  },
  open: { zh_CN: '打开研究说明文件', en: 'Open a study file' },
  notStudy: {
    zh_CN: '这不是研究说明文件，或者已经损坏。没有作任何改动，请向研究单位重新索取。',
    en: 'This is no study file, or it is damaged. Nothing was changed; ask the research group for it again.',
  },
  ended: {
    zh_CN: '这项研究已于 {day} 结束，不再生成数据包。',
    en: 'This study ended on {day}; no package is made any more.',
  },
  contact: { zh_CN: '研究单位和联系人', en: 'Who asks' },
  purpose: { zh_CN: '用途', en: 'What for' },
  ends: { zh_CN: '截止', en: 'Until' },
  withdrawal: { zh_CN: '怎样撤回', en: 'How to withdraw' },
  contents: {
    zh_CN:
      '数据包里有：每周各平台用时、填报、重复录入、留痕、上传和疑似问题的数字，表单要求的数据项；另附每次停留和停顿的长短，每条提交、上传、留痕和强制停留记录的数字，打乱先后，供复算。没有：填写内容、网址、平台名称、文件名、标题、日期和时刻。平台和您本人只有本研究内的代号，但多周数字连起来仍可能认出个人。',
    en: 'In the package: weekly figures of time, forms, re-entry, traces, uploads and findings per platform, and the data items that forms demand; so that they can be computed again, also the lengths of stays and pauses and the figures of each submission, upload, trace and forced wait, out of their order. Not in it: what was typed, addresses, names of platforms or files, titles, dates and hours. Platforms and you have codes of this study only; figures of many weeks together may still tell who you are.',
  },
  hours: {
    zh_CN: '另外同意提供星期和时刻（可看出上下班规律）',
    en: 'Weekday and hour as well (they show when you work)',
  },
  agree: { zh_CN: '同意参加', en: 'Take part' },
  decline: { zh_CN: '不参加', en: 'Do not take part' },
  taking: {
    zh_CN: '您已同意参加“{title}”，至 {day}。',
    en: 'You agreed to take part in “{title}” until {day}.',
  },
  leave: { zh_CN: '退出研究', en: 'Leave the study' },
  sampleTitle: { zh_CN: '抽样核对', en: 'Check a sample' },
  sampleText: {
    zh_CN: '{week}的记录里最多抽出 20 条，请核对记得是否准确。可以不答。',
    en: 'At most 20 records of {week}: is each of them right? You need not answer.',
  },
  right: { zh_CN: '对', en: 'Right' },
  wrong: { zh_CN: '错', en: 'Wrong' },
  unsure: { zh_CN: '说不清', en: 'Cannot say' },
  none: { zh_CN: '这一周没有可核对的记录。', en: 'No records of that week to check.' },
  packageTitle: { zh_CN: '数据包', en: 'Package' },
  packageText: {
    zh_CN: '保存前请看清内容。取消勾选的周不放入，也不留痕迹。',
    en: 'Look at what is in it. Weeks that are not ticked are left out without a trace.',
  },
  noWeeks: {
    zh_CN: '还没有过完的一周，暂时没有可放入的内容。',
    en: 'No finished week yet: there is nothing to put in.',
  },
  rows: { zh_CN: '{table}：{count} 行', en: '{table}: {count} rows' },
  moreRows: { zh_CN: '继续显示（还有 {count} 行）', en: 'Show more ({count} rows left)' },
  save: { zh_CN: '保存数据包', en: 'Save the package' },
  off: {
    zh_CN: '单位设置已停用数据输出，因此不能保存。',
    en: 'Your unit’s settings switched data outputs off, so it cannot be saved.',
  },
  file: { zh_CN: '研究数据包-{code}', en: 'research-{code}' },
} as const satisfies Catalogue;
