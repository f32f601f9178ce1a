import browser from 'webextension-polyfill';
import { newTokenSecret } from '../domain/contribution/token';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { readStored } from './settings';

/**
 * What of the settings goes into a backup. The token secret is made where there is none yet: only so
 * do the person's computers count as one from now on.
 */
export async function settingsForBackup(): Promise<{
  readonly settings: Partial<Settings>;
  readonly tokenSecret: string;
}> {
  const { settings = {}, tokenSecret = newTokenSecret() } = await readStored();
  await browser.storage.local.set({ tokenSecret });
  return { settings, tokenSecret };
}

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

const CHOICES: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ['language', ['auto', 'zh_CN', 'en']],
  ['typeSize', ['normal', 'large', 'huge']],
  ['theme', ['auto', 'light', 'dark', 'contrast']],
  ['thetaMs', [30_000, 60_000, 300_000]],
]);

/** The settings that this version knows, with values that it can live with. */
function knownSettings(settings: unknown): Partial<Settings> {
  if (typeof settings !== 'object' || settings === null) return {};
  const usual = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) =>
        typeof value === typeof usual.get(name) &&
        (CHOICES.get(name)?.includes(value) ?? true) &&
        (name !== 'zone' || isZone(value)) &&
        (name !== 'retentionDays' || (value as number) >= 1) &&
        (!Array.isArray(usual.get(name)) || isList(name, value)),
    ),
  );
}

function isZone(value: unknown): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value as string }) !== undefined;
  } catch {
    return false;
  }
}

/** Lists hold what they hold by default: spans of hours, own days, ids of platforms. */
function isList(name: string, value: unknown): boolean {
  const fits = (one: unknown) => {
    if (name === 'fileHookPlatforms') return typeof one === 'string';
    const { start, end, day, kind } = (one ?? {}) as Readonly<Record<string, unknown>>;
    return name === 'workHours'
      ? typeof start === 'number' && typeof end === 'number' && start < end
      : /^\d{4}-\d\d-\d\d$/.test(String(day)) && (kind === 'workday' || kind === 'restday');
  };
  return Array.isArray(value) && value.every(fits);
}
