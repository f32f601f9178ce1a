import { makeDigestKey } from '../../utils/domain/digest';
import { planKeys, WORDING_GENERATION } from '../../utils/domain/digest-keys';
import type { DigestKey } from '../../utils/domain/records';
import type { Database } from '../../utils/storage/database';

/** The keys that digest now and those that only answer look-ups any more. */
export interface Keys {
  /** For wordings that pages show; never for what a person entered. */
  readonly wording: CryptoKey;
  /** For values and files: the current key first, then the retired ones, newest first. */
  readonly values: readonly [DigestKey, ...DigestKey[]];
}

/**
 * The digest keys, made where they are missing and changed where they are over age. Nothing is kept
 * in memory: whichever worker comes next finds the same keys.
 */
export async function loadKeys(database: Database, now: number): Promise<Keys> {
  const stored = await database.keys.toArray();
  const usable = usableKeys(stored, now);
  if (usable !== undefined) return usable;
  // Making a key cannot wait inside a transaction, so one is made in advance and perhaps not used.
  const [wording, value] = await Promise.all([makeDigestKey(), makeDigestKey()]);
  return database.transaction('rw', database.keys, async () => {
    const keys = await database.keys.toArray();
    if (keys.every(({ generation }) => generation !== WORDING_GENERATION)) {
      await database.keys.add({ generation: WORDING_GENERATION, key: wording, createdAt: now });
    }
    const plan = planKeys(keys, now);
    if (plan.make !== undefined) {
      await database.keys.add({ generation: plan.make, key: value, createdAt: now });
    }
    if (plan.retire !== undefined) await database.keys.update(plan.retire, { retiredAt: now });
    await database.keys.bulkDelete([...plan.destroy]);
    const made = usableKeys(await database.keys.toArray(), now);
    if (made === undefined) throw new Error('no digest key after making one');
    return made;
  });
}

/** The keys as they are stored, where nothing is to be made, retired or destroyed. */
function usableKeys(stored: readonly DigestKey[], now: number): Keys | undefined {
  const plan = planKeys(stored, now);
  const byGeneration = new Map(stored.map((key) => [key.generation, key]));
  const wording = byGeneration.get(WORDING_GENERATION);
  const current = plan.current === undefined ? undefined : byGeneration.get(plan.current);
  if (wording === undefined || current === undefined) return undefined;
  if (plan.make !== undefined || plan.destroy.length > 0) return undefined;
  const earlier = plan.earlier.flatMap((generation) => byGeneration.get(generation) ?? []);
  return { wording: wording.key, values: [current, ...earlier] };
}
