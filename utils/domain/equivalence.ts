/**
 * Learned equivalence: two fields that the dictionary does not bring together ask for the same thing,
 * because the same values keep being entered in both.
 *
 * Learned only where ≥ 3 distinct values were seen under both, on ≥ 2 days, with an overlap ≥ 0.5
 * (shared ÷ the smaller number of distinct values) and a log-likelihood ratio ≥ 10.8 (p < 0.001 for
 * a meeting by chance), where each is the other's best, and both hold values that tell equally much.
 * The surest are taken first; then they vote: a link is refused where most fields already linked to
 * the one speak against the other, or where it would make one of two fields of one form. At least one
 * of the two is unknown to the dictionary: what that holds apart stays apart.
 */

import { fieldToken } from './form-signature';
import { ensure } from './grouping';
import type { Submission, SubmittedField } from './records';

const LEAST_SHARED = 3;
const LEAST_DAYS = 2;
const LEAST_OVERLAP = 0.5;
const LEAST_LIKELIHOOD = 10.8;

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

export interface LearningOptions {
  /** The local day of a moment. */
  readonly dayOf: (at: number) => string;
  /** Links that the person has split: never learned again. */
  readonly split?: readonly (readonly [string, string])[];
  /** Values that recur everywhere prove nothing. */
  readonly fixed?: ReadonlySet<string>;
}

/** Tells whether two field tokens ask for the same thing: the same token, or a learned link. */
export function equivalent(
  equivalences: readonly Equivalence[],
): (a: string, b: string) => boolean {
  const linked = linksOf(equivalences.map(({ tokens }) => tokens));
  return (a, b) => a === b || linked.get(a)?.has(b) === true;
}

/** What one field was seen to hold. */
interface Holding {
  readonly token: string;
  readonly values: Map<string, Set<string>>;
  readonly entropies: Map<SubmittedField['entropy'], number>;
}

/** Learns from accepted submissions; surest first. The order of the submissions does not matter. */
export function learnEquivalences(
  submissions: readonly Submission[],
  { dayOf, split = [], fixed = new Set() }: LearningOptions,
): readonly Equivalence[] {
  const holdings = new Map<string, Holding>();
  const together = new Map<string, Set<string>>();
  for (const { outcome, fields, at } of submissions) {
    if (outcome !== 'accepted') continue;
    const day = dayOf(at);
    const tokens = new Set(fields.map(fieldToken));
    for (const token of tokens) for (const other of tokens) link(together, token, other);
    for (const field of fields) {
      const { anyDigest, entropy } = field;
      if (anyDigest === undefined || entropy === 'low' || fixed.has(anyDigest)) continue;
      note(holdings, fieldToken(field), anyDigest, entropy, day);
    }
  }
  const forbidden = linksOf(split);
  const candidates = candidatesAmong(holdings).filter(
    ({ tokens: [a, b] }) => together.get(a)?.has(b) !== true && forbidden.get(a)?.has(b) !== true,
  );
  return vote(mutualBest(candidates), holdings, together);
}

function note(
  holdings: Map<string, Holding>,
  token: string,
  value: string,
  entropy: SubmittedField['entropy'],
  day: string,
): void {
  const holding = ensure(holdings, token, () => ({
    token,
    values: new Map(),
    entropies: new Map(),
  }));
  link(holding.values, value, day);
  holding.entropies.set(entropy, (holding.entropies.get(entropy) ?? 0) + 1);
}

function candidatesAmong(holdings: ReadonlyMap<string, Holding>): readonly Equivalence[] {
  const byValue = new Map<string, Set<string>>();
  for (const { token, values } of holdings.values()) {
    for (const value of values.keys()) link(byValue, value, token);
  }
  const pairs = new Map<string, readonly [string, string]>();
  for (const tokens of byValue.values()) {
    const sorted = [...tokens].sort();
    for (const [index, a] of sorted.entries()) {
      for (const b of sorted.slice(index + 1)) {
        if (isUnknown(a) || isUnknown(b)) pairs.set(`${a} ${b}`, [a, b]);
      }
    }
  }
  const total = byValue.size;
  return [...pairs.values()].flatMap(([a, b]) => {
    const left = holdings.get(a);
    const right = holdings.get(b);
    if (left === undefined || right === undefined) return [];
    const found = compare(left, right, total);
    return found === undefined ? [] : [found];
  });
}

function compare(a: Holding, b: Holding, total: number): Equivalence | undefined {
  if (usualEntropy(a) !== usualEntropy(b)) return undefined;
  const shared = [...a.values.keys()].filter((value) => b.values.has(value));
  if (shared.length < LEAST_SHARED) return undefined;
  // Days on which a value was seen under both or first under one and then under the other.
  const days = new Set(
    shared.flatMap((value) => [...(a.values.get(value) ?? []), ...(b.values.get(value) ?? [])]),
  );
  if (days.size < LEAST_DAYS) return undefined;
  const overlap = shared.length / Math.min(a.values.size, b.values.size);
  const likelihood = logLikelihoodRatio(
    shared.length,
    a.values.size - shared.length,
    b.values.size - shared.length,
    total - a.values.size - b.values.size + shared.length,
  );
  if (overlap < LEAST_OVERLAP || likelihood < LEAST_LIKELIHOOD) return undefined;
  return { tokens: [a.token, b.token], shared: shared.length, overlap, likelihood };
}

/**
 * Dunning's log-likelihood ratio G² of a 2 × 2 table: how much likelier the counts are if the two
 * depend on each other. 0 where they meet no more often than by chance.
 */
export function logLikelihoodRatio(
  both: number,
  onlyA: number,
  onlyB: number,
  none: number,
): number {
  const entropy = (...counts: number[]) => {
    const sum = counts.reduce((total, count) => total + count, 0);
    return counts.reduce(
      (total, count) => (count > 0 ? total + count * Math.log(count / sum) : total),
      0,
    );
  };
  const independent = entropy(both + onlyA, onlyB + none) + entropy(both + onlyB, onlyA + none);
  const ratio = 2 * (entropy(both, onlyA, onlyB, none) - independent);
  const expected = ((both + onlyA) * (both + onlyB)) / (both + onlyA + onlyB + none);
  return both > expected ? Math.max(0, ratio) : 0;
}

function mutualBest(candidates: readonly Equivalence[]): readonly Equivalence[] {
  const best = new Map<string, Equivalence>();
  for (const candidate of candidates) {
    for (const token of candidate.tokens) {
      const known = best.get(token);
      if (known === undefined || surestFirst(candidate, known) < 0) best.set(token, candidate);
    }
  }
  return candidates.filter((one) => one.tokens.every((token) => best.get(token) === one));
}

function surestFirst(a: Equivalence, b: Equivalence): number {
  return (
    b.likelihood - a.likelihood ||
    b.shared - a.shared ||
    (a.tokens.join(' ') < b.tokens.join(' ') ? -1 : 1)
  );
}

function vote(
  candidates: readonly Equivalence[],
  holdings: ReadonlyMap<string, Holding>,
  together: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Equivalence[] {
  const classes = new Map<string, ReadonlySet<string>>();
  const classOf = (token: string) => classes.get(token) ?? new Set([token]);
  const learned: Equivalence[] = [];
  for (const candidate of [...candidates].sort(surestFirst)) {
    const [a, b] = candidate.tokens;
    let votes = 0;
    let impossible = false;
    for (const left of classOf(a)) {
      for (const right of classOf(b)) {
        if (together.get(left)?.has(right) === true) impossible = true;
        votes += opinion(holdings.get(left), holdings.get(right));
      }
    }
    if (impossible || votes <= 0) continue;
    learned.push(candidate);
    const joined = new Set([...classOf(a), ...classOf(b)]);
    for (const token of joined) classes.set(token, joined);
  }
  return learned;
}

/** 1 for the same thing, −1 against it, 0 where too little is known. */
function opinion(a: Holding | undefined, b: Holding | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const smaller = Math.min(a.values.size, b.values.size);
  if (smaller < LEAST_SHARED) return 0;
  const shared = [...a.values.keys()].filter((value) => b.values.has(value)).length;
  return shared / smaller >= LEAST_OVERLAP ? 1 : -1;
}

function usualEntropy({ entropies }: Holding): SubmittedField['entropy'] {
  return (entropies.get('high') ?? 0) > (entropies.get('medium') ?? 0) ? 'high' : 'medium';
}

function isUnknown(token: string): boolean {
  return token.startsWith('?');
}

function linksOf(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    link(links, a, b);
    link(links, b, a);
  }
  return links;
}

function link(links: Map<string, Set<string>>, from: string, to: string): void {
  ensure(links, from, () => new Set()).add(to);
}
