import { addCoverage, coverageWithin } from '../../utils/domain/coverage';
import type { PresenceObservation } from '../../utils/domain/observation';
import type { BrowserEvidence, Evidence } from '../../utils/domain/presence-evidence';
import { foldEvidence } from '../../utils/domain/presence-fold';
import { randomId } from '../../utils/domain/random-id';
import type { Database } from '../../utils/storage/database';
import { noteFault } from '../../utils/storage/faults';
import { readPresence, writePresence } from '../../utils/storage/presence-rows';

const DEFAULT_ZONE = 'Asia/Shanghai';

/** Where an observation of presence comes from, as the browser itself tells. */
export interface PresenceSource {
  readonly platform: string;
  readonly tab: number;
  readonly frame: number;
  readonly observer: string;
  readonly sender?: {
    readonly tab?: { readonly windowId?: number | undefined } | undefined;
  };
  /** IANA zone of the local midnights; Asia/Shanghai where it is not given. */
  readonly zone?: string;
}

/**
 * Folds what a frame told. Runs inside a read-write transaction over `intervals`, `coverage`, `state`
 * and `faults`, and awaits nothing but the database.
 */
export async function foldPresence(
  database: Database,
  observation: PresenceObservation,
  { platform, tab, frame, observer, sender, zone = DEFAULT_ZONE }: PresenceSource,
): Promise<void> {
  const windowId = sender?.tab?.windowId;
  await fold(
    database,
    {
      kind: 'frame',
      observer,
      tabId: tab,
      frameId: frame,
      platform,
      observation,
      ...(windowId === undefined ? {} : { windowId }),
    },
    zone,
  );
}

/** Folds what the browser told the worker, in a transaction of its own. */
export async function foldBrowserEvidence(
  database: Database,
  evidence: readonly BrowserEvidence[],
  zone: string = DEFAULT_ZONE,
): Promise<void> {
  const { intervals, coverage, state, faults } = database;
  await database.transaction('rw', intervals, coverage, state, faults, async () => {
    for (const one of evidence) await fold(database, one, zone);
  });
}

/**
 * Closes what a browser or an extension that is gone left open, at its last checkpoint.
 *
 * @param now when the new session began, epoch ms
 */
export async function recoverIntervals(
  database: Database,
  now: number,
  zone: string = DEFAULT_ZONE,
): Promise<void> {
  await foldBrowserEvidence(database, [{ kind: 'session-start', at: now }], zone);
}

async function fold(database: Database, evidence: Evidence, zone: string): Promise<void> {
  const before = await readPresence(database);
  // Read inside the transaction: folds stand in one order, and so do these moments.
  const now = Date.now();
  const { state, changed, removed, timeline, open, setBackMs } = foldEvidence(
    before.state,
    { now, evidence },
    { zone, newId: randomId },
  );
  await writePresence(database, before, state);
  if (removed.length > 0) await database.intervals.bulkDelete([...removed]);
  if (changed.length > 0) await database.intervals.bulkPut([...changed]);
  for (const day of coverageWithin(open, timeline, zone)) {
    const known = await database.coverage.get(day.day);
    const merged = addCoverage(known, day);
    if (merged !== known) await database.coverage.put(merged);
  }
  if (setBackMs > 0) await noteFault(database, 'clock-jumped', now);
}
