import { tellListChanged } from '../../utils/browser/list-changed';
import type { Platform } from '../../utils/domain/records';
import { isNeverTracked, resolvePlatform } from '../../utils/knowledge/platforms';
import type { Database } from '../../utils/storage/database';
import { openDatabase } from '../../utils/storage/open-database';

/** What is known of the site in front. */
export interface Site {
  readonly neverTracked: boolean;
  /** As the catalogue or the list names it; the host where neither does. */
  readonly name: string;
  readonly category?: string;
  /** Absent where neither the catalogue nor the list knows it. */
  readonly id?: string;
  readonly ignored: boolean;
}

/** The platform that an address belongs to, by the catalogue and the person's list. */
export function siteOfAddress(address: string, platforms: readonly Platform[]): Site {
  const host = new URL(address).host;
  if (isNeverTracked(address)) return { neverTracked: true, name: host, ignored: false };
  // An ignored platform resolves to nothing: it is asked for as if it were not.
  const overrides = platforms.map((platform) => ({ ...platform, ignored: false }));
  const resolved = resolvePlatform(address, { overrides });
  if (resolved === undefined) return { neverTracked: false, name: host, ignored: false };
  if ('neverTrack' in resolved) return { neverTracked: true, name: host, ignored: false };
  const { platformId, name, category } = resolved;
  const listed = platforms.find(({ id }) => id === platformId);
  return {
    neverTracked: false,
    id: platformId,
    name: listed?.ownName ?? listed?.name ?? name,
    category: listed?.ownCategory ?? listed?.category ?? category,
    ignored: listed?.ignored === true,
  };
}

/**
 * Takes a site on the list, or back on it. A host that only the person can name (an intranet's) is
 * put there under its own address.
 */
export async function startSite(address: string): Promise<void> {
  const database = await openDatabase();
  const site = siteOfAddress(address, await database.platforms.toArray());
  const { host, origin } = new URL(address);
  if (site.id === undefined) {
    await database.platforms.put({
      id: host,
      name: host,
      category: 'intranet_unknown',
      origins: [origin],
      addedAt: Date.now(),
      addedBy: 'person',
    });
  } else {
    await database.platforms.update(site.id, { ignored: false });
  }
  await tellListChanged();
}

/**
 * Takes a site off the list. A site that the browser allows as part of a wider pattern stays allowed,
 * so the platform itself is marked as well.
 *
 * @param removed the permission is being given back
 */
export async function stopSite(address: string, removed: Promise<unknown>): Promise<void> {
  await Promise.all([openDatabase().then((database) => ignore(database, address)), removed]);
  await tellListChanged();
}

async function ignore(database: Database, address: string): Promise<void> {
  const site = siteOfAddress(address, await database.platforms.toArray());
  if (site.id === undefined) return;
  const changed = await database.platforms.update(site.id, { ignored: true });
  if (changed > 0) return;
  await database.platforms.put({
    id: site.id,
    name: site.name,
    category: site.category ?? 'gov_other',
    origins: [new URL(address).origin],
    addedAt: Date.now(),
    addedBy: 'catalogue',
    ignored: true,
  });
}
