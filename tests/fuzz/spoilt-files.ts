import fc from 'fast-check';
import { piece } from './pieces';

type Path = readonly (string | number)[];

/** What stands where something else is expected. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  piece,
  fc.constantFrom(null, -1, 0, 1.5, 1e21, 2 ** 53, '', [], {}, true, 'x'.repeat(5_000)),
);

/** A file of which some characters are others, missing, or there twice. */
function edited(whole: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(whole.length),
    gone: fc.nat(20),
    put: fc.oneof(piece, fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\n', '0', '\0')),
    kind: fc.constantFrom('put', 'double', 'end'),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((text, { at, gone, put, kind }) => {
      const rest = text.slice(at);
      if (kind === 'end') return text.slice(0, at) + put;
      return text.slice(0, at) + put + (kind === 'double' ? rest : rest.slice(gone));
    }, whole),
  );
}

/** A file that is JSON still, with something else in one to three of its places. */
function changed(whole: string): fc.Arbitrary<string> {
  const places = placesIn(JSON.parse(whole), []);
  const change = fc.record({
    at: fc.constantFrom(...places),
    value: odd,
    kind: fc.constantFrom('instead', 'instead', 'gone', 'beside', '__proto__', 'constructor'),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const json = JSON.parse(whole);
    return JSON.stringify(
      changes.reduce((all, { at, value, kind }) => withChange(all, at, value, kind), json),
    );
  });
}

/** Files nearly like a whole one, and with `json` some that differ in their values alone. */
export function spoilt(whole: string, json: boolean): fc.Arbitrary<string> {
  return json ? fc.oneof(edited(whole), changed(whole)) : edited(whole);
}

function placesIn(value: unknown, at: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [at, ...entries.flatMap(([key, below]) => placesIn(below, [...at, key]))];
}

/** Own keys alone are looked at and set: a key such as `__proto__` stays one of the file's. */
function withChange(json: unknown, [key, ...rest]: Path, value: unknown, kind: string): unknown {
  if (key === undefined) {
    if (kind !== 'instead' && typeof json === 'object' && json !== null && !Array.isArray(json)) {
      const name = kind === 'beside' || kind === 'gone' ? 'more' : kind;
      return Object.fromEntries([...Object.entries(json), [name, value]]);
    }
    return value;
  }
  if (Array.isArray(json)) {
    if (kind === 'gone' && rest.length === 0) return json.filter((_, index) => index !== key);
    if (kind === 'beside' && rest.length === 0) return [...json, ...json, value];
    return json.map((one, index) => (index === key ? withChange(one, rest, value, kind) : one));
  }
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, below]) => {
      if (name !== key) return [[name, below]];
      if (kind === 'gone' && rest.length === 0) return [];
      return [[name, withChange(below, rest, value, kind)]];
    }),
  );
}
