import { Dexie, type EntityTable } from 'dexie';
import type { LedgerLine } from '../domain/contribution/ledger';

interface StoredLine extends LedgerLine {
  readonly id: string;
  /** Who keeps it: the office, or the key-holder on the same computer. */
  readonly role: 'office' | 'holder';
}

/** Marks of a batch that was counted here, for the time when its sums come back. */
interface StoredBatch {
  readonly hash: string;
  readonly marks: readonly string[];
}

export const UNIT_LEDGER_NAME = 'qingzhuang-unit';

/** What a unit keeps of its releases: apart from anything of the person, who may use this computer. */
class UnitDatabase extends Dexie {
  declare lines: EntityTable<StoredLine, 'id'>;
  declare batches: EntityTable<StoredBatch, 'hash'>;

  constructor() {
    super(UNIT_LEDGER_NAME);
    this.version(1).stores({ lines: 'id, collection', batches: 'hash' });
  }
}

let database: UnitDatabase | undefined;
function open(): UnitDatabase {
  database ??= new UnitDatabase();
  return database;
}

export function readLedger(
  role: StoredLine['role'],
  collection: string,
): Promise<readonly LedgerLine[]> {
  return open()
    .lines.where('collection')
    .equals(collection)
    .filter((line) => line.role === role)
    .toArray();
}

/** Enters a line; the same batch and weeks again change nothing. */
export async function enterLine(role: StoredLine['role'], line: LedgerLine): Promise<void> {
  const id = `${role} ${line.collection} ${line.weeks.join()} ${line.batch}`;
  await open().lines.put({ ...line, role, id });
}

export async function keepBatch(hash: string, marks: readonly string[]): Promise<void> {
  await open().batches.put({ hash, marks });
}

/** Marks of these batches together; empty where one of them was not counted here. */
export async function marksOf(hashes: readonly string[]): Promise<readonly string[]> {
  const found = await open().batches.bulkGet([...hashes]);
  return found.every((batch) => batch !== undefined)
    ? found.flatMap((batch) => batch?.marks ?? [])
    : [];
}
