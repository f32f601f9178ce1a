import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTEXT_KEY } from '../../../entrypoints/observer.content/context';
import * as dom from '../../../entrypoints/observer.content/forms/dom';
import * as text from '../../../entrypoints/observer.content/forms/text';
import { borrowing, lending } from '../../../utils/cli/lend-modules';
import * as controlText from '../../../utils/knowledge/control-text';

const ROOT = join(import.meta.dirname, '../../..');

/** Runs a module that is made up here, and gives what it gives away. */
async function run(code: string): Promise<Record<string, unknown>> {
  const built = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    plugins: [
      {
        name: 'made-up',
        resolveId: (id) => (id === 'made-up' ? '\0made-up' : undefined),
        load: (id) => (id === '\0made-up' ? code : undefined),
      },
    ],
    build: {
      write: false,
      outDir: mkdtempSync(join(tmpdir(), 'qingzhuang-lent-')),
      lib: { entry: 'made-up', formats: ['es'] },
      minify: false,
    },
  })) as Rolldown.RolldownOutput[];
  const [output] = built[0]?.output ?? [];
  const address = `data:text/javascript;base64,${Buffer.from(output?.code ?? '').toString('base64')}`;
  return import(/* @vite-ignore */ address) as Promise<Record<string, unknown>>;
}

describe('modules that the page signs lend the reader', () => {
  let lent: readonly unknown[] = [];
  const world = globalThis as { [CONTEXT_KEY]?: unknown };

  beforeAll(async () => {
    const { LENT } = await run(lending(ROOT));
    lent = LENT as readonly unknown[];
  });

  it.each([
    ['entrypoints/observer.content/forms/dom.ts', dom],
    ['entrypoints/observer.content/forms/text.ts', text],
    ['utils/knowledge/control-text.ts', controlText],
  ])('give under each name what %s gives', async (path, module) => {
    world[CONTEXT_KEY] = { pageWords: { lent } };
    const borrowed = await run(borrowing(ROOT, path));
    delete world[CONTEXT_KEY];
    expect(Object.keys(borrowed).sort()).toEqual(Object.keys(module).sort());
    for (const [name, value] of Object.entries(module)) {
      expect(String(borrowed[name]).replace(/\W/g, ''), name).toBe(String(value).replace(/\W/g, ''));
    }
  });

  it('do not keep a frame from loading the reader where nothing was lent', async () => {
    const borrowed = await run(borrowing(ROOT, 'utils/domain/random-id.ts'));
    expect(borrowed.randomId).toBeUndefined();
  });
});
