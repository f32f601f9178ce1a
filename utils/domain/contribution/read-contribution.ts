/**
 * Reads contributions, strictly: only the canonical bytes of this collection and week pass. There is no
 * general parser in between, so nothing deep, huge or oddly keyed can do anything but be refused, and
 * no value of a refused file is in any message.
 */

import { base64Length, fromBase64 } from './base64';
import { type Collection, collectionId } from './collection';
import { CONTRIBUTION_SCHEMA, headText, MEASURE_VERSION } from './contribution';
import { binOf, type Layout, layoutOf } from './layout';
import { vectorCheck } from './vector-check';

/** Why a file is not counted. The list is closed. */
export const REFUSALS = [
  'too-large',
  'malformed',
  'version',
  'foreign-collection',
  'foreign-week',
  'wrong-mode',
  'wrong-length',
  'over-cap',
  'inconsistent',
  'replayed',
  'superseded',
  'conflict',
  'cannot-open',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What was read. The vector is overwritten by the next reading. */
export interface ReadContribution {
  readonly token: string;
  readonly rev: number;
  /** Plain: the entries. Sealed: low and high 32 bits of the open share of each entry in turn. */
  readonly vector: Uint32Array;
  /** Tells contents apart that bear one token and revision. */
  readonly check: number;
  /** The sealed half, base64; only in sealed mode. */
  readonly seal?: string;
}

export interface ContributionReader {
  readonly layout: Layout;
  /** Longest file, bytes. */
  readonly limit: number;
  /** Reads `bytes` from `from` up to `to`; white space around it does not matter. */
  read(bytes: Uint8Array, from?: number, to?: number): ReadContribution | Refusal;
}

const TOKEN_LENGTH = 32;
const SEAL_LENGTH = base64Length(113);
const encoder = new TextEncoder();
const REV = encoder.encode('","rev":');
const VALUES = encoder.encode(',"values":[');
const CHECK = encoder.encode(',"check":');
const OPEN = encoder.encode(',"open":"');
const SEAL = encoder.encode('","seal":"');
const END = encoder.encode('"}');
const COMMA = 44;
const BRACKET = 93;

/** What a reader must know of a collection and week. */
export interface Expected {
  /** Id of the collection. */
  readonly collection: string;
  readonly week: string;
  readonly sealed: boolean;
  readonly layout: Layout;
}

export function expectedOf(collection: Collection, week: string): Expected {
  return {
    collection: collectionId(collection),
    week,
    sealed: collection.mode === 'sealed',
    layout: layoutOf(collection),
  };
}

export function contributionReader(collection: Collection, week: string): ContributionReader {
  return readerOf(expectedOf(collection, week));
}

export function readerOf({ collection: id, week, sealed, layout }: Expected): ContributionReader {
  const head = encoder.encode(headText({ collection: id, week }));
  const { length } = layout.entries;
  const vector = new Uint32Array(sealed ? 2 * length : length);
  const open = new Uint8Array(sealed ? 8 * length : 0);
  const openLength = base64Length(open.length);
  const limit = head.length + 96 + (sealed ? openLength + SEAL_LENGTH + 64 : 8 * length);

  const readSealed = (bytes: Uint8Array, at: number, to: number) => {
    if (!startsWith(bytes, at, OPEN)) return wrongMode(bytes, at, VALUES);
    const from = at + OPEN.length;
    const sealAt = from + openLength + SEAL.length;
    if (to !== sealAt + SEAL_LENGTH + END.length) return 'wrong-length';
    if (
      !startsWith(bytes, from + openLength, SEAL) ||
      !startsWith(bytes, to - END.length, END) ||
      !fromBase64(bytes, from, open)
    )
      return 'malformed';
    const seal = ascii(bytes, sealAt, sealAt + SEAL_LENGTH);
    if (!/^[A-Za-z0-9+/]{151}=$/.test(seal)) return 'malformed';
    new Uint8Array(vector.buffer).set(open);
    return seal;
  };

  const readPlain = (bytes: Uint8Array, at: number, to: number): Refusal | number => {
    if (!startsWith(bytes, at, VALUES)) return wrongMode(bytes, at, OPEN);
    let place = at + VALUES.length;
    let entry = 0;
    let mark: number | undefined = COMMA;
    while (mark === COMMA) {
      // Most entries are nought.
      if (bytes[place] === 48 && bytes[place + 1] === COMMA && entry < length) {
        vector[entry] = 0;
        entry += 1;
        place += 2;
        continue;
      }
      let value = 0;
      let digits = 0;
      for (;;) {
        const digit = (bytes[place] as number) - 48;
        if (digit < 0 || digit > 9) break;
        // A number begins with a nought only where it is nought.
        if (digits > 0 && value === 0) return 'malformed';
        value = value * 10 + digit;
        digits += 1;
        place += 1;
        if (digits > 7) return 'over-cap';
      }
      mark = bytes[place];
      if (place >= to || digits === 0 || (mark !== COMMA && mark !== BRACKET)) return 'malformed';
      if (entry >= length) return 'wrong-length';
      vector[entry] = value;
      entry += 1;
      place += 1;
    }
    if (entry !== length) return 'wrong-length';
    const check = checkAt(bytes, place, to);
    if (check === undefined) return 'malformed';
    return vectorFault(vector, layout) ?? (check === vectorCheck(vector) ? check : 'inconsistent');
  };

  return {
    layout,
    limit,
    read(bytes, from = 0, to = bytes.length) {
      let [at, end] = [from, to];
      if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
      while (end > at && (bytes[end - 1] as number) <= 32) end -= 1;
      if (end - at > limit) return 'too-large';
      if (!startsWith(bytes, at, head)) return headFault(bytes, at, end, id);
      at += head.length;
      const token = ascii(bytes, at, Math.min(end, at + TOKEN_LENGTH));
      at += TOKEN_LENGTH;
      if (!/^[0-9a-f]{32}$/.test(token) || !startsWith(bytes, at, REV)) return 'malformed';
      at += REV.length;
      const rev = (bytes[at] as number) - 48;
      if (!(rev >= 1 && rev <= 9)) return 'malformed';
      at += 1;
      if (!sealed) {
        const check = readPlain(bytes, at, end);
        return typeof check === 'string' ? check : { token, rev, vector, check };
      }
      const seal = readSealed(bytes, at, end);
      if (seal.length !== SEAL_LENGTH) return seal as Refusal;
      return { token, rev, vector, check: vectorCheck(vector, seal), seal };
    },
  };
}

/**
 * Why a vector cannot be a person's week: an entry over its cap (or without its weight), or entries
 * that do not fit one another (steps, squares, bins).
 */
export function vectorFault(
  vector: Uint32Array,
  layout: Layout,
): 'over-cap' | 'inconsistent' | undefined {
  for (const [index, { weightAt, slots, ownBins }] of layout.rows.entries()) {
    const weight = vector[weightAt] as number;
    if (weight > 1) return 'over-cap';
    const end = layout.rows[index + 1]?.weightAt ?? vector.length;
    // Most rows are not used: then there is nothing in them.
    if (weight === 0 && isBlank(vector, weightAt + 1, end)) continue;
    for (const { at, squareAt, cap, step, bins } of slots) {
      const value = vector[at] as number;
      if (value > cap) return 'over-cap';
      if (value % step !== 0 || (weight === 0 && value !== 0)) return 'inconsistent';
      if (squareAt !== undefined && vector[squareAt] !== value * value) return 'inconsistent';
      if (bins !== undefined && !isOneHot(vector, bins.at, bins.edges, weight, value))
        return 'inconsistent';
    }
    if (ownBins !== undefined && !isOneHot(vector, ownBins.at, ownBins.edges, weight))
      return 'inconsistent';
  }
  return undefined;
}

function isBlank(vector: Uint32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (vector[at] !== 0) return false;
  return true;
}

function isOneHot(
  vector: Uint32Array,
  at: number,
  edges: readonly number[],
  weight: number,
  value?: number,
): boolean {
  let sum = 0;
  for (let bin = 0; bin <= edges.length; bin += 1) {
    const one = vector[at + bin] as number;
    if (one > 1) return false;
    sum += one;
  }
  if (sum !== weight) return false;
  return weight === 0 || value === undefined || vector[at + binOf(value, edges)] === 1;
}

function startsWith(bytes: Uint8Array, at: number, head: Uint8Array): boolean {
  for (let index = 0; index < head.length; index += 1)
    if (bytes[at + index] !== head[index]) return false;
  return true;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
}

/** The check behind the values, which ends the file. */
function checkAt(bytes: Uint8Array, at: number, to: number): number | undefined {
  const text = startsWith(bytes, at, CHECK)
    ? ascii(bytes, at + CHECK.length, Math.min(to, at + 32))
    : '';
  return /^(0|[1-9]\d{0,9})\}$/.test(text) ? Number(text.slice(0, -1)) : undefined;
}

function wrongMode(bytes: Uint8Array, at: number, other: Uint8Array): Refusal {
  return startsWith(bytes, at, other) ? 'wrong-mode' : 'malformed';
}

const HEAD =
  /^\{"schema":"([\w/-]{1,60})","measures":(\d{1,6}),"collection":"([\w.-]{1,60})","week":"(\d{4}-W\d\d)","token":"/;

/** What a heading other than the one expected says. */
function headFault(bytes: Uint8Array, from: number, to: number, id: string): Refusal {
  const found = HEAD.exec(ascii(bytes, from, Math.min(to, from + 250)));
  if (found === null) return 'malformed';
  const [, schema = '', measures, collection] = found;
  if (schema !== CONTRIBUTION_SCHEMA || measures !== String(MEASURE_VERSION)) {
    return schema.startsWith('qingzhuang/contribution/') ? 'version' : 'malformed';
  }
  return collection === id ? 'foreign-week' : 'foreign-collection';
}
