/** Two unknown labels that were learned to ask for the same thing. */
export interface Equivalence {
  /** Label digests, in order. */
  readonly labels: readonly [string, string];
  /** Distinct values that were seen under both. */
  readonly shared: number;
}
