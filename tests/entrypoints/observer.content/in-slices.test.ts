// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnce, inSlices, type Steps } from '../../../entrypoints/observer.content/in-slices';

const STEP_MS = 2;
let steps: number;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  steps = 0;
  vi.stubGlobal('requestIdleCallback', undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'hidden');
});

/** Ten steps, each of which takes two milliseconds. */
function* work(): Steps<string> {
  for (; steps < 10; steps += 1) {
    vi.setSystemTime(Date.now() + STEP_MS);
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('gives the thread back after a few milliseconds, and hands over what came of it', () => {
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    let result: string | undefined;
    inSlices(work(), new AbortController().signal, (told) => {
      result = told;
    });
    expect(steps).toBe(0);
    vi.advanceTimersToNextTimer();
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThanOrEqual(3);
    vi.runAllTimers();
    expect(result).toBe('done');
  });

  it('rests in a hidden page and goes on when it is seen', () => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    const done = vi.fn();
    inSlices(work(), new AbortController().signal, done);
    vi.advanceTimersByTime(60_000);
    expect(steps).toBe(0);
    Reflect.deleteProperty(document, 'hidden');
    vi.advanceTimersByTime(10_000);
    expect(done).toHaveBeenCalledWith('done');
  });

  it('ends with the recording', () => {
    const running = new AbortController();
    const done = vi.fn();
    inSlices(work(), running.signal, done);
    running.abort();
    vi.advanceTimersByTime(60_000);
    expect([steps, done.mock.calls.length]).toEqual([0, 0]);
  });

  it('can be done at once', () => {
    expect(atOnce(work())).toBe('done');
  });
});
