/**
 * Retry minutes: time between a refused submission (validation, format, 口径) and its acceptance, as
 * working time on that platform in between; lower bound: input, upper bound: time in front. Several
 * refusals in a row count from the first. A form that is accepted only after 24 hours was put aside,
 * not retried.
 */

import { clocks } from './clocks';
import { groupBy } from './grouping';
import type { Span } from './observation';
import type { Interval, Submission } from './records';
import { addBrackets, NO_TIME } from './reentry';
import type { Bracket } from './summary';
import { DAY_MS } from './time-constants';
import { clipInterval } from './week-time';

interface Retry extends Span {
  readonly platform: string;
  /** Id of the submission that was accepted in the end. */
  readonly accepted: string;
}

/**
 * Retry time by the id of the submission that was accepted in the end.
 *
 * @param submissions of one stretch of time, also the attempts
 */
export function retryTimes(
  submissions: readonly Submission[],
  intervals: readonly Interval[],
  thetaMs: number,
): ReadonlyMap<string, Bracket> {
  const byPlatform = groupBy(intervals, ({ platform }) => platform);
  return new Map(
    retriesOf(submissions).map(({ accepted, platform, from, to }) => [
      accepted,
      (byPlatform.get(platform) ?? []).reduce((sum, interval) => {
        const part = clipInterval(interval, { from, to });
        if (part === undefined) return sum;
        const { inputMs, workingMs, frontMs } = clocks(part, thetaMs);
        return addBrackets(sum, { low: inputMs, mid: workingMs, high: frontMs });
      }, NO_TIME),
    ]),
  );
}

/** From the first refusal to the acceptance of the same form. */
export function retriesOf(submissions: readonly Submission[]): readonly Retry[] {
  const forms = groupBy(
    [...submissions].sort((a, b) => a.at - b.at),
    ({ platform, form }) => `${platform} ${form}`,
  );
  return [...forms.values()].flatMap((rows) => {
    const retries: Retry[] = [];
    let refusedAt: number | undefined;
    for (const { id, outcome, at, platform } of rows) {
      if (refusedAt !== undefined && at - refusedAt > DAY_MS) refusedAt = undefined;
      if (outcome === 'refused') refusedAt ??= at;
      if (outcome === 'accepted' && refusedAt !== undefined) {
        retries.push({ accepted: id, platform, from: refusedAt, to: at });
        refusedAt = undefined;
      }
    }
    return retries;
  });
}
