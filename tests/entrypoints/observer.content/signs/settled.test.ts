// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenSettled } from '../../../../entrypoints/observer.content/signs/settled';

let watch: AbortController;
let settledAt: number[];
let begun: number;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  watch = new AbortController();
  settledAt = [];
  begun = performance.now();
  whenSettled(watch.signal, () => settledAt.push(performance.now() - begun));
});

afterEach(() => {
  watch.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function grow(times: number, everyMs: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    document.body.append(document.createElement('li'));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
}

describe('a page has settled', () => {
  it('when nothing has been added to it for a while', async () => {
    await grow(20, 100);
    expect(settledAt).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(settledAt).toHaveLength(1);
    expect(settledAt[0]).toBeGreaterThanOrEqual(2_000 + 1_100);
    expect(settledAt[0]).toBeLessThanOrEqual(2_000 + 1_800);
  });

  it('at last where it never rests, of which few changes are heard', async () => {
    const ends = vi.spyOn(MutationObserver.prototype, 'disconnect');
    await grow(500, 20);
    expect(settledAt).toHaveLength(1);
    expect(settledAt[0]).toBeGreaterThanOrEqual(9_000);
    expect(ends.mock.calls.length).toBeLessThan(100);
  });

  it('although a clock writes its text anew each second', async () => {
    const clock = document.createElement('span');
    document.body.append(clock);
    for (let second = 0; second < 5; second += 1) {
      clock.textContent = `${second}`;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(settledAt).toHaveLength(1);
  });
});
