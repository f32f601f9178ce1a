import type { PopupState, SiteState } from '../../components/popup-view';
import { isGranted } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { type ActivePage, activePage } from '../../utils/browser/tabs';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import { mayRecord, type StoredSettings } from '../../utils/domain/settings';
import type { WeekSummary } from '../../utils/domain/summary';
import { weekdayOf } from '../../utils/domain/week';
import { dayKeyAt } from '../../utils/domain/zone';
import { formatClock, formatMoment } from '../../utils/format/date';
import { language } from '../../utils/i18n';
import { openDatabase } from '../../utils/storage/open-database';
import { hasDatabase, readWeekSummary } from '../report/read-week-summary';
import { type Site, siteOfAddress } from './change-site';

/** Everything that the popup draws from, read once. */
export interface PopupSources {
  readonly now: number;
  readonly stored: StoredSettings;
  readonly page?: ActivePage;
  readonly granted: boolean;
  readonly policy: Policy;
  readonly site?: Site;
  readonly week?: WeekSummary;
}

/** Reads the popup's sources side by side. A database that fails leaves the rest standing. */
export async function readPopup(now: number): Promise<PopupSources> {
  const [stored, page, policy] = await Promise.all([
    readStored(),
    activePage().catch(() => undefined),
    readPolicy().catch(() => NO_POLICY),
  ]);
  if (stored.consent === undefined) {
    return { now, stored, granted: false, policy };
  }
  const [granted, site, week] = await Promise.all([
    page === undefined ? false : isGranted(page.url),
    page === undefined || !isWebAddress(page.url) ? undefined : readSite(page.url),
    readWeekSummary(undefined, now).catch(() => undefined),
  ]);
  return {
    now,
    stored,
    granted,
    policy,
    ...(page === undefined ? {} : { page }),
    ...(site === undefined ? {} : { site }),
    ...(week === undefined || week.state === 'empty' ? {} : { week }),
  };
}

/** What the popup shows, from its sources. */
export function popupState(sources: PopupSources, refused: boolean): PopupState {
  const { now, stored, week } = sources;
  const { zone } = settingsOf(stored);
  const paused = stored.consent !== undefined && !mayRecord(stored, now);
  const today = weekdayOf(dayKeyAt(now, zone));
  return {
    agreed: stored.consent !== undefined,
    refused,
    site: siteState(sources, today),
    ...(paused ? { paused: pauseWords(stored, zone, now) } : {}),
    ...(week === undefined
      ? {}
      : {
          week: {
            today: {
              workingMs: week.days[today]?.workingMs ?? 0,
              platforms: week.platforms.filter(({ days }) => (days[today]?.frontMs ?? 0) > 0)
                .length,
            },
            all: { workingMs: week.clocks.workingMs, platforms: week.proliferation.platforms },
            reentryMs: week.reentry.ms.mid,
          },
        }),
  };
}

async function readSite(address: string): Promise<Site> {
  // Without the list the catalogue still knows the site.
  const platforms = (await hasDatabase().catch(() => false))
    ? await openDatabase()
        .then((database) => database.platforms.toArray())
        .catch(() => [])
    : [];
  return siteOfAddress(address, platforms);
}

function siteState(sources: PopupSources, today: number): SiteState {
  const { page, site, granted, policy, week } = sources;
  if (page === undefined || site === undefined) return { kind: 'none' };
  const { name, category } = site;
  if (site.neverTracked) return { kind: 'never', name };
  if (policy.onlySites.length > 0 && !matchesAnyPattern(policy.onlySites, page.url)) {
    return { kind: 'excluded', name };
  }
  if (!granted || site.ignored || site.id === undefined) return { kind: 'free', name };
  const own = week?.platforms.find(({ platform }) => platform === site.id);
  return {
    kind: 'recorded',
    name,
    todayMs: own?.days[today]?.workingMs ?? 0,
    ...(category === undefined ? {} : { category }),
  };
}

function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
}

function pauseWords(stored: StoredSettings, zone: string, now: number): string {
  const until = stored.pause?.until;
  if (until === undefined || until === 'resumed') return 'open';
  return dayKeyAt(until, zone) === dayKeyAt(now, zone)
    ? formatClock(until, zone)
    : formatMoment(until, zone, language.value);
}
