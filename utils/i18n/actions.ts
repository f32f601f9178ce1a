import type { ActionKind } from '../domain/action-kind';
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
