import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import {
  type GreyPicture,
  hammingDistance,
  type PictureCode,
  pictureHashes,
  picturesAlike,
  readPictureCode,
} from '../../../utils/domain/picture-hash';
import * as photos from '../../portals/photos';

function grey(jpeg: Buffer): GreyPicture {
  const { width, height, data } = decode(jpeg, { useTArray: true });
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return { width, height, data: pixels };
}

function code(jpeg: Buffer): PictureCode {
  const read = readPictureCode(pictureHashes(grey(jpeg)) ?? []);
  if (read === undefined) throw new Error('The picture has no hashes.');
  return read;
}

const WIDTH = 400;
const HEIGHT = 300;
const meeting = photos.meetingPhoto(2, 1, WIDTH, HEIGHT);
const visit = photos.visitPhoto(5, WIDTH, HEIGHT);

describe('copies of one photograph', () => {
  const copies: Readonly<Record<string, (jpeg: Buffer) => Buffer>> = {
    'compressed again': (jpeg) => photos.recompressed(jpeg, 30),
    'at a third of its size': (jpeg) => photos.resized(jpeg, 0.33),
    enlarged: (jpeg) => photos.resized(jpeg, 1.6),
    'stamped with time and place': (jpeg) => photos.stamped(jpeg),
    'stamped, made small, compressed': (jpeg) =>
      photos.recompressed(photos.resized(photos.stamped(jpeg), 0.5), 50),
    'cropped by 4 %': (jpeg) => photos.cropped(jpeg, 0.04),
    'cropped by 10 %': (jpeg) => photos.cropped(jpeg, 0.1),
    brightened: (jpeg) => photos.brightened(jpeg, 1.15),
    darkened: (jpeg) => photos.brightened(jpeg, 0.85),
    'turned by a quarter': (jpeg) => photos.turned(jpeg),
  };
  it.each(Object.entries(copies))('are alike: %s', (_, copy) => {
    for (const original of [meeting, visit]) {
      expect(picturesAlike(code(original), code(copy(original)))).toBe(true);
      expect(picturesAlike(code(copy(original)), code(original))).toBe(true);
    }
  });
});

describe('different photographs', () => {
  it('are told apart, even of one meeting room', () => {
    const rooms = [1, 2, 3].map((occasion) =>
      code(photos.meetingPhoto(4, occasion, WIDTH, HEIGHT)),
    );
    const visits = [1, 2, 3].map((seed) => code(photos.visitPhoto(seed, WIDTH, HEIGHT)));
    const all = [...rooms, ...visits];
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) expect(picturesAlike(one, other)).toBe(false);
    }
  });
});

describe('hashes', () => {
  it('have 64 bits each, and mean the same under one mask', () => {
    const mask = 0xa5a5_5a5a_0ff0_1234n;
    const masked = (hashes: readonly string[]): readonly string[] =>
      hashes.map((hash) => (BigInt(`0x${hash}`) ^ mask).toString(16).padStart(16, '0'));
    const one = pictureHashes(grey(meeting)) ?? [];
    const other = pictureHashes(grey(photos.stamped(meeting))) ?? [];
    for (const hash of one) expect(hash).toMatch(/^[0-9a-f]{16}$/);
    const codes = [masked(one), masked(other)].map((hashes) => readPictureCode(hashes));
    expect(picturesAlike(codes[0] as PictureCode, codes[1] as PictureCode)).toBe(true);
    const third = readPictureCode(masked(pictureHashes(grey(visit)) ?? []));
    expect(picturesAlike(codes[0] as PictureCode, third as PictureCode)).toBe(false);
  });

  it('are not made of a picture without texture or too small', () => {
    const flat = { width: 64, height: 64, data: new Uint8Array(64 * 64).fill(180) };
    expect(pictureHashes(flat)).toBeUndefined();
    expect(pictureHashes({ width: 16, height: 16, data: new Uint8Array(256) })).toBeUndefined();
  });

  it('are refused where they are none', () => {
    expect(readPictureCode(['0123456789abcdef'])).toBeUndefined();
    expect(readPictureCode(['zz', 'zz'])).toBeUndefined();
  });

  it('of whole and upper part alone are compared by their distance', () => {
    const pair = (whole: string, upper: string) => readPictureCode([whole, upper]) as PictureCode;
    const zero = '0000000000000000';
    expect(hammingDistance(zero, '00000000000003ff')).toBe(10);
    expect(picturesAlike(pair(zero, zero), pair('00000000000003ff', 'ffffffffffffffff'))).toBe(
      true,
    );
    expect(picturesAlike(pair(zero, zero), pair('00000000000007ff', 'ffffffffffffffff'))).toBe(
      false,
    );
  });
});
