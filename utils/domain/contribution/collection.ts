/**
 * Collection (汇总批次): what a unit asks of each person, in one file that is made once and handed out.
 * It names who processes what for what purpose, the weeks, the dictionary of categories, platforms and
 * form types (anything else folds into 其他), the rules, and in sealed mode the key-holder's public key.
 *
 * Its bytes are canonical: keys in one order, no white space. Its id is its code and the first 64 bits
 * of SHA-256 over those bytes, so that two files that differ anywhere are two collections.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import {
  eachOnce,
  type Fault,
  line,
  listOf,
  objectWith,
  readStrictJson,
  refuse,
  textLike,
  under,
  wholeNumber,
} from './check-value';

export const COLLECTION_SCHEMA = 'qingzhuang/collection/1';
/** Longest text of a collection file, characters. */
const COLLECTION_LIMIT = 200_000;
/** Nothing is shown of fewer people than this; a collection may only ask for more. */
export const LEAST_PEOPLE = 10;

export interface CollectionPlatform {
  /** Catalogue rule (`study.xuexi`), public host, site id; for an internal system a code alone. */
  readonly code: string;
  readonly category: string;
  /** Never there for an internal system. */
  readonly name?: string;
  /** Matched by the person's own choice, not by its code. */
  readonly internal?: true;
}

export interface CollectionForm {
  readonly code: string;
  /** Code of its platform, which is listed. */
  readonly platform: string;
  readonly name?: string;
  /** What it asks for: concept keys, in order. */
  readonly concepts: readonly string[];
}

export interface Collection {
  readonly code: string;
  readonly title: string;
  /** ISO week keys, in order. */
  readonly weeks: readonly string[];
  readonly mode: 'plain' | 'sealed';
  /** Who processes it, whom to ask, what for, which kinds of figures, how long, how to withdraw. */
  readonly processor: string;
  readonly contact: string;
  readonly purpose: string;
  readonly kinds: string;
  readonly retention: string;
  readonly withdrawal: string;
  readonly rules: {
    /** Fewest people that anything is shown of, at least {@link LEAST_PEOPLE}. */
    readonly k: number;
    /** People who could hand in: more files than that are refused. */
    readonly headcount: number;
  };
  /** In sealed mode: who holds the key, and the public key (uncompressed P-256 point, base64). */
  readonly keyHolder?: { readonly name: string; readonly publicKey: string };
  readonly categories: readonly string[];
  readonly platforms: readonly CollectionPlatform[];
  readonly forms: readonly CollectionForm[];
}

const CODE = /^[a-z0-9][a-z0-9._:-]{0,59}$/;
const CATEGORY = /^[a-z][a-z_]{0,29}$/;
const CONCEPT = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+(@[a-z_]+)?$/;
/** 65 bytes that begin with 4. */
const PUBLIC_KEY = /^B[A-Za-z0-9+/]{86}=$/;
const WEEK = /^20\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/;
const COLLECTION_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{1,31}$/;

const TEXTS = ['processor', 'contact', 'purpose', 'kinds', 'retention', 'withdrawal'] as const;

/** Reads a collection file, or tells why it is refused. Nothing of its contents is in the reason. */
export function parseCollection(
  text: string,
): { readonly value: Collection } | { readonly fault: Fault } {
  return readStrictJson(text, COLLECTION_LIMIT, collectionFrom);
}

/** A collection from its parts: refused for the same reasons as a file. */
export function checkCollection(collection: Collection): ReturnType<typeof parseCollection> {
  return parseCollection(collectionText(collection));
}

function collectionFrom(json: unknown): Collection {
  schemaIs(json, COLLECTION_SCHEMA);
  const root = objectWith(
    json,
    '',
    [
      'schema',
      'code',
      'title',
      'weeks',
      'mode',
      ...TEXTS,
      'rules',
      'categories',
      'platforms',
      'forms',
    ],
    ['keyHolder'],
  );
  if (root.mode !== 'plain' && root.mode !== 'sealed') refuse('value', 'mode');
  if ((root.mode === 'sealed') !== (root.keyHolder !== undefined))
    refuse(root.mode === 'sealed' ? 'missing' : 'unknown-key', 'keyHolder');
  const weeks = listOf(root.weeks, 'weeks', 53, (week, at) => textLike(week, at, WEEK));
  if (weeks.length === 0) refuse('missing', 'weeks');
  if (weeks.some((week, index) => index > 0 && week <= (weeks[index - 1] as string)))
    refuse('twice', 'weeks');
  const categories = listOf(root.categories, 'categories', 40, (entry, at) =>
    entry === OTHER ? refuse('value', at) : textLike(entry, at, CATEGORY),
  );
  const platforms = listOf(root.platforms, 'platforms', 120, platformFrom);
  const forms = listOf(root.forms, 'forms', 120, formFrom);
  eachOnce(categories, 'categories');
  eachOnce(
    platforms.map(({ code }) => code),
    'platforms',
  );
  eachOnce(
    forms.map(({ code }) => code),
    'forms',
  );
  const known = new Set(platforms.map(({ code }) => code));
  for (const [index, { category }] of platforms.entries())
    if (category !== OTHER && !categories.includes(category))
      refuse('value', `platforms.${index}.category`);
  for (const [index, { platform }] of forms.entries())
    if (!known.has(platform)) refuse('value', `forms.${index}.platform`);
  const rules = objectWith(root.rules, 'rules', ['k', 'headcount']);
  const k = wholeNumber(rules.k, 'rules.k', LEAST_PEOPLE, 1000);
  return {
    code: textLike(root.code, 'code', COLLECTION_CODE),
    title: line(root.title, 'title', 60),
    weeks,
    mode: root.mode as Collection['mode'],
    ...(Object.fromEntries(TEXTS.map((key) => [key, line(root[key], key, 300)])) as Pick<
      Collection,
      (typeof TEXTS)[number]
    >),
    rules: { k, headcount: wholeNumber(rules.headcount, 'rules.headcount', k, 100_000_000) },
    ...(root.keyHolder === undefined ? {} : { keyHolder: keyHolderFrom(root.keyHolder) }),
    categories,
    platforms,
    forms,
  };
}

/** The category, and the platform row, of whatever is not in the dictionary (其他). */
export const OTHER = 'other';

/** Refuses what is no file of this kind, or of another version. */
export function schemaIs(json: unknown, schema: string): void {
  const found = (json as { readonly schema?: unknown } | null)?.schema;
  if (typeof found !== 'string') refuse('schema', 'schema');
  if (found !== schema) {
    const kind = schema.slice(0, schema.lastIndexOf('/') + 1);
    refuse((found as string).startsWith(kind) ? 'version' : 'schema', 'schema');
  }
}

function platformFrom(json: unknown, at: string): CollectionPlatform {
  const { code, category, name, internal } = objectWith(
    json,
    at,
    ['code', 'category'],
    ['name', 'internal'],
  );
  if (internal !== undefined && internal !== true) refuse('value', under(at, 'internal'));
  // An internal system is known by its code alone.
  if (internal && name !== undefined) refuse('unknown-key', under(at, 'name'));
  return {
    code: textLike(code, under(at, 'code'), CODE),
    category: textLike(category, under(at, 'category'), CATEGORY),
    ...(name === undefined ? {} : { name: line(name, under(at, 'name'), 40) }),
    ...(internal === undefined ? {} : { internal: true }),
  };
}

function formFrom(json: unknown, at: string): CollectionForm {
  const { code, platform, name, concepts } = objectWith(
    json,
    at,
    ['code', 'platform', 'concepts'],
    ['name'],
  );
  const keys = conceptsFrom(concepts, under(at, 'concepts'));
  if (keys.length === 0) refuse('missing', under(at, 'concepts'));
  return {
    code: textLike(code, under(at, 'code'), CODE),
    platform: textLike(platform, under(at, 'platform'), CODE),
    ...(name === undefined ? {} : { name: line(name, under(at, 'name'), 40) }),
    concepts: keys,
  };
}

/** Concept keys, each once, in order. */
export function conceptsFrom(json: unknown, at: string): readonly string[] {
  const keys = listOf(json, at, 300, (entry, where) => textLike(entry, where, CONCEPT));
  if (keys.some((key, index) => index > 0 && key <= (keys[index - 1] as string)))
    refuse('twice', at);
  return keys;
}

function keyHolderFrom(json: unknown): NonNullable<Collection['keyHolder']> {
  const { name, publicKey } = objectWith(json, 'keyHolder', ['name', 'publicKey']);
  return {
    name: line(name, 'keyHolder.name', 60),
    publicKey: textLike(publicKey, 'keyHolder.publicKey', PUBLIC_KEY),
  };
}

/** The canonical text of a collection file. */
export function collectionText(collection: Collection): string {
  const { code, title, weeks, mode, rules, keyHolder, categories, platforms, forms } = collection;
  const file = {
    schema: COLLECTION_SCHEMA,
    code,
    title,
    weeks,
    mode,
    ...Object.fromEntries(TEXTS.map((key) => [key, collection[key]])),
    rules: { k: rules.k, headcount: rules.headcount },
    ...(keyHolder === undefined
      ? {}
      : { keyHolder: { name: keyHolder.name, publicKey: keyHolder.publicKey } }),
    categories,
    // JSON leaves out what is undefined.
    platforms: platforms.map((one) => ({
      code: one.code,
      category: one.category,
      name: one.name,
      internal: one.internal,
    })),
    forms: forms.map((one) => ({
      code: one.code,
      platform: one.platform,
      name: one.name,
      concepts: one.concepts,
    })),
  };
  return `${JSON.stringify(file)}\n`;
}

/** SHA-256 of a text, hex. */
export function textHash(text: string): string {
  return Array.from(sha256(new TextEncoder().encode(text)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** What contributions and sums carry to say which collection they belong to: `QS-2026-4.<16 hex>`. */
export function collectionId(collection: Collection): string {
  return `${collection.code}.${textHash(collectionText(collection)).slice(0, 16)}`;
}
