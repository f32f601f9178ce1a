import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { weekdayOf, weekOfKey } from '../../../utils/domain/week';
import {
  outOfHours,
  type Schedule,
  scheduledMs,
  urgentTasks,
} from '../../../utils/domain/work-hours';
import { allWorked, workedTime } from '../../../utils/domain/worked-time';
import { momentOn } from '../../../utils/domain/zone';
import { interval, pageSign } from './fixtures';

const ZONE = 'Asia/Shanghai';
const WEEK = weekOfKey('2026-W47', ZONE);
/** 08:30–12:00 and 14:00–18:00 on weekdays. */
const schedule: Schedule = {
  zone: ZONE,
  workHours: DEFAULT_SETTINGS.workHours,
  dayKind: (day) => (weekdayOf(day) < 5 ? 'workday' : 'restday'),
};
const at = (day: string, time: string) => Date.parse(`2026-11-${day}T${time}:00+08:00`);
const worked = (day: string, from: string, to: string) => interval('a', at(day, from), at(day, to));
const hours = (...intervals: readonly ReturnType<typeof interval>[]) =>
  outOfHours(allWorked(workedTime(intervals, 60_000)), WEEK, schedule);

describe('outOfHours', () => {
  it('is the working time outside the schedule', () => {
    // Half an hour before work, the lunch break of two hours, an hour in the evening.
    const found = hours(
      worked('16', '08:00', '12:30'),
      worked('16', '13:00', '15:00'),
      worked('16', '17:30', '19:00'),
    );
    expect(found.ms).toBe(3 * HOUR_MS);
    expect(found.share).toBeCloseTo(3 / 8, 10);
    expect(found.nightMs).toBe(0);
    expect(found.holidayMs).toBe(0);
  });

  it('counts all work on a day that is no workday', () => {
    expect(hours(worked('21', '09:00', '11:00'))).toEqual({
      ms: 2 * HOUR_MS,
      nightMs: 0,
      holidayMs: 2 * HOUR_MS,
      share: 1,
    });
  });

  it('counts none on a Saturday worked in exchange', () => {
    const swapped = { ...schedule, dayKind: () => 'workday' as const };
    const found = outOfHours(
      allWorked(workedTime([worked('21', '09:00', '11:00')], 60_000)),
      WEEK,
      swapped,
    );
    expect(found).toMatchObject({ ms: 0, holidayMs: 0, share: 0 });
  });

  it('counts the night from ten to six', () => {
    const found = hours(worked('16', '21:00', '23:00'), worked('17', '05:00', '07:00'));
    expect(found.nightMs).toBe(2 * HOUR_MS);
    expect(found.ms).toBe(4 * HOUR_MS);
  });

  it('leaves what it cannot know out in a year without calendar, but tells the night', () => {
    const unknown = { ...schedule, dayKind: () => undefined };
    expect(
      outOfHours(allWorked(workedTime([worked('16', '21:00', '23:00')], 60_000)), WEEK, unknown),
    ).toEqual({
      nightMs: HOUR_MS,
    });
  });

  it('honours a shift over midnight, also into the week', () => {
    const shift: Schedule = {
      ...schedule,
      workHours: [{ start: 22 * 60, end: 6 * 60 }],
      dayKind: () => 'workday',
    };
    const found = outOfHours(
      allWorked(
        workedTime([worked('16', '05:00', '07:00'), worked('16', '22:00', '23:00')], 60_000),
      ),
      WEEK,
      shift,
    );
    expect(found.ms).toBe(HOUR_MS);
  });

  it('does not count idle time', () => {
    const idle = interval('a', at('21', '09:00'), at('21', '10:00'), {
      pauses: [{ offsetMs: 10 * MINUTE_MS, lengthMs: 20 * MINUTE_MS }],
    });
    expect(hours(idle).ms).toBe(40 * MINUTE_MS);
  });

  it('has no share of nothing', () => {
    expect(hours()).toEqual({ ms: 0, nightMs: 0, holidayMs: 0 });
  });
});

describe('scheduledMs', () => {
  it('counts the hours of the schedule, over nights and weekends', () => {
    expect(scheduledMs(at('16', '08:00'), at('16', '18:00'), schedule)).toBe(7.5 * HOUR_MS);
    expect(scheduledMs(at('20', '17:00'), at('23', '09:30'), schedule)).toBe(2 * HOUR_MS);
    expect(scheduledMs(at('16', '18:00'), at('16', '08:00'), schedule)).toBe(0);
  });

  it('says nothing where a day is unknown', () => {
    const partly: Schedule = {
      ...schedule,
      dayKind: (day) => (day > '2026-11-18' ? undefined : 'workday'),
    };
    expect(scheduledMs(at('17', '09:00'), at('18', '09:00'), partly)).toBe(7.5 * HOUR_MS);
    expect(scheduledMs(at('17', '09:00'), at('19', '09:00'), partly)).toBeUndefined();
  });
});

describe('urgentTasks', () => {
  const seen = (day: string, time: string, deadline: number) =>
    pageSign('a', at(day, time), { deadlines: [deadline] });

  it('counts a task first seen less than eight working hours before its deadline', () => {
    const urgent = seen('17', '09:00', at('18', '09:00'));
    const calm = seen('17', '08:30', at('18', '09:00'));
    // 7.5 h on the one day and half an hour on the next: 8 h is no longer urgent.
    expect(urgentTasks([urgent], WEEK, schedule)).toBe(1);
    expect(urgentTasks([calm], WEEK, schedule)).toBe(0);
  });

  it('goes by the first sight, and counts a task once', () => {
    const deadline = at('18', '09:00');
    expect(
      urgentTasks([seen('16', '08:30', deadline), seen('17', '17:00', deadline)], WEEK, schedule),
    ).toBe(0);
    expect(
      urgentTasks([seen('17', '16:00', deadline), seen('17', '17:00', deadline)], WEEK, schedule),
    ).toBe(1);
  });

  it('counts in the week in which it was first seen, and no deadline that had passed', () => {
    const deadline = at('16', '09:00');
    const sunday = pageSign('a', at('15', '20:00'), { deadlines: [deadline] });
    expect(urgentTasks([sunday, seen('16', '08:30', deadline)], WEEK, schedule)).toBe(0);
    expect(urgentTasks([seen('17', '10:00', deadline)], WEEK, schedule)).toBe(0);
  });
});

describe('momentOn', () => {
  it('is the moment that the clock shows, also on the days of 23 and 25 hours', () => {
    const berlin = 'Europe/Berlin';
    expect(momentOn('2026-10-25', 9 * 60, berlin)).toBe(Date.parse('2026-10-25T09:00:00+01:00'));
    expect(momentOn('2026-03-29', 9 * 60, berlin)).toBe(Date.parse('2026-03-29T09:00:00+02:00'));
    expect(momentOn('2026-11-16', 8 * 60 + 30, ZONE)).toBe(at('16', '08:30'));
  });
});
