import browser from 'webextension-polyfill';
import { newTokenSecret } from '../domain/contribution/token';
import type { StudyConsent } from '../domain/research/study';
import { readStored } from './settings';

/** The study that the person agreed to, if there is one. */
export async function readStudy(): Promise<StudyConsent | undefined> {
  const { study } = (await browser.storage.local.get('study')) as { study?: StudyConsent };
  return study;
}

export async function writeStudy(study: StudyConsent): Promise<void> {
  await browser.storage.local.set({ study });
}

/** The person left the study: consent and answers go with it. */
export async function leaveStudy(): Promise<void> {
  await browser.storage.local.remove('study');
}

/** The device's secret, made when it is first needed. */
export async function deviceSecret(): Promise<string> {
  const { tokenSecret } = await readStored();
  if (tokenSecret !== undefined) return tokenSecret;
  const made = newTokenSecret();
  await browser.storage.local.set({ tokenSecret: made });
  return made;
}

export function programVersion(): string {
  return browser.runtime.getManifest().version;
}
