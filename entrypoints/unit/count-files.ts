import type { Collection } from '../../utils/domain/contribution/collection';
import type { Refusal } from '../../utils/domain/contribution/read-contribution';
import type { SumFile } from '../../utils/domain/contribution/sum-file';

export interface CountRequest {
  readonly collection: Collection;
  readonly week: string;
  readonly files: readonly File[];
  /** Tokens that the key-holder could not open. */
  readonly leftOut: readonly string[];
}

export interface Counted {
  readonly sum: SumFile;
  readonly refused: readonly (readonly [Refusal, number])[];
  readonly marks: readonly string[];
  readonly seals: readonly string[];
  /** Time spent on counting alone, and with the reading of files, ms. */
  readonly countMs: number;
  readonly allMs: number;
}

export interface Progress {
  /** Bytes read, and bytes in all. */
  readonly done: number;
  readonly total: number;
  /** Contributions counted so far. */
  readonly counted: number;
}

export type CountReport = Progress | { readonly counted: Counted } | { readonly failed: true };

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
      else resolve(data.counted);
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
