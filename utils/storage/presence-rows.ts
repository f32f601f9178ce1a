import type { Span } from '../domain/observation';
import type { BrowserEvidence, Evidence, FrameEvidence } from '../domain/presence-evidence';
import {
  type Draft,
  emptyPresence,
  type PausePart,
  type PresenceState,
  type TabMemory,
} from '../domain/presence-state';
import type { Provisional } from '../domain/provisional';
import type { Database } from './database';
import { packed } from './packed';

/** The open evidence of presence as it was read, row by row. */
export interface StoredPresence {
  readonly state: PresenceState;
  readonly rows: ReadonlyMap<string, unknown>;
}

/**
 * Rows of `state` that hold the open evidence of presence: `presence` alone changes with every message;
 * each piece of evidence, each tab, each interval given out and the two drafts stand in rows of their
 * own, so that a message writes what it brought and little more.
 */
const HEAD = 'presence';
const SETTLED = `${HEAD}:settled`;
const EVIDENCE = `${HEAD}:heard:`;
const TAB = `${HEAD}:tab:`;
const GIVEN = `${HEAD}:given:`;
const LANES = ['screen', 'background'] as const;
const DIGITS = 12;

export async function readPresence(database: Database): Promise<StoredPresence> {
  const found = await database.state.where('key').startsWith(HEAD).toArray();
  const rows = new Map<string, unknown>(found.map(({ key, value }) => [key, value]));
  const of = <Value>(prefix: string) =>
    found.flatMap(({ key, value }) => (key.startsWith(prefix) ? [value as Value] : []));
  const evidence = of<Evidence>(EVIDENCE);
  const [screen, background] = LANES.map((lane) => draftOf(rows.get(`${HEAD}:${lane}`)));
  return {
    rows,
    state: {
      ...emptyPresence(),
      ...(rows.get(SETTLED) as object | undefined),
      ...(rows.get(HEAD) as object | undefined),
      frames: evidence.filter((one): one is FrameEvidence => one.kind === 'frame'),
      browser: evidence
        .filter((one): one is BrowserEvidence => one.kind !== 'frame')
        .sort((a, b) => a.at - b.at),
      tabs: of<TabMemory>(TAB),
      provisional: of<Provisional>(GIVEN).sort((a, b) => a.from - b.from),
      screen,
      background,
    },
  };
}

/** Writes what differs. Inside the transaction in which it was read. */
export async function writePresence(
  database: Database,
  { rows: before }: StoredPresence,
  state: PresenceState,
): Promise<void> {
  const after = rowsOf(state, before);
  const changed = [...after].filter(([key, value]) => {
    const known = before.get(key);
    return known !== value && JSON.stringify(known) !== JSON.stringify(value);
  });
  const gone = [...before.keys()].filter((key) => !after.has(key));
  if (gone.length > 0) await database.state.bulkDelete(gone);
  await database.state.bulkPut(changed.map(([key, value]) => ({ key, value })));
}

function rowsOf(state: PresenceState, before: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const { lastAt, frames, browser, tabs, provisional, screen, background, ...settled } = state;
  const keys = new Map([...before].map(([key, value]) => [value, key]));
  let last = 0;
  for (const key of before.keys()) {
    if (key.startsWith(EVIDENCE)) last = Math.max(last, Number(key.slice(EVIDENCE.length)));
  }
  const keyOf = (evidence: Evidence) =>
    keys.get(evidence) ?? `${EVIDENCE}${String(++last).padStart(DIGITS, '0')}`;
  return new Map<string, unknown>([
    [HEAD, { lastAt }],
    [SETTLED, settled],
    ...(screen === undefined ? [] : [[`${HEAD}:screen`, packedDraft(screen)] as const]),
    ...(background === undefined ? [] : [[`${HEAD}:background`, packedDraft(background)] as const]),
    ...tabs.map((tab) => [TAB + tab.tabId, tab] as const),
    ...provisional.map((given) => [GIVEN + given.id, given] as const),
    ...[...browser, ...frames].map((evidence) => [keyOf(evidence), evidence] as const),
  ]);
}

/** A draft with its stretches as plain numbers, relative to its start. */
function packedDraft({ pauses, playing, waiting, ...rest }: Draft): object {
  const { from } = rest;
  const numbers = (spans: readonly Span[]) =>
    packed(spans.flatMap((span) => [span.from - from, span.to - from]));
  return {
    ...rest,
    p: numbers(
      pauses.flatMap((pause) => [
        pause,
        { from: pause.wholeFrom, to: pause.wholeTo } satisfies Span,
      ]),
    ),
    m: numbers(playing),
    w: numbers(waiting),
  };
}

function draftOf(row: unknown): Draft | undefined {
  if (row === undefined) return undefined;
  const { p, m, w, ...rest } = row as Omit<Draft, 'pauses' | 'playing' | 'waiting'> &
    Readonly<Record<'p' | 'm' | 'w', readonly number[]>>;
  const spans = (numbers: readonly number[]) =>
    numbers.flatMap((from, index): Span[] =>
      index % 2 === 0
        ? [{ from: rest.from + from, to: rest.from + (numbers[index + 1] ?? from) }]
        : [],
    );
  const all = spans(p);
  const pauses = all.flatMap((pause, index): PausePart[] => {
    const whole = all[index + 1];
    return index % 2 === 0 && whole !== undefined
      ? [{ ...pause, wholeFrom: whole.from, wholeTo: whole.to }]
      : [];
  });
  return { ...rest, pauses, playing: spans(m), waiting: spans(w) };
}
