/**
 * Renders the part of the lexicon that content scripts carry, as source text, so that there is one
 * place where a word is written. `npx vitest run tests/utils/knowledge/lexicon.test.ts -u` writes it.
 */

import { ACTION_KINDS } from '../domain/action-kind';
import type { Lexicon } from './lexicon';
import type { CharacterPairs, PageWords } from './lexicon-shape';

const LINE_WIDTH = 100;
const SHORT_KEY = 5;

/** Source text of `control-words.ts`. */
export function renderControlWords(lexicon: Lexicon): string {
  const { controls, affixes, toasts } = lexicon;
  const traditional = pairsWithin(lexicon.traditional, commonWords(lexicon));
  return render('ControlLexicon', 'CONTROL_WORDS', { controls, affixes, toasts, traditional });
}

/** Source text of `page-words.ts`. */
export function renderPageWords(lexicon: Lexicon): string {
  const traditional = pairsWithin(lexicon.traditional, commonWords(lexicon));
  return render('PageLexicon', 'PAGE_WORDS', { pages: telling(lexicon.pages), traditional });
}

/**
 * The page words without those that another one of the same list makes needless: they are looked for
 * anywhere in a text, and whatever holds 工作通报 holds 通报.
 */
function telling(pages: PageWords): PageWords {
  const shorter = <Words extends { readonly terms: string; readonly negative?: string }>(
    words: Words,
    ...lists: readonly ('terms' | 'negative')[]
  ): Words => ({
    ...words,
    ...Object.fromEntries(
      lists.flatMap((list) => {
        const all = words[list];
        return all === undefined ? [] : [[list, withoutNeedless(all)]];
      }),
    ),
  });
  return {
    ...pages,
    cues: pages.cues.map((cue) => shorter(cue, 'terms', 'negative')),
    states: pages.states.map((state) => shorter(state, 'terms', 'negative')),
    countdown: shorter(pages.countdown, 'terms'),
    presence: shorter(pages.presence, 'terms'),
    exempt: shorter(pages.exempt, 'terms', 'negative'),
    browser: withoutNeedless(pages.browser),
    complaint: shorter(pages.complaint, 'terms', 'negative'),
  };
}

function withoutNeedless(words: string): string {
  const all = [...new Set(words.split(' '))];
  return all
    .filter((word) => !all.some((other) => other !== word && word.includes(other)))
    .join(' ');
}

/**
 * The words whose characters a content script can read in traditional writing too: those of actions. The
 * whole table is for the worker.
 */
function commonWords({ controls }: Lexicon): string {
  const actions = controls.filter(({ kind }) => ACTION_KINDS.some((action) => action === kind));
  return actions.map(({ tail = '', head = '' }) => tail + head).join('');
}

function render(type: string, name: string, value: object): string {
  return [
    '/** Rendered from `utils/knowledge/lexicon.json` by `render-words.ts`; a test holds the two together. */',
    '',
    `import type { ${type} } from './lexicon-shape';`,
    '',
    `export const ${name}: ${type} = ${literal(value, 0)};`,
    '',
  ].join('\n');
}

/** The pairs whose simplified character occurs in a text. */
function pairsWithin(pairs: CharacterPairs, text: string): CharacterPairs {
  const occurring = new Set(text);
  const to = [...pairs.to];
  const kept = [...pairs.from].map((from, index) => [from, to[index] ?? from] as const);
  const used = kept.filter(([, simplified]) => occurring.has(simplified));
  return {
    from: used.map(([from]) => from).join(''),
    to: used.map(([, simplified]) => simplified).join(''),
  };
}

/** A literal as the project's formatter lays it out. */
function literal(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
    return value.includes("'") ? JSON.stringify(value) : `'${quoted}'`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, depth + 1));
    const line = `[${items.join(', ')}]`;
    const fits = !line.includes('\n') && outer.length + visualWidth(line) + 1 <= LINE_WIDTH;
    if (fits && value.every((item) => typeof item !== 'object' || Array.isArray(item))) return line;
    return `[\n${items.map((item) => `${inner}${item},\n`).join('')}${outer}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${key}:`;
    const text = literal(item, depth + 1);
    // A long text starts on a line of its own, unless the key is so short that nothing is won.
    const breaks =
      typeof item === 'string' &&
      key.length >= SHORT_KEY &&
      visualWidth(`${start} ${text},`) > LINE_WIDTH;
    return breaks ? `${start}\n${inner}  ${text},\n` : `${start} ${text},\n`;
  });
  return `{\n${entries.join('')}${outer}}`;
}

/** Characters as the formatter counts them: full-width ones are two wide. */
function visualWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1;
  return width;
}
