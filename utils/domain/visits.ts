/**
 * Visit: what was done on one platform without 30 min elsewhere in between. Told from the pages that
 * were opened and what was done on them, so that it reaches back further than the detailed times.
 */

import { groupBy } from './grouping';
import type { Action, PageSign, Submission, Upload } from './records';
import { MINUTE_MS } from './time-constants';

const VISIT_GAP_MS = 30 * MINUTE_MS;

export interface Visit {
  readonly platform: string;
  readonly from: number;
  readonly to: number;
  readonly pages: readonly PageSign[];
  readonly actions: readonly Action[];
  readonly submissions: readonly Submission[];
  readonly uploads: readonly Upload[];
}

export interface VisitSources {
  readonly pageSigns: readonly PageSign[];
  readonly actions: readonly Action[];
  readonly submissions: readonly Submission[];
  readonly uploads: readonly Upload[];
}

/** Visits to all platforms, oldest first. */
export function visitsOf(sources: VisitSources): readonly Visit[] {
  const pages = byPlatform(sources.pageSigns);
  const actions = byPlatform(sources.actions);
  const submissions = byPlatform(sources.submissions);
  const uploads = byPlatform(sources.uploads);
  const platforms = new Set([
    ...pages.keys(),
    ...actions.keys(),
    ...submissions.keys(),
    ...uploads.keys(),
  ]);
  return [...platforms]
    .flatMap((platform) =>
      visitsTo(platform, {
        pages: pages.get(platform) ?? [],
        actions: actions.get(platform) ?? [],
        submissions: submissions.get(platform) ?? [],
        uploads: uploads.get(platform) ?? [],
      }),
    )
    .sort((a, b) => a.from - b.from || (a.platform < b.platform ? -1 : 1));
}

type Signs = Pick<Visit, 'pages' | 'actions' | 'submissions' | 'uploads'>;

/** @param signs each kind oldest first */
function visitsTo(platform: string, signs: Signs): readonly Visit[] {
  const times = [...signs.pages, ...signs.actions, ...signs.submissions, ...signs.uploads]
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const take = {
    pages: taker(signs.pages),
    actions: taker(signs.actions),
    submissions: taker(signs.submissions),
    uploads: taker(signs.uploads),
  };
  const visits: Visit[] = [];
  for (let first = 0; first < times.length; ) {
    let last = first;
    while (last + 1 < times.length && at(times, last + 1) - at(times, last) <= VISIT_GAP_MS) {
      last += 1;
    }
    const to = at(times, last);
    visits.push({
      platform,
      from: at(times, first),
      to,
      pages: take.pages(to),
      actions: take.actions(to),
      submissions: take.submissions(to),
      uploads: take.uploads(to),
    });
    first = last + 1;
  }
  return visits;
}

function at(times: readonly number[], index: number): number {
  return times[index] as number;
}

/** Gives, call by call, the rows up to a moment that were not given yet. */
function taker<Row extends { readonly at: number }>(
  rows: readonly Row[],
): (to: number) => readonly Row[] {
  let next = 0;
  return (to) => {
    const first = next;
    while (next < rows.length && (rows[next] as Row).at <= to) next += 1;
    return rows.slice(first, next);
  };
}

function byPlatform<
  Row extends { readonly id: string; readonly platform: string; readonly at: number },
>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = groupBy(rows, ({ platform }) => platform);
  for (const own of groups.values()) own.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return groups;
}
