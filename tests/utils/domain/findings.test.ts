import { describe, expect, it } from 'vitest';
import { BAND_STARTS, bandOf } from '../../../utils/domain/bands';
import type { FindingFact } from '../../../utils/domain/finding-evidence';
import { FINDING_RULES } from '../../../utils/domain/finding-rules';
import { evaluateFindings, type FindingSources } from '../../../utils/domain/findings';
import type { Finding, LedgerEntry } from '../../../utils/domain/records';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { MONDAY, nextId } from './fixtures';

const END = MONDAY + 7 * DAY_MS;
const fact = (daysAgo: number, more: Partial<FindingFact> = {}): FindingFact => ({
  kind: 'check-in',
  platform: 'a',
  id: nextId(),
  at: END - daysAgo * DAY_MS,
  weight: 1,
  exempt: false,
  ...more,
});
const evaluate = (facts: readonly FindingFact[], more: Partial<FindingSources> = {}) =>
  evaluateFindings({
    at: END,
    since: END - 49 * DAY_MS,
    zone: 'Asia/Shanghai',
    facts,
    known: [],
    ledger: [],
    isExempt: () => false,
    ...more,
  });
const known = (more: Partial<Finding>): Finding => ({
  id: 'check-in:a',
  rule: 'check-in',
  ruleVersion: 1,
  platform: 'a',
  grade: 'A',
  status: 'observed',
  n: 1,
  firstAt: END - 60 * DAY_MS,
  lastAt: END - 10 * DAY_MS,
  exempt: false,
  ...more,
});

describe('the table of rules', () => {
  it('names each rule once, each with a threshold', () => {
    const ids = FINDING_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { least, leastDays, version } of FINDING_RULES) {
      expect(least).toBeGreaterThan(0);
      expect(leastDays).toBeGreaterThan(0);
      expect(version).toBeGreaterThan(0);
    }
  });

  it('cites a norm for mobile apps by analogy only', () => {
    for (const { norm, byAnalogy } of FINDING_RULES) {
      expect(byAnalogy).toBe(norm === 'measures-2026' || norm === 'opinion-2023');
    }
  });

  it('gives grade A only where a norm forbids the presence, C only to text cues', () => {
    for (const { grade, norm, status, ours } of FINDING_RULES) {
      if (grade === 'A')
        expect([norm === undefined, ours, status]).toEqual([false, false, 'observed']);
      if (grade === 'C') expect(status).toBe('suspected');
    }
  });

  it('calls every threshold without a norm its own', () => {
    for (const { norm, ours } of FINDING_RULES) if (norm === undefined) expect(ours).toBe(true);
  });
});

describe('evaluateFindings', () => {
  it('opens what one look tells of many to all the looks', () => {
    const looks = { ids: ['newest', 'older'], firstAt: END - 20 * DAY_MS, lastAt: END - DAY_MS };
    const stale = fact(1, {
      kind: 'zombie-home',
      id: 'newest',
      weight: 40,
      about: '2026-10-01',
      evidence: looks,
    });
    expect(evaluate([stale]).findings).toMatchObject([
      {
        rule: 'zombie-home',
        n: 2,
        measure: { mid: 40 },
        firstAt: END - 20 * DAY_MS,
        lastAt: END - DAY_MS,
        evidence: looks,
      },
    ]);
  });

  it('finds a proven check-in as observed, grade A, with its evidence', () => {
    const facts = [fact(3, { weight: 2 }), fact(1)];
    const { findings } = evaluate(facts);
    expect(findings).toMatchObject([
      {
        id: 'check-in:a',
        rule: 'check-in',
        grade: 'A',
        status: 'observed',
        symptom: 'check-in',
        category: 'forced-use',
        norm: 'measures-2026',
        byAnalogy: true,
        n: 2,
        measure: { low: 3, mid: 3, high: 3 },
        firstAt: END - 3 * DAY_MS,
        lastAt: END - DAY_MS,
        recurred: false,
      },
    ]);
    expect(findings[0]?.evidence.ids).toEqual([facts[1]?.id, facts[0]?.id]);
  });

  it('looks at 28 days, and at nothing after its moment', () => {
    expect(evaluate([fact(29)]).findings).toEqual([]);
    expect(evaluate([fact(28)]).findings).toHaveLength(1);
    expect(evaluate([fact(0)]).findings).toEqual([]);
  });

  it('needs the days that a rule asks for', () => {
    const ranking = (daysAgo: number) => fact(daysAgo, { kind: 'ranking-text' });
    expect(evaluate([ranking(1.2), ranking(1.4)]).findings).toEqual([]);
    expect(evaluate([ranking(1), ranking(3)]).findings).toMatchObject([
      { grade: 'C', status: 'suspected' },
    ]);
  });

  it('keeps platforms apart', () => {
    const ids = evaluate([fact(1), fact(1, { platform: 'b' })]).findings.map(({ id }) => id);
    expect(ids.sort()).toEqual(['check-in:a', 'check-in:b']);
  });

  it('counts security and emergency scenes as exempt, and does not find them', () => {
    const result = evaluate([fact(1, { exempt: true }), fact(2, { exempt: true })]);
    expect(result).toMatchObject({ findings: [], exempt: 1 });
    expect(evaluate([fact(1, { exempt: true }), fact(2)]).findings).toMatchObject([{ n: 1 }]);
  });

  it('counts a platform that the person exempted', () => {
    expect(evaluate([fact(1)], { isExempt: () => true })).toMatchObject({
      findings: [],
      exempt: 1,
    });
  });

  it('keeps what the person confirmed, with when it was first seen', () => {
    const { findings } = evaluate([fact(1)], { known: [known({ status: 'confirmed' })] });
    expect(findings).toMatchObject([{ status: 'confirmed', firstAt: END - 60 * DAY_MS }]);
  });

  it('does not bring a rejected finding back for the same evidence', () => {
    const rejected = known({ status: 'rejected', rejectedUpTo: END - DAY_MS });
    expect(evaluate([fact(3), fact(1)], { known: [rejected] })).toMatchObject({
      findings: [],
      rejected: 1,
    });
  });

  it('brings it back for newer evidence that reaches the threshold by itself', () => {
    const rejected = known({ status: 'rejected', rejectedUpTo: END - 5 * DAY_MS });
    const { findings } = evaluate([fact(6), fact(1)], { known: [rejected] });
    expect(findings).toMatchObject([{ status: 'observed', n: 1, firstAt: END - DAY_MS }]);
    const location = (daysAgo: number) => fact(daysAgo, { kind: 'location' });
    const rejectedLocation = known({
      id: 'location:a',
      rule: 'location',
      status: 'rejected',
      rejectedUpTo: END - 5 * DAY_MS,
    });
    const facts = [location(8), location(7), location(6), location(1), location(2)];
    expect(evaluate(facts, { known: [rejectedLocation] }).findings).toEqual([]);
    expect(evaluate([...facts, location(3)], { known: [rejectedLocation] }).findings).toHaveLength(
      1,
    );
  });

  it('leaves a rejected staleness rejected however often it is seen again', () => {
    const stale = (daysAgo: number, newest: string) =>
      fact(daysAgo, { kind: 'zombie-home', weight: 30, about: newest });
    const rejected = known({
      id: 'zombie-home:a:2026-07-03',
      rule: 'zombie-home',
      status: 'rejected',
      rejectedUpTo: END - 8 * DAY_MS,
    });
    expect(evaluate([stale(1, '2026-07-03')], { known: [rejected] })).toMatchObject({
      findings: [],
      rejected: 1,
    });
    expect(evaluate([stale(1, '2026-10-03')], { known: [rejected] }).findings).toHaveLength(1);
  });

  it('puts confirmed before observed before suspected', () => {
    const facts = [
      fact(1, { kind: 'ranking-text' }),
      fact(3, { kind: 'ranking-text' }),
      fact(1),
      fact(1, { kind: 'duplicate-submission', platform: 'b' }),
    ];
    const { findings } = evaluate(facts, {
      known: [known({ id: 'duplicate-submission:b', status: 'confirmed' })],
    });
    expect(findings.map(({ status }) => status)).toEqual(['confirmed', 'observed', 'suspected']);
  });

  it('gives the same whatever the order of the facts', () => {
    const facts = [fact(1), fact(2), fact(3, { platform: 'b' }), fact(4)];
    expect(evaluate([...facts].reverse())).toEqual(evaluate(facts));
  });
});

describe('a burden that comes back', () => {
  const sheet = (daysAgo: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    id: 'sheet',
    platform: 'a',
    findings: ['check-in:a'],
    at: END - daysAgo * DAY_MS,
    status: 'reported',
    ...more,
  });
  const recurred = (
    facts: readonly FindingFact[],
    ledger: readonly LedgerEntry[],
    more: Partial<FindingSources> = {},
  ) => evaluate(facts, { ledger, ...more }).findings[0]?.recurred;

  it('is marked after four weeks without it since the sheet was handed in', () => {
    expect(recurred([fact(1)], [sheet(40)])).toBe(true);
    expect(recurred([fact(1)], [sheet(20)])).toBe(false);
  });

  it('is not marked where it never went away', () => {
    expect(recurred([fact(30), fact(20), fact(10), fact(1)], [sheet(40)])).toBe(false);
  });

  it('is not concluded from the silence before the records begin', () => {
    expect(recurred([fact(40), fact(25), fact(1)], [sheet(200)])).toBe(false);
    expect(recurred([fact(1)], [sheet(200)], { since: END - 20 * DAY_MS })).toBe(false);
  });

  it('needs a sheet on this finding and platform', () => {
    expect(recurred([fact(1)], [])).toBe(false);
    expect(recurred([fact(1)], [sheet(40, { platform: 'b' })])).toBe(false);
    expect(recurred([fact(1)], [sheet(40, { findings: ['location:a'] })])).toBe(false);
  });

  it('stays marked once it was', () => {
    expect(recurred([fact(10), fact(1)], [], { known: [known({ recurred: true })] })).toBe(true);
  });
});

describe('bandOf', () => {
  it('puts every first value of a band into it', () => {
    expect([0, 3, 4, 6, 7, 10, 11, 40].map((n) => bandOf('platforms', n)?.band)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
    expect([0, 0.0499, 0.05, 0.15, 0.2999, 0.3, 1].map((n) => bandOf('traces', n)?.band)).toEqual([
      0, 0, 1, 2, 2, 3, 3,
    ]);
    expect([0.0999, 0.1, 0.3, 0.6].map((n) => bandOf('duplicates', n)?.band)).toEqual([0, 1, 2, 3]);
    expect([0.0499, 0.05, 0.15, 0.3].map((n) => bandOf('outOfHours', n)?.band)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('knows no band of what is unknown', () => {
    expect(bandOf('traces', undefined)).toBeUndefined();
    expect(bandOf('traces', Number.NaN)).toBeUndefined();
  });

  it('rises in every measure', () => {
    for (const starts of Object.values(BAND_STARTS)) {
      expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    }
  });
});
