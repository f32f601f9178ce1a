/** Work that is done step by step: between two steps the page may have its thread back. */
export type Steps<Result> = Generator<undefined, Result>;

/** One slice of idle time is used for at most this long, ms. */
const SLICE_MS = 5;
const HIDDEN_MS = 2_000;

/** Does the work in slices of idle time, none of them in a hidden page, and hands over what came of it. */
export function inSlices<Result>(
  work: Steps<Result>,
  signal: AbortSignal,
  done: (result: Result) => void,
): void {
  const slice = (deadline?: IdleDeadline): void => {
    if (signal.aborted) return;
    if (document.hidden) {
      setTimeout(slice, HIDDEN_MS);
      return;
    }
    const left = deadline?.didTimeout === false ? deadline.timeRemaining() : SLICE_MS;
    const until = performance.now() + Math.min(SLICE_MS, left);
    try {
      do {
        const step = work.next();
        if (step.done) {
          done(step.value);
          return;
        }
      } while (performance.now() < until);
    } catch {
      return; // a page that takes itself apart while it is read tells nothing
    }
    idle(slice);
  };
  idle(slice);
}

/** Does all of the work now. */
export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function idle(work: (deadline?: IdleDeadline) => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 50);
}
