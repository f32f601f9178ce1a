/** Why a file is refused: what is wrong, and where in the file (`platforms.3.code`). */
export interface Fault {
  readonly reason:
    | 'too-large'
    | 'unreadable'
    | 'foreign'
    | 'not-json'
    | 'schema'
    | 'version'
    | 'missing'
    | 'unknown-key'
    | 'value'
    | 'too-many'
    | 'twice';
  /** Names of keys and places of this format alone, never a value of the file. */
  readonly at: string;
}

/** Thrown inside the parsers of files and caught by them. */
class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

export function refuse(reason: Fault['reason'], at: string): never {
  throw new Refused({ reason, at });
}

/** What `read` makes of the JSON text, or why the file is refused. */
export function readStrictJson<Value>(
  text: string,
  maxLength: number,
  read: (json: unknown) => Value,
): { readonly value: Value } | { readonly fault: Fault } {
  try {
    if (text.length > maxLength) refuse('too-large', '');
    return { value: read(parseJson(text)) };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault };
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return refuse('not-json', '');
  }
}

type Json = Readonly<Record<string, unknown>>;

/** An object that has all of `needed`, perhaps some of `optional`, and nothing else. */
export function objectWith<Key extends string, Optional extends string = never>(
  json: unknown,
  at: string,
  needed: readonly Key[],
  optional: readonly Optional[] = [],
): Readonly<Record<Key, unknown>> & Readonly<Partial<Record<Optional, unknown>>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) refuse('value', at);
  const allowed = new Set<string>([...needed, ...optional]);
  // What stands under an unknown key may be anything: only that there is one is told.
  if (Object.keys(json as Json).some((key) => !allowed.has(key))) refuse('unknown-key', at);
  for (const key of needed)
    if (!Object.hasOwn(json as Json, key)) refuse('missing', under(at, key));
  return json as Readonly<Record<Key | Optional, unknown>>;
}

export function textLike(json: unknown, at: string, pattern: RegExp): string {
  if (typeof json !== 'string' || !pattern.test(json)) refuse('value', at);
  return json as string;
}

/** One line of text for people, trimmed: no control characters, 1 to `max` characters. */
export function line(json: unknown, at: string, max: number): string {
  if (typeof json !== 'string' || json.length > max || json !== json.trim()) refuse('value', at);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (json === '' || /[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/.test(json as string))
    refuse('value', at);
  return json as string;
}

export function wholeNumber(json: unknown, at: string, least: number, most: number): number {
  if (!Number.isSafeInteger(json) || (json as number) < least || (json as number) > most)
    refuse('value', at);
  return json as number;
}

export function listOf<Value>(
  json: unknown,
  at: string,
  most: number,
  read: (entry: unknown, at: string) => Value,
): readonly Value[] {
  if (!Array.isArray(json)) refuse('value', at);
  const list = json as readonly unknown[];
  if (list.length > most) refuse('too-many', at);
  return list.map((entry, index) => read(entry, under(at, String(index))));
}

export function eachOnce(keys: readonly string[], at: string): void {
  if (new Set(keys).size !== keys.length) refuse('twice', at);
}

export function under(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
