/**
 * What really happened, written down by whoever did it, and the clocks that follow from it by the
 * definitions alone: counted in steps of 20 ms, without anything of the core's own way of counting.
 */

import type { ClockName } from './figures';

const STEP_MS = 20;
const THETA_MS = 60_000;
const IDLE_CAP_MS = 600_000;
const BESIDE_MS = 300_000;

export interface Screen {
  /** Portal in front, as its host. */
  readonly front?: string;
  /** Portal that can be seen while another program has the focus. */
  readonly beside?: string;
}

export class Truth {
  readonly #screens: {
    at: number;
    readonly screen: Screen;
    readonly byPerson: boolean;
  }[] = [];
  readonly #inputs: number[] = [];
  readonly #media: { readonly at: number; readonly host: string; readonly on: boolean }[] = [];
  readonly #frozen: { readonly from: number; readonly to: number }[] = [];

  /**
   * From now on this is on the screen. `byPerson`: leaving and arriving is input.
   *
   * @returns puts the change to the moment at which it was seen
   */
  screen(screen: Screen, byPerson = true): (seenAt: number) => void {
    const change = { at: Date.now(), screen, byPerson };
    this.#screens.push(change);
    return (seenAt) => {
      change.at = seenAt;
    };
  }

  input(at = Date.now()): void {
    this.#inputs.push(at);
  }

  media(host: string, on: boolean, at = Date.now()): void {
    this.#media.push({ at, host, on });
  }

  /** In this stretch nothing is counted: asleep, locked, or killed. */
  off(from: number, to: number): void {
    this.#frozen.push({ from, to });
  }

  /** Clocks per host, ms, up to now. */
  clocks(until = Date.now()): Map<string, Record<ClockName, number>> {
    const inputs = [
      ...this.#inputs,
      ...this.#screens.filter(({ byPerson }) => byPerson).map(({ at }) => at),
    ].sort((a, b) => a - b);
    const sums = new Map<string, Record<ClockName, number>>();
    const add = (host: string, clock: ClockName) => {
      const sum = sums.get(host) ?? { working: 0, playing: 0, idle: 0, beside: 0, background: 0 };
      sum[clock] += STEP_MS;
      sums.set(host, sum);
    };
    const from = this.#screens[0]?.at ?? until;
    const worked = new Map<string, number>();
    let idleInPause = 0;
    let pauseFrom = Number.NaN;
    for (let at = from; at < until; at += STEP_MS) {
      if (this.#frozen.some((span) => at >= span.from && at < span.to)) continue;
      const { front, beside } = this.#screens.findLast((one) => one.at <= at)?.screen ?? {};
      const playing = new Set<string>();
      for (const { at: when, host, on } of this.#media) {
        if (when > at) break;
        if (on) playing.add(host);
        else playing.delete(host);
      }
      const before = inputs.findLast((input) => input <= at) ?? from;
      const after = inputs.find((input) => input > at) ?? until;
      if (before !== pauseFrom) {
        pauseFrom = before;
        idleInPause = 0;
      }
      if (front !== undefined) {
        if (after - before <= THETA_MS) {
          add(front, 'working');
          worked.set(front, at);
        } else if (playing.has(front)) add(front, 'playing');
        else if (idleInPause < IDLE_CAP_MS) {
          idleInPause += STEP_MS;
          add(front, 'idle');
        }
      } else if (beside !== undefined && at - (worked.get(beside) ?? 0) <= BESIDE_MS) {
        add(beside, playing.has(beside) ? 'playing' : 'beside');
        playing.delete(beside);
      }
      for (const host of playing) if (host !== front) add(host, 'background');
    }
    return sums;
  }
}
