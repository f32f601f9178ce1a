/** Long work: it tells how far it is and can be stopped. */
export interface LongWork {
  readonly signal: AbortSignal;
  /** @param share 0…1 */
  readonly progress: (share: number) => void;
}
