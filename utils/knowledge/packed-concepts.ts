/**
 * The field concepts as they stand in the package: column by column, so that like stands beside like,
 * in a text of a small alphabet. Made at build time from `public/knowledge/field-concepts.json`.
 */
import { packText, unpackText } from './packed-text';

export const PACKED_CONCEPTS_PATH = 'knowledge/field-concepts.packed';

const NEXT_ROW = ';';
const NEXT_WORD = '|';
const LISTS = ['labels', 'names'];
const TEXTS = ['id', 'shape', 'entropy', 'pii', 'family', 'role', 'unit'];
const FLAGS = ['roles', 'meta', 'generic', 'sensitive'];

type Row = Record<string, unknown>;

/** @throws Error where a concept holds what the columns cannot carry */
export function packConcepts(root: { readonly concepts: readonly Row[] }): Uint8Array<ArrayBuffer> {
  const { concepts, ...rest } = root;
  const columns: Record<string, string> = {};
  for (const key of [...LISTS, ...TEXTS, ...FLAGS]) {
    columns[key] = concepts.map((concept) => cell(concept[key], key)).join(NEXT_ROW);
  }
  for (const key of concepts.flatMap(Object.keys)) {
    if (columns[key] === undefined) throw new Error(`concepts: no column for ${key}`);
  }
  return packText(JSON.stringify({ ...rest, concepts: columns }));
}

/**
 * The JSON that was packed.
 *
 * @throws SyntaxError where the bytes are damaged
 */
export function unpackConcepts(bytes: Uint8Array): unknown {
  const { concepts, ...rest } = JSON.parse(unpackText(bytes)) as {
    concepts: Record<string, string>;
  };
  const rows: Row[] = [];
  for (const [key, column] of Object.entries(concepts)) {
    for (const [index, text] of column.split(NEXT_ROW).entries()) {
      rows[index] ??= {};
      const row = rows[index];
      if (row === undefined || text === '') continue;
      if (LISTS.includes(key)) row[key] = text.split(NEXT_WORD);
      else row[key] = FLAGS.includes(key) ? true : text;
    }
  }
  return { ...rest, concepts: rows };
}

function cell(value: unknown, key: string): string {
  if (value === undefined) return '';
  const words = LISTS.includes(key) ? (value as unknown[]) : [value === true ? '1' : value];
  if (FLAGS.includes(key) && value !== true) throw new Error(`concepts: ${key} is no flag`);
  for (const word of words) {
    if (typeof word !== 'string' || word === '' || /[;|]/.test(word)) {
      throw new Error(`concepts: ${key} holds ${JSON.stringify(word)}`);
    }
  }
  return words.join(NEXT_WORD);
}
