/**
 * Deadlines of tasks that a page states: 请于11月25日17:00前报送, 截止时间：2026-11-25, a table's column
 * 完成时限. Not the end of a registration, tender, survey or notice period, and not a statistic's 截至.
 *
 * A day without a time ends at midnight; 下班前 likewise, since only working hours are counted up to it.
 * A day without a year is the nearest one.
 */

import { type Day, dayPlus, findDates, normaliseDateText } from './page-dates';

/** A local moment, `yyyy-mm-ddThh:mm`, up to `T24:00`. Two of them compare as strings. */
export type LocalMoment = string;

/** What lies further ahead is a plan, days. */
const FAR_DAYS = 30;
/** A day without a year that lies further back than this is meant for next year, days. */
const PAST_DAYS = 60;

const HANDING_OVER =
  /报送|上报|反馈|填报|报至|报回|报到|报给|报我|提交|上传|填写|录入|补录|报备|发至|发送|打卡|学完|签收|回执|报告|整改到位|整改完成|交至|上交|(请|须|需|务必|应|必须|限).*完成|^完成|报$/;
const LABEL =
  /(截止(时间|日期|日)?|(要求|计划|限期|任务|最晚|最迟)(完成|反馈|上报|报送|提交|办结)?(时间|日期|期限|时限)|(填报|上报|报送|反馈|提交|完成|办理|办结|处理|整改|学习|打卡|签收|答题)(时限|期限|截止)|限办(时间|日期)|(任务|办理|流程)到期(时间|日期)?)\s?[:：]?\s?$/;
/** Ends of other things; in a heading, of everything below it. */
export const OTHER_END =
  /报名|公示|投标|开标|竞价|拍卖|招标|采购|招聘|应聘|征集|征求|意见|投票|预约|缴|申领|申请|申报|领取|有效|合同|证书|证件|保险|异议|复议|上诉|挂失|活动|参赛|比赛|展览|展会|预计/;
const DONE = /已(完成|报送|上报|提交|办结|反馈|填报|结束|签收|处理|整改|归档|过期|截止)/;

const TIME =
  /^\s?(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?)?\s?(上午|下午|晚上?|早上?|中午|傍晚)?\s?(?:(\d{1,2})\s?(?:[:：点时]\s?(\d{2}|半)?\s?分?)(?::\d{2})?)?\s?(?:下班)?/;
const NEAR_DAY =
  /(今天|今日|当日|明天|明日|后天|(本|这|下)周([一二三四五六日天])|(?<![\d月.:/-])\d{1,2}[日号])/g;
const WEEKDAYS = '一二三四五六日';

interface Found {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

/**
 * The deadlines in a short text that are still to come, earliest first.
 *
 * @param text a paragraph, list row, or a cell behind its label or column's header
 * @param now the local moment at which it is read
 */
export function deadlinesIn(text: string, now: LocalMoment): readonly LocalMoment[] {
  const today = now.slice(0, 10);
  const found = new Set<LocalMoment>();
  for (const clause of normaliseDateText(text).split(/[。;!?]/)) {
    if (OTHER_END.test(clause) || DONE.test(clause)) continue;
    for (const { day, start, end } of daysIn(clause, today)) {
      const before = clause.slice(Math.max(0, start - 16), start);
      const [time, minutes] = timeAfter(clause.slice(end));
      const after = clause.slice(end + time.length);
      const isEnd =
        /^[\s)]*(之前|以前|前)/.test(after) &&
        HANDING_OVER.test(after.replace(/^[\s)]*(之|以)?前[,\s]*/, ''));
      if (!isEnd && !LABEL.test(before)) continue;
      const moment = `${day}T${minutes}`;
      if (moment > now && day <= dayPlus(today, FAR_DAYS)) found.add(moment);
    }
  }
  return [...found].sort();
}

function daysIn(clause: string, today: Day): readonly Found[] {
  const printed = findDates(clause, today)
    .filter(({ how, precision }) => how !== 'relative' && precision === 'day')
    .map(({ day, how, start, end }) => ({
      day: how === 'yearless' ? nearest(day, today) : day,
      start,
      end,
    }));
  const near = [...clause.matchAll(NEAR_DAY)].flatMap((match) => {
    const [word, , which, weekday] = match;
    const day = nearDay(word, which, weekday, today);
    const end = match.index + word.length;
    const taken = printed.some((other) => match.index < other.end && end > other.start);
    return day === undefined || taken ? [] : [{ day, start: match.index, end }];
  });
  return [...printed, ...near];
}

/** Without its year a day was taken for the latest past one. */
function nearest(day: Day, today: Day): Day {
  return day >= dayPlus(today, -PAST_DAYS) ? day : `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

function nearDay(
  word: string,
  which: string | undefined,
  weekday: string | undefined,
  today: Day,
): Day | undefined {
  if (weekday !== undefined) {
    const now = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
    const then = WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + (which === '下' ? 7 : 0);
    return dayPlus(today, then - now);
  }
  if (/^[今当]/.test(word)) return today;
  if (/^[明后]/.test(word)) return dayPlus(today, word.startsWith('明') ? 1 : 2);
  // 25日: of this month, else of the next one.
  const ahead = Array.from({ length: FAR_DAYS + 1 }, (_, days) => dayPlus(today, days));
  return ahead.find((day) => Number(day.slice(8)) === Number.parseInt(word, 10));
}

/** The time directly behind a day: how it is printed, and as `hh:mm`. */
function timeAfter(text: string): readonly [string, string] {
  const [all = '', part = '', hours, minutes = '0'] = TIME.exec(text) ?? [];
  if (hours === undefined)
    return [all, part === '中午' ? '12:00' : /[上早]/.test(part) ? '12:00' : '24:00'];
  const hour = Number(hours) + (/[下晚傍]/.test(part) && Number(hours) < 12 ? 12 : 0);
  const minute = minutes === '半' ? '30' : minutes.padStart(2, '0');
  return hour > 24 || Number(minute) > 59
    ? [all, '24:00']
    : [all, `${String(hour).padStart(2, '0')}:${minute}`];
}
