import { storeFault } from '../../utils/browser/faults';
import { grantedOrigins } from '../../utils/browser/permissions';
import { lastPolicy } from '../../utils/browser/policy';
import { applyScripts, injectIntoOpenTabs } from '../../utils/browser/scripting';
import { readStored } from '../../utils/browser/settings';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type { Platform } from '../../utils/domain/records';
import { wantedScripts } from '../../utils/domain/wanted-scripts';
import { neverTrackPatterns } from '../../utils/knowledge/platforms';

/**
 * Recomputes the desired state and applies it: registered content scripts, and observers in pages that
 * are open already. Safe to call at any moment and any number of times.
 */
export async function reconcile(readPlatforms: () => Promise<readonly Platform[]>): Promise<void> {
  const [stored, granted, policy] = await Promise.all([
    readStored(),
    grantedOrigins(),
    // What the browser has not told yet is waited for where a record is made, not here.
    lastPolicy(),
  ]);
  // Without the list of platforms the rest still holds: what is off the list is refused on arrival too.
  const platforms = await readPlatforms().catch(() => []);
  const wanted = wantedScripts({
    stored,
    granted,
    platforms,
    policy,
    neverTracked: neverTrackPatterns(),
  });
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
