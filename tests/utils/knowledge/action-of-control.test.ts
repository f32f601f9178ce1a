import { describe, expect, it } from 'vitest';
import { actionOfControl, type ControlReading } from '../../../utils/knowledge/action-of-control';

const control = (text: string, given: Partial<ControlReading> = {}): ControlReading => ({
  text,
  names: [],
  icons: [],
  kind: 'button',
  place: 'free',
  leads: false,
  file: false,
  disabled: false,
  lit: false,
  headings: [],
  siblings: [],
  login: false,
  ...given,
});
const action = (text: string, given?: Partial<ControlReading>) =>
  actionOfControl(control(text, given))?.action;

describe('the action of a control', () => {
  it('is told by its own words', () => {
    expect(action('签 到')).toBe('check-in');
    expect(action('确认签收')).toBe('receipt');
    expect(action('我已阅读（5s）')).toBe('read-confirm');
    expect(action('点赞(12)')).toBe('like');
    expect(action('查 询')).toBeUndefined();
  });

  it('is none where the words stand for a place, a state or a title', () => {
    for (const place of ['menu', 'tab', 'breadcrumb', 'option', 'head', 'content'] as const) {
      expect(action('签到', { place, kind: 'link' })).toBeUndefined();
    }
    expect(action('签到', { disabled: true })).toBeUndefined();
    expect(action('签到', { login: true })).toBeUndefined();
    expect(action('签到', { kind: 'link', leads: true })).toBeUndefined();
  });

  it('of an icon is told by its name, else by its picture', () => {
    expect(action('', { names: ['点赞'], icons: ['icon-star'] })).toBe('like');
    expect(action('12', { icons: ['anticon-like'] })).toBe('like');
    expect(action('', { names: ['收藏'], icons: ['icon-zan'] })).toBeUndefined();
    expect(action('', { icons: ['icon-signin'] })).toBeUndefined();
    expect(action('', { icons: ['icon-dianzan'], lit: true })).toBeUndefined();
  });

  it('of a plain 确定 is told by the heading over it', () => {
    expect(action('确 定', { headings: ['今日签到', '工作台'] })).toBe('check-in');
    expect(action('提交', { headings: ['驻村日志'] })).toBe('work-log');
    expect(action('确定', { headings: ['新增签到活动'] })).toBeUndefined();
    expect(action('提交', { headings: ['系统日志'] })).toBeUndefined();
    expect(action('评论', { headings: ['本周测试'] })).toBeUndefined();
  });

  it('is none in an office that passes papers on, in an election, and for a filter', () => {
    expect(action('转发')).toBe('share');
    expect(action('转发', { siblings: ['办结', '退回'] })).toBeUndefined();
    expect(action('投票', { headings: ['民主评议'] })).toBeUndefined();
    expect(action('已读', { siblings: ['全部', '未读'] })).toBeUndefined();
  });

  it('says what only begins, and what acts on many', () => {
    expect(actionOfControl(control('开始答题'))).toMatchObject({ action: 'quiz', opens: true });
    expect(actionOfControl(control('交卷'))).toMatchObject({ action: 'quiz', opens: false });
    expect(actionOfControl(control('写日志'))).toMatchObject({ action: 'work-log', opens: true });
    expect(actionOfControl(control('一键已读'))).toMatchObject({ many: true });
    expect(actionOfControl(control('确认已读'))).toMatchObject({ many: false });
  });
});
