/**
 * Platform: one system that the person is made to use. Here the person's own choices are applied to
 * records: what was merged counts under one id, what was taken off the list does not count at all.
 */

import type { Platform } from './records';

export interface PlatformScope {
  /** The id that records of a platform count under; undefined where they do not count. */
  idOf(platform: string): string | undefined;
  /** The platform of an id that {@link idOf} gave; undefined where the list does not know it. */
  platform(id: string): Platform | undefined;
  nameOf(id: string): string;
  categoryOf(id: string): string;
}

/** Category of a platform that nothing is known of. */
const UNKNOWN_CATEGORY = 'intranet_unknown';

export function platformScope(platforms: readonly Platform[]): PlatformScope {
  const known = new Map(platforms.map((platform) => [platform.id, platform]));
  const ids = new Map<string, string | undefined>();
  const resolve = (id: string): string | undefined => {
    const met = new Set<string>();
    let current = id;
    for (;;) {
      const platform = known.get(current);
      if (platform?.ignored === true) return undefined;
      const next = platform?.mergedInto;
      // Two platforms merged into each other are each their own.
      if (next === undefined || next === current || met.has(next))
        return met.has(next ?? '') ? id : current;
      met.add(current);
      current = next;
    }
  };
  return {
    idOf(platform) {
      const id = ids.get(platform);
      if (id !== undefined || ids.has(platform)) return id;
      const resolved = resolve(platform);
      ids.set(platform, resolved);
      return resolved;
    },
    platform: (id) => known.get(id),
    nameOf(id) {
      const platform = known.get(id);
      return platform?.ownName ?? platform?.name ?? id;
    },
    categoryOf(id) {
      const platform = known.get(id);
      return platform?.ownCategory ?? platform?.category ?? UNKNOWN_CATEGORY;
    },
  };
}

/**
 * Records under the ids they count under, without those that do not count; the same array where
 * nothing changes.
 */
export function inScope<Row extends { readonly platform: string }>(
  rows: readonly Row[],
  scope: PlatformScope,
): readonly Row[] {
  if (rows.every(({ platform }) => scope.idOf(platform) === platform)) return rows;
  const kept: Row[] = [];
  for (const row of rows) {
    const id = scope.idOf(row.platform);
    if (id === undefined) continue;
    kept.push(id === row.platform ? row : { ...row, platform: id });
  }
  return kept;
}
