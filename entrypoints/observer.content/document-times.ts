import type { SteadyClock } from './steady-clock';

/**
 * When something happened to this document, epoch ms; 0 if it has not yet. Read from the older of the
 * browser's two records: asking for the entry of the navigation costs each document some tenths of a millisecond.
 */
export function documentTime(clock: SteadyClock, what: 'responseStart' | 'loadEventEnd'): number {
  const { timing } = performance;
  const timeStamp = timing[what] - timing.navigationStart;
  return timeStamp > 0 ? clock.ofEvent({ timeStamp }) : 0;
}

/** When a document that was drawn before anybody saw it was shown, epoch ms; 0 if it has not been yet. */
export function activationTime(clock: SteadyClock): number {
  const [entry] = performance.getEntriesByType('navigation');
  const timeStamp = (entry as { activationStart?: number } | undefined)?.activationStart ?? 0;
  return timeStamp > 0 ? clock.ofEvent({ timeStamp }) : 0;
}
