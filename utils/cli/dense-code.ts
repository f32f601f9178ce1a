/**
 * What the build does for a small package beside the bundler: few files with short names, since every
 * entry of the archive costs and a larger file compresses better, and a second minifier after the
 * bundler's own.
 */
import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';
import { type MinifyOptions, minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import { withWordsGathered } from './gather-words';

/** The scripts that a page gets by injection; everything else is a module. */
const INJECTED = /^(content-scripts\/.*|reader|signs|file-hook)\.js$/;

/** Injected scripts that tell pages by their words. */
const FULL_OF_WORDS: ReadonlySet<string> = new Set(['reader.js', 'signs.js']);

/**
 * Most of the observer runs as soon as a document comes, and is not kept compiled by the browser: compiled
 * as a whole it is ready in half the time (Chromium 136 and later; to others this is a comment).
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad\n';

export function denseCode(): Plugin {
  return {
    name: 'dense-code',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const all = Object.values(bundle).filter((file) => file.type === 'chunk');
      const codes = all.map(({ code }) => code);
      for (const [at, chunk] of all.entries()) {
        const isObserver = chunk.fileName === 'observer.js';
        const options: MinifyOptions = {
          module: !INJECTED.test(chunk.fileName),
          ecma: 2020,
          // Function expressions without a `this` become arrows: none here is a class of the old kind.
          // Templates and `String(…)` become sums: nothing here makes text of a symbol.
          // What libraries say to a console nobody reads here, and may hold what must not be logged.
          compress: {
            passes: 3,
            pure_getters: true,
            unsafe_arrows: true,
            unsafe: true,
            drop_console: true,
          },
          mangle: { properties: { regex: ownNamesOf(at, codes) } },
          // One byte a character is read faster than two.
          format: { comments: false, ascii_only: isObserver },
        };
        const code = await densest(withoutStyleLists(chunk.code), options);
        if (code === undefined) throw new Error(`${chunk.fileName}: not minified`);
        const dense = isObserver ? ALL_CALLED + code : code;
        chunk.code = FULL_OF_WORDS.has(chunk.fileName)
          ? withWordsGathered(dense, chunk.fileName)
          : dense;
      }
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const unlinked = stylesOnDemand(
        Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk as Loading])),
      );
      if (unlinked.length > 0) throw new Error(`no page links ${unlinked}`);
      for (const door of passDoorsBy(chunks)) delete bundle[door];
    },
  };
}

const deflate = promisify(zopfli.deflate);
/** Enough to tell which of two is denser, the same on every machine. */
const GLANCE = { numiterations: 5, blocksplittingmax: 0 };

/** Functions beside what calls them or all at the head: the order that deflates to less. */
async function densest(code: string, options: MinifyOptions): Promise<string | undefined> {
  const compress = typeof options.compress === 'object' ? options.compress : {};
  const tried = await Promise.all(
    [false, true].map(async (hoist_funs) => {
      const made = (await minify(code, { ...options, compress: { ...compress, hoist_funs } })).code;
      return { made, length: made ? (await deflate(Buffer.from(made), GLANCE)).length : 0 };
    }),
  );
  return tried.sort((one, other) => one.length - other.length)[0]?.made;
}

/**
 * Members that a library marks as its own by an underscore and that one file alone mentions: nothing
 * outside asks for them.
 */
function ownNamesOf(at: number, codes: readonly string[]): RegExp {
  const namesIn = (code: string) => code.match(/(?<=\.)_[a-z]\w{2,}/gi) ?? [];
  const names = [...new Set(namesIn(codes[at] ?? ''))].filter((name) =>
    codes.every((code, index) =>
      index === at ? !new RegExp(`['"\`]${name}\\b`).test(code) : !code.includes(name),
    ),
  );
  return new RegExp(`^(?:${names.join('|')})$`);
}

/** What is asked here of a chunk: what it loads, and which styles belong to it. */
interface Loading {
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/**
 * Styles of parts loaded on demand that a page does not link itself: nothing would load them.
 *
 * @param chunks by file name
 */
export function stylesOnDemand(chunks: Readonly<Record<string, Loading>>): string[] {
  const within = (from: string, onDemand: boolean, seen = new Set<string>()): Set<string> => {
    const chunk = chunks[from];
    if (chunk === undefined || seen.has(from)) return seen;
    seen.add(from);
    const next = onDemand ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports;
    for (const file of next) within(file, onDemand, seen);
    return seen;
  };
  const styles = (files: Iterable<string>) =>
    [...files].flatMap((file) => [...(chunks[file]?.viteMetadata?.importedCss ?? [])]);
  return Object.keys(chunks)
    .filter((name) => chunks[name]?.isEntry)
    .flatMap((name) => {
      const linked = new Set(styles(within(name, false)));
      return styles(within(name, true)).filter((style) => !linked.has(style));
    });
}

/**
 * Code without the lists of styles that a part loaded on demand would wait for: each page of this project
 * links all of them itself.
 */
function withoutStyleLists(code: string): string {
  return code.replaceAll(/,\s*__VITE_PRELOAD__/g, '');
}

/** Parts loaded on demand come as they are: the bundler's loader would look for styles and files first. */
export function plainLoading(): Plugin {
  return {
    name: 'plain-loading',
    apply: 'build',
    transform: (_code, id) =>
      id.endsWith('vite/preload-helper.js')
        ? { code: 'export const __vitePreload = (load) => load();', map: null }
        : undefined,
  };
}

/** A file that only passes on what another one holds. */
const DOOR = /^export\{([^}]*)\}from"(\.\/[\w-]+\.js)";?$/;

/**
 * Has what is loaded on demand loaded from where it stands, where the bundler made a file of its own
 * that only passes it on: an entry of the archive costs more than it holds.
 *
 * @param chunks code of all files of one build; changed in place
 * @returns names of the files that nobody needs any more
 */
export function passDoorsBy(chunks: readonly { fileName: string; code: string }[]): string[] {
  return chunks.flatMap(({ fileName, code }) => {
    const [, names, holder] = DOOR.exec(code) ?? [];
    if (names === undefined || holder === undefined) return [];
    const members = names.split(',').map((name) => name.replace(/^(\w+) as (\w+)$/, '$2:e.$1'));
    const call = `import("./${fileName}")`;
    const users = chunks.filter((chunk) => chunk.code.includes(`"./${fileName}"`));
    if (members.some((member) => !member.includes(':'))) return [];
    if (users.some((user) => user.code.split(call).length !== 2)) return [];
    if (users.some((user) => user.code.split(`"./${fileName}"`).length !== 2)) return [];
    for (const user of users) {
      user.code = user.code.replace(call, `import("${holder}").then(e=>({${members}}))`);
    }
    return [fileName];
  });
}

/** Pages without what only a reader of their source needs, and nothing of another origin in them. */
export function densePages(): Plugin {
  return {
    name: 'dense-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page) => page.replaceAll(/\n\s*/g, '').replaceAll(' crossorigin', ''),
    },
  };
}

/**
 * The catalogue of platforms without where each fact is from and how sure it is, which is for who reads the
 * source, and without the kind of match that most rules have.
 */
export function plainCatalogue(): Plugin {
  return {
    name: 'plain-catalogue',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      /knowledge[\\/]portals\.json$/.test(id)
        ? {
            code: code.replaceAll(
              /,\s*"(?:(?:source|certainty)": "\w+"|match": "host_suffix"|note": "[^"]*")/g,
              '',
            ),
            map: null,
          }
        : undefined,
  };
}

/** Curves that nothing here uses, in the library's choice between them. */
const OTHER_CURVES = /case KemId\.DhkemP384HkdfSha384:[\s\S]*?(?=\n {8}\}\n {4}\}\n)/;
const PLAIN_PROPERTY =
  /Object\.defineProperty\(this, "(\w+)", \{\s*enumerable: true,\s*configurable: true,\s*writable: true,\s*value: ([^{}]*?)\s*\}\);/g;

/**
 * The sealing library as it would be written for a browser: its fields are defined at length as plain
 * properties, it looks for the cryptography of a Node that is no longer supported, and knows more curves.
 */
export function plainSealing(): Plugin {
  return {
    name: 'plain-sealing',
    apply: 'build',
    transform(code, id) {
      if (!/node_modules[\\/]@hpke[\\/]/.test(id)) return undefined;
      if (/[\\/]dhkemPrimitives[\\/]ec\.js$/.test(id) && !OTHER_CURVES.test(code)) {
        throw new Error('sealing library: no choice of curves');
      }
      const plain = code
        .replace(OTHER_CURVES, '')
        .replaceAll(PLAIN_PROPERTY, 'this.$1 = $2;')
        .replaceAll('await import("crypto")', '{}');
      return { code: plain, map: null };
    },
  };
}

/** The files of the pages and the worker. No name needs a digest: packages change whole. */
export const FEW_FILES: Rolldown.OutputOptions = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  assetFileNames: '[name].[ext]',
  codeSplitting: { groups: [{ name: sharedFileOf, includeDependenciesRecursively: false }] },
};

/**
 * In which shared file a module belongs, by what loads it. Popup and worker start most often, and get
 * no more than they use; so does the popup's second step.
 */
function sharedFileOf(id: string, context: Rolldown.ChunkingContext): string | null {
  if (id.endsWith('rolldown/runtime.js')) return 'base';
  const users = usersOf(id, context);
  // One file of styles for the popup and one for all text pages: what is of one page alone names that
  // page or its own classes.
  if (id.endsWith('.css')) return users.has('popup') ? 'draw' : 'pages';
  if (users.size < 2) return users.has('read-popup') ? 'measures' : null;
  const [popup, worker] = [users.has('popup'), users.has('background')];
  if (popup) return worker ? 'base' : 'draw';
  if (worker) return 'store';
  return users.has('read-popup') ? 'measures' : 'pages';
}

/** The entries and the parts loaded on demand that need a module, by name. */
function usersOf(id: string, context: Rolldown.ChunkingContext): Set<string> {
  const users = new Set<string>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const info = context.getModuleInfo(next);
    if (info === null) continue;
    if (info.isEntry || info.dynamicImporters.length > 0) users.add(nameOfEntry(next));
    waiting.push(...info.importers);
  }
  return users;
}

/** `popup` for `…/entrypoints/popup/index.html`, `read-popup` for `…/entrypoints/popup/read-popup.ts`. */
function nameOfEntry(id: string): string {
  const [, folder = id, file] = /entrypoints[\\/]([\w-]+)(?:[\\/]([\w-]+))?/.exec(id) ?? [];
  return file === undefined || file === 'index' ? folder : file;
}
