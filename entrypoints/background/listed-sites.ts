import { forgetWishes, grantedOrigins } from '../../utils/browser/permissions';
import { readStored } from '../../utils/browser/settings';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type { Platform } from '../../utils/domain/records';
import { isNeverTracked, resolvePlatform } from '../../utils/knowledge/platforms';
import type { Database } from '../../utils/storage/database';
import type { SeenPlatform } from '../../utils/storage/platforms';

/**
 * Puts the sites that the person asked for and the browser allowed on the list, or back on it, and
 * forgets the wishes that are met: a site taken off later stays off. It finishes what a popup began
 * that was closed by the browser's own question, and is harmless when repeated.
 *
 * @param added match patterns that the browser allowed just now
 */
export async function listWantedSites(
  database: Database,
  now: number,
  added: readonly string[] = [],
): Promise<void> {
  const [{ wantedOrigins = [] }, granted] = await Promise.all([readStored(), grantedOrigins()]);
  const asked = [...wantedOrigins, ...namedOrigins(added)];
  const met: string[] = [];
  for (const pattern of new Set([...asked, ...namedOrigins(granted)])) {
    const origin = pattern.replace(/\/\*$/, '');
    if (/\*/.test(origin) || !matchesAnyPattern(granted, `${origin}/`)) continue;
    met.push(pattern);
    const { site, listed } = await siteAt(database, origin);
    if (listed?.ignored === true && asked.includes(pattern)) {
      await database.platforms.update(listed.id, { ignored: false });
    }
    if (listed !== undefined || site !== undefined || isNeverTracked(`${origin}/`)) continue;
    const { host } = new URL(origin);
    await database.platforms.put({
      id: host,
      name: host,
      category: 'intranet_unknown',
      origins: [origin],
      addedAt: now,
      addedBy: 'person',
    });
  }
  await forgetWishes(met);
}

/**
 * Takes the site of an address off the list. A site that the browser allows as part of a wider pattern
 * stays allowed, so the platform itself is marked.
 */
export async function unlistSite(database: Database, address: string, now: number): Promise<void> {
  const { site, listed } = await siteAt(database, address);
  if (listed !== undefined) {
    await database.platforms.update(listed.id, { ignored: true });
  } else if (site !== undefined) {
    const { origin, ...named } = site;
    await database.platforms.put({ ...named, origins: [origin], addedAt: now, ignored: true });
  }
}

/** What is at an address, as if nothing had been taken off, and its entry on the list. */
async function siteAt(database: Database, address: string) {
  const platforms = await database.platforms.toArray();
  const site = seenPlatform(
    address,
    platforms.map((platform) => ({ ...platform, ignored: false })),
  );
  // By its id alone: parts of one origin may be platforms of their own.
  const id = site?.id ?? new URL(address).host;
  return { site, listed: platforms.find((platform) => platform.id === id) };
}

/**
 * Single sites among match patterns: the person asked for each by itself, even where the popup was
 * gone before it could keep the wish. A browser without ports in its patterns does not tell which.
 */
function namedOrigins(patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => /^https?:\/\/[^*/]+:\d+\/\*$/.test(pattern));
}

/** The platform at an address, if it is on the list and may be recorded. */
export function seenPlatform(
  address: string,
  platforms: readonly Platform[],
  title?: string,
): SeenPlatform | undefined {
  const resolved = resolvePlatform(address, {
    overrides: platforms,
    ...(title === undefined ? {} : { title }),
  });
  if (resolved === undefined || 'neverTrack' in resolved) return undefined;
  const { platformId, name, category, ruleId, knownBy } = resolved;
  return {
    id: platformId,
    name,
    category,
    ...(ruleId === undefined ? {} : { rule: ruleId }),
    origin: new URL(address).origin,
    addedBy: knownBy,
  };
}
