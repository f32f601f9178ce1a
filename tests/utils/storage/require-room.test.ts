import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeFault } from '../../../utils/storage/describe-fault';
import { requireRoom } from '../../../utils/storage/require-room';

const disk = (quota?: number, usage?: number) =>
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota, usage }) } });

afterEach(() => vi.unstubAllGlobals());

describe('room on the disk', () => {
  it('is enough up to the last byte that is asked for', async () => {
    disk(1_500, 500);
    await expect(requireRoom(1_000)).resolves.toBeUndefined();
    await expect(requireRoom(1_001)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  });

  it('that is missing is told as a full disk', async () => {
    disk(10, 10);
    const error = await requireRoom(1).catch((reason: unknown) => reason);
    expect(describeFault(error)).toEqual({ code: 'storage-full', passing: true });
  });

  it('is taken for granted where the browser does not tell', async () => {
    disk();
    await expect(requireRoom(1)).resolves.toBeUndefined();
    vi.stubGlobal('navigator', undefined);
    await expect(requireRoom(1)).resolves.toBeUndefined();
  });
});
