import browser, { type Scripting } from 'webextension-polyfill';
import type { ObserverPart } from '../domain/observation';
import type { WantedScripts } from '../domain/wanted-scripts';

const OBSERVER_ID = 'observer';
const OBSERVER_FILE = 'observer.js';
const PART_FILES: Record<ObserverPart, string> = { signs: 'signs.js', reader: 'reader.js' };
const FILE_HOOK_ID = 'file-hook';
const FILE_HOOK_FILE = 'file-hook.js';

/**
 * Makes the registered content scripts equal to what is wanted, touching only what differs.
 *
 * @returns whether anything changed
 * @throws Error where the browser refuses a pattern
 */
export async function applyScripts(wanted: WantedScripts): Promise<boolean> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const desired = [...observerScripts(wanted), ...fileHookScripts(wanted)].map(understood);
  const stale = registered.filter((script) => !desired.some((other) => sameScript(script, other)));
  const missing = desired.filter(
    (script) => !registered.some((other) => sameScript(other, script)),
  );
  if (stale.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: stale.map((script) => script.id) });
  }
  for (const script of missing) await register(script);
  return stale.length + missing.length > 0;
}

/** Puts the observer into the pages that are open already; a second copy in a page does nothing. */
export async function injectIntoOpenTabs(mayRun: (address: string) => boolean): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined || tab.url === undefined || !mayRun(tab.url)) continue;
    await browser.scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [OBSERVER_FILE] })
      // A page that is closing, an error page or the store: there is nothing to observe there.
      .catch(() => undefined);
  }
}

/** One frame, and its document where the browser tells them apart. */
export interface Target {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | undefined;
}

/** Puts parts of the observer into the one frame that asked for them. */
export async function injectParts(
  parts: readonly ObserverPart[],
  { tabId, frameId, documentId }: Target,
): Promise<void> {
  // Where the browser tells documents apart, the frame cannot have moved on to another page meanwhile.
  const target =
    documentId === undefined
      ? { tabId, frameIds: [frameId] }
      : { tabId, documentIds: [documentId] };
  await browser.scripting.executeScript({
    target: target as Scripting.InjectionTarget,
    files: parts.map((part) => PART_FILES[part]),
  });
}

type RegisteredScript = Scripting.RegisteredContentScript & { matchOriginAsFallback?: boolean };

function observerScripts(wanted: WantedScripts): RegisteredScript[] {
  if (wanted.observerMatches.length === 0) return [];
  return [
    {
      id: OBSERVER_ID,
      js: [OBSERVER_FILE],
      matches: [...wanted.observerMatches],
      excludeMatches: [...wanted.excludeMatches],
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ];
}

function fileHookScripts(wanted: WantedScripts): RegisteredScript[] {
  if (wanted.fileHookMatches.length === 0) return [];
  return [
    {
      id: FILE_HOOK_ID,
      js: [FILE_HOOK_FILE],
      matches: [...wanted.fileHookMatches],
      excludeMatches: [...wanted.excludeMatches],
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
      world: 'MAIN',
    } as RegisteredScript,
  ];
}

/** Firefox knows no ports in match patterns; the worker keeps to the port. */
function understood(script: RegisteredScript): RegisteredScript {
  if (!browser.runtime.getURL('').startsWith('moz-extension:')) return script;
  const excludeMatches = (script.excludeMatches ?? []).filter(
    (pattern) => !/:\d+\/\*$/.test(pattern),
  );
  return { ...script, excludeMatches };
}

async function register(script: RegisteredScript): Promise<void> {
  try {
    // about:blank, srcdoc and blob: frames of a listed page; Chromium knows it since 119.
    await browser.scripting.registerContentScripts([
      { ...script, matchOriginAsFallback: true } as RegisteredScript,
    ]);
  } catch {
    await browser.scripting.registerContentScripts([script]);
  }
}

function sameScript(a: RegisteredScript, b: RegisteredScript): boolean {
  return (
    a.id === b.id &&
    samePatterns(a.matches, b.matches) &&
    samePatterns(a.excludeMatches, b.excludeMatches)
  );
}

function samePatterns(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}
