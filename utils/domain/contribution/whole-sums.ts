import { combineHalves, mergeSums, type SumFile, type SumMismatch } from './sum-file';

type Found =
  | { readonly value: readonly SumFile[] }
  | { readonly mismatch: SumMismatch; readonly week: string };

/**
 * Sum files of one week and half added up, each still what it was: halves stay unopened on their way
 * upward. In the order of weeks.
 */
export function mergedSums(files: readonly SumFile[]): Found {
  const merged: SumFile[] = [];
  for (const week of [...new Set(files.map((file) => file.week))].sort()) {
    for (const half of ['office', 'holder', 'whole'] as const) {
      const [first, ...others] = files.filter((file) => file.week === week && file.half === half);
      if (first === undefined) continue;
      const sum = mergeSums([first, ...others]);
      if ('mismatch' in sum) return { mismatch: sum.mismatch, week };
      merged.push(sum.value);
    }
  }
  return { value: merged };
}

/** The totals of each week from whatever sum files there are, in the order of weeks. */
export function wholeSums(files: readonly SumFile[]): Found {
  const merged = mergedSums(files);
  if ('mismatch' in merged) return merged;
  const totals: SumFile[] = [];
  for (const week of new Set(merged.value.map((file) => file.week))) {
    const of = (half: SumFile['half']) =>
      merged.value.find((file) => file.week === week && file.half === half);
    const [office, holder, whole] = [of('office'), of('holder'), of('whole')];
    if ((office === undefined) !== (holder === undefined)) return { mismatch: 'half', week };
    const parts = whole === undefined ? [] : [whole];
    if (office !== undefined && holder !== undefined) {
      const combined = combineHalves(office, holder);
      if ('mismatch' in combined) return { mismatch: combined.mismatch, week };
      parts.push(combined.value);
    }
    const total = mergeSums(parts as [SumFile, ...SumFile[]]);
    if ('mismatch' in total) return { mismatch: total.mismatch, week };
    totals.push(total.value);
  }
  return { value: totals };
}
