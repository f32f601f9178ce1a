import { describe, expect, it } from 'vitest';
import { steadyClock } from '../../../entrypoints/observer.content/steady-clock';

function machine() {
  const time = { wall: 1_000_000, monotonic: 500 };
  const clock = steadyClock({ wall: () => time.wall, monotonic: () => time.monotonic });
  const pass = (ms: number) => {
    time.wall += ms;
    time.monotonic += ms;
  };
  clock.now();
  return { time, clock, pass };
}

describe('the clock of an observer', () => {
  it('gives an event its own time, however late it is handled', () => {
    const { clock, pass } = machine();
    const timeStamp = 500;
    pass(4_000);
    expect(clock.now()).toBe(1_004_000);
    expect(clock.ofEvent({ timeStamp })).toBe(1_000_000);
  });

  it('gives each of many events its own time, also after it has followed the machine', () => {
    const { time, clock, pass } = machine();
    expect(clock.ofEvent({ timeStamp: 500 })).toBe(1_000_000);
    pass(700);
    expect(clock.ofEvent({ timeStamp: 600 })).toBe(1_000_100);
    time.wall += 7_200_000;
    clock.resync();
    expect(clock.ofEvent({ timeStamp: 1_150 })).toBe(1_000_650 + 7_200_000);
    expect(clock.ofEvent({ timeStamp: 1_700_000_000_000 })).toBe(1_000_700 + 7_200_000);
  });

  it('gives an event with a stamp of another origin the present', () => {
    const { clock } = machine();
    expect(clock.ofEvent({ timeStamp: 1_700_000_000_000 })).toBe(1_000_000);
    expect(clock.ofEvent({ timeStamp: -200_000 })).toBe(1_000_000);
  });

  it('runs on steadily until it is compared, then follows the machine', () => {
    const { time, clock, pass } = machine();
    time.wall -= 3_600_000;
    pass(10);
    expect(clock.now()).toBe(1_000_010);
    expect(clock.resync()).toBe(-3_600_000);
    expect(clock.now()).toBe(1_000_010 - 3_600_000);
    expect(clock.resync()).toBe(0);
  });

  it('tells a sleep, in which only the machine’s clock ran', () => {
    const { time, clock } = machine();
    time.wall += 7_200_000;
    expect(clock.resync()).toBe(7_200_000);
  });

  it('knows from when stamps count, compared when it is asked first', () => {
    const time = { wall: 1_000_000, monotonic: 500 };
    const clock = steadyClock({ wall: () => time.wall, monotonic: () => time.monotonic });
    time.wall += 10_000;
    expect(clock.origin()).toBe(1_009_500);
    time.wall += 10_000;
    expect(clock.origin()).toBe(1_009_500);
  });

  it('takes a drift of half a second for nothing', () => {
    const { time, clock } = machine();
    time.wall += 499;
    expect(clock.resync()).toBe(0);
    expect(clock.now()).toBe(1_000_000);
  });
});
