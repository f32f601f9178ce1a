import browser from 'webextension-polyfill';
import type { StudyConsent } from '../domain/research/study';

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

export function programVersion(): string {
  return browser.runtime.getManifest().version;
}
