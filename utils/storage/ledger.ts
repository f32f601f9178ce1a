import { type BeforeAfter, beforeAfter } from '../domain/before-after';
import { randomId } from '../domain/random-id';
import type { LedgerEntry } from '../domain/records';
import { DAY_MS } from '../domain/time-constants';
import type { Database } from './database';
import { canonicalPlatforms } from './platforms';
import { readBeginning } from './since';

const SPAN_MS = 28 * DAY_MS;

/** An entry of the ledger with what changed since. */
export interface LedgerLine extends LedgerEntry {
  readonly change: BeforeAfter;
}

/** Enters a sheet that was handed in. */
export async function addToLedger(
  database: Database,
  entry: Pick<LedgerEntry, 'platform' | 'findings' | 'kind'>,
  at: number,
): Promise<void> {
  await database.ledger.add({ id: randomId(), at, status: 'reported', ...entry });
}

/** The ledger, newest first, each entry with four weeks before and after. */
export function readLedger(database: Database, now: number): Promise<readonly LedgerLine[]> {
  const { ledger, platforms, submissions, uploads, actions, state } = database;
  const read = [ledger, platforms, submissions, uploads, actions, state];
  return database.transaction('r', read, async () => {
    const [entries, known, since] = await Promise.all([
      ledger.orderBy('at').reverse().toArray(),
      platforms.toArray(),
      readBeginning(database),
    ]);
    const canonical = canonicalPlatforms(known);
    return Promise.all(
      entries.map(async (entry) => {
        const counted = canonical.get(entry.platform) ?? entry.platform;
        const family = [...canonical].flatMap(([id, one]) => (one === counted ? id : []));
        const spans = [...new Set([entry.platform, ...family])].map(
          (id) =>
            [
              [id, entry.at - SPAN_MS],
              [id, entry.at + SPAN_MS],
            ] as const,
        );
        const [submitted, files, done] = await Promise.all([
          submissions.where('[platform+at]').inAnyRange(spans).toArray(),
          uploads.where('[platform+at]').inAnyRange(spans).toArray(),
          actions.where('[platform+at]').inAnyRange(spans).toArray(),
        ]);
        return {
          ...entry,
          change: beforeAfter({
            at: entry.at,
            now,
            since: since ?? now,
            submissions: submitted,
            uploads: files,
            actions: done,
          }),
        };
      }),
    );
  });
}
