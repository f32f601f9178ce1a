import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observationStream } from '../../../entrypoints/observer.content/stream';
import type { Observation, ObservationMessage } from '../../../utils/domain/observation';

interface Sent {
  readonly message: ObservationMessage;
  /** Answers as the worker does; without a value the worker died. */
  answer(value?: boolean): void;
}

let sent: Sent[];
let orphaned: ReturnType<typeof vi.fn<() => void>>;
const runtime: { id?: string; lastError?: object | undefined; sendMessage?: unknown } = {};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  sent = [];
  orphaned = vi.fn<() => void>();
  runtime.id = 'x';
  runtime.lastError = undefined;
  runtime.sendMessage = (message: ObservationMessage, callback: (answer: unknown) => void) => {
    sent.push({
      message,
      answer(value) {
        runtime.lastError = value === undefined ? { message: 'port closed' } : undefined;
        callback(value);
        runtime.lastError = undefined;
      },
    });
  };
  vi.stubGlobal('chrome', { runtime });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stream = () =>
  observationStream({ observer: () => 'o'.repeat(24), now: () => Date.now(), orphaned });

const copy = (at: number): Observation => ({ kind: 'transfer', at, move: 'copy' });

const presence = (since: number, at: number): Observation => ({
  kind: 'presence',
  cause: 'checkpoint',
  since,
  at,
  visible: true,
  focused: true,
  edges: [{ at, edge: 'blur' }],
  inputs: [{ from: since, to: at }],
  inputWindows: [Math.floor(since / 5_000)],
  media: [],
  waiting: [],
  blocked: [{ from: since, to: at }],
  pageClass: 'other',
});

const numbers = () => sent.map(({ message }) => message.sequence);
const times = (index: number) => sent[index]?.message.observations.map(({ at }) => at);

describe('the stream of an observer', () => {
  it('batches what can wait: one message in five seconds', () => {
    const one = stream();
    one.push(copy(1), 'soon');
    vi.advanceTimersByTime(0);
    sent[0]?.answer(true);
    for (let at = 2; at < 8; at++) {
      one.push(copy(at), 'soon');
      vi.advanceTimersByTime(700);
    }
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(2);
    expect(times(1)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('sends at once what cannot wait, with everything before it', () => {
    const one = stream();
    one.push(copy(1), 'soon');
    one.push(copy(2), 'now');
    expect(times(0)).toEqual([1, 2]);
  });

  it('has one message under way at a time, and hurries the next where it must', () => {
    const one = stream();
    one.push(copy(1), 'now');
    one.push(copy(2), 'now');
    expect(sent).toHaveLength(1);
    sent[0]?.answer(true);
    expect(times(1)).toEqual([2]);
    expect(numbers()).toEqual([0, 1]);
  });

  it('sends the same message under the same number until the worker answers', () => {
    const one = stream();
    one.push(copy(1), 'now');
    sent[0]?.answer();
    one.push(copy(2), 'now');
    vi.advanceTimersByTime(500);
    expect(numbers()).toEqual([0, 0]);
    expect(times(1)).toEqual([1]);
    sent[1]?.answer(true);
    expect(numbers()).toEqual([0, 0, 1]);
  });

  it('waits longer from try to try, and goes on trying', () => {
    const one = stream();
    one.push(copy(1), 'now');
    for (let minute = 0; minute < 10; minute++) {
      sent.at(-1)?.answer();
      vi.advanceTimersByTime(60_000);
    }
    expect(sent.length).toBeGreaterThan(8);
    expect(sent.length).toBeLessThan(16);
    expect(new Set(numbers())).toEqual(new Set([0]));
  });

  it('drops what the worker refuses for good', () => {
    const one = stream();
    one.push(copy(1), 'now');
    sent[0]?.answer(false);
    vi.advanceTimersByTime(120_000);
    expect(sent).toHaveLength(1);
  });

  it('hands everything over when the document goes, also what failed before', () => {
    const one = stream();
    one.push(copy(1), 'now');
    sent[0]?.answer();
    one.push(copy(2), 'soon');
    one.flushAtEnd();
    expect(numbers()).toEqual([0, 0, 1]);
  });

  it('ends where the extension is gone', () => {
    const one = stream();
    delete runtime.id;
    runtime.sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    one.push(copy(1), 'now');
    expect(orphaned).toHaveBeenCalledOnce();
  });

  it('tells the end to nobody once it is stopped', () => {
    const one = stream();
    one.push(copy(1), 'soon');
    one.stop();
    one.push(copy(2), 'now');
    one.flushAtEnd();
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(0);
  });

  it('moves what was not delivered yet when the machine’s clock is set back', () => {
    const one = stream();
    one.push(presence(900_000, 915_000), 'now');
    one.push(presence(915_000, 930_000), 'soon');
    one.shift(-600_000);
    sent[0]?.answer();
    vi.advanceTimersByTime(500);
    sent[1]?.answer(true);
    vi.advanceTimersByTime(5_000);
    expect(times(1)).toEqual([315_000]);
    expect(sent[2]?.message.observations[0]).toMatchObject({
      since: 315_000,
      at: 330_000,
      edges: [{ at: 330_000, edge: 'blur' }],
      inputs: [{ from: 315_000, to: 330_000 }],
      inputWindows: [63],
      blocked: [{ from: 315_000, to: 330_000 }],
    });
  });

  it('keeps no more than 400 observations while nobody listens, submissions before presence', () => {
    const one = stream();
    one.push(copy(0), 'now');
    one.push(copy(1), 'soon');
    for (let at = 2; at < 600; at++) one.push(presence(at, at), 'soon');
    one.flushAtEnd();
    const all = sent.flatMap(({ message }) => message.observations);
    expect(all.length).toBeLessThanOrEqual(401);
    expect(all.some(({ kind, at }) => kind === 'transfer' && at === 1)).toBe(true);
    expect(all.at(-1)?.at).toBe(599);
  });
});
