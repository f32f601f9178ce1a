import { readPolicy } from '../../utils/browser/policy';
import { readStored, settingsOf } from '../../utils/browser/settings';
import { pictureMask } from '../../utils/domain/picture-mask';
import type { Database } from '../../utils/storage/database';
import { remaskPictures } from '../../utils/storage/remask-pictures';
import { settleStale } from '../../utils/storage/submissions';
import { retentionDaysOf, sweep } from '../../utils/storage/sweep';
import { isSweepDue, noteSwept } from '../../utils/storage/sweep-due';
import { judgePending } from './judge';
import { loadKeys } from './keys';
import { loadRecognition } from './load-recognition';

/**
 * Makes up for what an earlier worker left undone, and once a day sheds what is kept no longer. Safe
 * to call at every wake.
 *
 * @param now epoch ms
 * @throws Error as the database gives it; what was done stays done
 */
export async function sweepWhenDue(database: Database, now: number): Promise<void> {
  await settleStale(database, now);
  await judgePending(database);
  if (!(await isSweepDue(database, now))) return;
  const [stored, policy, recognition] = await Promise.all([
    readStored(),
    readPolicy(),
    // Retention keeps its promise with a damaged package too; before any form it needs no dictionary.
    hasForms(database).then((has) => (has ? loadRecognition().catch(() => undefined) : undefined)),
  ]);
  const settings = settingsOf(stored);
  const keys = await loadKeys(database, now);
  const masks = await Promise.all(
    keys.values.map(async ({ generation, key }) => [generation, await pictureMask(key)] as const),
  );
  await remaskPictures(database, keys.values[0].generation, new Map(masks));
  const retentionDays = retentionDaysOf(settings, policy);
  await sweep(database, { now, retentionDays, settings, concepts: recognition?.concepts });
  await noteSwept(database, now);
}

async function hasForms({ forms, submissions }: Database): Promise<boolean> {
  const counts = await Promise.all([forms.limit(1).count(), submissions.limit(1).count()]);
  return counts.some((count) => count > 0);
}
