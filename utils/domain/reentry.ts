/**
 * Re-entered field (重复录入): a value typed again that had been submitted on another platform before
 * (which values those are, the duplicates module has judged when the submission arrived).
 *
 * Re-entry minutes: *working* seconds with the focus in re-entered fields, so they are truly part of
 * the time worked; lower bound: 5-second windows with input; upper bound: focus seconds.
 * Duplicate share: re-entered ÷ comparable entered fields. Fixed information (固定信息: the cadre's own
 * name, phone, unit, village that recur everywhere) is counted apart, never in the headline. Rework
 * is not duplication.
 *
 * A field of a draft that its final submission holds again counts once. Comparisons over time look
 * back a fixed 28 days, and only at platforms that were recorded in both periods.
 */

import type { Chain } from './chains';
import { isEntered } from './entered';
import { fieldToken } from './form-signature';
import type { Submission, SubmissionJudgement, SubmittedField } from './records';
import type { Bracket } from './summary';
import { DAY_MS } from './time-constants';

/** The look-back of re-entry in comparisons over time. */
export const COMPARISON_LOOK_BACK_MS = 28 * DAY_MS;

/** A field that was filled in, as the measures count it. */
export interface CountedField {
  readonly submission: Submission;
  readonly field: SubmittedField;
  readonly entered: boolean;
  readonly prefilled: boolean;
  readonly comparable: boolean;
  readonly fixed: boolean;
  /** Platforms on which its value had been submitted before; empty where it was not re-entered. */
  readonly from: readonly string[];
}

export interface ReentryOptions {
  /** Records at or after `from` and before `to` are counted, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** The id that a platform counts under; undefined where it does not count. */
  readonly idOf: (platform: string) => string | undefined;
  /** Digests of fixed information, also of what was only recognised as such later. */
  readonly fixed: ReadonlySet<string>;
  /** Longest time since the value was submitted before; without it the 90 days of the judgement. */
  readonly lookBackMs?: number;
}

/** The fields filled in within a stretch of time, each once per submission. */
export function countedFields(
  chains: readonly Chain[],
  options: ReentryOptions,
): readonly CountedField[] {
  const counted: CountedField[] = [];
  for (const chain of chains) {
    const before = new Map<string, string>();
    for (const submission of chain.records) {
      const inWindow = submission.at >= options.from && submission.at < options.to;
      const fields = inWindow ? fieldsOf(submission, options) : [];
      for (const [index, field] of submission.fields.entries()) {
        const place = `${fieldToken(field)} ${field.field} ${field.row ?? ''}`;
        const content = field.digest ?? field.anyDigest ?? '';
        const again = chain.records.length > 1 && before.get(place) === content;
        if (chain.records.length > 1 && isEntered(field)) before.set(place, content);
        if (inWindow && !again) counted.push(fields[index] as CountedField);
      }
    }
  }
  return counted;
}

/** Only the re-entered fields of {@link countedFields}, found without looking at the others. */
export function reenteredFields(
  chains: readonly Chain[],
  options: ReentryOptions,
): readonly Pick<CountedField, 'submission' | 'field' | 'from'>[] {
  return chains.flatMap((chain) => {
    const [only, ...more] = chain.records;
    if (only === undefined || !chain.records.some((part) => part.judgement?.reentered.length)) {
      return [];
    }
    if (more.length > 0)
      return countedFields([chain], options).filter(({ from }) => from.length > 0);
    if (only.at < options.from || only.at >= options.to || only.rework) return [];
    const fixed = new Set(only.judgement?.fixed);
    return (only.judgement?.reentered ?? []).flatMap((entry) => {
      const field = only.fields[entry.field];
      if (field === undefined || fixed.has(entry.field) || isKnown(field, options.fixed)) return [];
      const from = platformsBefore(only, entry, options);
      return from.length === 0 ? [] : [{ submission: only, field, from }];
    });
  });
}

function fieldsOf(submission: Submission, options: ReentryOptions): readonly CountedField[] {
  const { judgement } = submission;
  const comparable = new Set(judgement?.comparable);
  const fixed = new Set(judgement?.fixed);
  const reentered = new Map(judgement?.reentered.map((entry) => [entry.field, entry]));
  return submission.fields.map((field, index) => {
    const isFixed = fixed.has(index) || isKnown(field, options.fixed);
    const entry = isFixed || submission.rework ? undefined : reentered.get(index);
    return {
      submission,
      field,
      entered: isEntered(field),
      prefilled: field.how === 'prefilled',
      comparable: comparable.has(index) && !isFixed && !submission.rework,
      fixed: isFixed && isEntered(field),
      from: entry === undefined ? [] : platformsBefore(submission, entry, options),
    };
  });
}

function isKnown(field: SubmittedField, fixed: ReadonlySet<string>): boolean {
  return (
    (field.digest !== undefined && fixed.has(field.digest)) ||
    (field.anyDigest !== undefined && fixed.has(field.anyDigest))
  );
}

function platformsBefore(
  submission: Submission,
  { platforms, lastAts }: SubmissionJudgement['reentered'][number],
  { idOf, lookBackMs }: ReentryOptions,
): readonly string[] {
  const own = idOf(submission.platform);
  const before = new Set<string>();
  for (const [index, platform] of platforms.entries()) {
    const id = idOf(platform);
    if (id === undefined || id === own) continue;
    const lastAt = lastAts?.[index];
    const tooOld =
      lookBackMs !== undefined && lastAt !== undefined && submission.at - lastAt > lookBackMs;
    if (!tooOld) before.add(id);
  }
  return [...before];
}

/** Re-entry time of a field: windows with input ≤ working ≤ focus, ms. */
export function reentryMsOf({ inputMs, workingMs, focusMs }: SubmittedField): Bracket {
  return {
    low: Math.min(inputMs, workingMs),
    mid: workingMs,
    high: Math.max(focusMs, workingMs),
  };
}

export const NO_TIME: Bracket = { low: 0, mid: 0, high: 0 };

export function addBrackets(a: Bracket, b: Bracket): Bracket {
  return { low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high };
}
