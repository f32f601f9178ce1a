import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { storeFault } from '../../utils/browser/faults';
import { isGranted, keepWish, removeOrigin } from '../../utils/browser/permissions';
import { readPolicy, refreshPolicy } from '../../utils/browser/policy';
import { injectParts, type Target } from '../../utils/browser/scripting';
import { readBegan, readStored, writeBegan } from '../../utils/browser/settings';
import { openPage } from '../../utils/browser/tabs';
import type {
  ActionObservation,
  ObservationMessage,
  ObserverPart,
  SubmissionObservation,
} from '../../utils/domain/observation';
import { parseHello } from '../../utils/domain/observation-schema';
import { mayRecord } from '../../utils/domain/settings';
import { isActionLeft } from '../../utils/storage/actions';
import { describeFault } from '../../utils/storage/describe-fault';
import { openDatabase } from '../../utils/storage/open-database';
import { ROOM_TO_WRITE, requireRoom } from '../../utils/storage/require-room';
import { type AnsweringDocument, isSubmissionPending } from '../../utils/storage/submissions';
import { answerHint } from './answer-hint';
import { startAttention } from './attention';
import { applyBadge, markRecorded } from './badge';
import { expectAnswer } from './expect-answer';
import { foldPresence } from './fold-presence';
import { openHandedFiles, readHandedFile } from './handed-file';
import { judgePending } from './judge';
import { listWantedSites, seenPlatform, unlistSite } from './listed-sites';
import { loadRecognition } from './load-recognition';
import {
  addressOf,
  type MessageSender,
  type RecordDependencies,
  recorded,
  recordMessage,
} from './record';
import { sweepWhenDue } from './retention';
import { reconcile } from './upkeep';
import { applyWeeklyNotice, NOTICE_ALARM, openFromNotice } from './weekly-notice';

const UPKEEP_ALARM = 'upkeep';
/** A planned form of more columns than this is cut. */
const MOST_LABELS = 500;
const UPKEEP_MINUTES = 6 * 60;
/** What of the stored settings decides where the content scripts stand. */
const UPKEEP_KEYS = ['consent', 'settings', 'lastPolicy'];
const BADGE_KEYS = ['consent', 'settings', 'pause'];

const DEPENDENCIES: RecordDependencies = {
  extensionId: browser.runtime.id,
  now: Date.now,
  openDatabase,
  readStored,
  readPolicy,
  loadRecognition,
  resolvePlatform: seenPlatform,
  foldPresence,
  storeFault,
  began: { read: readBegan, write: writeBegan },
  judge: judgePending,
  readFile: readHandedFile,
};

export default defineBackground({
  type: 'module',
  main() {
    startAttention();
    browser.runtime.onMessage.addListener(onMessage);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void openPage('welcome.html');
      // What was agreed to has changed: nothing is recorded until the person has decided anew.
      else void readStored().then((stored) => stored.consentOutdated && openPage('welcome.html'));
      void upkeep();
      prepareKnowledge();
    });
    browser.runtime.onStartup.addListener(() => void upkeep());
    openFromNotice();
    browser.permissions.onAdded.addListener(({ permissions, origins }) => {
      if (permissions?.includes('notifications')) openFromNotice();
      void upkeep(origins);
    });
    browser.permissions.onRemoved.addListener(() => void upkeep());
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'managed' || 'consent' in changes) void refreshPolicy();
      if (changes.consent?.newValue !== undefined) prepareKnowledge();
      if (UPKEEP_KEYS.some((key) => key in changes)) void upkeep();
      if (BADGE_KEYS.some((key) => key in changes)) void applyBadge();
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === UPKEEP_ALARM || name === NOTICE_ALARM) void upkeep();
    });
    void upkeep();
    void applyBadge();
    void refreshPolicy();
  },
});

/** Unpacks what the package carries before a form or a page must wait for it. */
function prepareKnowledge(): void {
  void readStored()
    .then(({ consent }) => (consent === undefined ? undefined : loadRecognition()))
    .catch(() => undefined);
}

/** Answers `true` where a message was folded, `false` where it is refused for good; else it rejects. */
function onMessage(message: unknown, sender: MessageSender): Promise<unknown> | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (type === 'hello') return answerHello(message, sender);
  if (type === 'observation') return answerObservation(message, sender);
  if (type === 'hint') return answerQuestion(message, sender);
  if (!isOwnPage(sender)) return undefined;
  if (type === 'list-changed') return upkeep().then(() => true);
  if (type === 'want-site') return wantSite(message);
  if (type === 'stop-site') return stopSite(message);
  if (type === 'recognise') return recognise(message);
  return undefined;
}

/** Takes a site off the list: first what the browser allows, which holds without a database too. */
async function stopSite(message: unknown): Promise<void> {
  const { address } = message as { readonly address: string };
  await removeOrigin(address);
  await unlistSite(await openDatabase(), address, Date.now());
  await upkeep();
}

/** Keeps a wish and meets it, where the browser allows the site already. */
async function wantSite(message: unknown): Promise<void> {
  const { pattern } = message as { readonly pattern: string };
  await keepWish(pattern);
  await upkeep();
}

/** Data items of the labels of a form that is only planned; nothing of it is kept. */
async function recognise(message: unknown): Promise<readonly (string | null)[]> {
  const { labels } = message as { readonly labels?: unknown };
  if (!Array.isArray(labels)) return [];
  const { recogniseField } = await loadRecognition();
  return labels.slice(0, MOST_LABELS).map((text) => {
    const label = { text: String(text), source: 'table-header' } as const;
    const field = { labels: [label], control: 'other', required: false, prefilled: false } as const;
    return recogniseField(field).concept ?? null;
  });
}

/** A page of the extension itself, in a tab or as the popup. */
function isOwnPage({ id, url }: MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true;
}

function answerObservation(message: unknown, sender: MessageSender): Promise<boolean> {
  const taken = takeObservation(message, sender);
  follow(message, sender, taken);
  return taken;
}

async function takeObservation(message: unknown, sender: MessageSender): Promise<boolean> {
  const address = addressOf(sender);
  if (address === undefined) return false;
  const closeFiles = openHandedFiles(message);
  try {
    // A page that was open when the person took its site off the list may still speak.
    if (!(await isGranted(address))) return false;
    const answer = await recordMessage(message, sender, DEPENDENCIES);
    if (!answer.accepted && answer.reason === 'again') throw new Error('again');
    if (!answer.accepted) return false;
    void markRecorded(sender.tab?.id).catch(() => undefined);
    await bringParts(message as ObservationMessage, sender);
    return true;
  } finally {
    closeFiles();
  }
}

async function answerQuestion(message: unknown, sender: MessageSender): Promise<number> {
  const address = addressOf(sender);
  if (sender.id !== browser.runtime.id || address === undefined) return 0;
  return (await isGranted(address)) ? answerHint(message, sender, DEPENDENCIES) : 0;
}

async function answerHello(message: unknown, sender: MessageSender): Promise<boolean> {
  const { tab, frameId, documentId, id } = sender;
  const hello = parseHello(message);
  if (id !== browser.runtime.id || hello === undefined) return false;
  if (tab?.id === undefined || frameId === undefined) return false;
  if (!mayRecord(await readStored(), Date.now())) return false;
  const asked = { tab: tab.id, frame: frameId, observer: hello.observer };
  if (hello.ifAwaited === true && !(await isAnswerAwaited(asked))) return false;
  await injectParts(hello.parts, { tabId: tab.id, frameId, documentId });
  return true;
}

/** A page that leaves something open is waited for to be followed, before its word is folded: the next may be there by then. */
function follow(message: unknown, { id, tab }: MessageSender, taken: Promise<unknown>): void {
  const { observations } = message as Partial<ObservationMessage>;
  if (id !== browser.runtime.id || tab?.id === undefined || !Array.isArray(observations)) return;
  if (!observations.some(leavesOpen)) return;
  const next = { tabId: tab.id, frameId: 0, documentId: undefined };
  expectAnswer(tab.id, () => void taken.then(() => readNext(next)).catch(() => undefined));
}

/**
 * What a page asks for with its word, and with its first one the reader, where the page before left
 * something open that this one may answer. The word is answered only then, which tells the page that
 * nothing is awaited.
 */
async function bringParts(
  { sequence, observer, parts }: ObservationMessage,
  { tab, frameId, documentId }: MessageSender,
): Promise<void> {
  if (frameId === undefined || tab?.id === undefined) return;
  const target = { tabId: tab.id, frameId, documentId };
  if (sequence === 0 && frameId === 0 && (await readAnswer(target, observer))) return;
  if (parts !== undefined) await inject(parts, target);
}

/** Not checked yet: it may be anything. */
function leavesOpen(one: Partial<SubmissionObservation | ActionObservation> | null): boolean {
  return one?.outcome === 'pending' || one?.evidence?.includes?.('page-left') === true;
}

async function readNext(target: Target): Promise<void> {
  if (mayRecord(await readStored(), Date.now())) await readAnswer(target, '');
}

/** @returns whether the page may be an answer */
async function readAnswer(target: Target, observer: string): Promise<boolean> {
  if (!(await isAnswerAwaited({ tab: target.tabId, frame: target.frameId, observer })))
    return false;
  await inject(['signs', 'reader'], target);
  return true;
}

/** A page that is gone meanwhile needs nothing. */
async function inject(parts: readonly ObserverPart[], target: Target): Promise<void> {
  await injectParts(parts, target).catch(() => undefined);
}

/** Whether the document before left something open; asked after what it told last is folded. */
async function isAnswerAwaited(asked: AnsweringDocument): Promise<boolean> {
  await recorded();
  try {
    const database = await openDatabase();
    return (await isSubmissionPending(database, asked)) || (await isActionLeft(database, asked));
  } catch {
    // Rather once too often than a submission whose answer nobody reads.
    return true;
  }
}

let upkeepTail: Promise<void> = Promise.resolve();

/** Upkeep runs one after the other: two at once would register the same script twice. */
function upkeep(added?: readonly string[]): Promise<void> {
  const step = () => bringInLine(added);
  upkeepTail = upkeepTail.then(step, step);
  return upkeepTail;
}

/** Brings everything that is wanted in line with what is: sites, scripts, retention, alarm. */
async function bringInLine(added?: readonly string[]): Promise<void> {
  const { consent } = await readStored();
  // Nothing is kept before the person agreed, not even an empty database.
  if (consent === undefined) return reconcile(async () => []);
  const readPlatforms = async () => (await openDatabase()).platforms.toArray();
  try {
    await requireRoom(ROOM_TO_WRITE);
    const database = await openDatabase();
    await listWantedSites(database, Date.now(), added);
    await reconcile(readPlatforms);
    if ((await browser.alarms.get(UPKEEP_ALARM)) === undefined) {
      browser.alarms.create(UPKEEP_ALARM, { periodInMinutes: UPKEEP_MINUTES });
    }
    await applyWeeklyNotice(database, Date.now());
    await sweepWhenDue(database, Date.now());
  } catch (error) {
    await storeFault(describeFault(error).code, Date.now());
    await reconcile(readPlatforms);
  }
}
