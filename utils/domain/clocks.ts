/**
 * Time: mutually exclusive clocks, no single "total".
 *
 * - **working** 操作: portal in front, and the pause that the moment lies in is not longer than θ
 *   (60 s, ours). A pause longer than θ is taken away as a whole; a pause up to θ is reading.
 * - **playing** 视频播放: media advancing while not working.
 * - **idle in front** 页面打开未操作: in front, in a pause longer than θ, no media advancing.
 * - **beside** 旁屏打开: visible while another program has the focus; an upper bound.
 *
 * So for every θ: working(θ) = front − Σ of all pauses longer than θ, and
 * working + playing in front + idle = front. Bracket: input ≤ working ≤ in front, where input is the
 * 5-second windows with input. Media in a hidden tab (`background`) runs on none of the four.
 */

import type { Span } from './observation';
import { difference, intersection, lengthOf, union, within } from './presence-spans';
import type { Interval, Stretch } from './records';
import type { Clocks } from './summary';

export const NO_TIME: Clocks = {
  workingMs: 0,
  playingMs: 0,
  idleMs: 0,
  besideMs: 0,
  inputMs: 0,
  frontMs: 0,
  waitingMs: 0,
};

/** The clocks of one interval, ms. `thetaMs` is the longest pause that still counts as working. */
export function clocks(interval: Interval, thetaMs: number): Clocks {
  const length = interval.to - interval.from;
  const whole = [{ from: 0, to: length }];
  const playing = intersection(spansOf(interval.playing), whole);
  if (interval.place === 'beside') {
    const playingMs = lengthOf(playing);
    return { ...NO_TIME, playingMs, besideMs: length - playingMs };
  }
  if (interval.place === 'background') return NO_TIME;
  const idle = pausesBeyond(interval, thetaMs);
  const playingMs = lengthOf(intersection(playing, idle));
  const workingMs = length - lengthOf(idle);
  return {
    workingMs,
    playingMs,
    idleMs: length - workingMs - playingMs,
    besideMs: 0,
    inputMs: Math.min(interval.inputMs, workingMs),
    frontMs: length,
    waitingMs: lengthOf(intersection(spansOf(interval.waiting), whole)),
  };
}

/** The sum of clocks that do not overlap. */
export function sumClocks(all: readonly Clocks[]): Clocks {
  return all.reduce(
    (sum, one) => ({
      workingMs: sum.workingMs + one.workingMs,
      playingMs: sum.playingMs + one.playingMs,
      idleMs: sum.idleMs + one.idleMs,
      besideMs: sum.besideMs + one.besideMs,
      inputMs: sum.inputMs + one.inputMs,
      frontMs: sum.frontMs + one.frontMs,
      waitingMs: sum.waitingMs + one.waitingMs,
    }),
    NO_TIME,
  );
}

/** Where the working time of an interval in front lies, epoch ms, oldest first. */
export function workingStretches(interval: Interval, thetaMs: number): Span[] {
  if (interval.place !== 'front') return [];
  const length = interval.to - interval.from;
  return difference([{ from: 0, to: length }], pausesBeyond(interval, thetaMs)).map((span) => ({
    from: interval.from + span.from,
    to: interval.from + span.to,
  }));
}

/** Media in a tab that was not on the screen, ms; for the person's own eyes, never exported. */
export function backgroundMs(interval: Interval): number {
  if (interval.place !== 'background') return 0;
  const length = interval.to - interval.from;
  return lengthOf(within(spansOf(interval.playing), 0, length));
}

/** Pauses longer than θ, relative to the interval's start. */
function pausesBeyond(interval: Interval, thetaMs: number): Span[] {
  const long = interval.pauses.filter(({ lengthMs, wholeMs = lengthMs }) => wholeMs > thetaMs);
  return within(spansOf(long), 0, interval.to - interval.from);
}

function spansOf(stretches: readonly Stretch[]): Span[] {
  return union(
    stretches.map(({ offsetMs, lengthMs }) => ({ from: offsetMs, to: offsetMs + lengthMs })),
  );
}
