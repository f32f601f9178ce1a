// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../../entrypoints/observer.content/input';
import type { SteadyClock } from '../../../entrypoints/observer.content/steady-clock';
import { watchWaiting } from '../../../entrypoints/observer.content/waiting';

const START = 1_795_399_200_000;
const clock: SteadyClock = {
  now: () => START,
  origin: () => START,
  ofEvent: ({ timeStamp }) => START + timeStamp,
  resync: () => 0,
};
const input = { last: { lastAt: 0 } };
const page = { readyState: 'complete' };

let tell: (entry: object) => void;

beforeEach(() => {
  input.last.lastAt = 0;
  page.readyState = 'complete';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(
    () => page.readyState as DocumentReadyState,
  );
  const told: ((list: { getEntries: () => object[] }) => void)[] = [];
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: { getEntries: () => object[] }) => void) {
        told.push(callback);
      }
      observe() {}
      disconnect() {}
    },
  );
  tell = (entry) => told[0]?.({ getEntries: () => [entry] });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function watched() {
  const waiting = watchWaiting(clock, input as Input, false);
  waiting.begin();
  return waiting;
}

const request = (startTime: number, duration: number, initiatorType = 'fetch') => ({
  entryType: 'resource',
  initiatorType,
  startTime,
  duration,
});

describe('waiting for the system', () => {
  it('is a request of a second or longer that followed an input within two seconds', () => {
    const waiting = watched();
    input.last.lastAt = START + 10_000;
    tell(request(10_100, 4_000));
    expect(waiting.take(START + 20_000)).toEqual([{ from: START + 10_100, to: START + 14_100 }]);
    expect(waiting.take(START + 21_000)).toEqual([]);
  });

  it('is none that nobody caused, that was quick, that never ends, or a picture', () => {
    const waiting = watched();
    input.last.lastAt = START + 10_000;
    tell(request(13_000, 4_000));
    tell(request(9_000, 4_000));
    tell(request(10_100, 900));
    tell(request(10_100, 70_000));
    tell(request(10_100, 4_000, 'img'));
    expect(waiting.take(START + 90_000)).toEqual([]);
  });

  it('is a thread that was blocked for a second, whoever caused it', () => {
    const waiting = watched();
    tell({ entryType: 'longtask', startTime: 5_000, duration: 4_000 });
    tell({ entryType: 'longtask', startTime: 12_000, duration: 300 });
    expect(waiting.take(START + 20_000)).toEqual([{ from: START + 5_000, to: START + 9_000 }]);
  });

  it('is the load of the document, told piece by piece, a minute of it at most', () => {
    page.readyState = 'loading';
    const waiting = watched();
    expect(waiting.take(START + 15_000)).toEqual([{ from: START, to: START + 15_000 }]);
    expect(waiting.take(START + 90_000)).toEqual([{ from: START + 15_000, to: START + 60_000 }]);
    expect(waiting.take(START + 95_000)).toEqual([]);
  });

  it('is the load of a document that was there as a whole before anything could be told of it', () => {
    const navigationStart = START + 700;
    vi.stubGlobal('performance', {
      timing: { navigationStart, loadEventEnd: navigationStart + 3_100 },
    });
    const now = { ...clock, now: () => START + 3_200 };
    const came = watchWaiting(now, input as Input, true);
    expect(came.take(START + 3_200)).toEqual([{ from: START, to: START + 3_100 }]);
    expect(came.take(START + 9_000)).toEqual([]);
    const found = watchWaiting(now, input as Input, false);
    expect(found.take(START + 3_200), 'found as it stood').toEqual([]);
    const later = watchWaiting({ ...clock, now: () => START + 60_000 }, input as Input, true);
    expect(later.take(START + 60_000), 'long after it came').toEqual([]);
  });

  it('moves with a clock that is set back', () => {
    const waiting = watched();
    tell({ entryType: 'longtask', startTime: 5_000, duration: 4_000 });
    waiting.shift(-3_600_000);
    expect(waiting.take(START - 3_580_000)).toEqual([
      { from: START - 3_595_000, to: START - 3_591_000 },
    ]);
  });
});
