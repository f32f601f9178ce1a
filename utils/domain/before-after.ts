/**
 * Four weeks before and after a report sheet: submissions, re-entered fields, uploads and trace-leaving
 * actions on one platform, in the 28 days before the sheet and the 28 days after it. A file chosen twice
 * within a minute is one upload; cancelled and failed ones do not count. It is given only when both are
 * over and were recorded from their first day; it shows change, not its cause.
 */

import type { Action, Submission, Upload } from './records';
import { distinctUploads } from './repeats';
import { DAY_MS } from './time-constants';

const SPAN_MS = 28 * DAY_MS;

interface Burden {
  readonly submissions: number;
  readonly reentered: number;
  readonly uploads: number;
  readonly actions: number;
}

export type BeforeAfter =
  | { readonly state: 'compared'; readonly before: Burden; readonly after: Burden }
  /** The four weeks after are not over before `at`, epoch ms. */
  | { readonly state: 'running'; readonly at: number }
  /** Recording began less than four weeks before the sheet. */
  | { readonly state: 'short' };

export interface BeforeAfterSources {
  /** When the sheet was handed in, epoch ms. */
  readonly at: number;
  readonly now: number;
  /** When recording began, epoch ms. */
  readonly since: number;
  /** Of the platform, within four weeks of the sheet. */
  readonly submissions: readonly Submission[];
  readonly uploads: readonly Upload[];
  readonly actions: readonly Action[];
}

export function beforeAfter(sources: BeforeAfterSources): BeforeAfter {
  const { at, now, since } = sources;
  if (since > at - SPAN_MS) return { state: 'short' };
  if (now < at + SPAN_MS) return { state: 'running', at: at + SPAN_MS };
  return {
    state: 'compared',
    before: burden(sources, at - SPAN_MS, at),
    after: burden(sources, at, at + SPAN_MS),
  };
}

function burden(
  { submissions, uploads, actions }: BeforeAfterSources,
  from: number,
  to: number,
): Burden {
  const within = ({ at }: { readonly at: number }) => at >= from && at < to;
  const accepted = submissions.filter(
    (one) =>
      within(one) && one.outcome === 'accepted' && one.intent !== 'draft' && one.intent !== 'step',
  );
  const done = actions.filter((one) => within(one) && one.outcome === 'done');
  return {
    submissions: accepted.length,
    reentered: accepted.reduce((sum, one) => sum + (one.judgement?.reentered.length ?? 0), 0),
    uploads: distinctUploads(uploads.filter(within)).length,
    actions: done.reduce((sum, { count }) => sum + count, 0),
  };
}
