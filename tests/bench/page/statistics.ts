/** The median of the differences in pairs, with its 95 % interval. */
export interface MedianOfPairs {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The median of `one − other`. The interval is that of the sign test: it supposes nothing of how the
 * differences spread, and with fewer than six pairs it is their whole range.
 *
 * @returns nothing where no pair is complete
 */
export function medianOfPairs(
  pairs: readonly (readonly [number | undefined, number | undefined])[],
): MedianOfPairs | undefined {
  const differences = pairs
    .flatMap(([one, other]) => (one === undefined || other === undefined ? [] : [one - other]))
    .sort((one, other) => one - other);
  const { length } = differences;
  if (length === 0) return undefined;
  const rank = Math.max(0, Math.floor((length - 1.96 * Math.sqrt(length)) / 2));
  return {
    median: median(differences),
    from: differences[rank] as number,
    to: differences[length - 1 - rank] as number,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
