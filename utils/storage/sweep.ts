/**
 * Retention: what is kept no longer goes.
 *
 * | what | how long |
 * |---|---|
 * | intervals, coverage | 13 weeks, then the week's sums |
 * | idle time in intervals, background play | 14 days |
 * | digests of values, uploads | 90 days |
 * | records, forms, findings, diary, ledger, week sums | 400 days, or what the person set |
 *
 * A shorter time set by the person (or the unit's policy) shortens all of them; a longer one only the
 * last. Every step can be run again at any moment and goes on where it stopped: a worker that dies in
 * the middle loses nothing. The steps are small, so that recording never waits long.
 */

import type { IndexableType, Table } from 'dexie';
import type { ConceptLookup } from '../domain/concept';
import type { Interval, Platform, Submission, WeekSum } from '../domain/records';
import type { Settings } from '../domain/settings';
import { DAY_MS, HOUR_MS } from '../domain/time-constants';
import { nextWeek, type Week, type WeekKey, weekAt, weekOfKey } from '../domain/week';
import type { WeekRecords } from '../domain/week-records';
import { sumWeek } from '../domain/week-sums';
import { dayKeyAt } from '../domain/zone';
import type { Database } from './database';
import { DIGEST_LIFE_MS, forgetSeen } from './digests';
import { forgetLabels } from './forms';
import { judgeUnjudged } from './judge-submissions';
import { learn, readLearned } from './learned';
import { forgetObservers } from './observers';
import { readState, writeState } from './open-state';
import { shedIdle } from './shed-idle';
import { forgetTabs, readUnjudged, settleStale, withoutDigests } from './submissions';
import {
  INTERVAL_LIFE_MS,
  markSummed,
  otherSumsOf,
  readSummed,
  type SummedStage,
  weekSumsOf,
  writeSums,
} from './summed-weeks';
import { forgetMovements } from './transfers';
import { readWeek, type WeekReading } from './week-records';

const IDLE_LIFE_MS = 14 * DAY_MS;
const UPLOAD_LIFE_MS = 90 * DAY_MS;
const FAULT_LIFE_MS = 90 * DAY_MS;
/** Open state of documents that were not heard of. */
const OBSERVER_LIFE_MS = 2 * DAY_MS;
const TAB_LIFE_MS = DAY_MS;
/** What an interrupted restore left behind. */
const STAGED_LIFE_MS = DAY_MS;
/** A label seen on one day only. */
const LABEL_LIFE_MS = 60 * DAY_MS;
/** A week is summed when its last messages have surely come. */
const LATE_MESSAGES_MS = HOUR_MS;
/** Rows of one step. */
const BATCH = 500;

export interface Retention {
  /** Epoch ms. */
  readonly now: number;
  /** Days that records are kept. */
  readonly retentionDays: number;
  readonly settings: WeekReading['settings'];
  /** Undefined where the package is damaged: then nothing is learned or judged, all else is done. */
  readonly concepts: ConceptLookup | undefined;
}

/** The days that the person's settings and the unit's policy leave together. */
export function retentionDaysOf(
  { retentionDays }: Pick<Settings, 'retentionDays'>,
  { maxRetentionDays = Number.POSITIVE_INFINITY }: { readonly maxRetentionDays?: number },
): number {
  return Math.max(1, Math.min(retentionDays, maxRetentionDays));
}

/** Sheds everything whose time is over. Rejects where the database fails; what was done stays done. */
export async function sweep(database: Database, retention: Retention): Promise<void> {
  const { now, settings, concepts } = retention;
  if (concepts !== undefined) {
    await learn(database, { now, zone: settings.zone, concepts });
    await judgeUnjudged(database, concepts);
  }
  const keptMs = retention.retentionDays * DAY_MS;
  const before = (lifeMs: number) => now - Math.min(lifeMs, keptMs);
  await shedIdleTime(database, before(IDLE_LIFE_MS), settings.thetaMs);
  await shedIdleOfOthers(database, weekAt(before(IDLE_LIFE_MS), settings.zone).key);
  await shedBackground(database, before(IDLE_LIFE_MS));
  // Before anything else goes: what must stay of it has to be written first.
  await sumClosedWeeks(database, retention, before(INTERVAL_LIFE_MS));

  await shedOlder(database, database.intervals, 'from', before(INTERVAL_LIFE_MS));
  await database.coverage
    .where('day')
    .below(dayKeyAt(before(INTERVAL_LIFE_MS), settings.zone))
    .delete();
  await stripDigests(database, before(DIGEST_LIFE_MS));
  await shedOlder(database, database.uploads, 'at', before(UPLOAD_LIFE_MS));

  await shedOlder(database, database.submissions, 'at', now - keptMs);
  await shedOlder(database, database.actions, 'at', now - keptMs);
  await shedOlder(database, database.pageSigns, 'at', now - keptMs);
  await shedOlder(database, database.transfers, 'at', now - keptMs);
  await shedOlder(database, database.forms, 'lastSeenAt', now - keptMs);
  await shedOlder(database, database.ledger, 'at', now - keptMs);
  await shedOlder(database, database.faults, 'at', before(FAULT_LIFE_MS));
  await shedOwnWords(database, now - keptMs, settings.zone);

  await settleStale(database, now);
  await forgetObservers(database, now - OBSERVER_LIFE_MS);
  await forgetTabs(database, now - TAB_LIFE_MS);
  await forgetLabels(database, now - LABEL_LIFE_MS);
  await forgetMovements(database, now);
  await database.staged
    .where('at')
    .below(now - STAGED_LIFE_MS)
    .delete();
}

/**
 * Writes the sums of every closed week that has none, and of those whose idle time has gone. A week with
 * submissions that wait for judgement waits as well, as long as its details are kept.
 */
async function sumClosedWeeks(
  database: Database,
  { now, settings }: Retention,
  detailsFrom: number,
): Promise<void> {
  // Sums hold what was judged and learned before: the dictionary has no part in them.
  const reading = { now, settings, concepts: () => undefined, dayKind: () => undefined };
  const waiting = new Set(
    (await readUnjudged(database)).map(({ at }) => weekAt(at, settings.zone).key),
  );
  const fixed = new Set((await readLearned(database)).fixed);
  const summed = await readSummed(database);
  const oldest = await oldestRecordAt(database);
  if (oldest === undefined) return;
  let week = weekAt(oldest, settings.zone);
  while (week.to + LATE_MESSAGES_MS <= now) {
    const wanted = stageOf(week, now);
    const done = summed.get(week.key);
    const complete = week.from >= detailsFrom;
    const later = done === undefined && complete && waiting.has(week.key);
    if (!later && (done === undefined || (done !== wanted && complete))) {
      const records = await readWeek(database, week, reading);
      const sumsOf = (device?: string) => {
        const from = <Row extends { readonly device?: string }>(rows: readonly Row[]) =>
          rows.filter((row) => row.device === device);
        return sumWeek(week, {
          ...records,
          intervals: from(records.intervals),
          submissions: from(records.submissions),
          uploads: from(records.uploads),
          actions: from(records.actions),
          thetaMs: settings.thetaMs,
          fixed,
        });
      };
      const sums = sumsOf();
      if (complete) await sumOtherDevices(database, week, records, sumsOf);
      await database.transaction('rw', database.weekSums, database.state, async () => {
        const known = await weekSumsOf(database, week.key).count();
        // A week whose details have begun to go keeps the sums that it has.
        if (complete || known === 0) {
          await writeSums(database, week.key, sums, wanted);
        }
      });
    } else if (!later && done !== wanted) {
      await shedIdleOfSums(database, week.key);
    }
    week = weekOfKey(nextWeek(week.key), settings.zone);
  }
}

/** Sums of the week for the person's other computers, where these have not given their own. */
async function sumOtherDevices(
  database: Database,
  week: Week,
  { intervals, submissions, uploads, actions }: WeekRecords,
  sumsOf: (device: string) => readonly WeekSum[],
): Promise<void> {
  const rows = [intervals, submissions, uploads, actions].flat();
  for (const device of new Set(rows.flatMap((row) => row.device ?? []))) {
    if ((await otherSumsOf(database, device, week.key).count()) > 0) continue;
    await database.otherWeekSums.bulkPut(sumsOf(device).map((sum) => ({ ...sum, device })));
  }
}

/** Where the details of a week have gone before its idle time was due, it goes from the sums. */
async function shedIdleOfSums(database: Database, week: WeekKey): Promise<void> {
  await database.transaction('rw', database.weekSums, database.state, async () => {
    const sums = await weekSumsOf(database, week).toArray();
    await database.weekSums.bulkPut(
      sums.map((sum) => ({
        ...sum,
        frontMs: Math.min(sum.frontMs, sum.workingMs + sum.playingMs),
      })),
    );
    await markSummed(database, week, 'shed');
  });
}

/** Idle time goes from the sums of other computers too, whenever they came. */
async function shedIdleOfOthers(database: Database, before: WeekKey): Promise<void> {
  await database.otherWeekSums
    .where('week')
    .below(before)
    .modify((sum, ref) => {
      ref.value = { ...sum, frontMs: Math.min(sum.frontMs, sum.workingMs + sum.playingMs) };
    });
}

function stageOf(week: Week, now: number): SummedStage {
  return week.to <= now - IDLE_LIFE_MS ? 'shed' : 'closed';
}

async function oldestRecordAt(database: Database): Promise<number | undefined> {
  const firsts = await Promise.all([
    database.intervals.orderBy('from').first(),
    database.submissions.orderBy('at').first(),
    database.actions.orderBy('at').first(),
    database.uploads.orderBy('at').first(),
  ]);
  const times = firsts.flatMap((row) =>
    row === undefined ? [] : ['from' in row ? row.from : row.at],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Cuts idle time out of intervals that began before `before`. */
async function shedIdleTime(database: Database, before: number, thetaMs: number): Promise<void> {
  await inSteps(database, 'idle-shed-to', before, async (from) => {
    const batch = await database.intervals
      .where('from')
      .between(from, before, true, false)
      .limit(BATCH)
      .toArray();
    for (const interval of batch) {
      const pieces = shedIdle(interval, thetaMs);
      if (pieces.length === 1 && pieces[0] === interval) continue;
      await database.intervals.delete(interval.id);
      await database.intervals.bulkPut([...pieces]);
    }
    return nextStep(batch, ({ from: at }) => at);
  });
}

/**
 * Takes the digests out of submissions and actions older than `before`, and those submissions out of the
 * places of their digests: a row goes with the last place that it names.
 */
async function stripDigests(database: Database, before: number): Promise<void> {
  await inSteps(database, 'submissions-stripped-to', before, async (from) => {
    const batch = await database.submissions
      .where('at')
      .between(from, before, true, false)
      .limit(BATCH)
      .toArray();
    const digested = batch.filter(hasDigests);
    for (const submission of digested) await forgetSeen(database, submission);
    await database.submissions.bulkPut(digested.map(withoutDigests));
    return nextStep(batch, ({ at }) => at);
  });
  await inSteps(database, 'actions-stripped-to', before, async (from) => {
    const batch = await database.actions
      .where('at')
      .between(from, before, true, false)
      .limit(BATCH)
      .toArray();
    const bare = batch
      .filter(({ objectDigest }) => objectDigest !== undefined)
      .map(({ objectDigest: _object, ...action }) => action);
    await database.actions.bulkPut(bare);
    return nextStep(batch, ({ at }) => at);
  });
}

function hasDigests({ fields }: Submission): boolean {
  return fields.some(({ digest, anyDigest }) => digest !== undefined || anyDigest !== undefined);
}

/**
 * Works through rows in the order of their time, one batch in one transaction, and remembers in the
 * same transaction how far it came.
 *
 * @param step works on one batch from a time on, and tells the time that the next one starts with
 */
async function inSteps(
  database: Database,
  key: string,
  end: number,
  step: (from: number) => Promise<number | undefined>,
): Promise<void> {
  let more = true;
  while (more) {
    more = await database.transaction(
      'rw',
      [
        database.intervals,
        database.submissions,
        database.digests,
        database.actions,
        database.state,
      ],
      async () => {
        const from = (await readState<number>(database, key)) ?? 0;
        if (from >= end) return false;
        const next = await step(from);
        await writeState(database, key, next === undefined ? end : next);
        return next !== undefined;
      },
    );
  }
}

/** Where the next batch starts; undefined after the last. */
function nextStep<Row>(batch: readonly Row[], time: (row: Row) => number): number | undefined {
  if (batch.length < BATCH) return undefined;
  const first = time(batch[0] as Row);
  const last = time(batch.at(-1) as Row);
  // The last moment's rows may go on in the next batch; a batch of one moment must not stand still.
  return last > first ? last : last + 1;
}

/** Media in hidden tabs is kept for 14 days and never leaves the device. */
async function shedBackground(database: Database, before: number): Promise<void> {
  await inSteps(database, 'background-shed-to', before, async (from) => {
    const batch = await database.intervals
      .where('from')
      .between(from, before, true, false)
      .limit(BATCH)
      .toArray();
    const background = batch.filter(({ place }: Interval) => place === 'background');
    await database.intervals.bulkDelete(background.map(({ id }) => id));
    return nextStep(batch, ({ from: at }) => at);
  });
}

/** Deletes rows whose time lies before `before`, in batches. */
async function shedOlder<Row, Key extends IndexableType>(
  database: Database,
  table: Table<Row, Key>,
  index: string,
  before: number,
): Promise<void> {
  for (;;) {
    const removed = await database.transaction('rw', table, async () => {
      const keys = await table.where(index).below(before).limit(BATCH).primaryKeys();
      await table.bulkDelete(keys);
      return keys.length;
    });
    if (removed < BATCH) return;
  }
}

/** Findings, diary, week sums, and platforms of which nothing is left. */
async function shedOwnWords(database: Database, before: number, zone: string): Promise<void> {
  await database.findings.filter(({ lastAt }) => lastAt < before).delete();
  await database.diary.where('day').below(dayKeyAt(before, zone)).delete();
  await database.weekSums
    .where('[week+platform]')
    .below([weekAt(before, zone).key])
    .delete();
  await database.otherWeekSums.where('week').below(weekAt(before, zone).key).delete();
  await database.state
    .where('key')
    .between('summed:', `summed:${weekAt(before, zone).key}`, true, false)
    .delete();
  await database.platforms.filter((platform) => isForgotten(platform, before)).delete();
}

/** Put on the list by its first observation, not opened since, and never touched by the person. */
function isForgotten(platform: Platform, before: number): boolean {
  const { addedBy, lastOpenedAt, addedAt, ownName, ownCategory, ignored, exempt } = platform;
  const touched = ownName ?? ownCategory ?? ignored ?? exempt ?? platform.season;
  return (
    addedBy === 'catalogue' &&
    touched === undefined &&
    platform.mergedInto === undefined &&
    (lastOpenedAt ?? addedAt) < before
  );
}
