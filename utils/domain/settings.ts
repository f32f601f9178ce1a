/**
 * What the person has decided, kept in `storage.local` so that observers see it at once.
 * Only these keys are ever written there.
 */

import type { OwnDay } from './own-days';

/**
 * Version of what the welcome page says that is kept. A consent to another version is none: nothing is
 * recorded until the person has decided on the words as they are now.
 */
export const CONSENT_TEXT_VERSION = 1;

export interface Consent {
  /** `times`: 只记时间和表单结构. `values`: 同时比对录入内容. */
  readonly level: 'times' | 'values';
  readonly at: number;
  readonly textVersion: number;
}

/** Recording is off until this moment, or until resumed by hand. */
export type Pause = { readonly until: number } | { readonly until: 'resumed' };

/** One weekday's working hours in minutes from local midnight. */
export interface WorkHours {
  readonly start: number;
  readonly end: number;
}

export interface Settings {
  readonly language: 'auto' | 'zh_CN' | 'en';
  readonly typeSize: 'normal' | 'large' | 'huge';
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast';
  /** IANA zone of the weeks. */
  readonly zone: string;
  /** Longest pause that still counts as working, ms. */
  readonly thetaMs: 30_000 | 60_000 | 300_000;
  /** Working spans of a workday, minutes from midnight. */
  readonly workHours: readonly WorkHours[];
  /** Days that were worked, or off, other than the calendar says. */
  readonly ownDays: readonly OwnDay[];
  readonly structureOnly: boolean;
  readonly hint: boolean;
  readonly badge: boolean;
  readonly weeklyNotice: boolean;
  /** Days that detailed records are kept, at most the defaults of the privacy table. */
  readonly retentionDays: number;
  /** Platforms in whose pages the page-world file hook may run. */
  readonly fileHookPlatforms: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  typeSize: 'normal',
  theme: 'auto',
  zone: 'Asia/Shanghai',
  thetaMs: 60_000,
  workHours: [
    { start: 8 * 60 + 30, end: 12 * 60 },
    { start: 14 * 60, end: 18 * 60 },
  ],
  ownDays: [],
  structureOnly: false,
  hint: false,
  badge: false,
  weeklyNotice: false,
  retentionDays: 400,
  fileHookPlatforms: [],
};

/** The keys of `storage.local`. */
export interface StoredSettings {
  readonly consent?: Consent;
  /** The person had agreed to an older text; told by `withConsentInForce`, never stored. */
  readonly consentOutdated?: true;
  readonly pause?: Pause;
  readonly settings?: Partial<Settings>;
  /** Origins (match patterns) that the person asked to record, finished by `permissions.onAdded`. */
  readonly wantedOrigins?: readonly string[];
  /** 32 random bytes, hex: makes contribution tokens; travels in a backup. */
  readonly tokenSecret?: string;
}

/** What is stored, without a consent that was given to another text. */
export function withConsentInForce(stored: StoredSettings): StoredSettings {
  if (stored.consent === undefined || isInForce(stored.consent)) return stored;
  const { consent: _consent, ...rest } = stored;
  return { ...rest, consentOutdated: true };
}

function isInForce({ textVersion }: Consent): boolean {
  return textVersion === CONSENT_TEXT_VERSION;
}

/** Whether anything may be recorded at `now`. */
export function mayRecord(stored: StoredSettings, now: number): boolean {
  if (stored.consent === undefined || !isInForce(stored.consent)) return false;
  if (stored.pause === undefined) return true;
  return stored.pause.until !== 'resumed' && stored.pause.until <= now;
}
