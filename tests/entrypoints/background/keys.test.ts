import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { loadKeys } from '../../../entrypoints/background/keys';
import { recordFileReading } from '../../../entrypoints/background/record-file';
import { digest } from '../../../utils/domain/digest';
import { masked, pictureMask } from '../../../utils/domain/picture-mask';
import type { Upload } from '../../../utils/domain/records';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { Database } from '../../../utils/storage/database';
import { remaskPictures } from '../../../utils/storage/remask-pictures';

const NOW = Date.UTC(2026, 10, 18, 2);
let databases = 0;
function fresh(): Database {
  databases += 1;
  return new Database(`keys-${databases}`);
}

function upload(id: string): Upload {
  return {
    id,
    platform: 'p',
    at: NOW,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 1,
    proofMaterial: false,
    outcome: 'sent',
    keyGeneration: 1,
  };
}

describe('loadKeys', () => {
  it('makes a key of wordings and a key of values once, whoever asks at the same moment', async () => {
    const database = fresh();
    const all = await Promise.all([1, 2, 3].map(() => loadKeys(database, NOW)));
    expect((await database.keys.toArray()).map(({ generation }) => generation)).toEqual([0, 1]);
    const digests = await Promise.all(all.map(({ values }) => digest(values[0].key, 'any', 'x')));
    expect(new Set(digests).size).toBe(1);
  });

  it('changes the key of values after thirteen weeks, looks up under both, and shreds the old one', async () => {
    const database = fresh();
    const first = await loadKeys(database, NOW);
    const wording = await digest(first.wording, 'label', '姓名');
    const second = await loadKeys(database, NOW + 91 * DAY_MS);
    expect(second.values.map(({ generation }) => generation)).toEqual([2, 1]);
    expect(await digest(second.values[1]?.key as CryptoKey, 'any', 'x')).toBe(
      await digest(first.values[0].key, 'any', 'x'),
    );
    const third = await loadKeys(database, NOW + 181 * DAY_MS);
    expect(third.values.map(({ generation }) => generation)).toEqual([2]);
    expect((await database.keys.toArray()).map(({ generation }) => generation)).toEqual([0, 2]);
    expect(await digest(third.wording, 'label', '姓名')).toBe(wording);
  });
});

describe('a picture hash', () => {
  it('is as far from another under the mask as without it, and looks like neither', async () => {
    const { values } = await loadKeys(fresh(), NOW);
    const mask = await pictureMask(values[0].key);
    const [a, b] = ['0123456789abcdef', '0123456789abcde0'];
    const apart = (x: string, y: string) =>
      (BigInt(`0x${x}`) ^ BigInt(`0x${y}`)).toString(2).replaceAll('0', '').length;
    expect(apart(masked(a, mask), masked(b, mask))).toBe(apart(a, b));
    expect(masked(a, mask)).not.toBe(a);
    expect(masked(masked(a, mask), mask)).toBe(a);
    expect(masked('0000000000000001', '0000000000000000')).toBe('0000000000000001');
    expect(() => masked('xyz', mask)).toThrow(RangeError);
  });

  it('is brought under the new mask after a change of the key, and equals a new one', async () => {
    const database = fresh();
    const hash = '0123456789abcdef';
    await database.uploads.bulkAdd([upload('a'), upload('b'), { ...upload('c'), sketch: ['s'] }]);
    await recordFileReading(database, { id: 'a', pictureHashes: [hash, hash] }, NOW);
    const later = NOW + 91 * DAY_MS;
    const { values } = await loadKeys(database, later);
    const masks = await Promise.all(
      values.map(async ({ generation, key }) => [generation, await pictureMask(key)] as const),
    );
    await remaskPictures(database, 2, new Map(masks));
    await recordFileReading(database, { id: 'b', pictureHashes: [hash, hash] }, later);
    const [a, b, c] = await database.uploads.orderBy(':id').toArray();
    expect(a?.pictureHashes).toEqual(b?.pictureHashes);
    expect(a?.keyGeneration).toBe(2);
    expect(c?.keyGeneration).toBe(1);
    await remaskPictures(database, 2, new Map(masks));
    expect((await database.uploads.get('a'))?.pictureHashes).toEqual(b?.pictureHashes);
  });
});

describe('recordFileReading', () => {
  it('keeps digest, hashes and sketch under the key only', async () => {
    const database = fresh();
    await database.uploads.add(upload('a'));
    const contentDigest = 'ab'.repeat(32);
    const sketch = ['1f2e3d4c', '5b6a7988', '1f2e3d4c'];
    const pictureHashes = ['0123456789abcdef'];
    await recordFileReading(
      database,
      { id: 'a', contentDigest, pictureHashes, sketch, screenshot: true },
      NOW,
    );
    const kept = await database.uploads.get('a');
    expect(kept?.digest).toMatch(/^[\w-]{16}$/);
    expect(kept?.sketch).toHaveLength(2);
    expect(kept?.proofMaterial).toBe(true);
    const text = JSON.stringify(kept);
    for (const plain of [contentDigest, ...sketch, ...pictureHashes]) {
      expect(text).not.toContain(plain);
    }
  });
});
