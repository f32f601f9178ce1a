// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { HeardInput } from '../../../entrypoints/observer.content/context';
import { hearInput } from '../../../entrypoints/observer.content/input';
import type { Listeners } from '../../../entrypoints/observer.content/listeners';
import type { SteadyClock } from '../../../entrypoints/observer.content/steady-clock';

const clock: SteadyClock = {
  now: () => 0,
  origin: () => 0,
  ofEvent: ({ timeStamp }) => timeStamp,
  resync: () => 0,
};

function page() {
  const handlers = new Map<string, (event: Event) => void>();
  const listeners: Listeners = {
    on: (_target, type, handler) => handlers.set(type, handler as (event: Event) => void),
    remove: () => handlers.clear(),
  };
  const last: HeardInput = { lastAt: 0 };
  const input = hearInput(listeners, listeners, clock, last);
  const happens = (type: string, timeStamp: number, rest: object = {}) =>
    handlers.get(type)?.({ type, timeStamp, isTrusted: true, ...rest } as Event);
  return { input, last, happens };
}

describe('input in a document', () => {
  it('joins inputs less than 15 s apart, and counts the 5-second windows they lie in', () => {
    const { input, happens } = page();
    for (const at of [1_000, 2_000, 16_900, 31_900]) happens('keydown', at);
    expect(input.take()).toEqual({
      inputs: [
        { from: 1_000, to: 16_900 },
        { from: 31_900, to: 31_900 },
      ],
      inputWindows: [0, 3, 6],
    });
    expect(input.take()).toEqual({ inputs: [], inputWindows: [] });
  });

  it('does not hear what a script makes up', () => {
    const { input, last, happens } = page();
    happens('keydown', 1_000, { isTrusted: false });
    expect(input.heard()).toBe(false);
    expect(last.lastAt).toBe(0);
  });

  it('is told to the reader as it happens, but not what a script makes up', () => {
    const { last, happens } = page();
    const told: string[] = [];
    last.heard = (at, key) => told.push(`${key?.type ?? 'other'} ${at}`);
    happens('keydown', 1_000);
    happens('keydown', 1_100, { isTrusted: false });
    happens('wheel', 1_200);
    expect(told).toEqual(['keydown 1000', 'other 1200']);
  });

  it('does not take a page that moves below a resting pointer for input', () => {
    const { input, happens } = page();
    happens('pointermove', 1_000, { screenX: 5, screenY: 5 });
    happens('pointermove', 2_000, { screenX: 5, screenY: 5 });
    expect(input.heard()).toBe(false);
    happens('pointermove', 2_500, { screenX: 9, screenY: 9, isTrusted: false });
    happens('pointermove', 2_600, { screenX: 5, screenY: 5 });
    expect(input.heard(), 'a script that moves its own pointer').toBe(false);
    happens('pointermove', 3_000, { screenX: 6, screenY: 5 });
    expect(input.take().inputs).toEqual([{ from: 3_000, to: 3_000 }]);
  });

  it('tells others when the last input was, and never earlier than it told before', () => {
    const { last, happens } = page();
    happens('wheel', 9_000);
    happens('keydown', 4_000);
    expect(last.lastAt).toBe(9_000);
  });
});
