import { closedBatch } from '../../utils/domain/contribution/batch';
import type { Counted, CountReport, CountRequest, Progress } from './count-report';

/**
 * Counts the contributions in files, in a worker.
 *
 * @throws Error where the worker fails or the signal ends it
 */
export function countFiles(
  request: CountRequest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Counted> {
  const worker = new Worker(new URL('./count-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Counted>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
    worker.addEventListener('error', () => reject(new Error('worker failed')));
    worker.addEventListener('message', ({ data }: MessageEvent<CountReport>) => {
      if ('failed' in data) reject(new Error('counting failed'));
      else if ('done' in data) onProgress(data);
      else resolve({ ...data.added, ...closedBatch(request.expected, data.added) });
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
