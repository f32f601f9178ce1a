import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { denseZip } from '../../../utils/cli/dense-zip';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  { name: 'a/目录.txt', bytes: bytes('重复录入 '.repeat(400)) },
  { name: 'empty', bytes: new Uint8Array() },
  { name: 'short.bin', bytes: Uint8Array.of(1, 2, 3) },
];

describe('dense zip', () => {
  it('holds what was put in, in fewer bytes than an ordinary archive', async () => {
    const zip = await denseZip(files);
    const read = unzipSync(zip);
    expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
    for (const { name, bytes } of files) expect(read[name]).toEqual(bytes);
    expect(strFromU8(read['a/目录.txt'] ?? new Uint8Array())).toContain('重复录入 重复录入');
    const plain = zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])), {
      level: 9,
    });
    expect(zip.length).toBeLessThan(plain.length);
  });

  it('gives the same bytes for the same files', async () => {
    expect(await denseZip(files)).toEqual(await denseZip(files));
  });
});
