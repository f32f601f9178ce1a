/**
 * The lexicon: what interface texts mean. It stands in `lexicon.json` beside this module, with
 * names, norms and traps; what a content script needs of it is rendered from it into
 * `control-words.ts` and `page-words.ts`, and a test holds the two together.
 */

import { type ControlScorer, createControlScorer } from './control-scorer';
import type {
  Affixes,
  CharacterPairs,
  ControlKind,
  ControlLexicon,
  ControlWords,
  CueWords,
  PageWords,
  StateWords,
  ToastWords,
} from './lexicon-shape';
import { createPageReader, type PageReader } from './page-reader';
import { createToastClassifier, type ToastReading } from './toast-classifier';

export const LEXICON_PATH = 'utils/knowledge/lexicon.json';
const SCHEMA = 'qingzhuang/lexicon';
const VERSION = 1;

/** One category with what only people read. */
interface LexiconCategory {
  readonly kind: string;
  readonly zh: string;
  /** Ids of norms that speak of it. */
  readonly norms: readonly string[];
  /** What is commonly mistaken for it. */
  readonly traps: readonly string[];
}

export interface Lexicon extends ControlLexicon {
  readonly version: number;
  readonly pages: PageWords;
  readonly categories: readonly LexiconCategory[];
  /** Expression for names of screenshot files; case does not matter. */
  readonly screenshotNames: string;
}

export interface CompiledLexicon extends ControlScorer, PageReader {
  readonly version: number;
  readonly categories: readonly LexiconCategory[];
  classifyToast(text: string): ToastReading;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the parsed JSON of the lexicon.
 *
 * @throws Error naming the part that is not as it should be
 */
export function parseLexicon(json: unknown): Lexicon {
  const root = record(json, 'lexicon');
  if (root.schema !== SCHEMA || root.version !== VERSION) {
    throw new Error(`lexicon: schema ${String(root.schema)} ${String(root.version)} is not known`);
  }
  const controls = list(root.controls, 'controls');
  const cues = list(root.cues, 'cues');
  const states = list(root.states, 'states');
  return {
    version: VERSION,
    controls: controls.map(controlWords),
    affixes: affixes(record(root.affixes, 'affixes')),
    toasts: toastWords(record(root.toasts, 'toasts')),
    traditional: pairs(record(root.traditional, 'traditional')),
    pages: pageWords(root, cues, states),
    categories: [...controls, ...cues, ...states].map(category),
    screenshotNames: text(root.screenshotNames, 'screenshotNames'),
  };
}

/** Makes the lexicon's functions; the expressions are compiled once. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const classifyToast = createToastClassifier(lexicon.toasts, lexicon.traditional);
  return {
    version: lexicon.version,
    categories: lexicon.categories,
    ...createControlScorer(lexicon),
    ...createPageReader(lexicon.pages, lexicon.traditional),
    classifyToast,
  };
}

function controlWords(json: Json): ControlWords {
  const kind = text(json.kind, 'controls') as ControlKind;
  const words = (key: string) => joined(json[key], `${kind}.${key}`);
  const patterns = (key: string) => alternatives(json[key], `${kind}.${key}`);
  return defined({
    kind,
    scopes: words('scopes') ?? 'control',
    strong: words('strong') ?? '',
    medium: words('medium'),
    weak: words('weak'),
    tail: words('tail'),
    head: words('head'),
    pattern: patterns('patterns'),
    done: words('done'),
    url: words('url'),
    negative: words('negative'),
    negativePattern: patterns('negativePatterns'),
  });
}

function affixes(json: Json): Affixes {
  return {
    prefixes: joined(json.prefixes, 'affixes.prefixes') ?? '',
    suffixes: joined(json.suffixes, 'affixes.suffixes') ?? '',
    managing: text(json.managing, 'affixes.managing'),
  };
}

function toastWords(json: Json): ToastWords {
  const pattern = (key: string) => alternatives(json[key], `toasts.${key}`) ?? '(?!)';
  const verbs = Array.isArray(json.verbs) ? (json.verbs as unknown[]) : [];
  return {
    success: pattern('success'),
    failure: pattern('failure'),
    already: pattern('already'),
    pending: pattern('pending'),
    question: text(json.question, 'toasts.question'),
    verbs: verbs.map((entry) => {
      if (!Array.isArray(entry)) throw new Error('lexicon: toasts.verbs is not as it should be');
      return [text(entry[0], 'toasts.verbs') as ControlKind, text(entry[1], 'toasts.verbs')];
    }),
  };
}

function cueWords(json: Json): CueWords {
  const kind = text(json.kind, 'cues');
  return defined({
    kind: kind as CueWords['kind'],
    longest: Number(json.longest),
    terms: joined(json.terms, `${kind}.terms`) ?? '',
    pattern: alternatives(json.patterns, `${kind}.patterns`),
    negative: joined(json.negative, `${kind}.negative`),
    negativePattern: alternatives(json.negativePatterns, `${kind}.negativePatterns`),
  });
}

function pageWords(root: Json, cues: readonly Json[], states: readonly Json[]): PageWords {
  const countdown = record(root.countdown, 'countdown');
  const presence = record(root.presence, 'presence');
  const exempt = record(root.exempt, 'exempt');
  const complaint = record(root.complaint, 'complaint');
  const columns = record(root.columns, 'columns');
  const terms = (json: Json, key: string, name: string) =>
    joined(json[key], `${name}.${key}`) ?? '';
  const column = (type: string) => terms(columns, type, 'columns');
  return {
    cues: cues.map(cueWords),
    states: states.map((state) => cueWords(state) as unknown as StateWords),
    countdown: {
      reading: strings(countdown.reading, 'countdown.reading'),
      terms: terms(countdown, 'terms', 'countdown'),
      negative: alternatives(countdown.negative, 'countdown.negative') ?? '(?!)',
    },
    presence: {
      terms: terms(presence, 'terms', 'presence'),
      pattern: alternatives(presence.patterns, 'presence.patterns') ?? '(?!)',
      negative: alternatives(presence.negative, 'presence.negative') ?? '(?!)',
    },
    exempt: {
      terms: terms(exempt, 'terms', 'exempt'),
      negative: terms(exempt, 'negative', 'exempt'),
    },
    browser: terms(record(root.browser, 'browser'), 'terms', 'browser'),
    complaint: {
      terms: terms(complaint, 'terms', 'complaint'),
      negative: terms(complaint, 'negative', 'complaint'),
    },
    columns: {
      news: column('news'),
      notice: column('notice'),
      policy: column('policy'),
      plan: column('plan'),
      interaction: column('interaction'),
      archive: column('archive'),
    },
  };
}

function category(json: Json): LexiconCategory {
  return {
    kind: text(json.kind, 'kind'),
    zh: text(json.zh, 'zh'),
    norms: json.norm === undefined ? [] : strings(json.norm, 'norm'),
    traps: json.traps === undefined ? [] : strings(json.traps, 'traps'),
  };
}

function pairs(json: Json): CharacterPairs {
  const from = text(json.from, 'traditional.from');
  const to = text(json.to, 'traditional.to');
  if ([...from].length !== [...to].length) throw new Error('lexicon: traditional is uneven');
  return { from, to };
}

function record(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`lexicon: ${name} is missing`);
  }
  return value as Json;
}

function list(value: unknown, name: string): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`lexicon: ${name} is missing`);
  return value.map((entry) => record(entry, name));
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`lexicon: ${name} is no text`);
  return value;
}

function strings(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`lexicon: ${name} is no list`);
  return value.map((entry) => text(entry, name));
}

function joined(value: unknown, name: string): string | undefined {
  if (value === undefined) return undefined;
  const words = strings(value, name);
  if (words.some((word) => /\s/u.test(word))) throw new Error(`lexicon: ${name} holds white space`);
  return words.join(' ');
}

function alternatives(value: unknown, name: string): string | undefined {
  return value === undefined ? undefined : strings(value, name).join('|');
}

type Defined<Shape> = {
  [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & {
  [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<
    Shape[Key],
    undefined
  >;
};

/** The same without the keys that hold nothing. */
function defined<Shape extends object>(shape: Shape): Defined<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Defined<Shape>;
}
