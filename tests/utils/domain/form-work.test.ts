import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainsOf } from '../../../utils/domain/chains';
import { formWork, prefillRate } from '../../../utils/domain/form-work';
import type { Submission, SubmissionJudgement } from '../../../utils/domain/records';
import type { ReentryOptions } from '../../../utils/domain/reentry';
import {
  duplicateSubmissions,
  unchangedResubmissions,
} from '../../../utils/domain/repeated-submissions';
import { retriesOf, retryTimes } from '../../../utils/domain/retry';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { form, interval, MONDAY, submission, typed } from './fixtures';

const options: ReentryOptions = {
  from: MONDAY,
  to: MONDAY + 7 * DAY_MS,
  idOf: (platform) => platform,
  fixed: new Set(),
};
const judged = (more: Partial<SubmissionJudgement> = {}): SubmissionJudgement => ({
  ruleVersion: 1,
  reentered: [],
  comparable: [],
  fixed: [],
  rho: 0,
  ...more,
});
const again = (field: number, platforms: readonly string[], lastAts?: readonly number[]) => ({
  field,
  platforms,
  submissions: ['earlier'],
  ...(lastAts === undefined ? {} : { lastAts }),
});
const work = (submissions: readonly Submission[], more: Partial<ReentryOptions> = {}) =>
  formWork(submissions, [], { ...options, ...more });
const onA = (submissions: readonly Submission[], more: Partial<ReentryOptions> = {}) =>
  work(submissions, more).platforms.get('a');
const fields = [typed('person.name', '张建国'), typed('person.phone', '19900000001')];

describe('formWork', () => {
  it('counts submissions, attempts and refusals of the stretch', () => {
    const found = onA([
      submission('a', MONDAY, fields),
      submission('a', MONDAY + 1, fields, { outcome: 'refused' }),
      submission('a', MONDAY + 2, fields, { outcome: 'unproven' }),
      submission('a', MONDAY - 1, fields),
      submission('a', options.to, fields),
    ]);
    expect(found).toMatchObject({ submissions: 1, attempts: 2, refused: 1, enteredFields: 2 });
  });

  it('takes draft and final, and the steps of a wizard, for one submission', () => {
    const draft = submission('a', MONDAY, fields, { intent: 'draft' });
    const step = submission('a', MONDAY + HOUR_MS, fields, { intent: 'step', continues: draft.id });
    const final = submission('a', MONDAY + 2 * HOUR_MS, fields, { continues: step.id });
    expect(onA([draft, step, final])).toMatchObject({
      submissions: 1,
      drafts: 0,
      enteredFields: 2,
    });
    expect(onA([draft, step])).toMatchObject({ submissions: 0, drafts: 1, enteredFields: 2 });
  });

  it('counts a field of a draft again only where it was changed', () => {
    const draft = submission('a', MONDAY, fields, { intent: 'draft' });
    const changed = [fields[0] as (typeof fields)[0], typed('person.phone', '19900000002')];
    const final = submission('a', MONDAY + HOUR_MS, changed, { continues: draft.id });
    expect(onA([draft, final])?.enteredFields).toBe(3);
  });

  it('counts a draft of the week before there, and its final submission here', () => {
    const draft = submission('a', MONDAY - DAY_MS, fields, { intent: 'draft' });
    const final = submission('a', MONDAY, fields, { continues: draft.id });
    expect(onA([draft, final])).toMatchObject({ submissions: 1, enteredFields: 0 });
  });

  it('counts what was prefilled apart from what was entered', () => {
    const found = onA([
      submission('a', MONDAY, [
        typed('person.name', 'x', { how: 'prefilled' }),
        typed('person.phone', 'y', { how: 'script' }),
        typed('person.sex', 'z', { how: 'chosen' }),
        typed('person.birth_date', 'w', { how: 'imported' }),
        typed('household.size', 'v', { how: 'pasted' }),
      ]),
    ]);
    expect(found).toMatchObject({ enteredFields: 2, prefilledFields: 1 });
  });

  it('adds up the time of re-entered fields: input ≤ working ≤ focus', () => {
    const slow = typed('person.phone', 'y', {
      inputMs: 4 * SECOND_MS,
      workingMs: 9 * SECOND_MS,
      focusMs: 30 * SECOND_MS,
    });
    const one = submission('a', MONDAY, [...fields, slow], {
      judgement: judged({
        reentered: [again(1, ['b']), again(2, ['b', 'c'])],
        comparable: [0, 1, 2],
      }),
    });
    expect(onA([one])).toMatchObject({
      comparableFields: 3,
      reenteredFields: 2,
      reentryMs: { low: 9_000, mid: 19_000, high: 42_000 },
    });
  });

  it('puts bounds right that a page gave wrong', () => {
    const odd = typed('person.phone', 'y', { inputMs: 9_000, workingMs: 5_000, focusMs: 2_000 });
    const one = submission('a', MONDAY, [odd], {
      judgement: judged({ reentered: [again(0, ['b'])], comparable: [0] }),
    });
    expect(onA([one])?.reentryMs).toEqual({ low: 5_000, mid: 5_000, high: 5_000 });
  });

  it('keeps fixed information out of the headline, also what was recognised later', () => {
    const one = submission('a', MONDAY, fields, {
      judgement: judged({ reentered: [again(0, ['b']), again(1, ['b'])], comparable: [0, 1] }),
    });
    const found = onA([one], { fixed: new Set(['person.phone:19900000001']) });
    expect(found).toMatchObject({
      reenteredFields: 1,
      comparableFields: 1,
      fixedFields: 1,
      reentryMs: { mid: 10_000 },
    });
  });

  it('does not count rework as re-entry', () => {
    const one = submission('a', MONDAY, fields, {
      rework: true,
      judgement: judged({ reentered: [again(0, ['b'])], comparable: [0, 1] }),
    });
    expect(onA([one])).toMatchObject({ rework: 1, reenteredFields: 0, comparableFields: 0 });
  });

  it('does not count a platform that was merged with this one or taken off the list', () => {
    const one = submission('a', MONDAY, fields, {
      judgement: judged({ reentered: [again(0, ['b']), again(1, ['c'])], comparable: [0, 1] }),
    });
    const idOf = (platform: string) => (platform === 'c' ? undefined : 'a');
    expect(onA([one], { idOf })?.reenteredFields).toBe(0);
  });

  it('looks back a fixed 28 days in comparisons', () => {
    const one = submission('a', MONDAY, fields, {
      judgement: judged({
        reentered: [
          again(0, ['b'], [MONDAY - 29 * DAY_MS]),
          again(1, ['b', 'c'], [MONDAY - 28 * DAY_MS, MONDAY - 80 * DAY_MS]),
        ],
        comparable: [0, 1],
      }),
    });
    expect(onA([one])?.reenteredFields).toBe(2);
    expect(onA([one], { lookBackMs: 28 * DAY_MS })?.reenteredFields).toBe(1);
  });

  it('tells each form apart, most submissions first, with the size of its structure', () => {
    const { forms } = formWork(
      [
        submission('a', MONDAY, fields, { form: 'f1', fillingMs: 60_000 }),
        submission('a', MONDAY + 1, fields, { form: 'f2' }),
        submission('a', MONDAY + 2, fields, { form: 'f2' }),
      ],
      [form('a', 'f2', [{}, {}, {}], { heading: '走访登记' })],
      options,
    );
    expect(forms.map(({ signature, submissions }) => [signature, submissions])).toEqual([
      ['f2', 2],
      ['f1', 1],
    ]);
    expect(forms[0]).toMatchObject({ fields: 3, heading: '走访登记' });
    expect(forms[1]).toMatchObject({ fillingMs: 60_000 });
  });

  it('does not depend on the order of the submissions', () => {
    const all = Array.from({ length: 12 }, (_, n) =>
      submission(n % 2 === 0 ? 'a' : 'b', MONDAY + n * HOUR_MS, fields, {
        judgement: judged({ reentered: [again(n % 2, ['c'])], comparable: [0, 1] }),
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(work(shuffled)).toEqual(work(all));
      }),
      { numRuns: 20 },
    );
  });

  it('never counts more re-entered than comparable, nor more comparable than entered fields', () => {
    const any = fc.array(
      fc.record({
        again: fc.boolean(),
        comparable: fc.boolean(),
        how: fc.constantFrom('typed', 'prefilled'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (rows) => {
        const all = rows.map((row, n) =>
          submission(
            'a',
            MONDAY + n,
            row.map(({ how }, i) => typed('person.phone', `${n} ${i}`, { how: how as 'typed' })),
            {
              judgement: judged({
                comparable: row.flatMap((f, i) => (f.comparable && f.how === 'typed' ? i : [])),
                reentered: row.flatMap((f, i) =>
                  f.again && f.comparable && f.how === 'typed' ? again(i, ['b']) : [],
                ),
              }),
            },
          ),
        );
        const found = onA(all);
        if (found === undefined) return;
        expect(found.reenteredFields).toBeLessThanOrEqual(found.comparableFields);
        expect(found.comparableFields).toBeLessThanOrEqual(found.enteredFields);
        const { low, mid, high } = found.reentryMs;
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('chainsOf', () => {
  it('ends where records continue each other in a circle, or something that is gone', () => {
    const a = submission('a', MONDAY, fields);
    const b = submission('a', MONDAY + 1, fields, { continues: a.id });
    const circle = [{ ...a, continues: b.id }, b];
    expect(chainsOf(circle).flatMap(({ records }) => records)).toHaveLength(2);
    expect(chainsOf([{ ...a, continues: 'gone' }])).toHaveLength(1);
  });
});

describe('whole records submitted again', () => {
  const finished = (one: Submission) => chainsOf([one]);

  it('count once, newest first', () => {
    const twice = [0, 1].map((n) =>
      submission('a', MONDAY + n, fields, {
        judgement: judged({ duplicateOf: { submission: 'x', platform: 'b' }, rho: 0.9 }),
      }),
    );
    const found = duplicateSubmissions(chainsOf(twice), (id) => id);
    expect(found.map(({ at }) => at - MONDAY)).toEqual([1, 0]);
    expect(found[0]).toMatchObject({ earlier: 'x', earlierPlatform: 'b', rho: 0.9 });
  });

  it('do not count where the other platform was merged with this one since', () => {
    const one = submission('a', MONDAY, fields, {
      judgement: judged({ duplicateOf: { submission: 'x', platform: 'b' } }),
    });
    expect(duplicateSubmissions(finished(one), () => 'one')).toEqual([]);
  });

  it('are unchanged from four fifths on, rework aside', () => {
    const share = (value: number, more: Partial<Submission> = {}) =>
      unchangedResubmissions(
        finished(
          submission('a', MONDAY, fields, {
            judgement: judged({ unchanged: { submission: 'x', share: value } }),
            ...more,
          }),
        ),
      ).length;
    expect([share(0.79), share(0.8), share(1), share(1, { rework: true })]).toEqual([0, 1, 1, 0]);
  });
});

describe('prefillRate', () => {
  it('is the share of what the form knew already', () => {
    expect(prefillRate(3, 1)).toBe(0.75);
    expect(prefillRate(0, 0)).toBeUndefined();
  });
});

describe('retryTimes', () => {
  const refused = (minute: number, more: Partial<Submission> = {}) =>
    submission('a', MONDAY + minute * MINUTE_MS, fields, { outcome: 'refused', ...more });
  const accepted = (minute: number) => submission('a', MONDAY + minute * MINUTE_MS, fields);

  it('is the working time from the first refusal to the acceptance', () => {
    const intervals = [
      interval('a', MONDAY, MONDAY + 20 * MINUTE_MS, { inputMs: 10 * MINUTE_MS }),
      interval('b', MONDAY + 20 * MINUTE_MS, MONDAY + 30 * MINUTE_MS),
      interval('a', MONDAY + 30 * MINUTE_MS, MONDAY + 40 * MINUTE_MS, {
        pauses: [{ offsetMs: 0, lengthMs: 2 * MINUTE_MS }],
      }),
    ];
    // From minute 10 to minute 35: ten minutes, then the other platform, then five less two.
    const last = accepted(35);
    const times = retryTimes([refused(10), refused(15), last], intervals, 60_000);
    expect([...times.keys()]).toEqual([last.id]);
    const found = times.get(last.id);
    expect(found?.mid).toBe(13 * MINUTE_MS);
    expect(found?.high).toBe(15 * MINUTE_MS);
    expect(found?.low).toBeLessThanOrEqual(13 * MINUTE_MS);
  });

  it('counts nothing that was never accepted, was put aside for a day, or is another form', () => {
    expect(retriesOf([refused(0)])).toEqual([]);
    expect(retriesOf([refused(0), accepted(25 * 60)])).toEqual([]);
    expect(retriesOf([refused(0, { form: 'another' }), accepted(5)])).toEqual([]);
    expect(retriesOf([refused(0), accepted(5), accepted(9)])).toHaveLength(1);
  });
});
