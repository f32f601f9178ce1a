// @vitest-environment happy-dom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { LongWorkLine, type RunningWork, useLongWork } from '../../components/long-work';
import { drawn, textOf } from './drawn';

let running: RunningWork | undefined;
let ended: unknown;

/** Work that goes on until it is stopped. */
function Page() {
  const work = useLongWork();
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once
  useEffect(() => {
    void work
      .run((given) => {
        running = given;
        return new Promise((_, reject) => {
          given.signal.addEventListener('abort', () => reject(given.signal.reason));
        });
      })
      .then((result) => {
        ended = result;
      });
  }, []);
  return <LongWorkLine label="正在汇总" work={work} />;
}

async function begun(): Promise<HTMLElement> {
  ended = undefined;
  let place: HTMLElement | undefined;
  await act(() => {
    place = drawn(<Page />);
  });
  return place as HTMLElement;
}

describe('long work', () => {
  it('shows how far it is and stops on a click', async () => {
    const place = await begun();
    await act(() => running?.progress(0.425));
    expect(textOf(place)).toContain('正在汇总……42%');
    await act(() => place.querySelector<HTMLElement>('[data-action="stop"]')?.click());
    await vi.waitFor(() => expect(ended).toBe('stopped'));
    await vi.waitFor(() => expect(place.querySelector('[data-work]')).toBeNull());
  });

  it('is stopped by leaving what it was begun for', async () => {
    const place = await begun();
    expect(running?.signal.aborted).toBe(false);
    await act(() => render(null, place));
    expect(running?.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(ended).toBe('stopped'));
  });
});
