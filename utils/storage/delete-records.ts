import { Dexie } from 'dexie';
import { closed } from '../domain/presence-fold';
import { randomId } from '../domain/random-id';
import type { Submission } from '../domain/records';
import { weekAt } from '../domain/week';
import type { Database } from './database';
import { forgetSeen } from './digests';
import { readPresence, writePresence } from './presence-rows';
import { forgetEarlierDigests, removeUnjudged, withoutDigests } from './submissions';
import { forgetSummed, INTERVAL_LIFE_MS, otherSumsOf } from './summed-weeks';

/** The kinds of record that a person can delete one by one. */
export type DeletableTable =
  | 'intervals'
  | 'submissions'
  | 'uploads'
  | 'actions'
  | 'pageSigns'
  | 'transfers'
  | 'diary'
  | 'ledger'
  | 'findings';

interface TimedRow {
  readonly at?: number;
  readonly from?: number;
  readonly device?: string;
}

/**
 * Deletes records and everything that was derived from them: places of digests, marks for judgement,
 * and the sums of their weeks, which are made anew from what is left.
 *
 * @param zone IANA zone of the weeks
 */
export async function deleteRecords(
  database: Database,
  table: DeletableTable,
  ids: readonly string[],
  zone: string,
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    if (table === 'intervals') await closePresence(database, ids, zone);
    const rows = await database.table(table).bulkGet([...ids]);
    await database.table(table).bulkDelete([...ids]);
    for (const row of rows as (TimedRow | undefined)[]) {
      const at = row?.from ?? row?.at;
      if (at !== undefined) {
        const week = weekAt(at, zone);
        await forgetSummed(database, week.key);
        // Another computer's sums are made anew only from whole weeks.
        if (row?.device !== undefined && week.from >= Date.now() - INTERVAL_LIFE_MS) {
          await otherSumsOf(database, row.device, week.key).delete();
        }
      }
      if (table === 'submissions' && row !== undefined) {
        await forgetSeen(database, row as Submission);
        await removeUnjudged(database, (row as Submission).id);
      }
    }
  });
}

/** An interval that may still grow ends where it is deleted, so that it does not come back. */
async function closePresence(
  database: Database,
  ids: readonly string[],
  zone: string,
): Promise<void> {
  const before = await readPresence(database);
  if (!before.state.provisional.some(({ id }) => ids.includes(id))) return;
  await writePresence(database, before, closed(before.state, { zone, newId: randomId }));
}

/** Deletes a platform with everything that was recorded of it; it stays ignored where it was. */
export async function deletePlatform(
  database: Database,
  platform: string,
  zone: string,
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const [name, index] of [
      ['intervals', '[platform+from]'],
      ['submissions', '[platform+at]'],
      ['uploads', '[platform+at]'],
      ['actions', '[platform+at]'],
      ['pageSigns', '[platform+at]'],
    ] as const) {
      const ids = await database
        .table<unknown, string>(name)
        .where(index)
        .between([platform, Dexie.minKey], [platform, Dexie.maxKey])
        .primaryKeys();
      await deleteRecords(database, name, ids, zone);
    }
    const of = (row: { readonly platform: string }) => row.platform === platform;
    await database.transfers
      .filter(({ from, to }) => from === platform || to === platform)
      .delete();
    await database.forms.filter(of).delete();
    await database.findings.filter(of).delete();
    await database.ledger.filter(of).delete();
    await database.weekSums.filter(of).delete();
    await database.otherWeekSums.filter(of).delete();
    await database.faults.filter((row) => row.platform === platform).delete();
    const known = await database.platforms.get(platform);
    if (known?.ignored !== true) await database.platforms.delete(platform);
  });
}

/** Deletes every digest and the keys: what the change to structure-only mode offers. */
export async function forgetDigests(database: Database): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await database.digests.clear();
    await database.keys.where('generation').above(0).delete();
    await database.submissions.toCollection().modify((submission, ref) => {
      ref.value = withoutDigests(submission);
    });
    await database.uploads.toCollection().modify((upload, ref) => {
      const { digest: _digest, pictureHashes: _hashes, sketch: _sketch, ...rest } = upload;
      ref.value = rest;
    });
    await database.actions.toCollection().modify((action, ref) => {
      const { objectDigest: _object, ...rest } = action;
      ref.value = rest;
    });
    // Open state holds digests of what was copied, and those of pending and unjudged submissions.
    await database.state.where('key').anyOf(['copies', 'learned', 'recent-actions']).delete();
    await forgetEarlierDigests(database);
  });
}
