import type { Catalogue } from './message';

/** The practice page: two pretend systems, and what would be recorded of them. */
export const practice = {
  title: { zh_CN: '练习', en: 'Practice' },
  lead: {
    zh_CN:
      '下面是两个虚构的系统。填一填、点一点，“会记下什么”一栏随时显示轻装会记录的内容。本页不联网，不计入您的记录，关闭即清空；请不要填写真实信息。',
    en: 'Two made-up systems. Fill in and click: “What would be recorded” follows every step. Nothing here is sent or added to your records, and closing the page clears it; please enter nothing real.',
  },
  first: { zh_CN: '练习系统甲：困难家庭登记', en: 'Practice system A: household register' },
  second: { zh_CN: '练习系统乙：入户走访登记', en: 'Practice system B: home visits' },
  name: { zh_CN: '户主姓名', en: 'Head of household' },
  number: { zh_CN: '身份证号', en: 'ID number' },
  phone: { zh_CN: '联系电话', en: 'Phone' },
  address: { zh_CN: '家庭住址', en: 'Home address' },
  size: { zh_CN: '家庭人口', en: 'Persons in household' },
  visit: { zh_CN: '走访情况', en: 'What the visit found' },
  fill: { zh_CN: '填入虚构内容', en: 'Fill in made-up content' },
  submit: { zh_CN: '提交', en: 'Submit' },
  read: { zh_CN: '已读确认', en: 'Confirm as read' },
  recorded: { zh_CN: '会记下什么', en: 'What would be recorded' },
  nothing: {
    zh_CN: '还没有。先在系统甲填几项，点“提交”。',
    en: 'Nothing yet. Fill in a few fields of system A and press “Submit”.',
  },
  submission: {
    zh_CN: '{system}：提交 1 次，本人录入 {fields} 个数据项（{items}）。',
    en: '{system}: 1 submission, {fields} {fields:field|fields} entered ({items}).',
  },
  repeated: {
    zh_CN: '其中 {fields} 个数据项（{items}）此前已在{system}提交过，计为重复录入。',
    en: '{fields} of them ({items}) had been submitted on {system}: re-entered.',
  },
  notAlone: {
    zh_CN: '家庭人口等常见内容单独相同不算重复，只随已认定的记录计入。',
    en: 'Common content, such as the number of persons, alone is no repeat; it counts only inside a record that is linked.',
  },
  action: { zh_CN: '{system}：已读确认 1 次。', en: '{system}: 1 read-confirmation.' },
  notKept: {
    zh_CN:
      '填写的内容本身不保存，只保存不可直接读出的比对码；选择“只记时间和表单结构”的，比对码也不保存。',
    en: 'What you typed is never kept, only digests that cannot be read directly; with “times and form structure only” not even those.',
  },
  empty: { zh_CN: '请先填写至少一项。', en: 'Please fill in at least one field.' },
  again: { zh_CN: '清空重来', en: 'Start again' },
} as const satisfies Catalogue;
