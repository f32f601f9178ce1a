import type { Database } from './database';

/** Where an observation came from, as the browser itself tells, and the transaction it is folded in. */
export interface FoldContext {
  readonly database: Database;
  /** The worker's clock, epoch ms. */
  readonly now: number;
  readonly platform: string;
  readonly tab: number;
  readonly frame: number;
  readonly observer: string;
}
