// @vitest-environment happy-dom
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as dom from '../../../entrypoints/observer.content/forms/dom';
import * as text from '../../../entrypoints/observer.content/forms/text';
import { borrowing, lending } from '../../../utils/cli/lend-modules';
import * as randomId from '../../../utils/domain/random-id';
import * as controlText from '../../../utils/knowledge/control-text';

const ROOT = join(import.meta.dirname, '../../..');
const FORMS = 'entrypoints/observer.content/forms';

describe('modules that the page signs lend the reader', () => {
  const [, list = ''] = /LENT = \[(.*)\]/.exec(lending(ROOT)) ?? [];
  const lent = list.split(',');

  it.each([
    [`${FORMS}/dom.ts`, dom],
    [`${FORMS}/text.ts`, text],
    ['utils/domain/random-id.ts', randomId],
    ['utils/knowledge/control-text.ts', controlText],
  ])('give under each name what %s gives', (path, module) => {
    const borrowed = [...borrowing(ROOT, path).matchAll(/export const (\w+) = lent\[(\d+)\]/g)];
    expect(borrowed.map(([, name]) => name).sort()).toEqual(Object.keys(module).sort());
    for (const [, name, index] of borrowed) {
      expect(lent[Number(index)]).toMatch(new RegExp(`^${name}_\\d$`));
    }
  });

  it('are each listed once', () => {
    expect(new Set(lent).size).toBe(lent.length);
  });
});
