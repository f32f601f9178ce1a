import { Dexie } from 'dexie';
import { DATABASE_NAME } from './database';

/** Tables that no page draws from by itself. */
const UNSEEN = /\/(?:digests|keys|state)\//;

/**
 * Calls back after records were changed here or in another context. A live query would keep the key of
 * every row that it read, to know whether a change concerns it: for a summary of a full year that
 * takes longer than reading them again.
 *
 * @returns how to stop
 */
export function onRecordsChanged(callback: () => void): () => void {
  const listener = (parts: object) => {
    const changed = Object.keys(parts).some(
      (part) => part.startsWith(`idb://${DATABASE_NAME}/`) && !UNSEEN.test(part),
    );
    if (changed) callback();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
