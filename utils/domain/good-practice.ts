/**
 * Good practice (做法较好), listed as plainly as a finding:
 *
 * - prefills: prefill rate ≥ 0.5 over ≥ 10 fields, so the platform asks little of what it knows
 *   (*ours*);
 * - shares: ≥ 5 fields that the platform had filled in itself with values submitted on another platform
 *   before (*ours*): it takes over what is there already;
 * - closed properly: an announced closure was seen;
 * - complaint entry: the entry for complaints that the norms ask for was seen.
 */

import { prefillRate } from './form-work';
import { groupBy } from './grouping';
import type { PageSign } from './records';
import type { CountedField } from './reentry';
import type { GoodPractice } from './summary';
import { isClosed } from './zombies';

const LEAST_RATE = 0.5;
const LEAST_FIELDS = 10;
const LEAST_SHARED = 5;

export interface PracticeSources {
  readonly fields: readonly CountedField[];
  readonly pageSigns: readonly PageSign[];
  /** Platforms on which the value of a digest was submitted before a moment. */
  readonly submittedBefore: (digest: string, at: number) => readonly string[];
}

/** By platform, then in the order above. */
export function goodPractices({
  fields,
  pageSigns,
  submittedBefore,
}: PracticeSources): readonly GoodPractice[] {
  const found: GoodPractice[] = [];
  for (const [platform, own] of groupBy(fields, ({ submission }) => submission.platform)) {
    const prefilled = own.filter((counted) => counted.prefilled);
    const entered = own.filter((counted) => counted.entered).length;
    const rate = prefillRate(prefilled.length, entered) ?? 0;
    const lastAt = Math.max(...own.map(({ submission }) => submission.at));
    if (prefilled.length + entered >= LEAST_FIELDS && rate >= LEAST_RATE) {
      found.push({ platform, kind: 'prefills', n: prefilled.length, figures: { rate }, lastAt });
    }
    const shared = prefilled.filter(
      ({ field, submission }) =>
        field.digest !== undefined &&
        submittedBefore(field.digest, submission.at).some((other) => other !== platform),
    );
    if (shared.length >= LEAST_SHARED) {
      found.push({ platform, kind: 'shares', n: shared.length, figures: {}, lastAt });
    }
  }
  for (const [platform, own] of groupBy(pageSigns, (sign) => sign.platform)) {
    const signs = [...own].sort((a, b) => a.at - b.at);
    const lastAt = signs.at(-1)?.at ?? 0;
    if (isClosed(signs)) {
      const n = signs.filter(({ state }) => state === 'closed').length;
      found.push({ platform, kind: 'closed-properly', n, figures: {}, lastAt });
    }
    const withEntry = signs.filter(({ complaintEntry }) => complaintEntry);
    if (withEntry.length > 0) {
      const n = withEntry.length;
      found.push({ platform, kind: 'complaint-entry', n, figures: {}, lastAt });
    }
  }
  const order: readonly GoodPractice['kind'][] = [
    'prefills',
    'shares',
    'closed-properly',
    'complaint-entry',
  ];
  return found.sort(
    (a, b) =>
      (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0) ||
      order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}
