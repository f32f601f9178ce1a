import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * A module and all that it needs as one classic script, which puts its exports under `name`.
 *
 * @throws Error where the module cannot be bundled
 */
export async function bundleScript(entry: URL, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome109',
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as { output?: { code?: string }[] }[];
  const code = outputs[0]?.output?.[0]?.code;
  if (code === undefined) throw new Error(`${name} could not be bundled.`);
  return code;
}

/** The same for a page to run: its exports stand under `globalThis[name]` afterwards. */
export async function bundleForPage(entry: URL, name: string): Promise<string> {
  return `${await bundleScript(entry, name)}\nglobalThis.${name} = ${name}; undefined`;
}
