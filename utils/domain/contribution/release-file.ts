import {
  type Fault,
  listOf,
  objectWith,
  readStrictJson,
  refuse,
  textLike,
  under,
  wholeNumber,
} from './check-value';
import { schemaIs } from './collection';
import { MEASURES } from './layout';
import type { Release, ReleaseRow } from './release';

const RELEASE_SCHEMA = 'qingzhuang/release/1';
const KINDS = ['all', 'category', 'platform', 'rest', 'form', 'formrest', 'remainder'];
const NAME = /^[\w.:/-]{1,90}$/;

/** A release as a file: for other programs, and to be compared with a later one. */
export function releaseText(release: Release): string {
  return `${JSON.stringify({ schema: RELEASE_SCHEMA, ...release }, null, 1)}\n`;
}

export function parseRelease(
  text: string,
): { readonly value: Release } | { readonly fault: Fault } {
  return readStrictJson(text, 4_000_000, (json) => {
    schemaIs(json, RELEASE_SCHEMA);
    const keys = [
      'collection',
      'weeks',
      'mode',
      'k',
      'people',
      'rows',
      'zombies',
      'source',
    ] as const;
    const root = objectWith(json, '', ['schema', ...keys]);
    return {
      collection: textLike(root.collection, 'collection', NAME),
      weeks: listOf(root.weeks, 'weeks', 4, (week, at) => textLike(week, at, /^\d{4}-W\d\d$/)),
      mode: root.mode === 'plain' || root.mode === 'sealed' ? root.mode : refuse('value', 'mode'),
      k: wholeNumber(root.k, 'k', 10, 1000),
      people: wholeNumber(root.people, 'people', 10, 1e10),
      rows: listOf(root.rows, 'rows', 1000, rowFrom),
      zombies: listOf(root.zombies, 'zombies', 200, (code, at) => textLike(code, at, NAME)),
      source: textLike(root.source, 'source', /^[0-9a-f]{64}$/),
    };
  });
}

function rowFrom(json: unknown, at: string): ReleaseRow {
  const row = objectWith(
    json,
    at,
    ['key', 'kind', 'name', 'sums'],
    ['people', 'duplicateShare', 'prefillRate', 'each', 'hours'],
  );
  if (!KINDS.includes(row.kind as string)) refuse('value', under(at, 'kind'));
  const sums = objectWith(row.sums, under(at, 'sums'), [], MEASURES);
  for (const value of Object.values(sums)) wholeNumber(value, under(at, 'sums'), 0, 1e12);
  for (const share of [row.duplicateShare, row.prefillRate])
    if (share !== undefined && !(typeof share === 'number' && share >= 0 && share <= 1))
      refuse('value', at);
  for (const key of ['each', 'hours'] as const) {
    if (row[key] === undefined) continue;
    const bracket = objectWith(row[key], under(at, key), ['low', 'mid', 'high']);
    if (Object.values(bracket).some((value) => typeof value !== 'number' || !(value >= 0)))
      refuse('value', under(at, key));
  }
  textLike(row.key, under(at, 'key'), NAME);
  textLike(row.name, under(at, 'name'), NAME);
  if (row.people !== undefined) wholeNumber(row.people, under(at, 'people'), 0, 1e10);
  return json as ReleaseRow;
}
