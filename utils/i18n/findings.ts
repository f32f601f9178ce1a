import type { Finding } from '../domain/records';
import type { OfficialCategory } from '../domain/summary';
import type { Catalogue, Message } from './message';

/** The list of suspected burdens: what they are called, how sure they are, what to do with them. */
export const findings = {
  title: { zh_CN: '疑似问题', en: 'Findings' },
  lead: {
    zh_CN:
      '以下只说明系统和平台的情况，是否属实由您确认。标为“不属实”的不再提示，除非以后出现新的情况。',
    en: 'These speak of systems only; whether they are right is for you to say. What you mark as wrong does not come back unless something new happens.',
  },
  empty: { zh_CN: '本周没有发现疑似问题。', en: 'Nothing was found this week.' },
  showAll: { zh_CN: '查看全部 {count} 条', en: 'See all {count}' },
  exempt: {
    zh_CN: '另有 {count} 条属安保、应急场景，不计入。',
    en: '{count} more in security and emergency scenes are left out.',
  },
  rejectedCount: {
    zh_CN: '另有 {count} 条您已标为不属实。',
    en: 'You marked {count} more as wrong.',
  },
  rejectedTitle: { zh_CN: '已标为不属实', en: 'Marked as wrong' },
  confirm: { zh_CN: '属实', en: 'Right' },
  reject: { zh_CN: '不属实', en: 'Wrong' },
  restore: { zh_CN: '恢复', en: 'Put back' },
  sheet: { zh_CN: '生成情况反映单', en: 'Write a report sheet' },
  sheetLabel: { zh_CN: '{what}：生成情况反映单', en: '{what}: write a report sheet' },
  confirmLabel: { zh_CN: '{what}：属实', en: '{what}: right' },
  rejectLabel: { zh_CN: '{what}：不属实', en: '{what}: wrong' },
  restoreLabel: { zh_CN: '{what}：恢复', en: '{what}: put back' },
  what: { zh_CN: '{platform}：{symptom}', en: '{platform}: {symptom}' },
  about: { zh_CN: '{what}，{measure}', en: '{what}, {measure}' },
  once: { zh_CN: '{date}见到', en: 'seen on {date}' },
  asOf: { zh_CN: '截至 {date}', en: 'as of {date}' },
  since: { zh_CN: '{first}起，最近一次 {last}', en: 'since {first}, last on {last}' },
  seenOn: { zh_CN: '见于{pages}', en: 'seen on: {pages}' },
  byAnalogy: { zh_CN: '参照{norm}', en: 'by analogy with {norm}' },
  byNorm: { zh_CN: '依据{norm}', en: 'under {norm}' },
  ours: { zh_CN: '界限为本工具自定', en: 'threshold is this tool’s own' },
  noNorm: { zh_CN: '尚无文件明确规定', en: 'no document speaks of it' },
  recurred: { zh_CN: '回潮', en: 'came back' },
  measureCount: { zh_CN: '{count} 次', en: '{count} {count:time|times}' },
  measureDays: { zh_CN: '{count} 天', en: '{count} {count:day|days}' },
  measureShare: { zh_CN: '占 {share}', en: '{share}' },
  measureRange: { zh_CN: '{mid}（{low}—{high}）', en: '{mid} ({low} – {high})' },
  evidenceLabel: { zh_CN: '{what}：查看依据的记录', en: '{what}: see the records behind it' },
  observations: { zh_CN: '依据 {count} 条记录', en: 'from {count} {count:record|records}' },
  gradeA: {
    zh_CN: 'A 级：规定不允许出现，且有确切的操作为证',
    en: 'Grade A: a document forbids its mere presence and a proven action shows it',
  },
  gradeB: {
    zh_CN: 'B 级：本人打开的页面达到了规定或自定的界限',
    en: 'Grade B: a threshold is reached by one’s own observations',
  },
  gradeC: {
    zh_CN: 'C 级：只见到文字提法，尚无操作为证',
    en: 'Grade C: words on a page only',
  },
} as const satisfies Catalogue;

export const findingStatus = {
  suspected: { zh_CN: '疑似', en: 'suspected' },
  observed: { zh_CN: '有记录', en: 'on record' },
  confirmed: { zh_CN: '已确认', en: 'confirmed' },
  rejected: { zh_CN: '不属实', en: 'wrong' },
} as const satisfies Readonly<Record<Finding['status'], Message>>;

/** The categories of the official calls for clues. */
export const officialCategories = {
  'forced-use': { zh_CN: '强制使用', en: 'Forced use' },
  'excessive-traces': { zh_CN: '过度留痕', en: 'Excessive traces' },
  'ranking-abuse': { zh_CN: '滥用排名', en: 'Abuse of ranking' },
  'repeated-reporting': { zh_CN: '多头填报', en: 'Repeated reporting' },
  'empty-zombie': { zh_CN: '空壳僵尸', en: 'Empty and zombie platforms' },
} as const satisfies Readonly<Record<OfficialCategory, Message>>;

/** What a rule found, in one phrase, by the rule's id. */
const findingNames = {
  'check-in': { zh_CN: '要求打卡签到', en: 'demands check-ins' },
  location: { zh_CN: '要求上报定位', en: 'demands one’s location' },
  popularity: { zh_CN: '要求点赞、转发、投票', en: 'demands likes, shares and votes' },
  'read-confirm': {
    zh_CN: '要求逐条确认已读、签收',
    en: 'demands read-confirmations and receipts',
  },
  'forced-reading': {
    zh_CN: '倒计时结束前不能确认',
    en: 'makes one wait for a countdown before confirming',
  },
  'proof-material': { zh_CN: '要求上传截图、照片佐证', en: 'demands screenshots and photographs' },
  'ranking-text': { zh_CN: '页面上有排名字样', en: 'pages speak of ranking' },
  'points-text': { zh_CN: '页面上有积分字样', en: 'pages speak of points' },
  'assessment-page': {
    zh_CN: '设有考核、通报、排名页面',
    en: 'has pages of assessment, naming or ranking',
  },
  'quota-text': { zh_CN: '页面上有数量、频次要求', en: 'pages set quotas or frequencies' },
  'duplicate-submission': {
    zh_CN: '整条记录在其他平台报过，仍要求再报',
    en: 'asks for whole records that another platform has',
  },
  'reentered-fields': {
    zh_CN: '要求填报其他平台已有的内容',
    en: 'asks for content that another platform has',
  },
  'unchanged-resubmission': {
    zh_CN: '内容没有变化，仍要求重报',
    en: 'asks again for what has not changed',
  },
  'repeated-upload': {
    zh_CN: '同一文件在其他平台传过，仍要求再传',
    en: 'asks for files that another platform has',
  },
  transfer: {
    zh_CN: '须从其他平台导出或复制后再搬入',
    en: 'is fed by hand from other platforms',
  },
  'sensitive-outside': {
    zh_CN: '通过外部工具收集敏感个人信息',
    en: 'collects sensitive personal items outside government',
  },
  'zombie-home': { zh_CN: '首页长期未更新', en: 'home page not updated' },
  'zombie-columns-short': {
    zh_CN: '动态、通知类栏目逾期未更新',
    en: 'news and notice columns not updated',
  },
  'zombie-columns': { zh_CN: '多个栏目逾期未更新', en: 'many columns not updated' },
  'zombie-columns-blank': { zh_CN: '多个栏目空白', en: 'many columns blank' },
  'zombie-unreachable': { zh_CN: '经常打不开', en: 'often fails to open' },
  'zombie-use': { zh_CN: '只用来登录和打卡', en: 'serves for logging in and checking in only' },
  'zombie-unused': { zh_CN: '长期没有使用', en: 'has not been used for long' },
} as const satisfies Readonly<Record<string, Message>>;

/** How much of it there was, by the rule's id; other rules count times. */
const measures = {
  'reentered-fields': { zh_CN: '{amount} 个数据项', en: '{amount} fields' },
  'proof-material': { zh_CN: '{amount} 份', en: '{amount} files' },
  'repeated-upload': { zh_CN: '{amount} 份', en: '{amount} files' },
  'sensitive-outside': { zh_CN: '{amount} 项', en: '{amount} items' },
  'zombie-columns-short': { zh_CN: '{amount} 个栏目', en: '{amount} columns' },
  'zombie-columns': { zh_CN: '{amount} 个栏目', en: '{amount} columns' },
  'zombie-columns-blank': { zh_CN: '{amount} 个栏目', en: '{amount} columns' },
} as const satisfies Readonly<Record<string, Message>>;

const nameByRule = new Map<string, Message>(Object.entries(findingNames));
const measureByRule = new Map<string, (typeof measures)[keyof typeof measures]>(
  Object.entries(measures),
);

/** What a rule found; a rule without words of its own shows its id. */
export function findingName(rule: string): Message {
  return nameByRule.get(rule) ?? { zh_CN: rule, en: rule };
}

/** The words for a rule's count; undefined where it counts times. */
export function findingCount(rule: string): (typeof measures)[keyof typeof measures] | undefined {
  return measureByRule.get(rule);
}

/** The norms that findings are measured against, by their keys: title, number, who and when. */
const norms = {
  'opinion-2023': {
    zh_CN: '《关于防治“指尖上的形式主义”的若干意见》（中央网信委，2023 年）',
    en: 'the Opinions on formalism at the fingertips (Central Cyberspace Affairs Commission, 2023)',
  },
  'rules-2024': {
    zh_CN: '《整治形式主义为基层减负若干规定》（中办、国办，2024 年）',
    en: 'the Provisions on easing the burden of the grassroots (General Offices, 2024)',
  },
  'measures-2026': {
    zh_CN: '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）',
    en: 'the Measures on government mobile applications (国办函〔2026〕12号)',
  },
  'indicators-2019': {
    zh_CN: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）',
    en: 'the Indicators for government websites (国办秘函〔2019〕19号)',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** How a norm is cited where there is little room. */
const shortNorms = {
  'opinion-2023': { zh_CN: '2023 年若干意见', en: 'Opinions 2023' },
  'rules-2024': { zh_CN: '2024 年若干规定', en: 'Provisions 2024' },
  'measures-2026': { zh_CN: '国办函〔2026〕12号', en: '国办函〔2026〕12号' },
  'indicators-2019': { zh_CN: '国办秘函〔2019〕19号', en: '国办秘函〔2019〕19号' },
} as const satisfies Readonly<Record<keyof typeof norms, Message>>;

const shortByKey = new Map<string, Message>(Object.entries(shortNorms));

/** The short citation of a norm. */
export function shortNormName(key: string): Message {
  return shortByKey.get(key) ?? { zh_CN: key, en: key };
}

const normByKey = new Map<string, Message>(Object.entries(norms));

/** The title of a norm; a norm without words of its own shows its key. */
export function normName(key: string): Message {
  return normByKey.get(key) ?? { zh_CN: key, en: key };
}
