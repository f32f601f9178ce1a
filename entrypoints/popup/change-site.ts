import { tellListChanged } from '../../utils/browser/list-changed';
import { removeOrigin } from '../../utils/browser/permissions';
import { matchesPattern } from '../../utils/domain/match-pattern';
import type { Platform } from '../../utils/domain/records';
import { openDatabase } from '../../utils/storage/open-database';

export interface Site {
  readonly neverTracked: boolean;
  /** Absent where nothing was recorded of it yet. */
  readonly platform?: Platform;
}

/** The platform that an address belongs to, as far as it is on the list. */
export async function platformOfAddress(address: string): Promise<Site> {
  const database = await openDatabase();
  const platforms = await database.platforms.toArray();
  const platform = platforms.find(({ origins }) =>
    origins.some((origin) => matchesPattern(originPattern(origin), address)),
  );
  return { neverTracked: false, ...(platform === undefined ? {} : { platform }) };
}

/** Takes a site back on the list after the browser allowed it. */
export async function startSite(address: string): Promise<void> {
  await setIgnored(address, false);
}

/**
 * Takes a site off the list. A site that the browser allows as part of a wider pattern stays allowed,
 * so the platform itself is marked as well.
 */
export async function stopSite(address: string): Promise<void> {
  await Promise.all([removeOrigin(address), setIgnored(address, true)]);
}

async function setIgnored(address: string, ignored: boolean): Promise<void> {
  const { platform } = await platformOfAddress(address);
  if (platform === undefined) return;
  const database = await openDatabase();
  await database.platforms.update(platform.id, { ignored });
  await tellListChanged();
}

function originPattern(origin: string): string {
  return origin.endsWith('/*') ? origin : `${origin}/*`;
}
