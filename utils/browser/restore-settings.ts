import browser from 'webextension-polyfill';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { readStored } from './settings';

/**
 * Takes settings out of a backup. What was chosen on this computer stays; the token secret is taken,
 * so that the person's computers count as one. Consent and pause are never taken.
 */
export async function restoreSettings(backedUp: {
  readonly settings?: unknown;
  readonly tokenSecret?: unknown;
}): Promise<void> {
  const { settings } = await readStored();
  const { tokenSecret } = backedUp;
  await browser.storage.local.set({
    settings: { ...knownSettings(backedUp.settings), ...settings },
    ...(typeof tokenSecret === 'string' && /^[\da-f]{64}$/.test(tokenSecret)
      ? { tokenSecret }
      : {}),
  });
}

/** The settings that this version knows, of the kind that it knows. */
function knownSettings(settings: unknown): Partial<Settings> {
  if (typeof settings !== 'object' || settings === null) return {};
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => {
      const usual = defaults.get(name);
      return typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual);
    }),
  );
}
