import type { FileKind } from '../domain/observation';
import { randomId } from '../domain/random-id';
import { MINUTE_MS } from '../domain/time-constants';
import type { Database } from './database';
import type { FoldContext } from './fold-context';
import { readState, writeState } from './open-state';

/** A copy here and a paste of the same text there, within 10 minutes. */
const COPY_LIFE_MS = 10 * MINUTE_MS;
/** An export here and a document uploaded there, within 30 minutes. */
const EXPORT_LIFE_MS = 30 * MINUTE_MS;
const COPIES_KEY = 'copies';
const EXPORTS_KEY = 'exports';
const MAX_OPEN = 20;

/** A movement with its text turned into a digest; absent where digests are off. */
export interface PreparedTransfer {
  readonly at: number;
  readonly move: 'copy' | 'paste' | 'export';
  readonly digest?: string;
}

interface Copy {
  readonly digest: string;
  readonly platform: string;
  readonly at: number;
}

interface Export {
  readonly platform: string;
  readonly at: number;
  /** Platforms to which it was counted as carried. */
  readonly to: readonly string[];
}

/** Keeps a chain between two platforms; the digest itself lives in open state only. */
export async function foldTransfer(
  { database, platform }: FoldContext,
  { at, move, digest }: PreparedTransfer,
): Promise<void> {
  if (move === 'export') {
    const exports = await openExports(database, at);
    await writeState(database, EXPORTS_KEY, [...exports, { platform, at, to: [] }]);
    return;
  }
  if (digest === undefined) return;
  const copies = await openCopies(database, at);
  if (move === 'copy') {
    const others = copies.filter((copy) => copy.digest !== digest);
    await writeState(database, COPIES_KEY, [...others, { digest, platform, at }]);
    return;
  }
  const source = copies.find((copy) => copy.digest === digest);
  if (source === undefined || source.platform === platform) return;
  await database.transfers.add({
    id: randomId(),
    at,
    kind: 'copy-paste',
    from: source.platform,
    to: platform,
  });
}

/** A document was handed over: perhaps what was exported elsewhere a little while ago. */
export async function foldCarriedExport(
  { database, platform }: FoldContext,
  { at, fileKind }: { readonly at: number; readonly fileKind: FileKind },
): Promise<void> {
  if (fileKind !== 'office' && fileKind !== 'pdf' && fileKind !== 'archive') return;
  const exports = await openExports(database, at);
  const source = exports.findLast((one) => one.platform !== platform && !one.to.includes(platform));
  if (source === undefined) return;
  await database.transfers.add({
    id: randomId(),
    at,
    kind: 'export-upload',
    from: source.platform,
    to: platform,
  });
  await writeState(
    database,
    EXPORTS_KEY,
    exports.map((one) => (one === source ? { ...one, to: [...one.to, platform] } : one)),
  );
}

async function openCopies(database: Database, at: number): Promise<readonly Copy[]> {
  const copies = (await readState<readonly Copy[]>(database, COPIES_KEY)) ?? [];
  return copies.filter((copy) => Math.abs(at - copy.at) <= COPY_LIFE_MS).slice(-MAX_OPEN + 1);
}

async function openExports(database: Database, at: number): Promise<readonly Export[]> {
  const exports = (await readState<readonly Export[]>(database, EXPORTS_KEY)) ?? [];
  return exports.filter((one) => Math.abs(at - one.at) <= EXPORT_LIFE_MS).slice(-MAX_OPEN + 1);
}

/** Forgets copies and exports whose time has passed. */
export async function forgetMovements(database: Database, now: number): Promise<void> {
  await writeState(database, COPIES_KEY, await openCopies(database, now));
  await writeState(database, EXPORTS_KEY, await openExports(database, now));
}
