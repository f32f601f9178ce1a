/**
 * Ledger of releases: a collection-week is a closed batch, released once. A re-run over the same
 * contributors gives the same release; over others it is refused unless at least k contributors differ,
 * or two releases would tell what one person handed in. There is no third: A, B and A with B and one
 * person more differ by many from each other, and yet tell that person's figures. A week is released by
 * itself or in a block of four, never both.
 */

export interface LedgerLine {
  readonly collection: string;
  /** One week, or the four of a block. */
  readonly weeks: readonly string[];
  /** Hash of the batches that went into it. */
  readonly batch: string;
  /** One mark per contribution, in order; empty for sums merged from sum files. */
  readonly marks: readonly string[];
  /** Hash of the released table. */
  readonly release: string;
}

/** `again`: the very same was released before. */
export type LedgerAnswer = 'first' | 'again' | 'too-alike' | 'other-weeks';

export function mayRelease(
  ledger: readonly LedgerLine[],
  wanted: Pick<LedgerLine, 'collection' | 'weeks' | 'batch' | 'marks'>,
  k: number,
): LedgerAnswer {
  let answer: LedgerAnswer = 'first';
  const others = new Set<string>();
  for (const line of ledger) {
    if (line.collection !== wanted.collection) continue;
    if (!line.weeks.some((week) => wanted.weeks.includes(week))) continue;
    if (line.weeks.join() !== wanted.weeks.join()) return 'other-weeks';
    if (line.batch === wanted.batch) answer = 'again';
    else if (differing(line.marks, wanted.marks) < k) return 'too-alike';
    else others.add(line.batch);
  }
  return answer === 'first' && others.size > 1 ? 'too-alike' : answer;
}

/** Contributors that are in one of the two alone. Unknown contributors count as the same. */
function differing(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [left, right] = [new Set(a), new Set(b)];
  let count = 0;
  for (const mark of left) if (!right.has(mark)) count += 1;
  for (const mark of right) if (!left.has(mark)) count += 1;
  return count;
}
