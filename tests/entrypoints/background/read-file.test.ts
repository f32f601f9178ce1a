import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../entrypoints/background/read-file';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is kept of a file, portion by portion. */
async function read(
  bytes: Uint8Array<ArrayBuffer>,
  fileKind: 'image' | 'office' | 'video',
  sizeBytes = bytes.length,
): Promise<unknown[]> {
  const kept: unknown[] = [];
  await readFile(new Response(bytes), { fileKind, sizeBytes, screenshot: false }, async (told) => {
    kept.push(told);
  });
  return kept;
}

const text = Array.from({ length: 40 }, (_, n) => `<w:p><w:t>第${n}条 各村应当登记。</w:t></w:p>`);
const document = zipSync({
  'word/document.xml': strToU8(text.join('')),
}) as Uint8Array<ArrayBuffer>;

describe('a file that was handed over', () => {
  it('is kept by its content before anything that takes longer', async () => {
    const [first, second] = await read(document, 'office');
    expect(first).toEqual({ contentDigest: sha256(document) });
    expect(second).toEqual({ sketch: expect.arrayContaining([expect.any(String)]) });
  });

  it('is kept by its content alone where it is damaged, empty or no document', async () => {
    const damaged = document.slice(0, 200);
    expect(await read(damaged, 'office')).toEqual([{ contentDigest: sha256(damaged) }]);
    const empty = new Uint8Array();
    expect(await read(empty, 'image')).toEqual([{ contentDigest: sha256(empty) }]);
    expect(await read(damaged, 'video')).toEqual([{ contentDigest: sha256(damaged) }]);
  });

  it('is not kept where it was cut short while it was read', async () => {
    for (const kind of ['image', 'video'] as const) {
      await expect(read(document, kind, document.length + 1)).rejects.toThrow('cut short');
    }
  });
});
