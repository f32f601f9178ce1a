import type { Finding } from '../domain/records';
import type { GoodPractice, OfficialCategory } from '../domain/summary';
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
  confirmLabel: { zh_CN: '{what}：属实', en: '{what}: right' },
  rejectLabel: { zh_CN: '{what}：不属实', en: '{what}: wrong' },
  restoreLabel: { zh_CN: '{what}：恢复', en: '{what}: put back' },
  what: { zh_CN: '{platform}：{symptom}', en: '{platform}: {symptom}' },
  about: { zh_CN: '{what}，{measure}', en: '{what}, {measure}' },
  once: { zh_CN: '{date} 见到', en: 'seen on {date}' },
  since: { zh_CN: '{first} 起，最近一次 {last}', en: 'since {first}, last on {last}' },
  byAnalogy: { zh_CN: '参照{norm}', en: 'by analogy with {norm}' },
  byNorm: { zh_CN: '依据{norm}', en: 'under {norm}' },
  ours: { zh_CN: '界限为本工具自定', en: 'threshold is this tool’s own' },
  noNorm: { zh_CN: '尚无文件明确规定', en: 'no document speaks of it' },
  recurred: { zh_CN: '回潮', en: 'came back' },
  measureCount: { zh_CN: '{count} 次', en: '{count} {count:time|times}' },
  measureDays: { zh_CN: '{count} 天', en: '{count} {count:day|days}' },
  measureShare: { zh_CN: '占 {share}', en: '{share}' },
  measureRange: { zh_CN: '{mid}（{low}—{high}）', en: '{mid} ({low} – {high})' },
  observations: { zh_CN: '依据 {count} 条记录', en: 'from {count} {count:record|records}' },
  gradeTitle: { zh_CN: '证据等级', en: 'Grade' },
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
  grade: { zh_CN: '{grade} 级', en: 'grade {grade}' },
} as const satisfies Catalogue;

export const findingStatus = {
  suspected: { zh_CN: '疑似', en: 'suspected' },
  observed: { zh_CN: '有记录', en: 'on record' },
  confirmed: { zh_CN: '已确认', en: 'confirmed' },
  rejected: { zh_CN: '不属实', en: 'wrong' },
} as const satisfies Readonly<Record<Finding['status'], Message>>;

/** The categories of the official calls for clues. */
export const officialCategories = {
  'forced-use': { zh_CN: '强制使用', en: 'forced use' },
  'excessive-traces': { zh_CN: '过度留痕', en: 'excessive traces' },
  'ranking-abuse': { zh_CN: '滥用排名', en: 'abuse of ranking' },
  'repeated-reporting': { zh_CN: '多头填报', en: 'repeated reporting' },
  'empty-zombie': { zh_CN: '空壳僵尸', en: 'empty and zombie platforms' },
} as const satisfies Readonly<Record<OfficialCategory, Message>>;

/** What a finding is a sign of, by its symptom. */
export const symptoms = {
  'duplicate-entry': {
    zh_CN: '要求填报其他平台已有的内容',
    en: 'asks for what another platform has',
  },
  'check-in': { zh_CN: '要求打卡签到', en: 'demands check-ins' },
  'zombie-content': { zh_CN: '内容长期未更新', en: 'content not updated' },
  'zombie-unreachable': { zh_CN: '经常打不开', en: 'often fails to open' },
  'zombie-use': { zh_CN: '只用来登录和打卡', en: 'used for logging in and checking in only' },
  'zombie-unused': { zh_CN: '长期未使用', en: 'not used for long' },
} as const satisfies Readonly<Record<string, Message>>;

const symptomByName = new Map<string, Message>(Object.entries(symptoms));

/** The name of a symptom; one that is not named yet shows its own word. */
export function symptomMessage(symptom: string): Message {
  return symptomByName.get(symptom) ?? { zh_CN: symptom, en: symptom };
}

export const goodPracticeNames = {
  prefills: { zh_CN: '已有数据自动带出', en: 'fills in what is known' },
  shares: { zh_CN: '直接调取已有数据', en: 'uses data that exist' },
  'closed-properly': { zh_CN: '停用前公告并作安排', en: 'closed with notice' },
  'complaint-entry': { zh_CN: '设有意见反馈入口', en: 'offers a way to complain' },
} as const satisfies Readonly<Record<GoodPractice['kind'], Message>>;
