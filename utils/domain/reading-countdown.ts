/**
 * Forced reading: a countdown that must run out before a confirmation can be pressed. Its *forced
 * seconds* are those that the person was actually made to wait: the highest number seen less the
 * lowest. A countdown until a text message may be sent again, of an examination, of a redirection or
 * of a session is none.
 */

/** One countdown as it was seen. */
export interface Countdown {
  readonly highest: number;
  readonly lowest: number;
  /** It was seen to go down by itself at least twice. */
  readonly steps: number;
}

/** A countdown with one more number seen. */
export function countOn(countdown: Countdown | undefined, seconds: number): Countdown {
  if (countdown === undefined) return { highest: seconds, lowest: seconds, steps: 0 };
  const fell = seconds < countdown.lowest;
  return {
    highest: Math.max(countdown.highest, seconds),
    lowest: Math.min(countdown.lowest, seconds),
    steps: countdown.steps + (fell ? 1 : 0),
  };
}

/** Longest wait that is believed: what runs longer is a clock, s. */
const LONGEST_FORCED = 1_800;

/**
 * The forced seconds of a countdown; `ranOut` where its number went away or reached 0, so that the
 * last second seen was waited as well.
 */
export function forcedSeconds(countdown: Countdown, ranOut: boolean): number {
  if (countdown.steps < 2 || countdown.highest > LONGEST_FORCED) return 0;
  return countdown.highest - (ranOut ? 0 : countdown.lowest);
}
