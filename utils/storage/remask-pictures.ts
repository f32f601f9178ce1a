import { masked } from '../domain/picture-mask';
import type { Database } from './database';

/**
 * Brings picture hashes that were masked under a retired key under the current one, so that a
 * picture is found again across a change of the key.
 *
 * @param masks mask of each key that is still there, by generation
 */
export async function remaskPictures(
  database: Database,
  current: number,
  masks: ReadonlyMap<number, string>,
): Promise<void> {
  const mask = masks.get(current);
  if (mask === undefined) return;
  await database.transaction('rw', database.uploads, async () => {
    const old = await database.uploads
      .filter(
        ({ keyGeneration, pictureHashes }) =>
          keyGeneration !== current && pictureHashes !== undefined && masks.has(keyGeneration),
      )
      .toArray();
    await database.uploads.bulkPut(
      old.map((upload) => {
        const before = masks.get(upload.keyGeneration) ?? mask;
        const pictureHashes = (upload.pictureHashes ?? []).map((hash) =>
          masked(masked(hash, before), mask),
        );
        return { ...upload, pictureHashes, keyGeneration: current };
      }),
    );
  });
}
