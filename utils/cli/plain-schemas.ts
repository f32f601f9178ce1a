/**
 * The schema library with what the gate uses of it: a check that says at once whether a message is
 * one, and gives it. What is left out tells why it is none, waits for answers, converts, writes back,
 * or derives expressions for texts made of schemas.
 */
import { type ESTree, type Plugin, parseSync } from 'vite';

/** What the gate is made of. Each works with what is left of the library: a test holds it against the whole. */
const KINDS: ReadonlySet<string> = new Set([
  'array',
  'boolean',
  'discriminatedUnion',
  'enum',
  'exactOptional',
  'gte',
  'int',
  'literal',
  'lte',
  'maxLength',
  'minLength',
  'number',
  'refine',
  'regex',
  'strictObject',
  'string',
]);

type Change = readonly [what: RegExp, instead: string];

/** By file of the library: what is written instead; each is found there. */
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'core/schemas.js': [
    [/\b\w+ instanceof Promise\b/g, 'false'],
    [/\bctx\??\.direction === "backward"/g, 'false'],
    [/\bctx\??\.direction !== "backward"/g, 'true'],
    [/\bcore\.globalConfig\.memoizer\b/g, 'undefined'],
    [/\bif \(def\.coerce\)/g, 'if (false)'],
    [/\bctx\?\.abortEarly\b/g, 'false'],
  ],
  'core/parse.js': [
    [/\b\w+ instanceof Promise\b/g, 'false'],
    [
      /(?<=function failure\(Err, issues, ctx\) \{\n)[\s\S]*?\n(?=\}\n)/g,
      '    return { success: false };\n',
    ],
  ],
  'core/core.js': [
    [/\bparams\?\.Parent\b(?! \?\?)/g, 'undefined'],
    [/\bparams\?\.Parent \?\? Object\b/g, 'Object'],
    [/\bparams\.Parent\b/g, 'Object'],
    [/\bglobalThis\.__zod_globalConfig\?\.postProcessor\b/g, 'undefined'],
    [/ {8}const proto = _\.prototype;\n {8}for \(const k in proto\) \{[\s\S]*?\n {8}\}\n/g, ''],
  ],
};

/** Members of every schema that nothing asks for. */
const MEMBERS = [
  '~standard',
  'with',
  'parse',
  'parseAsync',
  'safeParseAsync',
  'brand',
  'register',
  'apply',
];

export function plainSchemas(): Plugin {
  return {
    name: 'plain-schemas',
    apply: 'build',
    transform(code, id) {
      const file = /node_modules[\\/]zod[\\/]v4[\\/](\w+[\\/]\w+\.js)$/.exec(id)?.[1];
      if (!id.includes('node_modules') && /\bfrom\s*['"]zod\b/.test(code)) knowsKindsOf(code);
      return file === undefined
        ? undefined
        : { code: plainSchemaFile(file.replace('\\', '/'), code), map: null };
    },
  };
}

/**
 * A kind of schema that was not tried may need what is left out, and would then let pass what it is to
 * refuse.
 *
 * @throws Error where a source makes its schemas of anything else than {@link KINDS}
 */
export function knowsKindsOf(source: string): void {
  if (!/import \* as z from ['"]zod\/mini['"]/.test(source)) {
    throw new Error('schema library: a source does not import it as `z`');
  }
  const unknown = [...source.matchAll(/\bz\.(\w+)/g)].filter(([, kind = '']) => !KINDS.has(kind));
  const names = [...new Set(unknown.map(([name]) => name))].join(', ');
  if (names !== '') throw new Error(`schema library: not tried with what is left of it: ${names}`);
}

/** @throws Error where the library is written in another way */
export function plainSchemaFile(file: string, library: string): string {
  let code = library;
  for (const [what, instead] of CHANGES[file] ?? []) {
    if (code.search(what) < 0) throw new Error(`schema library: ${file} holds no ${what}`);
    code = code.replace(what, instead);
  }
  if (!/^(?:core\/checks|(?:core|mini)\/schemas)\.js$/.test(file)) return code;
  const cuts = cutsIn(parseSync('schemas.js', code).program, code);
  if (cuts.length === 0) throw new Error(`schema library: nothing to leave out of ${file}`);
  for (const { start, end } of cuts.reverse()) code = code.slice(0, start) + code.slice(end);
  return code;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

function cutsIn(program: ESTree.Program, code: string): Cut[] {
  const cuts: Cut[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const found = node as ESTree.Node;
    if (found.type === 'ExpressionStatement' && isPattern(found.expression)) {
      cuts.push({ start: found.start, end: found.end });
      return;
    }
    if (found.type === 'CallExpression' && isBase(found)) {
      const members = found.arguments[2];
      if (members?.type === 'ObjectExpression') cuts.push(...membersOf(members, code));
      visit(found.arguments[1]);
      return;
    }
    if (found.type === 'CallExpression' && isReason(found)) {
      const [reason] = found.arguments;
      if (reason?.type === 'ObjectExpression') cuts.push(...beside(reason, 'continue', code));
      return;
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(program);
  return cuts;
}

/** `payload.issues.push({ … })`: of a reason counts that it is there, and whether others may follow. */
function isReason({ callee }: ESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'push' &&
    callee.object.type === 'MemberExpression' &&
    callee.object.property.type === 'Identifier' &&
    callee.object.property.name === 'issues'
  );
}

/** All properties of an object but one. */
function beside({ properties }: ESTree.ObjectExpression, kept: string, code: string): Cut[] {
  return properties.flatMap((property) => {
    if (property.type === 'Property' && nameOf(property) === kept) return [];
    const comma = /^\s*,/.exec(code.slice(property.end))?.[0].length ?? 0;
    return [{ start: property.start, end: property.end + comma }];
  });
}

function nameOf({ key }: ESTree.ObjectProperty): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

/** The definition of what all schemas share. */
function isBase({ callee, arguments: [name] }: ESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === '$constructor' &&
    name?.type === 'Literal' &&
    (name.value === '$ZodType' || name.value === 'ZodMiniType')
  );
}

function membersOf({ properties }: ESTree.ObjectExpression, code: string): Cut[] {
  return properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    if (!MEMBERS.includes(nameOf(property))) return [];
    return [{ start: property.start, end: code.indexOf(',', property.end) + 1 }];
  });
}

/** `inst._zod.pattern = …`, `util.defineLazyInternal(inst, "pattern", …)`. */
function isPattern(expression: ESTree.Expression): boolean {
  if (expression.type === 'AssignmentExpression') {
    const { left } = expression;
    return (
      left.type === 'MemberExpression' &&
      left.property.type === 'Identifier' &&
      left.property.name === 'pattern' &&
      left.object.type === 'MemberExpression'
    );
  }
  if (expression.type !== 'CallExpression') return false;
  const [, name] = expression.arguments;
  return name?.type === 'Literal' && name.value === 'pattern';
}
