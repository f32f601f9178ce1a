/**
 * Members that a class keeps to itself (`private`, known to the types alone) become private ones of the
 * language at build time: those the minifier may give short names, since nothing outside can ask for them.
 * A member that is asked for in any other way than of `this` stays as it is.
 */
import { type ESTree, type Plugin, parseSync } from 'vite';

interface Place {
  readonly start: number;
  readonly end: number;
}

type Node = Place & { readonly type: string };

export function privateNames(root: string): Plugin {
  return {
    name: 'private-names',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!path.startsWith(root) || !path.endsWith('.ts') || path.includes('node_modules')) {
        return undefined;
      }
      return code.includes('private ')
        ? { code: withPrivateNames(path, code), map: null }
        : undefined;
    },
  };
}

export function withPrivateNames(path: string, code: string): string {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const hashes: Place[] = [];
  const modifiers: Place[] = [];
  for (const body of classesIn(program)) {
    const uses = usesIn(body);
    for (const [name, members] of privateMembers(body)) {
      const asked = uses.get(name) ?? [];
      if (asked.includes(undefined)) continue;
      for (const { start, key } of members) {
        const from = code.indexOf('private ', start);
        modifiers.push({ start: from, end: from + 'private '.length });
        hashes.push({ start: key.start, end: key.start });
      }
      for (const use of asked) if (use) hashes.push({ start: use.start, end: use.start });
    }
  }
  const cuts = [
    ...hashes.map((place) => ({ ...place, by: '#' })),
    ...modifiers.map((place) => ({ ...place, by: '' })),
  ].sort((one, other) => other.start - one.start);
  return cuts.reduce(
    (text, { start, end, by }) => text.slice(0, start) + by + text.slice(end),
    code,
  );
}

function classesIn(program: ESTree.Program): readonly ESTree.ClassBody[] {
  const found: ESTree.ClassBody[] = [];
  walk(program, (node) => {
    if (node.type === 'ClassBody') found.push(node as unknown as ESTree.ClassBody);
  });
  return found;
}

/** By name the declarations of it: a getter and a setter are two. */
function privateMembers({ body }: ESTree.ClassBody) {
  const members = new Map<string, { readonly start: number; readonly key: Place }[]>();
  for (const member of body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') continue;
    const { accessibility, computed, key, start } = member;
    if (accessibility !== 'private' || computed || key.type !== 'Identifier') continue;
    if (key.name === 'constructor') continue;
    members.set(key.name, [...(members.get(key.name) ?? []), { start, key }]);
  }
  return members;
}

/** By name where it is asked for of `this`; `undefined` for each time it is in another way. */
function usesIn(body: ESTree.ClassBody): Map<string, (Place | undefined)[]> {
  const uses = new Map<string, (Place | undefined)[]>();
  const note = (name: string, place?: Place) => {
    uses.set(name, [...(uses.get(name) ?? []), place]);
  };
  walk(body, (node) => {
    if (node.type === 'MemberExpression') {
      const { object, property, computed } = node as unknown as ESTree.MemberExpression;
      if (computed || property.type !== 'Identifier') return;
      note(property.name, object.type === 'ThisExpression' ? property : undefined);
    } else if (node.type === 'VariableDeclarator') {
      const { id, init } = node as unknown as ESTree.VariableDeclarator;
      if (init?.type !== 'ThisExpression' || id.type !== 'ObjectPattern') return;
      for (const part of id.properties) {
        if (part.type === 'Property' && part.key.type === 'Identifier') note(part.key.name);
      }
    }
  });
  return uses;
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) walk(part, see);
  if (typeof value !== 'object' || value === null || !('type' in value)) return;
  see(value as Node);
  for (const part of Object.values(value)) walk(part, see);
}
