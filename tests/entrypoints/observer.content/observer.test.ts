// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONTEXT_KEY, observerContext } from '../../../entrypoints/observer.content/context';
import { hearLater } from '../../../entrypoints/observer.content/hear-later';
import { startObserver } from '../../../entrypoints/observer.content/observer';
import type { Hello, ObservationMessage } from '../../../utils/domain/observation';
import type { StoredSettings } from '../../../utils/domain/settings';

const NOW = 1_795_399_200_000;
const AGREED: StoredSettings = { consent: { level: 'times', at: NOW, textVersion: 1 } };

let stored: StoredSettings;
let sent: (ObservationMessage | Hello)[];
let changed: (() => void)[];
let runtime: { id?: string; lastError?: object; sendMessage: unknown };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  stored = AGREED;
  sent = [];
  changed = [];
  install();
  document.title = '民政救助';
  document.body.innerHTML = '<button id="save">保 存</button><input id="name">';
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});

afterEach(() => {
  observerContext()?.stop();
  Reflect.deleteProperty(globalThis, CONTEXT_KEY);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The extension as a content script sees it. */
function install(): void {
  runtime = {
    id: 'extension',
    sendMessage(message: ObservationMessage | Hello, answer: (value: unknown) => void) {
      sent.push(message);
      answer(true);
    },
  };
  const own = runtime;
  vi.stubGlobal('chrome', {
    runtime: own,
    storage: {
      local: { get: (_keys: unknown, callback: (found: unknown) => void) => callback(stored) },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => {
          changed.push(() => listener({ consent: {}, pause: {} }, 'local'));
        },
        removeListener: () => {},
      },
    },
  });
}

function press(selector: string, type: string): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  document.querySelector(selector)?.dispatchEvent(event);
}

const causes = () =>
  sent.flatMap((message) =>
    message.type === 'observation'
      ? message.observations.map((one) => ('cause' in one ? one.cause : one.kind))
      : [message.type],
  );

const hellos = () => sent.filter((message): message is Hello => message.type === 'hello');
const readerAsked = () =>
  hellos().filter(({ parts, ifAwaited }) => parts.includes('reader') && !ifAwaited).length;

describe('the observer of a document', () => {
  it('is there once, however often it is injected', () => {
    startObserver();
    const first = observerContext();
    startObserver();
    startObserver();
    expect(observerContext()).toBe(first);
    vi.advanceTimersByTime(18_100);
    expect(causes().filter((cause) => cause === 'checkpoint')).toHaveLength(1);
  });

  it('takes over from one whose extension was reloaded, and that one falls silent', () => {
    startObserver();
    const first = observerContext();
    delete runtime.id;
    install();
    startObserver();
    const second = observerContext();
    expect(second).not.toBe(first);
    expect(second?.observer).not.toBe(first?.observer);
    sent = [];
    vi.advanceTimersByTime(40_000);
    const speakers = new Set(sent.map(({ observer }) => observer));
    expect([...speakers]).toEqual([second?.observer]);
  });

  it('removes all that it put into the page once its extension is gone', () => {
    startObserver();
    const context = observerContext();
    let aborted = false;
    context?.whenRunning((signal) => signal.addEventListener('abort', () => (aborted = true)));
    delete runtime.id;
    vi.advanceTimersByTime(2_000);
    expect(aborted).toBe(true);
    expect(context?.alive()).toBe(false);
    sent = [];
    press('#save', 'click');
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([]);
  });

  it('says nothing and keeps nothing before the person agreed', () => {
    stored = {};
    startObserver();
    press('#save', 'mousedown');
    press('#save', 'click');
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([]);
    expect(observerContext()?.buffered).toEqual([]);
    stored = AGREED;
    for (const tell of changed) tell();
    vi.advanceTimersByTime(2_000);
    expect(causes()).toEqual(['start']);
  });

  it('tells the reader when recording runs, stops and runs again', () => {
    startObserver();
    const signals: AbortSignal[] = [];
    observerContext()?.whenRunning((signal) => signals.push(signal));
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    stored = { ...AGREED, pause: { until: 'resumed' } };
    for (const tell of changed) tell();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    stored = AGREED;
    for (const tell of changed) tell();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('is not stopped by a part of the reader that fails', () => {
    startObserver();
    expect(() =>
      observerContext()?.whenRunning(() => {
        throw new Error('no such form');
      }),
    ).not.toThrow();
    vi.advanceTimersByTime(18_100);
    expect(causes()).toContain('checkpoint');
  });

  it('asks for the reader at the first action, once in two seconds', () => {
    startObserver();
    press('#name', 'focusin');
    press('#name', 'mousedown');
    expect(readerAsked()).toBe(1);
    vi.advanceTimersByTime(2_100);
    press('#name', 'mousedown');
    expect(readerAsked()).toBe(2);
  });

  it('asks for the reader as soon as the pointer reaches a control, and not over a text', () => {
    document.body.innerHTML += '<p id="text">通知</p><a id="link" href="/next">下一篇</a>';
    startObserver();
    press('#text', 'mouseover');
    press('#link', 'mouseover');
    expect(readerAsked()).toBe(0);
    press('#save', 'mouseover');
    expect(readerAsked()).toBe(1);
  });

  it('tells a page where nobody does anything once it has loaded, and asks for its signs with it', () => {
    startObserver();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toMatchObject([
      { sequence: 0, observations: [{ cause: 'start' }], parts: ['signs'] },
    ]);
    vi.advanceTimersByTime(60_000);
    expect(hellos()).toEqual([]);
    expect(sent.filter(({ parts }) => parts !== undefined)).toHaveLength(1);
  });

  it('tells a page at once when somebody does something there, as what it is then', () => {
    document.body.innerHTML = '<form><input id="word" type="password"></form>';
    const word = document.querySelector('#word') as HTMLElement;
    word.getClientRects = () => [{}] as unknown as DOMRectList;
    startObserver();
    press('#word', 'mousedown');
    document.body.innerHTML = '<h2>工作台</h2>';
    vi.advanceTimersByTime(20_000);
    const classes = sent.flatMap((message) =>
      message.type === 'observation'
        ? message.observations.map((one) => 'pageClass' in one && one.pageClass)
        : [],
    );
    expect(classes).toEqual(['login', 'other']);
  });

  it('asks for the signs by themselves where the first word could not wait', () => {
    startObserver();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    window.dispatchEvent(new Event('blur'));
    vi.advanceTimersByTime(100);
    expect(sent).toMatchObject([{ sequence: 0, observations: [{ cause: 'start' }] }]);
    expect(sent[0]).not.toHaveProperty('parts');
    vi.advanceTimersByTime(3_000);
    expect(hellos()).toMatchObject([{ parts: ['signs'] }]);
  });

  it('tells nothing at all of a page that is marked secret, though its title is not', () => {
    document.body.innerHTML += '<div class="TopBanner">机密★1年</div>';
    startObserver();
    press('#name', 'keydown');
    vi.advanceTimersByTime(60_000);
    press('#name', 'mousedown');
    expect(sent).toEqual([]);
  });

  it('knows from the answer to its first word whether it is the answer to something', () => {
    startObserver();
    const context = observerContext();
    expect(context?.awaited).toBeUndefined();
    vi.advanceTimersByTime(2_000);
    expect(context?.awaited, 'nobody brought the reader in').toBe(false);
  });

  it('asks for nothing in a page that nobody sees, until it is seen', () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    startObserver();
    vi.advanceTimersByTime(60_000);
    Reflect.deleteProperty(document, 'visibilityState');
    expect(hellos()).toEqual([]);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10_000);
    expect(hellos()).toHaveLength(1);
  });

  it('asks for no part that is there already', () => {
    startObserver();
    const context = observerContext();
    if (context !== undefined) {
      context.pageWords = { cues: () => [], isExempt: () => false, hearLater, lent: [] };
    }
    press('#name', 'mousedown');
    expect(hellos()).toMatchObject([{ parts: ['reader'] }]);
    if (context !== undefined) context.readerPresent = true;
    vi.advanceTimersByTime(60_000);
    press('#name', 'mousedown');
    expect(hellos()).toHaveLength(1);
  });

  it('keeps what stood in a text box when the focus came, but not in a password', () => {
    document.body.innerHTML = '<input id="name" value="张建国"><input id="word" type="password">';
    (document.querySelector('#word') as HTMLInputElement).value = 'secret';
    startObserver();
    press('#name', 'focusin');
    press('#word', 'focusin');
    expect(observerContext()?.buffered.map(({ value }) => value)).toEqual(['张建国', undefined]);
  });

  it('keeps what the focus stood on, once somebody does something there', () => {
    document.body.innerHTML = '<input id="name" value="张建国">';
    (document.querySelector('#name') as HTMLInputElement).focus();
    startObserver();
    const { buffered } = observerContext() ?? { buffered: [] };
    expect(buffered).toEqual([]);
    press('#name', 'keydown');
    press('#name', 'keydown');
    expect(buffered.map(({ type, value }) => [type, value])).toEqual([['focusin', '张建国']]);
  });

  it('keeps how the page changes from the press until the reader takes over, and no longer', async () => {
    startObserver();
    const save = document.querySelector('#save') as HTMLButtonElement;
    press('#save', 'mousedown');
    save.className = 'hover';
    await vi.advanceTimersByTimeAsync(1);
    press('#save', 'click');
    save.className = 'done';
    document.body.append(document.createElement('output'));
    const early = observerContext()?.early?.take();
    const seen = early?.records.map(({ type, oldValue }) => [type, oldValue]);
    expect(seen).toEqual([
      ['attributes', 'hover'],
      ['childList', null],
    ]);
    expect(observerContext()?.early).toBeUndefined();
    press('#save', 'mousedown');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(observerContext()?.early).toBeUndefined();
  });

  it('keeps what happens until the reader is there, with the words of a control', () => {
    startObserver();
    press('#save', 'click');
    press('#name', 'input');
    press('#name', 'input');
    const { buffered } = observerContext() ?? { buffered: [] };
    expect(buffered.map(({ type, text }) => [type, text])).toEqual([
      ['click', '保 存'],
      ['input', undefined],
    ]);
    const context = observerContext();
    if (context !== undefined) context.readerPresent = true;
    press('#save', 'click');
    expect(buffered).toHaveLength(2);
  });

  it('sends no more than one message in five seconds, whatever somebody does in the page', () => {
    startObserver();
    vi.advanceTimersByTime(2_000);
    sent = [];
    const context = observerContext();
    for (let step = 0; step < 600; step++) {
      press('#name', step % 3 === 0 ? 'mousedown' : 'keydown');
      // What the reader finds waits for the same messages.
      if (step % 7 === 0) {
        context?.send({ kind: 'transfer', at: context.now(), move: 'copy' });
      }
      vi.advanceTimersByTime(200);
    }
    const messages = sent.filter(({ type }) => type === 'observation');
    expect(messages.length).toBeGreaterThan(8);
    // The first checkpoint may come between two of them: the first word keeps no step with the ticks.
    expect(messages.length).toBeLessThanOrEqual(120 / 5 + 1);
  });

  it('sends nothing at all from a page that nobody sees', () => {
    startObserver();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(5_000);
    sent = [];
    vi.advanceTimersByTime(3_600_000);
    Reflect.deleteProperty(document, 'visibilityState');
    expect(sent).toEqual([]);
  });

  it('falls silent half an hour after the last that somebody did', () => {
    startObserver();
    press('#name', 'keydown');
    vi.advanceTimersByTime(31 * 60_000);
    sent = [];
    vi.advanceTimersByTime(3_600_000);
    expect(sent).toEqual([]);
  });

  it('tells nothing more of a page that turns out to be marked secret', () => {
    startObserver();
    sent = [];
    document.title = '机密';
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([]);
  });
});
