import { randomId } from '../domain/random-id';
import type { Settings } from '../domain/settings';
import { BACKUP_TABLES, backedUp } from './backup-rows';
import { Sealer } from './backup-seal';
import type { Database } from './database';
import type { LongWork } from './long-work';
import { readState, writeState } from './open-state';
import { readBeginning } from './since';
import { countRows, tableBatches } from './table-batches';

/** What of the settings goes with a backup; consent and pause are decided anew on each computer. */
export interface BackedUpSettings {
  readonly settings?: Partial<Settings>;
  readonly tokenSecret?: string;
}

/** The first line of what a backup holds. */
export interface BackupManifest extends BackedUpSettings {
  readonly format: 'qingzhuang-backup';
  readonly version: 1;
  /** Random id of the computer that made it. */
  readonly device: string;
  readonly madeAt: number;
  /** When recording began there. */
  readonly since?: number;
}

/** A random id that stays until a wipe. */
async function kept(database: Database, key: string): Promise<string> {
  return database.transaction('rw', database.state, async () => {
    const known = await readState<string>(database, key);
    if (known !== undefined) return known;
    const made = randomId();
    await writeState(database, key, made);
    return made;
  });
}

/**
 * Everything but digests of values and their keys, as one file under a passphrase.
 *
 * @throws DOMException `AbortError` where it was stopped; Error as the database gives it
 */
export async function writeBackup(
  database: Database,
  settings: BackedUpSettings,
  { passphrase, now, iterations }: BackupOptions,
  work: LongWork,
): Promise<Blob> {
  const [device, salt, since, sealer] = await Promise.all([
    kept(database, 'device'),
    kept(database, 'backup-salt'),
    readBeginning(database),
    Sealer.open(passphrase, iterations),
  ]);
  const manifest: BackupManifest = {
    format: 'qingzhuang-backup',
    version: 1,
    device,
    madeAt: now,
    ...(since === undefined ? {} : { since }),
    ...settings,
  };
  const { readable, writable } = new CompressionStream('gzip');
  const feed = async () => {
    const writer = writable.getWriter();
    const encoder = new TextEncoder();
    try {
      for await (const line of lines(database, manifest, salt, work)) {
        work.signal.throwIfAborted();
        await writer.write(encoder.encode(`${JSON.stringify(line)}\n`));
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
  };
  const seal = async () => {
    const reader = readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return sealer.end();
      await sealer.add(value);
    }
  };
  const [, file] = await Promise.all([feed(), seal()]);
  return file;
}

interface BackupOptions {
  readonly passphrase: string;
  /** Epoch ms. */
  readonly now: number;
  /** For tests. */
  readonly iterations?: number;
}

async function* lines(
  database: Database,
  manifest: BackupManifest,
  salt: string,
  { progress }: LongWork,
): AsyncGenerator<unknown> {
  yield manifest;
  const all = await countRows(BACKUP_TABLES.map((name) => database.table(name)));
  let rows = 0;
  for (const name of BACKUP_TABLES) {
    for await (const batch of tableBatches(database.table(name))) {
      yield { table: name, rows: batch.map((row) => backedUp(name, row, salt)) };
      rows += batch.length;
      progress(Math.min(1, rows / all));
    }
  }
  yield { end: rows };
}
