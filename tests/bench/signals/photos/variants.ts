import { decode, encode } from 'jpeg-js';
import { between, blank, box, type Random, type Raster, randomFrom, strokes } from './raster';

/** As it comes back from a JPEG file of a quality 1…100. */
export function recompressed(raster: Raster, quality: number): Raster {
  const file = encode({ ...raster, data: Buffer.from(raster.data) }, quality);
  const { width, height, data } = decode(file.data, { useTArray: true });
  return { width, height, data };
}

/** A part of the picture, in fractions, brought to a new width; by areas where it gets smaller. */
export function resampled(
  raster: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
  width: number,
): Raster {
  const wide = (right - left) * raster.width;
  const high = (bottom - top) * raster.height;
  const height = Math.max(1, Math.round((width * high) / wide));
  const made = blank(width, height);
  const stepX = wide / width;
  const stepY = high / height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = left * raster.width + x * stepX;
      const fromY = top * raster.height + y * stepY;
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        made.data[at + channel] = sampled(raster, fromX, fromY, stepX, stepY, channel);
      }
    }
  }
  return made;
}

function sampled(
  raster: Raster,
  x: number,
  y: number,
  wide: number,
  high: number,
  channel: number,
): number {
  const samples = Math.max(1, Math.min(4, Math.ceil(Math.max(wide, high))));
  let sum = 0;
  for (let j = 0; j < samples; j += 1) {
    for (let i = 0; i < samples; i += 1) {
      const px = x + ((i + 0.5) / samples) * wide - 0.5;
      const py = y + ((j + 0.5) / samples) * high - 0.5;
      sum += bilinear(raster, px, py, channel);
    }
  }
  return sum / (samples * samples);
}

function bilinear({ width, height, data }: Raster, x: number, y: number, channel: number): number {
  const clampX = Math.max(0, Math.min(width - 1.001, x));
  const clampY = Math.max(0, Math.min(height - 1.001, y));
  const column = Math.floor(clampX);
  const row = Math.floor(clampY);
  const right = clampX - column;
  const down = clampY - row;
  const at = (c: number, r: number): number => data[(r * width + c) * 4 + channel] ?? 0;
  return (
    (at(column, row) * (1 - right) + at(column + 1, row) * right) * (1 - down) +
    (at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right) * down
  );
}

export function brightened(raster: Raster, factor: number, contrast: number): Raster {
  const data = raster.data.slice();
  for (let index = 0; index < data.length; index += 1) {
    if (index % 4 === 3) continue;
    const value = ((data[index] ?? 0) - 128) * contrast + 128;
    data[index] = Math.max(0, Math.min(255, value * factor));
  }
  return { ...raster, data };
}

/** Time and place of a watermark camera: lines of white signs in a corner, or on a panel. */
export function watermarked(
  raster: Raster,
  random: Random,
  kind: 'lines' | 'panel' | 'strip',
): Raster {
  const made = { ...raster, data: raster.data.slice() };
  if (kind === 'strip') {
    const atTop = random() < 0.3;
    const area = atTop ? ([0, 0, 1, 0.1] as const) : ([0, 0.88, 1, 1] as const);
    box(made, area, [20, 24, 40], 0.75);
    strokes(made, random, [0.03, area[1] + 0.02, 0.7, area[3] - 0.02], 22, [250, 250, 250]);
    return made;
  }
  const left = random() < 0.75 ? 0.02 : 0.55;
  const top = between(random, 0.7, 0.78);
  if (kind === 'panel') {
    box(made, [left, top, left + 0.42, top + 0.2], [30, 90, 200], 0.7);
    box(made, [left, top, left + 0.42, top + 0.05], [240, 190, 40], 0.9);
  }
  for (let line = 0; line < 3; line += 1) {
    const y = top + 0.01 + line * 0.065;
    strokes(
      made,
      random,
      [left + 0.01, y, left + between(random, 0.25, 0.4), y + 0.05],
      14,
      [252, 252, 252],
    );
  }
  return made;
}

export interface Variant {
  readonly name: string;
  make(raster: Raster, seed: number): Raster;
}

const whole = [0, 0, 1, 1] as const;

/** What platforms, chats and cameras do to a picture; for development. */
export const DEVELOPMENT_VARIANTS: readonly Variant[] = [
  { name: 'recompressed 75', make: (raster) => recompressed(raster, 75) },
  { name: 'recompressed 35', make: (raster) => recompressed(raster, 35) },
  { name: 'half size', make: (raster) => recompressed(resampled(raster, whole, 180), 80) },
  { name: 'one and a half', make: (raster) => recompressed(resampled(raster, whole, 540), 80) },
  {
    name: 'watermark lines',
    make: (raster, seed) => recompressed(watermarked(raster, randomFrom(seed), 'lines'), 80),
  },
  {
    name: 'watermark panel',
    make: (raster, seed) => recompressed(watermarked(raster, randomFrom(seed), 'panel'), 80),
  },
  {
    name: 'watermark strip',
    make: (raster, seed) => recompressed(watermarked(raster, randomFrom(seed), 'strip'), 80),
  },
  { name: 'brighter', make: (raster) => recompressed(brightened(raster, 1.15, 1), 80) },
  {
    name: 'crop 2 %',
    make: (raster) => recompressed(resampled(raster, [0.02, 0.02, 0.98, 0.98], 330), 80),
  },
  {
    name: 'crop 4 % right',
    make: (raster) => recompressed(resampled(raster, [0, 0, 0.96, 1], 345), 80),
  },
  {
    name: 'crop 5 %',
    make: (raster) => recompressed(resampled(raster, [0.05, 0.05, 0.95, 0.95], 225), 80),
  },
];

/** Other strengths, places and mixtures, for the test. */
export const TEST_VARIANTS: readonly Variant[] = [
  { name: 'recompressed 60', make: (raster) => recompressed(raster, 60) },
  { name: 'recompressed twice', make: (raster) => recompressed(recompressed(raster, 50), 70) },
  { name: 'a third', make: (raster) => recompressed(resampled(raster, whole, 130), 75) },
  {
    name: 'small, then large',
    make: (raster) => recompressed(resampled(resampled(raster, whole, 150), whole, 480), 80),
  },
  {
    name: 'strip and small',
    make: (raster, seed) =>
      recompressed(resampled(watermarked(raster, randomFrom(seed + 9), 'strip'), whole, 225), 70),
  },
  {
    name: 'panel and strong compression',
    make: (raster, seed) => recompressed(watermarked(raster, randomFrom(seed + 5), 'panel'), 45),
  },
  {
    name: 'lines and darker',
    make: (raster, seed) =>
      recompressed(brightened(watermarked(raster, randomFrom(seed + 3), 'lines'), 0.88, 1.08), 70),
  },
  {
    name: 'crop 3 %',
    make: (raster) => recompressed(resampled(raster, [0.03, 0.03, 0.97, 0.97], 225), 75),
  },
  {
    name: 'crop 5 % below',
    make: (raster) => recompressed(resampled(raster, [0, 0, 1, 0.95], 315), 75),
  },
  {
    name: 'crop uneven',
    make: (raster) => recompressed(resampled(raster, [0.01, 0.04, 0.95, 0.98], 315), 75),
  },
];
