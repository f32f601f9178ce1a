import browser from 'webextension-polyfill';
import {
  browserLanguage,
  noticesAllowed,
  onNoticeClicked,
  showNotice,
} from '../../utils/browser/notices';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { openPage } from '../../utils/browser/tabs';
import { weekOfKey } from '../../utils/domain/week';
import { noticePlan } from '../../utils/domain/weekly-notice';
import { chooseLanguage, say } from '../../utils/i18n/message';
import { notices } from '../../utils/i18n/notices';
import type { Database } from '../../utils/storage/database';
import { readState, writeState } from '../../utils/storage/open-state';

export const NOTICE_ALARM = 'weekly-notice';
const KEY = 'noticed';

/**
 * Gives the notice that is due, if any, and sets the alarm for the next: one shot, made anew whenever
 * it is missing, so that neither the worker's death nor the browser's end can lose it.
 */
export async function applyWeeklyNotice(database: Database, now: number): Promise<void> {
  const { weeklyNotice, zone, language } = settingsOf(await readStored());
  if (!weeklyNotice || !(await noticesAllowed())) {
    await browser.alarms.clear(NOTICE_ALARM);
    return;
  }
  const known = await readState<string>(database, KEY);
  const { due, noticed, nextAt } = noticePlan(now, zone, known);
  // Written first: a notice that is missed is better than one that comes twice.
  if (noticed !== known) await writeState(database, KEY, noticed);
  const alarm = await browser.alarms.get(NOTICE_ALARM);
  if (alarm?.scheduledTime !== nextAt) browser.alarms.create(NOTICE_ALARM, { when: nextAt });
  if (due === undefined) return;
  const { from, to } = weekOfKey(due, zone);
  const recorded = await database.intervals.where('from').between(from, to).count();
  if (recorded === 0) return;
  const spoken = chooseLanguage(language, browserLanguage());
  await showNotice(due, say(spoken, notices.weekTitle), say(spoken, notices.weekText));
}

/** A click opens the summary of the week that the notice spoke of. */
export function openFromNotice(): void {
  onNoticeClicked((week) => void openPage('report.html', `#week=${week}`));
}
