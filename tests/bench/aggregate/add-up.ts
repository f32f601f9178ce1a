import { createBatch } from '../../../utils/domain/contribution/batch';
import { type Collection, collectionId } from '../../../utils/domain/contribution/collection';
import { headText } from '../../../utils/domain/contribution/contribution';
import { releaseHash, releaseOf } from '../../../utils/domain/contribution/release';

/**
 * What the unit page does with the bytes of many contributions once they are read: a batch per week,
 * each closed and released.
 */
export function addUp(
  collection: Collection,
  bytes: Uint8Array,
): { readonly counted: number; readonly releases: number; readonly seconds: number } {
  const startedAt = performance.now();
  const batches = new Map(collection.weeks.map((week) => [week, createBatch(collection, week)]));
  const weekAt = headText({ collection: collectionId(collection), week: '' }).indexOf(
    '","token":"',
  );
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    let week = '';
    for (let at = from + weekAt; at < from + weekAt + 8; at += 1)
      week += String.fromCharCode(bytes[at] ?? 0);
    batches.get(week)?.add(bytes, from, to);
    from = to + 1;
  }
  let counted = 0;
  let releases = 0;
  for (const batch of batches.values()) {
    const { sum } = batch.close();
    counted += sum.n;
    const released = releaseOf(collection, [sum]);
    if ('release' in released && releaseHash(released.release).length === 64) releases += 1;
  }
  return { counted, releases, seconds: (performance.now() - startedAt) / 1_000 };
}
