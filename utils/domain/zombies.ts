/**
 * Suspected zombie platforms (疑似僵尸平台), from pages the person opened; nothing is ever fetched.
 *
 * - content: 国办秘函〔2019〕19号: home page without an update for 2 weeks; news columns 2 weeks and
 *   notice or policy columns 6 months, together ≥ 5 columns; ≥ 10 columns in all; ≥ 5 columns never
 *   filled. Ages are told at the moment the page was seen. Before anything is said the home page was
 *   seen on ≥ 2 days, a blank column on ≥ 3 days, the first and last 14 days apart, and no page of the
 *   platform showed a newer date. It speaks of websites: where the person logged in, submitted or
 *   uploaded within the 28 days, the notice board of a system of business is no website. A column that was not looked at again is not told of once the platform was seen to
 *   have published since.
 * - unreachable: own loads that failed or took ≥ 15 s; n ≥ 20 over ≥ 3 days, failures on ≥ 3 days, and
 *   Wilson 95 % lower bound > 5 %; never for private hosts, which fail whenever their network is away.
 *   Loads while most of those of other platforms within half an hour failed too do not count: the
 *   network at this end was down. A page that is not there, or not for this person, was answered. Where
 *   no answer came at all the browser shows a page of its own, in which no extension runs: not seen.
 * - use: visits that are only login + trace action: ≥ 4 visits in 28 days, ≥ 80 % of them (*ours*).
 * - unused: on the person's list and not opened for 28 days (*ours*), while the browser was used on
 *   ≥ 10 of them and recording was possible in ≥ 0.8 of that time; seasonal systems exempt out of season.
 *
 * An archive is not to be updated; an announced closure is good practice and never a finding; a page
 * under maintenance tells nothing.
 */

import { evidenceOf } from './evidence';
import { groupBy, sumOf } from './grouping';
import type { ColumnType } from './observation';
import type { PageClass } from './page-class';
import type { Action, CoverageDay, PageSign, Platform } from './records';
import type { ZombieSuspicion } from './summary';
import { DAY_MS, MINUTE_MS, SECOND_MS } from './time-constants';
import type { Visit } from './visits';
import { wilsonLowerBound } from './wilson';
import { addDays, dayKeyAt, daysBetween } from './zone';

const SLOW_LOAD_MS = 15 * SECOND_MS;
const HOME_DAYS = 14;
const OBSERVED_MS = 28 * DAY_MS;
const COLUMNS_OBSERVED_MS = 49 * DAY_MS;
const BLANK_DAYS = 14;
const LEAST_BLANK_LOOKS = 3;
const LEAST_LOADS = 20;
const LEAST_LOAD_DAYS = 3;
const UNREACHABLE_SHARE = 0.05;
const LEAST_VISITS = 4;
const TRACE_VISITS = 0.8;
const UNUSED_DAYS = 28;
const LEAST_ACTIVE_DAYS = 10;
const LEAST_COVERAGE = 0.8;
/** Loads of other platforms within this time tell of the network at this end. */
const NEAR_MS = 30 * MINUTE_MS;

/** Days after which a column of a type is stale; other types have no term. */
const COLUMN_TERMS: Readonly<Partial<Record<ColumnType | 'unknown', number>>> = {
  news: 14,
  notice: 183,
  policy: 183,
  interaction: 92,
  plan: 366,
};

export interface ZombieSources {
  /** The moment that is spoken of: the end of the week, or now. Nothing later is looked at. */
  readonly at: number;
  readonly zone: string;
  readonly platforms: readonly Platform[];
  readonly pageSigns: readonly PageSign[];
  readonly visits: readonly Visit[];
  readonly coverage: readonly CoverageDay[];
}

/** A suspicion with the single records that speak for it. */
export interface SuspectedZombie {
  readonly suspicion: ZombieSuspicion;
  /**
   * Where newer records would be news (a failed load, a visit) each of them, weight 1; else the newest
   * look, weighing the days or columns it showed.
   */
  readonly facts: readonly {
    readonly id: string;
    readonly at: number;
    readonly weight: number;
    readonly pageClass?: PageClass;
  }[];
  /** What was seen, where the same thing can be seen again and again. */
  readonly about?: string;
}

/** Suspicions, each platform's in the order above; platforms in the order given. */
export function suspectZombies(sources: ZombieSources): readonly SuspectedZombie[] {
  const signs = groupBy(
    sources.pageSigns.filter(({ at }) => at < sources.at),
    ({ platform }) => platform,
  );
  const visits = groupBy(
    sources.visits.filter(({ to }) => to < sources.at),
    ({ platform }) => platform,
  );
  const loads = sources.pageSigns.filter(isLoad).sort((a, b) => a.at - b.at);
  return sources.platforms.flatMap((platform) => {
    if (platform.ignored === true || platform.mergedInto !== undefined) return [];
    const own = [...(signs.get(platform.id) ?? [])].sort((a, b) => a.at - b.at);
    if (isClosed(own)) return [];
    const telling = own.filter(({ state }) => state !== 'maintenance');
    const isWebsite = !isWorkedOn(visits.get(platform.id) ?? [], sources.at);
    return [
      ...(isWebsite ? [staleHome(platform, telling, sources)] : []),
      ...(isWebsite ? staleColumns(platform, telling, sources) : []),
      unreachable(platform, telling, loads, sources),
      usedForTraces(platform, visits.get(platform.id) ?? [], sources),
      unused(platform, sources),
    ].filter((suspicion) => suspicion !== undefined);
  });
}

/** The newest page that tells says that the platform was closed (已关停, 已迁移). */
export function isClosed(signs: readonly PageSign[]): boolean {
  const telling = signs.filter(({ state }) => state !== 'error' && state !== 'maintenance');
  return telling.at(-1)?.state === 'closed';
}

function staleHome(
  { id }: Platform,
  signs: readonly PageSign[],
  { at, zone }: ZombieSources,
): SuspectedZombie | undefined {
  const recent = signs.filter((sign) => sign.at >= at - OBSERVED_MS && isReadable(sign));
  if (!isContentSite(recent)) return undefined;
  const homes = recent.filter(
    ({ pageClass, newest }) => pageClass === 'home' && newest !== undefined,
  );
  const last = homes.at(-1);
  if (last === undefined) return undefined;
  const days = new Set(homes.map((sign) => dayKeyAt(sign.at, zone)));
  const newest = newestDate(recent, last.at, zone);
  if (days.size < 2 || newest === undefined) return undefined;
  const age = daysBetween(newest, dayKeyAt(last.at, zone));
  // It may have been updated and gone stale between two looks: only what the last one shows counts.
  if (age <= HOME_DAYS) return undefined;
  const suspicion: ZombieSuspicion = {
    platform: id,
    kind: 'content',
    rule: 'zombie-home',
    n: homes.length,
    newest,
    lastOpenedAt: last.at,
    figures: { days: age, looks: days.size },
    evidence: evidenceOf(homes),
  };
  return { suspicion, facts: [{ ...lookAt(last), weight: age }], about: newest };
}

/** One column of a platform, over all looks at it. */
interface ColumnHistory {
  readonly type: ColumnType | 'unknown';
  readonly newest?: string;
  readonly lastAt: number;
  readonly everFilled: boolean;
  readonly blankDays: readonly string[];
  readonly signs: readonly PageSign[];
}

function staleColumns(
  { id }: Platform,
  signs: readonly PageSign[],
  { at, zone }: ZombieSources,
): readonly SuspectedZombie[] {
  const recent = signs.filter((sign) => sign.at >= at - COLUMNS_OBSERVED_MS && isReadable(sign));
  const columns = columnsOf(recent, zone);
  const published = newestDate(recent, at, zone);
  const stale = columns.filter(({ type, newest, lastAt }) => {
    const term = COLUMN_TERMS[type];
    if (term === undefined || newest === undefined) return false;
    const look = dayKeyAt(lastAt, zone);
    if (published !== undefined && published > look) return false;
    return daysBetween(newest, look) > term;
  });
  const short = stale.filter(
    ({ type }) => type === 'news' || type === 'notice' || type === 'policy',
  );
  const hasNews = short.some(({ type }) => type === 'news');
  const blank = columns.filter(
    ({ everFilled, type, blankDays }) =>
      !everFilled &&
      type !== 'archive' &&
      new Set(blankDays).size >= LEAST_BLANK_LOOKS &&
      daysBetween(blankDays[0] ?? '', blankDays.at(-1) ?? '') >= BLANK_DAYS,
  );
  const found: SuspectedZombie[] = [];
  const last = recent.at(-1);
  if (last === undefined) return [];
  const suspect = (
    rule: string,
    some: readonly ColumnHistory[],
    figures: Record<string, number>,
  ) => {
    const newest = some
      .flatMap((column) => column.newest ?? [])
      .sort()
      .at(-1);
    const suspicion: ZombieSuspicion = {
      platform: id,
      kind: 'content',
      rule,
      n: some.length,
      ...(newest === undefined ? {} : { newest }),
      lastOpenedAt: last.at,
      figures: { ...figures, columns: columns.length },
      evidence: evidenceOf(some.flatMap((column) => column.signs)),
    };
    const facts = [{ ...lookAt(last), weight: some.length }];
    found.push({ suspicion, facts, about: `${newest ?? 'never'} ${some.length}` });
  };
  if (short.length >= 5 && hasNews) {
    suspect('zombie-columns-short', short, { staleColumns: short.length });
  } else if (stale.length >= 10) {
    suspect('zombie-columns', stale, { staleColumns: stale.length });
  }
  if (blank.length >= 5) suspect('zombie-columns-blank', blank, { blankColumns: blank.length });
  return found;
}

function columnsOf(signs: readonly PageSign[], zone: string): readonly ColumnHistory[] {
  const looks = groupBy(
    signs.flatMap((sign) => sign.columns.map((column) => ({ sign, column }))),
    ({ column }) => column.titleDigest,
  );
  return [...looks.values()].map((own) => {
    const last = own.at(-1) as (typeof own)[number];
    const dated = own.flatMap(({ column }) => column.newest ?? []).sort();
    const newest = dated.at(-1);
    return {
      type: own.findLast(({ column }) => column.type !== 'unknown')?.column.type ?? 'unknown',
      ...(newest === undefined ? {} : { newest }),
      lastAt: last.sign.at,
      everFilled: own.some(({ column }) => !column.blank || column.newest !== undefined),
      blankDays: own
        .filter(({ column }) => column.blank)
        .map(({ sign }) => dayKeyAt(sign.at, zone))
        .sort(),
      signs: own.map(({ sign }) => sign),
    };
  });
}

function unreachable(
  platform: Platform,
  signs: readonly PageSign[],
  allLoads: readonly PageSign[],
  { at, zone }: ZombieSources,
): SuspectedZombie | undefined {
  if (platform.origins.some(isPrivateOrigin)) return undefined;
  const loads = signs.filter(
    (sign) =>
      sign.at >= at - OBSERVED_MS &&
      isLoad(sign) &&
      !(hasFailed(sign) && isOwnNetwork(sign, allLoads)),
  );
  const failed = loads.filter(hasFailed);
  const daysOf = (some: readonly PageSign[]) => new Set(some.map((one) => dayKeyAt(one.at, zone)));
  const days = daysOf(loads);
  if (loads.length < LEAST_LOADS || days.size < LEAST_LOAD_DAYS) return undefined;
  if (daysOf(failed).size < LEAST_LOAD_DAYS) return undefined;
  const share = wilsonLowerBound(failed.length, loads.length);
  if (share <= UNREACHABLE_SHARE) return undefined;
  const suspicion: ZombieSuspicion = {
    platform: platform.id,
    kind: 'unreachable',
    rule: 'zombie-unreachable',
    n: loads.length,
    ...openedAt(platform, signs),
    figures: { failed: failed.length, days: days.size, shareAtLeast: share },
    evidence: evidenceOf(failed),
  };
  return { suspicion, facts: failed.map((sign) => ({ ...lookAt(sign), weight: 1 })) };
}

/** One look at a page; what stands in the place of a page that failed is of no class. */
function lookAt({ id, at, pageClass, failed }: PageSign): {
  readonly id: string;
  readonly at: number;
  readonly pageClass?: PageClass;
} {
  return failed ? { id, at } : { id, at, pageClass };
}

function isLoad({ failed, loadMs }: PageSign): boolean {
  return failed || loadMs !== undefined;
}

function hasFailed({ failed, loadMs = 0 }: PageSign): boolean {
  return failed || loadMs >= SLOW_LOAD_MS;
}

/** Whether most loads of other platforms about that time failed as well. @param loads oldest first */
function isOwnNetwork({ platform, at }: PageSign, loads: readonly PageSign[]): boolean {
  let low = 0;
  let high = loads.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((loads[middle] as PageSign).at < at - NEAR_MS) low = middle + 1;
    else high = middle;
  }
  let others = 0;
  let failed = 0;
  for (let index = low; index < loads.length; index += 1) {
    const load = loads[index] as PageSign;
    if (load.at > at + NEAR_MS) break;
    if (load.platform === platform) continue;
    others += 1;
    if (hasFailed(load)) failed += 1;
  }
  return failed * 2 > others;
}

function usedForTraces(
  platform: Platform,
  visits: readonly Visit[],
  { at }: ZombieSources,
): SuspectedZombie | undefined {
  const recent = visits.filter(({ from }) => from >= at - OBSERVED_MS);
  const traces = recent.filter(isTraceVisit);
  if (recent.length < LEAST_VISITS || traces.length < LEAST_VISITS) return undefined;
  if (traces.length < TRACE_VISITS * recent.length) return undefined;
  if (platform.exempt === true || !isInSeason(platform, at)) return undefined;
  const last = recent.at(-1);
  // One proven action stands for each visit.
  const acts = traces.flatMap(({ actions }) =>
    actions.filter(({ outcome }) => outcome === 'done').slice(0, 1),
  );
  const suspicion: ZombieSuspicion = {
    platform: platform.id,
    kind: 'use',
    rule: 'zombie-use',
    n: recent.length,
    ...(last === undefined ? {} : { lastOpenedAt: last.to }),
    figures: { traceVisits: traces.length },
    evidence: evidenceOf(acts),
  };
  return { suspicion, facts: acts.map((act) => ({ id: act.id, at: act.at, weight: 1 })) };
}

/** Actions that are done on the page of what they are about. */
const ACTIONS_ON_A_PAGE: ReadonlySet<Action['action']> = new Set([
  'receipt',
  'like',
  'share',
  'read-confirm',
  'vote',
  'download',
]);

/** A visit in which nothing was done but a login and trace-leaving actions. */
function isTraceVisit({ pages, actions, submissions, uploads }: Visit): boolean {
  const done = actions.filter(({ outcome, exempt }) => outcome === 'done' && !exempt);
  // Without a page that was seen nothing can be said of what else was done there.
  if (done.length === 0 || pages.length === 0) return false;
  if (submissions.length > 0 || uploads.length > 0) return false;
  const actedOn = done.filter(({ action }) => ACTIONS_ON_A_PAGE.has(action)).length;
  const read = pages.filter(({ pageClass }) => pageClass === 'detail' || pageClass === 'notice');
  const used = pages.some(
    ({ pageClass }) => pageClass === 'form' || pageClass === 'study' || pageClass === 'assessment',
  );
  // One list may hold what is acted on; with more of them the person looks things up.
  const lists = pages.filter(({ pageClass }) => pageClass === 'list').length;
  return !used && read.length <= actedOn && lists <= done.length;
}

function unused(
  platform: Platform,
  { at, zone, coverage }: ZombieSources,
): SuspectedZombie | undefined {
  const since = Math.max(platform.lastOpenedAt ?? platform.addedAt, platform.addedAt);
  const today = dayKeyAt(at - 1, zone);
  const days = daysBetween(dayKeyAt(since, zone), today);
  if (since >= at || days < UNUSED_DAYS) return undefined;
  if (platform.exempt === true || !isInSeason(platform, at)) return undefined;
  // A season that has only just begun says nothing yet.
  if (!isInSeason(platform, at - UNUSED_DAYS * DAY_MS)) return undefined;
  const first = addDays(today, 1 - UNUSED_DAYS);
  const recent = coverage.filter(({ day }) => day >= first && day <= today);
  const active = recent.filter(({ recorded }) => recorded.length > 0);
  if (active.length < LEAST_ACTIVE_DAYS) return undefined;
  const blocks = sumOf(recent, (day) => day.active.length);
  // It may have been opened while nothing was recorded.
  if (sumOf(recent, ({ recorded }) => recorded.length) < LEAST_COVERAGE * blocks) return undefined;
  const suspicion: ZombieSuspicion = {
    platform: platform.id,
    kind: 'unused',
    rule: 'zombie-unused',
    n: active.length,
    ...(platform.lastOpenedAt === undefined ? {} : { lastOpenedAt: platform.lastOpenedAt }),
    figures: { days },
    evidence: { ids: [], firstAt: since, lastAt: at },
  };
  return {
    suspicion,
    // The last moment of the stretch: what is at its end is no longer looked at.
    facts: [{ id: platform.id, at: at - 1, weight: days }],
    about: dayKeyAt(since, zone),
  };
}

/** A system of business, whatever else stands on its pages. */
function isWorkedOn(visits: readonly Visit[], at: number): boolean {
  return visits.some(
    ({ from, pages, submissions, uploads }) =>
      from >= at - OBSERVED_MS &&
      (submissions.length > 0 ||
        uploads.length > 0 ||
        pages.some(({ pageClass }) => pageClass === 'login')),
  );
}

/** A system without marked months is in season the year round. */
function isInSeason({ season }: Platform, at: number): boolean {
  if (season === undefined || season.length === 0) return true;
  return season.includes(new Date(at - 1).getUTCMonth() + 1);
}

/** A site of columns that 19号 speaks of, not a system that happens to show a date. */
function isContentSite(signs: readonly PageSign[]): boolean {
  return signs.some(({ columns }) =>
    columns.some(({ type }) => type === 'news' || type === 'notice' || type === 'policy'),
  );
}

function isReadable({ state, failed }: PageSign): boolean {
  return !failed && (state === 'normal' || state === 'blank' || state === 'under-construction');
}

/** Newest date that any page or column showed up to a moment; a date after it is no update. */
function newestDate(signs: readonly PageSign[], upTo: number, zone: string): string | undefined {
  const last = dayKeyAt(upTo, zone);
  return signs
    .filter(({ at }) => at <= upTo)
    .flatMap(({ newest, columns }) => [
      newest,
      ...columns.map((column) => (column.type === 'archive' ? undefined : column.newest)),
    ])
    .filter((date) => date !== undefined && date <= last)
    .sort()
    .at(-1);
}

function openedAt(
  { lastOpenedAt }: Platform,
  signs: readonly PageSign[],
): { readonly lastOpenedAt?: number } {
  const at = signs.at(-1)?.at ?? lastOpenedAt;
  return at === undefined ? {} : { lastOpenedAt: at };
}

/** Whether an origin or match pattern names a private network, a dotless host or this computer. */
export function isPrivateOrigin(origin: string): boolean {
  const host = /^[^:]+:\/\/(?:\[([^\]]*)\]|([^/:]*))/.exec(origin);
  const name = (host?.[1] ?? host?.[2] ?? '').toLowerCase();
  if (name === '' || name === '*') return false;
  if (host?.[1] !== undefined) return /^(?:::1$|f[cd]|fe[89ab])/.test(name);
  if (!name.includes('.')) return true;
  const parts = name.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part))) return false;
  const [a = 0, b = 0] = parts;
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  );
}
