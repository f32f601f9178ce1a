// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCountdowns } from '../../../../entrypoints/observer.content/signs/countdown';

let told: number[];
let watch: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', undefined);
  Object.defineProperty(Element.prototype, 'checkVisibility', {
    value: () => true,
    configurable: true,
  });
  document.body.innerHTML = '<button>提交</button>';
  told = [];
  watch = new AbortController();
  watchCountdowns(watch.signal, (seconds) => told.push(seconds));
});

afterEach(() => {
  watch.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  delete (Element.prototype as { checkVisibility?: unknown }).checkVisibility;
});

/** Counts down on the button, as pages do, one figure a second. */
async function countDown(from: number): Promise<void> {
  const button = document.querySelector('button') as HTMLButtonElement;
  for (let left = from; left > 0; left -= 1) {
    button.textContent = `我已阅读（${left}s）`;
    await vi.advanceTimersByTimeAsync(1_000);
  }
  button.textContent = '我已阅读';
  await vi.advanceTimersByTimeAsync(1_000);
}

describe('a countdown before a confirmation', () => {
  it('is found when it begins long after the page was looked at', async () => {
    await vi.advanceTimersByTimeAsync(9_000);
    await countDown(10);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThanOrEqual(7);
    expect(told[0]).toBeLessThanOrEqual(10);
  });

  it('is not looked for where nothing was written since the last look', async () => {
    const look = vi.spyOn(document, 'querySelectorAll');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(look).toHaveBeenCalledTimes(1);
    document.querySelector('button')?.setAttribute('class', 'lit');
    window.dispatchEvent(new Event('click'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(look).toHaveBeenCalledTimes(2);
  });
});
