import { fileKindOf } from '../../utils/domain/file-kind';
import { randomId } from '../../utils/domain/random-id';
import type { ObserverContext } from './context';

/**
 * Uploads: a file counts from the moment the person hands it to the page by a file input, a drop or
 * a paste. Only its kind, size and a blob URL for the worker's digest leave the page.
 */
export function startUploads(context: ObserverContext, signal: AbortSignal): void {
  const seen = new WeakSet<File>();
  const onInput = (event: Event): void => {
    const input = event.composedPath()[0];
    if (!event.isTrusted || !(input instanceof HTMLInputElement) || input.type !== 'file') return;
    for (const file of input.files ?? []) {
      if (seen.has(file)) continue;
      seen.add(file);
      context.send(
        {
          kind: 'upload',
          id: randomId(),
          at: Date.now(),
          via: input.webkitdirectory ? 'directory' : 'chooser',
          fileKind: fileKindOf(file.name, file.type),
          sizeBytes: file.size,
          screenshot: false,
          label: '',
          blobUrl: URL.createObjectURL(file),
        },
        'now',
      );
    }
  };
  addEventListener('input', onInput, { capture: true, signal });
  addEventListener('change', onInput, { capture: true, signal });
}
