import { describe, expect, it } from 'vitest';
import { type FactSources, findingFacts } from '../../../utils/domain/finding-evidence';
import { formWork } from '../../../utils/domain/form-work';
import { goodPractices } from '../../../utils/domain/good-practice';
import type { Interval, PageSign, Submission } from '../../../utils/domain/records';
import { DAY_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import {
  action,
  concepts,
  interval,
  MONDAY,
  nextId,
  pageSign,
  submission,
  typed,
  upload,
} from './fixtures';

const work = (submissions: readonly Submission[]) =>
  formWork(submissions, [], {
    from: MONDAY,
    to: MONDAY + 7 * DAY_MS,
    idOf: (id) => id,
    fixed: new Set(),
  });
const practices = (
  submissions: readonly Submission[],
  pageSigns: readonly PageSign[] = [],
  submittedBefore: (digest: string, at: number) => readonly string[] = () => [],
) =>
  goodPractices({ fields: work(submissions).fields, pageSigns, submittedBefore }).map(
    ({ platform, kind, n }) => [platform, kind, n],
  );
const form = (prefilled: number, entered: number) =>
  submission('a', MONDAY, [
    ...Array.from({ length: prefilled }, (_, n) =>
      typed('person.phone', `p${n}`, { how: 'prefilled' }),
    ),
    ...Array.from({ length: entered }, (_, n) => typed('person.phone', `e${n}`)),
  ]);

describe('goodPractices', () => {
  it('finds a platform that fills in at least half of ten fields', () => {
    expect(practices([form(5, 5)])).toEqual([['a', 'prefills', 5]]);
    expect(practices([form(4, 6)])).toEqual([]);
    expect(practices([form(5, 4)])).toEqual([]);
  });

  it('finds a platform that takes over what was submitted elsewhere', () => {
    const elsewhere = () => ['b'];
    expect(practices([form(5, 6)], [], elsewhere)).toEqual([['a', 'shares', 5]]);
    expect(practices([form(4, 6)], [], elsewhere)).toEqual([]);
    expect(practices([form(5, 6)], [], () => ['a'])).toEqual([]);
  });

  it('finds an announced closure and an entry for complaints', () => {
    const signs = [
      pageSign('a', MONDAY, { complaintEntry: true }),
      pageSign('a', MONDAY + 1, { state: 'closed' }),
      pageSign('b', MONDAY, { state: 'closed' }),
      pageSign('b', MONDAY + 1),
    ];
    expect(practices([], signs)).toEqual([
      ['a', 'closed-properly', 1],
      ['a', 'complaint-entry', 1],
    ]);
  });
});

describe('findingFacts', () => {
  const NOTHING: FactSources = {
    actions: [],
    intervals: [],
    pageSigns: [],
    uploads: [],
    repeatedAcross: [],
    transfers: [],
    work: work([]),
    zombies: [],
    concepts,
    idOf: (id) => id,
    isExternal: (id) => id === 'sheet',
  };
  const facts = (more: Partial<FactSources>) =>
    findingFacts({ ...NOTHING, ...more }).map(({ kind, platform, weight }) => [
      kind,
      platform,
      weight,
    ]);

  it('takes proven actions, by their number, unless the person calls them voluntary', () => {
    expect(
      facts({
        actions: [
          action('a', MONDAY, { count: 3 }),
          action('a', MONDAY, { outcome: 'attempt' }),
          action('a', MONDAY, { ownLabel: 'voluntary' }),
          action('a', MONDAY, { action: 'quiz' }),
          action('b', MONDAY, { action: 'share' }),
        ],
      }),
    ).toEqual([
      ['check-in', 'a', 3],
      ['popularity', 'b', 1],
    ]);
  });

  it('knows on which class of page an action was done', () => {
    const at = (
      from: number,
      pageClass: Interval['pageClass'],
      place: Interval['place'] = 'front',
    ) => interval('a', from, from + 10 * MINUTE_MS, { pageClass, place });
    const pages = findingFacts({
      ...NOTHING,
      actions: [0, 5, 15, 25].map((minute) => action('a', MONDAY + minute * MINUTE_MS)),
      intervals: [
        at(MONDAY + 14 * MINUTE_MS, 'notice'),
        at(MONDAY, 'home'),
        at(MONDAY, 'study', 'background'),
      ],
    });
    expect(pages.map(({ pageClass }) => pageClass)).toEqual(['home', 'home', 'notice', undefined]);
  });

  it('knows it of uploads, of chains and of what an external collector asked for too', () => {
    const fields = [typed('person.id_number', '1')];
    const at = MONDAY + MINUTE_MS;
    const pages = findingFacts({
      ...NOTHING,
      uploads: [upload('a', at, { proofMaterial: true })],
      repeatedAcross: [upload('a', at)],
      transfers: [{ id: nextId(), at, kind: 'copy-paste', from: 'b', to: 'a' }],
      work: work([submission('sheet', at, fields)]),
      intervals: [interval('a', MONDAY, MONDAY + 5 * MINUTE_MS, { pageClass: 'list' })],
    });
    expect(pages.map(({ kind, pageClass }) => [kind, pageClass])).toEqual([
      ['proof-material', 'list'],
      ['repeated-upload', 'list'],
      ['transfer', 'list'],
      ['sensitive-outside', 'form'],
    ]);
  });

  it('knows it by the last page that was opened where no time tells, if that is not long ago', () => {
    const pages = findingFacts({
      ...NOTHING,
      actions: [-1, 2, 20, 60].map((minute) => action('a', MONDAY + minute * MINUTE_MS)),
      pageSigns: [
        pageSign('a', MONDAY + 5 * MINUTE_MS, { pageClass: 'list' }),
        pageSign('a', MONDAY, { pageClass: 'notice' }),
        pageSign('b', MONDAY + 19 * MINUTE_MS, { pageClass: 'home' }),
      ],
    });
    expect(pages.map(({ pageClass }) => pageClass)).toEqual([
      undefined,
      'notice',
      'list',
      undefined,
    ]);
  });

  it('takes texts, assessment pages and waiting from the pages that were opened', () => {
    expect(
      facts({
        pageSigns: [
          pageSign('a', MONDAY, { cues: ['ranking', 'deadline'], forcedSeconds: 20 }),
          pageSign('a', MONDAY, { pageClass: 'assessment' }),
        ],
      }),
    ).toEqual([
      ['ranking-text', 'a', 1],
      ['forced-reading', 'a', 20_000],
      ['assessment-page', 'a', 1],
    ]);
  });

  it('takes proof material, repeated uploads and chains, at the platform that asked again', () => {
    expect(
      facts({
        uploads: [upload('a', MONDAY, { proofMaterial: true }), upload('a', MONDAY)],
        repeatedAcross: [upload('b', MONDAY)],
        transfers: [{ id: nextId(), at: MONDAY, kind: 'copy-paste', from: 'a', to: 'c' }],
      }),
    ).toEqual([
      ['proof-material', 'a', 1],
      ['repeated-upload', 'b', 1],
      ['transfer', 'c', 1],
    ]);
  });

  it('takes re-entered fields, duplicate and unchanged submissions', () => {
    const again = submission('a', MONDAY, [typed('person.phone', '1')], {
      judgement: {
        ruleVersion: 1,
        reentered: [{ field: 0, platforms: ['b'], submissions: ['x'] }],
        comparable: [0],
        fixed: [],
        rho: 1,
        duplicateOf: { submission: 'x', platform: 'b' },
        unchanged: { submission: 'y', share: 1 },
      },
    });
    expect(facts({ work: work([again]) })).toEqual([
      ['reentered-fields', 'a', 1],
      ['duplicate-submission', 'a', 1],
      ['unchanged-resubmission', 'a', 1],
    ]);
  });

  it('takes sensitive items that an external collector made the person enter', () => {
    const fields = [
      typed('person.id_number', '1'),
      typed('person.phone', '2', { how: 'prefilled' }),
      typed('household.size', '15'),
    ];
    expect(
      facts({ work: work([submission('sheet', MONDAY, fields), submission('a', MONDAY, fields)]) }),
    ).toEqual([['sensitive-outside', 'sheet', 1]]);
  });
});
