/**
 * At build time the page signs lend the reader the modules that both need, since each injected script is
 * built by itself: the signs always come first. Sources, types and unit tests know nothing of it, and the
 * list that is lent is empty there.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type ESTree, type Plugin, parseSync } from 'vite';

/** The module that holds what is lent, in the signs. */
const LENT = 'entrypoints/observer.content/lent.ts';
/** What both need, and that keeps nothing which each would need for itself. */
const SHARED = [
  'entrypoints/observer.content/forms/dom.ts',
  'entrypoints/observer.content/forms/text.ts',
  'utils/domain/random-id.ts',
  'utils/knowledge/control-text.ts',
];

/** @param script name of the injected script that is built */
export function lendModules(root: string, script: string): Plugin {
  return {
    name: 'lend-modules',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const path = relative(root, id).split(sep).join('/');
      if (script === 'signs' && path === LENT) return lending(root);
      if (script === 'reader' && SHARED.includes(path)) return borrowing(root, path);
      return undefined;
    },
  };
}

/** The modules' values in one list, module by module, each in the order of its source. */
export function lending(root: string): string {
  const imports = SHARED.map((path, index) => {
    const names = valuesOf(root, path).map((name) => `${name} as ${name}_${index}`);
    return `import { ${names} } from ${JSON.stringify(join(root, path))};`;
  });
  const listed = SHARED.flatMap((path, index) =>
    valuesOf(root, path).map((name) => `${name}_${index}`),
  );
  return `${imports.join('\n')}\nexport const LENT = [${listed}];`;
}

/** A module of the same values, taken from the list. */
export function borrowing(root: string, path: string): string {
  const before = SHARED.slice(0, SHARED.indexOf(path)).flatMap((one) => valuesOf(root, one)).length;
  const context = JSON.stringify(join(root, 'entrypoints/observer.content/context.ts'));
  const taken = valuesOf(root, path).map(
    (name, index) => `export const ${name} = lent[${before + index}];`,
  );
  return `import { observerContext } from ${context};\nconst lent = observerContext()?.pageWords?.lent ?? [];\n${taken.join('\n')}`;
}

/** Names of the values that a module gives away, in the order of its source. */
function valuesOf(root: string, path: string): readonly string[] {
  const { program } = parseSync(path, readFileSync(join(root, path), 'utf8'));
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration, exportKind } = statement as ESTree.ExportNamedDeclaration;
    if (exportKind === 'type' || declaration === null) return [];
    if (declaration.type === 'FunctionDeclaration') return declaration.id?.name ?? [];
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : ''));
  });
}
