/**
 * Weeks of work in minutes: the worker's own code over a real schema, days that pass in a moment, a
 * sweep a day, and a worker that dies at any moment: before a message, in the middle of its
 * transaction, or after it was written and before it was acknowledged. An observer that gets no answer
 * sends the same message again, as in the page.
 */

import { foldPresence } from '../../entrypoints/background/fold-presence';
import { recordMessage } from '../../entrypoints/background/record';
import type { Observation } from '../../utils/domain/observation';
import type { Action, Submission, Upload } from '../../utils/domain/records';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../utils/domain/time-constants';
import { decodeSubmission, type StoredSubmission } from '../../utils/storage/compact-submission';
import { judgeUnjudged } from '../../utils/storage/judge-submissions';
import { sweep } from '../../utils/storage/sweep';
import {
  NOW,
  type Place,
  place,
  senderOf,
  stage,
  submission,
} from '../entrypoints/background/record-fixture';
import { seeded } from '../utils/domain/fortnight';

export interface SoakWeek {
  readonly week: number;
  readonly messages: number;
  readonly deaths: number;
  /** Rows in the whole database at the week's end, and by table. */
  readonly rows: number;
  readonly tables: ReadonlyMap<string, number>;
  /** What was sent within the retention and is not there, or is there twice. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** What is kept although its time is over. */
  readonly overdue: number;
}

export interface SoakOptions {
  readonly seed: number;
  readonly retentionDays: number;
  readonly messagesPerDay: number;
  /** Chance of a death at each message. */
  readonly deaths: number;
}

/** Works week after week; each one's account is given when it is over. */
export async function* acceleratedWeeks(options: SoakOptions): AsyncGenerator<SoakWeek> {
  const random = seeded(options.seed);
  const own = stage({
    foldPresence,
    judge: (database) => judgeUnjudged(database, () => undefined),
  });
  let writesLeft = Number.POSITIVE_INFINITY;
  // Death in the middle of a transaction: from some write on nothing more reaches the database, and
  // what the transaction had written is undone.
  own.database.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (below) => ({
      ...below,
      table: (name) => {
        const table = below.table(name);
        return {
          ...table,
          mutate: (request) => {
            writesLeft -= 1;
            if (writesLeft >= 0) return table.mutate(request);
            return Promise.reject(new DOMException('The worker died.', 'AbortError'));
          },
        };
      },
    }),
  });
  const sent = new Map<string, { readonly at: number; readonly table: string }>();
  let messages = 0;
  let deaths = 0;
  own.now = NOW;
  // Presence asks the clock itself: it is the accelerated one while a week runs.
  const realNow = Date.now;
  Date.now = () => own.now;
  for (let week = 1; ; week += 1) {
    for (let day = 0; day < 7; day += 1) {
      const places = ['a', 'b', 'c'].map((host) => place(`${host}.gov.cn`));
      for (let index = 0; index < options.messagesPerDay; index += 1) {
        own.now += Math.floor((8 * HOUR_MS) / options.messagesPerDay);
        const from = places[Math.floor(random() * places.length)] as Place;
        await deliver(from, observe(random, own.now));
      }
      own.now += DAY_MS - 8 * HOUR_MS;
      await swept();
    }
    const over = await account(week);
    Date.now = realNow;
    yield over;
    Date.now = () => own.now;
  }

  async function deliver(from: Place, observation: Observation): Promise<void> {
    const { id, kind } = observation as { id?: string; kind: string };
    const message = {
      type: 'observation',
      version: 1,
      observer: from.observer,
      sequence: from.sequence,
      sentAt: own.now,
      observations: [observation],
    };
    from.sequence += 1;
    messages += 1;
    let tries = 0;
    for (;;) {
      const dies = random() < options.deaths;
      // In the middle of it, or after it was written and before it was acknowledged.
      const lateDeath = dies && random() < 0.3;
      if (dies) deaths += 1;
      if (dies && !lateDeath) writesLeft = Math.floor(random() * 8);
      const answer = await recordMessage(
        structuredClone(message),
        senderOf(from),
        own.dependencies,
      );
      writesLeft = Number.POSITIVE_INFINITY;
      if (lateDeath) continue;
      if (answer.accepted) break;
      if (answer.reason !== 'again') throw new Error(`Refused for good: ${answer.reason}.`);
      tries += 1;
      if (tries > 20) throw new Error('Asked for again and again.');
    }
    const table = { submission: 'submissions', action: 'actions', upload: 'uploads' }[kind];
    if (id !== undefined && table !== undefined) sent.set(id, { at: own.now, table });
  }

  async function swept(): Promise<void> {
    const { retentionDays } = options;
    const again = random() < Math.min(0.5, options.deaths * 3);
    if (again) {
      deaths += 1;
      writesLeft = Math.floor(random() * 8);
    }
    await sweep(own.database, {
      now: own.now,
      retentionDays,
      settings: DEFAULT_SETTINGS,
      concepts: () => undefined,
    }).catch((error) => {
      if (!again) throw error;
    });
    writesLeft = Number.POSITIVE_INFINITY;
    if (again) await swept();
  }

  async function account(week: number): Promise<SoakWeek> {
    const kept = new Map<string, number>();
    let rows = 0;
    let overdue = 0;
    const least = own.now - (options.retentionDays + 2) * DAY_MS;
    const tables = new Map<string, number>();
    for (const table of own.database.tables) {
      const count = await table.count();
      tables.set(table.name, count);
      rows += count;
    }
    for (const name of ['submissions', 'actions', 'uploads'] as const) {
      for (const row of await own.database.table(name).toArray()) {
        const { id, at } =
          name === 'submissions' ? decoded(row as StoredSubmission) : (row as Action | Upload);
        kept.set(id, (kept.get(id) ?? 0) + 1);
        if (at < least) overdue += 1;
      }
    }
    const lost: string[] = [];
    for (const [id, { at }] of sent) {
      if (at < own.now - (options.retentionDays - 1) * DAY_MS) sent.delete(id);
      else if (!kept.has(id)) lost.push(id);
    }
    const doubled = [...kept].flatMap(([id, times]) => (times > 1 ? [id] : []));
    return { week, messages, deaths, rows, tables, lost, doubled, overdue };
  }
}

function decoded(row: StoredSubmission): Submission {
  return decodeSubmission(row);
}

const NAMES = ['张建国', '李秀英', '王德福', '赵桂兰', '陈志远'];

function observe(random: () => number, at: number): Observation {
  const kind = random();
  const name = NAMES[Math.floor(random() * NAMES.length)] ?? '';
  const number = String(Math.floor(random() * 1e6)).padStart(6, '0');
  const id = Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join('');
  if (kind < 0.4)
    return submission(
      { 姓名: name, 身份证号: `990101198001${number}`, 联系电话: `19900${number}` },
      { id, at, startedAt: at - MINUTE_MS },
    );
  if (kind < 0.6)
    return {
      kind: 'action',
      id,
      at,
      action: 'check-in',
      outcome: 'done',
      score: 3,
      evidence: ['text-changed'],
      count: 1,
      cues: [],
      exempt: false,
    };
  if (kind < 0.75)
    return {
      kind: 'upload',
      id,
      at,
      via: 'chooser',
      fileKind: 'image',
      sizeBytes: 10_000,
      screenshot: false,
      label: '',
      contentDigest: id.repeat(3).slice(0, 64),
    };
  return {
    kind: 'presence',
    cause: 'checkpoint',
    at,
    since: at - 15_000,
    visible: true,
    focused: true,
    edges: [],
    inputs: [{ from: at - 9_000, to: at - 1_000 }],
    inputWindows: [Math.floor(at / 5_000)],
    media: [],
    waiting: [],
    pageClass: 'form',
  };
}
