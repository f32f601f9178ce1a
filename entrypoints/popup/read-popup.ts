import { isGranted } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import { readStored } from '../../utils/browser/settings';
import { activePage } from '../../utils/browser/tabs';
import { NO_POLICY } from '../../utils/domain/policy';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { readWeekSummary } from '../report/read-week-summary';
import { siteOfAddress } from './change-site';
import type { PopupSources } from './popup-state';

/** What is there at once: the first frame has its final layout, the figures come into it. */
export async function readFirst(now: number): Promise<PopupSources> {
  const [stored, page] = await Promise.all([readStored(), activePage().catch(() => undefined)]);
  const nothing = { now, stored, granted: false, policy: NO_POLICY } as const;
  if (stored.consent === undefined) return { ...nothing, site: 'none', week: 'none' };
  const isSite = page !== undefined && /^https?:/.test(page.url);
  return {
    ...nothing,
    ...(page === undefined ? {} : { page }),
    site: isSite ? 'reading' : 'none',
    week: 'reading',
  };
}

/** The site in front: by the list, the catalogue, the browser's permission and the unit's policy. */
export async function readSite(
  first: PopupSources,
): Promise<Pick<PopupSources, 'site' | 'granted' | 'policy'>> {
  const { page } = first;
  if (page === undefined || first.site === 'none') return first;
  const [granted, policy, platforms] = await Promise.all([
    isGranted(page.url),
    readPolicy().catch(() => NO_POLICY),
    readPlatforms(),
  ]);
  return { granted, policy, site: siteOfAddress(page.url, platforms) };
}

/** The running week; `none` where nothing was recorded, `failed` where it cannot be read. */
export async function readWeek(first: PopupSources): Promise<PopupSources['week']> {
  if (first.week === 'none') return 'none';
  return readWeekSummary(undefined, first.now).then(
    (week) => week ?? 'none',
    () => 'failed' as const,
  );
}

async function readPlatforms() {
  // Without the list the catalogue still knows the site.
  if (!(await databaseExists().catch(() => false))) return [];
  return openDatabase()
    .then((database) => database.platforms.toArray())
    .catch(() => []);
}
