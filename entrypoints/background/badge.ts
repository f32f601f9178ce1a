import { browserLanguage, clearTabBadges, setBadge } from '../../utils/browser/notices';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { mayRecord } from '../../utils/domain/settings';
import { chooseLanguage, say } from '../../utils/i18n/message';
import { notices } from '../../utils/i18n/notices';

/** Brings the badge in line: none, or that recording is paused. Off unless the person wants it. */
export async function applyBadge(): Promise<void> {
  const stored = await readStored();
  const { badge, language } = settingsOf(stored);
  const paused = badge && stored.consent !== undefined && !mayRecord(stored, Date.now());
  if (!badge || paused) await clearTabBadges();
  await setBadge(
    paused ? say(chooseLanguage(language, browserLanguage()), notices.badgePaused) : '',
  );
}

/** A tab was just recorded: its badge says so until the tab goes to another page. */
export async function markRecorded(tabId: number | undefined): Promise<void> {
  const { badge, language } = settingsOf(await readStored());
  if (!badge || tabId === undefined) return;
  // A pause that ran out by itself told nobody.
  await setBadge('');
  await setBadge(say(chooseLanguage(language, browserLanguage()), notices.badgeOn), tabId);
}
