import { onRecordsChanged } from '../../utils/storage/on-records-changed';

/** Changes that come together are read together. */
const SETTLING_MS = 300;
/** A reading that takes long leaves the computer three times as long to other things. */
const REST = 3;

interface Following<Found> {
  readonly read: () => Promise<Found>;
  readonly show: (found: Found) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads now and again after every change, one reading at a time, and not while nobody looks.
 *
 * @returns how to stop
 */
export function followRecords<Found>({ read, show, failed }: Following<Found>): () => void {
  let stopped = false;
  let stale = true;
  let waiting = false;
  const run = async () => {
    waiting = false;
    if (stopped || !stale) return;
    stale = false;
    const startedAt = performance.now();
    waiting = true;
    try {
      const found = await read();
      if (!stopped) show(found);
    } catch (error) {
      if (!stopped) failed(error);
    }
    setTimeout(wake, REST * (performance.now() - startedAt));
  };
  const wake = () => {
    waiting = false;
    if (stale && !document.hidden) {
      waiting = true;
      setTimeout(run, SETTLING_MS);
    }
  };
  const changed = () => {
    stale = true;
    if (!waiting) wake();
  };
  const looked = () => {
    if (!waiting) wake();
  };
  const unfollow = onRecordsChanged(changed);
  document.addEventListener('visibilitychange', looked);
  void run();
  return () => {
    stopped = true;
    unfollow();
    document.removeEventListener('visibilitychange', looked);
  };
}
