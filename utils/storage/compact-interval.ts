import type { Interval, Pause, Stretch } from '../domain/records';
import { packed } from './packed';

/** An interval as it is written: its stretches as plain numbers, and none where there are none. */
export interface StoredInterval extends Omit<Interval, 'pauses' | 'playing' | 'waiting'> {
  /** Offset, length, whole length or 0 of each pause. */
  readonly p?: readonly number[];
  /** Offset and length of each stretch of play, and of waiting. */
  readonly m?: readonly number[];
  readonly w?: readonly number[];
}

export function encodeInterval({ pauses, playing, waiting, ...rest }: Interval): StoredInterval {
  return {
    ...rest,
    ...(pauses.length === 0
      ? {}
      : {
          p: packed(
            pauses.flatMap(({ offsetMs, lengthMs, wholeMs = 0 }) => [offsetMs, lengthMs, wholeMs]),
          ),
        }),
    ...(playing.length === 0 ? {} : { m: numbersOf(playing) }),
    ...(waiting.length === 0 ? {} : { w: numbersOf(waiting) }),
  };
}

/** The interval as it was; a row that was written otherwise is given as it is. */
export function decodeInterval(stored: StoredInterval): Interval {
  if ('pauses' in stored) return stored as unknown as Interval;
  const { p = [], m = [], w = [], ...rest } = stored;
  const pauses: Pause[] = [];
  for (let at = 0; at + 2 < p.length; at += 3) {
    const [offsetMs = 0, lengthMs = 0, wholeMs = 0] = p.slice(at, at + 3);
    pauses.push(wholeMs === 0 ? { offsetMs, lengthMs } : { offsetMs, lengthMs, wholeMs });
  }
  return { ...rest, pauses, playing: stretchesOf(m), waiting: stretchesOf(w) };
}

function numbersOf(stretches: readonly Stretch[]): readonly number[] {
  return packed(stretches.flatMap(({ offsetMs, lengthMs }) => [offsetMs, lengthMs]));
}

function stretchesOf(numbers: readonly number[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    stretches.push({ offsetMs: numbers[at] ?? 0, lengthMs: numbers[at + 1] ?? 0 });
  }
  return stretches;
}
