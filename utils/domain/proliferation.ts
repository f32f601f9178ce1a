/**
 * Tool proliferation (工具泛化): platforms used in a week and in 28 days; platforms per function
 * (check-in, report, study, messages, party work) and the redundant ones, Σ over functions of
 * those beyond the first; separate logins. What a platform is used for is told from what was done on
 * it, its category only says that it is party work or study. A platform was used where it had ≥ 10 s
 * on the screen, or something was done on it.
 */

import { ensure, sumOf } from './grouping';
import type { Action, Interval, WeekSum } from './records';
import type { Clocks, PlatformFunction, PlatformWeek, WeekSummary } from './summary';
import { SECOND_MS } from './time-constants';
import type { Visit } from './visits';

const LEAST_SHOWN_MS = 10 * SECOND_MS;

const FUNCTIONS: readonly PlatformFunction[] = ['check-in', 'report', 'study', 'messages', 'party'];

export interface ProliferationSources {
  readonly platforms: readonly PlatformWeek[];
  /** Ids used in the 28 days up to the week's end, this week included. */
  readonly usedIn28Days: ReadonlySet<string>;
  /** Those of the week. */
  readonly intervals: readonly Interval[];
  readonly actions: readonly Action[];
}

export function proliferation({
  platforms,
  usedIn28Days,
  intervals,
  actions,
}: ProliferationSources): WeekSummary['proliferation'] {
  const used = platforms.filter(isUsed);
  const uses = new Map<PlatformFunction, Set<string>>();
  const use = (kind: PlatformFunction, platform: string) =>
    ensure(uses, kind, () => new Set()).add(platform);
  for (const { platform, category, submissions: submitted, clocks } of used) {
    if (submitted > 0) use('report', platform);
    if (category === 'party' || category === 'party_study') use('party', platform);
    if ((category === 'study' || category === 'party_study') && clocks.frontMs > 0) {
      use('study', platform);
    }
  }
  for (const { platform, pageClass, place } of intervals) {
    if (pageClass === 'study' && place === 'front') use('study', platform);
  }
  for (const { platform, action, outcome } of actions) {
    if (outcome !== 'done') continue;
    if (action === 'check-in') use('check-in', platform);
    if (action === 'receipt' || action === 'read-confirm') use('messages', platform);
  }
  const functions = FUNCTIONS.flatMap((kind) => {
    const ids = uses.get(kind);
    return ids === undefined ? [] : [{ use: kind, platforms: [...ids].sort() }];
  });
  return {
    platforms: used.length,
    platforms28Days: new Set([...usedIn28Days, ...used.map(({ platform }) => platform)]).size,
    functions,
    redundant: sumOf(functions, ({ platforms: ids }) => Math.max(0, ids.length - 1)),
    separateLogins: new Set(
      intervals.filter(({ pageClass }) => pageClass === 'login').map(({ platform }) => platform),
    ).size,
  };
}

/** Whether a platform was on the screen long enough to have been used; a glance is no use. */
export function wasShown({ frontMs, besideMs }: Clocks): boolean {
  return frontMs + besideMs >= LEAST_SHOWN_MS;
}

/** Whether a platform was used in the week. */
function isUsed({
  clocks,
  submissions,
  drafts,
  attempts,
  uploads,
  actions,
  actionAttempts,
}: PlatformWeek): boolean {
  return (
    wasShown(clocks) ||
    submissions + drafts + attempts + uploads + actionAttempts > 0 ||
    Object.keys(actions).length > 0
  );
}

/** Platforms that were used at or after a moment, from records or from the sums of whole weeks. */
export function usedSince(
  from: number,
  {
    visits,
    intervals,
    sums,
  }: {
    readonly visits: readonly Visit[];
    readonly intervals: readonly Interval[];
    readonly sums: readonly WeekSum[];
  },
): ReadonlySet<string> {
  const shown = new Map<string, number>();
  const show = (platform: string, ms: number) =>
    shown.set(platform, (shown.get(platform) ?? 0) + ms);
  for (const interval of intervals) {
    if (interval.place === 'background') continue;
    show(interval.platform, Math.max(0, interval.to - Math.max(interval.from, from)));
  }
  for (const { platform, frontMs } of sums) show(platform, frontMs);
  const did = visits.filter(
    ({ to, actions, submissions, uploads }) =>
      to >= from && actions.length + submissions.length + uploads.length > 0,
  );
  return new Set([
    ...did.map(({ platform }) => platform),
    ...[...shown].filter(([, ms]) => ms >= LEAST_SHOWN_MS).map(([platform]) => platform),
  ]);
}
