/**
 * The figures of a research package, computed again beside what its tables say: times from its stays, and
 * whatever is a sum of finer rows (a platform's of its forms, a week's of its platforms) from those.
 */

import { groupBy } from '../../domain/grouping';
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

/** Counts that stand in several rows of a finer table: in which, and under which name there. */
interface SumColumns {
  readonly table: string;
  readonly of: string;
  /** Columns of both tables that tell which rows belong together. */
  readonly by: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

const REENTRY = {
  reentry_s_low: 'reentry_s_low',
  reentry_s: 'reentry_s',
  reentry_s_high: 'reentry_s_high',
};

const SUMS: readonly SumColumns[] = [
  {
    table: 'platforms',
    of: 'forms',
    by: ['study', 'week', 'platform'],
    columns: {
      submissions: 'submissions',
      attempts: 'attempts',
      entered: 'entered',
      prefilled: 'prefilled',
    },
  },
  {
    table: 'weeks',
    of: 'platforms',
    by: ['study', 'week'],
    columns: {
      reentered: 'reentered',
      ...REENTRY,
      uploads: 'uploads',
      action_attempts: 'action_attempts',
    },
  },
  { table: 'weeks', of: 'actions', by: ['study', 'week'], columns: { actions: 'done' } },
];

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
  }
  const sums = replaySums(tables);
  return {
    figures: figures + sums.figures,
    differing: [...differing, ...sums.differing],
    sumsOnly,
  };
}

/** Counts and re-entry times of weeks with details, as sums of the rows that they are made of; and the prefill rate. */
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
  for (const { table, of, by, columns } of SUMS) {
    const keyOf = (row: PackageRow) => by.map((name) => row[name]).join(' ');
    const parts = groupBy(rowsOfDetails(of), keyOf);
    for (const row of rowsOfDetails(table)) {
      const own = parts.get(keyOf(row)) ?? [];
      for (const [column, part] of Object.entries(columns)) {
        const sum = own.reduce((total, one) => total + Number(one[part]), 0);
        // Seconds were rounded one by one.
        const tolerance = /_s(_|$)/.test(column) ? (own.length + 1) / 2 : 0;
        compare(`${keyOf(row)} ${column}`, row[column], sum, tolerance);
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
