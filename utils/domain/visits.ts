/**
 * Visit: what was done on one platform without 30 min elsewhere in between. Told from the pages that
 * were opened and what was done on them, so that it reaches back further than the detailed times.
 */

import { groupBy } from './grouping';
import type { Action, PageSign, Submission, Upload } from './records';
import { MINUTE_MS } from './time-constants';

export const VISIT_GAP_MS = 30 * MINUTE_MS;

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

type Sign =
  | { readonly kind: 'page'; readonly row: PageSign }
  | { readonly kind: 'action'; readonly row: Action }
  | { readonly kind: 'submission'; readonly row: Submission }
  | { readonly kind: 'upload'; readonly row: Upload };

/** Visits to all platforms, oldest first. */
export function visitsOf(sources: VisitSources): readonly Visit[] {
  const signs: Sign[] = [
    ...sources.pageSigns.map((row): Sign => ({ kind: 'page', row })),
    ...sources.actions.map((row): Sign => ({ kind: 'action', row })),
    ...sources.submissions.map((row): Sign => ({ kind: 'submission', row })),
    ...sources.uploads.map((row): Sign => ({ kind: 'upload', row })),
  ].sort((a, b) => a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1));
  const visits: Visit[] = [];
  for (const [platform, rows] of groupBy(signs, ({ row }) => row.platform)) {
    let open: Sign[] = [];
    for (const sign of rows) {
      const last = open.at(-1);
      if (last !== undefined && sign.row.at - last.row.at > VISIT_GAP_MS) {
        visits.push(visitFrom(platform, open));
        open = [];
      }
      open.push(sign);
    }
    if (open.length > 0) visits.push(visitFrom(platform, open));
  }
  return visits.sort((a, b) => a.from - b.from || (a.platform < b.platform ? -1 : 1));
}

function visitFrom(platform: string, signs: readonly Sign[]): Visit {
  return {
    platform,
    from: (signs[0] as Sign).row.at,
    to: (signs.at(-1) as Sign).row.at,
    pages: signs.flatMap((sign) => (sign.kind === 'page' ? [sign.row] : [])),
    actions: signs.flatMap((sign) => (sign.kind === 'action' ? [sign.row] : [])),
    submissions: signs.flatMap((sign) => (sign.kind === 'submission' ? [sign.row] : [])),
    uploads: signs.flatMap((sign) => (sign.kind === 'upload' ? [sign.row] : [])),
  };
}
