import { isEntered } from '../domain/entered';
import type { Submission, SubmittedField } from '../domain/records';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../domain/time-constants';
import type { Database } from './database';
import { forgetSeen } from './digests';
import type { FoldContext } from './fold-context';
import { foldForm, type PreparedForm } from './forms';
import { readState, readStateRows, removeState, writeState } from './open-state';

/** A submission with its values turned into digests; still in memory. */
export interface PreparedSubmission {
  readonly id: string;
  readonly at: number;
  readonly startedAt: number;
  readonly outcome: Submission['outcome'];
  readonly score: number;
  readonly evidence: readonly string[];
  readonly intent: Submission['intent'];
  readonly rework: boolean;
  readonly fillingMs: number;
  readonly form: PreparedForm;
  /** `field` is the index in the form's *reading*; it becomes the index in the stored form. */
  readonly fields: readonly SubmittedField[];
  readonly keyGeneration: number;
  readonly earlierDigests: EarlierDigests;
}

/** The same values under retired keys: pairs of a digest and what it was under an earlier key. */
export type EarlierDigests = readonly (readonly [digest: string, earlier: string])[];

/** Same form and same values within this time are one submission (detection rules). */
const SAME_WITHIN_MS = 10 * SECOND_MS;
/** Frames of one form submit together. */
const FRAMES_WITHIN_MS = 10 * SECOND_MS;
/** 下一步 and what follows in the same tab are one. */
const STEPS_WITHIN_MS = 30 * MINUTE_MS;
/** Draft and final are one. */
const DRAFT_WITHIN_MS = 7 * DAY_MS;
/** Two frames tell of one act within this time, ms. */
const ONE_MOMENT_MS = 2_000;
/** A pending submission of which no document tells within this time stays unproven. */
const PENDING_LIMIT_MS = 10 * MINUTE_MS;

const UNJUDGED_PREFIX = 'unjudged:';
const PENDING_PREFIX = 'pending:';
const TAB_PREFIX = 'submitted:';

/** A submission that waits for the next document of its frame. */
interface Pending {
  readonly submission: string;
  readonly observer: string;
  readonly frame: number;
  readonly at: number;
  readonly earlierDigests: EarlierDigests;
}

/** What was submitted in a tab lately: for wizard steps and for frames of one form. */
interface TabSubmission {
  readonly submission: string;
  readonly platform: string;
  readonly frame: number;
  readonly at: number;
  readonly step: boolean;
  readonly accepted: boolean;
}

/** An accepted submission that the duplicate engine has not seen yet. */
export interface Unjudged {
  readonly at: number;
  readonly earlierDigests: EarlierDigests;
}

/** Keeps a submission or an attempt, once, whatever number of frames and messages tell of it. */
export async function foldSubmission(
  context: FoldContext,
  prepared: PreparedSubmission,
): Promise<void> {
  const { database } = context;
  const indices = await foldForm(context, prepared.form, prepared.at);
  const told: Submission = {
    id: prepared.id,
    platform: context.platform,
    form: prepared.form.signature,
    at: prepared.at,
    startedAt: prepared.startedAt,
    outcome: prepared.outcome,
    score: prepared.score,
    evidence: prepared.evidence,
    intent: prepared.intent,
    rework: prepared.rework,
    fields: prepared.fields.map((field) => ({ ...field, field: indices[field.field] ?? 0 })),
    fillingMs: prepared.fillingMs,
    keyGeneration: prepared.keyGeneration,
  };
  const known = (await database.submissions.get(told.id)) ?? (await sameSubmission(context, told));
  if (known !== undefined && !isNews(known.outcome, told.outcome)) return;
  const submission = known === undefined ? told : { ...told, id: known.id, at: known.at };
  if (submission.outcome === 'pending') await hold(context, submission, prepared.earlierDigests);
  await settle(context, submission, prepared.earlierDigests);
}

/** What a later message may change: a definite outcome replaces an open one, accepted is final. */
function isNews(known: Submission['outcome'], told: Submission['outcome']): boolean {
  const weight = { pending: 0, unproven: 1, refused: 2, accepted: 3 } as const;
  return weight[told] > weight[known];
}

/** Writes a submission in its outcome, linked to what it completes and marked for judgement. */
async function settle(
  context: FoldContext,
  submission: Submission,
  earlierDigests: EarlierDigests,
): Promise<void> {
  const { database } = context;
  if (submission.outcome !== 'accepted') {
    const keepsDigests = submission.outcome === 'pending';
    await database.submissions.put(keepsDigests ? submission : withoutDigests(submission));
    await rememberInTab(context, submission);
    return;
  }
  const continued = await completed(context, submission);
  if (continued !== undefined) await supersede(database, continued, submission);
  await database.submissions.put(
    continued === undefined ? submission : { ...submission, continues: continued.id },
  );
  await markUnjudged(database, submission.id, { at: submission.at, earlierDigests });
  await rememberInTab(context, submission);
}

/** An attempt proves nothing, so nothing of its content is kept. */
export function withoutDigests(submission: Submission): Submission {
  return {
    ...submission,
    fields: submission.fields.map(({ digest: _digest, anyDigest: _any, ...field }) => field),
  };
}

/** Holds a submission until the next document of its frame tells. */
async function hold(
  { database, tab, frame, observer, now }: FoldContext,
  submission: Submission,
  earlierDigests: EarlierDigests,
): Promise<void> {
  const key = `${PENDING_PREFIX}${tab}:${frame}`;
  const waiting = (await readState<readonly Pending[]>(database, key)) ?? [];
  const others = waiting.filter((one) => one.submission !== submission.id);
  await writeState(database, key, [
    ...others.slice(-7),
    { submission: submission.id, observer, frame, at: now, earlierDigests },
  ]);
}

/** What a new document tells about the one before it in its frame. */
export interface PreparedResultPage {
  readonly outcome: 'success' | 'failure' | 'none';
  readonly arrival: 'navigate' | 'reload' | 'back-forward';
  readonly login: boolean;
  /** The form on the page, and how many of its fields hold a value already. */
  readonly form?: { readonly signature: string; readonly prefilled: number };
}

/** A new document, and where it stands. */
export interface AnsweringDocument {
  readonly tab: number;
  readonly frame: number;
  readonly observer: string;
}

/** Whether a document before this one left a submission pending that it may answer. */
export async function isSubmissionPending(
  database: Database,
  { tab, frame, observer }: AnsweringDocument,
): Promise<boolean> {
  const rows = await pendingBefore(database, tab, frame);
  return rows.some(({ value }) => value.some((pending) => pending.observer !== observer));
}

/** A new top document has replaced all frames of the tab; another frame only itself. */
async function pendingBefore(database: Database, tab: number, frame: number) {
  const prefix = `${PENDING_PREFIX}${tab}:${frame === 0 ? '' : frame}`;
  const rows = await readStateRows<readonly Pending[]>(database, prefix);
  return rows.filter(({ key }) => frame === 0 || key === prefix);
}

/** Settles what the earlier document of this frame left pending. */
export async function foldResultPage(
  context: FoldContext,
  page: PreparedResultPage,
): Promise<void> {
  const { database, tab, frame, observer } = context;
  for (const { key, value } of await pendingBefore(database, tab, frame)) {
    const ready = value.filter((pending) => pending.observer !== observer);
    for (const pending of ready) {
      const submission = await database.submissions.get(pending.submission);
      if (submission?.outcome !== 'pending') continue;
      const verdict = judgePage(submission, page);
      // The submission belongs to the page that it was made on, not to the one that answers.
      await settle(
        {
          ...context,
          platform: submission.platform,
          observer: pending.observer,
          frame: pending.frame,
        },
        { ...submission, ...verdict },
        pending.earlierDigests,
      );
    }
    const rest = value.filter((pending) => pending.observer === observer);
    if (rest.length === 0) await removeState(database, key);
    else await writeState(database, key, rest);
  }
}

function judgePage(
  submission: Submission,
  page: PreparedResultPage,
): Pick<Submission, 'outcome' | 'score' | 'evidence'> {
  const [outcome, word] = outcomeOfPage(submission, page);
  const evidence = [...submission.evidence, word].slice(0, 32);
  const score = outcome === 'accepted' ? Math.max(submission.score, 3) : submission.score;
  return { outcome, score, evidence };
}

function outcomeOfPage(
  submission: Submission,
  page: PreparedResultPage,
): readonly [Submission['outcome'], string] {
  if (page.outcome === 'failure') return ['refused', 'result-failure'];
  if (page.outcome === 'success') return ['accepted', 'result-success'];
  // Where an answer came first and no key of the person did it, the page has reloaded itself.
  const byItself = page.arrival === 'reload' && submission.evidence.includes('network-ok');
  if (page.arrival !== 'navigate' && !byItself) {
    return ['unproven', `arrived-by-${page.arrival}`];
  }
  if (page.login) return ['unproven', 'login-page'];
  const entered = submission.fields.filter(isEntered).length;
  const shownAgain =
    page.form?.signature === submission.form && page.form.prefilled * 2 >= Math.max(entered, 1);
  return shownAgain ? ['unproven', 'form-shown-again'] : ['accepted', 'next-document'];
}

/** Pending submissions of which no document told in time stay unproven. */
export async function settleStale(database: Database, now: number): Promise<void> {
  const rows = await readStateRows<readonly Pending[]>(database, PENDING_PREFIX);
  for (const { key, value } of rows) {
    const fresh = value.filter(({ at }) => Math.abs(now - at) < PENDING_LIMIT_MS);
    if (fresh.length === value.length) continue;
    for (const { submission: id } of value.filter((one) => !fresh.includes(one))) {
      const submission = await database.submissions.get(id);
      if (submission?.outcome !== 'pending') continue;
      await database.submissions.put(withoutDigests({ ...submission, outcome: 'unproven' }));
    }
    if (fresh.length === 0) await removeState(database, key);
    else await writeState(database, key, fresh);
  }
}

/** The submission that is the same one: same form, same values, within ten seconds. */
async function sameSubmission(
  { database, tab, frame }: FoldContext,
  told: Submission,
): Promise<Submission | undefined> {
  const near = await database.submissions
    .where('[platform+form+at]')
    .between(
      [told.platform, told.form, told.at - SAME_WITHIN_MS],
      [told.platform, told.form, told.at + SAME_WITHIN_MS],
      true,
      true,
    )
    .toArray();
  if (near.length === 0) return undefined;
  const inTab = (await readState<readonly TabSubmission[]>(database, TAB_PREFIX + tab)) ?? [];
  return near.find((known) => {
    const comparable = hasDigests(known) && hasDigests(told);
    // Without digests only another frame's account of the same moment can be told to be the same.
    const elsewhere =
      Math.abs(known.at - told.at) < ONE_MOMENT_MS &&
      inTab.some((one) => one.submission === known.id && one.frame !== frame);
    // A draft that is handed in at once is both.
    if (known.intent !== told.intent && !elsewhere) return false;
    return (comparable || elsewhere) && content(known, comparable) === content(told, comparable);
  });
}

function hasDigests({ fields }: Submission): boolean {
  return fields.some(({ digest }) => digest !== undefined);
}

function content({ fields }: Submission, withDigests: boolean): string {
  return fields
    .filter((field) => isEntered(field) || field.how === 'imported')
    .map((field) => `${fieldKey(field)} ${withDigests ? (field.digest ?? '') : ''}`)
    .sort()
    .join('\n');
}

function fieldKey({ field, row, labelDigest }: SubmittedField): string {
  return `${field} ${row ?? ''} ${labelDigest}`;
}

/** The earlier submission that this one completes: a wizard step, another frame's part, a draft. */
async function completed(
  context: FoldContext,
  submission: Submission,
): Promise<Submission | undefined> {
  return (
    (await earlierPart(context, submission)) ?? (await earlierDraft(context.database, submission))
  );
}

async function earlierPart(
  { database, tab, frame }: FoldContext,
  submission: Submission,
): Promise<Submission | undefined> {
  const inTab = (await readState<readonly TabSubmission[]>(database, TAB_PREFIX + tab)) ?? [];
  const part = inTab.findLast(({ platform, at, step, accepted, ...one }) => {
    if (!accepted || one.submission === submission.id || platform !== submission.platform) {
      return false;
    }
    const age = submission.at - at;
    if (step) return age >= 0 && age <= STEPS_WITHIN_MS;
    return one.frame !== frame && Math.abs(age) <= FRAMES_WITHIN_MS;
  });
  return part && (await unlessContinued(database, part.submission));
}

async function earlierDraft(
  database: Database,
  submission: Submission,
): Promise<Submission | undefined> {
  if (submission.intent !== 'final' && submission.intent !== 'draft') return undefined;
  const { platform, form, at } = submission;
  const before = await database.submissions
    .where('[platform+form+at]')
    .between([platform, form, at - DRAFT_WITHIN_MS], [platform, form, at], true, false)
    .reverse()
    .toArray();
  for (const draft of before) {
    if (draft.intent !== 'draft' || draft.outcome !== 'accepted' || draft.id === submission.id) {
      continue;
    }
    if (!maySpeakOfTheSame(draft, submission)) continue;
    const open = await unlessContinued(database, draft.id);
    if (open !== undefined) return open;
  }
  return undefined;
}

async function unlessContinued(database: Database, id: string): Promise<Submission | undefined> {
  const already = await database.submissions.where('continues').equals(id).count();
  return already === 0 ? database.submissions.get(id) : undefined;
}

/**
 * Whether a draft can be about the same subject: no telling value differs, and of those that both
 * hold at least half agree. Without digests the newest open draft of the form is taken.
 */
function maySpeakOfTheSame(draft: Submission, submission: Submission): boolean {
  const held = new Map(draft.fields.map((field) => [fieldKey(field), field]));
  let equal = 0;
  let common = 0;
  for (const field of submission.fields) {
    const other = held.get(fieldKey(field));
    if (other?.digest === undefined || field.digest === undefined) continue;
    if (draft.keyGeneration !== submission.keyGeneration) continue;
    common += 1;
    if (other.digest === field.digest) equal += 1;
    else if (field.concept !== undefined && field.entropy === 'high') return false;
  }
  return equal * 2 >= common;
}

/**
 * Where the later submission tells of the same stretch of work, the earlier one is only a snapshot of
 * it: its fields and times would count twice, so they go.
 */
async function supersede(
  database: Database,
  earlier: Submission,
  later: Submission,
): Promise<void> {
  if (earlier.form !== later.form || later.startedAt > earlier.at) return;
  const { judgement: _judgement, ...rest } = earlier;
  await forgetSeen(database, earlier);
  await removeState(database, UNJUDGED_PREFIX + earlier.id);
  await database.submissions.put({ ...rest, fields: [], fillingMs: 0 });
}

async function rememberInTab(
  { database, tab, frame }: FoldContext,
  { id, at, platform, intent, outcome }: Submission,
): Promise<void> {
  const key = TAB_PREFIX + tab;
  const before = (await readState<readonly TabSubmission[]>(database, key)) ?? [];
  const recent = before.filter(
    (one) => Math.abs(at - one.at) <= STEPS_WITHIN_MS && one.submission !== id,
  );
  const step = intent === 'step';
  const accepted = outcome === 'accepted';
  await writeState(database, key, [
    ...recent.slice(-19),
    { submission: id, platform, frame, at, step, accepted },
  ]);
}

/** Forgets what was submitted in tabs before `before`. */
export async function forgetTabs(database: Database, before: number): Promise<void> {
  await database.state
    .where('key')
    .startsWith(TAB_PREFIX)
    .filter(({ value }) => (value as readonly TabSubmission[]).every(({ at }) => at < before))
    .delete();
}

/** Accepted submissions that wait for judgement, oldest first. */
export async function readUnjudged(
  database: Database,
): Promise<readonly (Unjudged & { readonly submission: string })[]> {
  const rows = await readStateRows<Unjudged>(database, UNJUDGED_PREFIX);
  return rows
    .map(({ key, value }) => ({ ...value, submission: key.slice(UNJUDGED_PREFIX.length) }))
    .sort((a, b) => a.at - b.at);
}

/** It waits to be judged, for the first time or again. */
export function markUnjudged(
  database: Database,
  submission: string,
  unjudged: Unjudged,
): Promise<void> {
  return writeState(database, UNJUDGED_PREFIX + submission, unjudged);
}

/** Whether a submission still waits for judgement. */
export async function isUnjudged(database: Database, submission: string): Promise<boolean> {
  return (await readState(database, UNJUDGED_PREFIX + submission)) !== undefined;
}

/** The submission has been judged. */
export function removeUnjudged(database: Database, submission: string): Promise<void> {
  return removeState(database, UNJUDGED_PREFIX + submission);
}

/** Takes the digests under retired keys out of everything that waits. */
export async function forgetEarlierDigests(database: Database): Promise<void> {
  const unjudged = await readStateRows<Unjudged>(database, UNJUDGED_PREFIX);
  const pending = await readStateRows<readonly Pending[]>(database, PENDING_PREFIX);
  await database.state.bulkPut([
    ...unjudged.map(({ key, value }) => ({ key, value: { ...value, earlierDigests: [] } })),
    ...pending.map(({ key, value }) => ({
      key,
      value: value.map((one) => ({ ...one, earlierDigests: [] })),
    })),
  ]);
}
