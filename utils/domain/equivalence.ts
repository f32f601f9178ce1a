/** Two fields that were learned to ask for the same thing. */
export interface Equivalence {
  /** Tokens of the fields: a concept key, or `?` and a label's digest; in order. */
  readonly tokens: readonly [string, string];
  /** Distinct values that were seen under both. */
  readonly shared: number;
  /** Shared ÷ the smaller number of distinct values, 0…1. */
  readonly overlap: number;
  /** Log-likelihood ratio of their meeting. */
  readonly likelihood: number;
}

/** Tells whether two field tokens ask for the same thing: the same token, or a learned link. */
export function equivalent(
  equivalences: readonly Equivalence[],
): (a: string, b: string) => boolean {
  const linked = new Map<string, Set<string>>();
  for (const { tokens } of equivalences) {
    for (const [from, to] of [tokens, [tokens[1], tokens[0]]] as const) {
      const known = linked.get(from);
      if (known === undefined) linked.set(from, new Set([to]));
      else known.add(to);
    }
  }
  return (a, b) => a === b || linked.get(a)?.has(b) === true;
}
