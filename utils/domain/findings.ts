/**
 * Findings (疑似问题): evidence of a suspected burden, never a verdict.
 *
 * `{symptom, platform, rule id + version, norm, n, measure with bracket, first/last seen, grade A|B|C,
 * status suspected|observed|confirmed|rejected, exempt}`, by the table of rules, over the last 28 days.
 * The person confirms or rejects; a rejected finding does not come back for the same evidence: only
 * facts newer than the rejection count, and they must reach the threshold by themselves; what the same
 * look would show again (a stale date) stays rejected for good. Exempt ones (安保、应急, or a platform
 * that the person exempted) are counted only. A burden that was gone for 4 weeks after a report sheet
 * was handed in, and comes back, is marked 回潮.
 */

import { evidenceOf } from './evidence';
import type { FindingFact } from './finding-evidence';
import { FINDING_RULES, type FindingRule } from './finding-rules';
import { groupBy, sumOf } from './grouping';
import type { Finding, LedgerEntry } from './records';
import type { FindingView } from './summary';
import { DAY_MS } from './time-constants';
import { dayKeyAt } from './zone';

export const FINDING_WINDOW_MS = 28 * DAY_MS;
/** Gone for so long after a report sheet, a burden that is there again has come back. */
const GONE_MS = 28 * DAY_MS;

export interface FindingSources {
  /** End of the 28 days, epoch ms; facts at or after it are not looked at. */
  readonly at: number;
  readonly zone: string;
  /** Where the facts begin, epoch ms: nothing is concluded from silence before it. */
  readonly since: number;
  /** Facts of the 28 days; older ones only help to tell what came back. */
  readonly facts: readonly FindingFact[];
  /** What was found before, with what the person made of it. */
  readonly known: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  readonly isExempt: (platform: string) => boolean;
  readonly rules?: readonly FindingRule[];
}

export interface Findings {
  /** Those that stand, gravest first. */
  readonly findings: readonly FindingView[];
  readonly exempt: number;
  readonly rejected: number;
}

/** Stable across weeks: rule, platform, and what it is about. */
function findingId(rule: string, platform: string, about?: string): string {
  return about === undefined ? `${rule}:${platform}` : `${rule}:${platform}:${about}`;
}

export function evaluateFindings(sources: FindingSources): Findings {
  const known = new Map(sources.known.map((finding) => [finding.id, finding]));
  const byKind = groupBy(
    sources.facts.filter(({ at }) => at < sources.at),
    ({ kind }) => kind,
  );
  const findings: FindingView[] = [];
  let exempt = 0;
  let rejected = 0;
  for (const rule of sources.rules ?? FINDING_RULES) {
    const groups = groupBy(byKind.get(rule.evidence) ?? [], ({ platform, about }) =>
      findingId(rule.id, platform, about),
    );
    for (const [id, group] of groups) {
      const platform = (group[0] as FindingFact).platform;
      const recent = group.filter(({ at }) => at >= sources.at - FINDING_WINDOW_MS);
      if (!reaches(rule, recent, sources.zone)) continue;
      const counted = rule.exemptsEmergency ? recent.filter((one) => !one.exempt) : recent;
      const isEnough = counted.length === recent.length || reaches(rule, counted, sources.zone);
      if (sources.isExempt(platform) || !isEnough) {
        exempt += 1;
        continue;
      }
      const before = known.get(id);
      const standing = sinceRejection(rule, counted, before, sources.zone);
      if (standing === undefined) {
        rejected += 1;
        continue;
      }
      findings.push(view(rule, id, standing, before, recurred(id, rule, group, before, sources)));
    }
  }
  return { findings: findings.sort(gravestFirst), exempt, rejected };
}

function reaches(rule: FindingRule, facts: readonly FindingFact[], zone: string): boolean {
  if (sumOf(facts, ({ weight }) => weight) < rule.least) return false;
  if (rule.leastDays === 1) return facts.length > 0;
  const days = new Set<string>();
  return facts.some(({ at }) => days.add(dayKeyAt(at, zone)).size >= rule.leastDays);
}

/** The facts that count after what the person said; undefined where the finding stays rejected. */
function sinceRejection(
  rule: FindingRule,
  facts: readonly FindingFact[],
  known: Finding | undefined,
  zone: string,
): readonly FindingFact[] | undefined {
  if (known?.status !== 'rejected') return facts;
  if (facts.some(({ about }) => about !== undefined)) return undefined;
  const newer = facts.filter(({ at }) => at > (known.rejectedUpTo ?? known.lastAt));
  return reaches(rule, newer, zone) ? newer : undefined;
}

/** Whether the burden had gone for 4 weeks after a report sheet on it was handed in. */
function recurred(
  id: string,
  rule: FindingRule,
  facts: readonly FindingFact[],
  known: Finding | undefined,
  { ledger, at, since }: FindingSources,
): boolean {
  if (known?.recurred === true) return true;
  const [{ platform }] = facts as readonly [FindingFact];
  const sheets = ledger.filter(
    (entry) =>
      entry.at < at &&
      entry.platform === platform &&
      entry.findings.some((named) => named === id || named.startsWith(`${rule.id}:${platform}`)),
  );
  if (sheets.length === 0) return false;
  const start = Math.max(since, Math.min(...sheets.map((entry) => entry.at)));
  const seen = [...facts.map((one) => one.at), known?.lastAt ?? 0]
    .filter((moment) => moment >= start && moment < at)
    .sort((a, b) => a - b);
  return seen.some((moment, index) => moment - (seen[index - 1] ?? start) >= GONE_MS);
}

function view(
  rule: FindingRule,
  id: string,
  facts: readonly FindingFact[],
  known: Finding | undefined,
  hasRecurred: boolean,
): FindingView {
  const newest = facts.reduce((a, b) => (b.at > a.at ? b : a));
  const evidence = newest.evidence ?? evidenceOf(facts);
  const amount = sumOf(facts, ({ weight }) => weight);
  const keepsFirst = known !== undefined && known.status !== 'rejected';
  const firstAt = evidence.firstAt ?? newest.at;
  const pageClasses = new Set(facts.flatMap(({ pageClass }) => pageClass ?? []));
  return {
    id,
    rule: rule.id,
    ruleVersion: rule.version,
    platform: newest.platform,
    grade: rule.grade,
    status: known?.status === 'confirmed' ? 'confirmed' : rule.status,
    n: evidence.ids.length,
    firstAt: keepsFirst ? Math.min(known.firstAt, firstAt) : firstAt,
    lastAt: newest.at,
    exempt: false,
    symptom: rule.symptom,
    category: rule.category,
    ...(rule.norm === undefined ? {} : { norm: rule.norm }),
    byAnalogy: rule.byAnalogy,
    ours: rule.ours,
    measure: { low: amount, mid: amount, high: amount },
    unit: rule.unit,
    figures: newest.figures ?? {},
    pageClasses: [...pageClasses].sort(),
    evidence,
    recurred: hasRecurred,
  };
}

/** Confirmed before observed before suspected, then by grade and amount. */
function gravestFirst(a: FindingView, b: FindingView): number {
  const order = { confirmed: 0, observed: 1, suspected: 2, rejected: 3 } as const;
  return (
    order[a.status] - order[b.status] ||
    (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : 0) ||
    b.n - a.n ||
    (a.id < b.id ? -1 : 1)
  );
}
