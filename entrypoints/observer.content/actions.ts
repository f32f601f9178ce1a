import { startActionWatch } from './actions/action-watch';
import { startTransfers } from './actions/transfers';
import type { ObserverContext } from './context';

/**
 * Trace-leaving actions (留痕操作), and what is copied, pasted and exported.
 *
 * An action is a trusted press on a control whose own words, name or heading stand for one of the ten
 * kinds, with proof that it was done; without proof it is an attempt. The same action on the same
 * object within 60 s is one.
 */
export function startActions(context: ObserverContext, signal: AbortSignal): void {
  startActionWatch(context, signal);
  startTransfers(context, signal);
}
