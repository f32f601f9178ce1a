/** Two readings of time, ms: the machine's clock, which can be set, and one that only runs on. */
export interface TimeSource {
  wall(): number;
  monotonic(): number;
}

export interface SteadyClock {
  /** Epoch ms. Between two calls of {@link SteadyClock.resync} it runs on, whatever is set. */
  now(): number;
  /** The moment from which the stamps of events count. */
  origin(): number;
  /** The moment of an event: input that queued behind a blocked thread bears its own time. */
  ofEvent(event: { readonly timeStamp: number }): number;
  /**
   * Compares with the machine's clock and follows it where they differ by more than half a second.
   * Returns by how much it moved, ms: positive after sleep or a clock set forward, negative after a
   * clock set back, 0 mostly.
   */
  resync(): number;
}

const TOLERANCE_MS = 500;
/** Input older than this did not wait behind a blocked thread: its stamp has another origin. */
const LONGEST_DELAY_MS = 120_000;
/** A stamp so soon after one that was found right has the same origin: the clock need not be asked. */
const SAME_ORIGIN_MS = 1_000;

/** A clock for one document. */
export function steadyClock(
  source: TimeSource = { wall: () => Date.now(), monotonic: () => performance.now() },
): SteadyClock {
  /** Compared when somebody asks first: a page that loads has enough to do. */
  let base: number | undefined;
  let rightStamp = Number.NEGATIVE_INFINITY;
  const compare = () => (base ??= source.wall() - source.monotonic());
  const now = () => Math.round(compare() + source.monotonic());
  return {
    now,
    origin: () => Math.round(compare()),
    ofEvent({ timeStamp }) {
      const later = timeStamp - rightStamp;
      if (later >= 0 && later < SAME_ORIGIN_MS) return Math.round(compare() + timeStamp);
      const age = source.monotonic() - timeStamp;
      if (age < 0 || age >= LONGEST_DELAY_MS) return now();
      rightStamp = timeStamp;
      return Math.round(compare() + timeStamp);
    },
    resync() {
      const moved = Math.round(source.wall() - source.monotonic() - compare());
      if (Math.abs(moved) <= TOLERANCE_MS) return 0;
      base = compare() + moved;
      return moved;
    },
  };
}
