import type { Database } from '../../utils/storage/database';
import { judgeUnjudged } from '../../utils/storage/judge-submissions';
import { readUnjudged } from '../../utils/storage/submissions';
import { loadRecognition } from './load-recognition';

/**
 * Judges what waits for judgement, be it from an earlier worker's time. With a damaged package it
 * waits on: a judgement without the dictionary would stand for ever. Where nothing waits the dictionary
 * is not read: a worker wakes often, and for times alone it needs none.
 */
export async function judgePending(database: Database): Promise<void> {
  if ((await readUnjudged(database)).length === 0) return;
  const recognition = await loadRecognition().catch(() => undefined);
  if (recognition !== undefined) await judgeUnjudged(database, recognition.concepts);
}
