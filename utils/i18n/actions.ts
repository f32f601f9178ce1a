import type { ActionKind } from '../domain/action-kind';
import type { CueKind } from '../domain/observation';
import type { Action } from '../domain/records';
import type { Message } from './message';

/** The ten kinds of trace-leaving action. */
export const actionNames = {
  'check-in': { zh_CN: '打卡', en: 'check-in' },
  receipt: { zh_CN: '签收', en: 'receipt' },
  like: { zh_CN: '点赞', en: 'like' },
  share: { zh_CN: '转发', en: 'share' },
  'read-confirm': { zh_CN: '已读确认', en: 'read confirmation' },
  download: { zh_CN: '下载', en: 'download' },
  vote: { zh_CN: '投票', en: 'vote' },
  quiz: { zh_CN: '答题', en: 'quiz' },
  location: { zh_CN: '定位', en: 'location' },
  'work-log': { zh_CN: '工作日志', en: 'work log' },
} as const satisfies Readonly<Record<ActionKind, Message>>;

/** The person's own word on an action: never asked for. */
export const ownLabels = {
  voluntary: { zh_CN: '自愿', en: 'voluntary' },
  required: { zh_CN: '被要求', en: 'required' },
  unclear: { zh_CN: '说不清', en: 'hard to say' },
} as const satisfies Readonly<Record<NonNullable<Action['ownLabel']>, Message>>;
export type OwnLabel = keyof typeof ownLabels;

/** What a page showed that may move a person to act. */
export const cueNames = {
  quota: { zh_CN: '任务数要求', en: 'a quota' },
  ranking: { zh_CN: '排名', en: 'a ranking' },
  deadline: { zh_CN: '催办、时限', en: 'a deadline' },
  points: { zh_CN: '积分', en: 'points' },
  frequency: { zh_CN: '报送频次要求', en: 'a required frequency' },
} as const satisfies Readonly<Record<CueKind, Message>>;
