import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../entrypoints/unit/read-sources';

async function read(files: readonly File[], limit = 20) {
  const taken: string[] = [];
  const seen = { tooLarge: 0, unreadable: 0, bytes: 0 };
  await readSources(files, {
    take: (bytes, from, to) =>
      taken.push(new TextDecoder().decode(bytes.subarray(from, to)).trim()),
    tooLarge: () => {
      seen.tooLarge += 1;
    },
    unreadable: () => {
      seen.unreadable += 1;
    },
    onRead: (bytes) => {
      seen.bytes += bytes;
    },
    limit,
  });
  return { taken: taken.sort(), ...seen };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const archive = (entries: Record<string, string>, level: 0 | 9) =>
  new File(
    [
      zipSync(
        Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, bytes(text)])),
        { level },
      ) as Uint8Array<ArrayBuffer>,
    ],
    'all.zip',
  );

describe('files of contributions', () => {
  it('are read one by one, whatever they are called', async () => {
    expect((await read([new File(['a'], 'a.json'), new File(['b\n'], 'b')])).taken).toEqual([
      'a',
      'b',
    ]);
  });

  it('are read line by line from ndjson, also across the pieces in which it comes', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}`);
    const { taken, bytes: all } = await read([new File([lines.join('\n')], 'a.NDJSON')]);
    expect(taken).toEqual(lines.sort());
    expect(all).toBe(lines.join('\n').length);
  });

  it.each([0, 9] as const)('are read from archives, packed or not (%i)', async (level) => {
    const file = archive({ 'a.json': 'a', 'folder/b.json': 'b', 'c.ndjson': 'c\n\nd\n' }, level);
    expect((await read([file])).taken).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that are too large are left out and the others read', async () => {
    const bomb = archive({ 'a.json': '0'.repeat(1_000_000), 'b.json': 'b' }, 9);
    const line = new File([`${'x'.repeat(100_000)}\nc\n`], 'c.ndjson');
    const { taken, tooLarge } = await read([bomb, line, new File(['y'.repeat(99)], 'y')]);
    expect(taken.filter((text) => text.length < 50)).toEqual(['b', 'c']);
    expect(tooLarge).toBeGreaterThanOrEqual(2);
  });

  it('that are damaged are counted as unreadable', async () => {
    const whole = archive({ 'a.json': 'a'.repeat(15) }, 9);
    const cut = new File([(await whole.arrayBuffer()).slice(0, 60)], 'cut.zip');
    expect(await read([cut, new File(['b'], 'b.json')])).toMatchObject({
      taken: ['b'],
      unreadable: 1,
    });
  });
});
