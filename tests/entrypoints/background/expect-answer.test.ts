import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (tab: number, change: { readonly status?: string }) => void;

const world = vi.hoisted(() => ({ listeners: new Set<Listener>() }));

vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: {
      onUpdated: {
        addListener: (listener: Listener) => world.listeners.add(listener),
        removeListener: (listener: Listener) => world.listeners.delete(listener),
      },
    },
  },
}));

const { expectAnswer } = await import('../../../entrypoints/background/expect-answer');

let answered: string[];

beforeEach(() => {
  vi.useFakeTimers();
  answered = [];
});

afterEach(() => {
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
});

function loads(tab: number, status = 'complete'): void {
  for (const listener of [...world.listeners]) listener(tab, { status });
}

describe('the answer to what a page left open', () => {
  it('is the next page of the same tab, once it has loaded', () => {
    expectAnswer(7, () => answered.push('seven'));
    loads(7, 'loading');
    loads(8);
    expect(answered).toEqual([]);
    loads(7);
    loads(7);
    expect(answered).toEqual(['seven']);
  });

  it('is told for each tab by itself', () => {
    expectAnswer(7, () => answered.push('seven'));
    expectAnswer(8, () => answered.push('eight'));
    loads(8);
    loads(7);
    expect(answered).toEqual(['eight', 'seven']);
  });

  it('is not listened for where nothing is left open, nor for long', () => {
    expect(world.listeners.size).toBe(0);
    expectAnswer(7, () => answered.push('seven'));
    expect(world.listeners.size).toBe(1);
    vi.advanceTimersByTime(20_000);
    expect(world.listeners.size).toBe(0);
    expectAnswer(7, () => answered.push('again'));
    loads(7);
    expect(world.listeners.size).toBe(0);
    expect(answered).toEqual(['again']);
  });
});
