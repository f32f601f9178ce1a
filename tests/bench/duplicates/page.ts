import { judgeSubmission } from '../../../utils/domain/duplicates';
import { isomorphicForms } from '../../../utils/domain/form-overlap';
import type { DigestRow, Submission } from '../../../utils/domain/records';
import { DAY_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { digestKey, encodeDigest } from '../../../utils/storage/compact-digest';
import { Database } from '../../../utils/storage/database';
import { judgeUnjudged } from '../../../utils/storage/judge-submissions';
import { writeState } from '../../../utils/storage/open-state';
import {
  concepts,
  DIGESTS,
  digestRows,
  FORMS,
  formAt,
  heavyDay,
  NOW,
  PLATFORMS,
  platformOf,
  RESIDENTS,
  STORED_SUBMISSIONS,
  submissionOf,
} from './world';

const BATCH = 20_000;

/** Times of one judgement, ms. */
export interface Timing {
  /** Looking up and deciding. */
  readonly judgeMs: number;
  /** Of it, the look-up of the digests and the reading of earlier submissions. */
  readonly lookUpMs: number;
  readonly readMs: number;
  /** The whole transaction: mark, look-up, decision, and writing the judgement and the digests. */
  readonly settleMs: number;
  readonly reentered: number;
  readonly duplicate: boolean;
}

async function seed(): Promise<{ readonly digests: number; readonly submissions: number }> {
  const database = new Database();
  await writeState(
    database,
    'platform-numbers',
    Array.from({ length: PLATFORMS }, (_, index) => platformOf(index)),
  );
  await database.platforms.bulkPut(
    Array.from({ length: PLATFORMS }, (_, index) => ({
      id: platformOf(index),
      name: platformOf(index),
      category: 'gov_other',
      origins: [`https://${platformOf(index)}.gov.cn`],
      addedAt: NOW - 300 * DAY_MS,
      addedBy: 'catalogue' as const,
    })),
  );
  await database.forms.bulkPut(Array.from({ length: FORMS }, (_, index) => formAt(index)));
  const stored: Submission[] = Array.from({ length: STORED_SUBMISSIONS }, (_, id) =>
    submissionOf(id, id % RESIDENTS, NOW - 85 * DAY_MS + id * 6 * MINUTE_MS),
  );
  for (let from = 0; from < stored.length; from += 1_000) {
    await database.submissions.bulkPut(stored.slice(from, from + 1_000));
  }
  const numbers = Array.from({ length: PLATFORMS }, (_, index) => platformOf(index));
  let batch: DigestRow[] = [];
  for (const row of digestRows(stored)) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  const counts = {
    digests: await database.digests.count(),
    submissions: await database.submissions.count(),
  };
  database.close();
  return counts;

  async function write(rows: readonly DigestRow[]): Promise<void> {
    await database.digests.bulkPut(
      rows.map((row) => encodeDigest(row, numbers)),
      rows.map(({ digest }) => digestKey(digest)),
    );
  }
}

/** Judges `count` new submissions as the worker does, each under a new key as after a rotation. */
async function measure(count: number): Promise<readonly Timing[]> {
  const database = new Database();
  const timings: Timing[] = [];
  for (let n = 0; n < count; n++) {
    const resident = (n * 7_919) % (RESIDENTS * 2);
    const submission = submissionOf(STORED_SUBMISSIONS + n, resident, NOW + n * MINUTE_MS, 2);
    const before = submissionOf(STORED_SUBMISSIONS + n, resident, NOW, 1);
    const earlierDigests = submission.fields.flatMap(({ digest, anyDigest }, index) => {
      const earlier = before.fields[index];
      const pairs: [string, string][] = [];
      if (digest !== undefined) pairs.push([digest, earlier?.digest ?? '']);
      else if (anyDigest !== undefined) pairs.push([anyDigest, earlier?.anyDigest ?? '']);
      return pairs;
    });
    await database.submissions.put(submission);
    await writeState(database, `unjudged:${submission.id}`, { at: submission.at, earlierDigests });
    let judgeMs = 0;
    let lookUpMs = 0;
    let readMs = 0;
    let reentered = 0;
    let duplicate = false;
    const start = performance.now();
    await judgeUnjudged(database, concepts, async (one, sources) => {
      const begun = performance.now();
      const judgement = await judgeSubmission(one, {
        ...sources,
        lookup: async (digests) => {
          const from = performance.now();
          const rows = await sources.lookup(digests);
          lookUpMs += performance.now() - from;
          return rows;
        },
        earlier: async (ids) => {
          const from = performance.now();
          const read = await sources.earlier(ids);
          readMs += performance.now() - from;
          return read;
        },
      });
      judgeMs = performance.now() - begun;
      reentered = judgement.reentered.length;
      duplicate = judgement.duplicateOf !== undefined;
      return judgement;
    });
    timings.push({
      judgeMs,
      lookUpMs,
      readMs,
      settleMs: performance.now() - start,
      reentered,
      duplicate,
    });
  }
  database.close();
  return timings;
}

/** Finds the isomorphic forms of one form among all, as the summary does; ms. */
async function measureForms(): Promise<{ readonly ms: number; readonly pairs: number }> {
  const database = new Database();
  const forms = await database.forms.toArray();
  const start = performance.now();
  const pairs = isomorphicForms(forms, { concepts }, ({ signature }) => signature === 'form 7');
  const ms = performance.now() - start;
  database.close();
  return { ms, pairs: pairs.length };
}

/** Writes submissions with all that is written for them. */
async function fillSubmissions(count: number): Promise<void> {
  const database = new Database();
  for (let n = 0; n < count; n++) await submit(database, n, NOW + n * MINUTE_MS);
  database.close();
}

/** Writes days of heavy use. */
async function fillDays(days: number): Promise<void> {
  const database = new Database();
  for (let day = 0; day < days; day++) {
    const records = heavyDay(NOW + day * DAY_MS);
    await database.intervals.bulkPut(records.intervals);
    await database.actions.bulkPut(records.actions);
    await database.pageSigns.bulkPut(records.pageSigns);
    await database.uploads.bulkPut(records.uploads);
    await database.coverage.put(records.coverage);
    for (const [n, at] of records.submittedAt.entries()) {
      await submit(database, day * records.submittedAt.length + n, at);
    }
  }
  database.close();
}

/** Bytes that the store takes, as the browser reports them. */
async function usedBytes(): Promise<number> {
  const database = new Database();
  await database.open();
  // What was overwritten takes room until the browser has cleared it away.
  let used = Number.POSITIVE_INFINITY;
  for (let wait = 0; wait < 40; wait++) {
    used = Math.min(used, (await navigator.storage.estimate()).usage ?? 0);
    await new Promise((done) => setTimeout(done, 500));
  }
  database.close();
  return used;
}

/** Writes a submission and judges it, as the worker does. */
async function submit(database: Database, n: number, at: number): Promise<void> {
  const submission = submissionOf(n, n, at, 2);
  await database.submissions.put(submission);
  await writeState(database, `unjudged:${submission.id}`, {
    at: submission.at,
    earlierDigests: [],
  });
  await judgeUnjudged(database, concepts);
}

Object.assign(globalThis, {
  bench: { seed, measure, measureForms, fillSubmissions, fillDays, usedBytes },
  digests: DIGESTS,
});
