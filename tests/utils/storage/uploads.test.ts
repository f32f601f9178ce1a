import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { UploadObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import { DAY_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { foldFileReading, sizeClass } from '../../../utils/storage/uploads';
import { NOW, place, stage } from '../../entrypoints/background/record-fixture';

function upload(change: Partial<UploadObservation> = {}): UploadObservation {
  return {
    kind: 'upload',
    id: randomId(),
    at: NOW,
    via: 'chooser',
    fileKind: 'office',
    sizeBytes: 40_000,
    screenshot: false,
    label: '附件',
    ...change,
  };
}

const SAME = 'ab'.repeat(32);

describe('an upload', () => {
  it('keeps kind, size class and time, and nothing of the label', async () => {
    const own = stage();
    const told = upload({ label: '张建国家低保申请表' });
    await own.send(place('a.gov.cn'), told);
    expect(await own.database.uploads.toArray()).toEqual([
      {
        id: told.id,
        platform: 'a.gov.cn',
        at: NOW,
        via: 'chooser',
        fileKind: 'office',
        sizeClass: 5,
        proofMaterial: false,
        outcome: 'unknown',
        keyGeneration: 1,
      },
    ]);
  });

  it('is proof material by its field’s label or as a screenshot', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), upload({ label: '上传截图' }), upload({ screenshot: true }));
    const kept = await own.database.uploads.toArray();
    expect(kept.map(({ proofMaterial }) => proofMaterial)).toEqual([true, true]);
  });

  it('has the same keyed digest for the same content, and never the plain one', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), upload({ contentDigest: SAME }));
    await own.send(place('b.gov.cn'), upload({ contentDigest: SAME }));
    const [a, b] = await own.database.uploads.toArray();
    expect(a?.digest).toMatch(/^[\w-]{16}$/);
    expect(b?.digest).toBe(a?.digest);
  });

  it('takes the outcome and the content that are told later, in any order', async () => {
    const own = stage();
    const from = place('a.gov.cn');
    const told = upload();
    await own.send(from, told);
    await own.send(from, { kind: 'upload-outcome', id: told.id, at: NOW, outcome: 'sent' });
    await own.send(from, { ...told, contentDigest: SAME });
    expect(await own.database.uploads.toArray()).toMatchObject([{ outcome: 'sent' }]);
    expect((await own.database.uploads.get(told.id))?.digest).toBeDefined();
  });

  it('takes what was read of a file, unless the upload was deleted meanwhile', async () => {
    const own = stage();
    const told = upload({ fileKind: 'image' });
    await own.send(place('a.gov.cn'), told);
    const reading = {
      id: told.id,
      keyGeneration: 1,
      digest: 'd'.repeat(16),
      earlierDigests: [],
      pictureHashes: ['0123456789abcdef', 'fedcba9876543210'],
      screenshot: true,
    };
    await foldFileReading(own.database, reading);
    expect(await own.database.uploads.get(told.id)).toMatchObject({
      digest: 'd'.repeat(16),
      pictureHashes: ['0123456789abcdef', 'fedcba9876543210'],
      proofMaterial: true,
    });
    await own.database.uploads.clear();
    await foldFileReading(own.database, reading);
    expect(await own.database.uploads.count()).toBe(0);
  });

  it('compares equal with the same content from before a change of the key', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), upload({ contentDigest: SAME }));
    own.now = NOW + 92 * DAY_MS;
    await own.send(place('b.gov.cn'), upload({ at: own.now, contentDigest: SAME }));
    const [before, after] = await own.database.uploads.orderBy('at').toArray();
    expect(after?.keyGeneration).toBe(2);
    expect(before?.digest).toBe(after?.digest);
  });

  it('stores no digest without consent to comparison', async () => {
    const own = stage();
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    await own.send(place('a.gov.cn'), upload({ contentDigest: SAME }));
    expect((await own.database.uploads.toArray())[0]?.digest).toBeUndefined();
  });

  it('is handed to whoever reads it, once, with whether digests may be made', async () => {
    const read: unknown[] = [];
    const own = stage({ readFile: (one, { tab }, allowed) => read.push([one.id, tab, allowed]) });
    const from = place('a.gov.cn', { tab: 5 });
    const told = upload({ blobUrl: 'blob:http://a.gov.cn/1' });
    await own.send(from, told, upload());
    from.sequence = 0;
    await own.send(from, told);
    expect(read).toEqual([[told.id, 5, true]]);
  });
});

describe('sizeClass', () => {
  it('holds sizes from 2ⁿ to 2ⁿ⁺¹ KiB, and everything small in class 0', () => {
    const sizes = [0, 1, 1_023, 1_024, 2_047, 2_048, 4_096, 500_000_000];
    expect(sizes.map(sizeClass)).toEqual([0, 0, 0, 0, 0, 1, 2, 18]);
  });
});

describe('transfers', () => {
  const text = '柳河村三组共有脱贫户十二户';

  it('links a copy here with a paste there within ten minutes', async () => {
    const own = stage();
    own.now = NOW + 20 * MINUTE_MS;
    await own.send(place('a.gov.cn'), { kind: 'transfer', at: NOW, move: 'copy', text });
    const paste = { kind: 'transfer', move: 'paste', text } as const;
    await own.send(place('b.gov.cn'), { ...paste, at: NOW + 10 * MINUTE_MS });
    await own.send(place('c.gov.cn'), { ...paste, at: NOW + 11 * MINUTE_MS });
    await own.send(place('a.gov.cn'), { ...paste, at: NOW + MINUTE_MS });
    expect(await own.database.transfers.toArray()).toMatchObject([
      { kind: 'copy-paste', from: 'a.gov.cn', to: 'b.gov.cn' },
    ]);
  });

  it('is not misled by short texts, other texts, or missing consent', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), { kind: 'transfer', at: NOW, move: 'copy', text: '是 的' });
    await own.send(place('b.gov.cn'), { kind: 'transfer', at: NOW, move: 'paste', text: '是 的' });
    await own.send(place('a.gov.cn'), { kind: 'transfer', at: NOW, move: 'copy', text });
    await own.send(place('b.gov.cn'), {
      kind: 'transfer',
      at: NOW,
      move: 'paste',
      text: `${text}，另有三户`,
    });
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    await own.send(place('b.gov.cn'), { kind: 'transfer', at: NOW, move: 'paste', text });
    expect(await own.database.transfers.count()).toBe(0);
  });

  it('links an export here with a document uploaded there, once', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), { kind: 'transfer', at: NOW, move: 'export' });
    await own.send(place('a.gov.cn'), upload());
    await own.send(place('b.gov.cn'), upload({ fileKind: 'image' }));
    await own.send(place('b.gov.cn'), upload({ fileKind: 'office' }));
    await own.send(place('b.gov.cn'), upload({ fileKind: 'office' }));
    expect(await own.database.transfers.toArray()).toMatchObject([
      { kind: 'export-upload', from: 'a.gov.cn', to: 'b.gov.cn' },
    ]);
  });

  it('keeps no digest of what was copied outside open state', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), { kind: 'transfer', at: NOW, move: 'copy', text });
    await own.send(place('b.gov.cn'), { kind: 'transfer', at: NOW, move: 'paste', text });
    const [kept] = await own.database.transfers.toArray();
    expect(Object.keys(kept ?? {}).sort()).toEqual(['at', 'from', 'id', 'kind', 'to']);
  });
});
