// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { type PopupState, PopupView } from '../../components/popup-view';
import { MINUTE_MS } from '../../utils/domain/time-constants';
import { drawn, textOf } from './drawn';

const RECORDING: PopupState = {
  agreed: true,
  refused: false,
  failed: false,
  site: {
    kind: 'recorded',
    name: '民政低保系统',
    category: 'civil_affairs',
    todayMs: 32 * MINUTE_MS,
  },
  week: {
    today: { workingMs: 125 * MINUTE_MS, platforms: 5 },
    all: { workingMs: 680 * MINUTE_MS, platforms: 7 },
    reentryMs: 192 * MINUTE_MS,
  },
};

function popup(state: Partial<PopupState> = {}) {
  const handlers = {
    onOpen: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onStartSite: vi.fn(),
    onStopSite: vi.fn(),
  };
  const place = drawn(<PopupView state={{ ...RECORDING, ...state }} {...handlers} />);
  const press = (action: string) =>
    place.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  const has = (action: string) => place.querySelector(`[data-action="${action}"]`) !== null;
  return { place, press, has, ...handlers };
}

describe('the popup', () => {
  it('says that recording met a problem, in the place that is kept for messages', () => {
    const quiet = popup().place.querySelectorAll('main *').length;
    const { place } = popup({ trouble: true });
    expect(textOf(place.querySelector('.popup-pause'))).toContain('打开小结可看说明');
    expect(place.querySelectorAll('main *')).toHaveLength(quiet);
  });

  it('says what could not be stored, whether paused or not', () => {
    for (const state of [{}, { paused: 'open' }, { trouble: true }]) {
      const { place } = popup({ ...state, failed: true });
      expect(textOf(place.querySelector('.popup-pause'))).toContain('没有存上');
      expect(place.querySelector('.popup-pause')?.className).toContain('signal');
    }
  });

  it('says this platform, today, this week and what was typed again', () => {
    const text = textOf(popup().place);
    expect(text).toContain('民政低保系统民政');
    expect(text).toContain('今天操作 32 分');
    expect(text).toContain('5 个平台2 小时 05 分');
    expect(text).toContain('7 个平台11 小时 20 分');
    expect(text).toContain('约 3 小时 12 分');
    expect(text).toContain('正在记录');
  });

  it('offers nothing but the decision before consent', () => {
    const { place, has, press, onOpen } = popup({ agreed: false });
    expect(textOf(place)).toContain('不记录任何内容');
    expect(has('record-site') || has('pause') || has('open-report')).toBe(false);
    press('open-welcome');
    expect(onOpen).toHaveBeenCalledWith('welcome');
  });

  it('starts and stops the site in front', () => {
    const recorded = popup();
    recorded.press('stop-site');
    expect(recorded.onStopSite).toHaveBeenCalledOnce();
    const free = popup({ site: { kind: 'free', name: '10.1.2.3:8080' } });
    free.press('record-site');
    expect(free.onStartSite).toHaveBeenCalledOnce();
  });

  it.each(['never', 'excluded'] as const)('cannot start a site that is %s', (kind) => {
    const { has } = popup({ site: { kind, name: 'www.12388.gov.cn' } });
    expect(has('record-site') || has('stop-site')).toBe(false);
  });

  it('says what to do when the browser refused', () => {
    const { place } = popup({ site: { kind: 'free', name: 'a.example' }, refused: true });
    expect(textOf(place)).toContain('浏览器未允许访问本网站');
  });

  it('pauses for a quarter of an hour, for today, or until resumed', () => {
    const { press, onPause } = popup();
    for (const action of ['pause-quarter', 'pause-today', 'pause-open']) press(action);
    expect(onPause.mock.calls).toEqual([['quarter'], ['today'], ['open']]);
  });

  it('says until when it is paused and offers to resume', () => {
    const { place, press, has, onResume } = popup({ paused: '15:30' });
    expect(textOf(place)).toContain('暂停至 15:30');
    expect(has('pause')).toBe(false);
    press('resume');
    expect(onResume).toHaveBeenCalledOnce();
  });

  it('has every page one click away', () => {
    const { press, onOpen } = popup();
    for (const page of ['report', 'findings', 'records', 'sample', 'options']) {
      press(`open-${page}`);
    }
    expect(onOpen.mock.calls.map(([page]) => page)).toEqual([
      'summary',
      'findings',
      'records',
      'sample',
      'options',
    ]);
  });

  it('shows no figure where nothing was recorded, and none while it reads', () => {
    expect(textOf(popup({ week: 'none' }).place)).toContain('暂无记录');
    const reading = textOf(popup({ week: 'reading' }).place);
    expect(reading).not.toContain('暂无记录');
    expect(reading).toContain('打开本周小结');
  });

  it('says that the records cannot be read instead of calling them none', () => {
    const text = textOf(popup({ week: 'failed' }).place);
    expect(text).toContain('无法读取');
    expect(text).not.toContain('暂无记录');
  });
});
