import browser from 'webextension-polyfill';
import type { FileRead, UploadObservation } from '../../utils/domain/observation';
import { MAX_OBSERVATIONS } from '../../utils/domain/observation-schema';
import { readFile } from './read-file';
import type { PresenceContext } from './record';
import { recordFileReading } from './record-file';

/** Files that were opened when their message came, by their blob URLs. */
const opened = new Map<string, Promise<Response | undefined>>();

/**
 * Opens the files that a message lends, without reading on: when the message's turn comes, the page may
 * be gone, but what is open stays.
 *
 * @returns lets go what nobody has begun to read by then
 */
export function openHandedFiles(message: unknown): () => void {
  const { observations } = message as { observations?: unknown };
  // Not checked yet: of a message with more, which is refused, no number of files may be opened.
  const urls = (Array.isArray(observations) ? observations.slice(0, MAX_OBSERVATIONS) : []).flatMap(
    (one) => {
      const url: unknown = one?.blobUrl;
      return typeof url === 'string' && url.startsWith('blob:') ? [url] : [];
    },
  );
  for (const url of urls)
    opened.set(
      url,
      fetch(url).catch(() => undefined),
    );
  return () => {
    for (const url of urls) void takeOpened(url)?.then((file) => file?.body?.cancel());
  };
}

function takeOpened(url: string): Promise<Response | undefined> | undefined {
  const file = opened.get(url);
  opened.delete(url);
  return file;
}

/**
 * Reads a file that an observer lent, keeps what it told under the device key, and acknowledges it to
 * the frame, which then takes the file back. In its own time: nothing waits for it. Where it cannot be
 * read here, the acknowledgement says so and the observer digests it by itself.
 */
export function readHandedFile(
  upload: UploadObservation,
  context: PresenceContext,
  digestsAllowed: boolean,
): void {
  void readAndKeep(upload, context, digestsAllowed).then((digested) =>
    acknowledge({ type: 'file-read', id: upload.id, digested }, context),
  );
}

async function readAndKeep(
  { id, blobUrl, fileKind, sizeBytes, screenshot }: UploadObservation,
  { database, now }: PresenceContext,
  digestsAllowed: boolean,
): Promise<boolean> {
  // Without digests there is nothing to read it for.
  if (!digestsAllowed || blobUrl === undefined) return true;
  try {
    const file = (await takeOpened(blobUrl)) ?? (await fetch(blobUrl));
    await readFile(file, { fileKind, sizeBytes, screenshot }, (told) =>
      recordFileReading(database, { id, ...told }, now),
    );
    return true;
  } catch {
    return false;
  }
}

async function acknowledge(message: FileRead, { tab, frame }: PresenceContext): Promise<void> {
  // The page may be gone by now, and its lent file with it.
  await browser.tabs.sendMessage(tab, message, { frameId: frame }).catch(() => undefined);
}
