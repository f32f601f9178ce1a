/**
 * Finds in a built script what the floor does not have. A use counts as guarded where the code asks
 * first: `typeof x`, `'x' in y`, `y.x?.()`, or an `if`, `&&`, `??`, `||`, `? :` around it (or an early
 * return before it) whose test looks at the same name.
 *
 * A name alone cannot tell whose member it is: a young method that shares its name with an old one
 * (`Iterator.prototype.map`) is not found here; the types of the oldest engine (`lib` in tsconfig) are
 * what keeps it out.
 */
import { parseAst } from 'vite';
import type { NewerFeature, NewerFeatures } from './newer-features';

export interface Use {
  /** What the code says, as `Object.groupBy` or `.toSorted`. */
  readonly name: string;
  readonly feature: NewerFeature;
  /** Position in the text. */
  readonly at: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** The names that a script gives to members of its own objects: keys, methods, assigned members. */
export function ownMembers(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  walk(parseAst(source) as unknown as Node, [], (node, ancestors) => {
    if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type)) {
      const key = node.key as Node;
      if (ancestors.at(-1)?.type !== 'ObjectPattern' && key.type === 'Identifier')
        names.add(key.name as string);
    }
    if (node.type === 'AssignmentExpression') {
      const left = node.left as Node;
      const name = left.type === 'MemberExpression' ? memberPath(left).at(-1) : undefined;
      if (name !== undefined) names.add(name);
    }
  });
  return names;
}

/**
 * Unguarded uses in a script or module.
 *
 * @param own members that the program defines itself: a use of such a name proves nothing
 */
export function findUses(
  source: string,
  features: NewerFeatures,
  own: ReadonlySet<string> = new Set(),
): readonly Use[] {
  const program = parseAst(source) as unknown as Node;
  const { declared, flags } = declaredNames(program);
  const guarded = (name: string, node: Node, ancestors: readonly Node[]) =>
    isGuarded(name, node, ancestors, flags);
  const uses: Use[] = [];
  const note = (node: Node, name: string, feature: NewerFeature | undefined) => {
    if (feature !== undefined) uses.push({ name, feature, at: node.start });
  };
  walk(program, [], (node, ancestors) => {
    const parent = ancestors.at(-1);
    switch (node.type) {
      case 'Identifier': {
        const name = node.name as string;
        if (!isReference(node, parent) || declared.has(name)) return;
        const feature = features.globals.get(name);
        if (feature !== undefined && !guarded(name, node, ancestors)) note(node, name, feature);
        return;
      }
      case 'MemberExpression': {
        const path = memberPath(node);
        const name = path.at(-1);
        if (name === undefined) return;
        const owner = path.at(-2);
        const pair = `${owner}.${name}`;
        if (features.had.has(pair)) return;
        const paired = features.owned.get(pair) ?? features.extension.get(pair);
        const feature = paired ?? (own.has(name) ? undefined : features.members.get(name));
        if (feature === undefined || guarded(name, node, ancestors)) return;
        note(node, paired === undefined ? `.${name}` : pair, feature);
        return;
      }
      case 'Property': {
        const key = node.key as Node;
        const name =
          key.type === 'Identifier' && node.computed !== true ? (key.name as string) : undefined;
        if (name === undefined || parent?.type === 'ObjectPattern') return;
        const space = extensionSpace(ancestors);
        const feature =
          space === undefined ? undefined : features.extensionKeys.get(`${space}.${name}`);
        // The browser refuses a call that holds a key it does not know: catching that is asking first.
        if (feature !== undefined && !caught(ancestors)) note(node, `{ ${name} }`, feature);
        return;
      }
      case 'Literal':
        if (node.regex !== undefined) {
          const { pattern, flags } = node.regex as { pattern: string; flags: string };
          for (const key of regexSyntax(pattern, flags))
            note(node, `/${pattern}/${flags}`, features.syntax.get(key));
        }
        return;
      case 'VariableDeclaration':
        if (node.kind === 'using') note(node, 'using', features.syntax.get('using'));
        if (node.kind === 'await using')
          note(node, 'await using', features.syntax.get('await-using'));
        return;
      case 'ImportDeclaration':
        if ((node.attributes as readonly unknown[] | undefined)?.length)
          note(node, 'import … with', features.syntax.get('import-attributes'));
        return;
      case 'StaticBlock':
        note(node, 'static { }', features.syntax.get('static-block'));
    }
  });
  return uses;
}

function regexSyntax(pattern: string, flags: string): readonly string[] {
  const names = [...pattern.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g)].map(([, name]) => name);
  return [
    ...[...flags].map((flag) => `u:${flag}`),
    ...(/\(\?[ims]*-?[ims]*:/.test(pattern.replaceAll('(?:', '')) ? ['modifier'] : []),
    ...(new Set(names).size < names.length ? ['duplicate-group'] : []),
    ...(/\(\?<[=!]/.test(pattern) ? ['lookbehind'] : []),
  ];
}

/** The names of a chain as far as they are plain: `a.b().c.d` gives `c`, `d`. */
function memberPath(node: Node): readonly string[] {
  const names: string[] = [];
  let at: Node | undefined = node;
  while (at !== undefined) {
    if (at.type === 'ChainExpression') at = at.expression as Node;
    if (at.type === 'MemberExpression') {
      const property = at.property as Node;
      const name =
        at.computed === true
          ? property.type === 'Literal' && typeof property.value === 'string'
            ? property.value
            : undefined
          : (property.name as string);
      if (name === undefined) break;
      names.unshift(name);
      at = at.object as Node;
    } else {
      if (at.type === 'Identifier') names.unshift(at.name as string);
      break;
    }
  }
  return names;
}

const TESTS: Readonly<Record<string, string>> = {
  IfStatement: 'test',
  ConditionalExpression: 'test',
  LogicalExpression: 'left',
  WhileStatement: 'test',
};

function isGuarded(
  name: string,
  node: Node,
  ancestors: readonly Node[],
  flags: ReadonlyMap<string, Node>,
): boolean {
  const parent = ancestors.at(-1);
  if (parent === undefined) return false;
  if (isTest(node, ancestors)) return true;
  if (
    node.optional === true &&
    node.type === 'MemberExpression' &&
    parent.type !== 'CallExpression'
  )
    return false;
  if (parent.type === 'CallExpression' && parent.callee === node && parent.optional === true)
    return true;
  // A place that writes it into an own object uses nothing.
  if (parent.type === 'AssignmentExpression' && parent.left === node) return false;
  for (const [index, ancestor] of ancestors.entries()) {
    const part = TESTS[ancestor.type];
    const next = ancestors[index + 1] ?? node;
    if (
      part !== undefined &&
      ancestor[part] !== next &&
      looksAt(name, ancestor[part] as Node, flags)
    )
      return true;
    if (ancestor.type === 'BlockStatement' || ancestor.type === 'Program') {
      for (const statement of ancestor.body as readonly Node[]) {
        if (statement === next) break;
        if (
          statement.type === 'IfStatement' &&
          leaves(statement.consequent as Node) &&
          looksAt(name, statement.test as Node, flags)
        )
          return true;
      }
    }
  }
  return false;
}

function caught(ancestors: readonly Node[]): boolean {
  return ancestors.some((ancestor, index) => {
    if (ancestor.type !== 'TryStatement' || ancestor.block !== ancestors[index + 1]) return false;
    const handler = ancestor.handler as Node | null;
    return handler !== null && ((handler.body as Node).body as readonly Node[]).length > 0;
  });
}

/** Whether the node itself is only asked for: `typeof x`, `if (y.x)`, `y.x ?? z`, `y.x === undefined`. */
function isTest(node: Node, ancestors: readonly Node[]): boolean {
  let inner = node;
  for (const ancestor of [...ancestors].reverse()) {
    const part = TESTS[ancestor.type];
    if (part !== undefined && ancestor[part] === inner) return true;
    if (ancestor.type === 'LogicalExpression') {
      inner = ancestor;
      continue;
    }
    if (part !== undefined) return false;
    if (
      ancestor.type === 'UnaryExpression' &&
      (ancestor.operator === 'typeof' || ancestor.operator === '!')
    )
      return true;
    if (ancestor.type === 'BinaryExpression') {
      const other = (ancestor.left === inner ? ancestor.right : ancestor.left) as Node;
      return ['==', '!=', '===', '!=='].includes(ancestor.operator as string) && isNothing(other);
    }
    if (ancestor.type !== 'ChainExpression') return false;
    inner = ancestor;
  }
  return false;
}

function isNothing(node: Node): boolean {
  return (
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}

/** Whether a test asks whether something of this name is there, by itself or by a variable that did. */
function looksAt(name: string, test: Node, flags: ReadonlyMap<string, Node>): boolean {
  let looks = false;
  walk(test, [], (node, ancestors) => {
    if (node.type === 'BinaryExpression' && node.operator === 'in') {
      const left = node.left as Node;
      if (left.type === 'Literal' && left.value === name) looks = true;
    }
    const named =
      (node.type === 'Identifier' && node.name === name) ||
      (node.type === 'MemberExpression' && memberPath(node).at(-1) === name);
    const parent = ancestors.at(-1);
    if (node.type === 'Identifier' && isReference(node, parent)) {
      const flag = flags.get(node.name as string);
      if (flag !== undefined && looksAt(name, flag, new Map())) looks = true;
    }
    const called =
      parent?.type === 'CallExpression' && parent.callee === node && parent.optional !== true;
    if (named && !called && !(parent?.type === 'MemberExpression' && parent.object === node))
      looks = true;
  });
  return looks;
}

function leaves(node: Node): boolean {
  if (node.type === 'BlockStatement') {
    const last = (node.body as readonly Node[]).at(-1);
    return last !== undefined && leaves(last);
  }
  return ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(
    node.type,
  );
}

/** The namespace of the browser's interface in the arguments of whose call an object stands. */
function extensionSpace(ancestors: readonly Node[]): string | undefined {
  for (const ancestor of [...ancestors].reverse()) {
    if (ancestor.type !== 'CallExpression') continue;
    const path = memberPath(ancestor.callee as Node);
    const space = path.length > 2 ? path.at(-2) : undefined;
    if (space !== undefined && EXTENSION_SPACES.has(space)) return space;
  }
  return undefined;
}

const EXTENSION_SPACES = new Set([
  'scripting',
  'tabs',
  'windows',
  'permissions',
  'action',
  'alarms',
  'notifications',
]);

function isReference(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return true;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed === true;
    case 'Property':
      return parent.value === node;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node || parent.computed === true;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
      return false;
    default:
      return true;
  }
}

/** Every name that the file declares anywhere, and the variables among them with what they began as. */
function declaredNames(program: Node): {
  readonly declared: ReadonlySet<string>;
  readonly flags: ReadonlyMap<string, Node>;
} {
  const names = new Set<string>();
  const flags = new Map<string, Node>();
  const bind = (pattern: Node | null | undefined): void => {
    if (pattern === null || pattern === undefined) return;
    switch (pattern.type) {
      case 'Identifier':
        names.add(pattern.name as string);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties as readonly Node[])
          bind((property.value ?? property.argument) as Node);
        return;
      case 'ArrayPattern':
        for (const element of pattern.elements as readonly (Node | null)[]) bind(element);
        return;
      case 'AssignmentPattern':
        bind(pattern.left as Node);
        return;
      case 'RestElement':
        bind(pattern.argument as Node);
    }
  };
  walk(program, [], (node) => {
    if (node.type === 'VariableDeclarator' && (node.id as Node).type === 'Identifier' && node.init)
      flags.set((node.id as Node).name as string, node.init as Node);
    if (
      node.type === 'VariableDeclarator' ||
      /^(Function|Class)(Declaration|Expression)$/.test(node.type)
    )
      bind(node.id as Node);
    if (/^(Function\w*|ArrowFunctionExpression)$/.test(node.type))
      for (const parameter of node.params as readonly Node[]) bind(parameter);
    if (/^Import\w*Specifier$/.test(node.type)) bind(node.local as Node);
    if (node.type === 'CatchClause') bind(node.param as Node | null);
  });
  return { declared: names, flags };
}

function walk(
  root: Node,
  above: readonly Node[],
  visit: (node: Node, ancestors: readonly Node[]) => void,
): void {
  const ancestors = [...above];
  const step = (node: Node): void => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const key in node) {
      if (key === 'regex') continue;
      const value = node[key];
      if (Array.isArray(value)) {
        for (const one of value) if (isNode(one)) step(one);
      } else if (isNode(value)) step(value);
    }
    ancestors.pop();
  };
  step(root);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
