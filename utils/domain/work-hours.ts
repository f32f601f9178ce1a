/**
 * Working hours of the person: the own schedule on workdays of the State Council's calendar with its
 * swapped weekends (调休). In a year whose calendar is unknown nothing is guessed.
 *
 * - Out of hours: working time outside the schedule, and all of it on days that are no workdays.
 * - Night: working time from 22:00 to 06:00 on the local clock.
 * - Holiday: working time on days that are no workdays.
 * - Urgent task: less than 8 working hours from when its deadline was first seen to the deadline.
 */

import type { DayKindLookup } from './day-kind';
import { groupBy } from './grouping';
import type { Span } from './observation';
import { intersection, lengthOf, union } from './presence-spans';
import type { PageSign } from './records';
import type { WorkHours } from './settings';
import type { WeekSummary } from './summary';
import { HOUR_MS } from './time-constants';
import type { Week } from './week';
import { addDays, type DayKey, dayKeyAt, momentOn, startOfDay } from './zone';

const NIGHT_END = 6 * 60;
const NIGHT_START = 22 * 60;
const URGENT_MS = 8 * HOUR_MS;
/** A deadline further off than this is not urgent whatever the calendar says. */
const FAR_DAYS = 30;

export interface Schedule {
  readonly zone: string;
  /** Working spans of a workday, minutes from midnight; one that ends before it starts ends the next day. */
  readonly workHours: readonly WorkHours[];
  readonly dayKind: DayKindLookup;
}

/**
 * The working time of a week that lay outside working hours.
 *
 * @param worked where working time lies, sorted and disjoint
 */
export function outOfHours(
  worked: readonly Span[],
  week: Week,
  schedule: Schedule,
): WeekSummary['outOfHours'] {
  const within = (spans: readonly Span[]) => lengthOf(intersection(worked, union(spans)));
  const total = within([week]);
  const nightMs = within(
    week.days.flatMap(({ day }) => [
      span(day, 0, NIGHT_END, week.zone),
      span(day, NIGHT_START, 24 * 60, week.zone),
    ]),
  );
  const workedDays = week.days.filter((day) => within([day]) > 0);
  if (workedDays.some(({ day }) => schedule.dayKind(day) === undefined)) return { nightMs };
  const holidayMs = within(week.days.filter(({ day }) => schedule.dayKind(day) !== 'workday'));
  // What a shift that began before midnight leaves to the next morning belongs to the schedule too.
  const days = [
    addDays((week.days[0] as { day: DayKey }).day, -1),
    ...week.days.map(({ day }) => day),
  ];
  const hours = union(days.flatMap((day) => scheduledSpans(day, schedule)));
  const inHours = lengthOf(intersection(intersection(worked, union([week])), hours));
  const ms = total - inHours;
  return { ms, nightMs, holidayMs, ...(total === 0 ? {} : { share: ms / total }) };
}

/**
 * Working time from one moment to another by the schedule, ms; undefined where a day's kind is not
 * known. Negative spans give 0.
 */
export function scheduledMs(from: number, to: number, schedule: Schedule): number | undefined {
  if (to <= from) return 0;
  const spans: Span[] = [];
  const last = dayKeyAt(to, schedule.zone);
  for (let day = addDays(dayKeyAt(from, schedule.zone), -1); day <= last; day = addDays(day, 1)) {
    if (schedule.dayKind(day) === undefined) return undefined;
    spans.push(...scheduledSpans(day, schedule));
  }
  return lengthOf(intersection(union(spans), [{ from, to }]));
}

/** Tasks whose deadline lay less than 8 working hours after it was first seen, in [from, to). */
export function urgentTasks(
  pageSigns: readonly PageSign[],
  { from, to }: Span,
  schedule: Schedule,
): number {
  const tasks = groupBy(
    pageSigns.flatMap(({ platform, at, deadlines = [] }) =>
      deadlines.map((deadline) => ({ platform, at, deadline })),
    ),
    ({ platform, deadline }) => `${platform} ${deadline}`,
  );
  return [...tasks.values()].filter((seen) => {
    const firstAt = Math.min(...seen.map(({ at }) => at));
    const { deadline } = seen[0] as (typeof seen)[number];
    if (firstAt < from || firstAt >= to || deadline <= firstAt) return false;
    if (deadline - firstAt > FAR_DAYS * 24 * HOUR_MS) return false;
    const left = scheduledMs(firstAt, deadline, schedule);
    return left !== undefined && left < URGENT_MS;
  }).length;
}

function scheduledSpans(day: DayKey, { zone, workHours, dayKind }: Schedule): readonly Span[] {
  if (dayKind(day) !== 'workday') return [];
  return workHours.map(({ start, end }) =>
    end > start
      ? span(day, start, end, zone)
      : { from: momentOn(day, start, zone), to: momentOn(addDays(day, 1), end, zone) },
  );
}

function span(day: DayKey, start: number, end: number, zone: string): Span {
  return {
    from: momentOn(day, start, zone),
    to: end >= 24 * 60 ? startOfDay(addDays(day, 1), zone) : momentOn(day, end, zone),
  };
}
