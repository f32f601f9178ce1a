import type { Database } from '../../utils/storage/database';
import { judgeUnjudged } from '../../utils/storage/judge-submissions';
import { loadRecognition } from './load-recognition';

/**
 * Judges what waits for judgement, be it from an earlier worker's time. With a damaged package it
 * waits on: a judgement without the dictionary would stand for ever.
 */
export async function judgePending(database: Database): Promise<void> {
  const recognition = await loadRecognition().catch(() => undefined);
  if (recognition !== undefined) await judgeUnjudged(database, recognition.concepts);
}
