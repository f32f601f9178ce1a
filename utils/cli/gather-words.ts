/**
 * Gathers the Chinese words and expressions of a finished script in one text at its beginning: letters of
 * two scripts in turn compress worse than one after the other. Sources, types and unit tests know nothing
 * of it.
 */
import { type ESTree, parseSync } from 'vite';

/** Fewer Chinese characters cost less where they are. */
const FEWEST = 2;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g;
/** Stands between the words; none holds it. */
const BETWEEN = '\n';
/** An expression that keeps a place in a text is a new one each time. */
const KEEPS_PLACE = /[gy]/;

type Node = ESTree.Node & { readonly start: number; readonly end: number };

/**
 * The same program with its words first.
 *
 * @param code minified, a script of its own
 * @param name of the script: those of one page share their globals
 * @throws Error where it cannot be parsed or holds a word that cannot be gathered
 */
export function withWordsGathered(code: string, name: string): string {
  const { program, errors } = parseSync('script.js', code, { sourceType: 'script' });
  if (errors.length > 0) throw new Error(`words: ${errors[0]?.message}`);
  const words = `${name.charAt(0)}_`;
  const [told, made] = [`${words}t`, `${words}m`];
  const taken = new Set(code.match(/[\w$]+/g));
  for (const own of [words, told, made]) {
    if (taken.has(own)) throw new Error(`words: ${own} is taken`);
  }
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    if (text.includes(BETWEEN)) throw new Error(`words: ${JSON.stringify(text)}`);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  let out = '';
  let end = 0;
  for (const { start, end: after, text, flags } of literalsIn(program)) {
    const before = out.at(-1) ?? code[start - 1] ?? '';
    const word = `${words}[${placeOf(text)}]`;
    const by =
      flags === undefined
        ? word
        : KEEPS_PLACE.test(flags)
          ? `RegExp(${word},"${flags}")`
          : `${told}(${placeOf(text)}${flags === '' ? '' : `,"${flags}"`})`;
    const piece = code.slice(end, start);
    // return"提交" needs no blank, return Q[1] does.
    const joins = /[\w$]$/.test(piece === '' ? before : piece);
    out += `${piece}${joins ? ' ' : ''}${by}`;
    end = after;
  }
  out += code.slice(end);
  if (places.size === 0) return code;
  const text = JSON.stringify([...places.keys()].join(BETWEEN));
  return `var ${words}=${text}.split("\\n"),${made}={},${told}=(e,t="")=>${made}[e+t]??=RegExp(${words}[e],t);${out}`;
}

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of an expression. */
  readonly flags?: string;
}

/** In order, those that are worth it; names of members stay. */
function literalsIn(program: ESTree.Program): readonly Literal[] {
  const found: Literal[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) visit(part);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = value as Node;
    if (node.type === 'Literal') {
      const { start, end } = node;
      if ('regex' in node) {
        const { pattern: text, flags } = node.regex;
        if (isChinese(text)) found.push({ start, end, text, flags });
      } else if (typeof node.value === 'string' && isChinese(node.value)) {
        found.push({ start, end, text: node.value });
      }
      return;
    }
    for (const [name, part] of Object.entries(node)) {
      if (name === 'key' && 'computed' in node && !node.computed) continue;
      visit(part);
    }
  };
  visit(program);
  return found.sort((one, other) => one.start - other.start);
}

function isChinese(text: string): boolean {
  return (text.match(CHINESE)?.length ?? 0) >= FEWEST;
}
