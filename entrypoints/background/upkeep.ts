import { storeFault } from '../../utils/browser/faults';
import { grantedOrigins } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import {
  applyScripts,
  injectIntoOpenTabs,
  type WantedScripts,
} from '../../utils/browser/scripting';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type { Policy } from '../../utils/domain/policy';
import type { Platform } from '../../utils/domain/records';
import type { StoredSettings } from '../../utils/domain/settings';
import { neverTrackPatterns } from '../../utils/knowledge/platforms';

/** What decides where observers may stand. */
interface Wishes {
  readonly stored: StoredSettings;
  readonly granted: readonly string[];
  readonly platforms: readonly Platform[];
  readonly policy: Policy;
}

/**
 * Where the content scripts should stand now: on the sites that the browser allows, where consent is
 * given, less what is never recorded and what the person took off the list.
 */
export function wantedScripts({ stored, granted, platforms, policy }: Wishes): WantedScripts {
  const consented = stored.consent !== undefined;
  const webOrigins = granted.filter(
    (origin) => origin !== '<all_urls>' && !origin.startsWith('file:'),
  );
  const observerMatches = consented ? webOrigins : [];
  const ignored = platforms
    .filter((platform) => platform.ignored)
    .flatMap(({ origins }) => origins);
  const hooked = settingsOf(stored).fileHookPlatforms;
  return {
    observerMatches: narrowed(observerMatches, policy).sort(),
    excludeMatches: [...neverTrackPatterns(), ...ignored.flatMap(patternsOfOrigin)].sort(),
    fileHookMatches: consented
      ? platforms
          .filter(({ id, ignored: off }) => hooked.includes(id) && !off)
          .flatMap(({ origins }) => origins.flatMap(patternsOfOrigin))
          .filter((pattern) => matchesAnyPattern(webOrigins, pattern.replace('*://', 'http://')))
          .sort()
      : [],
  };
}

/**
 * Recomputes the desired state and applies it: registered content scripts, and observers in pages that
 * are open already. Safe to call at any moment and any number of times.
 */
export async function reconcile(readPlatforms: () => Promise<readonly Platform[]>): Promise<void> {
  const [stored, granted, policy] = await Promise.all([
    readStored(),
    grantedOrigins(),
    readPolicy(),
  ]);
  // Without the list of platforms the rest still holds: what is off the list is refused on arrival too.
  const platforms = await readPlatforms().catch(() => []);
  const wanted = wantedScripts({ stored, granted, platforms, policy });
  try {
    const changed = await applyScripts(wanted);
    if (changed) {
      await injectIntoOpenTabs(
        (address) =>
          matchesAnyPattern(wanted.observerMatches, address) &&
          !matchesAnyPattern(wanted.excludeMatches, address),
      );
    }
  } catch {
    await storeFault('registration-failed', Date.now());
  }
}

/** A policy that names sites leaves only what lies within them. */
function narrowed(matches: readonly string[], policy: Policy): string[] {
  if (policy.onlySites.length === 0) return [...matches];
  return policy.onlySites.filter((site) =>
    matchesAnyPattern(matches, site.replace('*://', 'https://').replace('//*.', '//')),
  );
}

function patternsOfOrigin(origin: string): string[] {
  return origin.endsWith('/*') ? [origin] : [`${origin}/*`];
}
