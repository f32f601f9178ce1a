/** 97.5 % quantile of the normal distribution: bounds of 95 %. */
const Z = 1.959963984540054;

/**
 * Lower bound of the 95 % Wilson interval of a share: the share that `hits` of `n` prove at least.
 * 0 of nothing. (Wilson 1927; without correction for continuity.)
 */
export function wilsonLowerBound(hits: number, n: number): number {
  if (n <= 0) return 0;
  const share = hits / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return Math.max(0, (share + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n));
}
