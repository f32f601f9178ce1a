/**
 * The key-holder's part (密钥保管方): the sealed halves of a batch in, one sum file out. Each half is
 * opened, stretched and added; none of them is ever given back. Floor and batch are enforced here once
 * more, so that the office cannot ask for the sum of a few, or twice with one person's difference.
 */

import { batchHash, markOf } from './batch';
import { type Collection, collectionId } from './collection';
import { layoutOf } from './layout';
import { openSeal } from './seal';
import { shareOfSeed } from './shares';
import type { SumFile } from './sum-file';

const SEALED_BATCH_SCHEMA = 'qingzhuang/sealed-batch/1';

export interface SealedBatch {
  readonly collection: string;
  readonly week: string;
  readonly contributions: readonly {
    readonly token: string;
    readonly rev: number;
    readonly seal: string;
  }[];
}

export type SealedBatchRefusal =
  | 'malformed'
  | 'foreign'
  | 'too-few'
  | 'over-headcount'
  | 'cannot-open';

/** What the office hands to the key-holder: a heading and one line per contribution, in order. */
export function sealedBatchText(
  { collection, week }: Pick<SumFile, 'collection' | 'week'>,
  seals: readonly string[],
): string {
  const head = JSON.stringify({ schema: SEALED_BATCH_SCHEMA, collection, week, n: seals.length });
  return `${[head, ...seals].join('\n')}\n`;
}

export function parseSealedBatch(
  text: string,
  collection: Collection,
): { readonly value: SealedBatch } | { readonly refused: SealedBatchRefusal } {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { refused: 'malformed' };
  const id = collectionId(collection);
  const head =
    /^\{"schema":"qingzhuang\/sealed-batch\/1","collection":"([\w.-]{1,60})","week":"(\d{4}-W\d\d)","n":(\d{1,9})\}$/.exec(
      lines.shift() ?? '',
    );
  if (head === null || Number(head[3]) !== lines.length) return { refused: 'malformed' };
  const week = head[2] as string;
  if (head[1] !== id || !collection.weeks.includes(week)) return { refused: 'foreign' };
  const contributions: { token: string; rev: number; seal: string }[] = [];
  let before = '';
  for (const line of lines) {
    const found = /^([0-9a-f]{32}) ([1-9]) ([A-Za-z0-9+/]{151}=)$/.exec(line);
    // In order and each token once: a token twice would weigh one person twice.
    if (found === null || (found[1] as string) <= before) return { refused: 'malformed' };
    before = found[1] as string;
    contributions.push({ token: before, rev: Number(found[2]), seal: found[3] as string });
  }
  if (contributions.length < collection.rules.k) return { refused: 'too-few' };
  if (contributions.length > collection.rules.headcount) return { refused: 'over-headcount' };
  return { value: { collection: id, week, contributions } };
}

/** What the key-holder's ledger compares. */
export function batchOf({ contributions }: SealedBatch): {
  readonly batch: string;
  readonly marks: readonly string[];
} {
  return {
    batch: batchHash(contributions),
    marks: contributions.map(({ token }) => markOf(token)),
  };
}

/**
 * The key-holder's half of the sums. A half that does not open is left out and named by its token, so
 * that the office leaves out the same: both sums must be over the same contributions.
 *
 * @param onOpened called after each with how many are done
 */
export async function openBatch(
  collection: Collection,
  batch: SealedBatch,
  privateKey: CryptoKey,
  onOpened: (done: number) => void = () => {},
): Promise<{ readonly sum: SumFile } | { readonly refused: 'cannot-open' | 'too-few' }> {
  const { length } = layoutOf(collection).entries;
  const sums = new BigUint64Array(length);
  const leftOut: string[] = [];
  for (const [index, { token, rev, seal }] of batch.contributions.entries()) {
    const heading = { collection: batch.collection, week: batch.week, token, rev };
    const seed = await openSeal(heading, seal, privateKey);
    if (seed === undefined) leftOut.push(token);
    else {
      const share = await shareOfSeed(seed, length);
      for (let at = 0; at < length; at += 1)
        sums[at] = (sums[at] as bigint) + (share[at] as bigint);
    }
    onOpened(index + 1);
  }
  const opened = batch.contributions.filter(({ token }) => !leftOut.includes(token));
  if (opened.length === 0) return { refused: 'cannot-open' };
  if (opened.length < collection.rules.k) return { refused: 'too-few' };
  return {
    sum: {
      collection: batch.collection,
      week: batch.week,
      half: 'holder',
      n: opened.length,
      batches: [{ hash: batchHash(opened), n: opened.length }],
      sums: [...sums],
      ...(leftOut.length === 0 ? {} : { leftOut }),
    },
  };
}
