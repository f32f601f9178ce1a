// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listeners } from '../../../entrypoints/observer.content/listeners';
import { watchPopups } from '../../../entrypoints/observer.content/presence-popup';

let told: string[];
let happens: (type: string, isTrusted?: boolean) => void;
let popups: { stop(): void };

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  told = [];
  const handlers = new Map<string, (event: Event) => void>();
  const listeners: Listeners = {
    on: (_target, type, handler) => void handlers.set(type, handler as (event: Event) => void),
    remove: () => handlers.clear(),
  };
  happens = (type, isTrusted = true) =>
    handlers.get(type)?.({ type, isTrusted } as unknown as Event);
  vi.spyOn(HTMLElement.prototype, 'getClientRects').mockImplementation(function (
    this: HTMLElement,
  ) {
    return (this.hidden ? [] : [{}]) as unknown as DOMRectList;
  });
  popups = watchPopups(listeners, (edge) => told.push(edge));
  // Something plays, and nothing asks yet.
  happens('timeupdate');
  vi.advanceTimersByTime(500);
});

afterEach(() => {
  popups.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function dialog(text: string, className = 'el-dialog'): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  document.body.append(element);
  return element;
}

describe('a presence pop-up', () => {
  it.each([
    '您还在学习吗？',
    '请点击确认在岗',
    '防挂机检测',
    '继 续 学 习',
    'Are you still there?',
  ])('is a dialog that asks “%s” while media play or stop', (text) => {
    dialog(text);
    happens('pause');
    vi.advanceTimersByTime(500);
    expect(told).toEqual(['presence-popup']);
  });

  it.each(['视频已暂停', '请先登录', '本节学习已完成，是否保存？'])('is not “%s”', (text) => {
    dialog(text);
    happens('pause');
    vi.advanceTimersByTime(500);
    expect(told).toEqual([]);
  });

  it('is neither a hidden dialog nor the text of the page', () => {
    dialog('您还在学习吗？').hidden = true;
    dialog('您还在学习吗？', 'content');
    happens('pause');
    vi.advanceTimersByTime(500);
    expect(told).toEqual([]);
  });

  it('is answered when it goes after a trusted click, and counts anew afterwards', () => {
    const first = dialog('您还在学习吗？');
    happens('pause');
    vi.advanceTimersByTime(500);
    first.remove();
    happens('click', false);
    vi.advanceTimersByTime(500);
    expect(told, 'a script that clicks answers nothing').toEqual(['presence-popup']);
    happens('click');
    vi.advanceTimersByTime(500);
    dialog('您还在学习吗？');
    happens('pause');
    vi.advanceTimersByTime(500);
    expect(told).toEqual(['presence-popup', 'presence-popup-answered', 'presence-popup']);
  });
});
