/**
 * Weeks of one person among platforms that are alive, dead, or only look dead.
 *
 * Every page that is opened is read by the page signs of the reader in a real browser; what they tell
 * goes through the worker's own recording into a database, and each Sunday the summary of the week is
 * made from it as a person would see it. Nothing here knows a threshold: what is true of a platform
 * stands beside it, from how it was built.
 */

import 'fake-indexeddb/auto';
import type { ActionKind } from '../../../../utils/domain/action-kind';
import { groupBy } from '../../../../utils/domain/grouping';
import type { Observation, PageSignsObservation } from '../../../../utils/domain/observation';
import { randomId } from '../../../../utils/domain/random-id';
import type { CoverageDay, Platform } from '../../../../utils/domain/records';
import { DEFAULT_SETTINGS } from '../../../../utils/domain/settings';
import { summariseWeek } from '../../../../utils/domain/summarise';
import type { WeekSummary } from '../../../../utils/domain/summary';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../utils/domain/time-constants';
import { weekAt, weekdayOf, weekOfKey } from '../../../../utils/domain/week';
import { addDays, dayKeyAt } from '../../../../utils/domain/zone';
import { dayKindLookup } from '../../../../utils/knowledge/work-calendar';
import { readWeek } from '../../../../utils/storage/week-records';
import { field, place, stage } from '../../../entrypoints/background/record-fixture';
import { seeded } from '../../../utils/domain/fortnight';
import type { SignalsPage } from '../signals-browser';

export const ZONE = 'Asia/Shanghai';
/** Monday of the first week, and the number of weeks: the holiday of October lies within. */
export const FIRST_DAY = '2026-08-31';
export const WEEKS = 12;

export type ZombieKind = WeekSummary['zombies'][number]['kind'];

/** A page as its server sends it. */
export interface Page {
  readonly title: string;
  readonly head?: string;
  readonly html: string;
  readonly status?: number;
  readonly loadMs?: number;
  /** It says that the platform was closed. */
  readonly closes?: boolean;
}

export interface Act {
  readonly action: ActionKind;
  readonly outcome?: 'done' | 'attempt';
  readonly exempt?: boolean;
}

/** What is done on a platform at one time. */
export interface Visit {
  readonly at: number;
  readonly pages: readonly Page[];
  readonly acts?: readonly Act[];
  readonly submits?: boolean;
  readonly uploads?: boolean;
}

export interface SyntheticPlatform {
  readonly name: string;
  /** Address without a path. */
  readonly origin: string;
  /** What it is, in the list of confusions. */
  readonly about: string;
  /** Nothing may be said of it. */
  readonly isTrap: boolean;
  /** Kinds that are there to be found by the last week. */
  readonly expected: readonly ZombieKind[];
  /**
   * Whether a claim was true when the platform was last looked at, `yyyy-mm-dd`. That it is unused is
   * told from what the person did.
   */
  isTrue(claim: {
    readonly kind: ZombieKind;
    readonly rule: string;
    readonly look: string;
  }): boolean;
  readonly record?: Partial<Platform>;
  /** Day on which it came onto the list; by default long before. */
  readonly added?: string;
  visits(day: string, random: () => number): readonly Visit[];
}

export interface Person {
  readonly name: string;
  readonly platforms: readonly SyntheticPlatform[];
  /** Not at work: nothing is opened and the browser is not used. */
  isAway?(day: string): boolean;
  /** Recording was off although the person worked. */
  isUnrecorded?(day: string): boolean;
}

export interface Claim {
  readonly person: string;
  readonly platform: SyntheticPlatform;
  readonly kind: ZombieKind;
  readonly rule: string;
  /** Weeks in which it was shown, and those in which it was wrong. */
  readonly weeks: number;
  readonly wrongWeeks: readonly string[];
}

/** A moment of a local day. */
export function momentOf(day: string, hour: number, minute = 0): number {
  return Date.parse(`${day}T00:00:00+08:00`) + hour * HOUR_MS + minute * MINUTE_MS;
}

export const dayNumber = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${FIRST_DAY}T00:00:00Z`)) / DAY_MS);

/** Reads a page as of a local day; the same page on the same day only once. */
export type PageReading = (
  page: Page,
  day: string,
) => Promise<Omit<PageSignsObservation, 'id' | 'at' | 'forcedSeconds' | 'loadMs'>>;

const SITE = 'http://www.moni.gov.cn';

/** Pages are read in one tab of the browser, one after the other. */
export async function pageReading({ page, ask }: SignalsPage): Promise<PageReading> {
  let served: { readonly status: number } | undefined;
  await page.route(`${SITE}/**`, (route) =>
    route.fulfill({
      status: served?.status ?? 200,
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="zh"></html>',
    }),
  );
  const known = new Map<string, ReturnType<PageReading>>();
  let tail: Promise<unknown> = Promise.resolve();
  return (one, day) => {
    const text = `${one.status ?? 200} ${one.title} ${one.head ?? ''} ${one.html}`;
    // Without a digit nothing on it can depend on the day.
    const key = /\d{2}/.test(one.html + (one.head ?? '')) ? `${day} ${text}` : text;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = tail.then(async () => {
      const { title, head = '', html, status = 200 } = one;
      // A document is loaded only where its status differs: writing it anew is many times faster.
      if (status !== served?.status) {
        served = { status };
        await page.goto(`${SITE}/x/index.html`, { waitUntil: 'load' });
      }
      const whole = `<head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${html}</body>`;
      return ask<Awaited<ReturnType<PageReading>>>(
        `document.documentElement.innerHTML = ${JSON.stringify(whole)}; signals.readPage('${day}', '09:00')`,
      );
    });
    tail = reading;
    known.set(key, reading);
    return reading;
  };
}

/** The weeks of one person; every claim of every Sunday's summary. */
export async function livePerson(
  person: Person,
  read: PageReading,
  seed: number,
): Promise<readonly Claim[]> {
  const random = seeded(seed);
  const byOrigin = new Map(person.platforms.map((one) => [one.origin, one]));
  const own = stage({
    resolvePlatform: (address) => {
      const { origin } = new URL(address);
      const found = byOrigin.get(origin);
      if (found === undefined) return undefined;
      return { id: origin, name: found.name, category: 'gov_other', origin, addedBy: 'person' };
    },
  });
  const { database } = own;
  const opened = new Map<string, string>();
  const closed = new Set<string>();
  await database.open();
  own.now = momentOf(FIRST_DAY, 8);
  for (const { origin, name, added, record } of person.platforms) {
    await database.platforms.put({
      id: origin,
      name,
      category: 'gov_other',
      origins: [origin],
      addedAt: momentOf(added ?? addDays(FIRST_DAY, -200), 9),
      addedBy: 'person',
      ...(added === undefined ? { lastOpenedAt: momentOf(addDays(FIRST_DAY, -3), 10) } : {}),
      ...record,
    });
  }
  const claims = new Map<string, { claim: Claim; wrong: string[]; weeks: number }>();
  for (let index = 0; index < 7 * WEEKS; index += 1) {
    const day = addDays(FIRST_DAY, index);
    if (isWorked(person, day)) await workDay(day);
    if (weekdayOf(day) === 6) await summarise(day);
  }
  database.close();
  return [...claims.values()].map(({ claim, wrong, weeks }) => ({
    ...claim,
    weeks,
    wrongWeeks: wrong,
  }));

  /** Not opened for four weeks in which the person worked and it was in season. */
  function isUnused({ origin, added, record }: SyntheticPlatform, sunday: string): boolean {
    if (record?.exempt === true || record?.ignored === true || closed.has(origin)) return false;
    const span = Array.from({ length: 28 }, (_, n) => addDays(sunday, -n));
    const months = new Set(span.map((day) => Number(day.slice(5, 7))));
    if (record?.season !== undefined && [...months].some((one) => !record.season?.includes(one)))
      return false;
    const since = opened.get(origin) ?? added ?? addDays(FIRST_DAY, -3);
    const worked = span.filter((day) => isWorked(person, day)).length;
    return since <= addDays(sunday, -28) && worked >= 10;
  }

  async function workDay(day: string): Promise<void> {
    const blocks = Array.from({ length: 60 }, (_, block) => 108 + block);
    const recorded = person.isUnrecorded?.(day) === true ? [] : blocks;
    await database.coverage.put({ day, active: blocks, recorded } satisfies CoverageDay);
    const visits = person.platforms
      .flatMap((platform) =>
        platform.added !== undefined && day < platform.added
          ? []
          : platform.visits(day, random).map((visit) => ({ platform, visit })),
      )
      .sort((a, b) => a.visit.at - b.visit.at);
    for (const { platform, visit } of visits) {
      opened.set(platform.origin, day);
      if (visit.pages.some(({ closes }) => closes === true)) closed.add(platform.origin);
    }
    if (recorded.length === 0) return;
    for (const [{ origin }, own] of groupBy(visits, ({ platform }) => platform)) {
      await deliver(origin, (await Promise.all(own.map(({ visit }) => seen(visit, day)))).flat());
    }
  }

  /** What an observer would send of a visit. */
  async function seen(visit: Visit, day: string): Promise<readonly Observation[]> {
    const observations: Observation[] = [];
    let at = visit.at;
    for (const { loadMs = 900, ...page } of visit.pages) {
      at += loadMs + 2_000;
      observations.push({
        ...(await read(page, day)),
        id: randomId(),
        at,
        forcedSeconds: 0,
        loadMs,
      });
      at += 20 * SECOND_MS;
    }
    for (const { action, outcome = 'done', exempt = false } of visit.acts ?? []) {
      at += 5 * SECOND_MS;
      observations.push({
        kind: 'action',
        id: randomId(),
        at,
        action,
        outcome,
        score: outcome === 'done' ? 4 : 1,
        evidence: outcome === 'done' ? ['text-changed', 'network-ok'] : [],
        count: 1,
        cues: [],
        exempt,
      });
    }
    if (visit.submits === true) {
      at += 90 * SECOND_MS;
      const labels = ['姓名', '联系电话', '走访情况'];
      observations.push({
        kind: 'submission',
        id: randomId(),
        at,
        outcome: 'accepted',
        score: 4,
        evidence: ['network-ok', 'fields-gone'],
        intent: 'final',
        rework: false,
        form: {
          library: 'element-plus',
          container: 'dialog',
          fields: labels.map((one) => field(one)),
        },
        entries: labels.map((label, index) => ({
          field: index,
          how: 'typed',
          value: `${label}${Math.floor(random() * 1e6)}`,
          focusMs: 5_000,
          workingMs: 4_000,
          inputMs: 4_000,
        })),
        startedAt: at - 60_000,
        fillingMs: 50_000,
      });
    }
    if (visit.uploads === true) {
      at += 30 * SECOND_MS;
      observations.push({
        kind: 'upload',
        id: randomId(),
        at,
        via: 'chooser',
        fileKind: 'image',
        sizeBytes: 400_000,
        screenshot: false,
        label: '现场照片',
        contentDigest: randomId().repeat(3).slice(0, 64),
      });
    }
    return observations;
  }

  /** A day's observations of one platform come in one message: the worker looks at each alike. */
  async function deliver(origin: string, observations: readonly Observation[]): Promise<void> {
    own.now = Math.max(...observations.map(({ at }) => at)) + SECOND_MS;
    const answer = await own.dependencies
      .openDatabase()
      .then(() => own.send(place(new URL(origin).host), ...observations));
    if (!answer.accepted) throw new Error(`${origin}: ${answer.reason}`);
  }

  async function summarise(sunday: string): Promise<void> {
    const now = momentOf(addDays(sunday, 1), 0, 30);
    const { key } = weekAt(momentOf(sunday, 12), ZONE);
    const records = await readWeek(database, weekOfKey(key, ZONE), {
      now,
      settings: DEFAULT_SETTINGS,
      concepts: () => undefined,
      dayKind: dayKindLookup,
    });
    for (const { platform: id, kind, rule, lastOpenedAt } of summariseWeek(records).zombies) {
      const platform = byOrigin.get(id);
      if (platform === undefined) throw new Error(`No such platform: ${id}.`);
      // Unused speaks of the day on which it is said, everything else of the last look.
      const at = kind === 'unused' ? momentOf(sunday, 23) : (lastOpenedAt ?? momentOf(sunday, 23));
      const isTrue =
        kind === 'unused'
          ? isUnused(platform, sunday)
          : platform.isTrue({ kind, rule, look: dayKeyAt(at, ZONE) });
      const name = `${id} ${kind}`;
      const known = claims.get(name) ?? {
        claim: { person: person.name, platform, kind, rule, weeks: 0, wrongWeeks: [] },
        wrong: [],
        weeks: 0,
      };
      known.weeks += 1;
      if (!isTrue) known.wrong.push(`${key} ${rule}`);
      claims.set(name, known);
    }
  }
}

/** Whether the person works on a day; the first week of October is free for all. */
export function isWorked({ isAway }: Pick<Person, 'isAway'>, day: string): boolean {
  return dayKindLookup(day) === 'workday' && isAway?.(day) !== true;
}
