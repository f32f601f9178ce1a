/** Seeded chance (mulberry32), so that a corpus page is the same in every run. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** 0 ≤ n < limit. */
  below(limit: number): number;
  /** True with this probability. */
  odds(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items in a random order, without repetition. */
  some<T>(items: readonly T[], count: number): T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    odds: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    some: (items, count) => {
      const rest = [...items];
      const picked = [];
      while (picked.length < count && rest.length > 0)
        picked.push(...rest.splice(below(rest.length), 1));
      return picked;
    },
  };
}
