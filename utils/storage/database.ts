import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  Action,
  CoverageDay,
  DiaryLine,
  DigestKey,
  Fault,
  Finding,
  Form,
  Interval,
  LedgerEntry,
  OtherWeekSum,
  PageSign,
  Platform,
  Submission,
  Transfer,
  Upload,
  WeekSum,
} from '../domain/records';

import type { StoredDigest } from './compact-digest';
import { decodeInterval, encodeInterval } from './compact-interval';
import { type Codec, compactRows } from './compact-rows';
import { decodeSubmission, encodeSubmission } from './compact-submission';

/** A value of open state: it is rewritten in the same transaction as the records it leads to. */
export interface StateRow {
  readonly key: string;
  readonly value: unknown;
}

/** Rows of one table that a backup holds, waiting until the whole of it has been read. */
export interface StagedRows {
  readonly id?: number;
  readonly at: number;
  readonly table: string;
  readonly rows: readonly unknown[];
}

export const DATABASE_NAME = 'qingzhuang';

const CODECS: ReadonlyMap<string, Codec> = new Map<string, Codec>([
  ['submissions', { encode: encodeSubmission, decode: decodeSubmission }],
  ['intervals', { encode: encodeInterval, decode: decodeInterval }],
]);

/**
 * The one database, in the extension's own origin. Records and open state change together in one
 * transaction, so that a worker that dies at any moment leaves neither a half record nor a lost one.
 */
export class Database extends Dexie {
  declare intervals: EntityTable<Interval, 'id'>;
  declare coverage: EntityTable<CoverageDay, 'day'>;
  declare platforms: EntityTable<Platform, 'id'>;
  declare forms: Table<Form, [string, string]>;
  declare submissions: EntityTable<Submission, 'id'>;
  /** Read and written by the digests module alone. */
  declare digests: Table<StoredDigest, Uint8Array<ArrayBuffer>, StoredDigest>;
  declare keys: EntityTable<DigestKey, 'generation'>;
  declare uploads: EntityTable<Upload, 'id'>;
  declare actions: EntityTable<Action, 'id'>;
  declare pageSigns: EntityTable<PageSign, 'id'>;
  declare transfers: EntityTable<Transfer, 'id'>;
  declare findings: EntityTable<Finding, 'id'>;
  declare diary: EntityTable<DiaryLine, 'id'>;
  declare ledger: EntityTable<LedgerEntry, 'id'>;
  declare weekSums: Table<WeekSum, [string, string]>;
  /** Sums of weeks of the person's other computers, as those wrote them. */
  declare otherWeekSums: Table<OtherWeekSum, [string, string, string]>;
  /** Batches of a backup that is being restored: read whole before anything is changed. */
  declare staged: Table<StagedRows, number>;
  declare faults: EntityTable<Fault, 'id'>;
  declare state: EntityTable<StateRow, 'key'>;

  constructor(name: string = DATABASE_NAME) {
    super(name);
    this.use(compactRows(CODECS));
    this.version(1).stores({
      intervals: 'id, from, [platform+from]',
      coverage: 'day',
      platforms: 'id',
      forms: '[platform+signature], lastSeenAt',
      submissions: 'id, at, [platform+at], [platform+form+at], continues',
      digests: ', a',
      keys: 'generation',
      uploads: 'id, at, digest, [platform+at]',
      actions: 'id, at, [platform+at]',
      pageSigns: 'id, at, [platform+at]',
      transfers: 'id, at',
      findings: 'id, platform, status',
      diary: 'id, day',
      ledger: 'id, platform, at',
      weekSums: '[week+platform]',
      otherWeekSums: '[device+week+platform], week',
      staged: '++id, at',
      faults: 'id, at, code',
      state: 'key',
    });
    // A value's places go with the submissions that they name: no index by time is needed.
    this.version(2).stores({ digests: '' });
  }
}
