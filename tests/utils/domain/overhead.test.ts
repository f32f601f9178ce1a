import { describe, expect, it } from 'vitest';
import { externalCollectors } from '../../../utils/domain/external-collectors';
import { formWork } from '../../../utils/domain/form-work';
import { assessmentPages, loginOverhead } from '../../../utils/domain/overhead';
import type { Interval, Submission } from '../../../utils/domain/records';
import { siloChains } from '../../../utils/domain/silos';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import {
  action,
  concepts,
  interval,
  MONDAY,
  nextId,
  platform,
  submission,
  typed,
} from './fixtures';
import { weekRecords } from './week-input';

const pages = (visit: string, ...classes: readonly Interval['pageClass'][]) =>
  classes.map((pageClass, n) =>
    interval('a', MONDAY + n * MINUTE_MS, MONDAY + (n + 1) * MINUTE_MS, { pageClass, visit }),
  );

describe('loginOverhead', () => {
  it('adds up the time at captchas on pages of any class', () => {
    const found = pages('one', 'login', 'form').map((page) => ({ ...page, captchaMs: 20_000 }));
    expect(loginOverhead(found, MINUTE_MS).captchaMs).toBe(40_000);
  });

  it('leaves out the time in which a login page stood open and nobody was there', () => {
    const [page] = pages('one', 'login');
    const left = { ...(page as Interval), to: MONDAY + 10 * MINUTE_MS };
    const pauses = [{ offsetMs: MINUTE_MS, lengthMs: 8 * MINUTE_MS }];
    expect(loginOverhead([{ ...left, pauses }], MINUTE_MS).loginMs).toBe(2 * MINUTE_MS);
  });

  it('is the working time on login pages; a login again in the same visit is a re-login', () => {
    const found = loginOverhead(
      [
        ...pages('one', 'login', 'login', 'form', 'login', 'list'),
        ...pages('two', 'list'),
        ...pages('three', 'login', 'list'),
      ],
      MINUTE_MS,
    );
    expect(found).toEqual({ loginMs: 4 * MINUTE_MS, logins: 2, relogins: 1, captchaMs: 0 });
  });
});

describe('assessmentPages', () => {
  it('counts visits to pages of assessment and the time in front of them', () => {
    expect(assessmentPages(pages('one', 'list', 'assessment', 'assessment'))).toEqual({
      visits: 1,
      frontMs: 2 * MINUTE_MS,
      platforms: ['a'],
    });
  });
});

describe('externalCollectors', () => {
  const work = (...submissions: readonly Submission[]) =>
    formWork(submissions, [], {
      from: MONDAY,
      to: MONDAY + DAY_MS,
      idOf: (id) => id,
      fixed: new Set(),
    });
  const categoryOf = (id: string) => (id === 'sheet' ? 'forms_external' : 'civil_affairs');

  it('tells the share of submissions made outside, and the sensitive items demanded there', () => {
    const found = externalCollectors(
      work(
        submission('sheet', MONDAY, [
          typed('person.id_number', '1'),
          typed('person.id_number@contact', '2'),
          typed('household.size', '15'),
        ]),
        submission('sheet', MONDAY + 1, [
          typed('person.id_number', '3'),
          typed('person.phone', '4'),
        ]),
        submission('mz', MONDAY + 2, [typed('person.phone', '5')]),
        submission('mz', MONDAY + 3, [typed('person.phone', '6')]),
      ),
      categoryOf,
      concepts,
    );
    expect(found).toEqual({
      platforms: ['sheet'],
      submissions: 2,
      share: 0.5,
      sensitive: [
        { concept: 'person.id_number', count: 2 },
        { concept: 'person.phone', count: 1 },
      ],
    });
  });

  it('has no share of nothing', () => {
    expect(externalCollectors(work(), categoryOf, concepts).share).toBeUndefined();
  });
});

describe('siloChains', () => {
  it('counts chains by kind and direction, most frequent first', () => {
    const chain = (kind: 'export-upload' | 'copy-paste', from: string, to: string) => ({
      id: nextId(),
      at: MONDAY,
      kind,
      from,
      to,
    });
    expect(
      siloChains([
        chain('copy-paste', 'a', 'b'),
        chain('export-upload', 'a', 'b'),
        chain('export-upload', 'a', 'b'),
        chain('export-upload', 'b', 'a'),
        chain('copy-paste', 'a', 'a'),
      ]),
    ).toEqual([
      { kind: 'export-upload', from: 'a', to: 'b', count: 2 },
      { kind: 'copy-paste', from: 'a', to: 'b', count: 1 },
      { kind: 'export-upload', from: 'b', to: 'a', count: 1 },
    ]);
  });
});

describe('proliferation', () => {
  const summary = summariseWeek(
    weekRecords({
      platforms: [
        platform('a'),
        platform('b', { category: 'party' }),
        platform('c', { category: 'study' }),
        platform('d'),
      ],
      intervals: [
        interval('a', MONDAY, MONDAY + MINUTE_MS, { pageClass: 'login' }),
        interval('b', MONDAY + MINUTE_MS, MONDAY + 2 * MINUTE_MS, { pageClass: 'study' }),
        interval('c', MONDAY + 2 * MINUTE_MS, MONDAY + 3 * MINUTE_MS),
        // Nine seconds are no use.
        interval('d', MONDAY + 3 * MINUTE_MS, MONDAY + 3 * MINUTE_MS + 9_000),
      ],
      submissions: [
        submission('a', MONDAY, [typed('person.phone', '1')]),
        submission('b', MONDAY, [typed('person.phone', '1')]),
      ],
      actions: [
        action('a', MONDAY),
        action('b', MONDAY, { outcome: 'attempt' }),
        action('b', MONDAY, { action: 'read-confirm' }),
        action('c', MONDAY - 20 * DAY_MS),
      ],
    }),
  );

  it('counts platforms in use, and the redundant ones of each function', () => {
    expect(summary.proliferation).toEqual({
      platforms: 3,
      platforms28Days: 3,
      functions: [
        { use: 'check-in', platforms: ['a'] },
        { use: 'report', platforms: ['a', 'b'] },
        { use: 'study', platforms: ['b', 'c'] },
        { use: 'messages', platforms: ['b'] },
        { use: 'party', platforms: ['b'] },
      ],
      redundant: 2,
      separateLogins: 1,
    });
  });
});
