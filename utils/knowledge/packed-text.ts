/**
 * Text in as few bytes as a small reader allows: context mixing. Each character is a walk down a
 * Huffman tree, and each step of it one arithmetically coded bit. What the bit will be is guessed from
 * several contexts (the characters before, the word so far, the words before it; of a list also what was
 * met in the same row and column, and what stands above), and from what followed when the last
 * characters were met before; mixers weigh the guesses and learn from every bit whom to believe. Writer
 * and reader guess alike, so nothing of that is stored.
 *
 * Only the four basic operations touch fractions: every engine computes the same bits.
 *
 * Form: bits, all arithmetically coded: number of UTF-16 units; number of characters of the alphabet,
 * and of each the step from the one before and the length of its code; then the walks.
 */

/** Longer texts are refused: damaged bytes must not keep a reader busy. */
const MOST_UNITS = 1 << 18;
const LONGEST_CODE = 24;

/** Probabilities have 16 bits. */
const ONE = 1 << 16;
/**
 * What was seen after a context: slots of a probability (16 bits) and how often it was met, those of
 * three steps together on a shelf behind a check of the context.
 */
const SHELF_BITS = 3;
const SHELVES_BITS = 16;
/** Of any text, and of a list. */
const CONTEXTS = 8;
const LIST_CONTEXTS = 22;
const MET = 0xffff;
const MOST_MET = 20;
const LEARNING = 0.012;
/** How much of its own error a mixer learns from; the rest is that of all together. */
const OWN_ERROR = 0.3;
const FIRST_WEIGHT = 0.12;
const CONSTANT = 0.4;
/**
 * Each mixer has weights of its own for each of some occasions: how long a context was met and where in
 * the code the bit stands; which character stands before; how far into an entry it is; for how long what
 * was met before has come again.
 */
const MIXERS = 4;
const DEPTHS = 8;
const LAST_CHARACTERS = 256;
const ENTRY_PLACES = 8;
const REPEATS = 16;

/** So many characters must have been met before for what followed them to be expected again. */
const SHORTEST_REPEAT = 4;
const LONGEST_REPEAT = 31;
const REPEATS_BITS = 16;
const SUREST = 0.9998;
const MOST_REPEATS_MET = 255;

/** What stands between the entries of a list, and between its rows. */
export const NEXT_ENTRY = '|';
export const NEXT_ROW = ';';
const ENTRY_UNIT = NEXT_ENTRY.charCodeAt(0);
const ROW_UNIT = NEXT_ROW.charCodeAt(0);
/** Begins and ends a column. */
const COLUMN_UNIT = 0x22;
/** Fewer rows are no column of rows. */
const FEWEST_ROWS = 5;
const LONGEST_NAME = 16;

/** `list`: columns of rows of entries, each row a few words that resemble each other. */
export type TextKind = 'prose' | 'list';

/** The logistic function, tabled over −12…12, and its reverse over probabilities of 12 bits. */
const REACH = 12;
const STEPS = 128;
const SQUASHED = Float64Array.from(
  { length: 2 * REACH * STEPS + 1 },
  (_, place) => 1 / (1 + exponential(REACH - place / STEPS)),
);
const STRETCHED_SHIFT = 20;
const STRETCHED_SIZE = 1 << (32 - STRETCHED_SHIFT);
const STRETCHED = stretched();
/** By how often a slot was met: how far it moves, and how much its lean counts. */
const RATES = Float64Array.from({ length: MOST_MET + 1 }, (_, met) => 1 / (met + 1.3));
const TRUST = Float64Array.from({ length: MOST_MET + 1 }, (_, met) => 0.3 + met / 6);
/** How much being sure counts beside that. */
const SURENESS = 0.9;
const REPEAT_TRUST = 4;

/** @throws RangeError where the text has more than 262 144 units */
export function packText(text: string, kind: TextKind = 'prose'): Uint8Array<ArrayBuffer> {
  if (text.length > MOST_UNITS) throw new RangeError(`packed text: ${text.length} units`);
  const writer = new BitWriter();
  const numbers = new Numbers((probability, bit) => {
    writer.put(bit, probability);
    return bit;
  });
  const alphabet = alphabetOf(text);
  const lengths = [...alphabet.entries()]
    .flatMap(([length, units]) => units.map((unit) => [unit, length] as const))
    .sort(([one], [other]) => one - other);
  numbers.code(UNITS, text.length);
  numbers.code(CHARACTERS, lengths.length);
  let before = -1;
  for (const [unit, length] of lengths) {
    numbers.code(GAP, unit - before - 1);
    numbers.code(LENGTH, length);
    before = unit;
  }
  const codes = codesOf(alphabet);
  const guess = new Guess(kind, codes);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const { code, length } = codes.get(unit) ?? NO_CODE;
    for (let depth = 0; depth < length; depth++) {
      const bit = (code >>> (length - depth - 1)) & 1;
      writer.put(bit, guess.next(depth));
      guess.learn(bit);
    }
    guess.moveOn(unit);
  }
  return writer.end();
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
    for (let first = 0; first < 4; first++) this.window = (this.window << 8) | this.byte();
    this.window >>>= 0;
    const numbers = new Numbers((probability) => this.bit(probability));
    this.left = numbers.code(UNITS);
    if (this.left > MOST_UNITS) throw new RangeError('packed text: too long');
    let unit = -1;
    for (let count = numbers.code(CHARACTERS); count > 0; count--) {
      unit += numbers.code(GAP) + 1;
      const length = numbers.code(LENGTH);
      if (unit >= ONE || length > LONGEST_CODE) throw new RangeError('packed text: no alphabet');
      while (this.alphabet.length <= length) this.alphabet.push([]);
      this.alphabet[length]?.push(unit);
    }
    this.guess = new Guess(kind, codesOf(this.alphabet));
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
      const bit = this.bit(this.guess.next(depth));
      this.guess.learn(bit);
      code = code * 2 + bit;
    }
  }

  private bit(probability: number): number {
    const split = splitOf(this.low, this.high, probability);
    const bit = this.window <= split ? 1 : 0;
    if (bit === 1) this.high = split;
    else this.low = split + 1;
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
}

class BitWriter {
  private readonly bytes: number[] = [];
  private low = 0;
  private high = 0xffffffff;

  put(bit: number, probability: number): void {
    const split = splitOf(this.low, this.high, probability);
    if (bit === 1) this.high = split;
    else this.low = split + 1;
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.bytes.push(this.high >>> 24);
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
    }
  }

  end(): Uint8Array<ArrayBuffer> {
    const { low } = this;
    return Uint8Array.from([
      ...this.bytes,
      low >>> 24,
      (low >>> 16) & 255,
      (low >>> 8) & 255,
      low & 255,
    ]);
  }
}

/** Where the range is cut: the lower part is that of a one. */
function splitOf(low: number, high: number, probability: number): number {
  return low + Math.floor(((high - low) * probability) / ONE);
}

/** What a number says. */
const UNITS = 0;
const CHARACTERS = 1;
const GAP = 2;
const LENGTH = 3;
const MOST_DIGITS = 20;

/** Numbers from zero: how many binary digits, then those; the first ones are guessed from what was met. */
class Numbers {
  private readonly met = new Map<string, { probability: number; count: number }>();

  /** @param coded writes the bit given, or reads one */
  constructor(private readonly coded: (probability: number, bit: number) => number) {}

  /** @throws RangeError where it is too large */
  code(kind: number, number = 0): number {
    const value = number + 1;
    const digits = 32 - Math.clz32(value);
    let count = 1;
    while (this.bit(`${kind} ${count}`, count < digits ? 1 : 0) === 1) {
      count += 1;
      if (count > MOST_DIGITS) throw new RangeError('packed text: number too large');
    }
    let read = 1;
    for (let place = count - 2; place >= 0; place--) {
      const told = place > count - 4 ? `${read}` : `-${place}`;
      read = read * 2 + this.bit(`${kind} ${count} ${told}`, (value >>> place) & 1);
    }
    return read - 1;
  }

  private bit(context: string, bit: number): number {
    const met = this.met.get(context) ?? { probability: 0.5, count: 0 };
    this.met.set(context, met);
    const probability = Math.max(16, Math.min(ONE - 16, Math.floor(met.probability * ONE)));
    const coded = this.coded(probability, bit);
    met.count = Math.min(met.count + 1, 30);
    met.probability += (coded - met.probability) / (met.count + 1.5);
    return coded;
  }
}

interface Code {
  readonly code: number;
  readonly length: number;
}

const NO_CODE: Code = { code: 0, length: 0 };

/** By character, the steps to it: codes of one length follow each other. */
function codesOf(alphabet: readonly (readonly number[])[]): ReadonlyMap<number, Code> {
  const codes = new Map<number, Code>();
  let code = 0;
  for (const [length, units] of alphabet.entries()) {
    code *= 2;
    for (const unit of units) codes.set(unit, { code: code++, length });
  }
  return codes;
}

/** What the next bit will be, from all contexts. */
class Guess {
  private readonly slots: Uint32Array;
  /** Contexts of this character, and of each the shelf where its slots stand now. */
  private readonly contexts: Int32Array;
  private readonly shelves: Int32Array;
  /** What each context says, twice: how sure it is, and how far it leans; so the repeat; then a constant. */
  private readonly says: Float64Array;
  /** The weights of all mixers, and of each where those of this bit begin, and what it makes of them. */
  private readonly weights: Float64Array;
  private readonly from = new Int32Array(MIXERS);
  private readonly guesses = new Float64Array(MIXERS);
  private mixed = 0;
  /** The way from the root of the tree to this bit, and its last steps on the shelf. */
  private way = 1;
  private step = 1;
  private readonly before = new Int32Array(4);
  private word = 0;
  private readonly wordsBefore = new Int32Array(2);
  /** Length of the entry or the text so far. */
  private length = 0;
  private readonly repeat: Repeat;
  private readonly list: List | undefined;

  constructor(kind: TextKind, codes: ReadonlyMap<number, Code>) {
    this.list = kind === 'list' ? new List() : undefined;
    this.repeat = new Repeat(codes);
    const count = kind === 'list' ? LIST_CONTEXTS : CONTEXTS;
    this.contexts = new Int32Array(count);
    this.shelves = new Int32Array(count);
    this.slots = new Uint32Array(count << (SHELF_BITS + SHELVES_BITS));
    this.says = new Float64Array(2 * count + 3).fill(CONSTANT);
    const occasions = count * DEPTHS + 2 * LAST_CHARACTERS + ENTRY_PLACES * DEPTHS + REPEATS;
    this.weights = new Float64Array(occasions * this.says.length).fill(FIRST_WEIGHT);
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
        says[2 * index] = SURENESS * (STRETCHED[slot >>> STRETCHED_SHIFT] as number);
        says[2 * index + 1] = ((slot >>> 16) / ONE - 0.5) * (TRUST[met] as number);
      }
    }
    const repeated = this.repeat.next(this.way, depth);
    says[2 * count] = stretchedOf(repeated);
    says[2 * count + 1] = (repeated - 0.5) * REPEAT_TRUST;
    const place = Math.min(depth, DEPTHS - 1);
    const last = (this.before[0] as number) & (LAST_CHARACTERS - 1);
    const entryPlace = Math.min(this.length, ENTRY_PLACES - 1);
    let occasion = 0;
    from[0] = longest * DEPTHS + place;
    occasion += count * DEPTHS;
    from[1] = occasion + 2 * last + (depth === 0 ? 1 : 0);
    occasion += 2 * LAST_CHARACTERS;
    from[2] = occasion + entryPlace * DEPTHS + place;
    occasion += ENTRY_PLACES * DEPTHS;
    from[3] = occasion + Math.min(this.repeat.expecting, REPEATS - 1);
    // One loop for all four: this is where the time goes.
    const size = says.length;
    for (let mixer = 0; mixer < MIXERS; mixer++) from[mixer] = (from[mixer] as number) * size;
    const first = from[0] as number;
    const second = from[1] as number;
    const third = from[2] as number;
    const fourth = from[3] as number;
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let index = 0; index < size; index++) {
      const said = says[index] as number;
      one += said * (weights[first + index] as number);
      two += said * (weights[second + index] as number);
      three += said * (weights[third + index] as number);
      four += said * (weights[fourth + index] as number);
    }
    guesses[0] = one;
    guesses[1] = two;
    guesses[2] = three;
    guesses[3] = four;
    const all = one + two + three + four;
    this.mixed = squashed(all / MIXERS);
    return Math.max(1, Math.min(ONE - 1, Math.floor(this.mixed * ONE)));
  }

  learn(bit: number): void {
    const { shelves, slots, says, weights, from, guesses, step } = this;
    const shared = (bit - this.mixed) * (1 - OWN_ERROR);
    for (let mixer = 0; mixer < MIXERS; mixer++) {
      const own = (bit - squashed(guesses[mixer] as number)) * OWN_ERROR;
      guesses[mixer] = (shared + own) * LEARNING;
    }
    const first = from[0] as number;
    const second = from[1] as number;
    const third = from[2] as number;
    const fourth = from[3] as number;
    const one = guesses[0] as number;
    const two = guesses[1] as number;
    const three = guesses[2] as number;
    const four = guesses[3] as number;
    for (let index = 0; index < says.length; index++) {
      const said = says[index] as number;
      weights[first + index] = (weights[first + index] as number) + one * said;
      weights[second + index] = (weights[second + index] as number) + two * said;
      weights[third + index] = (weights[third + index] as number) + three * said;
      weights[fourth + index] = (weights[fourth + index] as number) + four * said;
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
    this.repeat.learn(bit);
    this.way = this.way * 2 + bit;
    this.step = step * 2 + bit;
    if (this.step >= 1 << SHELF_BITS) this.step = 1;
  }

  /** The character is known: on to the next. */
  moveOn(unit: number): void {
    this.before.copyWithin(1, 0);
    this.before[0] = unit;
    const letter = letterOf(unit);
    if (letter !== 0) this.word = joined(this.word, letter);
    else if (this.word !== 0) {
      this.wordsBefore[1] = this.wordsBefore[0] as number;
      this.wordsBefore[0] = this.word;
      this.word = 0;
    }
    const ends = this.list === undefined ? unit === 0 : List.ends(unit);
    this.length = ends ? 0 : this.length + 1;
    this.repeat.moveOn(unit);
    this.list?.moveOn(unit);
    this.look();
  }

  /** The contexts of the next character, from the least telling to the most. */
  private look(): void {
    const { contexts, before, wordsBefore } = this;
    this.way = 1;
    this.step = 1;
    const last = joined(0, before[0] as number);
    const two = joined(last, before[1] as number);
    const three = joined(two, before[2] as number);
    const word = joined(this.word, last);
    contexts[0] = 0;
    contexts[1] = last;
    contexts[2] = two;
    contexts[3] = three;
    contexts[4] = joined(three, before[3] as number);
    contexts[5] = word;
    if (this.list === undefined) {
      contexts[6] = joined(word, wordsBefore[0] as number);
      contexts[7] = joined(this.word, wordsBefore[1] as number);
    } else this.list.look(contexts, before[0] as number, last, two);
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

/** What followed the last characters when they were met before, as long as it comes again. */
class Repeat {
  /** How many bits in a row it may be trusted for; 0 where nothing is expected of this bit. */
  expecting = 0;
  private expected = 0;
  private coming = NO_CODE;
  private readonly seen: number[] = [];
  private readonly places = new Int32Array(1 << REPEATS_BITS);
  private at = 0;
  private length = 0;
  /** By length: how often what was expected came. */
  private readonly right = Float64Array.from({ length: LONGEST_REPEAT + 1 }, (_, length) =>
    length > 8 ? 0.95 : 0.75,
  );
  private readonly met = new Int32Array(LONGEST_REPEAT + 1);

  constructor(private readonly codes: ReadonlyMap<number, Code>) {}

  /** The probability of a one, 0…1. */
  next(way: number, depth: number): number {
    this.expecting = 0;
    if (this.length === 0) return 0.5;
    const { code, length } = this.coming;
    if (depth >= length || (code | (1 << length)) >>> (length - depth) !== way) return 0.5;
    this.expecting = Math.min(this.length, LONGEST_REPEAT);
    this.expected = (code >>> (length - depth - 1)) & 1;
    const right = this.right[this.expecting] as number;
    return this.expected === 1 ? right : 1 - right;
  }

  learn(bit: number): void {
    const { expecting: length, right, met } = this;
    if (length === 0) return;
    const old = right[length] as number;
    const came = this.expected === bit ? 1 : 0;
    right[length] = Math.min(SUREST, old + (came - old) / ((met[length] as number) + 1.5));
    met[length] = Math.min((met[length] as number) + 1, MOST_REPEATS_MET);
  }

  moveOn(unit: number): void {
    const { seen, places } = this;
    if (this.length > 0 && seen[this.at] === unit) {
      this.length += 1;
      this.at += 1;
    } else this.length = 0;
    seen.push(unit);
    if (seen.length < SHORTEST_REPEAT) return;
    let hash = 0;
    for (let back = 1; back <= SHORTEST_REPEAT; back++) {
      hash = joined(hash, seen[seen.length - back] as number);
    }
    hash = (hash ^ (hash >>> 16)) & ((1 << REPEATS_BITS) - 1);
    if (this.length === 0) this.find(places[hash] as number);
    places[hash] = seen.length;
    this.coming = this.codes.get(seen[this.at] as number) ?? NO_CODE;
  }

  private find(place: number): void {
    const { seen } = this;
    let length = 0;
    while (
      length < LONGEST_REPEAT + 1 &&
      length < place &&
      seen[place - 1 - length] === seen[seen.length - 1 - length]
    ) {
      length += 1;
    }
    if (length < SHORTEST_REPEAT) return;
    this.length = length;
    this.at = place;
  }
}

/** Where in a list the next character stands. */
class List {
  private row = 0;
  private column = 0;
  /** The entry so far, and the one above it in the same row. */
  private entry: number[] = [];
  private entrySoFar = 0;
  private above: readonly number[] = [];
  /** The part of a name in which words begin with capitals. */
  private part = 0;
  /** The beginning of each row in this column, and in the last column of rows. */
  private names: number[][] = [];
  private namesBefore: readonly (readonly number[])[] = [];
  private inName = true;

  static ends(unit: number): boolean {
    return unit === ROW_UNIT || unit === ENTRY_UNIT || unit === COLUMN_UNIT;
  }

  moveOn(unit: number): void {
    const letter = letterOf(unit);
    if (letter === 0) this.part = 0;
    else this.part = joined(letter === unit ? this.part : 0, letter);
    if (List.ends(unit)) {
      this.above = unit === ROW_UNIT ? [] : this.entry;
      this.entry = [];
      this.entrySoFar = 0;
      this.inName = unit !== ENTRY_UNIT;
    } else {
      this.entry.push(unit);
      this.entrySoFar = joined(this.entrySoFar, unit);
      if (this.inName && this.entry.length <= LONGEST_NAME) {
        this.names[this.row] ??= [];
        this.names[this.row]?.push(unit);
      }
    }
    if (unit === ROW_UNIT) this.row += 1;
    if (unit === COLUMN_UNIT) {
      if (this.row >= FEWEST_ROWS - 1) this.namesBefore = this.names;
      this.names = [];
      this.row = 0;
      this.column += 1;
    }
  }

  look(contexts: Int32Array, before: number, last: number, two: number): void {
    const place = this.entry.length;
    const above = joined(0, this.above[place] ?? 0);
    const pair = joined(above, this.above[place + 1] ?? 0);
    const aboveLeft = joined(1, this.above.length - place);
    // Of names in Latin letters many begin as the sounds of the Chinese name do.
    const sound = joined(1, this.namesBefore[this.row]?.[place] ?? 0);
    contexts[6] = this.row;
    contexts[7] = joined(last, this.row);
    contexts[8] = joined(above, place);
    contexts[9] = joined(last, above);
    contexts[10] = this.entrySoFar;
    contexts[11] = joined(two, this.row);
    contexts[12] = this.part;
    contexts[13] = sound;
    contexts[14] = joined(sound, before);
    contexts[15] = this.column;
    contexts[16] = joined(this.part, this.row);
    contexts[17] = joined(pair, before);
    contexts[18] = joined(pair, place);
    contexts[19] = joined(aboveLeft, this.above.at(-1) ?? 0);
    contexts[20] = joined(joined(3, this.names[this.row - 1]?.[place] ?? 0), before);
    contexts[21] = joined(this.entrySoFar, this.row);
  }
}

/** The letter in lower case; 0 for anything else. */
function letterOf(unit: number): number {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 && unit < 128 ? lower : 0;
}

function squashed(sum: number): number {
  const held = Math.max(0, Math.min(2 * REACH * STEPS, (sum + REACH) * STEPS));
  return SQUASHED[Math.floor(held + 0.5)] as number;
}

function stretchedOf(probability: number): number {
  return STRETCHED[Math.floor(probability * (STRETCHED.length - 1))] as number;
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
  return Float64Array.from({ length: STRETCHED_SIZE }, (_, probability) => {
    while (
      place < SQUASHED.length - 1 &&
      (SQUASHED[place] as number) < (probability + 0.5) / STRETCHED_SIZE
    ) {
      place += 1;
    }
    return place / STEPS - REACH;
  });
}
