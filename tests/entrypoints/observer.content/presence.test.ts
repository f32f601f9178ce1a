// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ObserverContext, PageWords } from '../../../entrypoints/observer.content/context';
import { hearLater } from '../../../entrypoints/observer.content/hear-later';
import { type Presence, startPresence } from '../../../entrypoints/observer.content/presence';
import type { Stream } from '../../../entrypoints/observer.content/stream';
import type { PresenceObservation } from '../../../utils/domain/observation';

const START = 1_795_399_200_000;

let told: {
  readonly observation: PresenceObservation;
  readonly urgency: string;
  readonly parts: unknown;
}[];
let page: { visible: boolean; focused: boolean };
let presence: Presence;
let context: ObserverContext;
let asked: string[];
const calls = { flushed: 0, resumed: 0, shifted: 0, orphaned: 0, replaced: 0, lookedAgain: 0 };
const runtime: { id?: string } = {};

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  told = [];
  page = { visible: true, focused: true };
  for (const name of Object.keys(calls) as (keyof typeof calls)[]) calls[name] = 0;
  runtime.id = 'x';
  vi.stubGlobal('chrome', { runtime });
  vi.spyOn(document, 'hasFocus').mockImplementation(() => page.focused);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    page.visible ? 'visible' : 'hidden',
  );
  document.title = '民政救助';
  document.body.innerHTML = '<input type="file" id="file"><input type="password" id="secret">';
  start();
  presence.begin(['signs']);
});

afterEach(() => {
  presence.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(): void {
  const stream: Stream = {
    push: (observation, urgency, parts) =>
      told.push({ observation: observation as PresenceObservation, urgency, parts }),
    flushAtEnd: () => void calls.flushed++,
    resume: () => void calls.resumed++,
    shift: () => void calls.shifted++,
    stop: () => {},
  };
  asked = [];
  context = {
    input: { lastAt: 0 },
    pageClass: 'other',
    request: (what) => void asked.push(what),
  } as ObserverContext;
  presence = startPresence({
    context,
    stream,
    fromTheStart: false,
    prerendered: false,
    orphaned: () => void calls.orphaned++,
    replaced: () => void calls.replaced++,
    lookAgain: () => void calls.lookedAgain++,
  });
}

function happens(target: EventTarget, type: string, rest: object = {}): void {
  const event = new Event(type, { bubbles: true, composed: true });
  // Only the browser can make a trusted event.
  Object.defineProperties(event, {
    isTrusted: { value: true },
    timeStamp: { value: performance.now() },
  });
  Object.assign(event, rest);
  target.dispatchEvent(event);
}

/** The page changes, and what it makes of it has been told. */
const look = (change: Partial<typeof page>, target: EventTarget, type: string) => {
  Object.assign(page, change);
  happens(target, type);
  vi.advanceTimersByTime(50);
};
const seconds = (at: number) => Math.round((at - START) / 100) / 10;
const outline = () =>
  told.map(
    ({ observation: { cause, since, at, edges }, urgency }) =>
      `${cause} ${urgency} ${seconds(since)}…${seconds(at)} ${edges.map(({ edge }) => edge).join()}`,
  );

describe('presence of a page that loads', () => {
  beforeEach(() => {
    presence.stop();
    told = [];
    start();
  });

  it('is told with the first news that cannot wait', () => {
    look({ focused: false }, window, 'blur');
    expect(outline()).toEqual(['start now 0…0.1 blur']);
  });

  it('is told once the load takes long', () => {
    vi.advanceTimersByTime(2_900);
    expect(outline()).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(outline()).toEqual(['start now 0…3 ']);
  });

  it('keeps what can wait until it is told', () => {
    look({ focused: false }, window, 'blur');
    told = [];
    presence.stop();
    page.focused = false;
    start();
    look({ focused: true }, window, 'focus');
    expect(outline().slice(1)).toEqual([]);
    presence.begin(['signs']);
    expect(outline().at(-1)).toBe('start now 0.1…0.1 focus');
  });

  it('is told as a whole when the document goes before', () => {
    vi.advanceTimersByTime(1_000);
    happens(window, 'pagehide', { persisted: false });
    expect(outline()).toEqual(['start soon 0…1 ', 'end soon 1…1 ']);
  });

  it('is told once', () => {
    presence.begin(['signs']);
    presence.begin(['signs']);
    vi.advanceTimersByTime(10_000);
    expect(outline()).toEqual(['start now 0…0 ']);
  });
});

describe('presence of a page in front', () => {
  it('is told at its start, at once', () => {
    expect(outline()).toEqual(['start now 0…0 ']);
    expect(told[0]?.observation).toMatchObject({ visible: true, focused: true });
  });

  it('is confirmed every fifteen seconds, each observation where the last one ended', () => {
    vi.advanceTimersByTime(46_000);
    expect(outline().slice(1)).toEqual([
      'checkpoint now 0…15 ',
      'checkpoint now 15…30 ',
      'checkpoint now 30…45 ',
    ]);
  });

  it('is confirmed once a minute after ten minutes without news, and not after thirty', () => {
    vi.advanceTimersByTime(10 * 60_000);
    const busy = told.length;
    vi.advanceTimersByTime(10 * 60_000);
    expect(told.length - busy).toBeLessThanOrEqual(11);
    vi.advanceTimersByTime(20 * 60_000);
    const quiet = told.length;
    vi.advanceTimersByTime(60 * 60_000);
    expect(told.length).toBe(quiet);
  });

  it('tells a blur and a hidden page at once', () => {
    vi.advanceTimersByTime(4_000);
    Object.assign(page, { focused: false });
    happens(window, 'blur');
    look({ visible: false }, document, 'visibilitychange');
    expect(outline().slice(1), 'together, as they came together').toEqual([
      'change now 0…4 blur,hidden',
    ]);
    vi.advanceTimersByTime(119_950);
    expect(told).toHaveLength(2);
    look({ visible: true, focused: true }, document, 'visibilitychange');
    expect(outline().at(-1)).toBe('change soon 4…124.1 visible,focus');
  });

  it('does not take the focus of a frame below for a loss', () => {
    happens(window, 'blur');
    vi.advanceTimersByTime(3_000);
    expect(told).toHaveLength(1);
  });

  it('sees within a second that the focus has gone without a word', () => {
    page.focused = false;
    vi.advanceTimersByTime(1_050);
    expect(outline().at(-1)).toBe('change now 0…1.1 blur');
    expect(told.at(-1)?.observation.edges).toEqual([{ at: START + 1_000, edge: 'blur' }]);
  });

  it('says where its thread did not run', () => {
    vi.advanceTimersByTime(3_000);
    const now = performance.now.bind(performance);
    vi.setSystemTime(START + 9_000);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 6_000);
    vi.advanceTimersToNextTimer();
    look({ focused: false }, window, 'blur');
    const [{ from, to } = { from: 0, to: 0 }] = told.at(-1)?.observation.blocked ?? [];
    expect(to - from).toBeGreaterThanOrEqual(6_000);
    expect(seconds(from)).toBeLessThanOrEqual(3);
  });

  it('ends when the document goes, and hands everything over', () => {
    vi.advanceTimersByTime(2_000);
    happens(window, 'pagehide', { persisted: true });
    expect(outline().at(-1)).toBe('end soon 0…2 ');
    expect(calls.flushed).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(2);
    happens(window, 'pageshow', { persisted: true });
    expect(outline().at(-1)).toBe('start now 62…62 ');
    expect(calls.resumed).toBe(1);
  });

  it('does not believe a script that says the document goes', () => {
    window.dispatchEvent(new Event('pagehide'));
    vi.advanceTimersByTime(15_000);
    expect(outline().at(-1)).toBe('checkpoint now 0…15 ');
  });

  it('tells a file chooser by the click on a file field and the blur that follows', () => {
    vi.advanceTimersByTime(1_000);
    happens(document.querySelector('#file') as Element, 'click');
    look({ focused: false }, window, 'blur');
    expect(outline().at(-1)).toBe('change now 0…1.1 chooser-open,blur');
    vi.advanceTimersByTime(9_000);
    look({ focused: true }, window, 'focus');
    expect(outline().at(-1)).toContain('focus,chooser-closed');
  });

  it('leaves out a sleep, and ends what was before it where it was last awake', () => {
    vi.advanceTimersByTime(5_000);
    vi.setSystemTime(START + 7_205_000);
    vi.advanceTimersByTime(1_000);
    look({ focused: false }, window, 'blur');
    expect(outline().slice(1)).toEqual(['end soon 0…6 ', 'change now 7206…7206.1 blur']);
  });

  it('goes on when the clock is set back, with what was not told yet in the new time', () => {
    vi.advanceTimersByTime(5_000);
    vi.setSystemTime(START - 3_595_000);
    vi.advanceTimersByTime(1_000);
    look({ focused: false }, window, 'blur');
    expect(outline().slice(1)).toEqual(['change now -3600…-3593.9 blur']);
    expect(calls.shifted).toBe(1);
  });

  it('notices that the extension is gone, and a new title', () => {
    document.title = '机密';
    vi.advanceTimersByTime(1_000);
    expect(calls.lookedAgain).toBe(1);
    delete runtime.id;
    vi.advanceTimersByTime(1_000);
    expect(calls.orphaned).toBeGreaterThan(0);
  });

  it('tells its end when recording stops, and nothing after it', () => {
    vi.advanceTimersByTime(3_000);
    presence.stop();
    expect(outline().at(-1)).toBe('end now 0…3 ');
    vi.advanceTimersByTime(60_000);
    look({ focused: false }, window, 'blur');
    expect(told).toHaveLength(2);
  });

  it('calls a page with one password field a login', () => {
    const field = document.querySelector('#secret') as HTMLElement;
    field.getClientRects = () => [{}] as unknown as DOMRectList;
    vi.advanceTimersByTime(15_000);
    expect(told.at(-1)?.observation.pageClass).toBe('login');
  });
});

describe('what is heard from when the page signs have come', () => {
  const signsCome = () => {
    context.pageWords = { hearLater } as PageWords;
    context.signsCame?.();
  };
  const playing = (currentTime: number) => {
    const video = document.createElement('video');
    Object.defineProperties(video, {
      paused: { value: false },
      currentTime: { get: () => currentTime + (Date.now() - START) / 1_000, configurable: true },
      playbackRate: { value: 1 },
      seeking: { value: false },
    });
    document.body.append(video);
    return video;
  };
  const media = () => told.flatMap(({ observation }) => observation.media);

  it('counts media that played before since the document came', () => {
    const video = playing(0);
    vi.advanceTimersByTime(2_000);
    signsCome();
    vi.advanceTimersByTime(250);
    happens(video, 'timeupdate');
    look({ visible: false }, document, 'visibilitychange');
    expect(media()).toEqual([{ from: START, to: START + 2_250, muted: false, byPerson: false }]);
  });

  it('takes media as played by the person where an input came shortly before', () => {
    happens(window, 'keydown');
    const video = playing(0);
    vi.advanceTimersByTime(300);
    signsCome();
    vi.advanceTimersByTime(250);
    happens(video, 'timeupdate');
    look({ visible: false }, document, 'visibilitychange');
    expect(media().map(({ byPerson }) => byPerson)).toEqual([true]);
  });

  it('is asked for by media that go on, until it has come', () => {
    const video = playing(0);
    happens(video, 'timeupdate');
    expect(asked).toEqual(['signs']);
    signsCome();
    happens(video, 'timeupdate');
    expect(asked).toEqual(['signs']);
  });

  it('begins in a page that is not told of yet with its first word', () => {
    presence.stop();
    start();
    const video = playing(0);
    signsCome();
    vi.advanceTimersByTime(1_000);
    happens(video, 'timeupdate');
    presence.begin();
    vi.advanceTimersByTime(250);
    happens(video, 'timeupdate');
    look({ visible: false }, document, 'visibilitychange');
    expect(media().map(({ from, to }) => [from - START, to - START])).toEqual([[0, 1_250]]);
  });

  it('goes on hearing a page that was left before its first word and has come back', () => {
    presence.stop();
    start();
    happens(window, 'pagehide', { persisted: true });
    happens(window, 'pageshow', { persisted: true });
    told = [];
    happens(window, 'wheel');
    vi.advanceTimersByTime(15_000);
    expect(told.flatMap(({ observation }) => observation.inputs)).toHaveLength(1);
  });
});
