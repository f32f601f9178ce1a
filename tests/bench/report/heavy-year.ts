/**
 * A heavy year, written with the extension's own database code: one and a half million records as a
 * busy person's computer would hold them after 400 days. Bundled and run inside a page of the
 * extension, so that every row goes through the real IndexedDB. Nothing in it is of anybody: platforms
 * are invented, digests are numbers.
 */
import type { ActionKind } from '../../../utils/domain/action-kind';
import type {
  Action,
  CoverageDay,
  Form,
  Interval,
  PageSign,
  Platform,
  Submission,
  Upload,
} from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { weekAt } from '../../../utils/domain/week';
import { sumWeek } from '../../../utils/domain/week-sums';
import { addDays, dayKeyAt, startOfDay } from '../../../utils/domain/zone';
import { digestKey, encodeDigest } from '../../../utils/storage/compact-digest';
import { Database } from '../../../utils/storage/database';
import { writeSums } from '../../../utils/storage/summed-weeks';

const ZONE = 'Asia/Shanghai';
const PLATFORMS = Array.from(
  { length: 14 },
  (_, index) => `${'abcdefghijklmn'[index]}.qingshan.gov.cn`,
);
const FIELDS = 14;
const CONCEPTS = ['person.id_number', 'person.name', 'person.phone', 'household.size'] as const;
const KINDS: readonly ActionKind[] = ['check-in', 'read-confirm', 'download', 'like'];
const BATCH = 4_000;

/** Records a workday, and how many days of them are kept. */
const LOAD = {
  intervals: { perDay: 900, days: 91 },
  submissions: { perDay: 260, days: 400 },
  actions: { perDay: 440, days: 400 },
  pageSigns: { perDay: 860, days: 400 },
  uploads: { perDay: 640, days: 90 },
  digests: { perDay: 15_200, days: 90 },
} as const;
type Kind = keyof typeof LOAD;

/** Fills the empty database. @returns how many records stand in it, by table */
export async function heavyYear(now: number): Promise<Readonly<Record<string, number>>> {
  const database = new Database();
  await database.open();
  const today = dayKeyAt(now, ZONE);
  const days = Array.from({ length: 400 }, (_, back) => addDays(today, -back));
  const workdays = (kept: number) =>
    days.slice(0, kept).filter((day) => new Date(day).getUTCDay() % 6 !== 0);
  const since = now - 400 * DAY_MS;
  await database.platforms.bulkPut(PLATFORMS.map((id, index) => platform(id, index, since)));
  await database.forms.bulkPut(
    PLATFORMS.flatMap((id) => [0, 1, 2, 3].map((n) => form(id, n, now))),
  );
  await database.coverage.bulkPut(days.slice(0, 91).map(coverage));
  await database.state.put({ key: 'since', value: since });

  const write = async <Row>(kind: Kind, row: (at: number, n: number) => Row) => {
    const { perDay, days: kept } = LOAD[kind];
    let rows: Row[] = [];
    const flush = async () => {
      await (database.table(kind) as { bulkPut(rows: readonly Row[]): Promise<unknown> }).bulkPut(
        rows,
      );
      rows = [];
    };
    for (const day of workdays(kept)) {
      // Whoever measures early in the day, or at night, finds work of the hours that have passed.
      const midnight = startOfDay(day, ZONE);
      const from = Math.max(midnight, Math.min(midnight + 8 * HOUR_MS, now - 10 * HOUR_MS));
      for (let n = 0; n < perDay; n += 1) {
        const at = from + Math.floor((n * 10 * HOUR_MS) / perDay);
        if (at < now) rows.push(row(at, n));
        if (rows.length >= BATCH) await flush();
      }
    }
    await flush();
  };
  await write('intervals', interval);
  await write('submissions', submission);
  await write('actions', action);
  await write('pageSigns', pageSign);
  await write('uploads', upload);
  await writeDigests(database, workdays(LOAD.digests.days), now);
  await sumClosedWeeks(database, days, now);
  const counts = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  database.close();
  return Object.fromEntries(counts);
}

/** As the retention sweep leaves them; here from a light week each, since only their shape matters. */
async function sumClosedWeeks(database: Database, days: readonly string[], now: number) {
  const weeks = new Map(
    days.map((day) => {
      const week = weekAt(startOfDay(day, ZONE), ZONE);
      return [week.key, week] as const;
    }),
  );
  for (const week of weeks.values()) {
    if (week.to > now) continue;
    const at = week.from + 9 * HOUR_MS;
    const sums = sumWeek(week, {
      intervals: PLATFORMS.map((_, n) => interval(at + n * MINUTE_MS, n)),
      submissions: PLATFORMS.map((_, n) => submission(at + n * MINUTE_MS, n)),
      uploads: PLATFORMS.map((_, n) => upload(at + n * MINUTE_MS, n)),
      actions: PLATFORMS.map((_, n) => action(at + n * MINUTE_MS, n)),
      thetaMs: MINUTE_MS,
      fixed: new Set(),
    });
    await writeSums(database, week.key, sums, 'shed');
  }
}

async function writeDigests(database: Database, days: readonly string[], now: number) {
  for (const day of days) {
    const at = Math.min(now, startOfDay(day, ZONE) + 12 * HOUR_MS);
    const keys: Uint8Array<ArrayBuffer>[] = [];
    const rows: ReturnType<typeof encodeDigest>[] = [];
    for (let n = 0; n < LOAD.digests.perDay; n += 1) {
      const digest = digestOf(at + n);
      keys.push(digestKey(digest));
      rows.push(
        encodeDigest(
          {
            digest,
            generation: 1,
            seen: [
              { platform: PLATFORMS[n % 14] ?? '', submission: idOf(at, n), at, field: n % 14 },
            ],
          },
          PLATFORMS,
        ),
      );
    }
    await database.digests.bulkPut(rows, keys);
  }
}

let counted = 0;
function idOf(at: number, n: number): string {
  counted += 1;
  return (at.toString(16) + n.toString(16).padStart(5, '0') + counted.toString(16))
    .padEnd(24, '0')
    .slice(0, 24);
}

/** 96 bits as the digests of the extension are, 16 signs. */
function digestOf(seed: number): string {
  return btoa(
    String(seed * 7919)
      .padStart(12, '0')
      .slice(-12),
  )
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function platform(id: string, index: number, addedAt: number): Platform {
  const category = ['civil_affairs', 'poverty_relief', 'grid', 'party', 'safety'][index % 5] ?? '';
  return { id, name: id, category, origins: [`http://${id}`], addedAt, addedBy: 'catalogue' };
}

function form(id: string, n: number, lastSeenAt: number): Form {
  return {
    platform: id,
    signature: `form-${n}`,
    library: 'element',
    firstSeenAt: lastSeenAt - 300 * DAY_MS,
    lastSeenAt,
    fields: Array.from({ length: FIELDS }, (_, field) => ({
      ...(CONCEPTS[field] === undefined ? {} : { concept: CONCEPTS[field] }),
      score: 1,
      labelDigest: `label-${n}-${field}`,
      control: 'text',
      required: field < 4,
    })),
  };
}

function coverage(day: string): CoverageDay {
  const blocks = Array.from({ length: 100 }, (_, index) => 96 + index);
  return { day, active: blocks, recorded: blocks };
}

function interval(at: number, n: number): Interval {
  return {
    id: idOf(at, n),
    platform: PLATFORMS[n % 14] ?? '',
    place: n % 9 === 0 ? 'beside' : 'front',
    from: at,
    to: at + 35 * SECOND_MS,
    pauses: n % 3 === 0 ? [{ offsetMs: 4_000, lengthMs: 21_000 }] : [],
    playing: [],
    waiting: n % 11 === 0 ? [{ offsetMs: 0, lengthMs: 1_200 }] : [],
    inputMs: 20_000,
    certainty: 'confirmed',
    pageClass: n % 2 === 0 ? 'form' : 'list',
    visit: `visit-${Math.floor(at / HOUR_MS)}-${n % 14}`,
  };
}

function submission(at: number, n: number): Submission {
  const again = n % 3 === 0;
  return {
    id: idOf(at, n),
    platform: PLATFORMS[n % 14] ?? '',
    form: `form-${n % 4}`,
    at,
    startedAt: at - 90 * SECOND_MS,
    outcome: n % 17 === 0 ? 'unproven' : 'accepted',
    score: 4,
    evidence: ['success-text'],
    intent: 'final',
    rework: false,
    fillingMs: 80 * SECOND_MS,
    keyGeneration: 1,
    fields: Array.from({ length: FIELDS }, (_, field) => ({
      field,
      ...(CONCEPTS[field] === undefined ? {} : { concept: CONCEPTS[field] }),
      labelDigest: `label-${n % 4}-${field}`,
      how: field === 5 ? ('prefilled' as const) : ('typed' as const),
      digest: digestOf((again ? n : at) + field * 17),
      anyDigest: digestOf((again ? n : at) + field * 17 + 1),
      entropy: field < 4 ? ('high' as const) : ('medium' as const),
      focusMs: 5_000,
      workingMs: 4_200,
      inputMs: 3_000,
    })),
    judgement: {
      ruleVersion: 1,
      reentered: again
        ? [0, 1, 2].map((field) => ({
            field,
            platforms: [PLATFORMS[(n + 1) % 14] ?? ''],
            lastAts: [at - 3 * DAY_MS],
            submissions: [idOf(at - 3 * DAY_MS, n)],
          }))
        : [],
      comparable: Array.from({ length: 10 }, (_, field) => field),
      fixed: [],
      rho: again ? 0.3 : 0,
    },
  };
}

function action(at: number, n: number): Action {
  return {
    id: idOf(at, n),
    platform: PLATFORMS[n % 14] ?? '',
    at,
    action: KINDS[n % 4] ?? 'check-in',
    outcome: n % 13 === 0 ? 'attempt' : 'done',
    score: 4,
    evidence: ['text-changed'],
    count: 1,
    cues: n % 8 === 0 ? ['deadline'] : [],
    exempt: false,
  };
}

function pageSign(at: number, n: number): PageSign {
  return {
    id: idOf(at, n),
    platform: PLATFORMS[n % 14] ?? '',
    at,
    pageClass: n % 6 === 0 ? 'home' : 'list',
    newest: dayKeyAt(at - DAY_MS, ZONE),
    columns:
      n % 6 === 0
        ? [0, 1, 2].map((column) => ({
            titleDigest: `column-${n % 14}-${column}`,
            type: 'news' as const,
            newest: dayKeyAt(at - DAY_MS, ZONE),
            blank: false,
          }))
        : [],
    state: 'normal',
    loadMs: 900,
    failed: false,
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
  };
}

function upload(at: number, n: number): Upload {
  return {
    id: idOf(at, n),
    platform: PLATFORMS[n % 14] ?? '',
    at,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 9,
    proofMaterial: n % 2 === 0,
    outcome: 'sent',
    digest: digestOf(n % 5 === 0 ? n : at + n),
    keyGeneration: 1,
  };
}
