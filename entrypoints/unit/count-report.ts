import type { Added, ClosedBatch } from '../../utils/domain/contribution/batch';
import type { Expected } from '../../utils/domain/contribution/read-contribution';

export interface CountRequest {
  readonly expected: Expected;
  readonly files: readonly File[];
  /** Tokens that the key-holder could not open. */
  readonly leftOut: readonly string[];
}

interface Times {
  /** Time spent on counting alone, and with the reading of files, ms. */
  readonly countMs: number;
  readonly allMs: number;
}

export type Counted = ClosedBatch & Times;

export interface Progress {
  /** Bytes read, and bytes in all. */
  readonly done: number;
  readonly total: number;
  /** Contributions counted so far. */
  readonly counted: number;
}

export type CountReport = Progress | { readonly added: Added & Times } | { readonly failed: true };
