import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module and all that it needs as one script, which puts it under this name for a page to use. */
export async function bundled(entry: URL, name: string): Promise<string> {
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
  return `${code}\nglobalThis.${name} = ${name}; undefined`;
}
