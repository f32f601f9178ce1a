import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  DigestRow,
  Interval,
  Submission,
  SubmissionJudgement,
  SubmittedField,
} from '../../../utils/domain/records';
import { decodeDigest, digestKey, encodeDigest } from '../../../utils/storage/compact-digest';
import { decodeInterval, encodeInterval } from '../../../utils/storage/compact-interval';
import { decodeSubmission, encodeSubmission } from '../../../utils/storage/compact-submission';
import { Database } from '../../../utils/storage/database';

const id = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 24,
  maxLength: 24,
});
const digest = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHabcdefgh0123456789-_'),
  minLength: 16,
  maxLength: 16,
});
const ms = fc.nat(4_000_000_000);
const optional = { requiredKeys: [] as [] };

const field: fc.Arbitrary<SubmittedField> = fc
  .tuple(
    fc.record({
      field: fc.nat(2_000),
      labelDigest: digest,
      how: fc.constantFrom('typed', 'pasted', 'chosen', 'imported', 'prefilled', 'script'),
      entropy: fc.constantFrom('high', 'medium', 'low'),
      focusMs: ms,
      workingMs: ms,
      inputMs: ms,
    }),
    fc.record(
      {
        concept: fc.constantFrom('person.phone', 'person.name@householder', 'constructor'),
        digest,
        anyDigest: digest,
        row: fc.nat(100),
      },
      optional,
    ),
  )
  .map(([all, some]) => ({ ...all, ...some }) as SubmittedField);

const judgement: fc.Arbitrary<SubmissionJudgement> = fc
  .tuple(
    fc.record({
      ruleVersion: fc.nat(9),
      reentered: fc.array(
        fc
          .tuple(
            fc.record({
              field: fc.nat(50),
              platforms: fc.array(fc.constantFrom('a.gov.cn', 'b.gov.cn', '__proto__')),
              submissions: fc.array(id, { maxLength: 5 }),
            }),
            fc.record({ lastAts: fc.array(ms) }, optional),
          )
          .map(([all, some]) => ({ ...all, ...some })),
      ),
      comparable: fc.array(fc.nat(50)),
      fixed: fc.array(fc.nat(50)),
      rho: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record(
      {
        duplicateOf: fc.record({ submission: id, platform: fc.constant('a.gov.cn') }),
        unchanged: fc.record({ submission: id, share: fc.constantFrom(0, 0.5, 1) }),
      },
      optional,
    ),
  )
  .map(([all, some]) => ({ ...all, ...some }));

const submission: fc.Arbitrary<Submission> = fc
  .tuple(
    fc.record({
      id,
      platform: fc.constantFrom('a.gov.cn', 'b.gov.cn'),
      form: id,
      at: ms,
      startedAt: ms,
      outcome: fc.constantFrom('pending', 'accepted', 'refused', 'unproven'),
      score: fc.integer({ min: -9, max: 9 }),
      evidence: fc.array(fc.constantFrom('network-ok', 'fields-gone')),
      intent: fc.constantFrom('final', 'draft', 'step', 'edit'),
      rework: fc.boolean(),
      fields: fc.array(field, { maxLength: 20 }),
      fillingMs: ms,
      keyGeneration: fc.nat(9),
    }),
    fc.record({ continues: id, judgement }, optional),
  )
  // Arbitrary objects have no prototype, those that a browser gives back have.
  .map(([all, some]) => structuredClone({ ...all, ...some }) as Submission);

const stretch = fc.record({ offsetMs: ms, lengthMs: ms });
const interval: fc.Arbitrary<Interval> = (
  fc.record({
    id,
    platform: fc.constant('a.gov.cn'),
    place: fc.constantFrom('front', 'beside', 'background'),
    from: ms,
    to: ms,
    pauses: fc.array(
      fc
        .tuple(stretch, fc.record({ wholeMs: fc.integer({ min: 1, max: 900_000 }) }, optional))
        .map(([all, some]) => ({ ...all, ...some })),
    ),
    playing: fc.array(stretch),
    waiting: fc.array(stretch),
    inputMs: ms,
    certainty: fc.constantFrom('confirmed', 'recovered', 'capped'),
    pageClass: fc.constantFrom('form', 'list'),
    visit: id,
  }) as fc.Arbitrary<Interval>
).map((row) => structuredClone(row));

/** As the browser stores it: what cannot be cloned or is undefined would show here. */
const stored = <Row>(row: Row): Row => structuredClone(row);

describe('a row in its compact form', () => {
  // First, because how the engine lays out an array depends on what it saw in that place before.
  it('takes less than half of the bytes for a usual submission', async () => {
    const { serialize } = await import('node:v8');
    const fields = Array.from(
      { length: 15 },
      (_, index): SubmittedField => ({
        field: index,
        concept: `person.item_${index}`,
        labelDigest: `label-digest-${String(index).padStart(3, '0')}`,
        how: 'typed',
        digest: `value-digest-${String(index).padStart(3, '0')}`,
        anyDigest: `any---digest-${String(index).padStart(3, '0')}`,
        entropy: 'high',
        focusMs: 5_000 + index,
        workingMs: 4_000 + index,
        inputMs: 5_000,
      }),
    );
    const row: Submission = {
      id: '0123456789abcdef01234567',
      platform: 'mz.qingshan.gov.cn',
      form: '0123456789abcdef01234567',
      at: 1_795_432_821_696,
      startedAt: 1_795_432_761_696,
      outcome: 'accepted',
      score: 5,
      evidence: ['network-ok', 'success-text', 'fields-gone'],
      intent: 'final',
      rework: false,
      fillingMs: 55_000,
      keyGeneration: 1,
      fields,
      judgement: {
        ruleVersion: 1,
        reentered: fields.map((_, index) => ({
          field: index,
          platforms: ['mz.qingshan.gov.cn'],
          lastAts: [1_795_432_821_696],
          submissions: ['0123456789abcdef01234567'],
        })),
        comparable: fields.map((_, index) => index),
        fixed: [],
        rho: 1,
      },
    };
    expect(serialize(encodeSubmission(row)).length).toBeLessThan(2_048);
    expect(serialize(encodeSubmission(row)).length).toBeLessThan(serialize(row).length / 2);
  });

  it('is read back as the submission that it was', () => {
    fc.assert(
      fc.property(submission, (row) => {
        expect(decodeSubmission(stored(encodeSubmission(row)))).toStrictEqual(row);
      }),
    );
  });

  it('is read back as the interval that it was', () => {
    fc.assert(
      fc.property(interval, (row) => {
        expect(decodeInterval(stored(encodeInterval(row)))).toStrictEqual(row);
      }),
    );
  });

  it('is read back as the row of a digest that it was', () => {
    const row = fc.record({
      digest,
      generation: fc.nat(100),
      seen: fc.array(
        fc.record({
          platform: fc.constantFrom('a.gov.cn', 'b.gov.cn', '10.1.2.3:8080'),
          submission: id,
          at: fc.nat(4_000_000_000_000),
          field: fc.nat(2_000),
        }),
        { maxLength: 32 },
      ),
    });
    const numbers = ['10.1.2.3:8080', 'b.gov.cn', 'a.gov.cn'];
    fc.assert(
      fc.property(row, (arbitrary: DigestRow) => {
        const one = structuredClone(arbitrary);
        expect(decodeDigest(one.digest, stored(encodeDigest(one, numbers)), numbers)).toStrictEqual(
          one,
        );
        expect(digestKey(one.digest)).toHaveLength(12);
      }),
    );
  });
});

describe('the tables with compact rows', () => {
  it('give rows as they were, by whichever way they are read, and take changes', async () => {
    const database = new Database('compact');
    const rows = fc.sample(submission, { seed: 7, numRuns: 20 });
    await database.submissions.bulkAdd(rows);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const [one, two] = rows as [Submission, Submission];
    expect(await database.submissions.get(one.id)).toStrictEqual(one);
    expect(await database.submissions.bulkGet([two.id, 'none'])).toStrictEqual([two, undefined]);
    for (const read of [
      await database.submissions.toArray(),
      await database.submissions.filter(() => true).toArray(),
      await database.submissions.where('at').above(-1).reverse().toArray(),
      await database.submissions.where('at').above(-1).offset(3).limit(5).toArray(),
    ]) {
      expect(read.length).toBeGreaterThan(0);
      for (const row of read) expect(row).toStrictEqual(byId.get(row.id));
    }
    const each: Submission[] = [];
    await database.submissions.each((row) => each.push(row));
    expect(each).toHaveLength(20);
    expect(each[0]).toStrictEqual(byId.get(each[0]?.id ?? ''));

    await database.submissions.update(one.id, { score: 99 });
    expect(await database.submissions.get(one.id)).toStrictEqual({ ...one, score: 99 });
    await database.submissions.toCollection().modify((row) => {
      (row as { fillingMs: number }).fillingMs = 1;
    });
    expect(await database.submissions.get(two.id)).toStrictEqual({ ...two, fillingMs: 1 });
    database.close();
    await Dexie.delete('compact');
  });

  it('really are compact', async () => {
    const database = new Database('compact-raw');
    const [row] = fc.sample(submission, { seed: 7, numRuns: 1 }) as [Submission];
    await database.submissions.add(row);
    const raw = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const request = database
        .backendDB()
        .transaction('submissions')
        .objectStore('submissions')
        .get(row.id);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    expect(raw).not.toHaveProperty('fields');
    expect(raw).toHaveProperty('f');
  });
});
