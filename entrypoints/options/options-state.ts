import { computed, signal } from '@preact/signals';
import { grantedOrigins } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import {
  changeSettings,
  onStoredChanged,
  readStored,
  settingsOf,
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

let saving: Promise<void> = Promise.resolve();

/** Saves at once: there is no button to forget. One after the other, so that no change is lost. */
export function save(change: Partial<Settings>): Promise<void> {
  saving = saving.then(async () => {
    // Drawn anew: the controls go back to what is stored.
    if (!(await keep(() => changeSettings(change)))) stored.value = { ...stored.value };
  });
  return saving;
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
