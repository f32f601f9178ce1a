import { describe, expect, it } from 'vitest';
import { FINDING_RULES } from '../../../utils/domain/finding-rules';
import { categories } from '../../../utils/i18n/categories';
import { findingName, normName, shortNormName } from '../../../utils/i18n/findings';
import { PLATFORM_CATEGORIES } from '../../../utils/knowledge/categories';

describe('the words of the interface cover what the rest can say', () => {
  it.each(FINDING_RULES.map(({ id }) => id))('rule %s has a name', (id) => {
    expect(findingName(id).zh_CN).not.toBe(id);
  });

  it.each([...new Set(FINDING_RULES.flatMap(({ norm }) => norm ?? []))])(
    'norm %s has a title and a short citation',
    (key) => {
      expect(normName(key).zh_CN).toMatch(/^《.+》/);
      expect(shortNormName(key).zh_CN).not.toBe(key);
    },
  );

  it('every category of the catalogue has a name', () => {
    expect(PLATFORM_CATEGORIES.filter((category) => !(category in categories))).toEqual([]);
  });
});
