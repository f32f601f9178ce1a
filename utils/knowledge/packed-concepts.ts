/**
 * The field concepts as they stand in the package: column by column, so that like stands beside like,
 * in a text of a small alphabet. A column of few different words lists them once and then has one letter a row. Of the
 * labels only the first, the name, keeps its place. The worker reads
 * them whenever it wakes: a denser form would cost it more than the bytes are worth. Made at build time from
 * `public/knowledge/field-concepts.json`.
 */
import { packByAlphabet, unpackByAlphabet } from './alphabet-text';

export const PACKED_CONCEPTS_PATH = 'knowledge/field-concepts.packed';

const NEXT_ROW = ';';
const NEXT_WORD = '|';
const LISTS = ['labels', 'names', 'id'];
const TEXTS = ['shape', 'entropy', 'pii', 'family', 'role', 'unit'];
const FLAGS = ['roles', 'meta', 'generic', 'sensitive'];
/** The letter of the first word of a column: none that JSON must escape follows. */
const FIRST_LETTER = 0x100;

type Row = Record<string, unknown>;

/** @throws Error where a concept holds what the columns cannot carry */
export function packConcepts(root: { readonly concepts: readonly Row[] }): Uint8Array<ArrayBuffer> {
  const { concepts, ...rest } = root;
  const columns: Record<string, string> = {};
  for (const key of LISTS) {
    columns[key] = concepts.map((concept) => cell(concept[key], key)).join(NEXT_ROW);
  }
  for (const key of [...TEXTS, ...FLAGS]) {
    const cells = concepts.map((concept) => cell(concept[key], key));
    const words = [...new Set(cells)];
    const letters = cells.map((word) => String.fromCharCode(FIRST_LETTER + words.indexOf(word)));
    columns[key] = `${words.join(NEXT_WORD)}${NEXT_ROW}${letters.join('')}`;
  }
  for (const key of concepts.flatMap(Object.keys)) {
    if (columns[key] === undefined) throw new Error(`concepts: no column for ${key}`);
  }
  return packByAlphabet(JSON.stringify({ ...rest, concepts: columns }));
}

/**
 * The JSON that was packed.
 *
 * @throws SyntaxError where the bytes are damaged
 */
export function unpackConcepts(bytes: Uint8Array): unknown {
  const { concepts, ...rest } = JSON.parse(unpackByAlphabet(bytes)) as {
    concepts: Record<string, string>;
  };
  const rows: Row[] = [];
  for (const [key, column] of Object.entries(concepts)) {
    for (const [index, text] of cellsOf(key, column).entries()) {
      rows[index] ??= {};
      const row = rows[index];
      if (row === undefined || text === '') continue;
      if (key === 'labels' || key === 'names') row[key] = text.split(NEXT_WORD);
      else row[key] = FLAGS.includes(key) ? true : text;
    }
  }
  return { ...rest, concepts: rows };
}

function cellsOf(key: string, column: string): readonly string[] {
  const parts = column.split(NEXT_ROW);
  if (LISTS.includes(key)) return parts;
  const [words = '', letters = ''] = parts;
  const listed = words.split(NEXT_WORD);
  return [...letters].map((letter) => listed[letter.charCodeAt(0) - FIRST_LETTER] ?? '');
}

function cell(value: unknown, key: string): string {
  if (value === undefined) return '';
  const words = Array.isArray(value) ? value : [value === true ? '1' : value];
  if (FLAGS.includes(key) && value !== true) throw new Error(`concepts: ${key} is no flag`);
  for (const word of words) {
    if (typeof word !== 'string' || word === '' || /[;|]/.test(word)) {
      throw new Error(`concepts: ${key} holds ${JSON.stringify(word)}`);
    }
  }
  return (key === 'labels' ? [words[0], ...words.slice(1).sort()] : words).join(NEXT_WORD);
}
