import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Upload } from '../../../utils/domain/records';
import { repeatedUploads } from '../../../utils/domain/repeats';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { MONDAY, upload } from './fixtures';

const WEEK = { from: MONDAY, to: MONDAY + 7 * DAY_MS };
const repeats = (...uploads: readonly Upload[]) => repeatedUploads(uploads, WEEK);
/** A hash with these bits turned. */
const hash = (...turned: readonly number[]) =>
  turned
    .reduce((bits, bit) => bits ^ (1n << BigInt(bit)), 0x0123456789abcdefn)
    .toString(16)
    .padStart(16, '0');
const bits = (count: number) => Array.from({ length: count }, (_, bit) => bit * 3);

describe('repeatedUploads', () => {
  it('finds one content on two platforms within 30 days', () => {
    const found = repeats(
      upload('a', MONDAY - 20 * DAY_MS, { digest: 'x' }),
      upload('b', MONDAY, { digest: 'x' }),
    );
    expect(found).toMatchObject({ across: 1, onPlatform: 0, near: 0 });
    expect(found.repeats).toMatchObject([
      { group: 'x', kind: 'across-platforms', platforms: ['a', 'b'], times: 2 },
    ]);
    expect(found.repeats[0]?.evidence.ids).toHaveLength(2);
  });

  it('does not look back further than 30 days, nor ahead of the week', () => {
    expect(
      repeats(
        upload('a', MONDAY - 30 * DAY_MS - 1, { digest: 'x' }),
        upload('b', MONDAY, { digest: 'x' }),
        upload('c', WEEK.to, { digest: 'x' }),
      ),
    ).toMatchObject({ across: 0, onPlatform: 0 });
  });

  it('counts an upload of the week, not the earlier one that it repeats', () => {
    const found = repeats(
      upload('a', MONDAY - DAY_MS, { digest: 'x' }),
      upload('a', MONDAY - DAY_MS + HOUR_MS, { digest: 'x' }),
    );
    expect(found).toMatchObject({ onPlatform: 0, uploads: [] });
  });

  it('tells a repetition on the same platform apart, and counts an upload once', () => {
    const found = repeats(
      upload('a', MONDAY, { digest: 'x' }),
      upload('a', MONDAY + HOUR_MS, { digest: 'x' }),
      upload('b', MONDAY + 2 * HOUR_MS, { digest: 'x' }),
      upload('b', MONDAY + 3 * HOUR_MS, { digest: 'x' }),
    );
    expect(found).toMatchObject({ across: 2, onPlatform: 1 });
    expect(found.repeats).toMatchObject([{ kind: 'across-platforms', times: 4 }]);
    expect(found.repeated.map(({ kind }) => kind)).toEqual([
      'on-platform',
      'across-platforms',
      'across-platforms',
    ]);
  });

  it('takes a file chosen again within a minute for one upload', () => {
    const found = repeats(
      upload('a', MONDAY, { digest: 'x' }),
      upload('a', MONDAY + 60 * SECOND_MS, { digest: 'x' }),
    );
    expect(found.uploads).toHaveLength(1);
    expect(found.onPlatform).toBe(0);
  });

  it('leaves cancelled and failed uploads out', () => {
    expect(
      repeats(
        upload('a', MONDAY, { digest: 'x', outcome: 'cancelled' }),
        upload('b', MONDAY + HOUR_MS, { digest: 'x', outcome: 'failed' }),
        upload('c', MONDAY + 2 * HOUR_MS, { digest: 'x' }),
      ),
    ).toMatchObject({ across: 0, uploads: [expect.anything()] });
  });

  it('does not compare files that could not be read', () => {
    expect(repeats(upload('a', MONDAY), upload('b', MONDAY + HOUR_MS))).toMatchObject({
      across: 0,
      near: 0,
      uploads: [expect.anything(), expect.anything()],
    });
  });

  it('suspects a picture up to 10 bits apart as a whole or 8 in its upper part', () => {
    const near = (whole: number, upper: number) =>
      repeats(
        upload('a', MONDAY, { digest: 'x', pictureHashes: [hash(), hash()] }),
        upload('b', MONDAY + HOUR_MS, {
          digest: 'y',
          pictureHashes: [hash(...bits(whole)), hash(...bits(upper))],
        }),
      ).near;
    expect(near(10, 20)).toBe(1);
    expect(near(11, 20)).toBe(0);
    expect(near(20, 8)).toBe(1);
    expect(near(20, 9)).toBe(0);
  });

  it('calls an exact repetition so, even where the pictures are near too', () => {
    const same = { digest: 'x', pictureHashes: [hash(), hash()] };
    expect(repeats(upload('a', MONDAY, same), upload('b', MONDAY + HOUR_MS, same))).toMatchObject({
      across: 1,
      near: 0,
    });
  });

  it('does not suspect a series of pictures of one meeting on one platform', () => {
    const series = Array.from({ length: 4 }, (_, n) =>
      upload('a', MONDAY + n * MINUTE_MS, { digest: `d${n}`, pictureHashes: [hash(n), hash(n)] }),
    );
    expect(repeats(...series).near).toBe(0);
    const later = upload('a', MONDAY + DAY_MS, { digest: 'z', pictureHashes: [hash(), hash()] });
    expect(repeats(...series, later).near).toBe(1);
  });

  it('compares hashes and sketches of one key generation only', () => {
    const pictureHashes = [hash(), hash()];
    expect(
      repeats(
        upload('a', MONDAY, { digest: 'x', pictureHashes, keyGeneration: 1 }),
        upload('b', MONDAY + HOUR_MS, { digest: 'y', pictureHashes, keyGeneration: 2 }),
      ).near,
    ).toBe(0);
  });

  it('suspects documents of which one holds four fifths of the other', () => {
    const sketch = Array.from({ length: 400 }, (_, n) => `t00${n}`);
    const near = (shared: number) =>
      repeats(
        upload('a', MONDAY, { fileKind: 'office', digest: 'x', sketch }),
        upload('b', MONDAY + HOUR_MS, {
          fileKind: 'office',
          digest: 'y',
          sketch: [
            ...sketch.slice(0, shared),
            ...Array.from({ length: 200 - shared }, (_, n) => `t00other${n}`),
          ],
        }),
      ).near;
    expect(near(160)).toBe(1);
    expect(near(159)).toBe(0);
  });

  it('is not misled by hashes that are none', () => {
    const broken = ['', 'zz', '0123456789abcde', `${hash()}0`];
    for (const text of broken) {
      expect(
        repeats(
          upload('a', MONDAY, { digest: 'x', pictureHashes: [text, text] }),
          upload('b', MONDAY + HOUR_MS, { digest: 'y', pictureHashes: [text, text] }),
        ).near,
      ).toBe(0);
    }
  });

  it('gives the same whatever the order, and never more repeats than uploads', () => {
    const any = fc.array(
      fc.record({
        platform: fc.constantFrom('a', 'b', 'c'),
        hours: fc.integer({ min: -800, max: 200 }),
        digest: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const uploads = rows.map(({ platform, hours, digest }, n) =>
          upload(platform, MONDAY + hours * HOUR_MS + n, digest === undefined ? {} : { digest }),
        );
        const found = repeats(...uploads);
        expect(repeats(...[...uploads].reverse())).toEqual(found);
        expect(found.across + found.onPlatform + found.near).toBe(found.repeated.length);
        expect(found.repeated.length).toBeLessThanOrEqual(found.uploads.length);
      }),
    );
  });
});
