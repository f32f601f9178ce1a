import { DATABASE_NAME, Database } from './database';
import { describeFault } from './describe-fault';
import { ROOM_TO_OPEN, requireRoom } from './require-room';

/** An open that waits for another connection to give way is given up after this time. */
const OPEN_LIMIT_MS = 10_000;

let current: Database | undefined;
let opening: Promise<Database> | undefined;

/**
 * The one connection of this context, open. It is opened anew after the browser or another context
 * closed it (an update, a wipe, storage cleared from outside).
 *
 * @param create for tests: makes the connection
 * @throws Error as the database gives it; `describeFault` tells what it means
 */
export function openDatabase(create: () => Database = () => new Database()): Promise<Database> {
  if (current?.isOpen()) return Promise.resolve(current);
  opening ??= open(create).finally(() => {
    opening = undefined;
  });
  return opening;
}

async function open(create: () => Database): Promise<Database> {
  current?.close();
  current = undefined;
  await requireRoom(ROOM_TO_OPEN);
  const database = create();
  // Another context wants to change or delete the database: give way, nothing is lost by it.
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('database blocked'), { name: 'BlockedError' })),
      OPEN_LIMIT_MS,
    );
  });
  try {
    await Promise.race([database.open(), tooLong]);
  } catch (error) {
    database.close();
    throw await explained(error, database);
  } finally {
    clearTimeout(timer);
  }
  current = database;
  return database;
}

/** A migration that throws does so in whatever way: that it was a migration is what must be known. */
async function explained(error: unknown, database: Database): Promise<unknown> {
  if (describeFault(error).code !== 'write-failed' || describeFault(error).passing) return error;
  const stored = await indexedDB.databases();
  const version = stored.find(({ name }) => name === database.name)?.version;
  // The library keeps its versions times ten.
  if (version === undefined || version >= database.verno * 10) return error;
  return Object.assign(new Error('migration failed'), { name: 'UpgradeError', inner: error });
}

/** Closes the connection, if there is one; the next {@link openDatabase} opens it again. */
export function closeDatabase(): void {
  current?.close();
  current = undefined;
}

/**
 * Whether anything was ever recorded here. It only looks: `Dexie.exists` opens the database to find
 * out and deletes it again where it was not there, and with it what a worker writes in that moment.
 */
export async function databaseExists(name: string = DATABASE_NAME): Promise<boolean> {
  return (await indexedDB.databases()).some((database) => database.name === name);
}
