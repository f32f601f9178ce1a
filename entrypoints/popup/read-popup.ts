import { isGranted } from '../../utils/browser/permissions';
import { readPolicy } from '../../utils/browser/policy';
import { settingsOf } from '../../utils/browser/settings';
import { NO_POLICY } from '../../utils/domain/policy';
import { weekAt } from '../../utils/domain/week';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { readWeekSoFar } from '../../utils/storage/week-so-far';
import { loadKnowledge } from '../report/load-knowledge';
import type { PopupSources } from './popup-state';
import { siteOfAddress } from './site-of-address';

/* The slower parts of the popup, loaded when its first frame is drawn. */

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

/**
 * The running week, its times before the rest; `none` where nothing was recorded, `failed` where it
 * cannot be read.
 *
 * @param show called once or twice
 */
export async function readWeek(
  first: PopupSources,
  show: (week: PopupSources['week']) => void,
): Promise<void> {
  if (first.week === 'none') return show('none');
  try {
    if (!(await databaseExists())) return show('none');
    const settings = settingsOf(first.stored);
    show(
      await readWeekSoFar(await openDatabase(), weekAt(first.now, settings.zone), {
        settings,
        concepts: () => loadKnowledge().then(({ concepts }) => concepts),
        onTimes: show,
      }),
    );
  } catch {
    show('failed');
  }
}

async function readPlatforms() {
  // Without the list the catalogue still knows the site.
  if (!(await databaseExists().catch(() => false))) return [];
  return openDatabase()
    .then((database) => database.platforms.toArray())
    .catch(() => []);
}
