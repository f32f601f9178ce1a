import { combineHalves, mergeSums, type SumFile, type SumMismatch } from './sum-file';

/**
 * The totals of each week from whatever sum files there are: halves of one side are merged first,
 * unopened, then the two sides combined; whole sums are merged. In the order of weeks.
 */
export function wholeSums(
  files: readonly SumFile[],
):
  | { readonly value: readonly SumFile[] }
  | { readonly mismatch: SumMismatch; readonly week: string } {
  const totals: SumFile[] = [];
  for (const week of [...new Set(files.map((file) => file.week))].sort()) {
    const merged = new Map<SumFile['half'], SumFile>();
    for (const half of ['office', 'holder', 'whole'] as const) {
      const [first, ...others] = files.filter((file) => file.week === week && file.half === half);
      if (first === undefined) continue;
      const sum = mergeSums([first, ...others]);
      if ('mismatch' in sum) return { mismatch: sum.mismatch, week };
      merged.set(half, sum.value);
    }
    const [office, holder, whole] = [
      merged.get('office'),
      merged.get('holder'),
      merged.get('whole'),
    ];
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
