/**
 * The polyfill of the extension interfaces with the descriptions of those alone that are used here: most
 * of it is a list of every method that takes a callback. A name that no source says cannot be called.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, type Plugin, parseSync } from 'vite';

const FOLDERS = ['components', 'entrypoints', 'utils'];
/** Of the entries, what their values hold beside methods. */
const OF_A_METHOD = ['minArgs', 'maxArgs', 'singleCallbackArg', 'fallbackToNoCallback'];

export function plainPolyfill(root: string): Plugin {
  return {
    name: 'plain-polyfill',
    apply: 'build',
    transform: (code, id) =>
      /webextension-polyfill[\\/]dist[\\/]/.test(id)
        ? { code: asModule(withDescriptionsOf(namesIn(root), code)), map: null }
        : undefined,
  };
}

const HEAD = /^\(function \(global, factory\) \{[\s\S]*?\}\)\([^\n]*, function \(module\) \{\n/;
const END = /\}\);\s*(?:\/\/# sourceMappingURL=\S*\s*)?$/;

/**
 * The polyfill as a module of today: for an older kind every file that imports it needs a wrapper.
 *
 * @throws Error where it is wrapped in another way
 */
export function asModule(polyfill: string): string {
  if (!HEAD.test(polyfill) || !END.test(polyfill)) throw new Error('polyfill: wrapped differently');
  const body = polyfill.replace(HEAD, '').replace(END, '');
  return `const module = { exports: {} };\n{\n${body}}\nexport default module.exports;\n`;
}

/** Every word in the sources that use the polyfill. */
export function namesIn(root: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const source = readFileSync(join(root, folder, name), 'utf8');
      if (!source.includes("from 'webextension-polyfill'")) continue;
      for (const [word] of source.matchAll(/\w+/g)) names.add(word);
    }
  }
  return names;
}

/** @throws Error where the polyfill has no list of descriptions */
export function withDescriptionsOf(names: ReadonlySet<string>, polyfill: string): string {
  const list = listIn(parseSync('polyfill.js', polyfill).program);
  if (list === undefined) throw new Error('polyfill: no list of descriptions');
  const kept = (object: ESTree.ObjectExpression): string => {
    const parts = object.properties.flatMap((part) => {
      if (part.type !== 'Property' || part.key.type !== 'Literal') return [];
      const name = String(part.key.value);
      if (!OF_A_METHOD.includes(name) && !names.has(name)) return [];
      const value =
        part.value.type === 'ObjectExpression'
          ? kept(part.value)
          : polyfill.slice(part.value.start, part.value.end);
      return [`"${name}":${value}`];
    });
    return `{${parts.join(',')}}`;
  };
  return polyfill.slice(0, list.start) + kept(list) + polyfill.slice(list.end);
}

/** The object that `apiMetadata` is made of. */
function listIn(node: unknown): ESTree.ObjectExpression | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, id, init } = node as Partial<ESTree.VariableDeclarator>;
  if (type === 'VariableDeclarator' && id?.type === 'Identifier' && id.name === 'apiMetadata') {
    return init?.type === 'ObjectExpression' ? init : undefined;
  }
  for (const part of Object.values(node)) {
    const found = listIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
