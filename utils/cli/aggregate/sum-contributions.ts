import { readFileSync } from 'node:fs';
import { type Batch, type ClosedBatch, createBatch } from '../../domain/contribution/batch';
import { type Collection, collectionId } from '../../domain/contribution/collection';
import { headText } from '../../domain/contribution/contribution';
import type { Input } from './find-inputs';
import { readLines } from './read-lines';

/** Behind the week come the token's key and value: enough of a file to tell its week. */
const WEEK_LENGTH = 8;

/**
 * Adds up contributions as the unit page does, by the same reader and the same rules, week by week.
 * Holds sums, and of each contribution its token: memory grows with people and weeks, not with the
 * size of the files. Files of which a later revision is found are read a second time.
 *
 * @param onBytes called with the number of bytes read since the last call
 * @returns closed batches by week, in order, of weeks in which a file was read
 */
export function sumContributions(
  collection: Collection,
  inputs: readonly Input[],
  onBytes: (bytes: number) => void = () => {},
): ReadonlyMap<string, ClosedBatch> {
  const batches = new Map<string, Batch>();
  const batchOf = (week: string) => {
    const batch = batches.get(week) ?? createBatch(collection, week);
    batches.set(week, batch);
    return batch;
  };
  const weeks = new Set(collection.weeks);
  const [firstWeek = ''] = collection.weeks;
  const weekAt = headText({ collection: collectionId(collection), week: '' }).indexOf(
    '","token":"',
  );
  // A file whose week cannot be told, or is not asked for, is refused by the first week's reader.
  const batchFor = (bytes: Uint8Array, from: number) => {
    let week = '';
    const at = from + weekAt + (bytes[from] === 0xef ? 3 : 0);
    for (let place = at; place < at + WEEK_LENGTH; place += 1)
      week += String.fromCharCode(bytes[place] ?? 0);
    return batchOf(weeks.has(week) ? week : firstWeek);
  };
  const { limit } = batchOf(firstWeek).reader;
  const readAll = (
    take: (batch: Batch, bytes: Uint8Array, from: number, to: number) => void,
    tooLarge: () => void,
  ) => {
    for (const { path, bytes } of inputs) {
      if (/\.json$/i.test(path)) {
        // Some white space around a contribution does no harm.
        if (bytes > 2 * limit) tooLarge();
        else {
          const file = readFileSync(path);
          take(batchFor(file, 0), file, 0, file.length);
        }
        onBytes(bytes);
      } else {
        const onLine = (line: Uint8Array, from: number, to: number) =>
          take(batchFor(line, from), line, from, to);
        readLines(path, limit, onLine, tooLarge, onBytes);
      }
    }
  };
  readAll(
    (batch, bytes, from, to) => batch.add(bytes, from, to),
    () => batchOf(firstWeek).refuse('too-large'),
  );
  if ([...batches.values()].some((batch) => batch.needsSecondReading)) {
    readAll(
      (batch, bytes, from, to) => batch.addAgain(bytes, from, to),
      () => {},
    );
  }
  return new Map(
    [...batches]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([week, batch]) => [week, batch.close()]),
  );
}
