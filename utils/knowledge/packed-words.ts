/**
 * Words and expressions that the build took out of the code of the recognition. They come with the
 * field concepts, without which nothing is recognised anyway.
 */

let words: readonly string[] = [];
const expressions = new Map<number, RegExp>();

/** @throws Error where there is no list of words */
export function takeWords(list: unknown): void {
  if (!Array.isArray(list)) throw new Error('words: none in the package');
  words = list;
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
