import { fieldTruth } from './field-truth';
import type { KeyedField } from './steps/entry';

/**
 * What a true record of the work must come to, derived from the work itself by the definitions:
 *
 * - Re-entered field: same concept family and same value, submitted before on another platform.
 *   High-entropy values count by themselves; medium ones only two together in one record (or beside
 *   a high one), low ones only inside a record linked so. Fixed information (the cadre's own name and
 *   phone) is counted apart. Another household on the same form is volume.
 * - Repeated upload: the same content on two platforms or more; twice or more on one platform.
 */

export interface DoneSubmission {
  readonly host: string;
  readonly form: string;
  /** When the button was pressed, epoch ms. */
  readonly at: number;
  readonly fields: readonly KeyedField[];
}

export interface DoneUpload {
  readonly host: string;
  readonly at: number;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface ReenteredField {
  readonly host: string;
  readonly form: string;
  readonly label: string;
  /** Hosts on which the value had been submitted before. */
  readonly from: readonly string[];
}

export interface Expected {
  readonly reentered: readonly ReenteredField[];
  /** Re-entered fields by host and the host that had the value before. */
  readonly reenteredByPair: readonly {
    readonly host: string;
    readonly earlierHost: string;
    readonly fields: number;
  }[];
  /** Fields of fixed information that were entered, whether for the first time or again. */
  readonly fixed: readonly { readonly host: string; readonly label: string }[];
  /** Contents that went to two hosts or more. */
  readonly repeatedAcross: readonly {
    readonly sha256: string;
    readonly hosts: readonly string[];
  }[];
  /** Contents that went to one host twice or more. */
  readonly repeatedOn: readonly {
    readonly sha256: string;
    readonly host: string;
    readonly times: number;
  }[];
}

export function expectedOf(
  submissions: readonly DoneSubmission[],
  uploads: readonly DoneUpload[],
): Expected {
  const inOrder = [...submissions].sort((a, b) => a.at - b.at);
  const reentered = inOrder.flatMap((submission, index) =>
    reenteredIn(
      submission,
      inOrder.slice(0, index).filter(({ host }) => host !== submission.host),
    ),
  );
  return {
    reentered,
    reenteredByPair: byPair(reentered),
    fixed: inOrder.flatMap(({ host, fields }) =>
      fields
        .filter(({ label }) => fieldTruth(host, label)?.fixed)
        .map(({ label }) => ({ host, label })),
    ),
    ...repeatsOf(uploads),
  };
}

function reenteredIn(
  submission: DoneSubmission,
  before: readonly DoneSubmission[],
): readonly ReenteredField[] {
  const from = new Map<string, Set<string>>();
  for (const earlier of before) {
    const shared = submission.fields.filter((field) => holds(earlier, submission.host, field));
    const entropies = shared.map(({ label }) => fieldTruth(submission.host, label)?.entropy);
    const linked =
      entropies.includes('high') || entropies.filter((one) => one === 'medium').length >= 2;
    if (!linked) continue;
    for (const { label } of shared) {
      const hosts = from.get(label) ?? new Set();
      from.set(label, hosts.add(earlier.host));
    }
  }
  const { host, form } = submission;
  return [...from].map(([label, hosts]) => ({ host, form, label, from: [...hosts] }));
}

/** Whether an earlier submission holds the value of a field in the same concept family. */
function holds(earlier: DoneSubmission, host: string, field: KeyedField): boolean {
  const truth = fieldTruth(host, field.label);
  if (!truth || truth.fixed) return false;
  return earlier.fields.some((other) => {
    const otherTruth = fieldTruth(earlier.host, other.label);
    return (
      otherTruth !== undefined &&
      !otherTruth.fixed &&
      otherTruth.family === truth.family &&
      contentOf(other.value) === contentOf(field.value)
    );
  });
}

/** A running number before an option belongs to the list, not to the content: 01 柳溪村. */
function contentOf(value: string): string {
  return value.replace(/^\d+ /, '');
}

function byPair(reentered: readonly ReenteredField[]): Expected['reenteredByPair'] {
  const counts = new Map<string, number>();
  for (const { host, from } of reentered) {
    for (const earlierHost of from) {
      const key = `${host} ${earlierHost}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, fields]) => {
    const [host = '', earlierHost = ''] = key.split(' ');
    return { host, earlierHost, fields };
  });
}

function repeatsOf(
  uploads: readonly DoneUpload[],
): Pick<Expected, 'repeatedAcross' | 'repeatedOn'> {
  const contents = new Map<string, string[]>();
  for (const { sha256, host } of uploads) {
    contents.set(sha256, [...(contents.get(sha256) ?? []), host]);
  }
  const repeatedAcross: { sha256: string; hosts: string[] }[] = [];
  const repeatedOn: { sha256: string; host: string; times: number }[] = [];
  for (const [sha256, all] of contents) {
    const hosts = [...new Set(all)];
    if (hosts.length > 1) repeatedAcross.push({ sha256, hosts });
    for (const host of hosts) {
      const times = all.filter((one) => one === host).length;
      if (times > 1) repeatedOn.push({ sha256, host, times });
    }
  }
  return { repeatedAcross, repeatedOn };
}
