import type { ConceptLookup } from '../domain/concept';
import { type JudgementSources, judgeSubmission } from '../domain/duplicates';
import { joinedJudgement } from '../domain/judge-again';
import { platformScope } from '../domain/platform-scope';
import type { Submission } from '../domain/records';
import type { Database } from './database';
import { describeFault } from './describe-fault';
import { lookUpDigests, notePlaces } from './digests';
import { noteFault } from './faults';
import { type Learned, readLearned } from './learned';
import { type EarlierDigests, isUnjudged, readUnjudged, removeUnjudged } from './submissions';

/** The duplicate engine: {@link judgeSubmission}, or what a test puts in its place. */
export type Judge = typeof judgeSubmission;

/**
 * Judges every accepted submission that was not judged yet, oldest first, and makes its own values
 * known to those that follow. Each in one transaction with its mark in open state: a worker that dies
 * in between leaves the mark, and the next one goes on from there.
 */
export async function judgeUnjudged(
  database: Database,
  concepts: ConceptLookup,
  judge: Judge = judgeSubmission,
): Promise<void> {
  for (const waiting of await readUnjudged(database)) {
    try {
      await settleOne(database, waiting, (submission, learned) =>
        sourcesOf(database, concepts, learned, waiting.earlierDigests).then((sources) =>
          judge(submission, sources),
        ),
      );
    } catch (error) {
      if (describeFault(error).code !== 'write-failed' || describeFault(error).passing) throw error;
      // The engine itself failed on it: what was submitted stays, unjudged, and the next ones go on.
      await settleOne(database, waiting, async () => undefined);
      await noteFault(database, 'write-failed', waiting.at);
    }
  }
}

async function settleOne(
  database: Database,
  waiting: { readonly submission: string },
  judge: (submission: Submission, learned: Learned) => Promise<Submission['judgement'] | undefined>,
): Promise<void> {
  await database.transaction(
    'rw',
    [database.submissions, database.digests, database.platforms, database.state],
    async () => {
      if (!(await isUnjudged(database, waiting.submission))) return;
      await removeUnjudged(database, waiting.submission);
      const submission = await database.submissions.get(waiting.submission);
      if (submission === undefined || submission.outcome !== 'accepted') return;
      const learned = await readLearned(database);
      const judgement = await judge(submission, learned);
      if (judgement !== undefined) {
        await database.submissions.put({
          ...submission,
          judgement: joinedJudgement(submission.judgement, judgement),
        });
      }
      await notePlaces(database, submission, learned.equivalences);
    },
  );
}

/** What the engine looks at, read inside the transaction that is running. */
async function sourcesOf(
  database: Database,
  concepts: ConceptLookup,
  { equivalences, fixed }: Learned,
  earlierDigests: EarlierDigests,
): Promise<JudgementSources> {
  const scope = platformScope(await database.platforms.toArray());
  return {
    lookup: async (digests) => [...(await lookUpDigests(database, digests)).values()],
    earlier: async (ids) =>
      (await database.submissions.bulkGet([...ids])).filter(
        (found): found is Submission => found !== undefined,
      ),
    earlierDigests,
    fixedInformation: new Set(fixed),
    equivalences,
    concepts,
    idOf: scope.idOf,
  };
}
