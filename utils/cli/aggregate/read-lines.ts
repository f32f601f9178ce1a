import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 4 * 2 ** 20;

/**
 * Calls `onLine` with each line of a file that is not empty, as a stretch of a buffer that is
 * overwritten afterwards. A line longer than `limit` bytes is not kept: it is told by `onTooLong`.
 * Needs memory for a few chunks, however long file and lines are.
 *
 * @param onChunk called with the number of bytes read since the last call
 */
export function readLines(
  path: string,
  limit: number,
  onLine: (bytes: Uint8Array, from: number, to: number) => void,
  onTooLong: () => void,
  onChunk: (bytes: number) => void = () => {},
): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(CHUNK_BYTES + limit + 2);
  try {
    let held = 0;
    let skipping = false;
    for (;;) {
      const read = readSync(file, buffer, held, CHUNK_BYTES, null);
      const end = held + read;
      let from = 0;
      for (;;) {
        const found = buffer.indexOf(10, Math.max(from, from === 0 ? held : 0));
        // Behind `end` stands what an earlier chunk left there.
        const at = found < 0 || found >= end ? (read === 0 ? end : -1) : found;
        if (at < 0 || (read === 0 && from >= end)) break;
        if (skipping) {
          onTooLong();
          skipping = false;
        } else if (at - from > limit) onTooLong();
        else if (!isBlank(buffer, from, at)) onLine(buffer, from, at);
        from = at + 1;
      }
      onChunk(read);
      if (read === 0) {
        if (skipping) onTooLong();
        return;
      }
      held = end - from;
      if (held > limit || skipping) {
        skipping = true;
        held = 0;
      } else buffer.copy(buffer, 0, from, end);
    }
  } finally {
    closeSync(file);
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] as number) > 32) return false;
  return true;
}
