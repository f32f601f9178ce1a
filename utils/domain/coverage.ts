/**
 * Coverage (本浏览器记录率): 5-minute blocks in which the person was active in this browser *and*
 * recording was possible (consent, unpaused, permissions held, store writable) ÷ all 5-minute blocks in
 * which the person was active in this browser; it speaks of this browser only.
 *
 * Active in this browser: one of its windows has the focus and the system reports input, or a portal is
 * in front and being worked on. Without any sign for ten minutes nothing is assumed.
 */

import type { Span } from './observation';
import type { BrowserEvidence } from './presence-evidence';
import { difference, intersection, union, within } from './presence-spans';
import type { PresenceState } from './presence-state';
import type { Timeline } from './presence-timeline';
import type { CoverageDay } from './records';
import { MINUTE_MS } from './time-constants';
import { addDays, type DayKey, dayKeyAt, startOfDay } from './zone';

const BLOCK_MS = 5 * MINUTE_MS;
/** The word of the system is that old at most. */
const UNPROVEN_MS = 10 * MINUTE_MS;
/** An idle edge speaks of the 15 s before it. */
const UNSURE_MS = 15_000;

/**
 * Coverage of some days, 0…1; undefined where no active block is known.
 *
 * @param days as they are stored, in any order
 */
export function coverageOf(days: readonly CoverageDay[]): number | undefined {
  let active = 0;
  let recorded = 0;
  for (const day of days) {
    const blocks = new Set(day.active);
    active += blocks.size;
    for (const block of new Set(day.recorded)) if (blocks.has(block)) recorded += 1;
  }
  return active === 0 ? undefined : recorded / active;
}

/**
 * What the open timeline adds to the days' blocks.
 *
 * @param state the state that the timeline was computed from
 */
export function coverageWithin(
  state: PresenceState,
  timeline: Timeline,
  zone: string,
): CoverageDay[] {
  const { settledAt, lastAt, browser, frames } = state;
  const focused = union([...focusedSpans(timeline.focus, lastAt), ...pageFocus(timeline)]);
  const proofs = [
    ...browser.map(({ at }) => at),
    ...frames.map(({ observation }) => observation.at),
  ].sort((a, b) => a - b);
  const reported = intersection(union(timeline.active), focused).flatMap((span) =>
    proven(span, proofs),
  );
  const worked = difference(
    union(timeline.screen.filter(({ place }) => place === 'front')),
    timeline.gaps,
  );
  const active = union([...within(reported, settledAt, lastAt - UNSURE_MS), ...worked]);
  const impossible = impossibleSpans(browser, lastAt);
  const recorded = union([...difference(active, impossible), ...worked]);
  const blocks = blocksByDay(active, zone);
  const possible = blocksByDay(recorded, zone);
  return [...blocks].map(([day, all]) => ({
    day,
    active: all,
    recorded: possible.get(day) ?? [],
  }));
}

/** A day's blocks with more of them added; the same object where nothing is new. */
export function addCoverage(known: CoverageDay | undefined, more: CoverageDay): CoverageDay {
  if (known === undefined) return more;
  const active = mergedBlocks(known.active, more.active);
  const recorded = mergedBlocks(known.recorded, more.recorded);
  if (active === known.active && recorded === known.recorded) return known;
  return { day: known.day, active, recorded };
}

function mergedBlocks(known: readonly number[], more: readonly number[]): readonly number[] {
  const all = new Set([...known, ...more]);
  return all.size === new Set(known).size ? known : [...all].sort((a, b) => a - b);
}

function focusedSpans(focus: Timeline['focus'], to: number): Span[] {
  return union(
    focus.flatMap(({ at, windowId }, index) =>
      windowId === undefined ? [] : [{ from: at, to: focus[index + 1]?.at ?? to }],
    ),
  );
}

function pageFocus({ tracks }: Timeline): readonly Span[] {
  return tracks.flatMap(({ pieces }) => pieces.filter(({ focused }) => focused));
}

/** The parts of a span that some sign less than ten minutes old speaks for. */
function proven({ from, to }: Span, proofs: readonly number[]): Span[] {
  const points = [from, ...proofs.filter((at) => at > from && at < to)];
  return points.map((at, index) => ({
    from: at,
    to: Math.min(points[index + 1] ?? to, at + UNPROVEN_MS),
  }));
}

function impossibleSpans(browser: readonly BrowserEvidence[], to: number): Span[] {
  const told = browser.filter((evidence) => evidence.kind === 'recording');
  return union(
    told.flatMap((evidence, index) =>
      evidence.kind === 'recording' && !evidence.possible
        ? [{ from: evidence.at, to: told[index + 1]?.at ?? to }]
        : [],
    ),
  );
}

function blocksByDay(spans: readonly Span[], zone: string): Map<DayKey, number[]> {
  const blocks = new Map<DayKey, Set<number>>();
  for (const { from, to } of spans) {
    for (let day = dayKeyAt(from, zone); ; day = addDays(day, 1)) {
      const start = startOfDay(day, zone);
      const end = startOfDay(addDays(day, 1), zone);
      if (start >= to) break;
      const first = Math.floor((Math.max(from, start) - start) / BLOCK_MS);
      const last = Math.floor((Math.min(to, end) - 1 - start) / BLOCK_MS);
      const own = blocks.get(day) ?? new Set<number>();
      for (let block = first; block <= last; block++) own.add(block);
      blocks.set(day, own);
      if (end >= to) break;
    }
  }
  return new Map([...blocks].map(([day, own]) => [day, [...own].sort((a, b) => a - b)]));
}
