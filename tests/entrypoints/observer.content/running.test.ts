// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Running, watchRunning } from '../../../entrypoints/observer.content/running';
import type { StoredSettings } from '../../../utils/domain/settings';

const NOW = 1_795_399_200_000;
const CONSENT: StoredSettings = { consent: { level: 'times', at: NOW, textVersion: 1 } };

let stored: StoredSettings;
let told: boolean[];
let secrets: boolean[];
let changed: (changes: object, area: string) => void;
let running: Running | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  stored = CONSENT;
  told = [];
  secrets = [];
  vi.stubGlobal('chrome', {
    runtime: { id: 'x' },
    storage: {
      local: { get: (_keys: unknown, callback: (found: unknown) => void) => callback(stored) },
      onChanged: {
        addListener: (listener: typeof changed) => {
          changed = listener;
        },
        removeListener: () => {
          changed = () => {};
        },
      },
    },
  });
  document.title = '民政救助';
  document.body.innerHTML = '';
});

afterEach(() => {
  running?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function watch(): void {
  running = watchRunning((may, secret) => {
    told.push(may);
    secrets.push(secret);
  });
}

function store(next: StoredSettings): void {
  stored = next;
  changed({ consent: {}, pause: {} }, 'local');
}

describe('whether an observer may run', () => {
  it('is no before the person agreed, and yes from the moment of it', () => {
    stored = {};
    watch();
    expect(told).toEqual([false]);
    store(CONSENT);
    expect(told).toEqual([false, true]);
  });

  it('is no while paused, and yes again when the pause is over', () => {
    watch();
    store({ ...CONSENT, pause: { until: NOW + 60_000 } });
    expect(told).toEqual([true, false]);
    vi.advanceTimersByTime(61_000);
    expect(told).toEqual([true, false, true]);
  });

  it('is no until resumed where the person said so', () => {
    watch();
    store({ ...CONSENT, pause: { until: 'resumed' } });
    vi.advanceTimersByTime(86_400_000);
    expect(told).toEqual([true, false]);
  });

  it('is no from the moment that the consent is taken back', () => {
    watch();
    store({});
    expect(told).toEqual([true, false]);
  });

  it('is no in a page that is only prerendered, until it is shown', () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    watch();
    expect(told).toEqual([false]);
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true });
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(told).toEqual([false, true]);
    Reflect.deleteProperty(document, 'prerendering');
  });

  it.each(['关于××的绝密文件', '机密', '（秘密）会议纪要'])(
    'is no on a page called %s',
    (title) => {
      document.title = title;
      watch();
      expect(told).toEqual([false]);
      expect(secrets).toEqual([true]);
    },
  );

  it('is yes on a page called 内部资料: that word is no such mark', () => {
    document.title = '内部资料';
    watch();
    expect(told).toEqual([true]);
  });

  it('is no where a heading bears the official mark, yes where it only speaks of secrets', () => {
    document.body.innerHTML = '<h1>保守国家秘密，人人有责</h1>';
    watch();
    expect(running?.look()).toBe(true);
    running?.stop();
    document.body.innerHTML = '<header>机密 ★ 1年</header>';
    watch();
    expect(running?.look()).toBe(false);
    expect(told).toEqual([true, true, false]);
    expect(secrets.at(-1)).toBe(true);
  });

  it('stays no once a title bore such a mark', () => {
    watch();
    document.title = '机密';
    expect(running?.look()).toBe(false);
    document.title = '民政救助';
    expect(running?.look()).toBe(false);
    expect(told).toEqual([true, false]);
  });

  it('is told soon after the title has come, before the rest has', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    document.title = '';
    watch();
    expect(told).toEqual([]);
    document.title = '民政救助';
    await vi.advanceTimersByTimeAsync(50);
    expect(told).toEqual([true]);
    state.mockRestore();
  });

  it('is not told before the title is known', () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    document.title = '';
    watch();
    expect(told).toEqual([]);
    document.title = '机密';
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(told).toEqual([false]);
    state.mockRestore();
  });
});
