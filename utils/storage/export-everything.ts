import type { Database } from './database';

/**
 * Everything that is kept of the person, as plain data for the person's own export: every table but
 * keys, digests and open state. What digests tell apart (labels, columns, files) is told apart by
 * running numbers instead; no digest leaves.
 *
 * @throws Error as the database gives it; `describeFault` tells what it means
 */
export function exportEverything(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const {
    intervals,
    coverage,
    platforms,
    forms,
    submissions,
    uploads,
    actions,
    pageSigns,
    transfers,
    findings,
    diary,
    ledger,
    weekSums,
    faults,
  } = database;
  const tables = [
    intervals,
    coverage,
    platforms,
    forms,
    submissions,
    uploads,
    actions,
    pageSigns,
    transfers,
    findings,
    diary,
    ledger,
    weekSums,
    faults,
  ];
  return database.transaction('r', tables, async () => {
    const labels = new Numbers('label');
    const columns = new Numbers('column');
    const files = new Numbers('file');
    const out: Record<string, unknown> = { format: 'qingzhuang-own-data', version: 1 };
    for (const table of tables) out[table.name] = await table.toArray();
    out.forms = (await forms.toArray()).map(({ fields, ...form }) => ({
      ...form,
      fields: fields.map(({ labelDigest, ...field }) => ({
        ...field,
        labelNumber: labels.of(labelDigest),
      })),
    }));
    out.submissions = (await submissions.toArray()).map(({ fields, ...submission }) => ({
      ...submission,
      fields: fields.map(({ labelDigest, digest: _digest, anyDigest: _any, ...field }) => ({
        ...field,
        labelNumber: labels.of(labelDigest),
      })),
    }));
    out.uploads = (await uploads.toArray()).map(
      ({ digest, pictureHashes: _hashes, sketch: _sketch, ...upload }) => ({
        ...upload,
        ...(digest === undefined ? {} : { contentNumber: files.of(digest) }),
      }),
    );
    out.actions = (await actions.toArray()).map(({ objectDigest: _object, ...action }) => action);
    out.pageSigns = (await pageSigns.toArray()).map(({ columns: read, ...sign }) => ({
      ...sign,
      columns: read.map(({ titleDigest, ...column }) => ({
        ...column,
        titleNumber: columns.of(titleDigest),
      })),
    }));
    return out;
  });
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
