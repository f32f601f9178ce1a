import { beforeEach, describe, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({
  answer: true,
  stored: {} as Record<string, unknown>,
  /** Messages to the worker, in order. */
  told: [] as unknown[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: () => 'chrome-extension://x/',
      sendMessage: async (message: unknown) => {
        browser.told.push(message);
        await keepWish((message as { pattern: string }).pattern);
      },
    },
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

const { keepWish, requestOrigin } = await import('../../../utils/browser/permissions');

beforeEach(() => {
  browser.answer = true;
  browser.told = [];
  browser.stored = { wantedOrigins: ['http://10.1.2.3/*'] };
});

describe('asking the browser for a site', () => {
  it('tells the worker in the moment of the click, since the window may be closed in the next', async () => {
    const asked = requestOrigin('http://oa.qingshan.cn:8080/login');
    expect(browser.told).toEqual([{ type: 'want-site', pattern: 'http://oa.qingshan.cn:8080/*' }]);
    await asked;
  });

  it('keeps the wish, for the worker to list the site', async () => {
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
