import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestStream, PIECE_BYTES, startFileDigest } from '../../../utils/domain/file-digest';

function streamOf(bytes: Uint8Array, portion: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + portion));
      at += portion;
    },
  });
}

const hex = (...parts: Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

describe('the content digest', () => {
  it('of a file of one piece is its SHA-256', async () => {
    const bytes = new TextEncoder().encode('青山镇');
    expect(await digestStream(streamOf(bytes, 2))).toBe(hex(bytes));
    expect(await digestStream(streamOf(new Uint8Array(), 1))).toBe(hex(new Uint8Array()));
    const full = new Uint8Array(PIECE_BYTES).fill(7);
    expect(await digestStream(streamOf(full, 65_536))).toBe(hex(full));
  });

  it('of a larger file is that of its pieces’ digests', async () => {
    const bytes = new Uint8Array(PIECE_BYTES + 5).map((_, index) => index & 0xff);
    const pieces = [bytes.subarray(0, PIECE_BYTES), bytes.subarray(PIECE_BYTES)];
    const digests = pieces.map((piece) => createHash('sha256').update(piece).digest());
    expect(await digestStream(streamOf(bytes, 1_000_003))).toBe(hex(...digests));
  });

  it('is the same whatever the portions and whoever digests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.integer({ min: 1, max: 900 }),
        async (bytes, portion) => {
          const own = startFileDigest((piece) => sha256(piece));
          for (let at = 0; at < bytes.length; at += portion) {
            await own.add(bytes.subarray(at, at + portion));
          }
          expect(await own.finish()).toBe(await digestStream(streamOf(bytes, 64)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused where the file goes away while it is read', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('NotFoundError'));
      },
    });
    await expect(digestStream(broken)).rejects.toThrow('NotFoundError');
  });
});
