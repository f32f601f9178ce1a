import type { Database } from '../../utils/storage/database';
import { judgeUnjudged } from '../../utils/storage/judge-submissions';
import { loadRecognition } from './load-recognition';

/** Judges what waits for judgement, be it from an earlier worker's time. */
export async function judgePending(database: Database): Promise<void> {
  const { concepts } = await loadRecognition();
  await judgeUnjudged(database, concepts);
}
