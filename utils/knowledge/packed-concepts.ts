/**
 * The field concepts as they stand in the package: column by column, so that like stands beside like,
 * as a packed list. A column of few different words lists them once and then has one letter a row. Of
 * the labels only the first, the name, keeps its place. Made at build time from
 * `public/knowledge/field-concepts.json`.
 */
import { NEXT_ENTRY, NEXT_ROW, PackedTextReader, packText } from './packed-text';

export const PACKED_CONCEPTS_PATH = 'knowledge/field-concepts.packed';

const LISTS = ['labels', 'within', 'elsewhere', 'heads', 'names', 'id'];
const TEXTS = ['shape', 'entropy', 'pii', 'family', 'role', 'unit'];
const FLAGS = ['roles', 'meta', 'generic', 'sensitive'];
/** The letter of the first word of a column: none that JSON must escape follows. */
const FIRST_LETTER = 0x100;

type Row = Record<string, unknown>;

/**
 * @param words that the build took out of the code
 * @throws Error where a concept holds what the columns cannot carry
 */
export function packConcepts(
  root: { readonly concepts: readonly Row[] },
  words?: readonly string[],
): Uint8Array<ArrayBuffer> {
  const { concepts, ...rest } = root;
  const columns: Record<string, string> = {};
  for (const key of LISTS) {
    const cells = concepts.map((concept) => cell(concept[key], key));
    if (cells.some((one) => one !== '')) columns[key] = cells.join(NEXT_ROW);
  }
  for (const key of [...TEXTS, ...FLAGS]) {
    const cells = concepts.map((concept) => cell(concept[key], key));
    const words = [...new Set(cells)];
    const letters = cells.map((word) => String.fromCharCode(FIRST_LETTER + words.indexOf(word)));
    columns[key] = `${words.join(NEXT_ENTRY)}${NEXT_ROW}${letters.join('')}`;
  }
  for (const key of concepts.flatMap(Object.keys)) {
    if (columns[key] === undefined) throw new Error(`concepts: no column for ${key}`);
  }
  return packText(JSON.stringify({ ...rest, concepts: columns, words }), 'list');
}

/**
 * The text of the columns. Unpacking takes a second or two on an old computer: it goes on in steps.
 *
 * @param rest lets others run, and is asked for after each row or so
 * @throws RangeError where the bytes are damaged
 */
export async function unpackConcepts(
  bytes: Uint8Array,
  rest: () => Promise<void> | undefined,
): Promise<string> {
  const reader = new PackedTextReader(bytes, 'list');
  const rows: string[] = [];
  while (!reader.atEnd) {
    rows.push(reader.read(NEXT_ROW.charCodeAt(0)));
    await rest();
  }
  return rows.join(NEXT_ROW);
}

/**
 * The JSON that was packed.
 *
 * @throws SyntaxError where the text is damaged
 */
export function conceptsOf(columns: string): Readonly<Record<string, unknown>> {
  const { concepts, ...rest } = JSON.parse(columns) as { concepts: Record<string, string> };
  const rows: Row[] = [];
  for (const [key, column] of Object.entries(concepts)) {
    for (const [index, text] of cellsOf(key, column).entries()) {
      rows[index] ??= {};
      const row = rows[index];
      if (row === undefined || text === '') continue;
      if (LISTS.includes(key) && key !== 'id') row[key] = text.split(NEXT_ENTRY);
      else row[key] = FLAGS.includes(key) ? true : text;
    }
  }
  return { ...rest, concepts: rows };
}

function cellsOf(key: string, column: string): readonly string[] {
  const parts = column.split(NEXT_ROW);
  if (LISTS.includes(key)) return parts;
  const [words = '', letters = ''] = parts;
  const listed = words.split(NEXT_ENTRY);
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
  return (key === 'labels' ? [words[0], ...words.slice(1).sort(byEnd)] : words).join(NEXT_ENTRY);
}

/** The shorter first, of one length those that end alike together: so each tells most of the next. */
function byEnd(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return reversed(one) < reversed(other) ? -1 : 1;
}

function reversed(word: string): string {
  return [...word].reverse().join('');
}
