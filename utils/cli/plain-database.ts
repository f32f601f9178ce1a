/**
 * The database library without what this project cannot reach: live queries with their caches, in which
 * rows of a table something was changed (that the table was is told), what stands in for older engines,
 * and methods that no source and no other part of the library names. Opening, transactions and rows stay
 * as they are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import { type ESTree, type Plugin, parseSync } from 'vite';

/** The file of the library that is built into the package. */
export const DATABASE_LIBRARY = /dexie[\\/]dist[\\/]modern[\\/]dexie\.mjs$/;

const FOLDERS = ['components', 'entrypoints', 'utils'];
/** Classes whose methods are dropped where nothing names them. */
const CLASSES = ['Collection', 'Dexie', 'Table', 'Transaction', 'Version', 'WhereClause'];

/** Of code that is left out, what it is replaced with; each stands there exactly once. */
const LEFT_OUT: readonly (readonly [what: string, with_: string])[] = [
  // Answers live queries alone: nothing else has subscribers.
  ['        this.use(cacheMiddleware);\n', ''],
  ['        this.use(cacheExistingValuesMiddleware);\n', ''],
  ['        const FULL_RANGE = new RangeSet(core.MIN_KEY, core.MAX_KEY);\n', ''],
  [
    `                table.schema.indexes.forEach((idx) => {
                    if (idx.name)
                        everything[\`idb://\${db.name}/\${table.name}/\${idx.name}\`] =
                            new RangeSet(-Infinity, [[[]]]);
                });
`,
    '',
  ],
  [`everything[\`idb://\${db.name}/\${table.name}/:dels\`] = new RangeSet(-Infinity, [[[]]])`, '1'],
  ['{ all: new RangeSet(-Infinity, [[]]) }', '{ all: 1 }'],
  ['        signalSubscribersNow(updateParts, true);\n', ''],
  ['            signalSubscribersNow(everything, true);\n', ''],
  ['    liveQuery,\n    extendObservabilitySet,\n', ''],
  ['Entity, PropModification, RangeSet, add, cmp,', ''],
  [' liveQuery, mergeRanges, rangesOverlap, remove, replacePrefix }', ' }'],
  ['    cache,\n    semVer', '    semVer'],
  // For engines that cannot list databases, and for Safari.
  ['                _onDatabaseDeleted(this._deps, this.name);\n', ''],
  ['            if (wasCreated)\n                _onDatabaseCreated(db._deps, dbName);\n', ''],
  // Generators as scopes of transactions.
  [
    `                else if (typeof returnValue.next === 'function' &&
                    typeof returnValue.throw === 'function') {
                    returnValue = awaitIterator(returnValue);
                }
`,
    '',
  ],
  // Values that say how to change what is stored, and hooks of tables.
  ['if (value instanceof PropModification) {', 'if (false) {'],
  ['        this.use(hooksMiddleware);\n', ''],
  ['[hookCreatingChain, nop]', '[nop, nop]'],
  ['[pureFunctionChain, mirror]', '[nop, mirror]'],
  ['[hookUpdatingChain, nop]', '[nop, nop]'],
  ['[hookDeletingChain, nop]', '[nop, nop]'],
  // Compound indexes under the name of their first part: sources name only indexes that are there.
  ['        this.use(virtualIndexMiddleware);\n', ''],
  ['(useSafari14Workaround ? idbReady() : DexiePromise.resolve())', 'DexiePromise.resolve()'],
  [
    `    const useSafari14Workaround = typeof navigator !== 'undefined' &&
        !!indexedDB &&
        indexedDB === _global.indexedDB;
`,
    '',
  ],
  // What every browser that the manifest allows has.
  ['const { schema, hasGetAll, hasIdb3Features } =', 'const { schema, hasIdb3Features } ='],
  ['query: query(hasGetAll, hasIdb3Features)', 'query: query(hasIdb3Features)'],
  ['function query(hasGetAll, hasIdb3Features)', 'function query(hasIdb3Features)'],
  ["hasGetAll && direction === 'next'", "direction === 'next'"],
  ["        db._hasGetAll = 'getAll' in store;\n", ''],
  [
    `typeof FinalizationRegistry !== 'undefined' &&
        typeof WeakRef !== 'undefined'`,
    'true',
  ],
  [
    `_global.indexedDB ||
            _global.mozIndexedDB ||
            _global.webkitIndexedDB ||
            _global.msIndexedDB`,
    '_global.indexedDB',
  ],
  ['_global.IDBKeyRange || _global.webkitIDBKeyRange', '_global.IDBKeyRange'],
  ['\nsetDebug(debug);', ''],
  [
    `            if (this._consoleTask)
                rv._consoleTask = this._consoleTask;
`,
    '',
  ],
  // Tables that an addon for shared documents keeps beside others.
  ['            !ctx.table.schema.yProps &&\n', ''],
  [
    `        if (mode !== 'readonly')
            storeNames.forEach((storeName) => {
                const yProps = dbschema[storeName]?.yProps;
                if (yProps)
                    storeNames = storeNames.concat(yProps.map((p) => p.updatesTable));
            });
`,
    '',
  ],
  // Rows asked for by an object of values.
  [
    `        if (keyOrCrit && keyOrCrit.constructor === Object)
            return this.where(keyOrCrit).first(cb);
`,
    '',
  ],
  // Of promises, what no source calls.
  [
    `            allSettled: DexiePromise.allSettled,
            any: DexiePromise.any,
`,
    '',
  ],
  [
    `            allSettled: GlobalPromise.allSettled,
            any: GlobalPromise.any,
`,
    '',
  ],
  [
    `            if (targetEnv.allSettled)
                GlobalPromise.allSettled = targetEnv.allSettled;
            if (targetEnv.any)
                GlobalPromise.any = targetEnv.any;
`,
    '',
  ],
];

export function plainDatabase(root: string): Plugin {
  return {
    name: 'plain-database',
    apply: 'build',
    async transform(code, id) {
      if (!DATABASE_LIBRARY.test(id)) return undefined;
      const words = wordsIn(root);
      const plain = withoutUnnamed(withoutLiveQueries(code), words);
      return { code: await withShortNames(plain, words), map: null };
    },
  };
}

/**
 * The library with short names for its own members: those that no source and no text in it says, and no
 * engine knows.
 */
export async function withShortNames(library: string, words: ReadonlySet<string>): Promise<string> {
  const texts = library.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  const said = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
  const members = new Set([...library.matchAll(/\.(\w{3,})/g)].map(([, name = '']) => name));
  // Of `Dexie.maxKey` the member counts.
  const asked = new Set([...words].flatMap((word) => word.split('.')));
  const own = [...members].filter((name) => !asked.has(name) && !said.has(name));
  const { code } = await minify(library, {
    module: true,
    compress: false,
    // Names that engines know are left as they are.
    mangle: { toplevel: false, properties: { regex: new RegExp(`^(?:${own.join('|')})$`) } },
  });
  if (code === undefined) throw new Error('database library: not renamed');
  return code;
}

/** @throws Error where the library is written in another way */
export function withoutLiveQueries(library: string): string {
  let code = library;
  for (const [what, with_] of LEFT_OUT) {
    const parts = code.split(what);
    if (parts.length !== 2) throw new Error(`database library: ${parts.length - 1} × ${what}`);
    code = parts.join(with_);
  }
  for (const [what, with_] of [...OBSERVED, ...LONG]) {
    if (!what.test(code)) throw new Error(`database library: written in another way: ${what}`);
    code = code.replace(what, () => with_);
  }
  return code;
}

/** How the library observes rows for its live queries, and what tells of changes instead. */
const OBSERVED: readonly (readonly [what: RegExp, with_: string])[] = [
  [
    /\n {16}const getRange = \(\{ query: \{ index, range \}, \}\) => \[[\s\S]*?(?=\n {16}return tableClone;)/,
    '',
  ],
  [
    /(?<=\n {16}const tableClone = \{\n {20}\.\.\.table,\n {20})mutate: \(req\) => \{[\s\S]*?\n {20}\},(?=\n {16}\};)/,
    `mutate: (req) => table.mutate(req).then((res) => {
                        const part = \`idb://\${dbName}/\${tableName}/\`;
                        req.trans.mutatedParts = { ...req.trans.mutatedParts, [part]: 1 };
                        return res;
                    }),`,
  ],
  [/\nprops\(RangeSet\.prototype, \{[\s\S]*?\n\}\);/, ''],
];

/** More of what is left out, where it is long. */
const LONG: readonly (readonly [what: RegExp, with_: string])[] = [
  [/\nif \(NativePromise\) \{[\s\S]*?\n\}(?=\nfunction executePromiseTask)/, ''],
  [
    /(?<=\nfunction builtInDeletionTrigger\(table, keys, res\) \{\n)[\s\S]*?(?=\n\}\n)/,
    '    return res;',
  ],
  [/\n {8}const keyPaths = keys\(indexOrCrit\);\n[\s\S]*?\.equals\(''\);(?=\n {4}\})/, ''],
  // What every browser that the manifest allows has, and debugging on a developer's host.
  [/ {12}hasGetAll: tables\.length > 0[\s\S]*?< 604\),\n/, ''],
  [
    / {4}if \(typeof navigator !== 'undefined' &&\n {8}\/Safari\/[\s\S]*?< 604\) \{[\s\S]*?\n {4}\}\n/,
    '',
  ],
  [/var debug = typeof location[\s\S]*?\nfunction setDebug[\s\S]*?\n\}/, 'const debug = false;'],
  [/\n {4}timeout: function \(ms, msg\) \{[\s\S]*?\n {4}\},/, ''],
];

/**
 * The library without methods that nothing else in it calls or says, and whose names are not among the
 * words given; and without what stands on the library itself alike.
 */
export function withoutUnnamed(library: string, words: ReadonlySet<string>): string {
  let code = library;
  for (;;) {
    const unnamed = methodsIn(code).filter(({ name, start, end, ofLibrary }) => {
      const rest = code.slice(0, start) + code.slice(end);
      return ofLibrary
        ? !new RegExp(`\\bDexie(?:\\$1)?\\.${name}\\b`).test(rest) && !words.has(`Dexie.${name}`)
        : !new RegExp(`[.'"]${name}\\b`).test(rest) && !words.has(name);
    });
    if (unnamed.length === 0) return code;
    for (const { start, end } of unnamed.reverse()) code = code.slice(0, start) + code.slice(end);
  }
}

interface Method {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `Dexie.delete` in contrast to a method of a database or table. */
  readonly ofLibrary: boolean;
}

/** The methods of the classes, and the properties of the library itself, in order. */
function methodsIn(code: string): Method[] {
  const methods: Method[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const found = node as ESTree.Node;
    if (found.type === 'CallExpression') {
      const { callee, arguments: given } = found;
      const [library, members] = given;
      if (
        callee.type === 'Identifier' &&
        callee.name === 'props' &&
        library?.type === 'Identifier' &&
        library.name === 'Dexie' &&
        members?.type === 'ObjectExpression'
      ) {
        for (const member of members.properties) {
          if (member.type !== 'Property' || member.key.type !== 'Identifier') continue;
          const end = code.indexOf(',', member.end) + 1;
          methods.push({ name: member.key.name, start: member.start, end, ofLibrary: true });
        }
      }
    }
    if (
      (found.type === 'ClassDeclaration' || found.type === 'ClassExpression') &&
      CLASSES.includes(found.id?.name ?? '')
    ) {
      for (const part of found.body.body) {
        if (part.type !== 'MethodDefinition' || part.kind === 'constructor') continue;
        if (part.key.type === 'Identifier') {
          const { start, end } = part;
          methods.push({ name: part.key.name, start, end, ofLibrary: false });
        }
      }
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseSync('dexie.mjs', code).program);
  return methods.sort((one, other) => one.start - other.start);
}

/** Every word in the sources, and everything that is asked of the library itself. */
export function wordsIn(root: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const source = readFileSync(join(root, folder, name), 'utf8');
      for (const [word] of source.matchAll(/\bDexie\.\w+|\w+/g)) words.add(word);
    }
  }
  return words;
}
