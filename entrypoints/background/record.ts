/**
 * From a message of an observer to the database: checked, prepared, folded.
 *
 * A message is taken only from this extension's own observer in an ordinary tab, only while the
 * person agrees and recording is not paused, and only of a platform on the person's list; anything
 * else leaves no trace, not even a number. What is taken is written in one transaction together with
 * the open state, once, whatever is sent twice. When a write fails for a reason that may pass, the
 * answer is `again` and the observer sends it again; any failure of the database is noted where a
 * page can show it.
 */

import { matchesAnyPattern } from '../../utils/domain/match-pattern';
import type {
  FieldReading,
  Observation,
  ObservationMessage,
  PageSignsObservation,
  PresenceObservation,
  UploadObservation,
} from '../../utils/domain/observation';
import { parseObservationMessage } from '../../utils/domain/observation-schema';
import type { Policy } from '../../utils/domain/policy';
import type { Fault, Platform } from '../../utils/domain/records';
import { DEFAULT_SETTINGS, mayRecord, type StoredSettings } from '../../utils/domain/settings';
import { systemName } from '../../utils/knowledge/system-name';
import { foldAction, settleLeftAction } from '../../utils/storage/actions';
import type { Database } from '../../utils/storage/database';
import { describeFault } from '../../utils/storage/describe-fault';
import { noteFault } from '../../utils/storage/faults';
import type { FoldContext } from '../../utils/storage/fold-context';
import { foldForm } from '../../utils/storage/forms';
import { closeStream, isFirstDelivery } from '../../utils/storage/observers';
import { closeDatabase } from '../../utils/storage/open-database';
import { foldPageSigns } from '../../utils/storage/page-signs';
import { canonicalPlatforms, notePlatform, type SeenPlatform } from '../../utils/storage/platforms';
import { ROOM_TO_WRITE, requireRoom } from '../../utils/storage/require-room';
import { noteBeginning, readBeginning } from '../../utils/storage/since';
import { foldResultPage, foldSubmission } from '../../utils/storage/submissions';
import { foldCarriedExport, foldTransfer } from '../../utils/storage/transfers';
import { foldUpload, foldUploadOutcome } from '../../utils/storage/uploads';
import { loadKeys } from './keys';
import {
  type Preparation,
  prepareAction,
  prepareForm,
  preparePageSigns,
  prepareResultPage,
  prepareSubmission,
  prepareTransfer,
  prepareUpload,
} from './prepare';
import type { RecognisedField, Recognition } from './recognition';

/** What the browser tells of who sent a message. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly windowId?: number | undefined;
        readonly incognito?: boolean | undefined;
      }
    | undefined;
}

/** Everything outside this file that recording needs. */
export interface RecordDependencies {
  readonly extensionId: string;
  now(): number;
  openDatabase(): Promise<Database>;
  readStored(): Promise<StoredSettings>;
  readPolicy(): Promise<Policy>;
  /** Compiled once per worker life; rejects where the package is damaged. */
  loadRecognition(): Promise<Recognition>;
  /**
   * The platform at an address; undefined where none is on the list or it is never tracked, which
   * the page's title can tell too. The title may also make the category more exact.
   */
  resolvePlatform(
    address: string,
    platforms: readonly Platform[],
    title?: string,
  ): SeenPlatform | undefined;
  foldPresence(
    database: Database,
    observation: PresenceObservation,
    context: PresenceContext,
  ): Promise<void>;
  /** Keeps a fault outside the database, for when the database itself fails. */
  storeFault(code: Fault['code'], at: number): Promise<void>;
  /**
   * Keeps when recording began outside the database too. A browser that finds the database damaged
   * puts an empty one in its place and says nothing: only what stands elsewhere can tell.
   */
  readonly began?: {
    read(): Promise<number | undefined>;
    write(at: number): Promise<void>;
  };
  /** Lets the duplicate engine look at what was accepted; survives the worker's death by itself. */
  judge(database: Database): Promise<void>;
  /** Reads what was handed over, in its own time; without digests only acknowledges it. */
  readFile?(upload: UploadObservation, context: PresenceContext, digestsAllowed: boolean): void;
}

/** Where presence comes from. */
export interface PresenceContext extends FoldContext {
  readonly sender: MessageSender;
  /** Epoch ms at sending, by the page's clock. */
  readonly sentAt: number;
  /** IANA zone of the person's days. */
  readonly zone: string;
}

/** Why a message was not recorded. `again`: the same message may succeed when it is sent again. */
export type Refusal =
  | 'malformed'
  | 'foreign'
  | 'prerender'
  | 'private-window'
  | 'no-consent'
  | 'paused'
  | 'not-listed'
  | 'again'
  | 'failed';

export type RecordAnswer =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: Refusal };

/** Messages are folded one after the other, in the order in which they came. */
let tail: Promise<unknown> = Promise.resolve();

/**
 * Records a message of an observer. Never rejects.
 *
 * @param message as it came, unchecked
 * @param sender as the browser gave it
 */
export function recordMessage(
  message: unknown,
  sender: MessageSender,
  dependencies: RecordDependencies,
): Promise<RecordAnswer> {
  const answer = tail.then(() => record(message, sender, dependencies));
  tail = answer;
  return answer;
}

/** Resolves when all that has come until now is folded. */
export async function recorded(): Promise<void> {
  await tail;
}

async function record(
  message: unknown,
  sender: MessageSender,
  dependencies: RecordDependencies,
): Promise<RecordAnswer> {
  const refusal = refuseSender(sender, dependencies);
  if (refusal !== undefined) return refused(refusal);
  const parsed = parseObservationMessage(message);
  // A second try, for a connection that another context closed in between.
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await recordOnce(parsed, sender, dependencies);
    } catch (error) {
      const fault = describeFault(error);
      if (fault.code === 'write-failed' && fault.passing && attempt === 0) {
        closeDatabase();
        continue;
      }
      await dependencies.storeFault(fault.code, dependencies.now()).catch(() => undefined);
      return refused(fault.passing ? 'again' : 'failed');
    }
  }
}

function refused(reason: Refusal): RecordAnswer {
  return { accepted: false, reason };
}

function refuseSender(
  { id, tab, frameId, documentLifecycle }: MessageSender,
  { extensionId }: RecordDependencies,
): Refusal | undefined {
  if (id !== extensionId || tab?.id === undefined || frameId === undefined) return 'foreign';
  if (documentLifecycle === 'prerender') return 'prerender';
  if (tab.incognito === true) return 'private-window';
  return undefined;
}

async function recordOnce(
  message: ObservationMessage | undefined,
  sender: MessageSender,
  dependencies: RecordDependencies,
): Promise<RecordAnswer> {
  const now = dependencies.now();
  const [stored, policy] = await Promise.all([
    dependencies.readStored(),
    dependencies.readPolicy(),
  ]);
  if (stored.consent === undefined) return refused('no-consent');
  if (!mayRecord(stored, now)) return refused('paused');
  const address = addressOf(sender);
  if (address === undefined || !withinPolicy(address, policy)) return refused('not-listed');
  await requireRoom(ROOM_TO_WRITE);
  const database = await dependencies.openDatabase();
  const platforms = await database.platforms.toArray();
  const resolve = (named?: string) => dependencies.resolvePlatform(address, platforms, named);
  const platform = resolve();
  if (platform === undefined || isIgnored(platform.id, platforms)) return refused('not-listed');
  if (message === undefined) {
    // Only an observer of another version sends such a thing: it must not go unseen.
    await noteFault(database, 'page-unreadable', now, platform.id);
    return refused('malformed');
  }
  const signs = signsOf(message);
  const titled = signs === undefined ? platform : resolve(signs.title);
  if (titled === undefined) {
    // A page of 举报, 信访 or 纪检 by its own title: nothing more is taken from this document.
    await closeStream(database, message.observer, now);
    return refused('not-listed');
  }

  const zone = stored.settings?.zone ?? DEFAULT_SETTINGS.zone;
  const preparation: Preparation = {
    zone,
    keys: await loadKeys(database, now),
    recognition: message.observations.some(({ kind }) => ASKING.has(kind))
      ? await recognition(dependencies, now)
      : NO_RECOGNITION,
    digestsAllowed:
      stored.consent.level === 'values' &&
      stored.settings?.structureOnly !== true &&
      !policy.structureOnly,
  };
  const context: PresenceContext = {
    database,
    now,
    platform: platform.id,
    tab: sender.tab?.id ?? 0,
    frame: sender.frameId ?? 0,
    observer: message.observer,
    sender,
    sentAt: message.sentAt,
    zone,
  };
  const folds = await Promise.all(
    message.observations.map((one) => prepare(atMost(one, now), preparation, dependencies)),
  );
  await noticeLoss(database, dependencies, now);
  const first = await database.transaction('rw', foldedTables(database), async () => {
    if (!(await isFirstDelivery(database, message, now))) return false;
    await noteBeginning(database, now);
    await notePlatform(
      database,
      platform,
      now,
      sender.frameId === 0
        ? { category: titled.category, name: signs && systemName(signs) }
        : undefined,
    );
    for (const fold of folds) await fold(context);
    return true;
  });
  if (first) await afterwards(message, context, preparation, dependencies);
  return { accepted: true };
}

/** Says so when the database is empty although there was a record before. */
async function noticeLoss(
  database: Database,
  { began, storeFault }: RecordDependencies,
  now: number,
): Promise<void> {
  if (began === undefined) return;
  const [outside, inside] = await Promise.all([began.read(), readBeginning(database)]);
  if (inside === undefined && outside !== undefined) await storeFault('records-lost', now);
  if (inside === undefined || outside !== inside) await began.write(inside ?? now);
}

/** Taken off the list by the person, by itself or with the platform that it counts as. */
function isIgnored(id: string, platforms: readonly Platform[]): boolean {
  const counted = canonicalPlatforms(platforms).get(id) ?? id;
  return platforms.some((one) => (one.id === id || one.id === counted) && one.ignored === true);
}

/** The tables that a message can change; pages go on reading the others meanwhile. */
function foldedTables(database: Database) {
  const { intervals, coverage, platforms, forms, submissions, digests } = database;
  const { uploads, actions, pageSigns, transfers, faults, state } = database;
  return [
    intervals,
    coverage,
    platforms,
    forms,
    submissions,
    digests,
    uploads,
    actions,
    pageSigns,
    transfers,
    faults,
    state,
  ];
}

/**
 * What asks for what is known of fields and values. Nothing else waits for it: it is unpacked after an
 * install or an update, and a worker may die before it is done.
 */
const ASKING: ReadonlySet<Observation['kind']> = new Set([
  'form',
  'submission',
  'result-page',
  'upload',
]);

/** A package whose own knowledge cannot be read still records, with every label unknown. */
async function recognition(dependencies: RecordDependencies, now: number): Promise<Recognition> {
  try {
    return await dependencies.loadRecognition();
  } catch {
    await dependencies.storeFault('knowledge-unreadable', now);
    return NO_RECOGNITION;
  }
}

const unknownField = ({ labels }: FieldReading): RecognisedField => ({
  score: 0,
  label: (labels[0]?.text ?? '').normalize('NFKC').replace(/[\s:*]+/g, ''),
  inDictionary: false,
});
const NO_RECOGNITION: Recognition = {
  concepts: () => undefined,
  recogniseField: unknownField,
  recogniseForm: ({ fields }) => fields.map(unknownField),
  comparableValue: () => undefined,
  dictionaryHeading: () => undefined,
  isProofLabel: () => false,
};

/**
 * The web address that a message speaks of. A sandboxed or `data:` frame has the origin `null`: it
 * belongs to the page in whose tab it stands. A blank frame has the origin of whoever made it.
 */
export function addressOf({ url, origin, tab }: MessageSender): string | undefined {
  const candidates = origin === 'null' ? [tab?.url] : [url, origin, tab?.url];
  return candidates.find((address) => address !== undefined && /^https?:\/\//i.test(address));
}

function withinPolicy(address: string, { onlySites }: Policy): boolean {
  return onlySites.length === 0 || matchesAnyPattern(onlySites, address);
}

/** What the page tells of itself, where it has a title. Title and site name are in memory only. */
function signsOf({ observations }: ObservationMessage): PageSignsObservation | undefined {
  const signs = observations.find((one): one is PageSignsObservation => one.kind === 'page-signs');
  return signs?.title === '' ? undefined : signs;
}

/** An observation cannot have happened later than now: a page's clock may run ahead. */
function atMost(observation: Observation, now: number): Observation {
  return observation.kind === 'presence' || observation.at <= now
    ? observation
    : { ...observation, at: now };
}

type Fold = (context: PresenceContext) => Promise<void>;

/** Does what has to wait, and returns what is left to do inside the transaction. */
async function prepare(
  observation: Observation,
  preparation: Preparation,
  dependencies: RecordDependencies,
): Promise<Fold> {
  switch (observation.kind) {
    case 'presence':
      return (context) => dependencies.foldPresence(context.database, observation, context);
    case 'form': {
      const { prepared } = await prepareForm(preparation, observation.form);
      return async (context) => void (await foldForm(context, prepared, observation.at));
    }
    case 'submission': {
      const prepared = await prepareSubmission(preparation, observation);
      return (context) => foldSubmission(context, prepared);
    }
    case 'result-page': {
      const prepared = await prepareResultPage(preparation, observation);
      return async (context) => {
        await foldResultPage(context, prepared);
        await settleLeftAction(context, prepared);
      };
    }
    case 'upload': {
      const prepared = await prepareUpload(preparation, observation);
      return async (context) => {
        await foldUpload(context, prepared);
        await foldCarriedExport(context, prepared);
      };
    }
    case 'upload-outcome':
      return (context) => foldUploadOutcome(context, observation);
    case 'action': {
      const prepared = await prepareAction(preparation, observation);
      return (context) => foldAction(context, prepared);
    }
    case 'page-signs': {
      const prepared = await preparePageSigns(preparation, observation);
      return (context) => foldPageSigns(context, prepared);
    }
    case 'transfer': {
      const prepared = await prepareTransfer(preparation, observation);
      return (context) => foldTransfer(context, prepared);
    }
  }
}

/** What follows the record but must not undo it. */
async function afterwards(
  { observations }: ObservationMessage,
  context: PresenceContext,
  { digestsAllowed }: Preparation,
  dependencies: RecordDependencies,
): Promise<void> {
  if (observations.some(({ kind }) => kind === 'submission' || kind === 'result-page')) {
    // Whatever goes wrong here is made up for at the next occasion: the mark stays in open state.
    await dependencies
      .judge(context.database)
      .catch((error) => dependencies.storeFault(describeFault(error).code, context.now));
  }
  for (const one of observations) {
    if (one.kind !== 'upload' || one.blobUrl === undefined) continue;
    dependencies.readFile?.(one, context, digestsAllowed);
  }
}
