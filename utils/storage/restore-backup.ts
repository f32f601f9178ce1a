import { BackupFault } from '../domain/backup-fault';
import { BACKUP_TABLES, type BackupTable, isRowOf } from './backup-rows';
import { unsealed } from './backup-seal';
import type { Database } from './database';
import type { LongWork } from './long-work';
import { type Merged, type MergeOptions, mergeStaged } from './merge-backup';
import type { BackupManifest } from './write-backup';

/** Reading takes about so much of the work, merging the rest. */
const READING = 0.7;
/** No batch of ours comes near it. */
const LONGEST_LINE = 33_554_432;

export interface Restored extends Merged {
  readonly manifest: BackupManifest;
}

/**
 * Merges a backup into what is here. The file is read to its end before anything is changed, and then
 * merged in one transaction: whatever goes wrong, and wherever it is stopped, the records are as they
 * were.
 *
 * @throws BackupFault where the file cannot be read; DOMException `AbortError` where it was stopped;
 * Error as the database gives it
 */
export async function restoreBackup(
  database: Database,
  file: Blob,
  { passphrase, zone, now }: RestoreOptions,
  { signal, progress }: LongWork,
): Promise<Restored> {
  try {
    await database.staged.clear();
    let manifest: BackupManifest | undefined;
    for await (const { line, share } of linesOf(file, passphrase)) {
      signal.throwIfAborted();
      if (manifest === undefined) manifest = line as unknown as BackupManifest;
      else await database.staged.add({ at: now, table: line.table, rows: line.rows });
      progress(share * READING);
    }
    if (manifest === undefined) throw new BackupFault('damaged', 1);
    const merged = await mergeStaged(
      database,
      manifest,
      { zone, now },
      {
        signal,
        progress: (share) => progress(READING + share * (1 - READING)),
      },
    );
    return { manifest, ...merged };
  } catch (error) {
    await database.staged.clear().catch(() => undefined);
    throw error;
  }
}

interface RestoreOptions extends MergeOptions {
  readonly passphrase: string;
}

interface Line {
  readonly table: BackupTable;
  readonly rows: readonly unknown[];
}

/** The lines of a backup, checked: the manifest first, then rows, up to the end that counts them. */
async function* linesOf(
  file: Blob,
  passphrase: string,
): AsyncGenerator<{ readonly line: Line; readonly share: number }> {
  let part = 1;
  let readTo = 0;
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const feeding = (async () => {
    try {
      for await (const sealed of unsealed(file, passphrase)) {
        part = sealed.part;
        readTo = sealed.readTo;
        await writer.write(sealed.bytes);
      }
      await writer.close();
      return undefined;
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      return error;
    }
  })();
  const reader = readable.getReader();
  try {
    yield* checked(textOf(reader), () => ({ part, share: readTo / file.size }));
    const failed = await feeding;
    if (failed !== undefined) throw failed;
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    const failed = await feeding;
    // A part that does not open says more than the text that ends there; a stream that does not
    // unpack only says so by its own error.
    if (failed instanceof BackupFault) throw failed;
    throw error instanceof SyntaxError ? new BackupFault('damaged', part) : error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* textOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (;;) {
    let text: string;
    try {
      const { done, value } = await reader.read();
      if (done) return;
      text = decoder.decode(value, { stream: true });
    } catch {
      // Engines name what does not unpack differently.
      throw new SyntaxError('not packed as a backup is');
    }
    yield text;
  }
}

interface Place {
  readonly part: number;
  readonly share: number;
}

async function* checked(
  texts: AsyncGenerator<string>,
  place: () => Place,
): AsyncGenerator<{ readonly line: Line; readonly share: number }> {
  let rest = '';
  let rows = -1;
  let ended = false;
  for await (const text of texts) {
    const found = (rest + text).split('\n');
    rest = found.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new BackupFault('damaged', place().part);
    for (const one of found) {
      const line = JSON.parse(one);
      const { part, share } = place();
      if (rows < 0) {
        if (line?.format !== 'qingzhuang-backup') throw new BackupFault('damaged', part);
        if (line.version !== 1) throw new BackupFault('newer');
        if (typeof line.device !== 'string') throw new BackupFault('damaged', part);
        rows = 0;
      } else if (line?.end === rows && !ended) {
        ended = true;
        continue;
      } else {
        const known = BACKUP_TABLES.includes(line?.table) && Array.isArray(line.rows) && !ended;
        if (!known || !line.rows.every((row: unknown) => isRowOf(line.table, row))) {
          throw new BackupFault('damaged', part);
        }
        rows += line.rows.length;
      }
      yield { line, share };
    }
  }
  if (!ended || rest !== '') throw new BackupFault('truncated', place().part);
}
