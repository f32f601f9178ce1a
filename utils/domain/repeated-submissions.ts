/**
 * Whole records submitted again: duplicate submissions (on another platform) and unchanged
 * resubmissions (on the same one), as they were judged at arrival. A submission of several parts counts
 * once, as its last part says; rework does not count.
 */

import type { Chain } from './chains';
import type { DuplicateSubmission } from './summary';

/** Share of unchanged fields from which a resubmission is called unchanged (*ours*). */
const UNCHANGED_SHARE = 0.8;

/**
 * Newest first.
 *
 * @param idOf the id that a platform counts under; undefined where it does not count
 */
export function duplicateSubmissions(
  finished: readonly Chain[],
  idOf: (platform: string) => string | undefined,
): readonly DuplicateSubmission[] {
  return finished
    .flatMap(({ last }) => {
      // The last part was judged together with those before it.
      const { judgement } = last;
      if (judgement?.duplicateOf === undefined || last.rework) return [];
      const earlierPlatform = idOf(judgement.duplicateOf.platform);
      if (earlierPlatform === undefined || earlierPlatform === idOf(last.platform)) return [];
      return [
        {
          submission: last.id,
          platform: last.platform,
          form: last.form,
          at: last.at,
          earlier: judgement.duplicateOf.submission,
          earlierPlatform,
          rho: judgement.rho,
        },
      ];
    })
    .sort((a, b) => b.at - a.at || (a.submission < b.submission ? -1 : 1));
}

/** Those of which at least 80 % of the entered fields are as they were in the previous submission. */
export function unchangedResubmissions(finished: readonly Chain[]): readonly Chain[] {
  return finished.filter(
    ({ last: { judgement, rework } }) =>
      !rework && (judgement?.unchanged?.share ?? 0) >= UNCHANGED_SHARE,
  );
}
