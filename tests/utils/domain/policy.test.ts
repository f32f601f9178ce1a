import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_POLICY, parsePolicy } from '../../../utils/domain/policy';

describe('a unit’s policy', () => {
  it('is read where it is well formed', () => {
    expect(
      parsePolicy({
        presetSites: [{ url: 'http://10.1.2.3:8080/', name: '村务系统' }],
        onlySites: ['*://*.qingshan.gov.cn/*'],
        maxRetentionDays: 90,
        disabledOutputs: ['csv'],
        structureOnly: true,
      }),
    ).toEqual({
      presetSites: [{ url: 'http://10.1.2.3:8080/', name: '村务系统' }],
      onlySites: ['*://*.qingshan.gov.cn/*'],
      maxRetentionDays: 90,
      disabledOutputs: ['csv'],
      structureOnly: true,
    });
  });

  it('is no policy where there is none', () => {
    expect(parsePolicy({})).toEqual(NO_POLICY);
  });

  it('has no way to give consent, to stop a pause or to forbid deleting', () => {
    const read = parsePolicy({ consent: { level: 'values' }, pause: null, forbidWipe: true });
    expect(Object.keys(read).sort()).toEqual(Object.keys(NO_POLICY).sort());
  });

  it('loses what is malformed and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (managed) => {
        const policy = parsePolicy(managed);
        expect(Array.isArray(policy.onlySites)).toBe(true);
      }),
    );
    expect(parsePolicy({ presetSites: 'all', maxRetentionDays: -3, onlySites: [1] })).toEqual(
      NO_POLICY,
    );
  });
});
