import browser, { type Runtime } from 'webextension-polyfill';
import { storeFault } from '../../utils/browser/faults';
import { readStored, settingsOf } from '../../utils/browser/settings';
import type { ObservationMessage, PresenceObservation } from '../../utils/domain/observation';
import { type BrowserEvidence, IDLE_DETECTION_MS } from '../../utils/domain/presence-evidence';
import { mayRecord } from '../../utils/domain/settings';
import { describeFault } from '../../utils/storage/describe-fault';
import { openDatabase } from '../../utils/storage/open-database';
import { foldBrowserEvidence } from './fold-presence';

/** Kept by the browser until it or the extension ends: so a new worker tells a new session. */
const SESSION_KEY = 'session';

/**
 * Listens to what only the browser can tell about attention: which window and tab has it, whether the
 * system is idle or locked, whether this is a new session. Call it first and synchronously when the
 * worker starts, so that the event that woke it is heard. Nothing is kept without consent; while
 * recording is paused only the blocks of the coverage are.
 */
export function startAttention(): void {
  browser.idle.setDetectionInterval(IDLE_DETECTION_MS / 1_000);
  browser.idle.onStateChanged.addListener((state) =>
    tell({ kind: 'system', at: Date.now(), state }),
  );
  browser.windows.onFocusChanged.addListener((windowId) => tell(focusEvidence(windowId)));
  browser.tabs.onActivated.addListener(({ tabId, windowId }) =>
    tell({ kind: 'tab-active', at: Date.now(), tabId, windowId }),
  );
  browser.tabs.onRemoved.addListener((tabId) =>
    tell({ kind: 'tab-removed', at: Date.now(), tabId }),
  );
  browser.runtime.onMessage.addListener(hearBlur);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ('consent' in changes || 'pause' in changes)) tellRecording();
  });
  void begin();
}

let tail: Promise<unknown> = Promise.resolve();

/** Evidence is folded in the order in which it was heard. */
function tell(...evidence: BrowserEvidence[]): void {
  tail = tail.then(() => fold(evidence));
}

async function fold(evidence: readonly BrowserEvidence[]): Promise<void> {
  try {
    const stored = await readStored();
    if (stored.consent === undefined) return;
    const database = await openDatabase();
    await foldBrowserEvidence(database, evidence, settingsOf(stored).zone);
  } catch (error) {
    await keepFault(error);
  }
}

/** The fault says that evidence is missing; where not even that can be kept there is no place left. */
function keepFault(error: unknown): Promise<void> {
  return storeFault(describeFault(error).code, Date.now()).catch(() => undefined);
}

/** What is true at the start of the worker, whatever it missed while it was not there. */
async function begin(): Promise<void> {
  const at = Date.now();
  try {
    const known = await browser.storage.session.get(SESSION_KEY);
    if (known[SESSION_KEY] === undefined) {
      await browser.storage.session.set({ [SESSION_KEY]: at });
      tell({ kind: 'session-start', at });
      tellRecording();
    }
    const state = await browser.idle.queryState(IDLE_DETECTION_MS / 1_000);
    tell({ kind: 'system', at: Date.now(), state });
    const window = await browser.windows.getLastFocused();
    if (window.focused && window.id !== undefined) tell(focusEvidence(window.id));
  } catch {
    // A browser that is closing: there is nothing to begin.
  }
}

function focusEvidence(windowId: number, at = Date.now()): BrowserEvidence {
  const none = windowId === browser.windows.WINDOW_ID_NONE;
  return { kind: 'window-focus', at, ...(none ? {} : { windowId }) };
}

/** A worker that had to be started answers this late, at most. */
const LATE_ANSWER_MS = 15_000;

/**
 * A page that lost the focus cannot know whether the window kept it (address bar, find bar) or another
 * program took it, and not every desktop tells the browser: so the window is asked. The answer is that
 * of the moment of the blur: whatever happened since is told by itself.
 */
function hearBlur(message: unknown, sender: Runtime.MessageSender): undefined {
  const windowId = sender.tab?.windowId;
  const blurredAt = blurIn(message);
  if (sender.id !== browser.runtime.id || windowId === undefined || blurredAt === undefined) return;
  browser.windows
    .get(windowId)
    .then((window) => {
      const now = Date.now();
      const at = now - blurredAt <= LATE_ANSWER_MS ? Math.min(blurredAt, now) : now;
      tell(focusEvidence(window.focused ? windowId : browser.windows.WINDOW_ID_NONE, at));
    })
    .catch(() => undefined);
}

/** When a page that is still visible last lost the focus, where the message ends with that. */
function blurIn(message: unknown): number | undefined {
  const { type, observations } = (message ?? {}) as Partial<ObservationMessage>;
  if (type !== 'observation' || !Array.isArray(observations)) return undefined;
  return (observations as (Partial<PresenceObservation> | null)[])
    .filter((one) => one?.kind === 'presence' && one.visible === true && one.focused === false)
    .flatMap((one) => (Array.isArray(one?.edges) ? one.edges : []))
    .findLast((edge) => edge?.edge === 'blur' && Number.isFinite(edge.at))?.at;
}

function tellRecording(): void {
  const at = Date.now();
  tail = tail
    .then(() => readStored())
    .then((stored) =>
      stored.consent === undefined
        ? undefined
        : fold([{ kind: 'recording', at, possible: mayRecord(stored, at) }]),
    )
    .catch(keepFault);
}
