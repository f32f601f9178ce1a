import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipped, type ZipEntry, zipEntries } from '../../../utils/domain/read-zip';

const TEXT = strToU8('户主姓名：张建国。'.repeat(200));
const ARCHIVE = zipSync({
  'word/document.xml': [TEXT, { level: 9 }],
  'word/media/图1.png': [strToU8('picture'), { level: 0 }],
});
const [packed, stored] = zipEntries(ARCHIVE) as [ZipEntry, ZipEntry];

describe('an archive', () => {
  it('tells the name, size and place of each of its files', () => {
    expect(zipEntries(ARCHIVE).map(({ name, size }) => [name, size])).toEqual([
      ['word/document.xml', TEXT.length],
      ['word/media/图1.png', 7],
    ]);
    expect(packed.packedSize).toBeLessThan(TEXT.length / 10);
  });

  it('gives a file as it was put in, packed or not', async () => {
    expect(await unzipped(ARCHIVE, packed)).toEqual(TEXT);
    expect(new TextDecoder().decode(await unzipped(ARCHIVE, stored))).toBe('picture');
  });

  it('is found behind whatever stands before it in a larger buffer', async () => {
    const larger = new Uint8Array(ARCHIVE.length + 9);
    larger.set(ARCHIVE, 9);
    const part = larger.subarray(9);
    expect(zipEntries(part)).toEqual(zipEntries(ARCHIVE));
    expect(await unzipped(part, packed)).toEqual(TEXT);
  });

  it('gives no more of a file than the directory says', async () => {
    await expect(unzipped(ARCHIVE, { ...packed, size: 100 })).rejects.toThrow('larger than said');
  });

  it('refuses what is cut off, damaged or packed in another way', async () => {
    await expect(unzipped(ARCHIVE, { ...packed, packedSize: 99_999 })).rejects.toThrow('cut off');
    await expect(unzipped(ARCHIVE, { ...packed, method: 12 })).rejects.toThrow('method 12');
    await expect(unzipped(ARCHIVE, { ...packed, at: ARCHIVE.length - 5 })).rejects.toThrow();
    const damaged = ARCHIVE.map((byte, place) => (place > 50 && place < 60 ? byte ^ 0xff : byte));
    await expect(unzipped(damaged, packed)).rejects.toThrow();
  });

  it('without a directory holds nothing', () => {
    for (const bytes of [new Uint8Array(), strToU8('PK'), ARCHIVE.subarray(0, 100)]) {
      expect(zipEntries(bytes)).toEqual([]);
    }
  });
});
