import type { Platform } from '../../utils/domain/records';
import { isNeverTracked, resolvePlatform } from '../../utils/knowledge/platforms';

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
