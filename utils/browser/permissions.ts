import browser from 'webextension-polyfill';
import { GOVERNMENT_PATTERN, patternOf } from '../domain/match-pattern';
import { readStored } from './settings';

/**
 * Asks the browser for the government hosts. Must be called from a click.
 *
 * @returns whether the browser allows them now
 */
export function requestGovernment(): Promise<boolean> {
  return requestPatterns([GOVERNMENT_PATTERN]);
}

/** Asks the browser for several match patterns in one question. Must be called from a click. */
export function requestPatterns(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns.map(withoutPortWhereUnknown) });
}

/**
 * Asks the browser for just the site of an address. Must be called from a click. The worker is told of
 * the wish in the same moment: a popup may be closed by the browser's own question or by the person,
 * and the worker then finishes it.
 *
 * @returns whether the browser allows it now; `false` too for addresses that are no web page
 * @throws where the wish could not be stored
 */
export async function requestOrigin(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  if (pattern === undefined) return false;
  // Nothing is awaited before the request: the browser takes it only straight from the click.
  const [allowed] = await Promise.all([
    requestPatterns([pattern]),
    browser.runtime.sendMessage({ type: 'want-site', pattern }),
  ]);
  // Who says no does not want it later either, when the browser allows it in another way.
  if (!allowed) await forgetWishes([pattern]);
  return allowed;
}

/** The match patterns of all sites that the browser allows now. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether the browser allows the site of an address. */
export async function isGranted(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  if (pattern === undefined) return false;
  return browser.permissions.contains({ origins: [withoutPortWhereUnknown(pattern)] });
}

/**
 * Gives the permission for the site of an address back to the browser and forgets the wish.
 *
 * @returns whether it is gone; a site under `*.gov.cn` stays allowed as long as that pattern is
 */
export async function removeOrigin(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  if (pattern === undefined) return false;
  await browser.permissions.remove({ origins: [withoutPortWhereUnknown(pattern)] });
  await forgetWishes([pattern]);
  return !(await isGranted(address));
}

/** Keeps the wish to record the sites of a match pattern until the browser allows it. */
export async function keepWish(pattern: string): Promise<void> {
  const { wantedOrigins = [] } = await readStored();
  await browser.storage.local.set({ wantedOrigins: [...new Set([...wantedOrigins, pattern])] });
}

/** Forgets wishes for match patterns that are met or given up. */
export async function forgetWishes(patterns: readonly string[]): Promise<void> {
  const { wantedOrigins = [] } = await readStored();
  const left = wantedOrigins.filter((wanted) => !patterns.includes(wanted));
  if (left.length < wantedOrigins.length) {
    await browser.storage.local.set({ wantedOrigins: left });
  }
}

/** Gives back every site, as leaving does. */
export async function removeAllOrigins(): Promise<void> {
  const origins = await grantedOrigins();
  await browser.storage.local.remove('wantedOrigins');
  if (origins.length > 0) await browser.permissions.remove({ origins: [...origins] });
}

/** Firefox knows no ports in match patterns: it allows the host, and the worker keeps to the port. */
function withoutPortWhereUnknown(pattern: string): string {
  const firefox = browser.runtime.getURL('').startsWith('moz-extension:');
  return firefox ? pattern.replace(/:\d+\/\*$/, '/*') : pattern;
}
