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
