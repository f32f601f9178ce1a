import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { PIECE_BYTES } from '../../../utils/domain/file-digest';

/** Bytes that are digested at a stretch: about 3 ms, well under a frame. */
const SLICE_BYTES = 192 * 1024;

/**
 * The content digest of a file, made in the page's own idle moments: for where the worker cannot
 * read the file. The same digest as the worker makes.
 *
 * @returns undefined where the file cannot be read any more, or the signal was aborted.
 */
export async function idleDigest(file: File, signal: AbortSignal): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  try {
    for (let start = 0; start < file.size || start === 0; start += PIECE_BYTES) {
      const digest = sha256.create();
      const end = Math.min(start + PIECE_BYTES, file.size);
      for (let from = start; from < end; from += SLICE_BYTES) {
        const slice = await file.slice(from, Math.min(from + SLICE_BYTES, end)).arrayBuffer();
        await idle();
        if (signal.aborted) return undefined;
        digest.update(new Uint8Array(slice));
      }
      pieces.push(digest.digest());
    }
  } catch {
    return undefined;
  }
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return bytesToHex(only);
  return bytesToHex(sha256(concatBytes(...pieces)));
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 2_000 });
    } else {
      setTimeout(resolve, 16);
    }
  });
}
