import browser from 'webextension-polyfill';
import {
  CONSENT_TEXT_VERSION,
  type Consent,
  DEFAULT_SETTINGS,
  type Pause,
  type Settings,
  type StoredSettings,
  withConsentInForce,
} from '../domain/settings';

/** Everything that is kept in `storage.local`, in one read. */
export async function readStored(): Promise<StoredSettings> {
  const stored = await browser.storage.local.get([
    'consent',
    'pause',
    'settings',
    'wantedOrigins',
    'tokenSecret',
  ]);
  return withConsentInForce(stored as StoredSettings);
}

/** The settings in force: what the person chose over the defaults. */
export function settingsOf(stored: StoredSettings): Settings {
  return { ...DEFAULT_SETTINGS, ...stored.settings };
}

/** The person agreed. From this moment observers may run on the sites that the browser allows. */
export async function writeConsent(level: Consent['level']): Promise<void> {
  const consent: Consent = { level, at: Date.now(), textVersion: CONSENT_TEXT_VERSION };
  await browser.storage.local.set({ consent });
}

/** The person took the consent back. Observers stop at once; what is stored stays until wiped. */
export async function withdrawConsent(): Promise<void> {
  await browser.storage.local.remove(['consent', 'wantedOrigins']);
}

/** Stops recording until the moment given (epoch ms), or until resumed by hand. */
export async function pauseUntil(until: Pause['until']): Promise<void> {
  await browser.storage.local.set({ pause: { until } });
}

/** Takes recording up again. */
export async function resume(): Promise<void> {
  await browser.storage.local.remove('pause');
}

/** Writes what the person chose, in the same task: a page that is closed in that moment has written it. */
export async function writeSettings(settings: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ settings });
}

let tokenSecret: Promise<string> | undefined;

/** The secret that contribution tokens are made from; made once, when it is first asked for. */
export function readTokenSecret(make: () => string): Promise<string> {
  tokenSecret ??= readStored().then(async (stored) => {
    if (stored.tokenSecret !== undefined) return stored.tokenSecret;
    const made = make();
    await browser.storage.local.set({ tokenSecret: made });
    return made;
  });
  return tokenSecret;
}

/** When recording began, kept outside the database too, epoch ms. */
export async function readBegan(): Promise<number | undefined> {
  const { began } = (await browser.storage.local.get('began')) as { began?: number };
  return began;
}

/** Keeps when recording began. */
export async function writeBegan(at: number): Promise<void> {
  await browser.storage.local.set({ began: at });
}

/** Calls back with the new state after any change. Returns how to stop. */
export function onStoredChanged(callback: (stored: StoredSettings) => void): () => void {
  const listener = (_changes: unknown, area: string) => {
    if (area === 'local') void readStored().then(callback);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
