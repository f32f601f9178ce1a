import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import {
  annotated,
  brightened,
  cropped,
  meetingPhoto,
  recompressed,
  resized,
  stamped,
  turned,
  visitPhoto,
} from '../portals/photos';

const small = (seed: number): Buffer => visitPhoto(seed, 240, 180);

/** Mean difference of the brightness of two pictures of one size, 0..255. */
function difference(a: Buffer, b: Buffer): number {
  const [one, other] = [decode(a, { useTArray: true }), decode(b, { useTArray: true })];
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let sum = 0;
  for (let i = 0; i < one.data.length; i++) {
    sum += Math.abs((one.data[i] ?? 0) - (other.data[i] ?? 0));
  }
  return sum / one.data.length;
}

describe('practice photographs', () => {
  it('are the same bytes for the same seed and other pictures for another', () => {
    expect(small(4).equals(small(4))).toBe(true);
    expect(difference(small(4), small(5))).toBeGreaterThan(10);
  });

  it('keep the picture when they are compressed again, stamped or made brighter', () => {
    const photo = small(6);
    expect(recompressed(photo).equals(photo)).toBe(false);
    expect(difference(photo, recompressed(photo))).toBeLessThan(6);
    expect(difference(photo, brightened(photo, 1.1))).toBeLessThan(16);
    const strip = difference(photo, stamped(photo));
    expect(strip).toBeGreaterThan(0.5);
    expect(strip).toBeLessThan(12);
  });

  it('change only the bytes, not the picture, when a comment is added', () => {
    const photo = small(7);
    const other = annotated(photo);
    expect(other.equals(photo)).toBe(false);
    expect(difference(photo, other)).toBe(0);
  });

  it('have the size that cropping, resizing and turning give', () => {
    const size = (jpeg: Buffer): number[] => {
      const { width, height } = decode(jpeg, { useTArray: true });
      return [width, height];
    };
    expect(size(cropped(small(8), 0.1))).toEqual([216, 162]);
    expect(size(resized(small(8), 0.5))).toEqual([120, 90]);
    expect(size(turned(small(8)))).toEqual([180, 240]);
  });

  it('show the same room with other people as another picture', () => {
    const [first, second] = [meetingPhoto(2, 1, 240, 180), meetingPhoto(2, 2, 240, 180)];
    expect(difference(first, second)).toBeGreaterThan(6);
    expect(difference(first, meetingPhoto(2, 1, 240, 180))).toBe(0);
  });
});
