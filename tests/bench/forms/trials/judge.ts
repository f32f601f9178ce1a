import type { Observation, SubmissionObservation } from '../../../../utils/domain/observation';
import { normaliseLabel } from '../../../../utils/knowledge/normalise-label';
import type { Truth } from './trial';

/** What was told of one trial, set against the truth: one sentence for each difference. */
export interface Verdict {
  readonly right: number;
  readonly differences: readonly string[];
}

export function judge(told: readonly Observation[], truth: Truth): Verdict {
  const differences: string[] = [];
  let right = 0;
  const check = (holds: boolean, sentence: () => string): void => {
    if (holds) right++;
    else differences.push(sentence());
  };
  const forms = told.flatMap((one) =>
    one.kind === 'form' || one.kind === 'submission' ? [one.form] : [],
  );
  const submissions = lastOfEach(told);
  const outcomes = submissions.map((one) => ({ ...one, outcome: settled(told, one) }));
  const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted');
  const attempts = outcomes.filter(({ outcome }) => outcome !== 'accepted');
  const read = forms.map(({ fields }) => fields.map((field) => plain(field.labels[0]?.text ?? '')));
  const wanted = truth.forms.map((labels) => labels.map(plain));
  for (const labels of wanted) {
    const best = read
      .map((one) => shared(one, labels) * 2 - one.length)
      .reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
    const nearest = read.find((one) => shared(one, labels) * 2 - one.length === best) ?? [];
    check(nearest.join('|') === labels.join('|'), () =>
      nearest.length === 0
        ? `form not read: ${labels.join(' ')}`
        : `fields read as: ${nearest.join(' | ')}, are: ${labels.join(' | ')}`,
    );
  }
  const foreign = read.filter((one) => !wanted.some((labels) => shared(one, labels) > 0));
  check(foreign.length === 0, () => `told of what is no form: ${foreign[0]?.join(' | ')}`);
  const summary = (): string =>
    outcomes
      .map((one) => `${one.outcome} ${one.intent} ${one.score} [${one.evidence.join(' ')}]`)
      .join('; ') || 'nothing told';
  check(
    accepted.length === truth.accepted.length,
    () => `${truth.accepted.length} submissions, told ${accepted.length}: ${summary()}`,
  );
  truth.accepted.forEach((entered, index) => {
    const one = accepted[index];
    if (one) checkEntries(one, entered, check);
  });
  check(
    attempts.length === (truth.attempts ?? 0),
    () => `${truth.attempts ?? 0} attempts, told ${attempts.length}: ${summary()}`,
  );
  if (truth.intents) {
    const intents = accepted.map(({ intent }) => intent).join(' ');
    check(intents === truth.intents.join(' '), () => `intents told: ${intents}`);
  }
  return { right, differences };
}

function checkEntries(
  submission: SubmissionObservation,
  entered: Readonly<Record<string, string>>,
  check: (holds: boolean, sentence: () => string) => void,
): void {
  const told = new Map<string, string>();
  for (const { field, how, value } of submission.entries) {
    if (how !== 'typed' && how !== 'pasted' && how !== 'chosen') continue;
    told.set(plain(submission.form.fields[field]?.labels[0]?.text ?? '?'), value);
  }
  for (const [label, value] of Object.entries(entered)) {
    const one = told.get(plain(label));
    told.delete(plain(label));
    check(one === value, () => `${label} was entered as ${value}, told as ${one}`);
  }
  check(
    told.size === 0,
    () => `not entered, told: ${[...told].map((one) => one.join('=')).join(', ')}`,
  );
}

function shared(one: readonly string[], other: readonly string[]): number {
  return other.filter((label) => one.includes(label)).length;
}

function plain(label: string): string {
  return normaliseLabel(label).text;
}

/** A held submission may be told again when its outcome is known. */
function lastOfEach(told: readonly Observation[]): SubmissionObservation[] {
  const last = new Map<string, SubmissionObservation>();
  for (const one of told) if (one.kind === 'submission') last.set(one.id, one);
  return [...last.values()];
}

/** What the worker makes of a pending submission when the next document tells. */
export function settled(
  told: readonly Observation[],
  submission: SubmissionObservation,
): SubmissionObservation['outcome'] {
  if (submission.outcome !== 'pending') return submission.outcome;
  const from = told.indexOf(submission);
  const later = told.find(
    (one, index) => index > from && one.kind === 'submission' && one.id === submission.id,
  );
  if (later?.kind === 'submission') return later.outcome;
  const page = told.find((one, index) => index > from && one.kind === 'result-page');
  if (page?.kind !== 'result-page') return 'unproven';
  if (page.outcome === 'success') return 'accepted';
  if (page.outcome === 'failure') return 'refused';
  const byItself = page.arrival === 'reload' && submission.evidence.includes('network-ok');
  if ((page.arrival !== 'navigate' && !byItself) || page.login) return 'unproven';
  return page.form &&
    page.form.fields.filter(({ prefilled }) => prefilled).length * 2 >= submission.entries.length
    ? 'unproven'
    : 'accepted';
}
