/**
 * Overhead of access and of assessment.
 *
 * Login: working time on login pages (登录、验证码); a login is a visit that had such a page, a
 * re-login one that had it again after other pages. Captcha (验证码): time at the field, picture, slider or
 * button of one, on any page. Waiting: part of the time in front that was waiting
 * for a slow page. Rework: submissions made on a record that had been sent back. Assessment pages
 * (考核、通报、排名): exposure counted as a page class.
 */

import { clocks } from './clocks';
import { groupBy, sumOf } from './grouping';
import type { Interval } from './records';
import type { WeekSummary } from './summary';

/**
 * @param intervals those of the week
 * @param thetaMs the longest pause that still counts as working
 */
export function loginOverhead(
  intervals: readonly Interval[],
  thetaMs: number,
): Pick<WeekSummary['overhead'], 'loginMs' | 'logins' | 'relogins' | 'captchaMs'> {
  const front = intervals.filter(({ place }) => place === 'front');
  const pages = front.filter(({ pageClass }) => pageClass === 'login');
  return {
    loginMs: sumOf(pages, (page) => clocks(page, thetaMs).workingMs),
    logins: new Set(pages.map(({ visit }) => visit)).size,
    relogins: reloginsOf(front).size,
    captchaMs: sumOf(front, ({ captchaMs = 0 }) => captchaMs),
  };
}

/** @returns the stays on login pages that began a re-login */
export function reloginsOf(intervals: readonly Interval[]): ReadonlySet<Interval> {
  const front = intervals.filter(({ place }) => place === 'front');
  const visits = groupBy(front, ({ visit }) => visit);
  return new Set(
    [...visits.values()].flatMap((visit) =>
      [...visit]
        .sort((a, b) => a.from - b.from)
        .filter(
          ({ pageClass }, index, pages) =>
            pageClass === 'login' && pages[index - 1]?.pageClass !== 'login',
        )
        .slice(1),
    ),
  );
}

/** @param intervals those of the week */
export function assessmentPages(intervals: readonly Interval[]): WeekSummary['assessment'] {
  const pages = intervals.filter(
    ({ pageClass, place }) => pageClass === 'assessment' && place === 'front',
  );
  return {
    visits: new Set(pages.map(({ visit }) => visit)).size,
    frontMs: sumOf(pages, lengthOf),
    platforms: [...new Set(pages.map(({ platform }) => platform))].sort(),
  };
}

function lengthOf({ from, to }: Interval): number {
  return to - from;
}
