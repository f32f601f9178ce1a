/**
 * Lifts the messages (`{ zh_CN: '…', en: '…' }`) out of the code of the pages at build time: all texts
 * of a language together compress far better than spread over many files and between code. Sources,
 * types and unit tests know nothing of it; what the code gets in place of a literal behaves like it.
 * Where a message is asked for by its name, the code gets the message itself: names weigh as much as
 * the texts.
 *
 * Popup and worker start too often to unpack anything: the files whose messages they use are left as
 * they are, and a build in which they would load the packed ones fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
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
  /** By the name of a constant, of each of its messages: the place among the texts. */
  readonly catalogues: ReadonlyMap<string, Catalogue>;
}

type Catalogue = ReadonlyMap<string, number>;

const NOTHING: Lifted = { texts: [], cuts: [], catalogues: new Map() };

/** By source, the places of its messages among all. */
type CataloguesOf = (path: string) => ReadonlyMap<string, Catalogue> | undefined;

export function liftMessages(root: string): Plugin {
  const texts: LiftedText[] = [];
  const firstOf = new Map<string, number>();
  const catalogues = new Map<string, ReadonlyMap<string, Catalogue>>();
  return {
    name: 'lift-messages',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      for (const path of sourcesBelow(root)) {
        const found = messagesIn(path, readFileSync(join(root, path), 'utf8'));
        if (found.texts.length === 0) continue;
        const first = texts.length;
        firstOf.set(path, first);
        catalogues.set(path, fromPlace(found.catalogues, first));
        texts.push(...found.texts);
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
      if (!/\.tsx?$/.test(path) || path.startsWith('..') || path.includes('node_modules')) {
        return undefined;
      }
      const first = firstOf.get(path);
      const lifted = first === undefined ? NOTHING : messagesIn(path, code);
      const uses = usesIn(path, code, (of) => catalogues.get(of));
      if (first === undefined && uses.length === 0) return undefined;
      return {
        code: `import { messagesAt as __messagesAt } from '${MODULE}';${withCalls(code, lifted, first ?? 0, uses)}`,
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      for (const entry of LIGHT_ENTRIES) {
        const loaded = [...loadedBy(entry, bundle)].flatMap(({ moduleIds }) => moduleIds);
        if (!loaded.some((id) => id.endsWith(MODULE))) continue;
        const users = loaded
          .filter((id) => this.getModuleInfo(id)?.importedIds.includes(`\0${MODULE}`))
          .map((id) => pathBelow(root, id));
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
  /** By where it begins in the source: the place of a message. */
  const placeAt = new Map<number, number>();
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (!isNode(node)) return;
    const message = messageOf(node);
    if (message !== undefined) {
      cuts.push({ start: node.start, end: node.end, before: '', first: texts.length });
      placeAt.set(node.start, texts.length);
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
        if (property.type !== 'Property') continue;
        const text = messageOf(property.value);
        if (text === undefined) continue;
        placeAt.set(property.value.start, texts.length);
        texts.push(text);
      }
    }
  };
  visit(program);
  return { texts, cuts, catalogues: cataloguesIn(program, placeAt) };
}

/**
 * @param first the place of the source's first message among all
 * @param uses where a message is asked for by its name
 */
export function withCalls(
  code: string,
  { cuts }: Lifted,
  first: number,
  uses: readonly Use[] = [],
): string {
  const calls = [
    ...cuts.map(({ start, end, before, first: place, names }) => {
      const named = names === undefined ? '' : `,${JSON.stringify(names.join(' '))}`;
      return { start, end, call: `${before}/* @__PURE__ */__messagesAt(${first + place}${named})` };
    }),
    ...uses.map(({ start, end, place }) => {
      return { start, end, call: `/* @__PURE__ */__messagesAt(${place})` };
    }),
  ].sort((one, other) => one.start - other.start);
  let done = 0;
  let out = '';
  for (const { start, end, call } of calls) {
    out += code.slice(done, start) + call;
    done = end;
  }
  return out + code.slice(done);
}

/** A place in the code where a message is asked for by its name, and the place of the message. */
interface Use {
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** A catalogue that something else in the module has the name of is left alone. */
export function usesIn(path: string, code: string, cataloguesOf: CataloguesOf): Use[] {
  const { program } = parseSync(path, code);
  const known = cataloguesKnownTo(path, program, cataloguesOf);
  if (known.size === 0) return [];
  const bound = new Map<string, number>();
  const uses: (Use & { readonly catalogue: string })[] = [];
  const bind = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) bind(part);
    if (!isNode(node) || node.type.startsWith('TS')) return;
    if (node.type === 'Identifier') bound.set(node.name, (bound.get(node.name) ?? 0) + 1);
    else for (const part of Object.values(node)) bind(part);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (!isNode(node)) return;
    if ('params' in node) bind(node.params);
    if ('id' in node) bind(node.id);
    if ('param' in node) bind(node.param);
    if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
      const place =
        node.property.type === 'Identifier'
          ? known.get(node.object.name)?.get(node.property.name)
          : undefined;
      if (place !== undefined) {
        uses.push({ start: node.start, end: node.end, place, catalogue: node.object.name });
      }
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(program);
  const own = cataloguesOf(path);
  return uses.filter(
    ({ catalogue }) => (bound.get(catalogue) ?? 0) === (own?.has(catalogue) ? 1 : 0),
  );
}

/** By the name that a module has for it: what it imports, and its own. */
function cataloguesKnownTo(
  path: string,
  { body }: ESTree.Program,
  cataloguesOf: CataloguesOf,
): ReadonlyMap<string, Catalogue> {
  const known = new Map(cataloguesOf(path));
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const { value } = statement.source;
    if (!value.startsWith('.')) continue;
    const catalogues = cataloguesOf(`${posix.join(posix.dirname(path), value)}.ts`);
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const { imported, local } = specifier;
      const name = imported.type === 'Identifier' ? imported.name : imported.value;
      const catalogue = catalogues?.get(name);
      if (catalogue !== undefined) known.set(local.name, catalogue);
    }
  }
  return known;
}

function cataloguesIn(
  { body }: ESTree.Program,
  placeAt: ReadonlyMap<number, number>,
): Map<string, Catalogue> {
  const catalogues = new Map<string, Catalogue>();
  for (const statement of body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) {
      const object = init === null ? undefined : withoutTypes(init);
      if (id.type !== 'Identifier' || object?.type !== 'ObjectExpression') continue;
      const places = new Map<string, number>();
      for (const property of object.properties) {
        const name = nameOf(property);
        const place = property.type === 'Property' ? placeAt.get(property.value.start) : undefined;
        if (name !== undefined && place !== undefined) places.set(name, place);
      }
      if (places.size > 0) catalogues.set(id.name, places);
    }
  }
  return catalogues;
}

/** `{ … }` of `{ … } as const satisfies Catalogue`. */
function withoutTypes(node: ESTree.Expression): ESTree.Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? withoutTypes(node.expression)
    : node;
}

function fromPlace(
  catalogues: ReadonlyMap<string, Catalogue>,
  first: number,
): ReadonlyMap<string, Catalogue> {
  return new Map(
    [...catalogues].map(([name, places]) => [
      name,
      new Map([...places].map(([message, place]) => [message, first + place])),
    ]),
  );
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
