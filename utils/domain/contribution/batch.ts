/**
 * A batch: the contributions of one collection and week, added up as they come. Only sums are kept,
 * and of each token which revision counted; nobody's figures.
 *
 * Of several files with one token the highest revision counts. The same bytes again are *replayed*; an
 * older revision is *superseded*; different contents under one token and revision are a *conflict*, of
 * which none counts (a file with a higher revision settles it). The order of the files changes nothing:
 * where a file that was already added must be taken out again, the files are read a second time.
 */

import { type Collection, textHash } from './collection';
import {
  type ContributionReader,
  type Expected,
  expectedOf,
  type ReadContribution,
  type Refusal,
  readerOf,
} from './read-contribution';
import type { SumFile } from './sum-file';

interface Seen {
  /** The contents that were added in the first reading: its revision and check. */
  readonly addedRev: number;
  readonly addedCheck: number;
  rev: number;
  check: number;
  conflict: boolean;
  seal?: string | undefined;
  takenOut: boolean;
  putIn: boolean;
}

export interface ClosedBatch {
  readonly sum: SumFile;
  /** Files refused, by reason. */
  readonly refused: ReadonlyMap<Refusal, number>;
  /** What the ledger keeps to tell how many contributors differ. */
  readonly marks: readonly string[];
  /** Sealed mode: what goes to the key-holder, one line per contribution. */
  readonly seals: readonly string[];
}

/** What adding up leaves behind, before the batch has a name. */
export interface Added {
  readonly tokens: readonly { readonly token: string; readonly rev: number }[];
  readonly sums: readonly bigint[];
  readonly refused: ReadonlyMap<Refusal, number>;
  readonly seals: readonly string[];
}

interface Adding<Closed> {
  readonly reader: ContributionReader;
  readonly counted: number;
  /** The first reading of a file. */
  add(bytes: Uint8Array, from?: number, to?: number): Refusal | undefined;
  /** For a file of which nothing can be read at all. */
  refuse(reason: Refusal): void;
  /** Some files must be read a second time before the batch is closed. */
  readonly needsSecondReading: boolean;
  /** The second reading of a file; in any order. */
  addAgain(bytes: Uint8Array, from?: number, to?: number): void;
  close(): Closed;
}

export type Batch = Adding<ClosedBatch>;

/** @param leftOut tokens whose sealed half the key-holder could not open */
export function createBatch(
  collection: Collection,
  week: string,
  leftOut: ReadonlySet<string> = new Set(),
): Batch {
  const expected = expectedOf(collection, week);
  const adding = addUp(expected, leftOut);
  const { close } = adding;
  return Object.assign(adding, { close: () => closedBatch(expected, close()) });
}

/** The batch of what was added up. */
export function closedBatch(
  { collection, week, sealed }: Expected,
  { tokens, sums, refused, seals }: Added,
): ClosedBatch {
  const n = tokens.length;
  return {
    sum: {
      collection,
      week,
      half: sealed ? 'office' : 'whole',
      n,
      batches: [{ hash: batchHash(tokens), n }],
      sums,
    },
    refused,
    marks: tokens.map(({ token }) => markOf(token)),
    seals,
  };
}

/** Adding up by itself, for a worker that knows no more of the collection than it must. */
export function addUp(expected: Expected, leftOut: ReadonlySet<string>): Adding<Added> {
  const reader = readerOf(expected);
  const limbs = expected.sealed ? 2 : 1;
  // Each limb is below 2³², so that two million additions stay exact before they are carried over.
  const sums = new Float64Array(reader.layout.entries.length * limbs);
  const carried = new BigUint64Array(reader.layout.entries.length);
  const seen = new Map<string, Seen>();
  const refused = new Map<Refusal, number>();
  const unsettled = new Set<string>();
  let added = 0;
  let counted = 0;

  const refuse = (reason: Refusal) => {
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
    return reason;
  };
  const carry = () => {
    for (let entry = 0; entry < carried.length; entry += 1) {
      const low = BigInt(sums[entry * limbs] as number);
      const high = limbs === 2 ? BigInt(sums[entry * 2 + 1] as number) << 32n : 0n;
      carried[entry] = (carried[entry] as bigint) + low + high;
    }
    sums.fill(0);
    added = 0;
  };
  const addVector = (vector: Uint32Array, sign: 1 | -1) => {
    if (sign === 1)
      for (let at = 0; at < sums.length; at += 1)
        sums[at] = (sums[at] as number) + (vector[at] as number);
    else
      for (let at = 0; at < sums.length; at += 1)
        sums[at] = (sums[at] as number) - (vector[at] as number);
    added += 1;
    if (added === 2_000_000) carry();
  };

  const note = (found: ReadContribution): Refusal | undefined => {
    const { token, rev, vector, check, seal } = found;
    const known = seen.get(token);
    if (known === undefined) {
      seen.set(token, {
        addedRev: rev,
        addedCheck: check,
        rev,
        check,
        conflict: false,
        takenOut: false,
        putIn: false,
        ...(seal === undefined ? {} : { seal }),
      });
      addVector(vector, 1);
      counted += 1;
      return undefined;
    }
    if (rev < known.rev) return refuse('superseded');
    if (rev > known.rev) {
      // The file that counted until now is the one that is superseded (or was in conflict).
      if (known.conflict) counted += 1;
      else refuse('superseded');
      Object.assign(known, { rev, check, seal, conflict: false });
      unsettled.add(token);
      return undefined;
    }
    if (check === known.check) return refuse(known.conflict ? 'conflict' : 'replayed');
    if (!known.conflict) {
      known.conflict = true;
      unsettled.add(token);
      counted -= 1;
      refuse('conflict');
    }
    return refuse('conflict');
  };

  return {
    reader,
    get counted() {
      return counted;
    },
    add(bytes, from, to) {
      const found = reader.read(bytes, from, to);
      if (typeof found === 'string') return refuse(found);
      return leftOut.has(found.token) ? refuse('cannot-open') : note(found);
    },
    refuse,
    get needsSecondReading() {
      return unsettled.size > 0;
    },
    addAgain(bytes, from, to) {
      const found = reader.read(bytes, from, to);
      if (typeof found === 'string' || !unsettled.has(found.token)) return;
      const known = seen.get(found.token) as Seen;
      const { check } = found;
      if (!known.takenOut && found.rev === known.addedRev && check === known.addedCheck) {
        addVector(found.vector, -1);
        known.takenOut = true;
      }
      if (!known.putIn && !known.conflict && found.rev === known.rev && check === known.check) {
        addVector(found.vector, 1);
        known.putIn = true;
      }
    },
    close() {
      for (const token of unsettled) {
        const known = seen.get(token) as Seen;
        if (!known.takenOut || !(known.putIn || known.conflict))
          throw new Error('batch closed before its second reading');
      }
      carry();
      const kept = [...seen].filter(([, { conflict }]) => !conflict);
      kept.sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        tokens: kept.map(([token, { rev }]) => ({ token, rev })),
        sums: [...carried],
        refused,
        seals: kept.flatMap(([token, { rev, seal }]) =>
          seal === undefined ? [] : [`${token} ${rev} ${seal}`],
        ),
      };
    },
  };
}

/** Stands for a set of contributions: SHA-256 over their tokens and revisions, in order. */
export function batchHash(
  contributions: readonly { readonly token: string; readonly rev: number }[],
): string {
  return textHash(
    contributions
      .map(({ token, rev }) => `${token} ${rev}\n`)
      .sort()
      .join(''),
  );
}

/** Stands for a contributor in the ledger: half of the token, which no file can be made from. */
export function markOf(token: string): string {
  return token.slice(0, 16);
}
