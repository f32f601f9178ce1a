import type { ConceptLookup } from '../domain/concept';
import { type Equivalence, learnEquivalences } from '../domain/equivalence';
import { fixedInformation } from '../domain/fixed-information';
import { fieldToken } from '../domain/form-signature';
import { toJudgeAgain } from '../domain/judge-again';
import { platformScope } from '../domain/platform-scope';
import { weekAt } from '../domain/week';
import { dayKeyAt } from '../domain/zone';
import type { Database } from './database';
import { DIGEST_LIFE_MS, notePlaces } from './digests';
import { readState, writeState } from './open-state';
import { markUnjudged } from './submissions';
import { forgetSummed } from './summed-weeks';

const KEY = 'learned';
const SPLIT_KEY = 'split-links';

/** What was learned from all submissions of the last 90 days: refreshed by the daily sweep. */
export interface Learned {
  /** Fields that were learned to ask for the same thing. */
  readonly equivalences: readonly Equivalence[];
  /** Digests of fixed information. */
  readonly fixed: readonly string[];
}

const NOTHING_YET: Learned = { equivalences: [], fixed: [] };

type Link = readonly [string, string];

export async function readLearned(database: Database): Promise<Learned> {
  return (await readState<Learned>(database, KEY)) ?? NOTHING_YET;
}

/** The person says that two fields do not ask for the same thing: never learned again. */
export async function splitLink(database: Database, [a, b]: Link): Promise<void> {
  await database.transaction('rw', database.state, async () => {
    const split = (await readState<readonly Link[]>(database, SPLIT_KEY)) ?? [];
    await writeState(database, SPLIT_KEY, [...split, [a, b]]);
    const learned = await readLearned(database);
    const equivalences = learned.equivalences.filter(
      ({ tokens }) => !(tokens.includes(a) && tokens.includes(b)),
    );
    await writeState(database, KEY, { ...learned, equivalences });
  });
}

/**
 * Learns anew from the submissions whose digests are still kept. Where a field is linked for the
 * first time, its earlier values become findable under the digest common to all fields, and what holds
 * it waits to be judged again, as if the link had been known from the start; its week is summed anew.
 */
export async function learn(
  database: Database,
  {
    now,
    zone,
    concepts,
  }: { readonly now: number; readonly zone: string; readonly concepts: ConceptLookup },
): Promise<void> {
  const scope = platformScope(await database.platforms.toArray());
  const submissions = await database.submissions
    .where('at')
    .above(now - DIGEST_LIFE_MS)
    .filter(({ outcome }) => outcome === 'accepted')
    .toArray();
  const fixed = fixedInformation(submissions, concepts, scope.idOf);
  const before = await readLearned(database);
  const split = (await readState<readonly Link[]>(database, SPLIT_KEY)) ?? [];
  const equivalences = learnEquivalences(submissions, {
    dayOf: (at) => dayKeyAt(at, zone),
    split,
    fixed,
  });
  const known = new Set(before.equivalences.flatMap(({ tokens }) => tokens));
  const fresh = new Set(
    equivalences.flatMap(({ tokens }) => tokens).filter((token) => !known.has(token)),
  );
  for (const submission of submissions) {
    if (!submission.fields.some((field) => fresh.has(fieldToken(field)))) continue;
    await database.transaction('rw', database.digests, database.state, async () => {
      await notePlaces(database, submission, equivalences);
    });
  }
  await writeState(database, KEY, { equivalences, fixed: [...fixed] } satisfies Learned);
  for (const { id, at } of toJudgeAgain(submissions, before.equivalences, equivalences)) {
    await markUnjudged(database, id, { at, earlierDigests: [] });
    await forgetSummed(database, weekAt(at, zone).key);
  }
}
