// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../entrypoints/observer.content/input';
import type { Listeners } from '../../../entrypoints/observer.content/listeners';
import { hearMedia } from '../../../entrypoints/observer.content/media';
import type { SteadyClock } from '../../../entrypoints/observer.content/steady-clock';

function player() {
  const time = { now: 100_000 };
  const clock: SteadyClock = {
    now: () => time.now,
    origin: () => 0,
    ofEvent: () => time.now,
    resync: () => 0,
  };
  const handlers = new Map<EventTarget, Map<string, (event: Event) => void>>();
  const listeners: Listeners = {
    on(target, type, handler) {
      const own = handlers.get(target) ?? new Map();
      own.set(type, handler as (event: Event) => void);
      handlers.set(target, own);
    },
    remove: () => handlers.clear(),
  };
  const input = { last: { lastAt: 0 } } as Input;
  const media = hearMedia(listeners, clock, input, () => {});
  const video = document.createElement('video');
  const state = { currentTime: 0, muted: false, volume: 1, playbackRate: 1, seeking: false };
  for (const name of Object.keys(state) as (keyof typeof state)[]) {
    Object.defineProperty(video, name, { get: () => state[name] });
  }
  Object.defineProperty(video, 'paused', { get: () => false });
  const happens = (type: string, isTrusted = true) =>
    handlers.get(window)?.get(type)?.({ type, isTrusted, target: video } as unknown as Event);
  /** Plays in steps of 250 ms, as browsers tell it. */
  const play = (ms: number, rate = 1) => {
    for (let step = 0; step < ms; step += 250) {
      time.now += 250;
      state.currentTime += 0.25 * rate;
      happens('timeupdate');
    }
  };
  return { time, input, media, video, state, happens, play };
}

describe('media in a document', () => {
  it('count from where they began to where they stopped', () => {
    const { media, happens, play } = player();
    happens('play');
    happens('playing');
    play(3_000);
    happens('pause');
    expect(media.take()).toEqual([{ from: 100_000, to: 103_000, muted: false, byPerson: false }]);
    expect(media.heard()).toBe(false);
  });

  it('count on from one checkpoint to the next without a hole', () => {
    const { media, happens, play } = player();
    happens('play');
    happens('playing');
    play(1_000);
    const [first] = media.take();
    play(1_000);
    const [second] = media.take();
    expect(second?.from).toBe(first?.to);
    expect(second?.to).toBe(102_000);
  });

  it('do not count while they stall', () => {
    const { time, media, happens, play } = player();
    happens('play');
    happens('playing');
    play(1_000);
    happens('waiting');
    time.now += 20_000;
    happens('playing');
    play(1_000);
    expect(media.take()).toMatchObject([
      { from: 100_000, to: 101_000 },
      { from: 121_000, to: 122_000 },
    ]);
  });

  it('count through a blocked thread where the position moved on with time', () => {
    const { time, state, media, happens, play } = player();
    happens('play');
    happens('playing');
    play(1_000);
    time.now += 4_000;
    state.currentTime += 4;
    happens('timeupdate');
    expect(media.take()).toMatchObject([{ from: 100_000, to: 105_000 }]);
  });

  it('count through a loop', () => {
    const { state, media, happens, play } = player();
    happens('play');
    happens('playing');
    play(1_000);
    state.currentTime = -0.25;
    play(1_000);
    expect(media.take()).toMatchObject([{ from: 100_000, to: 102_000 }]);
  });

  it('are the person’s own where an input came just before', () => {
    const { input, media, happens, play } = player();
    input.last.lastAt = 99_000;
    happens('play');
    happens('playing');
    play(500);
    expect(media.take()).toMatchObject([{ byPerson: true }]);
  });

  it('say whether they are muted, and begin anew where that changes', () => {
    const { state, media, happens, play } = player();
    happens('play');
    happens('playing');
    play(1_000);
    state.muted = true;
    play(1_000);
    expect(media.take().map(({ muted }) => muted)).toEqual([false, true]);
  });

  it('are not believed where a script makes the event up', () => {
    const { time, state, media, happens } = player();
    happens('play');
    happens('playing');
    time.now += 250;
    state.currentTime += 0.25;
    happens('timeupdate', false);
    expect(media.heard()).toBe(false);
  });

  it('that play already in a shadow root count since they can have been there', () => {
    const { state, time, media, happens, video } = player();
    const host = document.createElement('study-player');
    const root = host.attachShadow({ mode: 'open' });
    root.append(video);
    state.currentTime = 30;
    media.hearRoot(root, time.now - 2_000);
    time.now += 250;
    state.currentTime += 0.25;
    happens('timeupdate');
    expect(media.take()).toMatchObject([{ from: 98_000, to: 100_250 }]);
  });
});
