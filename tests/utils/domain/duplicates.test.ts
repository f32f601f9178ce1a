import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JudgementSources, judgeSubmission } from '../../../utils/domain/duplicates';
import type { Submission, SubmittedField } from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { concepts, Memory, MONDAY, submission, typed } from './fixtures';

function judge(one: Submission, memory: Memory, more: Partial<JudgementSources> = {}) {
  return judgeSubmission(one, {
    lookup: memory.lookup,
    earlier: memory.earlier,
    fixedInformation: new Set(),
    concepts,
    ...more,
  });
}

/** Judges each submission against those before it, as they arrive. */
async function judgeAll(
  submissions: readonly Submission[],
  more: Partial<JudgementSources> = {},
): Promise<readonly Submission[]> {
  const memory = new Memory();
  const judged: Submission[] = [];
  for (const one of [...submissions].sort((a, b) => a.at - b.at)) {
    judged.push({ ...one, judgement: await judge(one, memory, more) });
    memory.add(one);
  }
  return judged;
}

const person = (n: number): readonly SubmittedField[] => [
  typed('person.name', `居民${n}`),
  typed('person.id_number', `99010119700101${n}`),
  typed('person.phone', `1990000${n}`),
];

describe('judgeSubmission', () => {
  it('finds a phone number typed again on another platform by itself', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, [typed('person.phone', '19900000001')]),
    );
    const again = submission('b', MONDAY + HOUR_MS, [
      typed('person.phone', '19900000001'),
      typed('person.annual_income', '12000'),
    ]);
    const judgement = await judge(again, memory);
    expect(judgement.reentered).toEqual([
      {
        field: 0,
        platforms: ['a'],
        lastAts: [MONDAY],
        submissions: [expect.any(String)],
      },
    ]);
    expect(judgement.comparable).toEqual([0, 1]);
  });

  it('does not count a value typed again on the same platform', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const judgement = await judge(submission('a', MONDAY + HOUR_MS, person(1)), memory);
    expect(judgement.reentered).toEqual([]);
    expect(judgement.rho).toBe(0);
  });

  it('needs two medium values together in one record', async () => {
    const birth = typed('person.birth_date', '1970-01-01');
    const village = typed('area.village', '青山村');
    const name = typed('person.name', '张建国');
    const split = new Memory().add(
      submission('a', MONDAY, [birth]),
      submission('a', MONDAY, [name]),
    );
    const joined = new Memory().add(submission('a', MONDAY, [birth, name]));
    const again = submission('b', MONDAY + HOUR_MS, [birth, name, village]);
    expect((await judge(again, split)).reentered).toEqual([]);
    expect((await judge(again, joined)).reentered.map(({ field }) => field)).toEqual([0, 1]);
  });

  it('counts low values only inside a record that the others link', async () => {
    const size = typed('household.size', '12');
    const memory = new Memory().add(
      submission('a', MONDAY, [typed('person.id_number', '1'), size]),
    );
    const linked = submission('b', MONDAY + HOUR_MS, [typed('person.id_number', '1'), size]);
    const other = submission('b', MONDAY + HOUR_MS, [typed('person.id_number', '2'), size]);
    expect((await judge(linked, memory)).reentered.map(({ field }) => field)).toEqual([0, 1]);
    expect((await judge(other, memory)).reentered).toEqual([]);
  });

  it('looks back 90 days and no further', async () => {
    const memory = new Memory().add(submission('a', MONDAY, [typed('person.phone', '1')]));
    const within = submission('b', MONDAY + 90 * DAY_MS, [typed('person.phone', '1')]);
    const beyond = submission('b', MONDAY + 90 * DAY_MS + 1, [typed('person.phone', '1')]);
    expect((await judge(within, memory)).reentered).toHaveLength(1);
    expect((await judge(beyond, memory)).reentered).toHaveLength(0);
  });

  it('does not look ahead', async () => {
    const memory = new Memory().add(submission('a', MONDAY + HOUR_MS, person(1)));
    expect((await judge(submission('b', MONDAY, person(1)), memory)).reentered).toEqual([]);
  });

  it('calls a record with three shared rare values and ρ ≥ 0.6 a duplicate submission', async () => {
    const earlier = submission('a', MONDAY, person(1));
    const judgement = await judge(
      submission('b', MONDAY + DAY_MS, person(1)),
      new Memory().add(earlier),
    );
    expect(judgement.duplicateOf).toEqual({ submission: earlier.id, platform: 'a' });
    expect(judgement.rho).toBe(1);
  });

  it('needs three shared values for a duplicate submission, however large ρ is', async () => {
    const two = [typed('person.id_number', '1'), typed('person.phone', '2')];
    const judgement = await judge(
      submission('b', MONDAY + DAY_MS, two),
      new Memory().add(submission('a', MONDAY, two)),
    );
    expect(judgement.rho).toBe(1);
    expect(judgement.duplicateOf).toBeUndefined();
  });

  it('gives a value less weight in ρ the more other subjects share it', async () => {
    const place = typed('meeting.place', '镇政府二楼会议室');
    const host = typed('meeting.host', '赵秀兰');
    const meeting = (n: number) => [typed('meeting.title', `第${n}次`), place, host];
    // Three other meetings on one platform: k = 3, so 2 ÷ (1 + log₂ 4).
    const memory = new Memory().add(
      ...[1, 2, 3, 4].map((n) => submission('a', MONDAY + n, meeting(n))),
    );
    const again = submission('b', MONDAY + DAY_MS, [
      ...meeting(4),
      typed('visit.content', '新内容'),
    ]);
    const judgement = await judge(again, memory);
    const common = 2 / (1 + Math.log2(4));
    expect(judgement.rho).toBeCloseTo((3 + 2 * common) / (3 + 2 * common + 3), 10);
  });

  it('weighs ρ by rarity: 3 for a high, 2 for a medium, 1 for a low value', async () => {
    // Shared: ID (3), name (2), birth date (2). New: two medium figures (2 + 2) and a low one (1).
    const shared = [
      typed('person.id_number', '1'),
      typed('person.name', '张建国'),
      typed('person.birth_date', '1970-01-01'),
    ];
    const again = submission('b', MONDAY + DAY_MS, [
      ...shared,
      typed('agri.sown_area', '320'),
      typed('agri.output', '510'),
      typed('household.size', '17'),
    ]);
    const judgement = await judge(again, new Memory().add(submission('a', MONDAY, shared)));
    expect(judgement.rho).toBeCloseTo(7 / 12, 10);
    expect(judgement.duplicateOf).toBeUndefined();
    expect(judgement.reentered).toHaveLength(3);
  });

  it('calls nothing a duplicate submission after 30 days, though its values still count', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const judgement = await judge(submission('b', MONDAY + 31 * DAY_MS, person(1)), memory);
    expect(judgement.duplicateOf).toBeUndefined();
    expect(judgement.reentered).toHaveLength(3);
  });

  it('does not take the next household for a duplicate', async () => {
    const shared = [typed('area.village', '青山村'), typed('household.annual_income', '30000')];
    const memory = new Memory().add(submission('a', MONDAY, [...person(1), ...shared]));
    const judgement = await judge(
      submission('b', MONDAY + HOUR_MS, [...person(2), ...shared]),
      memory,
    );
    expect(judgement.reentered).toEqual([]);
    expect(judgement.duplicateOf).toBeUndefined();
  });

  it('links two spellings of a name by one ID number', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, [
        typed('person.id_number', '1'),
        typed('person.name', '张建国'),
        typed('person.annual_income', '12000'),
      ]),
    );
    const again = submission('b', MONDAY + HOUR_MS, [
      typed('person.id_number', '1'),
      typed('person.name', '張建國'),
      typed('person.annual_income', '12000'),
    ]);
    expect((await judge(again, memory)).reentered.map(({ field }) => field)).toEqual([0, 2]);
  });

  it('counts what was typed, and lets what was prefilled only link the record', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, [
        typed('person.id_number', '1'),
        typed('person.annual_income', '12000'),
      ]),
    );
    const again = submission('b', MONDAY + HOUR_MS, [
      typed('person.id_number', '1', { how: 'prefilled' }),
      typed('person.annual_income', '12000'),
    ]);
    const judgement = await judge(again, memory);
    expect(judgement.reentered.map(({ field }) => field)).toEqual([1]);
    expect(judgement.comparable).toEqual([1]);
  });

  it('does not call what a script or an import set entered', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const imported = person(1).map((field) => ({ ...field, how: 'imported' as const }));
    const judgement = await judge(submission('b', MONDAY + HOUR_MS, imported), memory);
    expect(judgement.comparable).toEqual([]);
    expect(judgement.duplicateOf).toBeUndefined();
  });

  it('matches values across one family and keeps unlike families apart', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, [typed('household.hukou_address', '青山村三组 12 号')]),
    );
    const sameFamily = submission('b', MONDAY + HOUR_MS, [
      typed('household.residence_address', '青山村三组 12 号'),
    ]);
    const another = submission('b', MONDAY + HOUR_MS, [typed('visit.content', '青山村三组 12 号')]);
    expect((await judge(sameFamily, memory)).reentered).toHaveLength(1);
    expect((await judge(another, memory)).reentered).toHaveLength(0);
  });

  it('looks values up under the earlier key too after a rotation', async () => {
    const earlier = submission('a', MONDAY, person(1));
    const rotated = person(1).map((field) => ({ ...field, digest: `new ${field.digest}` }));
    const again = submission('b', MONDAY + DAY_MS, rotated, { keyGeneration: 2 });
    const memory = new Memory().add(earlier);
    const pairs = rotated.map(
      ({ digest }, index) => [digest, person(1)[index]?.digest ?? ''] as const,
    );
    const judgement = await judge(again, memory, { earlierDigests: pairs });
    expect(judgement.duplicateOf?.submission).toBe(earlier.id);
    expect((await judge(again, memory)).duplicateOf).toBeUndefined();
  });

  it('matches unknown fields of equal labels, and of labels learned to be equal', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, [typed('?户主证号', '99', { entropy: 'high' })]),
    );
    const sameLabel = submission('b', MONDAY + HOUR_MS, [
      typed('?户主证号', '99', { entropy: 'high' }),
    ]);
    const other = submission('b', MONDAY + HOUR_MS, [
      typed('?证件编码', '99', { entropy: 'high' }),
    ]);
    const learned = {
      tokens: ['?户主证号', '?证件编码'],
      shared: 3,
      overlap: 1,
      likelihood: 20,
    } as const;
    expect((await judge(sameLabel, memory)).reentered).toHaveLength(1);
    expect((await judge(other, memory)).reentered).toHaveLength(0);
    expect((await judge(other, memory, { equivalences: [learned] })).reentered).toHaveLength(1);
  });

  it('keeps the reporter and the reporting unit apart as fixed information', async () => {
    const own = [typed('meta.reporter', '李卫东'), typed('meta.report_unit', '青山镇民政办')];
    const memory = new Memory().add(submission('a', MONDAY, own));
    const judgement = await judge(submission('b', MONDAY + HOUR_MS, own), memory);
    expect(judgement.fixed).toEqual([0, 1]);
    expect(judgement.comparable).toEqual([]);
    expect(judgement.reentered).toEqual([]);
  });

  it('keeps known fixed information apart, also under the earlier key', async () => {
    const memory = new Memory().add(submission('a', MONDAY, [typed('person.phone', '1')]));
    const again = submission('b', MONDAY + HOUR_MS, [typed('person.phone', '1')]);
    const known = await judge(again, memory, { fixedInformation: new Set(['person.phone:1']) });
    expect(known).toMatchObject({ fixed: [0], comparable: [], reentered: [] });
    const rotated = submission('b', MONDAY + HOUR_MS, [
      typed('person.phone', '1', { digest: 'new' }),
    ]);
    const underEarlierKey = await judge(rotated, memory, {
      fixedInformation: new Set(['person.phone:1']),
      earlierDigests: [['new', 'person.phone:1']],
    });
    expect(underEarlierKey.fixed).toEqual([0]);
  });

  it('recognises by itself a phone that recurs for many subjects on two platforms', async () => {
    const own = typed('person.phone', 'own');
    const memory = new Memory();
    for (let n = 0; n < 8; n++) {
      memory.add(
        submission(n % 2 === 0 ? 'a' : 'b', MONDAY + n * HOUR_MS, [
          typed('person.id_number', String(n)),
          own,
        ]),
      );
    }
    const judgement = await judge(
      submission('c', MONDAY + DAY_MS, [typed('person.id_number', '100'), own]),
      memory,
    );
    expect(judgement.fixed).toEqual([1]);
    expect(judgement.reentered).toEqual([]);
  });

  it('does not take the phone of one household, asked for on many platforms, for fixed', async () => {
    const memory = new Memory();
    for (let n = 0; n < 12; n++) {
      memory.add(
        submission(`p${n}`, MONDAY + n * HOUR_MS, [
          typed('person.id_number', '1'),
          typed('person.phone', '1'),
        ]),
      );
    }
    const judgement = await judge(
      submission('q', MONDAY + DAY_MS, [
        typed('person.id_number', '1'),
        typed('person.phone', '1'),
      ]),
      memory,
    );
    expect(judgement.fixed).toEqual([]);
    expect(judgement.reentered.map(({ field }) => field)).toEqual([0, 1]);
  });

  it('does not count rework as duplication', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const judgement = await judge(
      submission('b', MONDAY + HOUR_MS, person(1), { rework: true }),
      memory,
    );
    expect(judgement).toMatchObject({ reentered: [], comparable: [], rho: 0 });
    expect(judgement.duplicateOf).toBeUndefined();
  });

  it('says nothing of an attempt', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const attempt = submission('b', MONDAY + HOUR_MS, person(1), { outcome: 'refused' });
    expect((await judge(attempt, memory)).reentered).toEqual([]);
  });

  it('takes the steps of a wizard as one record', async () => {
    const [name, number, phone] = person(1) as [SubmittedField, SubmittedField, SubmittedField];
    const income = typed('household.annual_income', '30000');
    const earlier = submission('a', MONDAY, [name, number, phone, income]);
    const step = submission('b', MONDAY + HOUR_MS, [name, number, phone], { intent: 'step' });
    const last = submission('b', MONDAY + HOUR_MS + MINUTE_MS, [income], { continues: step.id });
    const memory = new Memory().add(earlier, step);
    const judgement = await judge(last, memory);
    expect(judgement.reentered.map(({ field }) => field)).toEqual([0]);
    expect(judgement.duplicateOf?.submission).toBe(earlier.id);
  });

  it('takes the steps of an earlier wizard as one record', async () => {
    const [name, number, phone] = person(1) as [SubmittedField, SubmittedField, SubmittedField];
    const step = submission('a', MONDAY, [name, number], { intent: 'step' });
    const last = submission('a', MONDAY + MINUTE_MS, [phone], { continues: step.id });
    const judgement = await judge(
      submission('b', MONDAY + HOUR_MS, person(1)),
      new Memory().add(step, last),
    );
    expect(judgement.duplicateOf?.submission).toBe(last.id);
  });

  it('does not count a draft against its own final submission', async () => {
    const draft = submission('a', MONDAY, person(1), { intent: 'draft' });
    const final = submission('a', MONDAY + DAY_MS, person(1), { continues: draft.id });
    const judgement = await judge(final, new Memory().add(draft));
    expect(judgement.unchanged).toBeUndefined();
    expect(judgement.reentered).toEqual([]);
  });

  it('takes each row of a grid as a record of its own', async () => {
    const row = (n: number, at: number) => [
      typed('person.name', `居民${n}`, { row: at }),
      typed('person.birth_date', `1970-01-0${n}`, { row: at }),
    ];
    const memory = new Memory().add(submission('a', MONDAY, [...row(1, 0), ...row(2, 1)]));
    const sameRows = submission('b', MONDAY + HOUR_MS, [...row(2, 0), ...row(3, 1)]);
    expect((await judge(sameRows, memory)).reentered.map(({ field }) => field)).toEqual([0, 1]);
    // Name of one row and birth date of another are no record.
    const crossed = submission('b', MONDAY + HOUR_MS, [
      typed('person.name', '居民1', { row: 0 }),
      typed('person.birth_date', '1970-01-02', { row: 0 }),
    ]);
    expect((await judge(crossed, memory)).reentered).toEqual([]);
  });

  it('tells the unchanged share against the previous submission of the same subject', async () => {
    const first = submission('a', MONDAY, [...person(1), typed('agri.output', '510')]);
    const otherSubject = submission('a', MONDAY + HOUR_MS, [
      ...person(2),
      typed('agri.output', '480'),
    ]);
    const memory = new Memory().add(first, otherSubject);
    const again = submission('a', MONDAY + 7 * DAY_MS, [...person(1), typed('agri.output', '530')]);
    expect((await judge(again, memory)).unchanged).toEqual({ submission: first.id, share: 0.75 });
  });

  it('does not compare another form of the platform as a resubmission', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1), { form: 'another' }));
    const judgement = await judge(submission('a', MONDAY + DAY_MS, person(1)), memory);
    expect(judgement.unchanged).toBeUndefined();
  });

  it('counts merged platforms as one', async () => {
    const memory = new Memory().add(submission('a', MONDAY, person(1)));
    const idOf = () => 'merged';
    const judgement = await judge(submission('b', MONDAY + HOUR_MS, person(1)), memory, { idOf });
    expect(judgement.reentered).toEqual([]);
  });

  it('names the platforms newest first with the moment of each', async () => {
    const memory = new Memory().add(
      submission('a', MONDAY, person(1)),
      submission('b', MONDAY + HOUR_MS, person(1)),
      submission('a', MONDAY + 2 * HOUR_MS, person(1)),
    );
    const [first] = (await judge(submission('c', MONDAY + DAY_MS, person(1)), memory)).reentered;
    expect(first?.platforms).toEqual(['a', 'b']);
    expect(first?.lastAts).toEqual([MONDAY + 2 * HOUR_MS, MONDAY + HOUR_MS]);
    expect(first?.submissions).toHaveLength(3);
  });

  it('does not match itself where it is stored already', async () => {
    const one = submission('a', MONDAY, person(1));
    expect((await judge(one, new Memory().add(one))).reentered).toEqual([]);
  });

  it('is not misled by field names that objects carry', async () => {
    const odd = (value: string) => [
      typed('?constructor', value, { entropy: 'high' }),
      typed('?__proto__', value, { entropy: 'high' }),
    ];
    const memory = new Memory().add(submission('constructor', MONDAY, odd('x')));
    const judgement = await judge(submission('__proto__', MONDAY + HOUR_MS, odd('x')), memory);
    expect(judgement.reentered).toHaveLength(2);
  });

  it('reads a bounded number of earlier submissions whatever the store holds', async () => {
    const memory = new Memory();
    const shared = Array.from({ length: 20 }, (_, n) => typed(`?text ${n}`, `v${n}`));
    for (let n = 0; n < 500; n++) {
      memory.add(submission(`p${n % 40}`, MONDAY + n, [shared[n % 20] as SubmittedField]));
    }
    memory.reads = 0;
    const telling = shared.map((field) => ({ ...field, entropy: 'high' as const }));
    await judge(submission('q', MONDAY + DAY_MS, telling), memory);
    expect(memory.reads).toBe(32);
  });

  it('does not read what shares nothing but a village', async () => {
    const village = typed('area.village', '青山村');
    const memory = new Memory().add(
      ...Array.from({ length: 20 }, (_, n) => submission('a', MONDAY + n, [...person(n), village])),
    );
    memory.reads = 0;
    await judge(submission('b', MONDAY + DAY_MS, [...person(3), village]), memory);
    expect(memory.reads).toBe(1);
  });
});

const platforms = ['a', 'b', 'c', 'd'];
/** A small world: who was reported where, and when. */
const world = fc.array(
  fc.record({
    platform: fc.constantFrom(...platforms),
    subject: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: 0, max: 60 }),
    income: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 14 },
);

function submissionsOf(
  reports: readonly { platform: string; subject: number; day: number; income: number }[],
): readonly Submission[] {
  return reports.map(({ platform, subject, day, income }, index) =>
    submission(
      platform,
      MONDAY + day * DAY_MS + index,
      [...person(subject), typed('household.annual_income', String(income * 10_000))],
      { id: index.toString(16).padStart(24, '0') },
    ),
  );
}

describe('judgeSubmission, whatever the records', () => {
  it('never finds more on a platform when another platform is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...platforms), async (reports, removed) => {
        const all = submissionsOf(reports);
        const before = await judgeAll(all);
        const after = await judgeAll(all.filter(({ platform }) => platform !== removed));
        for (const one of after) {
          const same = before.find(({ id }) => id === one.id);
          const fields = new Set(same?.judgement?.reentered.map(({ field }) => field));
          for (const { field } of one.judgement?.reentered ?? []) {
            expect(fields.has(field)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds no duplication in any number of households on one form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (households) => {
        const all = Array.from({ length: households }, (_, n) =>
          submission('a', MONDAY + n * MINUTE_MS, [
            ...person(n),
            typed('area.village', '青山村'),
            typed('meta.reporter', '李卫东'),
          ]),
        );
        for (const { judgement } of await judgeAll(all)) {
          expect(judgement?.reentered).toEqual([]);
          expect(judgement?.duplicateOf).toBeUndefined();
          expect(judgement?.unchanged).toBeUndefined();
        }
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same judgement in whatever order the store answers', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async (reports, random) => {
        const all = submissionsOf(reports);
        const last = submission('e', MONDAY + 61 * DAY_MS, person(1));
        const memory = new Memory().add(...all);
        const shuffled = <Row>(rows: readonly Row[]) =>
          rows
            .map((row) => ({ row, place: random.next().value }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row);
        const straight = await judge(last, memory);
        const mixed = await judge(last, memory, {
          lookup: async (digests) => shuffled(await memory.lookup(digests)),
          earlier: async (ids) => shuffled(await memory.earlier(ids)),
        });
        expect(mixed).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps ρ between 0 and 1, and every index in its submission', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (reports) => {
        for (const { judgement, fields } of await judgeAll(submissionsOf(reports))) {
          expect(judgement?.rho).toBeGreaterThanOrEqual(0);
          expect(judgement?.rho).toBeLessThanOrEqual(1);
          for (const { field } of judgement?.reentered ?? []) {
            expect(judgement?.comparable).toContain(field);
            expect(fields[field]).toBeDefined();
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
