import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const { openHandedFiles } = await import('../../../entrypoints/background/handed-file');

afterEach(() => vi.unstubAllGlobals());

function opening(observations: unknown) {
  const cancel = vi.fn(async () => undefined);
  const fetched = vi.fn(async (_url: string) => ({ body: { cancel } }));
  vi.stubGlobal('fetch', fetched);
  const close = openHandedFiles({ type: 'observation', observations });
  return { fetched, cancel, close };
}

describe('files that a message lends', () => {
  it('are opened at once and let go where nobody reads them', async () => {
    const { fetched, cancel, close } = opening([
      { kind: 'upload', blobUrl: 'blob:http://mz.qingshan.gov.cn/1' },
      { kind: 'actions' },
    ]);
    expect(fetched.mock.calls).toEqual([['blob:http://mz.qingshan.gov.cn/1']]);
    close();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledTimes(1));
  });

  it('are nothing but files of pages', () => {
    for (const blobUrl of ['http://example.com/', 'data:,1', 7, null, undefined]) {
      expect(opening([{ blobUrl }, null, 3]).fetched).not.toHaveBeenCalled();
    }
    for (const observations of [undefined, null, 'blob:1', {}]) {
      expect(opening(observations).fetched).not.toHaveBeenCalled();
    }
  });

  it('are not opened in any number for a message that is refused in the end', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      blobUrl: `blob:http://a/${index}`,
    }));
    expect(opening(many).fetched.mock.calls.length).toBeLessThanOrEqual(200);
  });
});
