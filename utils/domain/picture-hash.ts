/**
 * Perceptual hashes of a photograph. Two copies of one photograph are known to be the same though it
 * was recompressed, resized, brightened, stamped by a watermark camera or slightly cropped; two
 * photographs of one room are not, though the room is the same.
 *
 * Every hash has 64 bits, so that it can be masked by an exclusive or: only the bits in which two
 * hashes differ mean anything.
 *
 * - The first two are signs of the lowest frequencies of a cosine transform, of the whole picture and
 *   of its upper 70 %, where watermark cameras seldom write. They find candidates.
 * - The rest are fine: for each of several *windows* (the whole, what is left by usual crops, and the
 *   whole turned by a quarter, a half and three quarters) they say of 16 × 16 cells whether a cell is clearly lighter (four hashes) or clearly darker (four) than
 *   what is around it. Where one picture has a cell lighter and the other darker, the cell is
 *   *contrary*. Copies have hardly a contrary cell, or all of them where a watermark was written; other
 *   pictures of the same place have many, all over.
 */

/** Greyscale pixels, one byte each, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** left, top, right, bottom as fractions of the picture. */
type Window = readonly [number, number, number, number];

/** Side of the square that the cosine transform works on. */
const SIDE = 32;
const FREQUENCIES = 8;
const CELLS = 16;
const WORDS = (CELLS * CELLS) / 32;
/** Cells to each side that a cell is compared with. */
const AROUND = 2;
/** A cell stands out by this share of the deviation around it, and by so many grey levels at least. */
const STANDS_OUT = 0.2;
const LEAST_LEVELS = 1;
/** A picture with fewer cells that stand out has too little texture to be known by. */
const LEAST_CELLS = 70;

/** Quarter turns that are looked at beside the upright picture. */
const TURNS = 3;

const UPPER: Window = [0, 0, 1, 0.7];
const WINDOWS: readonly Window[] = [
  crop(0, 0, 0, 0),
  ...[0.02, 0.04, 0.06, 0.08, 0.1, 0.125].map((all) => crop(all, all, all, all)),
  ...[0.03, 0.06, 0.09].flatMap((one) => [
    crop(one, 0, 0, 0),
    crop(0, one, 0, 0),
    crop(0, 0, one, 0),
    crop(0, 0, 0, one),
  ]),
  crop(0.045, 0.045, 0, 0),
  crop(0, 0.045, 0.045, 0),
  crop(0, 0, 0.045, 0.045),
  crop(0.045, 0, 0, 0.045),
  crop(0.04, 0, 0.04, 0),
  crop(0, 0.04, 0, 0.04),
];

function crop(left: number, top: number, right: number, bottom: number): Window {
  return [left, top, 1 - right, 1 - bottom];
}

/**
 * The hashes of a picture as 16 hexadecimal digits each: whole, upper part, then the fine ones.
 *
 * @param picture any size from 32 × 32; 256 pixels along the longer side are enough
 * @returns undefined where the picture has too little texture to be told from others
 */
export function pictureHashes(picture: GreyPicture): readonly string[] | undefined {
  const { width, height } = picture;
  if (width < SIDE || height < SIDE) return undefined;
  const sums = integral(picture);
  const cropped = WINDOWS.map((window) => means(sums, width, height, window, CELLS));
  const turned: Float64Array[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    turned.push(quarterTurn(turned[turn - 1] ?? cropped[0] ?? new Float64Array()));
  }
  const fine = [...cropped, ...turned].map(contrasts);
  const [whole] = fine;
  if (whole === undefined || bitsSet(whole.lighter) + bitsSet(whole.darker) < LEAST_CELLS) {
    return undefined;
  }
  const coarse = ([[0, 0, 1, 1], UPPER] as const).map((window) =>
    frequencySigns(means(sums, width, height, window, SIDE)),
  );
  return [...coarse, ...fine.flatMap(({ lighter, darker }) => [lighter, darker])].flatMap(hex);
}

/** Sums of all pixels above and left of each: any area's mean then takes four look-ups. */
function integral({ width, height, data }: GreyPicture): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** Mean grey level of each of `size` × `size` cells of a window, areas cut between pixels. */
function means(
  sums: Float64Array,
  width: number,
  height: number,
  [left, top, right, bottom]: Window,
  size: number,
): Float64Array {
  const stride = width + 1;
  const at = (x: number, y: number): number => {
    const column = Math.min(width - 1, Math.floor(x));
    const row = Math.min(height - 1, Math.floor(y));
    const dx = x - column;
    const dy = y - row;
    const corner = row * stride + column;
    const upper = (sums[corner] ?? 0) * (1 - dx) + (sums[corner + 1] ?? 0) * dx;
    const below = corner + stride;
    const lower = (sums[below] ?? 0) * (1 - dx) + (sums[below + 1] ?? 0) * dx;
    return upper * (1 - dy) + lower * dy;
  };
  const wide = ((right - left) * width) / size;
  const high = ((bottom - top) * height) / size;
  const found = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const x0 = left * width + column * wide;
      const y0 = top * height + row * high;
      const x1 = Math.min(width, x0 + wide);
      const y1 = Math.min(height, y0 + high);
      const sum = at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
      found[row * size + column] = sum / ((x1 - x0) * (y1 - y0));
    }
  }
  return found;
}

/** Cells turned by a quarter, clockwise. */
function quarterTurn(cells: Float64Array): Float64Array {
  return cells.map((_, place) => {
    const row = Math.floor(place / CELLS);
    const column = place % CELLS;
    return cells[(CELLS - 1 - column) * CELLS + row] ?? 0;
  });
}

interface Contrasts {
  readonly lighter: Uint32Array;
  readonly darker: Uint32Array;
}

/** Which cells are clearly lighter or darker than the five by five cells around them. */
function contrasts(cells: Float64Array): Contrasts {
  const lighter = new Uint32Array(WORDS);
  const darker = new Uint32Array(WORDS);
  for (let row = 0; row < CELLS; row += 1) {
    for (let column = 0; column < CELLS; column += 1) {
      let sum = 0;
      let squares = 0;
      let count = 0;
      for (let y = Math.max(0, row - AROUND); y <= Math.min(CELLS - 1, row + AROUND); y += 1) {
        for (
          let x = Math.max(0, column - AROUND);
          x <= Math.min(CELLS - 1, column + AROUND);
          x += 1
        ) {
          const value = cells[y * CELLS + x] ?? 0;
          sum += value;
          squares += value * value;
          count += 1;
        }
      }
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
      const place = row * CELLS + column;
      const difference = (cells[place] ?? 0) - mean;
      if (Math.abs(difference) <= Math.max(LEAST_LEVELS, STANDS_OUT * deviation)) continue;
      const words = difference > 0 ? lighter : darker;
      const word = place >>> 5;
      words[word] = (words[word] ?? 0) | (1 << (place & 31));
    }
  }
  return { lighter, darker };
}

const COSINES = Float64Array.from({ length: (FREQUENCIES + 1) * SIDE }, (_, index) => {
  const frequency = Math.floor(index / SIDE);
  return Math.cos(((2 * (index % SIDE) + 1) * frequency * Math.PI) / (2 * SIDE));
});

/** Signs of the 64 frequencies from 0 to 8 across and 1 to 8 down that are lowest, mean left out. */
function frequencySigns(cells: Float64Array): Uint32Array {
  const across = new Float64Array(SIDE * (FREQUENCIES + 1));
  for (let y = 0; y < SIDE; y += 1) {
    for (let u = 0; u <= FREQUENCIES; u += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) {
        sum += (cells[y * SIDE + x] ?? 0) * (COSINES[u * SIDE + x] ?? 0);
      }
      across[y * (FREQUENCIES + 1) + u] = sum;
    }
  }
  const signs = new Uint32Array(2);
  let place = 0;
  for (let v = 0; v <= FREQUENCIES && place < 64; v += 1) {
    for (let u = v === 0 ? 1 : 0; u < FREQUENCIES && place < 64; u += 1) {
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) {
        sum += (across[y * (FREQUENCIES + 1) + u] ?? 0) * (COSINES[v * SIDE + y] ?? 0);
      }
      if (sum > 0) signs[place >>> 5] = (signs[place >>> 5] ?? 0) | (1 << (place & 31));
      place += 1;
    }
  }
  return signs;
}

function hex(words: Uint32Array): readonly string[] {
  const texts: string[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const pair = [words[index] ?? 0, words[index + 1] ?? 0];
    texts.push(pair.map((word) => word.toString(16).padStart(8, '0')).join(''));
  }
  return texts;
}

function bitsSet(words: Uint32Array): number {
  let bits = 0;
  for (const word of words) bits += bitsOf(word);
  return bits;
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Hashes of one picture, read once for many comparisons. */
export interface PictureCode {
  /** Whole and upper part, two words each. */
  readonly coarse: Uint32Array;
  /** For each window: lighter, then darker cells. */
  readonly fine: Uint32Array;
}

const HASHES = 2 + (WINDOWS.length + TURNS) * 8;

/**
 * Reads hashes as {@link pictureHashes} gives them, masked or not, or the first two of them alone;
 * undefined where they are others.
 */
export function readPictureCode(hashes: readonly string[]): PictureCode | undefined {
  const { length } = hashes;
  if ((length !== HASHES && length !== 2) || hashes.some((hash) => !/^[\da-f]{16}$/.test(hash))) {
    return undefined;
  }
  const words = Uint32Array.from({ length: length * 2 }, (_, index) =>
    Number.parseInt((hashes[index >>> 1] ?? '').slice((index & 1) * 8, (index & 1) * 8 + 8), 16),
  );
  return { coarse: words.subarray(0, 4), fine: words.subarray(4) };
}

/** Bits in which two 64-bit hashes differ, 0…64. */
export function hammingDistance(one: string, other: string): number {
  let bits = 0;
  for (const from of [0, 8]) {
    const difference =
      Number.parseInt(one.slice(from, from + 8), 16) ^
      Number.parseInt(other.slice(from, from + 8), 16);
    bits += bitsOf(difference | 0);
  }
  return bits;
}

/** Without the fine hashes two pictures are copies where they are no farther apart than this. */
const WHOLE_BITS = 10;
const UPPER_BITS = 8;

/** Coarse hashes farther apart than this, of the whole and of the upper part, rule two pictures out. */
const CANDIDATE_BITS = 26;
/** So many contrary cells of 256 are noise. */
const CONTRARY_CELLS = 6;
/** Where something was written over one side or corner: so many elsewhere, and so many in all. */
const CONTRARY_ELSEWHERE = 0;
const CONTRARY_WITH_MARK = 24;

/** Sides and corners where watermark cameras write, as the cells that are left out. */
const MARKS: readonly Uint32Array[] = (
  [
    [0, 0.64, 0.58, 1],
    [0.42, 0.64, 1, 1],
    [0, 0.76, 1, 1],
    [0, 0, 1, 0.24],
    [0, 0, 0.58, 0.36],
    [0.42, 0, 1, 0.36],
  ] as const
).map(([left, top, right, bottom]) => {
  const kept = new Uint32Array(WORDS).fill(0xffffffff);
  for (let place = 0; place < CELLS * CELLS; place += 1) {
    const x = ((place % CELLS) + 0.5) / CELLS;
    const y = (Math.floor(place / CELLS) + 0.5) / CELLS;
    if (x < left || x > right || y < top || y > bottom) continue;
    kept[place >>> 5] = (kept[place >>> 5] ?? 0) & ~(1 << (place & 31));
  }
  return kept;
});

/** Whether two pictures are copies of one photograph. Both must be under the same mask, or none. */
export function picturesAlike(one: PictureCode, other: PictureCode): boolean {
  const apart = (from: number): number =>
    bitsOf((one.coarse[from] ?? 0) ^ (other.coarse[from] ?? 0)) +
    bitsOf((one.coarse[from + 1] ?? 0) ^ (other.coarse[from + 1] ?? 0));
  if (one.fine.length === 0 || other.fine.length === 0) {
    return apart(0) <= WHOLE_BITS || apart(2) <= UPPER_BITS;
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (windowsAlike(one, 0, other, WINDOWS.length + turn)) return true;
  }
  if (apart(0) > CANDIDATE_BITS && apart(2) > CANDIDATE_BITS) return false;
  if (windowsAlike(one, 0, other, 0)) return true;
  for (let window = 1; window < WINDOWS.length; window += 1) {
    // Either may be a part of the other.
    if (windowsAlike(one, 0, other, window) || windowsAlike(one, window, other, 0)) return true;
  }
  return false;
}

function windowsAlike(
  one: PictureCode,
  first: number,
  other: PictureCode,
  second: number,
): boolean {
  const contrary = new Uint32Array(WORDS);
  let all = 0;
  for (let word = 0; word < WORDS; word += 1) {
    const a = first * 2 * WORDS + word;
    const b = second * 2 * WORDS + word;
    // Lighter here and darker there: both bits differ. Where only one stands out, one bit does.
    const cells =
      ((one.fine[a] ?? 0) ^ (other.fine[b] ?? 0)) &
      ((one.fine[a + WORDS] ?? 0) ^ (other.fine[b + WORDS] ?? 0));
    contrary[word] = cells;
    all += bitsOf(cells);
  }
  if (all <= CONTRARY_CELLS) return true;
  if (all > CONTRARY_WITH_MARK) return false;
  return MARKS.some((kept) => {
    let elsewhere = 0;
    for (let word = 0; word < WORDS; word += 1) {
      elsewhere += bitsOf((contrary[word] ?? 0) & (kept[word] ?? 0));
    }
    return elsewhere <= CONTRARY_ELSEWHERE;
  });
}
