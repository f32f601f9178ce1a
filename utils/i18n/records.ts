import type { FileKind } from '../domain/observation';
import type { PageClass } from '../domain/page-class';
import type { Interval, LedgerEntry, PageSign, Submission, Upload } from '../domain/records';
import type { Catalogue, Message } from './message';

/** Stored records in plain words. */
export const records = {
  title: { zh_CN: '查看已存记录', en: 'Stored records' },
  lead: {
    zh_CN: '本机存下的每一条记录都在这里，可以查找、删除。没有列在这里的，就没有记录。',
    en: 'Every record on this computer stands here and can be searched and deleted. What is not here was not recorded.',
  },
  kind: { zh_CN: '种类', en: 'Kind' },
  allPlatforms: { zh_CN: '全部平台', en: 'All platforms' },
  search: { zh_CN: '查找', en: 'Search' },
  searchHint: { zh_CN: '如：打卡、身份证号、7 月', en: 'e.g. check-in, name, July' },
  counted: {
    zh_CN: '共 {count} 条，按时间由近到远',
    en: '{count} {count:record|records}, newest first',
  },
  shown: { zh_CN: '显示 {count} 条', en: '{count} shown' },
  more: { zh_CN: '显示更多', en: 'Show more' },
  none: { zh_CN: '没有这样的记录。', en: 'No such records.' },
  when: { zh_CN: '时间', en: 'When' },
  what: { zh_CN: '内容', en: 'What' },
  deleteOne: { zh_CN: '删除', en: 'Delete' },
  deleteLabel: { zh_CN: '删除：{what}', en: 'Delete: {what}' },
  deleteShown: { zh_CN: '删除查到的全部', en: 'Delete all that match' },
  deleteShownTitle: { zh_CN: '删除查到的全部记录', en: 'Delete all matching records' },
  deleteShownText: {
    zh_CN: '将删除符合条件的全部记录，删除后不能恢复，小结中的数字会随之变化。',
    en: 'All matching records will be deleted. This cannot be undone, and the figures will change.',
  },
  deleted: { zh_CN: '已删除 {count} 条。', en: '{count} {count:record|records} deleted.' },
  notDeleted: {
    zh_CN: '没有删除：本机记录库暂时无法写入。记录没有改动，请稍后再试一次。',
    en: 'Not deleted: the records cannot be written at the moment. Nothing was changed; try again in a moment.',
  },
  evidence: { zh_CN: '依据的记录', en: 'Records behind it' },
  evidenceNone: {
    zh_CN: '此数字由本周全部相关记录合计得出，可在“查看已存记录”中逐条查看。',
    en: 'This figure sums all records of its kind in the week; see them one by one under “Stored records”.',
  },
  evidenceMore: { zh_CN: '另有 {count} 条未列出。', en: '{count} more are not listed.' },
  evidenceGone: {
    zh_CN: '有 {count} 条已被删除或已过保存期限。',
    en: '{count} {count:record has|records have} been deleted or outlived their retention.',
  },
  evidenceSample: { zh_CN: '示例没有可查看的记录。', en: 'The sample has no records behind it.' },
  seeRecords: { zh_CN: '到已存记录中查看', en: 'See the stored records' },

  span: { zh_CN: '{from}—{to}', en: '{from} – {to}' },
  intervalLine: { zh_CN: '{place} {length}', en: '{place} {length}' },
  pauses: { zh_CN: '停顿 {count} 次', en: '{count} {count:pause|pauses}' },
  playing: { zh_CN: '播放 {time}', en: 'playing {time}' },
  waiting: { zh_CN: '等待系统 {time}', en: 'waiting {time}' },
  captcha: { zh_CN: '验证码 {time}', en: 'captchas {time}' },
  formLine: { zh_CN: '表单“{form}”', en: 'form “{form}”' },
  unnamedForm: { zh_CN: '表单', en: 'form' },
  draft: { zh_CN: '草稿', en: 'draft' },
  step: { zh_CN: '分步填写', en: 'one step' },
  rework: { zh_CN: '退回重报', en: 'sent back before' },
  enteredFields: { zh_CN: '录入 {count} 项', en: '{count} entered' },
  prefilledFields: { zh_CN: '带出 {count} 项', en: '{count} prefilled' },
  reenteredFields: { zh_CN: '重复 {count} 项（{items}）', en: '{count} re-entered ({items})' },
  fixedFields: { zh_CN: '固定信息 {count} 项', en: '{count} fixed' },
  filling: { zh_CN: '填表 {time}', en: 'filling {time}' },
  duplicateOf: { zh_CN: '整条已在{platform}报过', en: 'the whole record stood on {platform}' },
  uploadLine: { zh_CN: '上传{kind}，约 {size}', en: 'upload of {kind}, about {size}' },
  proof: { zh_CN: '佐证材料', en: 'proof material' },
  countOf: { zh_CN: '{count} 个对象', en: '{count} objects' },
  unproven: { zh_CN: '未确认', en: 'unproven' },
  exempt: { zh_CN: '安保、应急场景', en: 'security or emergency' },
  newest: { zh_CN: '最近更新 {date}', en: 'last update {date}' },
  columns: { zh_CN: '{count} 个栏目，其中空白 {blank} 个', en: '{count} columns, {blank} blank' },
  loadTime: { zh_CN: '载入 {seconds} 秒', en: 'loaded in {seconds} s' },
  failed: { zh_CN: '未能打开', en: 'failed to open' },
  complaintEntry: { zh_CN: '有意见反馈入口', en: 'offers a way to complain' },
  transferLine: { zh_CN: '{from} → {to}', en: '{from} → {to}' },
  exportUpload: { zh_CN: '导出后再上传', en: 'exported and uploaded again' },
  copyPaste: { zh_CN: '复制后再粘贴', en: 'copied and pasted' },
  fieldsLine: { zh_CN: '{count} 个数据项：{items}', en: '{count} data items: {items}' },
  unknownItems: { zh_CN: '未识别 {count} 项', en: '{count} unknown' },
  coverageLine: {
    zh_CN: '在用 {active} 分，能够记录 {recorded} 分',
    en: 'active {active} min, recording possible {recorded} min',
  },
  weekSumLine: {
    zh_CN: '操作 {working}，提交 {submissions} 次，重复录入 {reentered} 项',
    en: 'working {working}, {submissions} submitted, {reentered} fields re-entered',
  },
  faultTimes: { zh_CN: '{text}（{count} 次）', en: '{text} ({count} {count:time|times})' },
  digestNote: {
    zh_CN:
      '另存有比对码 {count} 个。比对码不可直接读出，到期自动销毁，不能逐条查看；删除一次提交时，它的比对码一并删除。',
    en: 'There are {count} digests as well. They cannot be read, expire by themselves and are not listed; deleting a submission deletes its digests.',
  },
  own: { zh_CN: '自己标注', en: 'Your label' },
  list: { zh_CN: '、', en: ', ' },
  and: { zh_CN: '，', en: ', ' },
} as const satisfies Catalogue;

/** The kinds of record, as the list offers them. */
export const recordKinds = {
  submissions: { zh_CN: '提交', en: 'Submissions' },
  actions: { zh_CN: '打卡与留痕', en: 'Check-ins and traces' },
  uploads: { zh_CN: '上传', en: 'Uploads' },
  intervals: { zh_CN: '时段', en: 'Stretches of time' },
  pageSigns: { zh_CN: '页面迹象', en: 'Page signs' },
  forms: { zh_CN: '表单结构', en: 'Form structures' },
  transfers: { zh_CN: '平台间搬运', en: 'Transfers' },
  findings: { zh_CN: '疑似问题的判断', en: 'Judged findings' },
  diary: { zh_CN: '补记', en: 'Added lines' },
  ledger: { zh_CN: '情况反映记录', en: 'Report sheets' },
  coverage: { zh_CN: '记录率', en: 'Coverage' },
  weekSums: { zh_CN: '各周合计', en: 'Weekly sums' },
  otherWeekSums: { zh_CN: '另一台电脑的各周合计', en: 'Weekly sums of another computer' },
  faults: { zh_CN: '故障', en: 'Faults' },
} as const satisfies Readonly<Record<string, Message>>;

export type RecordKind = keyof typeof recordKinds;

export const places = {
  front: { zh_CN: '前台', en: 'in front' },
  beside: { zh_CN: '旁屏', en: 'beside' },
  background: { zh_CN: '后台播放', en: 'playing in the background' },
} as const satisfies Readonly<Record<Interval['place'], Message>>;

export const certainties = {
  confirmed: { zh_CN: '确认', en: 'confirmed' },
  recovered: { zh_CN: '恢复', en: 'recovered' },
  capped: { zh_CN: '截断', en: 'capped' },
} as const satisfies Readonly<Record<Interval['certainty'], Message>>;

export const pageClasses = {
  list: { zh_CN: '列表页', en: 'list page' },
  detail: { zh_CN: '详情页', en: 'detail page' },
  form: { zh_CN: '表单页', en: 'form page' },
  login: { zh_CN: '登录页', en: 'login page' },
  study: { zh_CN: '学习页', en: 'study page' },
  notice: { zh_CN: '通知公告页', en: 'notice page' },
  home: { zh_CN: '首页', en: 'home page' },
  assessment: { zh_CN: '考核排名页', en: 'assessment page' },
  other: { zh_CN: '其他页面', en: 'other page' },
} as const satisfies Readonly<Record<PageClass, Message>>;

export const outcomes = {
  accepted: { zh_CN: '提交', en: 'submitted' },
  pending: { zh_CN: '等待确认的提交', en: 'awaiting proof' },
  refused: { zh_CN: '被拒绝的提交', en: 'refused' },
  unproven: { zh_CN: '未确认的提交', en: 'unproven' },
} as const satisfies Readonly<Record<Submission['outcome'], Message>>;

export const fileKinds = {
  image: { zh_CN: '图片', en: 'a picture' },
  office: { zh_CN: '办公文档', en: 'an office file' },
  pdf: { zh_CN: ' PDF 文档', en: 'a PDF' },
  video: { zh_CN: '视频', en: 'a video' },
  audio: { zh_CN: '音频', en: 'a sound file' },
  archive: { zh_CN: '压缩包', en: 'an archive' },
  other: { zh_CN: '其他文件', en: 'another file' },
} as const satisfies Readonly<Record<FileKind, Message>>;

export const uploadOutcomes = {
  unknown: { zh_CN: '结果不明', en: 'outcome unknown' },
  sent: { zh_CN: '已上传', en: 'sent' },
  failed: { zh_CN: '上传失败', en: 'failed' },
  cancelled: { zh_CN: '已取消', en: 'cancelled' },
} as const satisfies Readonly<Record<Upload['outcome'], Message>>;

export const pageStates = {
  normal: { zh_CN: '正常', en: 'normal' },
  blank: { zh_CN: '空白', en: 'blank' },
  'under-construction': { zh_CN: '建设中', en: 'under construction' },
  closed: { zh_CN: '已停用', en: 'closed' },
  error: { zh_CN: '出错', en: 'error' },
  maintenance: { zh_CN: '维护中', en: 'maintenance' },
} as const satisfies Readonly<Record<PageSign['state'], Message>>;

export const ledgerStates = {
  reported: { zh_CN: '已反映', en: 'reported' },
  received: { zh_CN: '已受理', en: 'received' },
  answered: { zh_CN: '已答复', en: 'answered' },
  settled: { zh_CN: '已整改', en: 'settled' },
} as const satisfies Readonly<Record<LedgerEntry['status'], Message>>;
