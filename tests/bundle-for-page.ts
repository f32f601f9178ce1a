import { build } from 'vite';

/**
 * A module of the project as a script that a page of the extension can run: its exports stand under
 * `globalThis[name]` afterwards.
 *
 * @throws Error where the module cannot be bundled
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome109',
      lib: { entry, formats: ['iife'], name },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as { output?: { code?: string }[] }[];
  const code = outputs[0]?.output?.[0]?.code;
  if (code === undefined) throw new Error(`${entry} could not be bundled.`);
  return `${code}\nglobalThis.${name} = ${name}; undefined`;
}
