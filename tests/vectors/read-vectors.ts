import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../utils/domain/settings';
import type { WeekRecords } from '../../utils/domain/week-records';

/** A log of records and the numbers that it must come to, worked out by hand. */
export interface Vector {
  /** The figure that it is about, by the name of its definition. */
  readonly measure: string;
  readonly since: string;
  readonly what: string;
  readonly week: string;
  readonly zone: string;
  readonly records: Partial<WeekRecords>;
  readonly cases: readonly {
    readonly thetaMs: Settings['thetaMs'];
    /** Path in the week's summary → value. */
    readonly expect: Readonly<Record<string, number | string>>;
  }[];
}

const FOLDER = 'tests/vectors';

export function readVectors(): readonly { readonly name: string; readonly vector: Vector }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -5),
      vector: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vector,
    }));
}

export function valueAt(summary: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)?.[key], summary);
}
