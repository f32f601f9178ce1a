import { Dexie } from 'dexie';
import { DATABASE_NAME } from './database';
import { closeDatabase, databaseExists } from './open-database';
import { UNIT_LEDGER_NAME } from './unit-ledger';
import { UNPACKED_NAME } from './unpacked-knowledge';

/** How often, and how far apart, it is looked whether anything came back. */
const LOOKS = 3;
const LOOK_MS = 150;

/**
 * Deletes everything that was ever kept, and keeps no trace of having done so. Other pages of the
 * extension give way by themselves.
 *
 * @param clearSettings clears the extension's storage areas. It goes first: without consent nothing
 * that is still on its way can be recorded again.
 * @throws Error where the browser cannot delete the database; the settings have gone then
 */
export async function wipe(
  clearSettings: () => Promise<void>,
  name: string = DATABASE_NAME,
): Promise<void> {
  await clearSettings();
  closeDatabase();
  await Dexie.delete(name);
  await Dexie.delete(UNIT_LEDGER_NAME);
  // What was in the middle of something when the consent went may write once more.
  for (let looks = 0; looks < LOOKS; looks++) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    if (await databaseExists(name)) await Dexie.delete(name);
  }
  await Dexie.delete(UNPACKED_NAME);
  // Words of the package are kept there, too.
  globalThis.localStorage?.clear();
  await clearSettings();
}
