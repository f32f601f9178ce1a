/**
 * The statistics that an attacker would use, and nothing more: each returns a number that a test
 * compares with what chance alone would give.
 */

/** Pearson's χ² of byte counts against the uniform distribution; 255 degrees of freedom. */
export function byteChiSquare(bytes: Uint8Array): number {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Area under the ROC curve: how often a positive scores above a negative; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((one, other) => one.score - other.score);
  let rank = 0;
  let sum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const mean = (from + 1 + to) / 2;
    for (; from < to; from += 1) if (all[from]?.positive) sum += mean;
    rank = to;
  }
  const n = positives.length;
  return rank === 0 ? 0.5 : (sum - (n * (n + 1)) / 2) / (n * negatives.length);
}

/** Weights of a logistic regression (the first is the intercept), by plain gradient descent. */
export function trainLogistic(
  rows: readonly (readonly number[])[],
  positive: readonly boolean[],
  rounds = 200,
): readonly number[] {
  const size = (rows[0]?.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Array<number>(size).fill(0);
    rows.forEach((row, index) => {
      const miss = (positive[index] ? 1 : 0) - 1 / (1 + Math.exp(-logisticScore(weights, row)));
      slope[0] = (slope[0] ?? 0) + miss;
      row.forEach((value, at) => {
        slope[at + 1] = (slope[at + 1] ?? 0) + miss * value;
      });
    });
    for (let at = 0; at < size; at += 1) {
      weights[at] = (weights[at] ?? 0) + (2 * (slope[at] ?? 0)) / rows.length;
    }
  }
  return weights;
}

export function logisticScore(weights: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at + 1] ?? 0), weights[0] ?? 0);
}

/**
 * Share of rows of one week whose nearest row of another week (Euclidean) belongs to the same person;
 * the persons stand in the same order in both. Chance gives 1 / n.
 */
export function linkedShare(
  one: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
): number {
  const linked = one.filter((row, person) => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    other.forEach((candidate, index) => {
      const far = candidate.reduce((sum, value, at) => sum + (value - (row[at] ?? 0)) ** 2, 0);
      if (far < least) {
        least = far;
        best = index;
      }
    });
    return best === person;
  });
  return linked.length / one.length;
}
