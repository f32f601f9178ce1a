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
  const parts = parsePattern(pattern);
  if (parts === undefined) return false;
  if (parts.scheme !== '*' && `${parts.scheme}:` !== url.protocol) return false;
  if (parts.port !== '*' && parts.port !== effectivePort(url)) return false;
  return hostWithin(url.hostname, parts.host);
}

/** Whether an address lies within any of the patterns. */
export function matchesAnyPattern(patterns: readonly string[], address: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, address));
}

/**
 * The narrower of two patterns where one lies within the other, else `undefined`: two patterns hold
 * either one within the other or nothing in common, but for a scheme or port that only one names.
 */
export function narrowerPattern(a: string, b: string): string | undefined {
  const one = parsePattern(a);
  const other = parsePattern(b);
  if (one === undefined || other === undefined) return undefined;
  const scheme = narrower(one.scheme, other.scheme);
  const port = narrower(one.port, other.port);
  const host = hostWithin(one.host, other.host)
    ? one.host
    : hostWithin(other.host, one.host)
      ? other.host
      : undefined;
  if (scheme === undefined || port === undefined || host === undefined) return undefined;
  return `${scheme}://${host}${port === '*' ? '' : `:${port}`}/*`;
}

interface PatternParts {
  readonly scheme: string;
  readonly host: string;
  /** `*` where none is named. */
  readonly port: string;
}

function parsePattern(pattern: string): PatternParts | undefined {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:\s]+|\[[^\]\s]+\])(?::(\d+|\*))?\/\*$/.exec(
    pattern,
  );
  if (parts === null) return undefined;
  const [, scheme = '*', host = '*', port = '*'] = parts;
  return { scheme, host, port };
}

function narrower(a: string, b: string): string | undefined {
  if (a === '*' || a === b) return b;
  return b === '*' ? a : undefined;
}

/** Whether every host of the first is a host of the second. */
function hostWithin(inner: string, outer: string): boolean {
  if (outer === '*' || inner === outer) return true;
  if (!outer.startsWith('*.')) return false;
  const base = outer.slice(2);
  const host = inner.startsWith('*.') ? inner.slice(2) : inner;
  return host === base || host.endsWith(`.${base}`);
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
