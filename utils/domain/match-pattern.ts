/** The government hosts that agreeing on the welcome page asks for. */
export const GOVERNMENT_PATTERN = '*://*.gov.cn/*';

/**
 * The match pattern of just the site that an address belongs to, with its port.
 *
 * @returns `undefined` for addresses that are no web page (`chrome:`, `file:` and the like)
 */
export function patternOf(address: string): string | undefined {
  const url = parseWebAddress(address);
  return url === undefined ? undefined : `${url.protocol}//${url.host}/*`;
}

/**
 * Whether an address lies within a match pattern, as browsers compare them: scheme `*` is http and
 * https, a host `*.x` holds x and all below it, a missing port holds every port. Paths are always
 * `/*` in this project.
 */
export function matchesPattern(pattern: string, address: string): boolean {
  const url = parseWebAddress(address);
  if (url === undefined) return false;
  if (pattern === '<all_urls>') return true;
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+|\[[^\]]+\])(?::(\d+|\*))?\/\*$/.exec(
    pattern,
  );
  if (parts === null) return false;
  const [, scheme = '*', host = '', port] = parts;
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false;
  if (port !== undefined && port !== '*' && port !== effectivePort(url)) return false;
  if (host === '*') return true;
  if (!host.startsWith('*.')) return url.hostname === host;
  const base = host.slice(2);
  return url.hostname === base || url.hostname.endsWith(`.${base}`);
}

/** Whether an address lies within any of the patterns. */
export function matchesAnyPattern(patterns: readonly string[], address: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, address));
}

function effectivePort(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'https:' ? '443' : '80';
}

function parseWebAddress(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}
