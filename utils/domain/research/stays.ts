/**
 * Stays: what the times of a research package can be computed from again, for every pause limit θ.
 *
 * A stay is an interval of a week without its moments: how long it was, and its pauses, each with its
 * length and what of it was playing. Then, with all pauses whose whole is longer than θ,
 * working(θ) = Σ length − Σ pauses, playing(θ) = Σ playing within these pauses, idle = the rest, and
 * input = Σ min(input, working). Longest first: the order tells nothing of when they were. Visits and logins are
 * counted from which stays belong together, and the time at login pages and captchas from those in front.
 */

import { ensure, sumOf } from '../grouping';
import { reloginsOf } from '../overhead';
import { intersection, lengthOf, union, within } from '../presence-spans';
import type { Interval, Stretch } from '../records';
import type { Clocks } from '../summary';
import type { Week } from '../week';
import { clipInterval } from '../week-time';

interface StayPause {
  /** The whole pause, which is compared with θ, and the part of it in the stay, ms. */
  readonly wholeMs: number;
  readonly lengthMs: number;
  readonly playingMs: number;
}

export interface Stay {
  readonly platform: string;
  readonly place: 'front' | 'beside';
  readonly certainty: Interval['certainty'];
  readonly lengthMs: number;
  readonly inputMs: number;
  readonly playingMs: number;
  readonly waitingMs: number;
  /** Stays of one visit share it; numbered as the stays stand here. */
  readonly visit: number;
  /** On a login page. */
  readonly login: boolean;
  /** Began a login again within its visit. */
  readonly relogin: boolean;
  readonly captchaMs: number;
  readonly pauses: readonly StayPause[];
}

/** The stays of a week, longest first. Media in hidden tabs never leave the device. */
export function staysOf(intervals: readonly Interval[], week: Week): readonly Stay[] {
  const visits = new Map<string, number>();
  const parts = intervals.flatMap((interval) => clipInterval(interval, week) ?? []);
  const relogins = reloginsOf(parts);
  return parts
    .flatMap((part) => stayOf(part, relogins.has(part)) ?? [])
    .sort((a, b) => b.lengthMs - a.lengthMs || b.inputMs - a.inputMs)
    .map(({ visit, ...stay }) => ({
      ...stay,
      visit: ensure(visits, visit, () => visits.size + 1),
    }));
}

function stayOf(
  interval: Interval,
  relogin: boolean,
): (Omit<Stay, 'visit'> & { visit: string }) | undefined {
  const { platform, place, certainty, inputMs, pauses, visit, pageClass, captchaMs = 0 } = interval;
  if (place === 'background') return undefined;
  const lengthMs = interval.to - interval.from;
  const playing = within(spansOf(interval.playing), 0, lengthMs);
  return {
    platform,
    place,
    certainty,
    lengthMs,
    inputMs,
    visit,
    login: pageClass === 'login',
    relogin,
    captchaMs,
    playingMs: lengthOf(playing),
    waitingMs: lengthOf(within(spansOf(interval.waiting), 0, lengthMs)),
    pauses: pauses
      .map((pause) => {
        const span = within(spansOf([pause]), 0, lengthMs);
        return {
          wholeMs: pause.wholeMs ?? pause.lengthMs,
          lengthMs: lengthOf(span),
          playingMs: lengthOf(intersection(playing, span)),
        };
      })
      .sort((a, b) => b.wholeMs - a.wholeMs || b.lengthMs - a.lengthMs),
  };
}

/** The clocks of stays under a pause limit, ms. */
export function stayClocks(stays: readonly Stay[], thetaMs: number): Clocks {
  const front = stays.filter(({ place }) => place === 'front');
  const beside = stays.filter(({ place }) => place === 'beside');
  const beyond = ({ pauses }: Stay) => pauses.filter(({ wholeMs }) => wholeMs > thetaMs);
  const worked = (stay: Stay) => stay.lengthMs - sumOf(beyond(stay), ({ lengthMs }) => lengthMs);
  const playedInFront = sumOf(front, (stay) => sumOf(beyond(stay), ({ playingMs }) => playingMs));
  const playedBeside = sumOf(beside, ({ playingMs }) => playingMs);
  const frontMs = sumOf(front, ({ lengthMs }) => lengthMs);
  const workingMs = sumOf(front, worked);
  return {
    workingMs,
    playingMs: playedInFront + playedBeside,
    idleMs: frontMs - workingMs - playedInFront,
    besideMs: sumOf(beside, ({ lengthMs }) => lengthMs) - playedBeside,
    inputMs: sumOf(front, (stay) => Math.min(stay.inputMs, worked(stay))),
    frontMs,
    waitingMs: sumOf(front, ({ waitingMs }) => waitingMs),
  };
}

function spansOf(stretches: readonly Stretch[]) {
  return union(
    stretches.map(({ offsetMs, lengthMs }) => ({ from: offsetMs, to: offsetMs + lengthMs })),
  );
}
