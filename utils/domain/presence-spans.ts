import type { Span } from './observation';

/** The same moments as sorted spans that neither overlap nor touch; empty ones are left out. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What lies in both; each side sorted and disjoint, as {@link union} gives it. */
export function intersection(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as Span;
    const right = b[j] as Span;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (to > from) common.push({ from, to });
    if (left.to < right.to) i++;
    else j++;
  }
  return common;
}

/** What of the first does not lie in the second; each side sorted and disjoint. */
export function difference(a: readonly Span[], b: readonly Span[]): Span[] {
  const rest: Span[] = [];
  for (const { from, to } of a) {
    let at = from;
    for (const cut of b) {
      if (cut.to <= at) continue;
      if (cut.from >= to) break;
      if (cut.from > at) rest.push({ from: at, to: cut.from });
      at = Math.max(at, cut.to);
    }
    if (at < to) rest.push({ from: at, to });
  }
  return rest;
}

/** The part of each span within [from, to]. */
export function within(spans: readonly Span[], from: number, to: number): Span[] {
  return spans.flatMap((span) => {
    const start = Math.max(span.from, from);
    const end = Math.min(span.to, to);
    return end > start ? [{ from: start, to: end }] : [];
  });
}

/** Sum of the lengths, ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
