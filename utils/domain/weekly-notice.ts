/**
 * The quiet notice that a week's summary can be read: at 9 o'clock on the Monday after, once per week,
 * and at the next occasion where the browser was closed then. It never reminds of anything to do.
 */

import { HOUR_MS } from './time-constants';
import { previousWeek, type WeekKey, weekAt } from './week';

const HOUR_OF_MONDAY = 9;

export interface NoticePlan {
  /** The week to speak of now; absent where there is none. */
  readonly due?: WeekKey;
  /** The newest week that needs no notice any more, once the due one was given. */
  readonly noticed: WeekKey;
  /** When to look again, epoch ms. */
  readonly nextAt: number;
}

/**
 * @param noticed newest week that a notice was given of; undefined where notices were just switched on
 */
export function noticePlan(now: number, zone: string, noticed: WeekKey | undefined): NoticePlan {
  const running = weekAt(now, zone);
  const dueAt = running.from + HOUR_OF_MONDAY * HOUR_MS;
  const last = previousWeek(running.key);
  if (now < dueAt) return { noticed: noticed ?? previousWeek(last), nextAt: dueAt };
  const nextAt = running.to + HOUR_OF_MONDAY * HOUR_MS;
  return noticed !== undefined && noticed < last
    ? { due: last, noticed: last, nextAt }
    : { noticed: noticed !== undefined && noticed > last ? noticed : last, nextAt };
}
