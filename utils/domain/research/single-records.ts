/**
 * Single records: what the counts of a research package can be counted from again. Each is a submission, an
 * upload, an action or a forced wait of the week without its moment, its contents and its id, with what it counts as.
 */

import { ensure, groupBy } from '../grouping';
import type { Action, PageSign } from '../records';
import { addBrackets, NO_TIME, reentryMsOf } from '../reentry';
import { duplicateSubmissions, unchangedResubmissions } from '../repeated-submissions';
import type { WeekWork } from '../summarise';
import type { Bracket, RepeatedUpload } from '../summary';

export interface SubmissionRecord {
  readonly platform: string;
  readonly form: string;
  /** A part is a draft or step that a later record went on with. */
  readonly role: 'submission' | 'draft' | 'part' | 'attempt';
  readonly refused: boolean;
  /** Counted as rework, as a duplicate submission, as an unchanged resubmission. */
  readonly rework: boolean;
  readonly duplicate: boolean;
  readonly unchanged: boolean;
  readonly fillingMs: number;
  readonly entered: number;
  readonly prefilled: number;
  readonly comparable: number;
  readonly fixed: number;
  readonly reentered: number;
  readonly reentryMs: Bracket;
  /** Where it was accepted after a refusal. */
  readonly retryMs: Bracket;
  /** What of it had been submitted on which other platform before; a field may have been on several. */
  readonly earlier: ReadonlyMap<string, { readonly fields: number; readonly reentryMs: number }>;
}

export interface SingleRecords {
  readonly submissions: readonly SubmissionRecord[];
  readonly uploads: readonly {
    readonly platform: string;
    readonly repeated: RepeatedUpload['kind'] | 'no';
  }[];
  readonly actions: readonly Pick<Action, 'platform' | 'action' | 'outcome' | 'count'>[];
  /** Pages that could be confirmed only after a wait. */
  readonly forced: readonly Pick<PageSign, 'platform' | 'forcedSeconds'>[];
}

export function singleRecords({
  week,
  records,
  work,
  retries,
  repeats,
  weekActions,
  weekSigns,
}: WeekWork): SingleRecords {
  const { finished, unfinished } = work;
  const roles = new Map<string, SubmissionRecord['role']>();
  for (const chain of [...finished, ...unfinished]) {
    for (const { id } of chain.records) roles.set(id, 'part');
    roles.set(chain.last.id, finished.includes(chain) ? 'submission' : 'draft');
  }
  const rework = new Set(
    finished.flatMap((chain) => (chain.records.some((one) => one.rework) ? chain.last.id : [])),
  );
  const duplicate = new Set(
    duplicateSubmissions(finished, records.scope.idOf).map(({ submission }) => submission),
  );
  const unchanged = new Set(unchangedResubmissions(finished).map(({ last }) => last.id));
  const fields = groupBy(work.fields, ({ submission }) => submission.id);
  const repeated = new Map(repeats.repeated.map(({ upload, kind }) => [upload, kind]));
  return {
    submissions: records.submissions
      .filter(({ at }) => at >= week.from && at < week.to)
      .map(({ id, platform, form, outcome, fillingMs }) => {
        const own = fields.get(id) ?? [];
        const count = (which: 'entered' | 'prefilled' | 'comparable' | 'fixed') =>
          own.filter((field) => field[which]).length;
        const again = own.filter(({ from }) => from.length > 0);
        const earlier = new Map<string, { fields: number; reentryMs: number }>();
        for (const { from, field } of again) {
          for (const one of from) {
            const sum = ensure(earlier, one, () => ({ fields: 0, reentryMs: 0 }));
            sum.fields += 1;
            sum.reentryMs += field.workingMs;
          }
        }
        return {
          platform,
          form,
          role: roles.get(id) ?? 'attempt',
          refused: outcome === 'refused',
          rework: rework.has(id),
          duplicate: duplicate.has(id),
          unchanged: unchanged.has(id),
          fillingMs: outcome === 'accepted' ? fillingMs : 0,
          entered: count('entered'),
          prefilled: count('prefilled'),
          comparable: count('comparable'),
          fixed: count('fixed'),
          reentered: again.length,
          retryMs: retries.get(id) ?? NO_TIME,
          reentryMs: again.map(({ field }) => reentryMsOf(field)).reduce(addBrackets, NO_TIME),
          earlier,
        };
      }),
    uploads: repeats.uploads.map((upload) => ({
      platform: upload.platform,
      repeated: repeated.get(upload) ?? 'no',
    })),
    actions: weekActions,
    forced: weekSigns.filter(({ forcedSeconds }) => forcedSeconds > 0),
  };
}
