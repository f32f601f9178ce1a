/**
 * Quartiles from one-hot bins: within the bin in which a quartile falls values are taken as evenly
 * spread; the last, open bin is taken to be as wide as all before it. Rounded to whole units from 10
 * on and to halves below: bins tell no more.
 */
export function quartilesOfBins(
  counts: readonly number[],
  edges: readonly number[],
): { readonly low: number; readonly mid: number; readonly high: number } {
  const total = counts.reduce((all, count) => all + count, 0);
  const at = (share: number) => {
    let before = 0;
    for (const [bin, count] of counts.entries()) {
      if (count > 0 && before + count >= share * total) {
        const from = bin === 0 ? 0 : (edges[bin - 1] as number);
        const to = edges[bin] ?? 2 * from;
        const value = from + ((share * total - before) / count) * (to - from);
        return value < 10 ? Math.round(value * 2) / 2 : Math.round(value);
      }
      before += count;
    }
    return 0;
  };
  return { low: at(0.25), mid: at(0.5), high: at(0.75) };
}
