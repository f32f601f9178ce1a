import { beforeEach, describe, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({
  answer: true,
  stored: {} as Record<string, unknown>,
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: () => 'chrome-extension://x/' },
    permissions: { request: async () => browser.answer },
    storage: {
      local: {
        get: async () => ({ ...browser.stored }),
        set: async (more: object) => {
          Object.assign(browser.stored, more);
        },
      },
    },
  },
}));

const { requestOrigin } = await import('../../../utils/browser/permissions');

beforeEach(() => {
  browser.answer = true;
  browser.stored = { wantedOrigins: ['http://10.1.2.3/*'] };
});

describe('asking the browser for a site', () => {
  it('leaves the wish to the worker, which lists the site', async () => {
    expect(await requestOrigin('http://oa.qingshan.cn:8080/login')).toBe(true);
    expect(browser.stored.wantedOrigins).toEqual([
      'http://10.1.2.3/*',
      'http://oa.qingshan.cn:8080/*',
    ]);
  });

  it('leaves none where the person says no, and those of other sites alone', async () => {
    browser.answer = false;
    expect(await requestOrigin('http://oa.qingshan.cn:8080/login')).toBe(false);
    expect(browser.stored.wantedOrigins).toEqual(['http://10.1.2.3/*']);
  });

  it('takes no address that is no web page', async () => {
    expect(await requestOrigin('file:///C:/表.html')).toBe(false);
    expect(browser.stored.wantedOrigins).toEqual(['http://10.1.2.3/*']);
  });
});
