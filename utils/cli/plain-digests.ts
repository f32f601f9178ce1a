/**
 * The digest library without its checks of what it is given: here the types see to that, and each script
 * that makes digests would carry the checks with their messages.
 */
import { type Plugin, parseSync } from 'vite';

/** The checks, and what each gives back. */
const CHECKS: Readonly<Record<string, string>> = {
  anumber: 'return n;',
  abool: 'return value;',
  abytes: 'return value;',
  aexists: '',
  aoutput: '',
};

export function plainDigests(): Plugin {
  return {
    name: 'plain-digests',
    apply: 'build',
    transform: (code, id) =>
      /node_modules[\\/]@noble[\\/]hashes[\\/]utils\.js$/.test(id)
        ? { code: withoutChecks(code), map: null }
        : undefined,
  };
}

/** @throws Error where the library has no such check */
export function withoutChecks(library: string): string {
  const missing = new Set(Object.keys(CHECKS));
  let code = library;
  for (const statement of parseSync('utils.js', library).program.body.toReversed()) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type !== 'FunctionDeclaration' || declaration.body === null) continue;
    const name = declaration.id?.name ?? '';
    const body = CHECKS[name];
    if (body === undefined) continue;
    missing.delete(name);
    const { start, end } = declaration.body;
    code = `${code.slice(0, start)}{ ${body} }${code.slice(end)}`;
  }
  if (missing.size > 0) throw new Error(`digest library: no ${[...missing]}`);
  return code;
}
