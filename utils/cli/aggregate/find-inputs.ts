import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTION_SCHEMA } from '../../domain/contribution/collection';
import { SUM_SCHEMA } from '../../domain/contribution/sum-file';

/** What a path holds, told by its ending and first bytes. */
export type InputKind = 'collection' | 'contributions' | 'sum' | 'facts';

export interface Input {
  readonly path: string;
  readonly kind: InputKind;
  readonly bytes: number;
}

const ENDINGS = /\.(json|ndjson|jsonl|parquet)$/i;

/**
 * The files under these paths, folders with everything below them, in the order of their names.
 *
 * @throws Error naming the path that is not there, or that holds nothing of this kind
 */
export function findInputs(paths: readonly string[]): readonly Input[] {
  const inputs: Input[] = [];
  const visit = (path: string, asked: boolean) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new Error(`${path}: there is no such file or folder.`);
    if (found.isDirectory()) {
      // By code units, as everywhere here: the order must not depend on a locale.
      for (const name of readdirSync(path).sort()) visit(join(path, name), false);
    } else if (ENDINGS.test(path)) {
      inputs.push({ path, kind: kindOf(path), bytes: found.size });
    } else if (asked) {
      throw new Error(`${path}: is neither a folder nor .json, .ndjson, .jsonl or .parquet.`);
    }
  };
  for (const path of paths) visit(path, true);
  return inputs;
}

function kindOf(path: string): InputKind {
  if (/\.parquet$/i.test(path)) return 'facts';
  const start = firstBytes(path, 60);
  if (start.includes(`"${COLLECTION_SCHEMA}"`)) return 'collection';
  if (start.includes(`"${SUM_SCHEMA}"`)) return 'sum';
  return 'contributions';
}

function firstBytes(path: string, count: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, count, 0));
  } finally {
    closeSync(file);
  }
}
