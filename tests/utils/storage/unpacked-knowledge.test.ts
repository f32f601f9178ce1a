import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UNPACKED_NAME, unpackedText } from '../../../utils/storage/unpacked-knowledge';
import { wipe } from '../../../utils/storage/wipe';

const PATH = 'knowledge/words.packed';
const PACKED = Uint8Array.of(1, 2, 3);

afterEach(() => Dexie.delete(UNPACKED_NAME));

/** Changes what was kept, as a fault of the disk would. */
async function damage(change: (row: { bytes: Uint8Array }) => object): Promise<void> {
  const database = await new Dexie(UNPACKED_NAME).open();
  const row = await database.table('texts').get(PATH);
  await database.table('texts').put({ ...row, ...change(row) });
  database.close();
}

describe('a packed text', () => {
  it('is unpacked once, and then read again as it was', async () => {
    const unpack = vi.fn(async () => '户主|姓名;𠮷');
    expect(await unpackedText(PATH, PACKED, unpack)).toBe('户主|姓名;𠮷');
    expect(await unpackedText(PATH, PACKED, unpack)).toBe('户主|姓名;𠮷');
    expect(unpack).toHaveBeenCalledOnce();
  });

  it('is unpacked anew where the package has other bytes', async () => {
    await unpackedText(PATH, PACKED, async () => 'old');
    const updated = Uint8Array.of(1, 2, 4);
    expect(await unpackedText(PATH, updated, async () => 'new')).toBe('new');
    expect(await unpackedText(PATH, updated, async () => 'again')).toBe('new');
  });

  it('is unpacked anew where what was kept is damaged', async () => {
    await unpackedText(PATH, PACKED, async () => '低保');
    await damage(({ bytes }) => ({ bytes: bytes.map((byte, at) => (at === 2 ? byte ^ 1 : byte)) }));
    expect(await unpackedText(PATH, PACKED, async () => '低保')).toBe('低保');
    await damage(() => ({ bytes: 'none' }));
    expect(await unpackedText(PATH, PACKED, async () => '低保')).toBe('低保');
  });

  it('is there even where nothing can be kept', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await unpackedText(PATH, PACKED, async () => '低保')).toBe('低保');
    open.mockRestore();
  });

  it('goes with everything else when everything is wiped', async () => {
    await unpackedText(PATH, PACKED, async () => '低保');
    await wipe(async () => {}, 'nothing-kept');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(UNPACKED_NAME);
  });

  it('that cannot be unpacked is not kept', async () => {
    const broken = async () => {
      throw new RangeError('packed text: cut off');
    };
    await expect(unpackedText(PATH, PACKED, broken)).rejects.toThrow('cut off');
    expect(await unpackedText(PATH, PACKED, async () => 'whole')).toBe('whole');
  });
});
