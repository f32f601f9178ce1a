import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { asModule, namesIn, withDescriptionsOf } from '../../../utils/cli/plain-polyfill';

const POLYFILL = readFileSync(
  createRequire(import.meta.url).resolve('webextension-polyfill'),
  'utf8',
);

/** The descriptions in a polyfill, as they stand there. */
function descriptionsOf(polyfill: string): Record<string, Record<string, unknown>> {
  const from = polyfill.indexOf('{', polyfill.indexOf('const apiMetadata = '));
  return JSON.parse(polyfill.slice(from, polyfill.indexOf('};', from) + 1));
}

type Tell = (state: string) => void;

/** How a method of `storage.local` is described. */
function inLocal({ storage }: Record<string, Record<string, unknown>>, name: string): unknown {
  return (storage as { local: Record<string, unknown> }).local[name];
}

describe('the polyfill as it is shipped', () => {
  const plain = withDescriptionsOf(namesIn('.'), POLYFILL);
  const all = descriptionsOf(POLYFILL);
  const kept = descriptionsOf(plain);

  it('describes everything that is called here as the whole one does', () => {
    for (const name of ['get', 'set', 'remove', 'clear'] as const) {
      expect(kept.storage?.local).toHaveProperty(name, inLocal(all, name));
    }
    expect(kept.permissions).toEqual(all.permissions);
    expect(kept.tabs?.query).toEqual(all.tabs?.query);
    expect(kept.notifications?.create).toEqual(all.notifications?.create);
    expect(kept.idle).toEqual(all.idle);
  });

  it('describes nothing that no source names', () => {
    expect(kept).not.toHaveProperty('bookmarks');
    expect(kept.tabs).not.toHaveProperty('captureVisibleTab');
    expect(plain.length).toBeLessThan(POLYFILL.length);
  });

  it('is the whole one beside that', () => {
    expect(plain.slice(plain.indexOf('Object.keys(apiMetadata)'))).toBe(
      POLYFILL.slice(POLYFILL.indexOf('Object.keys(apiMetadata)')),
    );
  });

  it('is a module that gives what the browser has, or what it wraps', async () => {
    const world = globalThis as { chrome?: unknown; browser?: unknown };
    const load = (name: string) =>
      import(`data:text/javascript,${encodeURIComponent(`${asModule(plain)}//${name}`)}`);
    try {
      world.chrome = {
        runtime: { id: 'x' },
        idle: { queryState: (_: number, tell: Tell) => tell('idle') },
      };
      const wrapped = await load('chromium');
      expect(await wrapped.default.idle.queryState(15)).toBe('idle');
      world.browser = { runtime: { id: 'x' } };
      expect((await load('firefox')).default).toBe(world.browser);
    } finally {
      world.chrome = undefined;
      world.browser = undefined;
    }
  });

  it('cannot be made of something else', () => {
    expect(() => asModule('module.exports = {}')).toThrow('wrapped differently');
    expect(() => withDescriptionsOf(new Set(), 'const other = {}')).toThrow('no list');
  });
});
