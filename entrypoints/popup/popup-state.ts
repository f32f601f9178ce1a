import type { PopupState, Silence, SiteState } from '../../components/popup-view';
import type { ActivePage } from '../../utils/browser/tabs';
import type { FirstFigures } from '../../utils/domain/first-figures';
import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type { Policy } from '../../utils/domain/policy';
import { wasShown } from '../../utils/domain/proliferation';
import { DEFAULT_SETTINGS, mayRecord, type StoredSettings } from '../../utils/domain/settings';
import { weekdayOf } from '../../utils/domain/week';
import type { WeekSoFar } from '../../utils/domain/week-so-far';
import { dayKeyAt } from '../../utils/domain/zone';
import { formatClock, formatMoment } from '../../utils/format/date';
import { language } from '../../utils/i18n';
import type { Site } from './site-of-address';

/** Everything that the popup draws from. The slower parts come after the first frame. */
export interface PopupSources {
  readonly now: number;
  readonly stored: StoredSettings;
  readonly page?: ActivePage;
  readonly granted: boolean;
  /** Recording met a fault in the last day that the summary explains. */
  readonly trouble?: boolean;
  readonly policy: Policy;
  readonly site: Site | 'reading' | 'none';
  /** The times stand alone while the rest is read. */
  readonly week: WeekSoFar | FirstFigures | Silence;
}

/** What the popup shows, from its sources. */
export function popupState(
  sources: PopupSources,
  said: Pick<PopupState, 'refused' | 'failed'>,
): PopupState {
  const { now, stored, week } = sources;
  const { zone } = { ...DEFAULT_SETTINGS, ...stored.settings };
  const agreed = stored.consent !== undefined;
  const today = weekdayOf(dayKeyAt(now, zone));
  return {
    agreed,
    ...said,
    trouble: sources.trouble === true,
    site: siteState(sources, today),
    ...(agreed && !mayRecord(stored, now) ? { paused: pauseWords(stored, zone, now) } : {}),
    week:
      typeof week === 'object' && week.platforms.length + platformsOf(week) > 0
        ? figures(week, today)
        : silence(week),
  };
}

/** Of first figures that hold nothing the whole may hold more. */
function silence(week: PopupSources['week']): Silence {
  if (typeof week === 'string') return week;
  return isWhole(week) ? 'none' : 'reading';
}

function isWhole(week: WeekSoFar | FirstFigures): week is WeekSoFar {
  return 'reentryMs' in week;
}

function platformsOf(week: WeekSoFar | FirstFigures): number {
  return isWhole(week)
    ? week.platformCount
    : week.platforms.filter(({ clocks }) => wasShown(clocks)).length;
}

function figures(week: WeekSoFar | FirstFigures, today: number): PopupState['week'] {
  return {
    today: {
      workingMs: week.days[today]?.workingMs ?? 0,
      platforms: week.platforms.filter(({ days }) => (days[today]?.frontMs ?? 0) > 0).length,
    },
    all: { workingMs: week.clocks.workingMs, platforms: platformsOf(week) },
    ...(isWhole(week) ? { reentryMs: week.reentryMs } : {}),
  };
}

function siteState(sources: PopupSources, today: number): SiteState {
  const { page, site, granted, policy, week } = sources;
  if (page === undefined || site === 'none') return { kind: 'none' };
  if (site === 'reading') return { kind: 'reading' };
  const { name, category } = site;
  if (site.neverTracked) return { kind: 'never', name };
  if (policy.onlySites.length > 0 && !matchesAnyPattern(policy.onlySites, page.url)) {
    return { kind: 'excluded', name };
  }
  if (!granted || site.ignored || site.id === undefined) return { kind: 'free', name };
  const own =
    typeof week === 'object'
      ? week.platforms.find(({ platform }) => platform === site.id)
      : undefined;
  return {
    kind: 'recorded',
    name,
    ...(week === 'reading' ? {} : { todayMs: own?.days[today]?.workingMs ?? 0 }),
    ...(category === undefined ? {} : { category }),
  };
}

function pauseWords(stored: StoredSettings, zone: string, now: number): string {
  const until = stored.pause?.until;
  if (until === undefined || until === 'resumed') return 'open';
  return dayKeyAt(until, zone) === dayKeyAt(now, zone)
    ? formatClock(until, zone)
    : formatMoment(until, zone, language.value);
}
