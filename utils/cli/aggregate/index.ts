/**
 * Adds up contributions, sum files or facts on the command line, by the rules of the unit page.
 *
 * `npm run aggregate -- [--out FOLDER] PATH…`
 *
 * Paths are files or folders: the collection file; contributions (.json, or many in one .ndjson); sum
 * files; or Parquet files of facts. With `--out` the sum files, the key-holder's batches and the
 * canonical tables are written there, else the table goes to standard output. Progress and messages go
 * to standard error. Ends with 1 where something is wrong, and writes nothing then.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionId } from '../../domain/contribution/collection';
import { PLAIN_FILES } from '../../domain/contribution/release';
import { sumText } from '../../domain/contribution/sum-file';
import { type Aggregate, aggregate } from './aggregate';
import { progressLine } from './progress-line';
import { tableHash } from './sum-table';

const USAGE = 'npm run aggregate -- [--out FOLDER] PATH…';

function readWords(words: readonly string[]): { readonly out?: string; readonly paths: string[] } {
  const paths: string[] = [];
  let out: string | undefined;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--out') {
      out = rest.shift();
      if (out === undefined) throw new Error(`--out needs a folder. ${USAGE}`);
    } else if (word.startsWith('--')) throw new Error(`Unknown option ${word}. ${USAGE}`);
    else paths.push(word);
  }
  if (paths.length === 0) throw new Error(`Nothing was given to add up. ${USAGE}`);
  return { paths, ...(out === undefined ? {} : { out }) };
}

async function write(done: Aggregate, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { code } = done.collection;
  for (const sum of done.sums) {
    const half = sum.half === 'whole' ? '' : `-${sum.half}`;
    writeFileSync(join(folder, `sum-${code}-${sum.week}${half}.json`), sumText(sum));
  }
  for (const [week, seals] of done.seals) {
    // Loaded where there is something sealed: it brings the cryptography with it.
    const { sealedBatchText } = await import('../../domain/contribution/key-holder');
    const collection = collectionId(done.collection);
    writeFileSync(
      join(folder, `sealed-${code}-${week}.txt`),
      sealedBatchText({ collection, week }, seals),
    );
  }
  for (const [half, table] of done.tables) {
    writeFileSync(join(folder, `sums-${half}.tsv`), table);
  }
}

try {
  const { out, paths } = readWords(process.argv.slice(2));
  const progress = progressLine(process.stderr);
  const done = await aggregate(paths, progress.show);
  progress.end();
  console.error(`${done.counted} contributions counted`);
  for (const [reason, count] of done.refused) console.error(`${count} refused: ${reason}`);
  for (const week of done.tooFew) {
    console.error(
      `${week}: fewer than ${PLAIN_FILES} contributions, so its sums are not given out`,
    );
  }
  for (const [half, table] of done.tables) console.error(`${tableHash(table)}  sums-${half}.tsv`);
  if (out !== undefined) await write(done, out);
  else for (const table of done.tables.values()) process.stdout.write(table);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
