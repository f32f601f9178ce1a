/**
 * Form work of a stretch of time.
 *
 * Submission: a submit action with proof; draft and final within 7 days, the steps of a wizard and the
 * frames of one form are one. A submission counts when its last part was made, and only where that is
 * neither a draft nor a step (those count as drafts). Without proof it is an attempt, counted apart.
 * Rework: made on a record that had been sent back (退回).
 * Filling time: working time between the first trusted input in the form and submit.
 * Prefill rate (预填率): prefilled ÷ (prefilled + entered).
 */

import { type Chain, chainsOf, isFinal } from './chains';
import { ensure } from './grouping';
import type { Form, Submission } from './records';
import {
  addBrackets,
  type CountedField,
  countedFields,
  NO_TIME,
  type ReentryOptions,
  reentryMsOf,
} from './reentry';
import type { Bracket, FormWeek } from './summary';

/** Form work on one platform. */
export interface PlatformFormWork {
  readonly submissions: number;
  readonly attempts: number;
  readonly refused: number;
  readonly drafts: number;
  readonly rework: number;
  readonly enteredFields: number;
  readonly prefilledFields: number;
  readonly comparableFields: number;
  readonly reenteredFields: number;
  readonly fixedFields: number;
  readonly reentryMs: Bracket;
  readonly fillingMs: number;
}

export interface FormWork {
  readonly platforms: ReadonlyMap<string, PlatformFormWork>;
  /** Most submissions first. */
  readonly forms: readonly FormWeek[];
  readonly fields: readonly CountedField[];
  /** Submissions, each with its parts, whose last part lies in the stretch. */
  readonly finished: readonly Chain[];
  /** Drafts and steps that nothing went on with. */
  readonly unfinished: readonly Chain[];
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * @param submissions also those before the stretch that later ones continue; under the ids that their
 * platforms count under
 */
export function formWork(
  submissions: readonly Submission[],
  forms: readonly Form[],
  options: ReentryOptions,
): FormWork {
  const within = ({ at }: Submission) => at >= options.from && at < options.to;
  const upTo = submissions.filter(({ at }) => at < options.to);
  const chains = chainsOf(upTo).filter(({ records }) => records.some(within));
  const fields = countedFields(chains, options);
  // Nothing later is looked at, so what has a part in the stretch has its last part there too.
  const finished = chains.filter(isFinal);

  const platforms = new Map<string, Mutable<PlatformFormWork>>();
  const weeks = new Map<string, Mutable<FormWeek>>();
  const structures = new Map(forms.map((form) => [keyOf(form.platform, form.signature), form]));
  const ofPlatform = (platform: string) =>
    ensure(platforms, platform, () => ({ ...NO_FORM_WORK, reentryMs: NO_TIME }));
  const ofForm = ({ platform, form }: Submission) =>
    ensure(weeks, keyOf(platform, form), () => {
      const structure = structures.get(keyOf(platform, form));
      return {
        platform,
        signature: form,
        ...(structure?.heading === undefined ? {} : { heading: structure.heading }),
        submissions: 0,
        attempts: 0,
        fields: structure?.fields.length ?? 0,
        fillingMs: 0,
        enteredFields: 0,
        prefilledFields: 0,
        reenteredFields: 0,
        reentryMs: 0,
      };
    });

  for (const chain of chains) {
    const work = ofPlatform(chain.last.platform);
    if (isFinal(chain)) {
      work.submissions += 1;
      ofForm(chain.last).submissions += 1;
      if (chain.records.some(({ rework }) => rework)) work.rework += 1;
    } else {
      work.drafts += 1;
    }
  }
  for (const submission of upTo) {
    if (!within(submission)) continue;
    if (submission.outcome === 'accepted') {
      ofPlatform(submission.platform).fillingMs += submission.fillingMs;
      ofForm(submission).fillingMs += submission.fillingMs;
    } else {
      const work = ofPlatform(submission.platform);
      work.attempts += 1;
      if (submission.outcome === 'refused') work.refused += 1;
      ofForm(submission).attempts += 1;
    }
  }
  for (const { submission, field, entered, prefilled, comparable, fixed, from } of fields) {
    const work = ofPlatform(submission.platform);
    const week = ofForm(submission);
    if (entered) {
      work.enteredFields += 1;
      week.enteredFields += 1;
    }
    if (prefilled) {
      work.prefilledFields += 1;
      week.prefilledFields += 1;
    }
    if (comparable) work.comparableFields += 1;
    if (fixed) work.fixedFields += 1;
    if (from.length > 0) {
      work.reenteredFields += 1;
      work.reentryMs = addBrackets(work.reentryMs, reentryMsOf(field));
      week.reenteredFields = (week.reenteredFields ?? 0) + 1;
      week.reentryMs = (week.reentryMs ?? 0) + reentryMsOf(field).mid;
    }
  }
  return {
    platforms,
    forms: [...weeks.values()].sort(
      (a, b) =>
        b.submissions - a.submissions ||
        b.fillingMs - a.fillingMs ||
        (keyOf(a.platform, a.signature) < keyOf(b.platform, b.signature) ? -1 : 1),
    ),
    fields,
    finished,
    unfinished: chains.filter((chain) => !isFinal(chain)),
  };
}

const NO_FORM_WORK = {
  submissions: 0,
  attempts: 0,
  refused: 0,
  drafts: 0,
  rework: 0,
  enteredFields: 0,
  prefilledFields: 0,
  comparableFields: 0,
  reenteredFields: 0,
  fixedFields: 0,
  fillingMs: 0,
} as const;

/** Form work of a platform on which there was none. */
export const NO_PLATFORM_FORM_WORK: PlatformFormWork = { ...NO_FORM_WORK, reentryMs: NO_TIME };

/** Prefilled ÷ (prefilled + entered); undefined where no field was filled in. */
export function prefillRate(prefilled: number, entered: number): number | undefined {
  return prefilled + entered === 0 ? undefined : prefilled / (prefilled + entered);
}

function keyOf(platform: string, signature: string): string {
  return `${platform} ${signature}`;
}
