import browser from 'webextension-polyfill';
import { NO_POLICY, type Policy, parsePolicy } from '../domain/policy';

/**
 * The unit's policy; {@link NO_POLICY} where there is none. Just after the browser's start Chromium
 * takes seconds to answer for managed storage: the last answer is kept and serves meanwhile, and
 * `refreshPolicy` brings it up to date. Where there is no last answer, the first one is waited for.
 */
export async function readPolicy(): Promise<Policy> {
  const known = await readLast();
  return known === undefined ? refreshPolicy() : parsePolicy(known);
}

/** The policy as it was last told, without waiting for the browser; none where it never was. */
export async function lastPolicy(): Promise<Policy> {
  return parsePolicy((await readLast()) ?? {});
}

async function readLast(): Promise<Record<string, unknown> | undefined> {
  const { lastPolicy: last } = (await browser.storage.local.get('lastPolicy')) as {
    lastPolicy?: Record<string, unknown>;
  };
  return last;
}

/** A browser that has not answered for managed storage by then has no policy, ms. */
const ANSWER_LIMIT_MS = 10_000;

/** Asks the browser for the policy in force, and keeps the answer. */
export async function refreshPolicy(): Promise<Policy> {
  const managed = await readManaged();
  const { consent } = await browser.storage.local.get('consent');
  // Nothing is kept before the person agreed, nor after a wipe.
  if (consent !== undefined && JSON.stringify(await readLast()) !== JSON.stringify(managed)) {
    await browser.storage.local.set({ lastPolicy: managed });
  }
  return parsePolicy(managed);
}

async function readManaged(): Promise<Record<string, unknown>> {
  const late = new Promise<Record<string, unknown>>((resolve) => {
    setTimeout(() => resolve({}), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([browser.storage.managed.get(), late]);
  } catch {
    // Firefox rejects where no policy file names the extension: that is the ordinary case.
    return {};
  }
}

/** Whether the extension was installed by policy: the welcome page then says so. */
export async function installedByPolicy(): Promise<boolean> {
  return (await browser.management?.getSelf?.())?.installType === 'admin';
}
