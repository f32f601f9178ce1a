/**
 * When digest keys are made, retired and destroyed.
 *
 * A key digests values for 13 weeks; then a new one takes its place. A retired key still answers
 * look-ups for 90 days, as long as digests made with it are kept, and is then destroyed: what was
 * made with it can no longer be compared with anything.
 *
 * Generation 0 is apart: the key of wordings that the *pages* show (labels, column titles). It is
 * never rotated, since a form must be known again after a year; it never digests what a person
 * entered, and never leaves the device either.
 */

import type { DigestKey } from './records';
import { DAY_MS } from './time-constants';

export const WORDING_GENERATION = 0;
/** A value key is replaced after 13 weeks. */
export const KEY_LIFE_MS = 91 * DAY_MS;
/** A retired key is destroyed after 90 days, when the last digest made with it has gone. */
export const RETIRED_KEY_LIFE_MS = 90 * DAY_MS;

export type KeyDates = Omit<DigestKey, 'key'>;

export interface KeyPlan {
  /** The generation that digests values now; absent where one must be made first. */
  readonly current?: number;
  /** Retired generations that still answer look-ups, newest first. */
  readonly earlier: readonly number[];
  /** The generation to make, where the first is missing or the current one is over age. */
  readonly make?: number;
  /** The generation to mark as retired, when the new one is made. */
  readonly retire?: number;
  /** Generations to destroy. */
  readonly destroy: readonly number[];
}

/** What is to be done with the keys at `now` (epoch ms). A clock set back changes nothing. */
export function planKeys(keys: readonly KeyDates[], now: number): KeyPlan {
  const valueKeys = keys
    .filter(({ generation }) => generation !== WORDING_GENERATION)
    .sort((a, b) => b.generation - a.generation);
  const active = valueKeys.find(({ retiredAt }) => retiredAt === undefined);
  const overAge = active !== undefined && now - active.createdAt >= KEY_LIFE_MS;
  const make = active === undefined || overAge ? (valueKeys[0]?.generation ?? 0) + 1 : undefined;
  const retired = valueKeys.filter((key) => key !== active);
  const spent = (key: KeyDates) => now - (key.retiredAt ?? key.createdAt) >= RETIRED_KEY_LIFE_MS;
  return {
    ...(active === undefined ? {} : { current: active.generation }),
    earlier: retired.filter((key) => !spent(key)).map(({ generation }) => generation),
    ...(make === undefined ? {} : { make }),
    ...(overAge ? { retire: active.generation } : {}),
    destroy: retired.filter(spent).map(({ generation }) => generation),
  };
}
