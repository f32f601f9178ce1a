/**
 * One submission: draft and final within 7 days, the steps of a wizard and the frames of one form.
 * Records of one submission are linked by `continues`; here they are brought together again.
 */

import { append } from './grouping';
import type { Submission } from './records';

/** The accepted records of one submission, oldest first, at least one. */
export interface Chain {
  readonly records: readonly Submission[];
  /** The newest of them: it says when and as what the submission was made. */
  readonly last: Submission;
}

/** Accepted submissions brought together; in the order of their last record. */
export function chainsOf(submissions: readonly Submission[]): readonly Chain[] {
  const accepted = submissions
    .filter(({ outcome }) => outcome === 'accepted')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const byId = new Map(accepted.map((submission) => [submission.id, submission]));
  const records = new Map<string, Submission[]>();
  for (const submission of accepted) {
    append(records, rootOf(submission, byId).id, submission);
  }
  return [...records.values()]
    .map((list) => ({ records: list, last: list[list.length - 1] as Submission }))
    .sort((a, b) => a.last.at - b.last.at || (a.last.id < b.last.id ? -1 : 1));
}

function rootOf(submission: Submission, byId: ReadonlyMap<string, Submission>): Submission {
  let root = submission;
  const met = new Set<string>();
  while (root.continues !== undefined && !met.has(root.id)) {
    met.add(root.id);
    const earlier = byId.get(root.continues);
    if (earlier === undefined) break;
    root = earlier;
  }
  return root;
}

/** Whether a chain has come to its end: its last record is neither a draft nor a step. */
export function isFinal({ last }: Chain): boolean {
  return last.intent === 'final' || last.intent === 'edit';
}
