import { describe, expect, it } from 'vitest';
import { NO_POLICY } from '../../../utils/domain/policy';
import type { Platform } from '../../../utils/domain/records';
import { type Wishes, wantedScripts } from '../../../utils/domain/wanted-scripts';

const CONSENT = { level: 'values', at: 1, textVersion: 1 } as const;
const WISHES: Wishes = {
  stored: { consent: CONSENT },
  granted: ['*://*.gov.cn/*', 'http://10.1.2.3:8080/*'],
  platforms: [],
  policy: NO_POLICY,
  neverTracked: ['*://*.12388.gov.cn/*'],
};

function platform(id: string, more: Partial<Platform> = {}): Platform {
  return {
    id,
    name: id,
    category: 'portal',
    origins: [`http://${id}`],
    addedAt: 1,
    addedBy: 'catalogue',
    ...more,
  };
}

describe('where content scripts should stand', () => {
  it('nowhere before the person agreed, whatever the browser allows', () => {
    const wanted = wantedScripts({ ...WISHES, stored: {} });
    expect(wanted.observerMatches).toEqual([]);
    expect(wanted.fileHookMatches).toEqual([]);
  });

  it('on the sites that the browser allows, once the person agreed', () => {
    expect(wantedScripts(WISHES).observerMatches).toEqual([
      '*://*.gov.cn/*',
      'http://10.1.2.3:8080/*',
    ]);
  });

  it('nowhere that is never recorded or was taken off the list', () => {
    const { excludeMatches } = wantedScripts({
      ...WISHES,
      platforms: [
        platform('dj.qingshan.gov.cn', { ignored: true }),
        platform('mz.qingshan.gov.cn'),
      ],
    });
    expect(excludeMatches).toEqual(['*://*.12388.gov.cn/*', 'http://dj.qingshan.gov.cn/*']);
  });

  it('only within the sites that a policy names', () => {
    const policy = { ...NO_POLICY, onlySites: ['*://*.qingshan.gov.cn/*', '*://*.example.com/*'] };
    expect(wantedScripts({ ...WISHES, policy }).observerMatches).toEqual([
      '*://*.qingshan.gov.cn/*',
    ]);
  });

  it('never widens what the browser allows when a policy names more', () => {
    const policy = { ...NO_POLICY, onlySites: ['*://*/*', '*://*.cn/*'] };
    const granted = ['http://10.1.2.3:8080/*'];
    const { observerMatches } = wantedScripts({ ...WISHES, granted, policy });
    expect(observerMatches).not.toContain('*://*.cn/*');
    expect(observerMatches).toEqual(['http://10.1.2.3:8080/*']);
  });

  it('puts the file hook only where the person switched it on and the browser allows the site', () => {
    const wanted = wantedScripts({
      ...WISHES,
      stored: { consent: CONSENT, settings: { fileHookPlatforms: ['a.gov.cn', 'b.example.com'] } },
      platforms: [platform('a.gov.cn'), platform('b.example.com'), platform('c.gov.cn')],
    });
    expect(wanted.fileHookMatches).toEqual(['http://a.gov.cn/*']);
  });
});
