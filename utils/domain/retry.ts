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

/** @param submissions of one stretch of time, also the attempts */
export function retryMs(
  submissions: readonly Submission[],
  intervals: readonly Interval[],
  thetaMs: number,
): Bracket {
  const byPlatform = groupBy(intervals, ({ platform }) => platform);
  return retriesOf(submissions)
    .map(({ platform, from, to }) =>
      (byPlatform.get(platform) ?? []).reduce((sum, interval) => {
        const part = clipInterval(interval, { from, to });
        if (part === undefined) return sum;
        const { inputMs, workingMs, frontMs } = clocks(part, thetaMs);
        return addBrackets(sum, { low: inputMs, mid: workingMs, high: frontMs });
      }, NO_TIME),
    )
    .reduce(addBrackets, NO_TIME);
}

/** From the first refusal to the acceptance of the same form. */
export function retriesOf(
  submissions: readonly Submission[],
): readonly (Span & { readonly platform: string })[] {
  const forms = groupBy(
    [...submissions].sort((a, b) => a.at - b.at),
    ({ platform, form }) => `${platform} ${form}`,
  );
  return [...forms.values()].flatMap((rows) => {
    const retries: (Span & { readonly platform: string })[] = [];
    let refusedAt: number | undefined;
    for (const { outcome, at, platform } of rows) {
      if (refusedAt !== undefined && at - refusedAt > DAY_MS) refusedAt = undefined;
      if (outcome === 'refused') refusedAt ??= at;
      if (outcome === 'accepted' && refusedAt !== undefined) {
        retries.push({ platform, from: refusedAt, to: at });
        refusedAt = undefined;
      }
    }
    return retries;
  });
}
