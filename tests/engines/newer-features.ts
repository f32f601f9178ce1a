/**
 * What an engine of a given age does not have, by the names under which code uses it.
 * Source: @mdn/browser-compat-data. A name counts as too new where *every* feature of that name is:
 * `map` stays, though `Iterator.prototype.map` is young, because arrays have had it for long.
 */
import { createRequire } from 'node:module';

// Twenty megabytes: read as they are, past every transformation.
const data: unknown = createRequire(import.meta.url)('@mdn/browser-compat-data');

type Engine = 'chrome' | 'edge' | 'firefox';

export interface Floor {
  readonly engine: Engine;
  readonly version: number;
}

export interface NewerFeature {
  /** Path in the compatibility data, as `api.URL.canParse_static`. */
  readonly path: string;
  /** First version that has it; `never` where no version of this engine does. */
  readonly since: string;
}

export interface NewerFeatures {
  /** Names in the global scope. */
  readonly globals: ReadonlyMap<string, NewerFeature>;
  /** `Owner.member` of statics and of objects that are reached by one name. */
  readonly owned: ReadonlyMap<string, NewerFeature>;
  /** Those of the same kind that the floor has. */
  readonly had: ReadonlySet<string>;
  /** Members of whatever object. */
  readonly members: ReadonlyMap<string, NewerFeature>;
  /** `namespace.member` of the interface for extensions. */
  readonly extension: ReadonlyMap<string, NewerFeature>;
  /** `namespace.key` of the objects that the interface for extensions takes, and keys of the manifest. */
  readonly extensionKeys: ReadonlyMap<string, NewerFeature>;
  readonly manifestKeys: ReadonlyMap<string, NewerFeature>;
  /** Keys as `u:v` for flags of regular expressions, or kinds of syntax. */
  readonly syntax: ReadonlyMap<string, NewerFeature>;
  /** `property`, `property:value`, `@rule`, `:selector`, `function()`. */
  readonly style: ReadonlyMap<string, NewerFeature>;
  /** `element` and `@attribute`. */
  readonly markup: ReadonlyMap<string, NewerFeature>;
}

interface Statement {
  readonly version_added: string | boolean | null;
  readonly version_removed?: string | boolean | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}
interface Node {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | Statement[]>> };
  readonly [key: string]: unknown;
}

/** Names by which one object of an interface is reached. */
const SINGLETONS: Readonly<Record<string, string>> = {
  document: 'Document',
  window: 'Window',
  self: 'Window',
  navigator: 'Navigator',
  performance: 'Performance',
  crypto: 'Crypto',
  location: 'Location',
  history: 'History',
  screen: 'Screen',
  indexedDB: 'IDBFactory',
};

/** Syntax that a parser's tree shows, by where the data speaks of it. */
const SYNTAX: Readonly<Record<string, string>> = {
  'u:v': 'javascript.builtins.RegExp.unicodeSets',
  'u:d': 'javascript.builtins.RegExp.hasIndices',
  modifier: 'javascript.regular_expressions.modifier',
  'duplicate-group':
    'javascript.regular_expressions.named_capturing_group.duplicate_named_capturing_groups',
  lookbehind: 'javascript.regular_expressions.lookbehind_assertion',
  using: 'javascript.statements.using',
  'await-using': 'javascript.statements.await_using',
  'import-attributes': 'javascript.statements.import.import_attributes',
  'static-block': 'javascript.classes.static.initialization_blocks',
  'top-level-await': 'javascript.operators.await.top_level',
};

/** Collects what the floor lacks. */
export function newerFeatures(floor: Floor): NewerFeatures {
  const root = data as Node;
  const lacking = (node: Node, path: string) => missing(node, path, floor);

  const globals = new Map<string, NewerFeature>();
  const owned = new Map<string, NewerFeature>();
  const had = new Set<string>();
  const members = new NamedFeatures();
  const owners = [
    ...entries(child(root, 'api')).map(([name, node]) => ['api', name, node] as const),
    ...entries(at('javascript.builtins')).flatMap(([name, node]) => [
      ['javascript.builtins', name, node] as const,
      // `Intl.Segmenter` is an owner in its turn.
      ...entries(node).flatMap(([inner, below]) =>
        entries(below).length > 0
          ? [['javascript.builtins', `${name}.${inner}`, below] as const]
          : [],
      ),
    ]),
  ];
  for (const [area, owner, node] of owners) {
    const path = `${area}.${owner}`;
    const whole = lacking(node, path);
    if (whole !== undefined && !owner.includes('.')) globals.set(owner, whole);
    for (const [key, below] of entries(node)) {
      if (below.__compat === undefined || key.includes('_event') || key === owner) continue;
      const isStatic = key.endsWith('_static') || area === 'javascript.builtins';
      const name = key.replace(/_static$/, '');
      const feature = whole ?? lacking(below, `${path}.${key}`);
      const last = owner.split('.').at(-1) ?? owner;
      const names = Object.keys(SINGLETONS).filter((reached) => SINGLETONS[reached] === owner);
      for (const reached of isStatic ? [last, ...names] : names) {
        if (feature === undefined) had.add(`${reached}.${name}`);
        else owned.set(`${reached}.${name}`, feature);
      }
      // What no engine of today has is a name of somebody's own.
      if (!key.endsWith('_static') && (feature === undefined || anywhere(below))) {
        members.add(name, feature);
      }
    }
  }
  for (const [name, node] of entries(at('api.Window'))) {
    const feature = lacking(node, `api.Window.${name}`);
    if (feature !== undefined && !/_event$/.test(name) && !globals.has(name))
      globals.set(name, feature);
  }

  const extension = new Map<string, NewerFeature>();
  const keys = new NamedFeatures();
  for (const [space, node] of entries(at('webextensions.api'))) {
    const whole = lacking(node, `webextensions.api.${space}`);
    for (const [name, below] of entries(node)) {
      const feature = whole ?? lacking(below, `webextensions.api.${space}.${name}`);
      if (feature !== undefined) extension.set(`${space}.${name}`, feature);
      for (const [key, option] of entries(below)) {
        const optional = lacking(option, `webextensions.api.${space}.${name}.${key}`);
        if (/^[a-z][A-Za-z]+$/.test(name)) {
          // An area as storage.session, or a parameter's key.
          if (optional !== undefined) extension.set(`${name}.${key}`, optional);
        } else keys.add(`${space}.${key}`, feature ?? optional);
      }
    }
  }

  const manifestKeys = new Map<string, NewerFeature>();
  const walkManifest = (node: Node, prefix: string) => {
    for (const [key, below] of entries(node)) {
      const feature = lacking(below, `webextensions.manifest.${prefix}${key}`);
      if (feature !== undefined) manifestKeys.set(`${prefix}${key}`, feature);
      walkManifest(below, `${prefix}${key}.`);
    }
  };
  walkManifest(at('webextensions.manifest'), '');

  const syntax = new Map<string, NewerFeature>();
  for (const [key, path] of Object.entries(SYNTAX)) {
    const feature = lacking(at(path), path);
    if (feature !== undefined) syntax.set(key, feature);
  }

  return {
    globals,
    owned,
    had,
    members: members.newer(),
    extension,
    extensionKeys: keys.newer(),
    manifestKeys,
    syntax,
    style: newerStyle(lacking),
    markup: newerMarkup(lacking),
  };
}

function newerStyle(
  lacking: (node: Node, path: string) => NewerFeature | undefined,
): ReadonlyMap<string, NewerFeature> {
  const style = new Map<string, NewerFeature>();
  for (const [name, node] of entries(at('css.properties'))) {
    const feature = lacking(node, `css.properties.${name}`);
    if (feature !== undefined) style.set(name, feature);
    for (const [value, below] of entries(node)) {
      const valued = lacking(below, `css.properties.${name}.${value}`);
      if (valued !== undefined) style.set(`${name}:${value}`, valued);
    }
  }
  for (const [name, node] of entries(at('css.at-rules'))) {
    const feature = lacking(node, `css.at-rules.${name}`);
    if (feature !== undefined) style.set(`@${name}`, feature);
    for (const [key, below] of entries(node)) {
      const inner = lacking(below, `css.at-rules.${name}.${key}`);
      if (inner !== undefined) style.set(`@${name} ${key}`, inner);
    }
  }
  for (const [name, node] of entries(at('css.selectors'))) {
    const feature = lacking(node, `css.selectors.${name}`);
    if (feature !== undefined) style.set(name === 'nesting' ? '&' : `:${name}`, feature);
  }
  const walk = (node: Node, path: string) => {
    for (const [name, below] of entries(node)) {
      const feature = lacking(below, `${path}.${name}`);
      if (feature !== undefined && below.__compat !== undefined) style.set(`${name}()`, feature);
      walk(below, `${path}.${name}`);
    }
  };
  walk(at('css.types'), 'css.types');
  return style;
}

function newerMarkup(
  lacking: (node: Node, path: string) => NewerFeature | undefined,
): ReadonlyMap<string, NewerFeature> {
  const markup = new Map<string, NewerFeature>();
  for (const [name, node] of entries(at('html.elements'))) {
    const feature = lacking(node, `html.elements.${name}`);
    if (feature !== undefined) markup.set(name, feature);
    for (const [attribute, below] of entries(node)) {
      const inner = lacking(below, `html.elements.${name}.${attribute}`);
      if (inner !== undefined) markup.set(`${name}@${attribute}`, inner);
    }
  }
  for (const [name, node] of entries(at('html.global_attributes'))) {
    const feature = lacking(node, `html.global_attributes.${name}`);
    if (feature !== undefined) markup.set(`@${name}`, feature);
  }
  return markup;
}

/** Features under one name: too new only where none of them is old enough. */
class NamedFeatures {
  readonly #known = new Map<string, NewerFeature | undefined>();

  add(name: string, feature: NewerFeature | undefined): void {
    if (this.#known.has(name) && this.#known.get(name) === undefined) return;
    const known = this.#known.get(name);
    const older = known !== undefined && feature !== undefined && order(known) < order(feature);
    this.#known.set(name, older ? known : feature);
  }

  newer(): ReadonlyMap<string, NewerFeature> {
    const newer = new Map<string, NewerFeature>();
    for (const [name, feature] of this.#known) if (feature !== undefined) newer.set(name, feature);
    return newer;
  }
}

function anywhere({ __compat }: Node): boolean {
  return (['chrome', 'firefox', 'safari'] as const).some((engine) =>
    [__compat?.support[engine] ?? []]
      .flat()
      .some((one) => typeof one.version_added === 'string' && one.version_removed === undefined),
  );
}

function order({ since }: NewerFeature): number {
  return since === 'never' ? Number.POSITIVE_INFINITY : Number.parseFloat(since);
}

/** The feature where the floor lacks it, else nothing. A browser of which nothing is known has it. */
function missing(node: Node, path: string, { engine, version }: Floor): NewerFeature | undefined {
  const support = node.__compat?.support[engine];
  if (support === undefined) return undefined;
  let since: string | undefined;
  for (const one of [support].flat()) {
    if (one.flags !== undefined || one.prefix !== undefined || one.alternative_name !== undefined)
      continue;
    if (one.version_added === true || one.version_added === null) return undefined;
    if (typeof one.version_added !== 'string') continue;
    const added = Number.parseFloat(one.version_added.replace('≤', ''));
    const removed =
      typeof one.version_removed === 'string' ? Number.parseFloat(one.version_removed) : undefined;
    if (added <= version && (removed === undefined || removed > version)) return undefined;
    if (added > version) since = one.version_added;
  }
  return { path, since: since ?? 'never' };
}

function at(path: string): Node {
  let node = data as Node;
  for (const step of path.split('.')) node = child(node, step);
  return node;
}

function child(node: Node, key: string): Node {
  const found = node[key];
  if (found === undefined) throw new Error(`The compatibility data know no ${key}.`);
  return found as Node;
}

function entries(node: Node): readonly (readonly [string, Node])[] {
  return Object.entries(node).filter(
    (entry): entry is [string, Node] => entry[0] !== '__compat' && typeof entry[1] === 'object',
  );
}
