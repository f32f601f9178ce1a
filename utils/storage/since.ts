import type { Database } from './database';
import { readState, writeState } from './open-state';

const KEY = 'since';

/** Keeps when recording began here: at the first record after install or wipe. */
export async function noteBeginning(database: Database, now: number): Promise<void> {
  if ((await readState<number>(database, KEY)) === undefined) await writeState(database, KEY, now);
}

/** When recording began here, epoch ms; absent where nothing was recorded yet. */
export function readBeginning(database: Database): Promise<number | undefined> {
  return readState<number>(database, KEY);
}
