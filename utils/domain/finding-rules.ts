/**
 * The rules that turn evidence into findings, as one table.
 *
 * Grade A: a norm forbids the mere presence and a proven event shows it. B: a threshold on own
 * observations. C: a text cue only. A threshold that no norm gives is this project's convention
 * (`ours`). A norm written for mobile apps is cited for a web page as 参照, never as 违反
 * (`byAnalogy`). A changed rule gets a higher version.
 */

import type { FindingView, OfficialCategory } from './summary';

/** Norms, by the keys of the table of norms. */
type NormKey =
  /** 中央网信委 2023-12 关于防治“指尖上的形式主义”的若干意见 */
  | 'opinion-2023'
  /** 中办国办 2024-08 整治形式主义为基层减负若干规定 */
  | 'rules-2024'
  /** 国办函〔2026〕12号 政务移动互联网应用程序规范化管理办法 */
  | 'measures-2026'
  /** 国办秘函〔2019〕19号 政府网站与政务新媒体检查指标 */
  | 'indicators-2019';

/** What of a platform a rule looks at. */
export type EvidenceKind =
  | 'check-in'
  | 'location'
  | 'popularity'
  | 'read-confirm'
  | 'ranking-text'
  | 'points-text'
  | 'quota-text'
  | 'forced-reading'
  | 'proof-material'
  | 'duplicate-submission'
  | 'reentered-fields'
  | 'unchanged-resubmission'
  | 'repeated-upload'
  | 'transfer'
  | 'sensitive-outside'
  | 'assessment-page'
  | 'zombie-home'
  | 'zombie-columns-short'
  | 'zombie-columns'
  | 'zombie-columns-blank'
  | 'zombie-unreachable'
  | 'zombie-use'
  | 'zombie-unused';

export interface FindingRule {
  readonly id: string;
  readonly version: number;
  readonly symptom: string;
  readonly category: OfficialCategory;
  readonly norm?: NormKey;
  readonly byAnalogy: boolean;
  readonly ours: boolean;
  readonly evidence: EvidenceKind;
  readonly unit: FindingView['unit'];
  /** Smallest sum of the evidence's weights within 28 days. */
  readonly least: number;
  /** Smallest number of different local days with evidence. */
  readonly leastDays: number;
  readonly grade: 'A' | 'B' | 'C';
  /** `observed` where proven events show it, `suspected` where it is a sign only. */
  readonly status: 'observed' | 'suspected';
  /** Security and emergency scenes (安保、应急) do not count. */
  readonly exemptsEmergency: boolean;
}

type Sketch = Omit<
  FindingRule,
  'version' | 'byAnalogy' | 'ours' | 'unit' | 'leastDays' | 'exemptsEmergency'
> &
  Partial<FindingRule>;

function rule(sketch: Sketch): FindingRule {
  return {
    version: 1,
    byAnalogy: sketch.norm === 'measures-2026' || sketch.norm === 'opinion-2023',
    ours: sketch.norm === undefined,
    unit: 'count',
    leastDays: 1,
    exemptsEmergency: false,
    ...sketch,
  };
}

export const FINDING_RULES: readonly FindingRule[] = [
  rule({
    id: 'check-in',
    symptom: 'check-in',
    category: 'forced-use',
    norm: 'measures-2026',
    evidence: 'check-in',
    least: 1,
    grade: 'A',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'location',
    symptom: 'location',
    category: 'excessive-traces',
    norm: 'measures-2026',
    ours: true,
    evidence: 'location',
    least: 3,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'popularity',
    symptom: 'like-share-vote',
    category: 'excessive-traces',
    norm: 'measures-2026',
    ours: true,
    evidence: 'popularity',
    least: 5,
    leastDays: 3,
    grade: 'B',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'read-confirm',
    symptom: 'read-confirm',
    category: 'excessive-traces',
    norm: 'opinion-2023',
    ours: true,
    evidence: 'read-confirm',
    least: 10,
    leastDays: 4,
    grade: 'B',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'forced-reading',
    symptom: 'forced-reading',
    category: 'excessive-traces',
    norm: 'measures-2026',
    ours: true,
    evidence: 'forced-reading',
    unit: 'ms',
    least: 60_000,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'proof-material',
    symptom: 'proof-material',
    category: 'excessive-traces',
    norm: 'opinion-2023',
    ours: true,
    evidence: 'proof-material',
    least: 3,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
    exemptsEmergency: true,
  }),
  rule({
    id: 'ranking-text',
    symptom: 'ranking',
    category: 'ranking-abuse',
    norm: 'measures-2026',
    evidence: 'ranking-text',
    least: 2,
    leastDays: 2,
    grade: 'C',
    status: 'suspected',
  }),
  rule({
    id: 'points-text',
    symptom: 'points',
    category: 'ranking-abuse',
    norm: 'measures-2026',
    evidence: 'points-text',
    least: 2,
    leastDays: 2,
    grade: 'C',
    status: 'suspected',
  }),
  rule({
    id: 'assessment-page',
    symptom: 'assessment',
    category: 'ranking-abuse',
    norm: 'measures-2026',
    evidence: 'assessment-page',
    least: 2,
    leastDays: 2,
    grade: 'C',
    status: 'suspected',
  }),
  rule({
    id: 'quota-text',
    symptom: 'quota',
    category: 'excessive-traces',
    norm: 'opinion-2023',
    evidence: 'quota-text',
    least: 2,
    leastDays: 2,
    grade: 'C',
    status: 'suspected',
    exemptsEmergency: true,
  }),
  rule({
    id: 'duplicate-submission',
    symptom: 'duplicate-entry',
    category: 'repeated-reporting',
    norm: 'rules-2024',
    evidence: 'duplicate-submission',
    least: 1,
    grade: 'A',
    status: 'observed',
  }),
  rule({
    id: 'reentered-fields',
    symptom: 'duplicate-entry',
    category: 'repeated-reporting',
    norm: 'opinion-2023',
    ours: true,
    evidence: 'reentered-fields',
    least: 20,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
  }),
  rule({
    id: 'unchanged-resubmission',
    symptom: 'unchanged-resubmission',
    category: 'repeated-reporting',
    evidence: 'unchanged-resubmission',
    least: 3,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
  }),
  rule({
    id: 'repeated-upload',
    symptom: 'repeated-upload',
    category: 'repeated-reporting',
    norm: 'rules-2024',
    evidence: 'repeated-upload',
    least: 2,
    grade: 'A',
    status: 'observed',
  }),
  rule({
    id: 'transfer',
    symptom: 'silo',
    category: 'repeated-reporting',
    evidence: 'transfer',
    least: 3,
    leastDays: 2,
    grade: 'B',
    status: 'observed',
  }),
  rule({
    id: 'sensitive-outside',
    symptom: 'external-collector',
    category: 'repeated-reporting',
    evidence: 'sensitive-outside',
    least: 1,
    grade: 'B',
    status: 'observed',
  }),
  rule({
    id: 'zombie-home',
    symptom: 'zombie-content',
    category: 'empty-zombie',
    norm: 'indicators-2019',
    evidence: 'zombie-home',
    unit: 'days',
    least: 15,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-columns-short',
    symptom: 'zombie-content',
    category: 'empty-zombie',
    norm: 'indicators-2019',
    evidence: 'zombie-columns-short',
    least: 5,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-columns',
    symptom: 'zombie-content',
    category: 'empty-zombie',
    norm: 'indicators-2019',
    evidence: 'zombie-columns',
    least: 10,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-columns-blank',
    symptom: 'zombie-content',
    category: 'empty-zombie',
    norm: 'indicators-2019',
    evidence: 'zombie-columns-blank',
    least: 5,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-unreachable',
    symptom: 'zombie-unreachable',
    category: 'empty-zombie',
    norm: 'indicators-2019',
    evidence: 'zombie-unreachable',
    least: 3,
    leastDays: 1,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-use',
    symptom: 'zombie-use',
    category: 'empty-zombie',
    norm: 'measures-2026',
    ours: true,
    evidence: 'zombie-use',
    least: 4,
    grade: 'B',
    status: 'suspected',
  }),
  rule({
    id: 'zombie-unused',
    symptom: 'zombie-unused',
    category: 'empty-zombie',
    norm: 'measures-2026',
    ours: true,
    evidence: 'zombie-unused',
    unit: 'days',
    least: 28,
    grade: 'B',
    status: 'suspected',
  }),
];
