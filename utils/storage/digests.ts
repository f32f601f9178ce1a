import type { DigestRow, Submission } from '../domain/records';
import { DAY_MS } from '../domain/time-constants';
import type { Database } from './database';

/** Where a digest was submitted is kept for 90 days, the newest places first. */
export const DIGEST_LIFE_MS = 90 * DAY_MS;
const MAX_SEEN = 32;

/** All digests of a submission, each with the place of its field in `fields`. */
export function digestsOf(
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
  const rows = await database.digests.bulkGet(distinct);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.digest, row] as const])));
}

/** Adds one place to a row, or begins one; places older than 90 days fall off. */
export function withPlace(
  row: DigestRow | undefined,
  place: DigestRow['seen'][number],
  { digest, generation }: Pick<DigestRow, 'digest' | 'generation'>,
): DigestRow {
  const others = (row?.seen ?? []).filter(
    ({ submission, field, at }) =>
      at > place.at - DIGEST_LIFE_MS && !(submission === place.submission && field === place.field),
  );
  const seen = [place, ...others].sort((a, b) => b.at - a.at).slice(0, MAX_SEEN);
  return { digest, generation, lastAt: seen[0]?.at ?? place.at, seen };
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
  await database.digests.bulkPut(changed.filter(({ seen }) => seen.length > 0));
  await database.digests.bulkDelete(
    changed.filter(({ seen }) => seen.length === 0).map(({ digest }) => digest),
  );
}
