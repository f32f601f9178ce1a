/**
 * Text in as few bytes as a small reader allows: context mixing. Each character is a walk down a
 * Huffman tree, and each step of it one arithmetically coded bit. What the bit will be is guessed from
 * several contexts (the characters before, the word so far, the word before it; of a list also what was
 * met in the same row, and what stands above); mixers weigh the guesses and learn from every bit whom to
 * believe. Writer and reader guess alike, so nothing of that is stored.
 *
 * Only the four basic operations touch fractions: every engine computes the same bits.
 *
 * Form: number of UTF-16 units; the alphabet, for each length of code the number
 * of its characters and the steps from one to the next; then the coded bits. Numbers have seven bits a
 * byte, the lowest first.
 */

/** Longer texts are refused: damaged bytes must not keep a reader busy. */
const MOST_UNITS = 1 << 18;
const LONGEST_CODE = 24;

/** Probabilities have 16 bits, and so has the part of the range that they are taken of. */
const ONE = 1 << 16;
/**
 * What was seen after a context: slots of a probability (16 bits) and how often it was met, those of
 * three steps together on a shelf behind a check of the context.
 */
const SHELF_BITS = 3;
const SHELVES_BITS = 16;
/** Of any text, and of a list. */
const CONTEXTS = 7;
const LIST_CONTEXTS = 12;
const MET = 0xffff;
const MOST_MET = 40;
const LEARNING = 0.02;
const FIRST_WEIGHT = 0.2;
/**
 * Each mixer has weights of its own for each of some occasions: how long a context was met and where in
 * the code the bit stands; which character stands before; of a list, how far into an entry it is.
 */
const DEPTHS = 8;
const LAST_CHARACTERS = 256;
const ENTRY_PLACES = 6;

/** What stands between the entries of a list, and between its rows. */
export const NEXT_ENTRY = '|';
export const NEXT_ROW = ';';
const ENTRY_UNIT = NEXT_ENTRY.charCodeAt(0);
const ROW_UNIT = NEXT_ROW.charCodeAt(0);

/** `list`: rows of entries, each row a few words that resemble each other. */
export type TextKind = 'prose' | 'list';

/** The logistic function, tabled over −12…12, and its reverse over probabilities of 12 bits. */
const REACH = 12;
const STEPS = 128;
const SQUASHED = Float64Array.from(
  { length: 2 * REACH * STEPS + 1 },
  (_, place) => 1 / (1 + exponential(REACH - place / STEPS)),
);
const STRETCHED = stretched();
/** By how often a slot was met: how far it moves, and how much its lean counts. */
const RATES = Float64Array.from({ length: MOST_MET + 1 }, (_, met) => 1 / (met + 1.5));
const TRUST = Float64Array.from({ length: MOST_MET + 1 }, (_, met) => 0.5 + Math.min(met, 30) / 8);

/** @throws RangeError where the text has more than 262 144 units */
export function packText(text: string, kind: TextKind = 'prose'): Uint8Array<ArrayBuffer> {
  if (text.length > MOST_UNITS) throw new RangeError(`packed text: ${text.length} units`);
  const bytes: number[] = [];
  const put = (number: number) => {
    for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
    bytes.push(number);
  };
  put(text.length);
  const alphabet = alphabetOf(text);
  put(alphabet.length);
  for (const units of alphabet) {
    put(units.length);
    for (const [index, unit] of units.entries()) put(unit - (units[index - 1] ?? 0));
  }
  const codes = new Map<number, readonly [code: number, length: number]>();
  let code = 0;
  for (const [length, units] of alphabet.entries()) {
    code *= 2;
    for (const unit of units) codes.set(unit, [code++, length]);
  }
  const guess = new Guess(kind);
  let low = 0;
  let high = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const [walk, length] = codes.get(unit) ?? [0, 0];
    for (let depth = 0; depth < length; depth++) {
      const bit = (walk >>> (length - depth - 1)) & 1;
      const split = splitOf(low, high, guess.next(depth));
      if (bit === 1) high = split;
      else low = split + 1;
      guess.learn(bit);
      for (; (low ^ high) >>> 24 === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) {
        bytes.push(high >>> 24);
      }
    }
    guess.moveOn(unit);
  }
  bytes.push(low >>> 24, (low >>> 16) & 255, (low >>> 8) & 255, low & 255);
  return Uint8Array.from(bytes);
}

/**
 * The reverse of `packText`.
 *
 * @throws RangeError where the bytes are cut off or none of its own
 */
export function unpackText(bytes: Uint8Array, kind: TextKind = 'prose'): string {
  return new PackedTextReader(bytes, kind).read();
}

/** Reads a packed text bit by bit, so that its beginning is there before its end. */
export class PackedTextReader {
  private readonly guess: Guess;
  /** By length of code: the characters. */
  private readonly alphabet: number[][] = [];
  private left: number;
  private at = 0;
  private low = 0;
  private high = 0xffffffff;
  private window = 0;

  /** @throws RangeError where the bytes do not begin like a packed text */
  constructor(
    private readonly bytes: Uint8Array,
    kind: TextKind = 'prose',
  ) {
    this.left = this.number(MOST_UNITS);
    for (let length = this.number(LONGEST_CODE + 1); length > 0; length--) {
      const units: number[] = [];
      let unit = 0;
      for (let count = this.number(ONE); count > 0; count--) {
        unit += this.number(ONE);
        units.push(unit);
      }
      this.alphabet.push(units);
    }
    this.guess = new Guess(kind);
    for (let first = 0; first < 4; first++) this.window = (this.window << 8) | this.byte();
    this.window >>>= 0;
  }

  get atEnd(): boolean {
    return this.left === 0;
  }

  /**
   * What stands before the next `end`, which is passed over, or the whole rest.
   *
   * @throws RangeError where the bytes are cut off or damaged
   */
  read(end?: number): string {
    const units: string[] = [];
    while (this.left > 0) {
      const unit = this.unit();
      this.left -= 1;
      this.guess.moveOn(unit);
      if (unit === end) break;
      units.push(String.fromCharCode(unit));
    }
    return units.join('');
  }

  /** Walks down to a character: the codes of one length follow each other. */
  private unit(): number {
    let code = 0;
    let first = 0;
    for (let depth = 0; ; depth++) {
      const units = this.alphabet[depth];
      if (units === undefined) throw new RangeError('packed text: no such character');
      const unit = units[code - first];
      if (unit !== undefined) return unit;
      first = (first + units.length) * 2;
      code = code * 2 + this.bit(depth);
    }
  }

  private bit(depth: number): number {
    const split = splitOf(this.low, this.high, this.guess.next(depth));
    const bit = this.window <= split ? 1 : 0;
    if (bit === 1) this.high = split;
    else this.low = split + 1;
    this.guess.learn(bit);
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
      this.window = ((this.window << 8) | this.byte()) >>> 0;
    }
    return bit;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('packed text: cut off');
    return byte;
  }

  private number(most: number): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      number += (byte & 127) * 2 ** shift;
      if (number > most || shift > 21) throw new RangeError('packed text: number too large');
      if (byte < 128) return number;
    }
  }
}

/** Where the range is cut: the lower part is that of a one. */
function splitOf(low: number, high: number, probability: number): number {
  return low + Math.floor((high - low) / ONE) * probability;
}

/** What the next bit will be, from all contexts. */
class Guess {
  private readonly slots: Uint32Array;
  /** Contexts of this character, and of each the shelf where its slots stand now. */
  private readonly contexts: Int32Array;
  private readonly shelves: Int32Array;
  /** What each context says, twice: how sure it is, and how far it leans; then a constant. */
  private readonly says: Float64Array;
  /** The weights of all mixers, and of each where those of this bit begin, and what it makes of them. */
  private readonly weights: Float64Array;
  private readonly from: Int32Array;
  private readonly guesses: Float64Array;
  /** The way from the root of the tree to this bit, and its last steps on the shelf. */
  private way = 1;
  private step = 1;
  private readonly before = new Int32Array(4);
  private word = 0;
  private wordBefore = 0;
  private row = 0;
  /** The entry of a list so far, and the one above it in the same row. */
  private entry: number[] = [];
  private entrySoFar = 0;
  private above: readonly number[] = [];

  constructor(kind: TextKind) {
    const isList = kind === 'list';
    const count = isList ? LIST_CONTEXTS : CONTEXTS;
    this.contexts = new Int32Array(count);
    this.shelves = new Int32Array(count);
    this.slots = new Uint32Array(count << (SHELF_BITS + SHELVES_BITS));
    this.says = new Float64Array(2 * count + 1).fill(FIRST_WEIGHT);
    const occasions = count * DEPTHS + 2 * LAST_CHARACTERS + (isList ? ENTRY_PLACES * DEPTHS : 0);
    this.weights = new Float64Array(occasions * this.says.length).fill(FIRST_WEIGHT);
    this.from = new Int32Array(isList ? 3 : 2);
    this.guesses = new Float64Array(this.from.length);
    this.look();
  }

  /** The probability of a one, of 65 536. */
  next(depth: number): number {
    const { shelves, slots, says, weights, from, guesses } = this;
    const count = shelves.length;
    if (this.step === 1) this.fetch();
    let longest = 0;
    for (let index = 0; index < count; index++) {
      const slot = slots[(shelves[index] as number) + this.step] as number;
      const met = slot & MET;
      if (met === 0) {
        says[2 * index] = 0;
        says[2 * index + 1] = 0;
      } else {
        longest = index;
        says[2 * index] = STRETCHED[slot >>> 20] as number;
        says[2 * index + 1] = ((slot >>> 16) / ONE - 0.5) * (TRUST[met] as number);
      }
    }
    const place = Math.min(depth, DEPTHS - 1);
    const last = (this.before[0] as number) & (LAST_CHARACTERS - 1);
    from[0] = longest * DEPTHS + place;
    from[1] = count * DEPTHS + 2 * last + (depth === 0 ? 1 : 0);
    if (from.length > 2) {
      const entryPlace = Math.min(this.entry.length, ENTRY_PLACES - 1);
      from[2] = count * DEPTHS + 2 * LAST_CHARACTERS + entryPlace * DEPTHS + place;
    }
    let all = 0;
    for (let mixer = 0; mixer < from.length; mixer++) {
      const start = (from[mixer] as number) * says.length;
      from[mixer] = start;
      let sum = 0;
      for (let index = 0; index < says.length; index++) {
        sum += (says[index] as number) * (weights[start + index] as number);
      }
      guesses[mixer] = sum;
      all += sum;
    }
    return Math.max(1, Math.min(ONE - 1, Math.floor(squashed(all / from.length) * ONE)));
  }

  learn(bit: number): void {
    const { shelves, slots, says, weights, from, guesses, step } = this;
    let all = 0;
    for (let mixer = 0; mixer < guesses.length; mixer++) all += guesses[mixer] as number;
    const error = (bit - squashed(all / guesses.length)) * LEARNING;
    for (let mixer = 0; mixer < from.length; mixer++) {
      const start = from[mixer] as number;
      for (let index = 0; index < says.length; index++) {
        const at = start + index;
        weights[at] = (weights[at] as number) + error * (says[index] as number);
      }
    }
    const target = bit * (ONE - 1);
    for (let index = 0; index < shelves.length; index++) {
      const place = (shelves[index] as number) + step;
      const slot = slots[place] as number;
      const met = slot & MET;
      const old = met === 0 ? ONE / 2 : slot >>> 16;
      const next = Math.floor(old + (target - old) * (RATES[met] as number));
      slots[place] = (next << 16) | Math.min(met + 1, MOST_MET);
    }
    this.way = this.way * 2 + bit;
    this.step = step * 2 + bit;
    if (this.step >= 1 << SHELF_BITS) this.step = 1;
  }

  /** The character is known: on to the next. */
  moveOn(unit: number): void {
    this.before.copyWithin(1, 0);
    this.before[0] = unit;
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
    if (isLetter) this.word = joined(this.word, unit);
    else if (this.word !== 0) {
      this.wordBefore = this.word;
      this.word = 0;
    }
    if (this.contexts.length === LIST_CONTEXTS) this.moveOnInList(unit);
    this.look();
  }

  private moveOnInList(unit: number): void {
    const isRow = unit === ROW_UNIT;
    if (isRow) this.row += 1;
    if (isRow || unit === ENTRY_UNIT) {
      this.above = isRow ? [] : this.entry;
      this.entry = [];
      this.entrySoFar = 0;
    } else {
      this.entry.push(unit);
      this.entrySoFar = joined(this.entrySoFar, unit);
    }
  }

  /** The contexts of the next character, from the least telling to the most. */
  private look(): void {
    const { contexts, before } = this;
    this.way = 1;
    this.step = 1;
    const last = joined(0, before[0] as number);
    const two = joined(last, before[1] as number);
    const three = joined(two, before[2] as number);
    contexts[0] = 0;
    contexts[1] = last;
    contexts[2] = two;
    contexts[3] = three;
    const word = joined(this.word, last);
    contexts[4] = joined(three, before[3] as number);
    contexts[5] = word;
    contexts[6] = joined(word, this.wordBefore);
    if (contexts.length < LIST_CONTEXTS) return;
    const above = joined(0, this.above[this.entry.length] ?? 0);
    contexts[7] = this.row;
    contexts[8] = joined(last, this.row);
    contexts[9] = joined(above, this.entry.length);
    contexts[10] = joined(last, above);
    contexts[11] = this.entrySoFar;
  }

  /** Finds the shelf of each context for the next steps; one that belonged to another is emptied. */
  private fetch(): void {
    const { contexts, shelves, slots } = this;
    const step = Math.imul(this.way, 0x9e3779b1);
    for (let index = 0; index < contexts.length; index++) {
      let hash = Math.imul((contexts[index] as number) + index + 1, 0x2c1b3c6d) ^ step;
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
      hash ^= hash >>> 13;
      const place = (index << SHELVES_BITS) | (hash & ((1 << SHELVES_BITS) - 1));
      const shelf = place << SHELF_BITS;
      shelves[index] = shelf;
      const check = (hash >>> 16) + 1;
      if (slots[shelf] === check) continue;
      slots.fill(0, shelf, shelf + (1 << SHELF_BITS));
      slots[shelf] = check;
    }
  }
}

function squashed(sum: number): number {
  const held = Math.max(0, Math.min(2 * REACH * STEPS, (sum + REACH) * STEPS));
  return SQUASHED[Math.floor(held)] as number;
}

function joined(hash: number, number: number): number {
  return Math.imul(hash + number + 1, 0x2f0b4a27) ^ (hash >>> 13);
}

/** The characters by the length of their Huffman code, each length in order. */
function alphabetOf(text: string): number[][] {
  const counts = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  let trees = [...counts].map(([unit, weight]) => ({ weight, units: [unit], first: unit }));
  const lengths = new Map<number, number>([...counts.keys()].map((unit) => [unit, 0]));
  while (trees.length > 1) {
    trees = trees.sort((one, other) => one.weight - other.weight || one.first - other.first);
    const [one, other] = trees.splice(0, 2);
    if (one === undefined || other === undefined) break;
    const units = [...one.units, ...other.units];
    for (const unit of units) lengths.set(unit, (lengths.get(unit) ?? 0) + 1);
    trees.push({
      weight: one.weight + other.weight,
      units,
      first: Math.min(one.first, other.first),
    });
  }
  const alphabet: number[][] = [];
  for (const [unit, length] of lengths) {
    while (alphabet.length <= length) alphabet.push([]);
    alphabet[length]?.push(unit);
  }
  return alphabet.map((units) => units.sort((one, other) => one - other));
}

/** e to the power of a number, by basic operations alone: those of `Math` differ between engines. */
function exponential(exponent: number): number {
  const halvings = 10;
  const small = exponent / 2 ** halvings;
  let power = 1;
  let term = 1;
  for (let index = 1; index < 8; index++) {
    term *= small / index;
    power += term;
  }
  for (let index = 0; index < halvings; index++) power *= power;
  return power;
}

function stretched(): Float64Array {
  let place = 0;
  return Float64Array.from({ length: ONE / 16 }, (_, probability) => {
    while (
      place < SQUASHED.length - 1 &&
      (SQUASHED[place] as number) < (probability + 0.5) / 4096
    ) {
      place += 1;
    }
    return place / STEPS - REACH;
  });
}
