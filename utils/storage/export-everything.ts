import type { Action, Form, PageSign, Submission, Upload } from '../domain/records';
import type { Database } from './database';
import type { LongWork } from './long-work';
import { countRows, tableBatches } from './table-batches';

const TABLES = [
  'intervals',
  'coverage',
  'platforms',
  'forms',
  'submissions',
  'uploads',
  'actions',
  'pageSigns',
  'transfers',
  'findings',
  'diary',
  'ledger',
  'weekSums',
  'otherWeekSums',
  'faults',
] as const;

/**
 * Everything that is kept of the person, as a JSON file for the person alone: every table but keys,
 * digests and open state, one record a line. What digests tell apart (labels, columns, files) is told
 * apart by running numbers instead; no digest leaves.
 *
 * @throws DOMException `AbortError` where it was stopped; Error as the database gives it
 */
export async function exportEverything(
  database: Database,
  { signal, progress }: LongWork,
): Promise<Blob> {
  const plain = withoutDigests();
  const all = await countRows(TABLES.map((name) => database.table(name)));
  const parts: string[] = ['{\n"format": "qingzhuang-own-data",\n"version": 1'];
  let rows = 0;
  for (const name of TABLES) {
    parts.push(`,\n"${name}": [`);
    let first = true;
    for await (const batch of tableBatches(database.table(name))) {
      signal.throwIfAborted();
      const lines = batch.map((row) => JSON.stringify(plain(name, row)));
      parts.push(`${first ? '\n' : ',\n'}${lines.join(',\n')}`);
      first = false;
      rows += batch.length;
      progress(rows / all);
    }
    parts.push(']');
  }
  parts.push('\n}\n');
  return new Blob(parts, { type: 'application/json' });
}

/** Rows without their digests. */
function withoutDigests(): (table: (typeof TABLES)[number], row: unknown) => unknown {
  const labels = new Numbers('label');
  const columns = new Numbers('column');
  const files = new Numbers('file');
  return (table, row) => {
    switch (table) {
      case 'forms': {
        const { fields, ...form } = row as Form;
        return {
          ...form,
          fields: fields.map(({ labelDigest, ...field }) => ({
            ...field,
            labelNumber: labels.of(labelDigest),
          })),
        };
      }
      case 'submissions': {
        const { fields, ...submission } = row as Submission;
        return {
          ...submission,
          fields: fields.map(({ labelDigest, digest: _digest, anyDigest: _any, ...field }) => ({
            ...field,
            labelNumber: labels.of(labelDigest),
          })),
        };
      }
      case 'uploads': {
        const { digest, pictureHashes: _hashes, sketch: _sketch, ...upload } = row as Upload;
        return digest === undefined ? upload : { ...upload, contentNumber: files.of(digest) };
      }
      case 'actions': {
        const { objectDigest: _object, ...action } = row as Action;
        return action;
      }
      case 'pageSigns': {
        const { columns: read, ...sign } = row as PageSign;
        return {
          ...sign,
          columns: read.map(({ titleDigest, ...column }) => ({
            ...column,
            titleNumber: columns.of(titleDigest),
          })),
        };
      }
      default:
        return row;
    }
  };
}

/** Running numbers in the place of digests: equal digests have equal numbers, and nothing else. */
class Numbers {
  readonly #known = new Map<string, string>();
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  of(digest: string): string {
    let number = this.#known.get(digest);
    if (number === undefined) {
      number = `${this.#kind}-${this.#known.size + 1}`;
      this.#known.set(digest, number);
    }
    return number;
  }
}
