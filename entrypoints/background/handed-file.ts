import browser from 'webextension-polyfill';
import type { FileRead, UploadObservation } from '../../utils/domain/observation';
import { readFile } from './read-file';
import type { PresenceContext } from './record';
import { recordFileReading } from './record-file';

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
    const reading = await readFile(blobUrl, { fileKind, sizeBytes, screenshot });
    await recordFileReading(database, { id, ...reading }, now);
    return true;
  } catch {
    return false;
  }
}

async function acknowledge(message: FileRead, { tab, frame }: PresenceContext): Promise<void> {
  // The page may be gone by now, and its lent file with it.
  await browser.tabs.sendMessage(tab, message, { frameId: frame }).catch(() => undefined);
}
