import type { Table } from 'dexie';
import {
  type RecordOf,
  type RecordWords,
  recordWords,
  type WordsContext,
} from '../../components/records/record-words';
import type { Action, Form } from '../../utils/domain/records';
import type { OwnLabel } from '../../utils/i18n/actions';
import type { RecordKind } from '../../utils/i18n/records';
import type { Database } from '../../utils/storage/database';
import { type DeletableTable, deleteRecords } from '../../utils/storage/delete-records';
import { openDatabase } from '../../utils/storage/open-database';

/** One stored record, in words, with what deleting it needs. */
export interface RecordLine extends RecordWords {
  readonly kind: RecordKind;
  readonly key: string;
  /** The key in its table; compound keys as they are. */
  readonly id: string | readonly string[];
  /** Of a proven action: the person's own label, as far as there is one. */
  readonly own?: { readonly label: OwnLabel | undefined };
}

export interface RecordQuery {
  readonly kind: RecordKind;
  /** Empty for all. */
  readonly platform: string;
  /** Words that must stand in the line; empty for all. */
  readonly text: string;
  readonly limit: number;
}

/** Index by which each kind is read, newest first. */
const ORDER: Readonly<Record<RecordKind, string>> = {
  intervals: 'from',
  submissions: 'at',
  uploads: 'at',
  actions: 'at',
  pageSigns: 'at',
  forms: 'lastSeenAt',
  transfers: 'at',
  findings: 'id',
  diary: 'day',
  ledger: 'at',
  coverage: 'day',
  weekSums: '[week+platform]',
  otherWeekSums: 'week',
  faults: 'at',
};

/** Kinds whose records carry derived places with them. */
const WITH_CARE: ReadonlySet<string> = new Set<DeletableTable>([
  'intervals',
  'submissions',
  'uploads',
  'actions',
  'pageSigns',
  'transfers',
  'diary',
  'ledger',
  'findings',
]);

export async function countRecords(kind: RecordKind): Promise<number> {
  const database = await openDatabase();
  return database.table(kind).count();
}

export async function countDigests(): Promise<number> {
  const database = await openDatabase();
  return database.digests.count();
}

/**
 * Reads records of one kind, newest first, until the limit is reached. The signal ends a search that
 * nobody waits for any more.
 */
export async function readRecords(
  query: RecordQuery,
  context: Omit<WordsContext, 'form'>,
  signal: AbortSignal,
): Promise<readonly RecordLine[]> {
  const database = await openDatabase();
  const withForms = await formContext(database, query.kind, context);
  const needle = query.text.trim().toLowerCase();
  const lines: RecordLine[] = [];
  const table = database.table(query.kind) as Table<RecordOf[RecordKind]>;
  await table
    .orderBy(ORDER[query.kind])
    .reverse()
    .until(() => signal.aborted || lines.length >= query.limit)
    .each((record) => {
      if (query.platform !== '' && !isOf(record, query.platform)) return;
      const line = lineOf(query.kind, record, withForms);
      if (needle === '' || textOf(line).toLowerCase().includes(needle)) lines.push(line);
    });
  return lines;
}

/** The records with these ids among the kinds that figures rest on, in the order given. */
export async function readRecordsById(
  ids: readonly string[],
  context: Omit<WordsContext, 'form'>,
): Promise<readonly RecordLine[]> {
  const database = await openDatabase();
  const found = new Map<string, RecordLine>();
  for (const kind of [
    'submissions',
    'actions',
    'uploads',
    'intervals',
    'pageSigns',
    'transfers',
  ] as const) {
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) break;
    const withForms = await formContext(database, kind, context);
    const rows = await (database.table(kind) as Table<RecordOf[typeof kind], string>).bulkGet(
      missing,
    );
    for (const row of rows) {
      if (row !== undefined) found.set(row.id, lineOf(kind, row, withForms));
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Records of one kind in a span of time (epoch ms), newest first, and whether there are more. */
export async function readRecordsWithin(
  kind: 'intervals' | 'submissions' | 'actions' | 'uploads' | 'pageSigns',
  { from, to, platform, limit }: RecordSpan,
  context: Omit<WordsContext, 'form'>,
): Promise<readonly RecordLine[]> {
  const database = await openDatabase();
  const withForms = await formContext(database, kind, context);
  const table = database.table(kind) as Table<RecordOf[typeof kind]>;
  const records = await table
    .where(ORDER[kind])
    .between(from, to, true, false)
    .reverse()
    .filter((record) => platform === undefined || record.platform === platform)
    .limit(limit)
    .toArray();
  return records.map((record) => lineOf(kind, record, withForms));
}

interface RecordSpan {
  readonly from: number;
  readonly to: number;
  readonly platform?: string | undefined;
  readonly limit: number;
}

/** Deletes one record and everything that was derived from it. */
export async function deleteRecord({ kind, id }: RecordLine, zone: string): Promise<void> {
  const database = await openDatabase();
  if (WITH_CARE.has(kind) && typeof id === 'string') {
    await deleteRecords(database, kind as DeletableTable, [id], zone);
  } else {
    await database.table(kind).delete(id as string);
  }
}

/** Deletes every record that the query finds. Returns how many. */
export async function deleteMatching(
  query: Omit<RecordQuery, 'limit'>,
  context: Omit<WordsContext, 'form'>,
  signal: AbortSignal,
): Promise<number> {
  const lines = await readRecords({ ...query, limit: Number.POSITIVE_INFINITY }, context, signal);
  const database = await openDatabase();
  if (WITH_CARE.has(query.kind)) {
    const ids = lines.map(({ id }) => id).filter((id) => typeof id === 'string');
    await deleteRecords(database, query.kind as DeletableTable, ids, context.zone);
  } else {
    await database.table(query.kind).bulkDelete(lines.map(({ id }) => id as string));
  }
  return lines.length;
}

async function formContext(
  database: Database,
  kind: RecordKind,
  context: Omit<WordsContext, 'form'>,
): Promise<WordsContext> {
  const forms = kind === 'submissions' ? await database.forms.toArray() : [];
  const byKey = new Map<string, Form>(
    forms.map((form) => [`${form.platform}\n${form.signature}`, form]),
  );
  return {
    ...context,
    form: (platform, signature) => byKey.get(`${platform}\n${signature}`),
  };
}

function lineOf<Kind extends RecordKind>(
  kind: Kind,
  record: RecordOf[Kind],
  context: WordsContext,
): RecordLine {
  const id = idOf(kind, record);
  const { outcome, ownLabel } = record as Action;
  return {
    kind,
    id,
    key: `${kind} ${String(id)}`,
    ...recordWords(kind, record, context),
    ...(kind === 'actions' && outcome === 'done' ? { own: { label: ownLabel } } : {}),
  };
}

function idOf(kind: RecordKind, record: RecordOf[RecordKind]): RecordLine['id'] {
  const fields = new Map<string, string>(Object.entries(record));
  const parts = KEYS.get(kind);
  if (parts === undefined) return fields.get(kind === 'coverage' ? 'day' : 'id') ?? '';
  return parts.map((part) => fields.get(part) ?? '');
}

/** Kinds that are told apart by several fields together. */
const KEYS: ReadonlyMap<RecordKind, readonly string[]> = new Map([
  ['forms', ['platform', 'signature']],
  ['weekSums', ['week', 'platform']],
  ['otherWeekSums', ['device', 'week', 'platform']],
]);

function isOf(record: RecordOf[RecordKind], platform: string): boolean {
  const {
    platform: own,
    from,
    to,
  } = record as {
    readonly platform?: string;
    readonly from?: unknown;
    readonly to?: unknown;
  };
  return own === platform || from === platform || to === platform;
}

function textOf({ when, platform, what }: RecordWords): string {
  return `${when} ${platform} ${what}`;
}
