/** 97.5 % quantile of the normal distribution: bounds of 95 %. */
const Z = 1.959963984540054;

export interface Share {
  readonly hits: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A share with its 95 % Wilson interval; of nothing, from 0 to 1. */
export function shareOf(hits: number, n: number): Share {
  if (n <= 0) return { hits, n, share: Number.NaN, low: 0, high: 1 };
  const share = hits / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const spread =
    (Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  return { hits, n, share, low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}

/**
 * Cohen's κ of two observers over the same cases: the agreement beyond what chance gives. 1 where both
 * always say the same; `undefined` where chance alone would agree in everything.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | undefined {
  const n = pairs.length;
  if (n === 0) return undefined;
  const agreed = pairs.filter(([one, other]) => one === other).length / n;
  const codes = new Set(pairs.flat());
  let chance = 0;
  for (const code of codes) {
    const first = pairs.filter(([one]) => one === code).length / n;
    const second = pairs.filter(([, other]) => other === code).length / n;
    chance += first * second;
  }
  return chance === 1 ? undefined : (agreed - chance) / (1 - chance);
}

/** The middle of numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
