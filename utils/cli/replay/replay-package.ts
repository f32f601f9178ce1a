/**
 * The figures of a research package, computed again beside what its tables say: times from its stays, counts
 * from its single records, and whatever is a sum of finer rows (a week's of its platforms) from those as well.
 */

import { groupBy, sumOf } from '../../domain/grouping';
import { type Stay, stayClocks } from '../../domain/research/stays';
import type { Clocks } from '../../domain/summary';

export type PackageRow = Readonly<Record<string, string>>;
/** Rows of the tables by their names, as the CSV files have them. */
export type PackageTables = ReadonlyMap<string, readonly PackageRow[]>;

interface Difference {
  readonly where: string;
  readonly says: number;
  readonly replayed: number;
}

export interface Replayed {
  /** Figures that were computed again. */
  readonly figures: number;
  readonly differing: readonly Difference[];
  /** Weeks of which only sums are left: nothing can be computed again. */
  readonly sumsOnly: readonly string[];
}

/** A figure as it follows from rows of a finer table. */
interface Figure {
  /** Column that is added up; without it rows are counted. */
  readonly of?: string;
  /** Column whose different values are counted. */
  readonly different?: string;
  /** What a row must say to be counted. */
  readonly where?: PackageRow;
}

/** Figures of a table that follow from a finer one. */
interface Source {
  readonly table: string;
  readonly from: string;
  /** Columns of both tables that tell which rows belong together. */
  readonly by: readonly string[];
  readonly figures: Readonly<Record<string, Figure>>;
}

const ofWeek = ['study', 'week'];
const ofPlatform = [...ofWeek, 'platform'];

/** Columns that are called alike in both tables. */
function sumsOf(...names: readonly string[]): Readonly<Record<string, Figure>> {
  return Object.fromEntries(names.map((of) => [of, { of }]));
}

function rolesOf(...roles: readonly string[]): Readonly<Record<string, Figure>> {
  return Object.fromEntries(roles.map((role) => [`${role}s`, { where: { role } }]));
}

const REENTRY = ['reentry_s_low', 'reentry_s', 'reentry_s_high'];
const REENTRY_OF_RECORDS = {
  reentry_s_low: { of: 'reentry_ms_low' },
  reentry_s: { of: 'reentry_ms' },
  reentry_s_high: { of: 'reentry_ms_high' },
};
const RETRY_OF_RECORDS = {
  retry_s_low: { of: 'retry_ms_low' },
  retry_s: { of: 'retry_ms' },
  retry_s_high: { of: 'retry_ms_high' },
};
const IN_FRONT = { place: 'front' };
const LOGIN = { ...IN_FRONT, login: 'true' };

const SOURCES: readonly Source[] = [
  {
    table: 'platforms',
    from: 'submission_records',
    by: ofPlatform,
    figures: {
      ...rolesOf('submission', 'attempt', 'draft'),
      rework: { where: { rework: 'true' } },
      ...sumsOf('entered', 'prefilled', 'reentered'),
      ...REENTRY_OF_RECORDS,
    },
  },
  {
    table: 'forms',
    from: 'submission_records',
    by: [...ofPlatform, 'form'],
    figures: {
      ...rolesOf('submission', 'attempt'),
      ...sumsOf('entered', 'prefilled'),
      filling_s: { of: 'filling_ms' },
    },
  },
  {
    table: 'weeks',
    from: 'submission_records',
    by: ofWeek,
    figures: {
      ...sumsOf('comparable', 'fixed', 'reentered'),
      ...REENTRY_OF_RECORDS,
      duplicate_submissions: { where: { duplicate: 'true' } },
      unchanged: { where: { unchanged: 'true' } },
      refused: { where: { refused: 'true' } },
      ...RETRY_OF_RECORDS,
    },
  },
  {
    table: 'overlaps',
    from: 'reentry_records',
    by: [...ofPlatform, 'earlier'],
    figures: { ...sumsOf('fields'), reentry_s: { of: 'reentry_ms' } },
  },
  { table: 'platforms', from: 'upload_records', by: ofPlatform, figures: { uploads: {} } },
  {
    table: 'weeks',
    from: 'upload_records',
    by: ofWeek,
    figures: {
      uploads: {},
      repeated_across: { where: { repeated: 'across-platforms' } },
      repeated_on: { where: { repeated: 'on-platform' } },
    },
  },
  {
    table: 'actions',
    from: 'action_records',
    by: [...ofPlatform, 'kind'],
    figures: { done: { of: 'times', where: { proven: 'true' } } },
  },
  {
    table: 'platforms',
    from: 'action_records',
    by: ofPlatform,
    figures: { action_attempts: { of: 'times', where: { proven: 'false' } } },
  },
  {
    table: 'platforms',
    from: 'stays',
    by: ofPlatform,
    figures: { visits: { different: 'visit', where: IN_FRONT } },
  },
  {
    table: 'weeks',
    from: 'stays',
    by: ofWeek,
    figures: {
      logins: { different: 'visit', where: LOGIN },
      captcha_s: { of: 'captcha_ms', where: IN_FRONT },
      relogins: { where: { relogin: 'true' } },
    },
  },
  {
    table: 'weeks',
    from: 'forced_records',
    by: ofWeek,
    figures: { forced_s: { of: 'forced_ms' } },
  },
  // Between the tables of sums themselves.
  {
    table: 'platforms',
    from: 'forms',
    by: ofPlatform,
    figures: sumsOf('submissions', 'attempts', 'entered', 'prefilled'),
  },
  {
    table: 'weeks',
    from: 'platforms',
    by: ofWeek,
    figures: sumsOf('reentered', ...REENTRY, 'uploads', 'action_attempts'),
  },
  { table: 'weeks', from: 'actions', by: ofWeek, figures: { actions: { of: 'done' } } },
];

/** The pause limit of all tables but `times`. */
const STANDARD_THETA_MS = 60_000;

const COLUMNS: Readonly<Record<string, keyof Clocks>> = {
  input_s: 'inputMs',
  working_s: 'workingMs',
  front_s: 'frontMs',
  playing_s: 'playingMs',
  idle_s: 'idleMs',
  beside_s: 'besideMs',
  waiting_s: 'waitingMs',
};

/** Stays by study and week, as `study week`. */
function readStays(tables: PackageTables): ReadonlyMap<string, readonly Stay[]> {
  const weekOf = ({ study, week }: PackageRow) => `${study} ${week}`;
  const number = (row: PackageRow, name: string) => {
    const value = Number(row[name]);
    if (row[name] === undefined || !Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`The package has no number for ${name} in ${JSON.stringify(row)}.`);
    }
    return value;
  };
  const pauses = groupBy(rowsOf(tables, 'pauses'), (row) => `${weekOf(row)} ${row.stay}`);
  return new Map(
    [...groupBy(rowsOf(tables, 'stays'), weekOf)].map(([week, rows]) => [
      week,
      rows.map((row) => ({
        platform: row.platform ?? '',
        place: row.place === 'beside' ? 'beside' : 'front',
        certainty: row.certainty as Stay['certainty'],
        lengthMs: number(row, 'length_ms'),
        inputMs: number(row, 'input_ms'),
        playingMs: number(row, 'playing_ms'),
        waitingMs: number(row, 'waiting_ms'),
        visit: number(row, 'visit'),
        login: row.login === 'true',
        relogin: row.relogin === 'true',
        captchaMs: number(row, 'captcha_ms'),
        pauses: (pauses.get(`${week} ${row.stay}`) ?? []).map((pause) => ({
          wholeMs: number(pause, 'whole_ms'),
          lengthMs: number(pause, 'length_ms'),
          playingMs: number(pause, 'playing_ms'),
        })),
      })),
    ]),
  );
}

export function replayPackage(tables: PackageTables): Replayed {
  const stays = readStays(tables);
  const differing: Difference[] = [];
  let figures = 0;
  const compare = (where: string, says: string | undefined, replayedMs: number) => {
    figures += 1;
    const replayed = Math.round(replayedMs / 1000);
    if (Number(says) !== replayed) differing.push({ where, says: Number(says), replayed });
  };
  for (const row of rowsOf(tables, 'times')) {
    const { study, week, platform, theta_s } = row;
    const own = (stays.get(`${study} ${week}`) ?? []).filter((stay) => stay.platform === platform);
    const clocks = stayClocks(own, Number(theta_s) * 1000);
    for (const [column, clock] of Object.entries(COLUMNS)) {
      compare(`${week} ${platform} θ ${theta_s} s ${column}`, row[column], clocks[clock]);
    }
  }
  const sumsOnly: string[] = [];
  for (const row of rowsOf(tables, 'weeks')) {
    if (row.details !== 'true') {
      sumsOnly.push(row.week ?? '');
      continue;
    }
    const own = stays.get(`${row.study} ${row.week}`) ?? [];
    for (const certainty of ['confirmed', 'recovered', 'capped'] as const) {
      const front = own.filter((stay) => stay.place === 'front' && stay.certainty === certainty);
      const length = front.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
      compare(`${row.week} ${certainty}_s`, row[`${certainty}_s`], length);
    }
    const logins = own.filter(({ place, login }) => place === 'front' && login);
    const { workingMs } = stayClocks(logins, STANDARD_THETA_MS);
    compare(`${row.week} login_s`, row.login_s, workingMs);
  }
  const sums = replaySums(tables);
  return {
    figures: figures + sums.figures,
    differing: [...differing, ...sums.differing],
    sumsOnly,
  };
}

/**
 * Counts and times of weeks with details from single records, and what is a sum of other rows from those; and
 * the prefill rate.
 */
export function replaySums(tables: PackageTables): Omit<Replayed, 'sumsOnly'> {
  const differing: Difference[] = [];
  let figures = 0;
  const compare = (
    where: string,
    cell: string | undefined,
    replayed: number,
    tolerance: number,
  ) => {
    figures += 1;
    const says = Number(cell);
    if (!(Math.abs(says - replayed) <= tolerance)) differing.push({ where, says, replayed });
  };
  const weekOf = ({ study, week }: PackageRow) => `${study} ${week}`;
  const detailed = new Set(
    rowsOf(tables, 'weeks').flatMap((row) => (row.details === 'true' ? weekOf(row) : [])),
  );
  const rowsOfDetails = (name: string) =>
    rowsOf(tables, name).filter((row) => detailed.has(weekOf(row)));
  for (const { table, from, by, figures: its } of SOURCES) {
    const keyOf = (row: PackageRow) => by.map((name) => row[name]).join(' ');
    const parts = groupBy(rowsOfDetails(from), keyOf);
    for (const row of rowsOfDetails(table)) {
      const own = parts.get(keyOf(row)) ?? [];
      for (const [column, figure] of Object.entries(its)) {
        const where = `${keyOf(row)} ${column} of ${from}`;
        compare(where, row[column], figureOf(own, figure), roundedBy(figure, own.length));
      }
    }
  }
  const platforms = groupBy(rowsOfDetails('platforms'), weekOf);
  for (const row of rowsOfDetails('weeks')) {
    const sum = (name: string) =>
      (platforms.get(weekOf(row)) ?? []).reduce((total, one) => total + Number(one[name]), 0);
    const all = sum('prefilled') + sum('entered');
    if (all > 0)
      compare(`${weekOf(row)} prefill_rate`, row.prefill_rate, sum('prefilled') / all, 5e-5);
  }
  return { figures, differing };
}

/** In the unit of the table that has the figure: milliseconds of records are seconds there. */
function figureOf(rows: readonly PackageRow[], { of, different, where = {} }: Figure): number {
  const counted = rows.filter((row) =>
    Object.entries(where).every(([column, value]) => row[column] === value),
  );
  if (different !== undefined) return new Set(counted.map((row) => row[different])).size;
  if (of === undefined) return counted.length;
  return sumOf(counted, (row) => Number(row[of])) / (isInMs(of) ? 1000 : 1);
}

/** How far a figure may be from the sum of so many rows because both were rounded. */
function roundedBy({ of = '' }: Figure, rows: number): number {
  if (isInMs(of)) return 0.5 + rows / 2000;
  // Seconds were rounded one by one.
  return /_s(_|$)/.test(of) ? (rows + 1) / 2 : 0;
}

function isInMs(column: string): boolean {
  return /_ms(_|$)/.test(column);
}

/** Working hours of each platform and week under a pause limit that the package does not have. */
export function workedUnder(
  tables: PackageTables,
  thetaMs: number,
): readonly { readonly week: string; readonly platform: string; readonly workingMs: number }[] {
  return [...readStays(tables)].flatMap(([key, stays]) =>
    [...groupBy(stays, ({ platform }) => platform)]
      .map(([platform, own]) => ({
        week: key.split(' ')[1] ?? '',
        platform,
        workingMs: stayClocks(own, thetaMs).workingMs,
      }))
      .sort((a, b) => (a.platform < b.platform ? -1 : 1)),
  );
}

function rowsOf(tables: PackageTables, name: string): readonly PackageRow[] {
  const rows = tables.get(name);
  if (rows === undefined) throw new RangeError(`The package has no table ${name}.`);
  return rows;
}
