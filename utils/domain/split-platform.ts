import type { Platform } from './records';

/**
 * The part of a platform below a path, as a platform of its own: what the person says is another
 * system under one address. Undefined where the path is none, or the platform has no single address.
 *
 * @param path as the person wrote it: `oa`, `/oa/`
 * @param at epoch ms
 */
export function splitPlatform(
  platform: Platform,
  path: string,
  name: string,
  at: number,
): Platform | undefined {
  const prefix = path.trim().replace(/^\/*|\/+$/g, (_slashes, offset) => (offset === 0 ? '/' : ''));
  if (!/^\/[^\s*?#]+$/.test(prefix)) return undefined;
  const origins = platform.origins.filter((origin) => /^[a-z*]+:\/\/[^*/]+$/.test(origin));
  const host = origins[0]?.replace(/^.*:\/\//, '');
  if (host === undefined) return undefined;
  return {
    id: `${host}${prefix}`,
    name: name.trim() || `${platform.ownName ?? platform.name} ${prefix}`,
    category: platform.ownCategory ?? platform.category,
    origins: origins.map((origin) => `${origin}${prefix}`),
    addedAt: at,
    addedBy: 'person',
  };
}
