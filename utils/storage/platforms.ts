import type { Platform } from '../domain/records';
import { MINUTE_MS } from '../domain/time-constants';
import type { Database } from './database';

/** A platform as the catalogue or the person's list names it at the moment of an observation. */
export interface SeenPlatform {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly rule?: string;
  /** Origin under which it was seen now. */
  readonly origin: string;
  readonly addedBy: Platform['addedBy'];
}

/** `lastOpenedAt` is only rewritten when it is older than this: days are what is asked of it. */
const OPENED_GRAIN_MS = MINUTE_MS;
/** A platform behind many hosts keeps this many of them. */
const MAX_ORIGINS = 20;

/**
 * Puts a platform on the list at its first observation, and keeps where and when it was last opened.
 * What the person chose (name, category, season, merge) is never touched.
 *
 * @param told what the page tells of it, where the address alone tells too little
 */
export async function notePlatform(
  database: Database,
  seen: SeenPlatform,
  now: number,
  told: { readonly category?: string; readonly name?: string | undefined } = {},
): Promise<void> {
  const { category = seen.category } = told;
  const known = await database.platforms.get(seen.id);
  if (known === undefined) {
    const { origin, ...identity } = seen;
    await database.platforms.add({
      ...identity,
      ...(isBare(seen) && told.name !== undefined ? { name: told.name } : {}),
      category,
      origins: [origin],
      addedAt: now,
      lastOpenedAt: now,
    });
    return;
  }
  const newOrigin =
    !known.origins.some((one) => covers(one, seen.origin)) && known.origins.length < MAX_ORIGINS;
  const opened = Math.abs(now - (known.lastOpenedAt ?? 0)) >= OPENED_GRAIN_MS;
  // The first title that tells more decides: what was refined once is not what the address says.
  const refined = known.category === seen.category && category !== seen.category;
  const name = isBare(known) ? told.name : undefined;
  if (!newOrigin && !opened && !refined && name === undefined) return;
  await database.platforms.put({
    ...known,
    ...(name === undefined ? {} : { name }),
    ...(refined ? { category } : {}),
    ...(newOrigin ? { origins: [...known.origins, seen.origin] } : {}),
    lastOpenedAt: now,
  });
}

/** Nobody named it yet: it goes by its host. The first name that a page states stays. */
function isBare({ id, name }: Pick<Platform, 'id' | 'name'>): boolean {
  return name === id;
}

/** Whether an entry of a platform's origins is the origin, with or without a path below it. */
function covers(entry: string, origin: string): boolean {
  return entry === origin || entry.startsWith(`${origin}/`);
}

/**
 * Keeps the official site id (网站标识码) that a platform's page shows. Hosts with one id are one
 * platform: the younger is counted as part of the older. A platform whose `mergedInto` is its own id
 * stands by itself because the person said so.
 */
export async function noteSiteId(
  database: Database,
  platform: string,
  siteId: string,
): Promise<void> {
  const known = await database.platforms.get(platform);
  if (known === undefined || known.siteId === siteId) return;
  await database.platforms.put({ ...known, siteId });
  const all = await database.platforms.toArray();
  const family = all
    .filter((one) => one.siteId === siteId)
    .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
  const [oldest, ...younger] = family;
  if (oldest === undefined) return;
  const free = younger.filter(({ mergedInto }) => mergedInto === undefined);
  await database.platforms.bulkPut(free.map((one) => ({ ...one, mergedInto: oldest.id })));
}

/**
 * The platform that each platform counts as, after merges by site id and by the person. A platform
 * that is not merged, or whose merge leads in a circle, counts as itself.
 */
export function canonicalPlatforms(platforms: readonly Platform[]): ReadonlyMap<string, string> {
  const parents = new Map(platforms.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  return new Map(
    platforms.map(({ id }) => {
      let place = id;
      const seen = new Set<string>();
      while (!seen.has(place)) {
        seen.add(place);
        const parent = parents.get(place);
        if (parent === undefined || parent === place) return [id, place];
        place = parent;
      }
      return [id, id];
    }),
  );
}
