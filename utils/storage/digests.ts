import type { Equivalence } from '../domain/equivalence';
import { fieldToken } from '../domain/form-signature';
import type { DigestRow, Submission } from '../domain/records';
import { DAY_MS } from '../domain/time-constants';
import { decodeDigest, digestKey, encodeDigest, type PlatformNumbers } from './compact-digest';
import type { Database } from './database';
import { readState, writeState } from './open-state';

/** Where a digest was submitted is kept for 90 days, the newest places first. */
export const DIGEST_LIFE_MS = 90 * DAY_MS;
const MAX_SEEN = 32;
const NUMBERS_KEY = 'platform-numbers';

/** All digests of a submission, each with the place of its field in `fields`. */
function digestsOf(
  submission: Submission,
): readonly { readonly digest: string; readonly field: number }[] {
  return submission.fields.flatMap(({ digest, anyDigest }, field) => [
    ...(digest === undefined ? [] : [{ digest, field }]),
    ...(anyDigest === undefined ? [] : [{ digest: anyDigest, field }]),
  ]);
}

/** The rows of these digests that are kept, by digest. One look-up for all. */
export async function lookUpDigests(
  database: Database,
  digests: readonly string[],
): Promise<ReadonlyMap<string, DigestRow>> {
  const distinct = [...new Set(digests)];
  const numbers = await readNumbers(database);
  const rows = await database.digests.bulkGet(distinct.map(digestKey));
  return new Map(
    distinct.flatMap((digest, index) => {
      const stored = rows[index];
      return stored === undefined ? [] : [[digest, decodeDigest(digest, stored, numbers)] as const];
    }),
  );
}

async function writeDigests(database: Database, rows: readonly DigestRow[]): Promise<void> {
  const known = await readNumbers(database);
  const numbers = [
    ...new Set([...known, ...rows.flatMap(({ seen }) => seen.map(({ platform }) => platform))]),
  ];
  if (numbers.length > known.length) await writeState(database, NUMBERS_KEY, numbers);
  await database.digests.bulkPut(
    rows.map((row) => encodeDigest(row, numbers)),
    rows.map(({ digest }) => digestKey(digest)),
  );
}

async function readNumbers(database: Database): Promise<PlatformNumbers> {
  return (await readState<PlatformNumbers>(database, NUMBERS_KEY)) ?? [];
}

/** Adds one place to a row, or begins one; places older than 90 days fall off. */
function withPlace(
  row: DigestRow | undefined,
  place: DigestRow['seen'][number],
  { digest, generation }: Pick<DigestRow, 'digest' | 'generation'>,
): DigestRow {
  const others = (row?.seen ?? []).filter(
    ({ submission, field, at }) =>
      at > place.at - DIGEST_LIFE_MS && !(submission === place.submission && field === place.field),
  );
  const seen = [place, ...others].sort((a, b) => b.at - a.at).slice(0, MAX_SEEN);
  return { digest, generation, seen };
}

/**
 * Makes the values of a submission known to later ones: one row per distinct digest. The digest common
 * to all fields gets a row only where it is looked up: for fields without a digest of their own, and
 * for those that were learned to ask for the same thing as another.
 */
export async function notePlaces(
  database: Database,
  submission: Submission,
  equivalences: readonly Equivalence[],
): Promise<void> {
  const learned = new Set(equivalences.flatMap(({ tokens }) => tokens));
  const places = submission.fields.flatMap((field, index) => {
    const { digest, anyDigest } = field;
    const any = anyDigest !== undefined && (digest === undefined || learned.has(fieldToken(field)));
    return [
      ...(digest === undefined ? [] : [{ digest, field: index }]),
      ...(any ? [{ digest: anyDigest, field: index }] : []),
    ];
  });
  const rows = new Map(
    await lookUpDigests(
      database,
      places.map(({ digest }) => digest),
    ),
  );
  const { id, platform, at, keyGeneration: generation } = submission;
  for (const { digest, field } of places) {
    const place = { platform, submission: id, at, field };
    rows.set(digest, withPlace(rows.get(digest), place, { digest, generation }));
  }
  await writeDigests(database, [...rows.values()]);
}

/** Takes a submission out of the rows of its digests. */
export async function forgetSeen(database: Database, submission: Submission): Promise<void> {
  const digests = digestsOf(submission).map(({ digest }) => digest);
  const rows = [...(await lookUpDigests(database, digests)).values()];
  const changed = rows
    .filter(({ seen }) => seen.some((place) => place.submission === submission.id))
    .map((row) => ({
      ...row,
      seen: row.seen.filter((place) => place.submission !== submission.id),
    }));
  await writeDigests(
    database,
    changed.filter(({ seen }) => seen.length > 0),
  );
  await database.digests.bulkDelete(
    changed.filter(({ seen }) => seen.length === 0).map(({ digest }) => digestKey(digest)),
  );
}
