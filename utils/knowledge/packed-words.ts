/**
 * Words and expressions that the build took out of the code of the recognition. They come with the
 * field concepts, without which nothing is recognised anyway.
 */

/** Begins a text that stands here as the steps from each of its characters to the next. */
const IN_STEPS = '\u0100';
/** A shorter text is none the smaller for it. */
const FEWEST_STEPS = 50;

let words: readonly string[] = [];
const expressions = new Map<number, RegExp>();

/** @throws Error where there is no list of words */
export function takeWords(list: unknown): void {
  if (!Array.isArray(list)) throw new Error('words: none in the package');
  words = list.map(fromSteps);
}

/** A long text whose characters stand in the order of their codes, as the steps between them. */
export function inSteps(text: string): string {
  const units = [...text].map((character) => character.charCodeAt(0));
  const steps = units.map((unit, place) => unit - (units[place - 1] ?? 0));
  if (steps.length < FEWEST_STEPS || steps.some((step) => step <= 0)) return text;
  const first = IN_STEPS.charCodeAt(0);
  const [start = 0, ...rest] = steps;
  return String.fromCharCode(first, start, ...rest.map((step) => first + step));
}

function fromSteps(text: string): string {
  if (!text.startsWith(IN_STEPS)) return text;
  let unit = text.charCodeAt(1);
  let whole = text.charAt(1);
  for (const step of text.slice(2)) {
    unit += step.charCodeAt(0) - IN_STEPS.charCodeAt(0);
    whole += String.fromCharCode(unit);
  }
  return whole;
}

/** @throws Error where it is asked before the words are there */
export function wordsAt(place: number): string {
  const text = words[place];
  if (text === undefined) throw new Error(`words: ${place} of ${words.length}`);
  return text;
}

/** What a literal of an expression in its place would give: one that keeps a place in a text is new each time. */
export function expressionAt(place: number, flags: string): RegExp {
  if (/[gy]/.test(flags)) return new RegExp(wordsAt(place), flags);
  let expression = expressions.get(place);
  if (expression === undefined) {
    expression = new RegExp(wordsAt(place), flags);
    expressions.set(place, expression);
  }
  return expression;
}

/** A constant that is made when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
