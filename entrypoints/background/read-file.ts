import { documentSketch } from '../../utils/domain/document-sketch';
import { digestStream, PIECE_BYTES } from '../../utils/domain/file-digest';
import type { FileKind } from '../../utils/domain/observation';
import { pictureFacts } from '../../utils/domain/picture-facts';
import { type GreyPicture, pictureHashes } from '../../utils/domain/picture-hash';
import { sizeSaysScreenshot } from '../../utils/domain/screenshot';
import type { FileReading } from './record-file';

/** What the observer told of the file. */
export interface LentFile {
  readonly fileKind: FileKind;
  readonly sizeBytes: number;
  /** Its name or pixel size says that it is a screenshot. */
  readonly screenshot: boolean;
}

/** Larger pictures and documents have only their content digest. */
const MAX_PICTURE_BYTES = 60 * 1024 * 1024;
const MAX_DOCUMENT_BYTES = 60 * 1024 * 1024;
/** A picture that unpacks to more pixels would take the worker's memory. */
const MAX_PIXELS = 120_000_000;
const HEAD_BYTES = 128 * 1024;
/**
 * Rest after a piece of a large file, as a multiple of the time it took; all rests of a file, ms: a
 * worker that seems idle is ended after 30 s.
 */
const REST = 4;
const ALL_RESTS_MS = 8_000;
/** What the fastest line of an office carries, bytes a ms: so long the upload has the computer to itself. */
const FASTEST_LINE = 125_000;
const LONGEST_WAIT_MS = 4_000;
/** Longer side at which a picture is hashed. */
const HASHED_SIDE = 256;

/**
 * Reads a file that an observer lent as a blob URL: its content digest first, then of a photograph or a
 * document what copies of it are known by. What cannot be told of a file (a damaged picture, a
 * protected document) is left out.
 *
 * Reading a page's blob URL in the worker is nowhere promised: the bytes are counted, and where they
 * are not as many as the file has, it was not read.
 *
 * @param keep keeps what was told so far: a picture that takes long to be drawn must not cost the digest
 * @throws Error where the browser gives the worker no such file, or it went while it was read
 */
export async function readFile(
  response: Response,
  { fileKind, sizeBytes, screenshot }: LentFile,
  keep: (told: Omit<FileReading, 'id'>) => Promise<void>,
): Promise<void> {
  if (!response.ok) throw new Error(`blob: ${response.status}`);
  if (sizeBytes === 0) return keep({ contentDigest: await digestStream(new Blob([]).stream()) });
  if (response.body === null) throw new Error('blob: no body');
  const isPicture = fileKind === 'image' && sizeBytes <= MAX_PICTURE_BYTES;
  const isDocument =
    (fileKind === 'office' || fileKind === 'pdf' || fileKind === 'archive') &&
    sizeBytes <= MAX_DOCUMENT_BYTES;
  if (!isPicture && !isDocument) {
    const { stream, counted } = counting(response.body, sizeBytes);
    const contentDigest = await digestStream(stream);
    if (counted() !== sizeBytes) throw new Error('blob: cut short');
    return keep({ contentDigest });
  }
  const blob = await response.blob();
  if (blob.size !== sizeBytes) throw new Error('blob: cut short');
  await keep({ contentDigest: await digestStream(blob.stream()) });
  if (isPicture) {
    // Screens look alike, whatever they show: only the very same file is the same screenshot.
    const pictureHashes = screenshot ? undefined : await hashesOf(blob);
    if (pictureHashes !== undefined) await keep({ pictureHashes });
    return;
  }
  const sketch = await documentSketch(new Uint8Array(await blob.arrayBuffer()));
  if (sketch !== undefined) await keep({ sketch });
}

/** Counts the bytes of a large file; waits, and rests between its pieces: its upload goes first. */
function counting(
  body: ReadableStream<Uint8Array>,
  sizeBytes: number,
): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly counted: () => number;
} {
  let bytes = 0;
  let rested = 0;
  let since = performance.now();
  const longestMs = (ALL_RESTS_MS * PIECE_BYTES) / sizeBytes;
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    async start() {
      await rest(Math.min(LONGEST_WAIT_MS, sizeBytes / FASTEST_LINE));
      since = performance.now();
    },
    async transform(chunk, controller) {
      bytes += chunk.length;
      controller.enqueue(chunk);
      if (bytes - rested < PIECE_BYTES) return;
      await rest(Math.min(longestMs, REST * (performance.now() - since)));
      rested = bytes;
      since = performance.now();
    },
  });
  return { stream: body.pipeThrough(counter), counted: () => bytes };
}

/** The perceptual hashes of a picture; undefined where it cannot be shown or has too little texture. */
async function hashesOf(blob: Blob): Promise<readonly string[] | undefined> {
  if (typeof OffscreenCanvas !== 'function' || typeof createImageBitmap !== 'function') {
    return undefined;
  }
  try {
    const facts = pictureFacts(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
    if (facts !== undefined) {
      if (facts.width * facts.height > MAX_PIXELS || sizeSaysScreenshot('', facts)) {
        return undefined;
      }
    }
    return pictureHashes(await greyOf(blob));
  } catch {
    return undefined;
  }
}

async function greyOf(blob: Blob): Promise<GreyPicture> {
  const bitmap = await createImageBitmap(blob);
  try {
    const scale = Math.min(1, HASHED_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    // Transparent parts are shown on white.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const grey = new Uint8Array(width * height);
    for (let index = 0; index < grey.length; index += 1) {
      const at = index * 4;
      grey[index] =
        0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    }
    return { width, height, data: grey };
  } finally {
    bitmap.close();
  }
}
