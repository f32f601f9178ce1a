/**
 * Lifts the Chinese words and expressions out of the code of the recognition at build time and packs
 * them with the field concepts, among whose labels most of them occur: there they cost a third. Sources,
 * types and unit tests know nothing of it. Constants that are made of lifted words are made when they
 * are first asked for, and that is after the concepts were loaded: recognition is created from them.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type ESTree, type Plugin, parseSync } from 'vite';
import { inSteps } from '../knowledge/packed-words';

const RUNTIME = 'utils/knowledge/packed-words.ts';
/** What only a created recognition calls. */
const LIFTED = [
  'canonical-label',
  'chinese-date',
  'heading-words',
  'match-concept',
  'normalise-label',
  'normalise-value',
  'quantity',
  'traditional',
].map((name) => `utils/knowledge/${name}.ts`);
/** Who may load them. */
const CHUNK = 'background.js';
/** Fewer Chinese characters cost less where they are. */
const FEWEST = 4;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

interface Lifting {
  readonly words: readonly string[];
  readonly cuts: readonly { readonly start: number; readonly end: number; readonly with: string }[];
}

export function liftWords(root: string): Plugin {
  return {
    name: 'lift-words',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const path = relative(root, id).split(sep).join('/');
      if (!LIFTED.includes(path)) return undefined;
      const first = LIFTED.slice(0, LIFTED.indexOf(path)).flatMap((one) =>
        wordsIn(root, one),
      ).length;
      const from = JSON.stringify(join(root, RUNTIME));
      return {
        code: `import { expressionAt as __expressionAt, once as __once, wordsAt as __wordsAt } from ${from};${withoutWords(path, code, first).code}`,
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.fileName === CHUNK) continue;
        const wrong = chunk.moduleIds.filter((id) =>
          LIFTED.includes(relative(root, id).split(sep).join('/')),
        );
        if (wrong.length > 0) this.error(`${chunk.fileName} would use lifted words: ${wrong}`);
      }
    },
  };
}

/** All lifted words in their places, as they are packed. */
export function liftedWords(root: string): string[] {
  return LIFTED.flatMap((path) => wordsIn(root, path)).map(inSteps);
}

/**
 * A source with calls where words stood, and the words.
 *
 * @param first the place of the source's first words among all
 */
export function withoutWords(
  path: string,
  code: string,
  first: number,
): { readonly code: string; readonly words: readonly string[] } {
  const { words, cuts } = liftingOf(path, code, first);
  let end = 0;
  let out = '';
  for (const cut of cuts) {
    out += code.slice(end, cut.start) + cut.with;
    end = cut.end;
  }
  return { code: out + code.slice(end), words };
}

function wordsIn(root: string, path: string): readonly string[] {
  return withoutWords(path, readFileSync(join(root, path), 'utf8'), 0).words;
}

function liftingOf(path: string, code: string, first: number): Lifting {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const words: string[] = [];
  const cuts: { start: number; end: number; with: string }[] = [];
  const placeOf = (text: string) => first + words.push(text) - 1;
  const late = lateConstants(path, program);

  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (!isNode(node) || isType(node)) return;
    const { start, end } = node;
    switch (node.type) {
      case 'ImportDeclaration':
        return;
      case 'Literal':
        if ('regex' in node) {
          const { pattern, flags } = node.regex;
          if (!isChinese(pattern)) return;
          cuts.push({ start, end, with: `__expressionAt(${placeOf(pattern)},"${flags}")` });
        } else if (typeof node.value === 'string' && isChinese(node.value)) {
          cuts.push({ start, end, with: `__wordsAt(${placeOf(node.value)})` });
        }
        return;
      case 'TemplateLiteral':
        for (const [index, quasi] of node.quasis.entries()) {
          const text = quasi.value.cooked ?? '';
          if (isChinese(text)) {
            // Its span holds the marks around it or not, as the parser has it.
            const at = code.indexOf(quasi.value.raw, quasi.start);
            cuts.push({
              start: at,
              end: at + quasi.value.raw.length,
              with: `\${__wordsAt(${placeOf(text)})}`,
            });
          }
          visit(node.expressions[index]);
        }
        return;
      case 'TaggedTemplateExpression':
        throw new Error(`${path}: a tagged template`);
      case 'MemberExpression':
        visit(node.object);
        if (node.computed) visit(node.property);
        return;
      case 'Property':
        if (node.computed) visit(node.key);
        if (node.shorthand && node.value.type === 'Identifier' && late.has(node.value.name)) {
          throw new Error(`${path}: ${node.value.name} in short`);
        }
        visit(node.value);
        return;
      case 'Identifier':
        if (late.has(node.name)) cuts.push({ start: end, end, with: '()' });
        return;
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier' && late.has(node.id.name) && node.init !== null) {
          cuts.push({
            start: node.id.end,
            end: node.init.start,
            with: '=/*@__PURE__*/__once(()=>(',
          });
          visit(node.init);
          cuts.push({ start: node.init.end, end: node.init.end, with: '))' });
          return;
        }
        visit(node.id);
        visit(node.init);
        return;
      default:
        for (const [name, part] of Object.entries(node)) {
          // Names of methods, parameters' types and labels are no uses of a constant.
          if (name !== 'key' || !('computed' in node) || node.computed) visit(part);
        }
    }
  };
  visit(program);
  return { words, cuts };
}

/** The constants of a module that lifted words go into, directly or by way of another such constant. */
function lateConstants(path: string, program: ESTree.Program): ReadonlySet<string> {
  const late = new Set<string>();
  for (const statement of program.body) {
    const exported = statement.type === 'ExportNamedDeclaration';
    const declaration = exported ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== 'Identifier' || init === null || !isLate(init, late)) continue;
      if (exported) throw new Error(`${path}: ${id.name} is exported, and made of lifted words`);
      if (!/^[A-Z_]+$/.test(id.name)) throw new Error(`${path}: ${id.name} is no constant's name`);
      late.add(id.name);
    }
  }
  return late;
}

/** Whether an expression says lifted words when it is reached, not only when a function in it is called. */
function isLate(node: unknown, late: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some((part) => isLate(part, late));
  if (!isNode(node)) return false;
  if (node.type === 'Identifier') return late.has(node.name);
  if (node.type === 'Literal') {
    if ('regex' in node) return isChinese(node.regex.pattern);
    return typeof node.value === 'string' && isChinese(node.value);
  }
  if (node.type === 'TemplateElement') return isChinese(node.value.cooked ?? '');
  return Object.values(node).some((part) => isLate(part, late));
}

function isChinese(text: string): boolean {
  return (text.match(CHINESE)?.length ?? 0) >= FEWEST;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isType({ type }: ESTree.Node): boolean {
  return type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(type);
}
