import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'jpeg-js';

/**
 * Deterministic photographs: scenes with shading, texture and sensor noise, so that perceptual
 * hashes meet something like a real picture, and the variants that platforms and cameras make.
 */

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
type Colour = readonly [number, number, number];
type Random = () => number;

function randomFrom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth noise in 0..1: random values on a lattice of `cell` pixels, interpolated. */
function smoothNoise(random: Random, width: number, height: number, cell: number) {
  const columns = Math.ceil(width / cell) + 2;
  const lattice = Float32Array.from({ length: columns * (Math.ceil(height / cell) + 2) }, () =>
    random(),
  );
  const at = (column: number, row: number): number => lattice[row * columns + column] ?? 0;
  return (x: number, y: number): number => {
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    const right = x / cell - column;
    const down = y / cell - row;
    const top = at(column, row) * (1 - right) + at(column + 1, row) * right;
    const bottom = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return top * (1 - down) + bottom * down;
  };
}

function blank(width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 4).fill(255);
  return { width, height, data };
}

function blend(raster: Raster, x: number, y: number, colour: Colour, opacity = 1): void {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return;
  const at = (y * raster.width + x) * 4;
  for (let channel = 0; channel < 3; channel++) {
    const before = raster.data[at + channel] ?? 0;
    raster.data[at + channel] = before * (1 - opacity) + (colour[channel] ?? 0) * opacity;
  }
}

/** Fills a box given in fractions of the picture. */
function box(
  raster: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: Colour,
  opacity = 1,
): void {
  const [toX, toY] = [Math.round(right * raster.width), Math.round(bottom * raster.height)];
  for (let y = Math.round(top * raster.height); y < toY; y++) {
    for (let x = Math.round(left * raster.width); x < toX; x++) {
      blend(raster, x, y, colour, opacity);
    }
  }
}

function disc(raster: Raster, cx: number, cy: number, radius: number, colour: Colour): void {
  const [x0, y0, r] = [cx * raster.width, cy * raster.height, radius * raster.width];
  for (let y = Math.floor(y0 - r); y <= y0 + r; y++) {
    for (let x = Math.floor(x0 - r); x <= x0 + r; x++) {
      if ((x - x0) ** 2 + (y - y0) ** 2 <= r * r) blend(raster, x, y, colour);
    }
  }
}

function tint(random: Random, base: Colour, spread: number): Colour {
  const shift = (): number => (random() - 0.5) * spread;
  return [base[0] + shift(), base[1] + shift(), base[2] + shift()];
}

/** Uneven light, texture and sensor noise over the whole picture. */
function weather(raster: Raster, random: Random): void {
  const broad = smoothNoise(random, raster.width, raster.height, 190);
  const fine = smoothNoise(random, raster.width, raster.height, 9);
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) {
      const at = (y * raster.width + x) * 4;
      const light = 0.72 + 0.5 * broad(x, y);
      const grain = (fine(x, y) - 0.5) * 34 + (random() - 0.5) * 14;
      for (let channel = 0; channel < 3; channel++) {
        const value = (raster.data[at + channel] ?? 0) * light + grain;
        raster.data[at + channel] = Math.max(0, Math.min(255, value));
      }
    }
  }
}

function person(raster: Raster, random: Random, x: number, foot: number, height: number): void {
  const head = height * 0.13;
  box(
    raster,
    [x - head, foot - height * 0.8, x + head, foot - height * 0.4],
    tint(random, [60, 70, 110], 120),
  );
  box(
    raster,
    [x - head * 0.8, foot - height * 0.4, x + head * 0.8, foot],
    tint(random, [45, 45, 55], 40),
  );
  disc(raster, x, foot - height * 0.88, head * 0.62, tint(random, [196, 150, 120], 30));
}

/** A house with people before it, as taken on a visit to a household. */
function houseScene(seed: number, width: number, height: number): Raster {
  const random = randomFrom(seed);
  const raster = blank(width, height);
  const horizon = 0.55 + random() * 0.2;
  const hills = smoothNoise(random, width, 1, 70 + random() * 90);
  const sky = tint(random, [150, 185, 215], 60);
  const earth = tint(random, [128, 112, 86], 60);
  for (let x = 0; x < width; x++) {
    const ridge = (horizon - 0.06 - 0.2 * hills(x, 0)) * height;
    for (let y = 0; y < height; y++) {
      const part = y / height;
      const colour: Colour =
        y < ridge
          ? [sky[0] + 60 * part, sky[1] + 40 * part, sky[2] + 20 * part]
          : part < horizon
            ? [74 + 20 * part, 100, 66]
            : [earth[0] * (0.7 + part * 0.4), earth[1] * (0.7 + part * 0.4), earth[2]];
      blend(raster, x, y, colour);
    }
  }
  const left = 0.08 + random() * 0.35;
  const right = left + 0.3 + random() * 0.25;
  const top = horizon - 0.16 - random() * 0.16;
  const foot = horizon + 0.1 + random() * 0.08;
  const wall = tint(random, [182, 150, 124], 90);
  box(raster, [left, top, right, foot], wall);
  for (let row = 0; row < 14; row++) {
    const y = top + ((foot - top) * row) / 14;
    box(raster, [left, y, right, y + 0.004], [wall[0] - 45, wall[1] - 40, wall[2] - 36], 0.7);
  }
  const ridgeX = (left + right) / 2;
  const roof = tint(random, [98, 62, 56], 60);
  const eaves = Math.round(top * height);
  const peak = Math.round((top - 0.1 - random() * 0.08) * height);
  for (let y = peak; y < eaves; y++) {
    const part = (y - peak) / (eaves - peak);
    const half = ((right - left) / 2 + 0.03) * part;
    box(raster, [ridgeX - half, y / height, ridgeX + half, (y + 1) / height], roof);
  }
  const door = left + (right - left) * (0.25 + random() * 0.5);
  box(raster, [door - 0.04, foot - 0.17, door + 0.04, foot], tint(random, [96, 48, 40], 60));
  for (let i = 0; i < 3; i++) {
    const x = left + (right - left) * (0.12 + 0.33 * i);
    if (Math.abs(x - door) < 0.09) continue;
    box(raster, [x - 0.035, top + 0.05, x + 0.035, top + 0.13], [206, 214, 220]);
    box(raster, [x - 0.028, top + 0.058, x + 0.028, top + 0.122], tint(random, [58, 72, 88], 40));
  }
  const people = 2 + Math.floor(random() * 3);
  for (let i = 0; i < people; i++) {
    const size = 0.24 + random() * 0.1;
    person(raster, random, 0.1 + random() * 0.8, foot + 0.1 + random() * 0.12, size);
  }
  weather(raster, random);
  return raster;
}

/** A meeting room: `room` gives the place, `occasion` who sits where. */
function meetingScene(room: number, occasion: number, width: number, height: number): Raster {
  const place = randomFrom(room * 7919 + 11);
  const raster = blank(width, height);
  box(raster, [0, 0, 1, 0.55], tint(place, [205, 200, 186], 40));
  box(raster, [0, 0.55, 1, 1], tint(place, [140, 118, 92], 50));
  const bannerTop = 0.08 + place() * 0.06;
  box(raster, [0.12, bannerTop, 0.88, bannerTop + 0.09], [176, 34, 32]);
  for (let i = 0; i < 16; i++) {
    const x = 0.16 + i * 0.043;
    box(raster, [x, bannerTop + 0.025, x + 0.027, bannerTop + 0.065], [236, 214, 130], 0.85);
  }
  const screen = 0.3 + place() * 0.25;
  box(raster, [screen, 0.22, screen + 0.24, 0.45], [226, 232, 238]);
  box(raster, [0.08, 0.6, 0.92, 0.72], tint(place, [112, 74, 48], 50));
  box(raster, [0.08, 0.72, 0.92, 0.8], tint(place, [82, 54, 36], 30));
  const people = randomFrom(room * 7919 + occasion * 104729 + 29);
  const seats = 6 + Math.floor(people() * 3);
  for (let i = 0; i < seats; i++) {
    if (people() < 0.2) continue;
    const x = 0.12 + (i * 0.78) / (seats - 1) + (people() - 0.5) * 0.05;
    person(raster, people, x, 0.68 + people() * 0.03, 0.26 + people() * 0.05);
  }
  for (let i = 0; i < 7; i++) {
    const x = 0.12 + people() * 0.74;
    box(raster, [x, 0.63, x + 0.03, 0.655], [238, 238, 232]);
  }
  weather(raster, people);
  return raster;
}

function toJpeg(raster: Raster, quality: number): Buffer {
  const { width, height } = raster;
  return encode({ width, height, data: Buffer.from(raster.data) }, quality).data;
}

function toRaster(jpeg: Buffer): Raster {
  return decode(jpeg, { useTArray: true });
}

/** A visit photograph (JPEG bytes); the same seed always gives the same bytes. */
export function visitPhoto(seed: number, width = 960, height = 720): Buffer {
  return toJpeg(houseScene(seed, width, height), 84);
}

/** A meeting photograph: same room with another occasion is a look-alike, not the same picture. */
export function meetingPhoto(room: number, occasion: number, width = 960, height = 720): Buffer {
  return toJpeg(meetingScene(room, occasion, width, height), 84);
}

/** The same picture, compressed again. */
export function recompressed(jpeg: Buffer, quality = 55): Buffer {
  return toJpeg(toRaster(jpeg), quality);
}

/** The same picture at `scale` times its size, by averaging. */
export function resized(jpeg: Buffer, scale: number, quality = 80): Buffer {
  const from = toRaster(jpeg);
  const to = blank(Math.round(from.width * scale), Math.round(from.height * scale));
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const sum = [0, 0, 0];
      let count = 0;
      const bottom = Math.max(Math.floor(y / scale) + 1, Math.floor((y + 1) / scale));
      const right = Math.max(Math.floor(x / scale) + 1, Math.floor((x + 1) / scale));
      for (let sy = Math.floor(y / scale); sy < bottom && sy < from.height; sy++) {
        for (let sx = Math.floor(x / scale); sx < right && sx < from.width; sx++) {
          const at = (sy * from.width + sx) * 4;
          for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (from.data[at + c] ?? 0);
          count++;
        }
      }
      if (count)
        blend(
          to,
          x,
          y,
          [sum[0] ?? 0, sum[1] ?? 0, sum[2] ?? 0].map((v) => v / count) as unknown as Colour,
        );
    }
  }
  return toJpeg(to, quality);
}

/** The same picture with `share` of its width and height cut away round the edge. */
export function cropped(jpeg: Buffer, share: number, quality = 84): Buffer {
  const from = toRaster(jpeg);
  const offsetX = Math.round((from.width * share) / 2);
  const offsetY = Math.round((from.height * share) / 2);
  const to = blank(from.width - 2 * offsetX, from.height - 2 * offsetY);
  for (let y = 0; y < to.height; y++) {
    const start = ((y + offsetY) * from.width + offsetX) * 4;
    to.data.set(from.data.subarray(start, start + to.width * 4), y * to.width * 4);
  }
  return toJpeg(to, quality);
}

/** The same picture, lighter or darker by `factor`. */
export function brightened(jpeg: Buffer, factor: number, quality = 84): Buffer {
  const raster = toRaster(jpeg);
  for (let i = 0; i < raster.data.length; i++) {
    if (i % 4 !== 3) raster.data[i] = Math.min(255, (raster.data[i] ?? 0) * factor);
  }
  return toJpeg(raster, quality);
}

/** The same picture turned by a quarter, as a phone held upright takes it. */
export function turned(jpeg: Buffer, quality = 84): Buffer {
  const from = toRaster(jpeg);
  const to = blank(from.height, from.width);
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < from.width; x++) {
      const at = (y * from.width + x) * 4;
      blend(to, from.height - 1 - y, x, [...from.data.subarray(at, at + 3)] as unknown as Colour);
    }
  }
  return toJpeg(to, quality);
}

const DIGITS = new Map<string, string>([
  ['0', '111101101101111'],
  ['1', '010110010010111'],
  ['2', '111001111100111'],
  ['3', '111001111001111'],
  ['4', '101101111001001'],
  ['5', '111100111001111'],
  ['6', '111100111101111'],
  ['7', '111001010010010'],
  ['8', '111101111101111'],
  ['9', '111101111001111'],
  ['-', '000000111000000'],
  [':', '000010000010000'],
  ['.', '000000000000010'],
]);

function write(raster: Raster, text: string, left: number, top: number, pixel: number): void {
  let x0 = left;
  for (const character of text) {
    const bits = DIGITS.get(character) ?? '';
    for (let i = 0; i < bits.length * pixel * pixel; i++) {
      const cell = Math.floor(i / (pixel * pixel));
      if (bits[cell] !== '1') continue;
      const inside = i % (pixel * pixel);
      const x = x0 + (cell % 3) * pixel + (inside % pixel);
      blend(
        raster,
        x,
        top + Math.floor(cell / 3) * pixel + Math.floor(inside / pixel),
        [255, 255, 255],
      );
    }
    x0 += 4 * pixel;
  }
}

/** The strip of a watermark camera: a dark panel at the lower left with time and position. */
export function stamped(jpeg: Buffer, text = '2026-11-12 09:31', quality = 84): Buffer {
  const raster = toRaster(jpeg);
  box(raster, [0.02, 0.8, 0.52, 0.97], [20, 34, 60], 0.55);
  box(raster, [0.02, 0.8, 0.032, 0.97], [246, 184, 40]);
  const pixel = Math.max(2, Math.round(raster.width / 170));
  const left = Math.round(raster.width * 0.05);
  write(raster, text, left, Math.round(raster.height * 0.83), pixel);
  write(raster, '104.0621 30.6714', left, Math.round(raster.height * 0.9), pixel);
  return toJpeg(raster, quality);
}

/** The same picture, byte for byte other: a comment segment after the start of the file. */
export function annotated(jpeg: Buffer, comment = 'edited'): Buffer {
  const text = Buffer.from(comment, 'latin1');
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

/** Writes pictures into `folder` for file inputs; gives the path of each by its file name. */
export function writePhotos(
  folder: string,
  photos: Readonly<Record<string, Buffer>>,
): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true });
  const paths = new Map<string, string>();
  for (const [name, bytes] of Object.entries(photos)) {
    const path = join(folder, name);
    // A file that is touched after it was picked can no longer be uploaded.
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
    paths.set(name, path);
  }
  return paths;
}
