/**
 * Lifts the messages (`{ zh_CN: '…', en: '…' }`) out of the code of the pages at build time: all texts
 * of a language together compress far better than spread over many files and between code. Sources,
 * types and unit tests know nothing of it; what the code gets in place of a literal behaves like it.
 *
 * Popup and worker start too often to unpack anything: the files whose messages they use are left as
 * they are, and a build in which they would load the packed ones fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type ESTree, type Plugin, parseSync, type Rolldown } from 'vite';
import { TEXT_END } from '../i18n/packed-messages';
import { packText } from '../knowledge/packed-text';

const MODULE = 'virtual:messages';
const RUNTIME = 'utils/i18n/packed-messages.ts';
const FOLDERS = ['components', 'entrypoints', 'utils'];
/** Of popup and worker. */
const LEFT = /^utils\/(cli\/|format\/|i18n\/(categories|common|message|notices|popup)\.ts)/;
/** Texts are unpacked in this order: first those that a weekly summary needs. */
const FIRST = ['report', 'summary', 'findings', 'records', 'faults'].map(
  (name) => `utils/i18n/${name}.ts`,
);
const LIGHT_ENTRIES = ['popup', 'background'];

export interface LiftedText {
  readonly zh_CN: string;
  readonly en: string;
}

/** A place in the code that a call replaces. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly first: number;
  /** Of a run of messages: their names. */
  readonly names?: readonly string[];
}

export interface Lifted {
  readonly texts: readonly LiftedText[];
  readonly cuts: readonly Cut[];
}

export function liftMessages(root: string): Plugin {
  const texts: LiftedText[] = [];
  const firstOf = new Map<string, number>();
  return {
    name: 'lift-messages',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      for (const path of sourcesBelow(root)) {
        const found = messagesIn(path, readFileSync(join(root, path), 'utf8')).texts;
        if (found.length === 0) continue;
        firstOf.set(path, texts.length);
        texts.push(...found);
      }
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const packed = { zh_CN: packed64(texts, 'zh_CN'), en: packed64(texts, 'en') };
      return [
        `import { packedMessages } from ${JSON.stringify(join(root, RUNTIME))};`,
        `export const messagesAt = packedMessages(${JSON.stringify(packed)});`,
      ].join('\n');
    },
    transform(code, id) {
      const path = pathBelow(root, id);
      const first = firstOf.get(path);
      if (first === undefined) return undefined;
      return {
        code: `import { messagesAt as __messagesAt } from '${MODULE}';${withCalls(code, messagesIn(path, code), first)}`,
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      for (const entry of LIGHT_ENTRIES) {
        const loaded = [...loadedBy(entry, bundle)].flatMap(({ moduleIds }) => moduleIds);
        if (!loaded.some((id) => id.endsWith(MODULE))) continue;
        const users = loaded.map((id) => pathBelow(root, id)).filter((path) => firstOf.has(path));
        this.error(`${entry} would load the packed messages, for ${users.join(' ')}`);
      }
    },
  };
}

/** The names of all lifted messages that stand in a run: in the built code they stand in a text. */
export function liftedNames(root: string): string[] {
  return sourcesBelow(root).flatMap((path) =>
    messagesIn(path, readFileSync(join(root, path), 'utf8')).cuts.flatMap(
      ({ names }) => names ?? [],
    ),
  );
}

/** The messages of a source in the order in which they stand. */
export function messagesIn(path: string, code: string): Lifted {
  const texts: LiftedText[] = [];
  const cuts: Cut[] = [];
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (!isNode(node)) return;
    const message = messageOf(node);
    if (message !== undefined) {
      cuts.push({ start: node.start, end: node.end, before: '', first: texts.length });
      texts.push(message);
      return;
    }
    if (node.type !== 'ObjectExpression') {
      for (const part of Object.values(node)) visit(part);
      return;
    }
    for (const run of runsOf(node.properties)) {
      const [first, last] = [run[0], run.at(-1)];
      if (run.length < 2 || first === undefined || last === undefined) {
        visit(run);
        continue;
      }
      const whole = run.length === node.properties.length;
      cuts.push({
        start: whole ? node.start : first.start,
        end: whole ? node.end : last.end,
        before: whole ? '' : '...',
        first: texts.length,
        names: run.map((property) => nameOf(property) ?? ''),
      });
      for (const property of run) {
        const text = property.type === 'Property' ? messageOf(property.value) : undefined;
        if (text !== undefined) texts.push(text);
      }
    }
  };
  visit(program);
  return { texts, cuts };
}

/** @param first the place of the source's first message among all */
export function withCalls(code: string, { cuts }: Lifted, first: number): string {
  let end = 0;
  let out = '';
  for (const cut of cuts) {
    const names = cut.names === undefined ? '' : `,${JSON.stringify(cut.names.join(' '))}`;
    out += `${code.slice(end, cut.start)}${cut.before}/* @__PURE__ */__messagesAt(${first + cut.first}${names})`;
    end = cut.end;
  }
  return out + code.slice(end);
}

/** All texts of a language, each with its end, packed, as the code holds them. */
export function packed64(texts: readonly LiftedText[], language: keyof LiftedText): string {
  const end = String.fromCharCode(TEXT_END);
  const all = texts.map((text) => `${text[language]}${end}`).join('');
  return Buffer.from(packText(all)).toString('base64');
}

function sourcesBelow(root: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(sep).join('/')}`,
    ),
  )
    .filter((path) => /\.tsx?$/.test(path) && !LEFT.test(path))
    .sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
}

function pathBelow(root: string, id: string): string {
  return relative(root, id).split(sep).join('/');
}

function rankOf(path: string): number {
  const place = FIRST.indexOf(path);
  return place < 0 ? FIRST.length : place;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The message that a literal says; undefined for anything else. */
function messageOf(node: ESTree.Node): LiftedText | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== 2) return undefined;
  const [first, second] = node.properties;
  if (first?.type !== 'Property' || second?.type !== 'Property') return undefined;
  if (nameOf(first) !== 'zh_CN' || nameOf(second) !== 'en') return undefined;
  const zh_CN = textOf(first.value);
  const en = textOf(second.value);
  return zh_CN === undefined || en === undefined ? undefined : { zh_CN, en };
}

function textOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** The name of a plain property; undefined for a computed one, a method or a spread. */
function nameOf(property: ESTree.ObjectPropertyKind): string | undefined {
  if (property.type !== 'Property' || property.computed || property.kind !== 'init') {
    return undefined;
  }
  const { key } = property;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}

/** The properties in order: messages that follow each other together, anything else alone. */
function runsOf(properties: readonly ESTree.ObjectPropertyKind[]): ESTree.ObjectPropertyKind[][] {
  const runs: ESTree.ObjectPropertyKind[][] = [];
  let open = false;
  for (const property of properties) {
    const name = nameOf(property);
    const isMessage =
      name !== undefined &&
      /^[^\s]+$/.test(name) &&
      name !== '__proto__' &&
      property.type === 'Property' &&
      messageOf(property.value) !== undefined;
    if (open && isMessage) runs.at(-1)?.push(property);
    else runs.push([property]);
    open = isMessage;
  }
  return runs;
}

/** What an entry loads before it runs. */
function loadedBy(entry: string, bundle: Rolldown.OutputBundle): Set<Rolldown.OutputChunk> {
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (chunk: Rolldown.OutputBundle[string] | undefined) => {
    if (chunk?.type !== 'chunk' || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const name of chunk.imports) load(bundle[name]);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === entry) load(chunk);
  }
  return loaded;
}
