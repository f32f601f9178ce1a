import type { ActionKind } from '../domain/action-kind';
import type { CueKind } from '../domain/observation';
import type { Action } from '../domain/records';
import { MINUTE_MS } from '../domain/time-constants';
import type { Database } from './database';
import type { FoldContext } from './fold-context';
import { readState, writeState } from './open-state';

/** An action with the text of its object turned into a digest. */
export interface PreparedAction {
  readonly id: string;
  readonly at: number;
  readonly action: ActionKind;
  readonly outcome: Action['outcome'];
  readonly score: number;
  readonly evidence: readonly string[];
  readonly count: number;
  readonly cues: readonly CueKind[];
  readonly exempt: boolean;
  /** Tells two objects apart within the minute. */
  readonly object?: string;
  /** Whether the digest of the object may be kept with the record. */
  readonly keepObject: boolean;
}

/** Same action, platform and object within 60 s is one. */
const SAME_WITHIN_MS = MINUTE_MS;
const RECENT_KEY = 'recent-actions';

interface RecentAction {
  readonly record: string;
  readonly platform: string;
  readonly action: ActionKind;
  readonly object?: string;
  readonly at: number;
  /** The document went away first: the next one in this tab and frame tells. */
  readonly left?: { readonly tab: number; readonly frame: number };
}

/** A next document that comes later tells of something else. */
const NEXT_DOCUMENT_MS = 30_000;
/** Evidence of an action whose document went before anything was seen of its outcome. */
const LEFT = 'page-left';

/** Keeps an action or an attempt, once. Proof that comes later turns an attempt into an action. */
export async function foldAction(context: FoldContext, prepared: PreparedAction): Promise<void> {
  const { database, platform, now, tab, frame } = context;
  const recent = ((await readState<readonly RecentAction[]>(database, RECENT_KEY)) ?? []).filter(
    ({ at }) => Math.abs(now - at) <= 5 * SAME_WITHIN_MS,
  );
  const same = recent.find(
    (one) =>
      one.platform === platform &&
      one.action === prepared.action &&
      one.object === prepared.object &&
      Math.abs(prepared.at - one.at) < SAME_WITHIN_MS,
  );
  const known = await database.actions.get(same?.record ?? prepared.id);
  if (known !== undefined) {
    await database.actions.put(joined(known, prepared));
    return;
  }
  const { id, at, action, outcome, score, evidence, count, cues, exempt, object } = prepared;
  await database.actions.add({
    id,
    platform,
    at,
    action,
    outcome,
    score,
    evidence,
    count,
    cues,
    exempt,
    ...(object === undefined || !prepared.keepObject ? {} : { objectDigest: object }),
  });
  const place: RecentAction = {
    record: id,
    platform,
    action,
    at,
    ...(object === undefined ? {} : { object }),
    ...(outcome === 'attempt' && evidence.includes(LEFT) ? { left: { tab, frame } } : {}),
  };
  await writeState(database, RECENT_KEY, [...recent.slice(-99), place]);
}

/** Whether a document before this one in its tab and frame went away with an action not yet proven. */
export async function isActionLeft(
  database: Database,
  { tab, frame }: { readonly tab: number; readonly frame: number },
): Promise<boolean> {
  const recent = (await readState<readonly RecentAction[]>(database, RECENT_KEY)) ?? [];
  return recent.some(({ left }) => left?.tab === tab && left.frame === frame);
}

/**
 * An action posted the classic way is proven by the document that answers: the first one in the same
 * tab and frame says that it succeeded. A document that was reloaded or gone back to says nothing.
 */
export async function settleLeftAction(
  { database, platform, now, tab, frame }: FoldContext,
  page: { readonly outcome: 'success' | 'failure' | 'none'; readonly arrival: string },
): Promise<void> {
  const recent = (await readState<readonly RecentAction[]>(database, RECENT_KEY)) ?? [];
  const waiting = recent.filter(({ left }) => left?.tab === tab && left.frame === frame);
  if (waiting.length === 0) return;
  await writeState(
    database,
    RECENT_KEY,
    recent.map((one) => {
      const { left: _left, ...rest } = one;
      return waiting.includes(one) ? rest : one;
    }),
  );
  const last = waiting.at(-1);
  if (last === undefined || last.platform !== platform || now - last.at > NEXT_DOCUMENT_MS) return;
  if (page.outcome !== 'success' || page.arrival !== 'navigate') return;
  const known = await database.actions.get(last.record);
  if (known === undefined || known.outcome === 'done') return;
  await database.actions.put({
    ...known,
    outcome: 'done',
    score: Math.max(known.score, 3),
    evidence: [...known.evidence, 'result-success'],
  });
}

/** Keeps the person's own label of an action; without one it is taken back. */
export async function labelAction(
  database: Database,
  id: string,
  label: Action['ownLabel'],
): Promise<void> {
  await database.actions
    .where('id')
    .equals(id)
    .modify((action: { ownLabel?: Action['ownLabel'] }) => {
      if (label === undefined) delete action.ownLabel;
      else action.ownLabel = label;
    });
}

function joined(known: Action, told: PreparedAction): Action {
  const proven = known.outcome === 'attempt' && told.outcome === 'done';
  return {
    ...known,
    ...(proven ? { outcome: 'done', score: told.score, evidence: told.evidence } : {}),
    count: Math.max(known.count, told.count),
    cues: [...new Set([...known.cues, ...told.cues])],
    exempt: known.exempt || told.exempt,
  };
}
