/**
 * Trace-leaving actions (留痕操作): check-in · receipt · like · share · read-confirm · download · vote ·
 * quiz · location · work-log. Counted where proven; an attempt is counted apart and never added in.
 * One on many objects (一键已读 on 50 notices) counts as what it did.
 *
 * - Routine: the same action on one platform on ≥ 4 of 5 workdays; in proportion where the week has
 *   another number of workdays (4 of 4, 5 of 6, 3 of 3), never on fewer than 3. In a year whose
 *   calendar is unknown, on ≥ 4 days of the week, whichever they are.
 * - Cued: a quota, ranking or deadline text was seen in the same visit, reported as lift (share of
 *   cued visits with an action ÷ share of the other visits with one), not as cause.
 * - Intention is not observable and never inferred; 自愿/被要求/说不清 is the person's own label.
 * - Security and emergency scenes are exempt from findings, counted in time, and their number printed.
 * - Trace share: working time within [action − 60 s, action + 10 s] on its platform ÷ working time.
 */

import type { ActionKind } from './action-kind';
import type { DayKindLookup } from './day-kind';
import { groupBy, sumOf } from './grouping';
import { CUE_KINDS, type CueKind, type Span } from './observation';
import { intersection, lengthOf, union } from './presence-spans';
import type { Action } from './records';
import type { WeekSummary } from './summary';
import { SECOND_MS } from './time-constants';
import type { Visit } from './visits';
import type { Week } from './week';
import type { WorkedTime } from './worked-time';
import { dayKeyAt } from './zone';

const BEFORE_ACTION_MS = 60 * SECOND_MS;
const AFTER_ACTION_MS = 10 * SECOND_MS;
const ROUTINE_SHARE = 0.8;
const LEAST_ROUTINE_DAYS = 3;
const ROUTINE_DAYS_UNKNOWN = 4;

type Actions = WeekSummary['actions'];

export function isDone({ outcome }: Pick<Action, 'outcome'>): boolean {
  return outcome === 'done';
}

/** How many actions rows stand for. */
export function countOf(actions: readonly Action[]): number {
  return sumOf(actions, ({ count }) => count);
}

/** Proven actions by kind; kinds that did not occur are left out. */
export function countByKind(
  actions: readonly Action[],
): Readonly<Partial<Record<ActionKind, number>>> {
  const counts: Partial<Record<ActionKind, number>> = {};
  for (const { action, outcome, count } of actions) {
    if (outcome === 'done') counts[action] = (counts[action] ?? 0) + count;
  }
  return counts;
}

/** What was done on most workdays of a week, most days first. `actions` are those of the week. */
export function routineActions(
  actions: readonly Action[],
  week: Week,
  dayKind: DayKindLookup,
): Actions['routine'] {
  const kinds = week.days.map(({ day }) => dayKind(day));
  const isKnown = kinds.every((kind) => kind !== undefined);
  const workdays = new Set(
    week.days.filter((_, index) => kinds[index] === 'workday').map(({ day }) => day),
  );
  const least = isKnown
    ? Math.max(LEAST_ROUTINE_DAYS, Math.ceil(ROUTINE_SHARE * workdays.size))
    : ROUTINE_DAYS_UNKNOWN;
  const groups = groupBy(actions.filter(isDone), ({ platform, action }) => `${platform} ${action}`);
  return [...groups.values()]
    .flatMap((rows) => {
      const days = new Set(rows.map(({ at }) => dayKeyAt(at, week.zone)));
      const counted = [...days].filter((day) => !isKnown || workdays.has(day)).length;
      const [first] = rows;
      if (first === undefined || counted < least) return [];
      return [{ platform: first.platform, action: first.action, days: counted }];
    })
    .sort(
      (a, b) =>
        b.days - a.days || (`${a.platform} ${a.action}` < `${b.platform} ${b.action}` ? -1 : 1),
    );
}

/** Visits with and without each cue, and how many of them had an action; only cues that were seen. */
export function cuedActions(visits: readonly Visit[]): Actions['cued'] {
  return CUE_KINDS.flatMap((cue) => {
    const cued = visits.filter((visit) => hasCue(visit, cue));
    if (cued.length === 0) return [];
    const others = visits.filter((visit) => !hasCue(visit, cue));
    const acted = (some: readonly Visit[]) =>
      some.filter(({ actions }) => actions.some(isDone)).length;
    const [cuedActed, otherActed] = [acted(cued), acted(others)];
    return [
      {
        cue,
        cuedVisits: cued.length,
        cuedActions: cuedActed,
        otherVisits: others.length,
        otherActions: otherActed,
        ...(otherActed === 0
          ? {}
          : { lift: cuedActed / cued.length / (otherActed / others.length) }),
      },
    ];
  });
}

function hasCue({ pages, actions }: Visit, cue: CueKind): boolean {
  return (
    pages.some(({ cues }) => cues.includes(cue)) || actions.some(({ cues }) => cues.includes(cue))
  );
}

/** The person's own labels of proven actions. */
export function ownLabels(actions: readonly Action[]): Actions['ownLabels'] {
  const labelled = (label: Action['ownLabel']) =>
    countOf(actions.filter(({ outcome, ownLabel }) => outcome === 'done' && ownLabel === label));
  return {
    voluntary: labelled('voluntary'),
    required: labelled('required'),
    unclear: labelled('unclear'),
  };
}

/** Working time around proven actions, ms. */
export function traceMs(actions: readonly Action[], worked: WorkedTime): number {
  const done = groupBy(actions.filter(isDone), ({ platform }) => platform);
  return sumOf(done, ([platform, rows]) => {
    const around = union(
      rows.map(({ at }): Span => ({ from: at - BEFORE_ACTION_MS, to: at + AFTER_ACTION_MS })),
    );
    return lengthOf(intersection(around, worked.get(platform) ?? []));
  });
}
