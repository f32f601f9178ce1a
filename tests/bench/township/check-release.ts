/**
 * A result against the truth, by the rules alone: floors, the cap rule, remainders, rounding. Written
 * anew beside the extension's own, which is compared with separately.
 */

import type { Release, ReleaseRow } from '../../../utils/domain/contribution/release';
import type { Sums } from './truth';

const TIMES = ['minutes', 'reentryMinutes'];
const MEASURES = [
  ...TIMES,
  'fillings',
  'entered',
  'prefilled',
  'comparable',
  'reentered',
  'checkIns',
  'traces',
  'repeats',
] as const;

function capOf(kind: string, measure: string): number {
  if (!TIMES.includes(measure)) return 99;
  return kind === 'all' ? 2_400 : kind === 'category' ? 1_200 : 300;
}

function unitOf(measure: string, largest: number): number {
  if (!TIMES.includes(measure)) return 5 * Math.ceil(largest / 50);
  return largest / Math.max(1, Math.min(5, Math.floor(largest / 120)));
}

/** The rows below a row, by key. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** What is wrong with a result; nothing where all holds. */
export function wrongsOf(
  release: Release,
  weeks: readonly Sums[],
  children: Children,
): readonly string[] {
  const wrongs: string[] = [];
  const total = (entry: string) =>
    weeks.reduce((all, sums) => all + Number(sums.get(entry) ?? 0n), 0);
  const people = (key: string) =>
    Math.max(...weeks.map((sums) => Number(sums.get(`${key}/weight`) ?? 0n)));
  const rows = new Map(release.rows.map((row) => [row.key, row]));
  const printed = (key: string, measure: (typeof MEASURES)[number]) =>
    rows.get(key)?.sums[measure as keyof ReleaseRow['sums']];
  for (const { key, people: count, kind } of release.rows) {
    if (kind === 'remainder') continue;
    if (people(key) < 10) wrongs.push(`${key} rests on ${people(key)} people`);
    if (count === undefined || count % 5 !== 0) wrongs.push(`${key} has ${count} people`);
    if (Math.abs((count ?? 0) - total(`${key}/weight`)) > 2.5)
      wrongs.push(`${key} has ${count} people, not ${total(`${key}/weight`)}`);
    if (!weeks.some((sums) => sums.has(`${key}/weight`))) wrongs.push(`${key} is nobody's`);
  }
  for (const measure of MEASURES) {
    for (const [key] of rows) {
      const own = printed(key, measure);
      if (own === undefined) continue;
      const parent = key.replace(/^remainder\//, '');
      const isRemainder = parent !== key;
      const below = (children.get(parent) ?? []).filter((child) =>
        weeks.some((sums) => sums.has(`${child}/${measure}`)),
      );
      const folded = below.filter((child) => printed(child, measure) === undefined);
      const shown = below.filter((child) => printed(child, measure) !== undefined);
      const name = `${key} ${measure}`;
      if (!isRemainder && shown.length > 0) {
        const sum =
          shown.reduce((all, child) => all + (printed(child, measure) ?? 0), 0) +
          (printed(`remainder/${key}`, measure) ?? 0);
        if (sum !== own) wrongs.push(`${name} is ${own}, its parts ${sum}`);
        if (folded.length > 0 && printed(`remainder/${key}`, measure) === undefined)
          wrongs.push(`${name} has a hole`);
        continue;
      }
      const parts = isRemainder ? folded : [key];
      if (isRemainder && parts.length < 2) wrongs.push(`${name} is one row alone`);
      if (isRemainder && Math.max(...parts.map(people)) < 10)
        wrongs.push(`${name} rests on too few`);
      const exact = parts.reduce((all, part) => all + total(`${part}/${measure}`), 0);
      const largest = capOf((parts[0] ?? '').split('/')[0] ?? '', measure) * weeks.length;
      if (exact < 2.2 * largest) wrongs.push(`${name} could be swayed by one`);
      if (Math.abs(own - exact) > unitOf(measure, largest) / 2)
        wrongs.push(`${name} is ${own}, not ${exact}`);
      if (own % unitOf(measure, largest) !== 0) wrongs.push(`${name} is not rounded`);
    }
  }
  return wrongs;
}
