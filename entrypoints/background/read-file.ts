import { digestStream } from '../../utils/domain/file-digest';
import type { FileKind } from '../../utils/domain/observation';
import type { FileReading } from './record-file';

/**
 * Reads a file that an observer lent as a blob URL: its content digest.
 *
 * @throws Error where the browser gives the worker no such file, or it went while it was read
 */
export async function readFile(blobUrl: string, _kind: FileKind): Promise<Omit<FileReading, 'id'>> {
  const response = await fetch(blobUrl);
  if (!response.ok || response.body === null) throw new Error(`blob: ${response.status}`);
  return { contentDigest: await digestStream(response.body) };
}
