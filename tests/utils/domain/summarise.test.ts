import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { addDays } from '../../../utils/domain/zone';
import {
  action,
  form,
  interval,
  MONDAY,
  nextId,
  pageSign,
  platform,
  submission,
  typed,
  upload,
} from './fixtures';
import { seeded } from './fortnight';
import { weekRecords } from './week-input';

const summarise = (more: Partial<WeekRecords> = {}) => summariseWeek(weekRecords(more));

/** A week of records on three platforms, made by rule. */
function busyWeek(seed = 1): WeekRecords {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const ids = ['a', 'b', 'c'];
  const at = () => MONDAY + Math.floor(random() * 7 * DAY_MS);
  const earlier = () => MONDAY - Math.floor(random() * 40 * DAY_MS);
  const many = <Row>(count: number, make: (n: number) => Row) =>
    Array.from({ length: count }, (_, n) => make(n));
  return weekRecords({
    intervals: many(60, (n) => {
      const from = MONDAY + n * 2.7 * HOUR_MS;
      return interval(pick(ids), from, from + Math.floor(random() * 30) * MINUTE_MS, {
        pageClass: pick(['form', 'login', 'study', 'assessment']),
      });
    }),
    submissions: many(40, (n) =>
      submission(
        pick(ids),
        n < 30 ? at() : earlier(),
        [typed('person.phone', pick(['1', '2', '3']))],
        {
          judgement: {
            ruleVersion: 1,
            reentered:
              random() < 0.5 ? [{ field: 0, platforms: [pick(ids)], submissions: ['x'] }] : [],
            comparable: [0],
            fixed: [],
            rho: random(),
          },
        },
      ),
    ),
    uploads: many(20, () => upload(pick(ids), at(), { digest: pick(['x', 'y', 'z']) })),
    actions: many(30, () =>
      action(pick(ids), at(), { action: pick(['check-in', 'like', 'share']) }),
    ),
    pageSigns: many(50, () =>
      pageSign(pick(ids), at(), { cues: random() < 0.3 ? ['ranking'] : [] }),
    ),
    transfers: many(5, () => ({
      id: nextId(),
      at: at(),
      kind: 'copy-paste' as const,
      from: pick(ids),
      to: pick(ids),
    })),
    coverage: [{ day: '2026-11-16', active: [1, 2, 3], recorded: [1, 2, 3] }],
  });
}

function shuffled(records: WeekRecords, seed: number): WeekRecords {
  const random = seeded(seed);
  const mix = <Row>(rows: readonly Row[]) =>
    rows
      .map((row) => ({ row, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ row }) => row);
  return {
    ...records,
    intervals: mix(records.intervals),
    submissions: mix(records.submissions),
    uploads: mix(records.uploads),
    actions: mix(records.actions),
    pageSigns: mix(records.pageSigns),
    transfers: mix(records.transfers),
    coverage: mix(records.coverage),
    forms: mix(records.forms),
  };
}

describe('summariseWeek', () => {
  it('is empty where nothing was recorded', () => {
    const summary = summarise();
    expect(summary.state).toBe('empty');
    expect(summary.platforms).toEqual([]);
    expect(summary.comparison.series).toEqual(new Array(8).fill(undefined));
    expect(summary.reentry.share).toBeUndefined();
    expect(summary.coverage).toBeUndefined();
  });

  it('says what week it is, in the zone of the person', () => {
    const summary = summarise();
    expect([summary.week, summary.zone]).toEqual(['2026-W47', 'Asia/Shanghai']);
    expect([summary.from, summary.to]).toEqual([MONDAY, MONDAY + 7 * DAY_MS]);
  });

  it('refuses a week and a zone that do not exist', () => {
    expect(() => summarise({ week: '2025-W53' })).toThrow(RangeError);
    expect(() =>
      summarise({ settings: { ...weekRecords().settings, zone: 'Asia/Nowhere' } }),
    ).toThrow(RangeError);
  });

  it('runs until its Sunday is over, and is incomplete under a coverage of 0.8', () => {
    const intervals = [interval('a', MONDAY, MONDAY + HOUR_MS)];
    const coverage = (recorded: number) => [
      {
        day: '2026-11-16',
        active: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        recorded: [0, 1, 2, 3, 4, 5, 6, 7].slice(0, recorded),
      },
    ];
    const state = (more: Partial<WeekRecords>) => summarise({ intervals, ...more }).state;
    expect(state({ now: MONDAY + 7 * DAY_MS - 1 })).toBe('running');
    expect(state({ now: MONDAY + 7 * DAY_MS })).toBe('complete');
    expect(state({ coverage: coverage(8) })).toBe('complete');
    expect(state({ coverage: coverage(7) })).toBe('incomplete');
  });

  it('tells the re-entry of the week with its bracket, share and evidence', () => {
    const judgement = (reentered: boolean) => ({
      ruleVersion: 1,
      reentered: reentered ? [{ field: 0, platforms: ['b'], submissions: ['x'] }] : [],
      comparable: [0],
      fixed: [],
      rho: 0,
    });
    const again = submission('a', MONDAY, [typed('person.phone', '1')], {
      judgement: judgement(true),
    });
    const fresh = submission('a', MONDAY + 1, [typed('person.phone', '2')], {
      judgement: judgement(false),
    });
    const { reentry, overlaps } = summarise({ submissions: [again, fresh] });
    expect(reentry).toMatchObject({
      ms: { low: 5_000, mid: 10_000, high: 12_000 },
      fields: 1,
      comparableFields: 2,
      share: 0.5,
      evidence: { ids: [again.id], firstAt: MONDAY, lastAt: MONDAY },
    });
    expect(overlaps).toMatchObject([
      {
        from: 'b',
        to: 'a',
        fields: 1,
        reentryMs: 10_000,
        concepts: [{ concept: 'person.phone', count: 1 }],
      },
    ]);
  });

  it('gives forms that ask for the same as one of the week, and ways of asking that differ', () => {
    const keys = [
      'person.name',
      'person.id_number',
      'person.phone',
      'person.birth_date',
      'area.village',
    ];
    const fields = (label: string) =>
      keys.map((concept) => ({ concept, label: `${label}${concept}` }));
    const summary = summarise({
      forms: [form('a', 'form of a', fields('x')), form('b', 'form of b', fields('y'))],
      submissions: [submission('a', MONDAY, [typed('person.phone', '1')])],
    });
    expect(summary.isomorphic).toMatchObject([{ overlap: 1, shared: { length: 5 } }]);
    expect(summary.inconsistent).toHaveLength(5);
    const quiet = summarise({ forms: [form('a', 'f', fields('x')), form('b', 'g', fields('y'))] });
    expect(quiet.isomorphic).toEqual([]);
  });

  it('tells how often a form was submitted in the week and in 28 days', () => {
    const at = (daysBefore: number) =>
      submission('a', MONDAY + 6 * DAY_MS - daysBefore * DAY_MS, [typed('person.phone', '1')]);
    const { forms } = summarise({ submissions: [at(0), at(1), at(8), at(26), at(28)] });
    expect(forms).toMatchObject([{ submissions: 2, submissions28Days: 4 }]);
  });

  it('counts what was merged as one, and what was taken off the list not at all', () => {
    const summary = summarise({
      platforms: [
        platform('a'),
        platform('b', { mergedInto: 'a' }),
        platform('c', { ignored: true }),
      ],
      intervals: [
        interval('a', MONDAY, MONDAY + HOUR_MS),
        interval('b', MONDAY + HOUR_MS, MONDAY + 2 * HOUR_MS),
        interval('c', MONDAY + 2 * HOUR_MS, MONDAY + 3 * HOUR_MS),
      ],
      actions: [action('b', MONDAY), action('c', MONDAY)],
    });
    expect(summary.platforms).toMatchObject([
      { platform: 'a', clocks: { workingMs: 2 * HOUR_MS }, actions: { 'check-in': 1 } },
    ]);
    expect(summary.actions.total).toBe(1);
  });

  it('finds, counts exemptions, and grades the week', () => {
    const workdays = [0, 1, 2, 3].map((day) => MONDAY + day * DAY_MS + 9 * HOUR_MS);
    const summary = summarise({
      platforms: [platform('a'), platform('b', { exempt: true })],
      intervals: workdays.map((at) => interval('a', at - 30 * MINUTE_MS, at + 30 * MINUTE_MS)),
      actions: workdays.flatMap((at) => [
        action('a', at),
        action('b', at),
        action('a', at, { exempt: true }),
      ]),
    });
    expect(summary.findings.map(({ id }) => id)).toEqual(['check-in:a']);
    expect(summary.findingsExempt).toBe(1);
    expect(summary.actions).toMatchObject({ total: 12, exempt: 4 });
    expect(summary.actions.routine).toMatchObject([{ days: 4 }, { days: 4 }]);
    // Seventy seconds around each of four moments, in four hours of work.
    expect(summary.actions.shareOfTime).toBeCloseTo((4 * 70) / (4 * 3_600), 10);
    expect(summary.bands).toMatchObject({
      platforms: { value: 2, band: 0 },
      traces: { band: 0 },
    });
    expect(summary.bands.duplicates).toBeUndefined();
  });

  it('keeps what the person rejected out, and counts it', () => {
    const rejected = {
      id: 'check-in:a',
      rule: 'check-in',
      ruleVersion: 1,
      platform: 'a',
      grade: 'A',
      status: 'rejected',
      n: 1,
      firstAt: MONDAY,
      lastAt: MONDAY,
      exempt: false,
      rejectedUpTo: MONDAY + DAY_MS,
    } as const;
    const summary = summarise({ actions: [action('a', MONDAY)], findings: [rejected] });
    expect(summary.findings).toEqual([]);
    expect(summary.findingsRejected).toBe(1);
  });

  it('names platforms that are no longer opened among the suspected ones', () => {
    const coverage = Array.from({ length: 20 }, (_, n) => ({
      day: addDays('2026-11-22', -n),
      active: [100],
      recorded: [100],
    }));
    const platforms = [platform('a', { lastOpenedAt: MONDAY - 60 * DAY_MS })];
    expect(summarise({ platforms, coverage }).zombies).toMatchObject([
      { platform: 'a', rule: 'zombie-unused' },
    ]);
  });

  it('no longer suspects what the person rejected or exempted', () => {
    const at = (day: number) => MONDAY + day * DAY_MS + 9 * HOUR_MS;
    const home = (day: number) =>
      pageSign('a', at(day), {
        pageClass: 'home',
        newest: '2026-07-03',
        columns: [{ titleDigest: 'c', type: 'news', newest: '2026-07-03', blank: false }],
      });
    const pageSigns = [home(0), home(3)];
    const [suspicion] = summarise({ pageSigns }).zombies;
    expect(suspicion).toMatchObject({ platform: 'a', rule: 'zombie-home', newest: '2026-07-03' });
    const [finding] = summarise({ pageSigns }).findings;
    const rejected = { ...(finding as NonNullable<typeof finding>), status: 'rejected' as const };
    expect(summarise({ pageSigns, findings: [rejected] }).zombies).toEqual([]);
    const exempt = [platform('a', { exempt: true })];
    expect(summarise({ pageSigns, platforms: exempt })).toMatchObject({
      zombies: [],
      findingsExempt: 1,
    });
  });

  it('speaks of the uploads of the week, and of what they repeat', () => {
    const { uploads } = summarise({
      uploads: [
        upload('a', MONDAY - DAY_MS, { digest: 'x' }),
        upload('b', MONDAY, { digest: 'x', proofMaterial: true }),
        upload('b', MONDAY + HOUR_MS, { digest: 'y', outcome: 'cancelled' }),
      ],
    });
    expect(uploads).toMatchObject({
      total: 1,
      repeatedAcross: 1,
      repeatedOnPlatform: 0,
      nearRepeats: 0,
      proofMaterial: 1,
    });
  });

  it('keeps rows to their day on weeks of 167 and 169 hours', () => {
    for (const [week, zone] of [
      ['2026-W13', 'Europe/Berlin'],
      ['2026-W43', 'Europe/Berlin'],
    ] as const) {
      const records = weekRecords({ week, settings: { ...weekRecords().settings, zone } });
      const { from, to } = summariseWeek(records);
      const whole = summariseWeek({
        ...records,
        intervals: [interval('a', from, to)],
        now: to,
      });
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(whole.clocks.workingMs).toBe(to - from);
      expect(sum(whole.heat.flat())).toBe(to - from);
      expect(sum(whole.days.map(({ workingMs }) => workingMs))).toBe(to - from);
    }
  });
});

describe('summariseWeek, whatever the records', () => {
  it('does not depend on the order of the records', () => {
    const records = busyWeek();
    const straight = summariseWeek(records);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(summariseWeek(shuffled(records, seed))).toEqual(straight);
      }),
      { numRuns: 25 },
    );
  });

  it('does not look at what lies outside the week and its look-back', () => {
    const records = busyWeek();
    const beyond = MONDAY + 8 * DAY_MS;
    const before = MONDAY - 100 * DAY_MS;
    const more: WeekRecords = {
      ...records,
      intervals: [...records.intervals, interval('a', beyond, beyond + HOUR_MS)],
      submissions: [
        ...records.submissions,
        submission('a', beyond, [typed('person.phone', '1')]),
        submission('a', before, [typed('person.phone', '1')]),
      ],
      actions: [...records.actions, action('a', beyond), action('a', before)],
      uploads: [
        ...records.uploads,
        upload('b', beyond, { digest: 'x' }),
        upload('b', before, { digest: 'x' }),
      ],
      pageSigns: [...records.pageSigns, pageSign('a', beyond, { cues: ['ranking'] })],
    };
    expect(summariseWeek(more)).toEqual(summariseWeek(records));
  });

  it('never counts more re-entry elsewhere when a platform is taken away', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('a', 'b', 'c'), (seed, removed) => {
        const records = busyWeek(seed);
        const whole = summariseWeek(records);
        const without = summariseWeek({
          ...records,
          platforms: records.platforms.map((one) =>
            one.id === removed ? { ...one, ignored: true } : one,
          ),
        });
        for (const row of without.platforms) {
          const before = whole.platforms.find(({ platform }) => platform === row.platform);
          expect(row.reenteredFields).toBeLessThanOrEqual(before?.reenteredFields ?? 0);
          expect(row.clocks).toEqual(before?.clocks);
        }
        expect(without.platforms.some(({ platform }) => platform === removed)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('adds platforms up to the totals', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const summary = summariseWeek(busyWeek(seed));
        const sum = (value: (row: (typeof summary.platforms)[number]) => number) =>
          summary.platforms.reduce((total, row) => total + value(row), 0);
        expect(sum(({ clocks }) => clocks.workingMs)).toBe(summary.clocks.workingMs);
        expect(sum(({ reenteredFields }) => reenteredFields)).toBe(summary.reentry.fields);
        expect(sum(({ uploads }) => uploads)).toBe(summary.uploads.total);
        const actions = summary.platforms.flatMap((row) => Object.values(row.actions));
        expect(actions.reduce((a, b) => a + b, 0)).toBe(summary.actions.total);
      }),
      { numRuns: 25 },
    );
  });
});
