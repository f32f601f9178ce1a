import type { ObserverContext } from './context';

/** What an action was done on, as far as it is known in the moment before the page reacts. */
export interface OutcomeSubject {
  /** When the person acted, epoch ms. */
  readonly at: number;
  /** The dialog, form or page part that the action belongs to. */
  readonly container?: Element;
  /** The control that was pressed: its own text may change, as 签到 → 已签到. */
  readonly control?: Element;
  /** The fields that the person filled: they may be gone or cleared afterwards. */
  readonly fields?: readonly Element[];
}

/** What came of an action. */
export interface Outcome {
  /**
   * `accepted`: score ≥ 3. `refused`: evidence of failure. `unproven`: neither within the time.
   * `pending`: the document went away first; the next document of this frame tells.
   */
  readonly outcome: 'accepted' | 'refused' | 'unproven' | 'pending';
  readonly score: number;
  /** Short machine words, in the order in which they were found, as `network-ok`, `success-text`. */
  readonly evidence: readonly string[];
}

/**
 * Watches what comes of an action that the person has just done. Call it in the capture phase of the
 * trusted event, before the page's own handler runs, so that what is new can be told from what was
 * there. Resolves exactly once, after 3 s (15 s while an answer is outstanding) or earlier when it is
 * decided; on `pagehide` or when the signal aborts it resolves at once with what is known. Never
 * rejects.
 */
export function watchOutcome(
  _context: ObserverContext,
  _subject: OutcomeSubject,
  _signal: AbortSignal,
): Promise<Outcome> {
  return Promise.resolve({ outcome: 'unproven', score: 0, evidence: [] });
}
