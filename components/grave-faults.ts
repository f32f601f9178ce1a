import type { Fault } from '../utils/domain/records';

/** After these the figures are not whole, or nothing is recorded any more. */
export const GRAVE_FAULTS: ReadonlySet<Fault['code']> = new Set([
  'database-unreadable',
  'migration-failed',
  'storage-full',
  'knowledge-unreadable',
  'registration-failed',
]);
