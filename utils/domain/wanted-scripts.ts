import { matchesAnyPattern, narrowerPattern } from './match-pattern';
import type { Policy } from './policy';
import type { Platform } from './records';
import type { StoredSettings } from './settings';

/** Match patterns of where content scripts should stand, sorted, so that equal wishes compare equal. */
export interface WantedScripts {
  readonly observerMatches: readonly string[];
  readonly excludeMatches: readonly string[];
  /** Sites in whose pages the person switched the file hook on. */
  readonly fileHookMatches: readonly string[];
}

/** What decides where observers may stand. */
export interface Wishes {
  readonly stored: StoredSettings;
  readonly granted: readonly string[];
  readonly platforms: readonly Platform[];
  readonly policy: Policy;
  /** What is never recorded, whatever was asked for. */
  readonly neverTracked: readonly string[];
}

/**
 * Where the content scripts should stand now: on the sites that the browser allows, where consent is
 * given, less what is never recorded and what the person took off the list.
 */
export function wantedScripts({
  stored,
  granted,
  platforms,
  policy,
  neverTracked,
}: Wishes): WantedScripts {
  const consented = stored.consent !== undefined;
  const webOrigins = granted.filter(
    (origin) => origin !== '<all_urls>' && !origin.startsWith('file:'),
  );
  const observerMatches = consented ? webOrigins : [];
  const ignored = platforms
    .filter((platform) => platform.ignored)
    .flatMap(({ origins }) => origins);
  const hooked = stored.settings?.fileHookPlatforms ?? [];
  return {
    observerMatches: narrowed(observerMatches, policy).sort(),
    excludeMatches: [...neverTracked, ...ignored.flatMap(patternsOfOrigin)].sort(),
    fileHookMatches: consented
      ? platforms
          .filter(({ id, ignored: off }) => hooked.includes(id) && !off)
          .flatMap(({ origins }) => origins.flatMap(patternsOfOrigin))
          .filter((pattern) => matchesAnyPattern(webOrigins, pattern.replace('*://', 'http://')))
          .sort()
      : [],
  };
}

/** A policy that names sites leaves only what lies within them, and never adds any. */
function narrowed(matches: readonly string[], { onlySites }: Policy): string[] {
  if (onlySites.length === 0) return [...matches];
  const common = matches.flatMap((match) =>
    onlySites.flatMap((site) => narrowerPattern(match, site) ?? []),
  );
  return [...new Set(common)];
}

function patternsOfOrigin(origin: string): string[] {
  return origin.endsWith('/*') ? [origin] : [`${origin}/*`];
}
