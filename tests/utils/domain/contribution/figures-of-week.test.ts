import { describe, expect, it } from 'vitest';
import { sampleSummary } from '../../../../components/sample';
import { figuresOfWeek, formTypeOf } from '../../../../utils/domain/contribution/figures-of-week';
import type { Platform } from '../../../../utils/domain/records';
import { COLLECTION } from './fixture';

const summary = sampleSummary();
/** None of its codes is an id of the sample by itself. */
const DICTIONARY = {
  ...COLLECTION,
  platforms: COLLECTION.platforms.map((one) =>
    one.code === 'mz.qingshan.gov.cn' ? { ...one, code: 'hz.qingshan.gov.cn' } : one,
  ),
};
const [first, second] = summary.platforms;
const platform = (id: string, more: Partial<Platform> = {}): Platform => ({
  id,
  name: id,
  category: 'grid',
  origins: [`http://${id}`],
  addedAt: 0,
  addedBy: 'catalogue',
  ...more,
});

function figures(platforms: readonly Platform[], codes = new Map<string, string>()) {
  return figuresOfWeek(summary, platforms, [], DICTIONARY, codes);
}

describe('the figures of a week for a collection', () => {
  it('are those of the summary, platform by platform', () => {
    const all = figures([]);
    const one = all.find(({ platforms }) => platforms[0] === first?.platform);
    expect(one).toMatchObject({
      workingMs: first?.clocks.workingMs,
      fillings: first?.submissions,
      reentered: first?.reenteredFields,
      checkIns: first?.actions['check-in'] ?? 0,
    });
    expect(all.every(({ code }) => code === undefined || code === 'study.xuexi')).toBe(true);
  });

  it('stand under the code that a rule, host, site id or the person gives', () => {
    const id = first?.platform ?? '';
    const codeIn = (list: readonly Platform[], codes?: Map<string, string>) =>
      figures(list, codes).find(({ platforms }) => platforms[0] === id)?.code;
    expect(codeIn([platform(id, { rule: 'study.xuexi' })])).toBe('study.xuexi');
    expect(codeIn([platform(id, { origins: ['http://hz.qingshan.gov.cn'] })])).toBe(
      'hz.qingshan.gov.cn',
    );
    expect(codeIn([platform(id)], new Map([[id, 'nb-01']]))).toBe('nb-01');
    // An internal code is never matched by itself.
    expect(codeIn([platform(id, { rule: 'nb-01' })])).toBeUndefined();
    expect(second?.platform).not.toBe(id);
  });

  it('know a form by what it asks for', () => {
    const types = [{ concepts: ['a', 'b', 'c', 'd', 'e'] }, { concepts: ['a', 'b'] }];
    expect(formTypeOf(['a', 'b', 'c', 'd'], types)).toBe(types[0]);
    expect(formTypeOf(['a', 'b'], types)).toBe(types[1]);
    expect(formTypeOf(['a', 'x'], types)).toBeUndefined();
  });
});
