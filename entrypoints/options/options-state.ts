import { computed, signal } from '@preact/signals';
import { grantedOrigins } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import {
  onStoredChanged,
  readStored,
  settingsOf,
  writeSettings,
} from '../../utils/browser/settings';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import type { Platform } from '../../utils/domain/records';
import type { Settings, StoredSettings } from '../../utils/domain/settings';
import { onRecordsChanged } from '../../utils/storage/on-records-changed';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';

export const stored = signal<StoredSettings>({});
export const policy = signal<Policy>(NO_POLICY);
export const granted = signal<readonly string[]>([]);
export const platforms = signal<readonly Platform[]>([]);
/** When a setting was last saved, so that the page can say so; negative where it could not be. */
export const savedAt = signal(0);

export const settings = computed(() => settingsOf(stored.value));

/** Reads what the page stands on and follows its changes. */
export async function startOptions(): Promise<void> {
  [stored.value, policy.value, granted.value] = await Promise.all([
    readStored(),
    readPolicy().catch(() => NO_POLICY),
    grantedOrigins(),
  ]);
  onStoredChanged((next) => {
    stored.value = next;
    void readGranted();
  });
  void followPlatforms();
}

export async function readGranted(): Promise<void> {
  granted.value = await grantedOrigins();
}

/** Does what the person changed, and says whether it could be stored. */
export async function keep(change: () => Promise<unknown>): Promise<boolean> {
  const kept = await change().then(
    () => true,
    () => false,
  );
  savedAt.value = kept ? Date.now() : -Date.now();
  return kept;
}

/** What was chosen here and is still being written. */
let writing: Partial<Settings> = {};
let writes = 0;

/**
 * Saves at once: there is no button to forget, and the page may be closed in the same moment. What is stored is
 * known only a little later: a second choice must not undo the first.
 */
export async function save(change: Partial<Settings>): Promise<void> {
  writing = { ...writing, ...change };
  writes += 1;
  const { settings: before } = stored.value;
  const kept = await keep(() => writeSettings({ ...before, ...writing }));
  const { settings: now } = stored.value;
  // Drawn anew in any case: where nothing could be stored, the controls go back to what is.
  stored.value = { ...stored.value, ...(kept ? { settings: { ...now, ...change } } : {}) };
  writes -= 1;
  if (writes === 0) writing = {};
}

let following = false;

/** The list follows the database, if there is one; asking creates none. */
export async function followPlatforms(): Promise<void> {
  if (!(await databaseExists().catch(() => false))) return;
  if (!following) onRecordsChanged(() => void readPlatforms());
  following = true;
  await readPlatforms();
}

async function readPlatforms(): Promise<void> {
  const list = (await databaseExists().catch(() => false))
    ? await openDatabase()
        .then((database) => database.platforms.toArray())
        .catch(() => [])
    : [];
  platforms.value = list.sort((a, b) => (b.lastOpenedAt ?? 0) - (a.lastOpenedAt ?? 0));
}
