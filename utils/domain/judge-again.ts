/**
 * Which submissions are to be judged once more because something was learned since: those that hold a
 * field which is linked now and was not before. Until then their unknown fields met nothing; judged
 * again, they count as if the link had been known from the start.
 */

import type { Equivalence } from './equivalence';
import { fieldToken } from './form-signature';
import type { Submission, SubmissionJudgement } from './records';

/** In the order given. */
export function toJudgeAgain(
  submissions: readonly Submission[],
  before: readonly Equivalence[],
  after: readonly Equivalence[],
): readonly Submission[] {
  const known = new Set(before.map(({ tokens }) => tokens.join(' ')));
  const fresh = new Set(after.flatMap(({ tokens }) => (known.has(tokens.join(' ')) ? [] : tokens)));
  if (fresh.size === 0) return [];
  return submissions.filter(
    ({ outcome, fields }) =>
      outcome === 'accepted' && fields.some((field) => fresh.has(fieldToken(field))),
  );
}

/**
 * A judgement made again, with what was found the first time: a value that had been submitted under a
 * key that is retired since cannot be found a second time.
 */
export function joinedJudgement(
  first: SubmissionJudgement | undefined,
  again: SubmissionJudgement,
): SubmissionJudgement {
  if (first === undefined) return again;
  const apart = new Set([...again.fixed, ...again.reentered.map(({ field }) => field)]);
  return {
    ...first,
    ...again,
    reentered: [...again.reentered, ...first.reentered.filter(({ field }) => !apart.has(field))],
    rho: Math.max(first.rho, again.rho),
  };
}
