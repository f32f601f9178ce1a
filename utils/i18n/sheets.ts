import type { OfficialCategory } from '../domain/summary';
import type { Catalogue, Message } from './message';

/** Sheets to hand in, and the private ledger of them. */
export const sheets = {
  view: { zh_CN: '反映与台账', en: 'Sheets and ledger' },
  lead: {
    zh_CN:
      '选一个平台，生成一份可以修改的文稿，再打印或存为文件。文稿由最近 28 天的记录写成，只说平台，不含任何人的信息；是否提交、交给谁，由您决定。',
    en: 'A draft on one platform, from the last 28 days, to edit, print or save. It holds nothing of any person; whether to hand it in is up to you.',
  },
  noPlatforms: {
    zh_CN: '最近 28 天还没有平台的记录，暂时没有可写的内容。',
    en: 'No platform has been recorded in the last 28 days; there is nothing to write yet.',
  },
  kind: { zh_CN: '文稿', en: 'Sheet' },
  kindAlready: { zh_CN: '已报说明', en: 'Statement of what was reported' },
  kindReport: { zh_CN: '情况反映单', en: 'Report sheet' },
  kindCheckUp: { zh_CN: '系统体检单', en: 'System check-up sheet' },
  hintAlready: { zh_CN: '回复向您要数据的一方', en: 'for who asks for the data' },
  hintReport: { zh_CN: '向有关部门反映', en: 'for the office that takes reports' },
  hintCheckUp: { zh_CN: '交系统主管或建设单位', en: 'for the owner or vendor' },
  titleReport: { zh_CN: '关于“{platform}”有关情况的反映', en: 'Report on “{platform}”' },
  titleCheckUp: { zh_CN: '“{platform}”系统体检单', en: 'Check-up of “{platform}”' },
  docTitle: { zh_CN: '标题', en: 'Title' },
  subject: { zh_CN: '平台情况', en: 'The platform' },
  subjectText: {
    zh_CN: '平台名称：{platform}\n平台类别：{category}\n观察时间：{days}',
    en: 'Platform: {platform}\nCategory: {category}\nObserved: {days}',
  },
  usage: {
    zh_CN: '其间提交表单 {submissions} 次，填写数据项 {entered} 项，系统带出 {prefilled} 项。',
    en: '{submissions} {submissions:form was|forms were} submitted, {entered} fields entered, {prefilled} prefilled.',
  },
  none: { zh_CN: '观察期间未见。', en: 'Not seen in that time.' },
  overlap: {
    zh_CN: '与“{from}”重复的数据项：{items}，共 {count} 项次。',
    en: 'Data items that “{from}” has: {items}; {count} in all.',
  },
  unnamed: { zh_CN: '名称未能识别的 {count} 项', en: '{count} unnamed' },
  items: { zh_CN: '数据项与口径', en: 'Data items and definitions' },
  prefill: {
    zh_CN: '预填率 {share}：系统已有而仍需人工填写的数据项，建议直接带出。',
    en: 'Prefill rate {share}: what the system has should be filled in by itself.',
  },
  good: { zh_CN: '做法较好', en: 'Good practice' },
  advice: { zh_CN: '建议', en: 'Suggestions' },
  notes: { zh_CN: '说明', en: 'Notes' },
  notesText: {
    zh_CN:
      '以上由本机浏览器中实际打开的页面和操作统计得出，标为“疑似”的有待核实。手机应用、小程序、工作群、桌面软件和纸质表格不在其中。文中“参照”的规定针对移动应用制定；注明“自定”的界限没有文件规定。本文稿不含个人信息和填报内容，不得用于考核、排名、通报。',
    en: 'Counted in one browser; what is “suspected” remains to be verified. Phones, mini-programs, chat groups, desktop programs and paper are not included. Norms cited “by analogy” were written for mobile apps; own thresholds are set by no document. It holds no personal information and nothing that was entered, and is not to be used for assessment, ranking or naming.',
  },
  basis: { zh_CN: '{measure}；{notes}。', en: '{measure}; {notes}.' },
  signature: { zh_CN: '落款（可不填）', en: 'Signed (optional)' },
  signatureHint: {
    zh_CN: '单位、姓名、日期等只在您填写时才出现在文稿里，不会保存。',
    en: 'Office, name and date appear only if you type them; they are not kept.',
  },

  alreadyNone: {
    zh_CN: '这一周没有发现“{to}”要求填报其他平台已有的数据项。',
    en: 'No data item that “{to}” asked for this week was found on another platform.',
  },

  print: { zh_CN: '打印或存为 PDF', en: 'Print or save as PDF' },
  word: { zh_CN: '存为 Word 文档', en: 'Save as Word' },
  outputsOff: {
    zh_CN: '单位设置停用了打印，文稿可以复制。',
    en: 'Your unit switched printing off; the text can be copied.',
  },
  rewrite: { zh_CN: '恢复为自动生成的文字', en: 'Back to the generated text' },
  keep: { zh_CN: '记入台账', en: 'Enter in the ledger' },
  kept: { zh_CN: '已记入台账。', en: 'Entered in the ledger.' },

  ledger: { zh_CN: '台账', en: 'Ledger' },
  ledgerLead: {
    zh_CN:
      '只存在本机，供您自己跟踪。反映满四周后，与反映前四周对照；消失后又出现的问题标为“回潮”。对照只说明前后变化，不说明原因。',
    en: 'Kept here for yourself. After four weeks the platform is compared with the four weeks before; what came back is marked. That shows change, not its cause.',
  },
  ledgerEmpty: { zh_CN: '还没有记入台账的文稿。', en: 'No sheet has been entered yet.' },
  state: { zh_CN: '进展', en: 'State' },
  stateLabel: { zh_CN: '“{platform}”的进展', en: 'State of “{platform}”' },
  change: { zh_CN: '前四周 → 后四周', en: 'Four weeks before → after' },
  changeLine: {
    zh_CN:
      '提交 {submissionsBefore} → {submissions}，重复录入 {reenteredBefore} → {reentered} 项，上传 {uploadsBefore} → {uploads} 个，留痕 {actionsBefore} → {actions} 次',
    en: 'submitted {submissionsBefore} → {submissions}, re-entered {reenteredBefore} → {reentered}, uploaded {uploadsBefore} → {uploads}, traces {actionsBefore} → {actions}',
  },
  changeLater: { zh_CN: '{date}满四周后显示', en: 'shown after {date}' },
  changeShort: {
    zh_CN: '反映前的记录不足四周，不作对照',
    en: 'less than four weeks of records before; not compared',
  },
  removeLabel: { zh_CN: '删除“{platform}”的这条台账', en: 'Delete this entry on “{platform}”' },
} as const satisfies Catalogue;

/** What each official category suggests to put right. */
export const sheetAdvice = {
  'forced-use': {
    zh_CN: '取消强制打卡签到、定期登录等要求，安保、应急等确有需要的场景除外。',
    en: 'Drop forced check-ins and logins, outside security and emergency scenes.',
  },
  'excessive-traces': {
    zh_CN: '减少截图、照片、逐条确认等留痕要求，不以留痕评价工作。',
    en: 'Ask for fewer screenshots, photographs and confirmations; do not judge work by traces.',
  },
  'ranking-abuse': {
    zh_CN: '取消积分、排名和相关通报。',
    en: 'Drop points, rankings and the circulars about them.',
  },
  'repeated-reporting': {
    zh_CN: '与已有数据的平台直接对接，同一数据只填一次。',
    en: 'Take the data from the platforms that have them; ask for each once.',
  },
  'empty-zombie': {
    zh_CN: '核实更新和使用情况，使用率低的按程序关停，功能相近的合并。',
    en: 'Check updates and use; close by procedure what is little used, merge what is alike.',
  },
} as const satisfies Readonly<Record<OfficialCategory, Message>>;
