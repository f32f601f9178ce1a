import { grantedOrigins } from '../../utils/browser/permissions';
import { readStored } from '../../utils/browser/settings';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type { Platform } from '../../utils/domain/records';
import { resolvePlatform } from '../../utils/knowledge/platforms';
import type { Database } from '../../utils/storage/database';
import type { SeenPlatform } from '../../utils/storage/platforms';

/**
 * Puts the sites that the person asked for and the browser allowed on the list. It finishes what a
 * popup began that was closed by the browser's own question, and is harmless when repeated.
 */
export async function listWantedSites(database: Database, now: number): Promise<void> {
  const [{ wantedOrigins = [] }, granted] = await Promise.all([readStored(), grantedOrigins()]);
  for (const pattern of new Set([...wantedOrigins, ...namedOrigins(granted)])) {
    const origin = pattern.replace(/\/\*$/, '');
    if (/\*/.test(origin) || !matchesAnyPattern(granted, `${origin}/`)) continue;
    const platforms = await database.platforms.toArray();
    const { host } = new URL(origin);
    const known = platforms.find(({ id, origins }) => id === host || origins.includes(origin));
    if (known?.ignored === true) await database.platforms.update(known.id, { ignored: false });
    if (known !== undefined || resolvePlatform(`${origin}/`) !== undefined) continue;
    await database.platforms.put({
      id: host,
      name: host,
      category: 'intranet_unknown',
      origins: [origin],
      addedAt: now,
      addedBy: 'person',
    });
  }
}

/**
 * Single sites among what the browser allows: the person asked for each by itself, even where the popup
 * was gone before it could keep the wish. A browser without ports in its patterns does not tell which.
 */
function namedOrigins(granted: readonly string[]): readonly string[] {
  return granted.filter((pattern) => /^https?:\/\/[^*/]+:\d+\/\*$/.test(pattern));
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
