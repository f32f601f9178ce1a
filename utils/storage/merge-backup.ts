/**
 * Merges the rows of a backup, staged, into the records of this computer.
 *
 * Records merge by their random ids: one that is here already stays as it is, so a backup restored
 * twice changes nothing. Records of another computer carry that computer's id. The sums of its weeks
 * stand apart from this computer's own, and the reading side adds both.
 */

import { alignFields } from '../domain/form-signature';
import type { CoverageDay, Form, LedgerEntry, Platform, Submission } from '../domain/records';
import { weekAt } from '../domain/week';
import type { BackupTable } from './backup-rows';
import type { Database } from './database';
import type { LongWork } from './long-work';
import { readState, removeState, writeState } from './open-state';
import { forgetSummed, INTERVAL_LIFE_MS } from './summed-weeks';
import { keyOf } from './table-batches';
import type { BackupManifest } from './write-backup';

/** What a restore brought. */
export interface Merged {
  /** Records that were not here before. */
  readonly added: number;
  /** Records that were here already. */
  readonly known: number;
}

/** How far retention had come: restored rows are older, so it starts over. */
const RETENTION_STATE = [
  'idle-shed-to',
  'background-shed-to',
  'submissions-stripped-to',
  'actions-stripped-to',
];

type Row = Readonly<Record<string, unknown>>;

export interface MergeOptions {
  /** IANA zone of the weeks. */
  readonly zone: string;
  /** Epoch ms. */
  readonly now: number;
}

/** One transaction: all of it, or nothing. */
export function mergeStaged(
  database: Database,
  manifest: BackupManifest,
  options: MergeOptions,
  { signal, progress }: LongWork,
): Promise<Merged> {
  return database.transaction('rw', database.tables, async () => {
    const own = await readState<string>(database, 'device');
    const merge = new Merge(database, options, manifest.device, own);
    const all = await database.staged.count();
    let last = 0;
    for (let done = 0; ; done++) {
      signal.throwIfAborted();
      const batch = await database.staged.where(':id').above(last).first();
      if (batch?.id === undefined) break;
      last = batch.id;
      await merge.rows(batch.table as BackupTable, batch.rows as readonly Row[]);
      progress((done + 1) / all);
    }
    await database.staged.clear();
    for (const week of merge.weeks) await forgetSummed(database, week);
    for (const key of RETENTION_STATE) await removeState(database, key);
    const since = await readState<number>(database, 'since');
    if (manifest.since !== undefined && manifest.since < (since ?? Number.POSITIVE_INFINITY)) {
      await writeState(database, 'since', manifest.since);
    }
    return { added: merge.added, known: merge.known };
  });
}

class Merge {
  readonly #database: Database;
  readonly #zone: string;
  readonly #source: string;
  readonly #own: string | undefined;
  readonly #detailsFrom: number;
  /** Where the fields of another computer's forms stand in the forms here. */
  readonly #places = new Map<string, readonly number[]>();
  /** Weeks of which the sums have to be made anew. */
  readonly weeks = new Set<string>();
  added = 0;
  known = 0;

  constructor(
    database: Database,
    { zone, now }: MergeOptions,
    source: string,
    own: string | undefined,
  ) {
    this.#database = database;
    this.#zone = zone;
    this.#source = source;
    this.#own = own;
    this.#detailsFrom = now - INTERVAL_LIFE_MS;
  }

  async rows(name: BackupTable, rows: readonly Row[]): Promise<void> {
    switch (name) {
      case 'platforms':
        return this.#put(name, rows, mergePlatform);
      case 'forms':
        return this.#put(name, rows, (form: Form, here) => this.#mergeForm(form, here));
      case 'coverage':
        return this.#put(name, rows, mergeCoverage);
      case 'ledger':
        return this.#put(name, rows, mergeEntry);
      case 'weekSums':
        if (this.#source === this.#own) return;
        // A computer's own account of its weeks takes the place of what was made up here.
        return this.#put(
          'otherWeekSums',
          rows.map((row) => ({ ...row, device: this.#source })),
          (sum) => sum,
        );
      case 'otherWeekSums':
        return this.#put(
          name,
          rows.filter(({ device }) => device !== this.#own),
          (sum: Row, here?: Row) => here ?? sum,
        );
      case 'intervals':
      case 'submissions':
      case 'uploads':
      case 'actions':
        return this.#put(
          name,
          rows.map((row) => this.#marked(row)),
          (row: Row, here?: Row) => here ?? this.#placed(name, row),
        );
      default:
        return this.#put(name, rows, (row: Row, here?: Row) => here ?? row);
    }
  }

  async #put<Stored extends object>(
    name: BackupTable,
    rows: readonly Row[],
    merge: (row: Stored, here: Stored | undefined) => Stored,
  ): Promise<void> {
    const table = this.#database.table<Stored>(name);
    const here = await table.bulkGet(rows.map((row) => keyOf(table, row)));
    const merged = rows.map((row, index) => merge(row as unknown as Stored, here[index]));
    await table.bulkPut(merged.filter((row, index) => row !== here[index]));
    const known = here.filter((row) => row !== undefined).length;
    this.known += known;
    this.added += rows.length - known;
    for (const [index, row] of rows.entries()) {
      const at = row.from ?? row.at;
      // Only weeks that are whole are summed anew.
      if (here[index] === undefined && typeof at === 'number' && at >= this.#detailsFrom) {
        this.weeks.add(weekAt(at, this.#zone).key);
      }
    }
  }

  #marked({ device = this.#source, ...row }: Row): Row {
    return device === this.#own ? row : { ...row, device };
  }

  #mergeForm(form: Form, here: Form | undefined): Form {
    if (here === undefined) return form;
    const { fields, indices } = alignFields(here.fields, form.fields);
    this.#places.set(`${form.platform}\n${form.signature}`, indices);
    const { heading } = form;
    return {
      ...(heading === undefined ? {} : { heading }),
      ...here,
      fields,
      firstSeenAt: Math.min(here.firstSeenAt, form.firstSeenAt),
      lastSeenAt: Math.max(here.lastSeenAt, form.lastSeenAt),
    };
  }

  #placed(name: BackupTable, row: Row): Row {
    const places = this.#places.get(`${row.platform}\n${row.form}`);
    if (name !== 'submissions' || places === undefined) return row;
    const { fields } = row as unknown as Submission;
    return { ...row, fields: fields.map((one) => ({ ...one, field: places[one.field] ?? 0 })) };
  }
}

/** What the person chose here stays; what was chosen there only fills gaps. */
function mergePlatform(row: Platform, here: Platform | undefined): Platform {
  if (here === undefined) return row;
  const opened = Math.max(here.lastOpenedAt ?? 0, row.lastOpenedAt ?? 0);
  return {
    ...row,
    ...here,
    origins: [...new Set([...here.origins, ...row.origins])].slice(0, 20),
    addedAt: Math.min(here.addedAt, row.addedAt),
    ...(opened === 0 ? {} : { lastOpenedAt: opened }),
  };
}

/** A block that one computer lost is lost. */
function mergeCoverage(row: CoverageDay, here: CoverageDay | undefined): CoverageDay {
  if (here === undefined) return row;
  const lost = [here, row].flatMap(({ active, recorded }) => {
    const kept = new Set(recorded);
    return active.filter((block) => !kept.has(block));
  });
  const gone = new Set(lost);
  const together = (a: readonly number[], b: readonly number[]) =>
    [...new Set([...a, ...b])].sort((one, other) => one - other);
  return {
    day: row.day,
    active: together(here.active, row.active),
    recorded: together(here.recorded, row.recorded).filter((block) => !gone.has(block)),
  };
}

const STEPS: readonly LedgerEntry['status'][] = ['reported', 'received', 'answered', 'settled'];

function mergeEntry(row: LedgerEntry, here: LedgerEntry | undefined): LedgerEntry {
  return here === undefined || STEPS.indexOf(row.status) > STEPS.indexOf(here.status) ? row : here;
}
