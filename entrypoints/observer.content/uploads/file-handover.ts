import type { FileRead } from '../../../utils/domain/observation';

/** A worker that was killed while it read answers never: the file is let go after this time, ms. */
const LONGEST_READ_MS = 5 * 60_000;

/** Files that wait for the worker at once; the rest queue, so that a folder does not flood it. */
const AT_ONCE = 6;

/**
 * A busy worker may come to a file only when its page is gone, and the file with it. So what is small
 * and was not read after this time, ms, is digested here as well.
 */
const PATIENCE_MS = 400;
const SMALL_BYTES = 16 * 1024 * 1024;

interface Waiting {
  readonly file: File;
  readonly begin: (blobUrl: string) => void;
  readonly unread: () => void;
}

/**
 * Lends files to the worker as blob URLs and takes each URL back when the worker has read it.
 * Nothing is copied: the worker reads the same file, while the page uploads it.
 */
export function lendFiles(signal: AbortSignal): {
  /**
   * @param begin called with the blob URL, at once or when earlier files are done
   * @param unread called, once, where the worker could not read it, or not soon
   * @returns whether it was lent at once
   */
  lend(id: string, file: File, begin: (blobUrl: string) => void, unread: () => void): boolean;
} {
  const queue = new Map<string, Waiting>();
  const lent = new Map<string, { readonly url: string; readonly unread: () => void }>();

  const next = (): void => {
    for (const [id, { file, begin, unread }] of queue) {
      if (lent.size >= AT_ONCE) return;
      queue.delete(id);
      const url = URL.createObjectURL(file);
      lent.set(id, { url, unread });
      setTimeout(() => take(id, true), LONGEST_READ_MS);
      begin(url);
    }
  };
  const take = (id: string, digested: boolean): void => {
    const file = lent.get(id);
    if (file === undefined) return;
    lent.delete(id);
    URL.revokeObjectURL(file.url);
    if (!digested) file.unread();
    next();
  };
  const onMessage = (message: unknown): undefined => {
    if (isFileRead(message)) take(message.id, message.digested);
    return undefined;
  };
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener(
    'abort',
    () => {
      for (const { url } of lent.values()) URL.revokeObjectURL(url);
      lent.clear();
      queue.clear();
      try {
        chrome.runtime.onMessage.removeListener(onMessage);
      } catch {
        // The extension was updated or removed: its side of this page is gone.
      }
    },
    { once: true },
  );
  return {
    lend(id, file, begin, unread) {
      let asked = false;
      const once = (): void => {
        if (!asked) unread();
        asked = true;
      };
      queue.set(id, { file, begin, unread: once });
      if (file.size <= SMALL_BYTES) {
        setTimeout(() => {
          if (queue.has(id) || lent.has(id)) once();
        }, PATIENCE_MS);
      }
      next();
      return !queue.has(id);
    },
  };
}

function isFileRead(message: unknown): message is FileRead {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as FileRead).type === 'file-read' &&
    typeof (message as FileRead).id === 'string'
  );
}
