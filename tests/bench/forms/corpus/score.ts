import type {
  FieldReading,
  FormObservation,
  FormReading,
  Observation,
  SubmissionObservation,
} from '../../../../utils/domain/observation';
import { normaliseLabel } from '../../../../utils/knowledge/normalise-label';
import type { ActRun, PageRun } from './run-page';
import type { FieldSpec, FormSpec } from './spec';

/** True and false positives and false negatives of one step of the reading. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export const STEPS = [
  'form',
  'field',
  'label',
  'concept',
  'entered',
  'value',
  'submission',
  'refusal',
] as const;
type Step = (typeof STEPS)[number];

export interface Score {
  readonly tallies: Record<Step, Tally>;
  /** What went wrong, for reading. */
  readonly confusions: string[];
}

export function emptyScore(): Score {
  const tallies = Object.fromEntries(
    STEPS.map((step) => [step, { right: 0, wrong: 0, missed: 0 }]),
  );
  return { tallies: tallies as Record<Step, Tally>, confusions: [] };
}

export function precision({ right, wrong }: Tally): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recall({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

/** The data items that the fields of a form ask for, by the dictionary. */
export type ConceptsOf = (form: FormReading) => readonly (string | undefined)[];

/** Compares what was told of one page with what stands and was done on it. */
export function scorePage(run: PageRun, score: Score, conceptsOf: ConceptsOf): void {
  const say = (text: string): void => void score.confusions.push(`${run.spec.id}: ${text}`);
  for (const error of run.errors) say(`page error ${error.slice(0, 200)}`);
  scoreForms(run, score, say, conceptsOf);
  for (const act of run.acts) {
    if (act.failure) say(`${act.act.do} could not be done: ${act.failure}`);
    else scoreAct(run, act, score, say);
  }
}

function observationsOf(run: PageRun): Observation[] {
  return run.acts.flatMap(({ observations }) => observations);
}

/** Forms told of, each against the spec that it shares most labels with. */
function scoreForms(
  run: PageRun,
  score: Score,
  say: (text: string) => void,
  conceptsOf: ConceptsOf,
): void {
  const told = observationsOf(run).filter((one): one is FormObservation => one.kind === 'form');
  const touched = new Set(
    run.acts
      .filter(({ act, failure }) => (act.do === 'submit' || act.do === 'cancel') && !failure)
      .map(({ act }) => (act as { form: string }).form),
  );
  const submitted = observationsOf(run).filter(
    (one): one is SubmissionObservation => one.kind === 'submission',
  );
  for (const form of run.spec.forms) {
    if (!touched.has(form.id)) continue;
    const readings = [...told.map((one) => one.form), ...submitted.map((one) => one.form)];
    const best = bestReading(readings, form.fields);
    if (!best) {
      score.tallies.form.missed++;
      score.tallies.field.missed += form.fields.length;
      score.tallies.label.missed += form.fields.length;
      say(`form 「${form.title}」 was not read`);
      continue;
    }
    score.tallies.form.right++;
    scoreFields(best, form.fields, score, say, conceptsOf);
  }
  if (run.spec.grid && run.acts.some(({ act, failure }) => act.do === 'grid' && !failure)) {
    const columns = run.spec.grid.columns;
    const rows = Array.from({ length: run.spec.grid.rows }, () => columns).flat();
    const best = bestReading(
      [...told.map((one) => one.form), ...submitted.map((one) => one.form)],
      columns,
    );
    if (best) {
      score.tallies.form.right++;
      scoreFields(best, rows, score, say, conceptsOf);
    } else {
      score.tallies.form.missed++;
      say('the grid was not read');
    }
  }
  for (const { form } of told) {
    const known = [...run.spec.forms.map(({ fields }) => fields), run.spec.grid?.columns ?? []];
    if (known.some((fields) => sharedLabels(form, fields) >= 1)) continue;
    score.tallies.form.wrong++;
    say(
      `told of a form that is none: ${form.fields.map((field) => field.labels[0]?.text ?? '?').join(' / ')}`,
    );
  }
}

function bestReading(
  readings: readonly FormReading[],
  fields: readonly FieldSpec[],
): FormReading | undefined {
  let best: FormReading | undefined;
  let most = 0;
  for (const reading of readings) {
    const shared =
      sharedLabels(reading, fields) - Math.abs(reading.fields.length - fields.length) / 100;
    if (shared > most) {
      most = shared;
      best = reading;
    }
  }
  return best;
}

function sharedLabels(reading: FormReading, fields: readonly FieldSpec[]): number {
  return fields.filter((field) => reading.fields.some((one) => isLabelOf(one, field))).length;
}

/** Fields in page order, aligned so that as many labels as possible agree. */
function scoreFields(
  reading: FormReading,
  fields: readonly FieldSpec[],
  score: Score,
  say: (text: string) => void,
  conceptsOf: ConceptsOf,
): void {
  const pairs = align(reading.fields, fields);
  const concepts = conceptsOf(reading);
  score.tallies.field.right += pairs.length;
  score.tallies.field.wrong += reading.fields.length - pairs.length;
  score.tallies.field.missed += fields.length - pairs.length;
  const used = new Set(pairs.map(([index]) => index));
  reading.fields.forEach((field, index) => {
    if (!used.has(index)) say(`extra field ${describe(field)}`);
  });
  const met = new Set(pairs.map(([, spec]) => spec));
  for (const spec of fields) if (!met.has(spec)) say(`missed field ${spec.label} (${spec.kind})`);
  for (const [index, spec] of pairs) {
    const field = reading.fields[index];
    const concept = concepts[index];
    const wanted = spec.concept === 'unknown' ? undefined : spec.concept;
    if (concept !== wanted) {
      if (concept !== undefined) score.tallies.concept.wrong++;
      if (wanted !== undefined) score.tallies.concept.missed++;
      say(`concept of ${spec.label} is ${wanted}, told as ${concept}`);
    } else if (wanted !== undefined) score.tallies.concept.right++;
    if (field && isLabelOf(field, spec)) score.tallies.label.right++;
    else {
      score.tallies.label.wrong++;
      score.tallies.label.missed++;
      say(`label of ${spec.shown} (${spec.kind}) read as ${field ? describe(field) : 'nothing'}`);
    }
  }
  score.tallies.label.missed += fields.length - pairs.length;
}

function align(
  read: readonly FieldReading[],
  fields: readonly FieldSpec[],
): (readonly [number, FieldSpec])[] {
  // Longest common sequence: equal labels weigh most, a pair in place still counts.
  const width = fields.length + 1;
  const table = new Float64Array((read.length + 1) * width);
  const gain = (i: number, j: number): number => {
    const field = read[i];
    const spec = fields[j];
    if (!field || !spec) return 0;
    return isLabelOf(field, spec) ? 3 : sameSort(field, spec) ? 1 : 0;
  };
  for (let i = read.length - 1; i >= 0; i--) {
    for (let j = fields.length - 1; j >= 0; j--) {
      const take = gain(i, j) > 0 ? gain(i, j) + (table[(i + 1) * width + j + 1] ?? 0) : 0;
      table[i * width + j] = Math.max(
        take,
        table[(i + 1) * width + j] ?? 0,
        table[i * width + j + 1] ?? 0,
      );
    }
  }
  const pairs: (readonly [number, FieldSpec])[] = [];
  let i = 0;
  let j = 0;
  while (i < read.length && j < fields.length) {
    const here = table[i * width + j] ?? 0;
    const spec = fields[j];
    if (spec && gain(i, j) > 0 && here === gain(i, j) + (table[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i, spec]);
      i++;
      j++;
    } else if (here === (table[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function sameSort(field: FieldReading, spec: FieldSpec): boolean {
  const choice = ['select', 'cascader', 'radio', 'checkbox', 'switch', 'date', 'file'];
  const wanted = [
    'select',
    'multiselect',
    'cascader',
    'radio',
    'checkbox',
    'switch',
    'date',
    'daterange',
    'file',
  ].includes(spec.kind);
  return choice.includes(field.control) === wanted;
}

/** Labels compare by their words, as the worker reduces them: no marks, numbers, hints and units. */
function plain(label: string): string {
  return normaliseLabel(label).text;
}

function isLabelOf(field: FieldReading, spec: FieldSpec): boolean {
  const first = field.labels[0];
  return first !== undefined && plain(first.text) === plain(spec.label);
}

function describe(field: FieldReading): string {
  return `${field.labels.map(({ text, source }) => `${text}<${source}>`).join(' | ') || '(none)'} ${field.control}`;
}

/** What the worker makes of a pending submission when the next document tells. */
function settled(
  run: PageRun,
  submission: SubmissionObservation,
): SubmissionObservation['outcome'] {
  if (submission.outcome !== 'pending') return submission.outcome;
  const all = observationsOf(run);
  const from = all.indexOf(submission);
  const later = all.find(
    (one, index) => index > from && one.kind === 'submission' && one.id === submission.id,
  );
  if (later?.kind === 'submission') return later.outcome;
  const page = all.find((one, index) => index > from && one.kind === 'result-page');
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

function scoreAct(run: PageRun, actRun: ActRun, score: Score, say: (text: string) => void): void {
  const { act, accepted, startedAt } = actRun;
  const next = run.acts[run.acts.indexOf(actRun) + 1]?.startedAt ?? Number.POSITIVE_INFINITY;
  // News of an act may come after the next one has begun.
  const told = observationsOf(run).filter(
    (one): one is SubmissionObservation =>
      one.kind === 'submission' && one.at >= startedAt && one.at < next && !isUpdate(run, one),
  );
  const taken = told.filter((one) => settled(run, one) === 'accepted');
  const name = `${act.do}${act.do === 'submit' ? ` ${act.answer}${act.how ? ` ${act.how}` : ''}` : ''}`;
  const truly = accepted.filter(({ form }) => form !== 'comment').length;
  const right = Math.min(truly, taken.length);
  score.tallies.submission.right += right;
  score.tallies.submission.wrong += taken.length - right;
  score.tallies.submission.missed += truly - right;
  if (taken.length !== truly) {
    const all = told
      .map((one) => `${one.outcome} ${one.score} [${one.evidence.join(' ')}]`)
      .join(', ');
    say(`${name}: ${truly} accepted by the server, ${taken.length} told; ${all || 'nothing told'}`);
  }
  if (
    act.do === 'submit' &&
    (act.answer === 'refuse' || act.answer === 'error' || act.answer === 'invalid')
  ) {
    const refused = told.filter((one) => settled(run, one) !== 'accepted').length;
    score.tallies.refusal[refused >= 1 ? 'right' : 'missed']++;
    if (refused === 0) say(`${name}: the attempt was not told`);
  }
  const proven = taken[0];
  if (proven && act.do === 'submit' && right > 0) {
    const form = run.spec.forms.find(({ id }) => id === act.form);
    if (form) scoreEntries(proven, form, actRun, score, say);
    if ((proven.intent === 'draft') !== (act.how === 'draft'))
      say(`${name}: told as ${proven.intent}`);
  }
}

function isUpdate(run: PageRun, submission: SubmissionObservation): boolean {
  const first = observationsOf(run).find(
    (one) => one.kind === 'submission' && one.id === submission.id,
  );
  return first !== submission;
}

function scoreEntries(
  submission: SubmissionObservation,
  form: FormSpec,
  { filled }: ActRun,
  score: Score,
  say: (text: string) => void,
): void {
  const pairs = new Map(
    align(submission.form.fields, form.fields).map(([index, spec]) => [index, spec]),
  );
  const met = new Set<string>();
  for (const entry of submission.entries) {
    const spec = pairs.get(entry.field);
    const entered = entry.how === 'typed' || entry.how === 'pasted' || entry.how === 'chosen';
    if (!entered) continue;
    const how = spec && filled.get(spec.key);
    if (!spec || !how) {
      score.tallies.entered.wrong++;
      say(`told as entered but not: ${spec?.label ?? 'unknown field'} ${entry.how}`);
      continue;
    }
    met.add(spec.key);
    score.tallies.entered.right++;
    const same =
      spec.kind === 'date' ||
      spec.kind === 'daterange' ||
      spec.kind === 'switch' ||
      plainValue(entry.value) === plainValue(spec.value);
    score.tallies.value[same ? 'right' : 'wrong']++;
    if (!same) say(`value of ${spec.label} (${spec.kind}) read as ${JSON.stringify(entry.value)}`);
  }
  for (const [key] of filled) {
    if (met.has(key)) continue;
    const spec = form.fields.find((field) => field.key === key);
    score.tallies.entered.missed++;
    const entry = submission.entries.find(({ field }) => pairs.get(field)?.key === key);
    say(
      `entered but not told: ${spec?.label} (${spec?.kind}) ${entry ? `told as ${entry.how}` : ''}`,
    );
  }
}

function plainValue(value: string): string {
  return value.replace(/[\s/,，、]+/g, '');
}
