/**
 * Evidence log: a recording of presence as a file, and its replay. The same log gives the same
 * intervals on any machine, at any time: the basis of tests and of papers on the method.
 *
 * The file is JSON: `{ "format": "evidence-log", "version": 1, "zone": "Asia/Shanghai", "arrivals":
 * [{ "now": …, "evidence": { … } }] }`. An arrival is one piece of evidence in the order in which it
 * was folded, with the worker's clock at that moment; all times are epoch ms. It names platforms by
 * code and pages by class, and holds no address, title or text.
 */

import { PAGE_CLASSES } from './page-class';
import type { Arrival } from './presence-evidence';
import { replay } from './presence-fold';
import type { Interval } from './records';

export interface EvidenceLog {
  readonly format: 'evidence-log';
  readonly version: 1;
  /** IANA zone of the local midnights. */
  readonly zone: string;
  readonly arrivals: readonly Arrival[];
}

/** What is wrong with a log, and where: `arrivals[3].evidence.observation.at: …`. */
export class EvidenceLogError extends Error {
  override readonly name = 'EvidenceLogError';
}

/** The intervals of a log, oldest first, under ids in the order of their making. Pure. */
export function replayLog({ zone, arrivals }: EvidenceLog): Interval[] {
  let last = 0;
  return replay(arrivals, { zone, newId: () => String(++last).padStart(24, '0') });
}

/**
 * Reads the text of a log.
 *
 * @throws EvidenceLogError that says what is wrong and where
 */
export function readEvidenceLog(text: string): EvidenceLog {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new EvidenceLogError('the file is not JSON');
  }
  const { format, version } = (parsed ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== 'evidence-log') throw new EvidenceLogError('the file is not an evidence log');
  if (version !== 1) {
    throw new EvidenceLogError(
      `the log is of version ${JSON.stringify(version)}; this program reads version 1`,
    );
  }
  log(parsed, '');
  return parsed as EvidenceLog;
}

/** Looks at a value; throws where it is not what it must be. `at` says where it stands. */
type Check = (value: unknown, at: string) => void;

function fail(at: string, expected: string): never {
  throw new EvidenceLogError(`${at === '' ? 'the log' : at}: expected ${expected}`);
}

const text: Check = (value, at) => {
  if (typeof value !== 'string' || value === '') fail(at, 'a text');
};
const truth: Check = (value, at) => {
  if (typeof value !== 'boolean') fail(at, 'true or false');
};
const number: Check = (value, at) => {
  if (!Number.isFinite(value)) fail(at, 'a number');
};
/** In the year 2286: what is beyond is no clock's, and its midnights could not be counted. */
const LATEST = 1e13;
const time: Check = (value, at) => {
  const ms = value as number;
  if (!Number.isFinite(value) || ms < 0 || ms > LATEST) fail(at, 'a time in epoch ms');
};
const zoneName: Check = (value, at) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) });
  } catch {
    fail(at, 'an IANA time zone');
  }
};

function oneOf(...values: readonly unknown[]): Check {
  return (value, at) => {
    if (!values.includes(value)) fail(at, values.map((one) => JSON.stringify(one)).join(' or '));
  };
}

function listOf(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) fail(at, 'a list');
    for (const [index, one] of value.entries()) check(one, `${at}[${index}]`);
  };
}

/** An object with these keys and no others; a key that ends in `?` may be missing. */
function record(shape: Readonly<Record<string, Check>>): Check {
  const fields = new Map(
    Object.entries(shape).map(([key, check]) => [key.replace('?', ''), { key, check }]),
  );
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'an object');
    const given = new Map(Object.entries(value));
    const within = (key: string) => (at === '' ? key : `${at}.${key}`);
    for (const key of given.keys()) if (!fields.has(key)) fail(within(key), 'no such key');
    for (const [name, { key, check }] of fields) {
      if (given.has(name)) check(given.get(name), within(name));
      else if (key === name) fail(within(name), 'a value, found none');
    }
  };
}

function span(more: Readonly<Record<string, Check>> = {}): Check {
  const shape = record({ from: time, to: time, ...more });
  return (value, at) => {
    shape(value, at);
    const { from, to } = value as { from: number; to: number };
    if (to < from) fail(at, 'an end that is not before its start');
  };
}

const spans = listOf(span());
const presence = record({
  kind: oneOf('presence'),
  cause: oneOf('start', 'change', 'checkpoint', 'end'),
  at: time,
  since: time,
  visible: truth,
  focused: truth,
  edges: listOf(
    record({
      at: time,
      edge: oneOf(
        'visible',
        'hidden',
        'focus',
        'blur',
        'chooser-open',
        'chooser-closed',
        'dialog-open',
        'dialog-closed',
        'presence-popup',
        'presence-popup-answered',
        'navigated',
      ),
    }),
  ),
  inputs: spans,
  inputWindows: listOf(number),
  media: listOf(span({ muted: truth, byPerson: truth })),
  waiting: spans,
  'blocked?': spans,
  'captcha?': spans,
  pageClass: oneOf(...PAGE_CLASSES),
});
const observation: Check = (value, at) => {
  presence(value, at);
  const { since, at: end } = value as { since: number; at: number };
  if (end < since) fail(at, 'an end that is not before its start');
};

const kinds = new Map<unknown, Check>(
  Object.entries({
    frame: {
      observer: text,
      tabId: number,
      'windowId?': number,
      frameId: number,
      platform: text,
      observation,
    },
    'window-focus': { at: time, 'windowId?': number },
    'tab-active': { at: time, windowId: number, 'tabId?': number },
    'tab-removed': { at: time, tabId: number },
    system: { at: time, state: oneOf('active', 'idle', 'locked') },
    'session-start': { at: time },
    recording: { at: time, possible: truth },
  }).map(([kind, shape]) => [kind, record({ kind: oneOf(kind), ...shape })]),
);
const evidence: Check = (value, at) => {
  const { kind } = (value ?? {}) as { readonly kind?: unknown };
  const check = kinds.get(kind);
  if (check === undefined) oneOf(...kinds.keys())(kind, `${at}.kind`);
  check?.(value, at);
};

const log = record({
  format: oneOf('evidence-log'),
  version: oneOf(1),
  zone: zoneName,
  arrivals: listOf(record({ now: time, evidence })),
});
