/** A colour picture, RGBA, as the drawing functions change it. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type Colour = readonly [number, number, number];
export type Random = () => number;

/** Numbers in [0, 1) that are the same for the same seed on every machine. */
export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

export function blank(width: number, height: number): Raster {
  return { width, height, data: new Uint8Array(width * height * 4).fill(255) };
}

export function mix(one: Colour, other: Colour, share: number): Colour {
  return [0, 1, 2].map(
    (channel) => (one[channel] ?? 0) * (1 - share) + (other[channel] ?? 0) * share,
  ) as unknown as Colour;
}

/** Colours every pixel for which `inside` gives a share above 0; positions are fractions. */
export function paint(
  { width, height, data }: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: (x: number, y: number) => readonly [Colour, number] | undefined,
): void {
  const fromX = Math.max(0, Math.floor(left * width));
  const toX = Math.min(width, Math.ceil(right * width));
  const fromY = Math.max(0, Math.floor(top * height));
  const toY = Math.min(height, Math.ceil(bottom * height));
  for (let y = fromY; y < toY; y += 1) {
    for (let x = fromX; x < toX; x += 1) {
      const found = colour(x / width, y / height);
      if (found === undefined) continue;
      const [tone, share] = found;
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const before = data[at + channel] ?? 0;
        data[at + channel] = Math.max(
          0,
          Math.min(255, before * (1 - share) + (tone[channel] ?? 0) * share),
        );
      }
    }
  }
}

export function box(
  raster: Raster,
  area: readonly [number, number, number, number],
  colour: Colour,
  share = 1,
): void {
  const [left, top, right, bottom] = area;
  paint(raster, area, (x, y) =>
    x >= left && x < right && y >= top && y < bottom ? [colour, share] : undefined,
  );
}

/** A shaded ellipse: lighter where the light falls, so that it is no flat disc. */
export function ball(
  raster: Raster,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colour: Colour,
): void {
  paint(raster, [cx - rx, cy - ry, cx + rx, cy + ry], (x, y) => {
    const dx = (x - cx) / rx;
    const dy = (y - cy) / ry;
    const distance = dx * dx + dy * dy;
    if (distance > 1) return undefined;
    const shade = 1.12 - 0.35 * (dx * 0.5 + dy * 0.5 + distance * 0.5);
    return [[colour[0] * shade, colour[1] * shade, colour[2] * shade], 1];
  });
}

/** Smooth noise in 0…1: random values on a lattice, interpolated. `cell` is a fraction of the width. */
export function smoothNoise(random: Random, cell: number): (x: number, y: number) => number {
  const size = 96;
  const lattice = Float32Array.from({ length: size * size }, () => random());
  const at = (column: number, row: number): number =>
    lattice[(((row % size) + size) % size) * size + (((column % size) + size) % size)] ?? 0;
  return (x, y) => {
    const u = x / cell;
    const v = y / cell;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const right = u - column;
    const down = v - row;
    const top = at(column, row) * (1 - right) + at(column + 1, row) * right;
    const bottom = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return top * (1 - down) + bottom * down;
  };
}

/** Rough strokes like characters, in a line of `count` signs. */
export function strokes(
  raster: Raster,
  random: Random,
  [left, top, right, bottom]: readonly [number, number, number, number],
  count: number,
  colour: Colour,
): void {
  const step = (right - left) / count;
  const high = bottom - top;
  for (let sign = 0; sign < count; sign += 1) {
    const from = left + sign * step;
    for (let stroke = 0; stroke < 6; stroke += 1) {
      const level = random() < 0.5;
      const x = from + random() * step * 0.6;
      const y = top + random() * high * 0.8;
      if (level)
        box(raster, [x, y, x + step * 0.5 * random() + step * 0.2, y + high * 0.1], colour);
      else box(raster, [x, y, x + step * 0.12, y + high * (0.2 + 0.5 * random())], colour);
    }
  }
}

/** Sensor noise, a fall of light to the corners, and a general tint. */
export function develop(raster: Raster, random: Random, noise = 6, light = 1): void {
  const { width, height, data } = raster;
  const tint = [between(random, 0.94, 1.06), 1, between(random, 0.94, 1.06)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = x / width - 0.5;
      const dy = y / height - 0.5;
      const fall = light * (1 - 0.35 * (dx * dx + dy * dy));
      const at = (y * width + x) * 4;
      const grain = (random() + random() - 1) * noise;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = (data[at + channel] ?? 0) * fall * (tint[channel] ?? 1) + grain;
        data[at + channel] = Math.max(0, Math.min(255, value));
      }
    }
  }
}
